# SPDX-License-Identifier: MIT
"""The builder on the real window: gathered from everywhere, ordered, written, seen at once, saved, all by keyboard."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.briefing import outline
from eqbrief.gui.briefing import saving
from eqbrief.gui.briefing.lines import TITLE
from eqbrief.gui.briefing.view import BriefingView
from eqbrief.gui.kit import Button
from eqbrief.model import Filter
from eqbrief.tasks import briefing as tasks


@pytest.fixture(autouse=True)
def no_briefing_yet(filled_library) -> None:
    """Take away the briefing that the sample library has under way."""
    for one in db.briefings(filled_library):
        tasks.delete_briefing(filled_library, one.id)


@pytest.fixture
def view(window, filled_library, qtbot) -> BriefingView:
    """Give the builder, shown on a briefing of two events."""
    numbers = db.event_ids(filled_library, Filter())[:2]
    tasks.new_briefing(filled_library, "Herons", pieces=tasks.pieces_of_events(filled_library, numbers))
    window.briefings.open_briefing()
    shown = window.views.view
    assert isinstance(shown, BriefingView)
    qtbot.waitUntil(lambda: shown._made is not None)
    return shown


def settled(view: BriefingView, qtbot) -> None:
    qtbot.waitUntil(
        lambda: not view._saving and view._made is not None and view._made.of == view.briefing, timeout=9000
    )


def kept(view: BriefingView):
    return tasks.briefing(view._store, view.briefing.id)


def key(widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def test_events_notes_questions_and_hits_are_added_by_one_key(window, filled_library, qtbot) -> None:
    window.listing.choose_row(0)
    qtbot.keyClick(window.listing.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: db.current_briefing(filled_library) is not None)
    qtbot.waitUntil(lambda: window.status._said.text().startswith("Added to “Briefing”"))
    events = (db.event(filled_library, number) for number in db.event_ids(filled_library, Filter()))
    number = next(one.id for one in events if one and one.notes and one.draft.questions)
    window.show_event(number)
    window.detail.notes.focus_notes()
    writing = QApplication.focusWidget()
    cursor = writing.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 9)
    writing.setTextCursor(cursor)
    passage = cursor.selectedText()
    window.briefings.add_to_briefing()
    qtbot.waitUntil(lambda: len(db.current_briefing(filled_library).pieces) == 2)
    note = db.current_briefing(filled_library).pieces[1]
    assert (note.kind, note.text) == ("note", passage.strip())
    window.top.search.setText("equality")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    window.listing.focus_list()
    for row in range(window.listing.model.rowCount()):
        window.listing.choose_row(row)
        if window.listing.hit.kind == "question":
            break
    window.briefings.add_to_briefing()
    qtbot.waitUntil(lambda: window.top._briefing.accessibleName() == "Briefing 3")


def test_the_event_that_is_shown_is_added_by_its_button(window, filled_library, qtbot) -> None:
    (button,) = [one for one in window.detail._header.findChildren(Button) if one.accessibleName() == "Add to briefing"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: db.current_briefing(filled_library) is not None)
    event = db.event(filled_library, window.detail.event_id)
    assert db.current_briefing(filled_library).events() == (event.uid,)


def test_a_line_is_moved_and_taken_out_by_key_and_undone(view, window, qtbot) -> None:
    first, second = [piece.uid for piece in view.briefing.pieces]
    view.outline.choose(second)
    view.outline.setFocus()
    key(view.outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [piece.uid for piece in view.briefing.pieces] == [second, first]
    assert view.outline.current() == second
    settled(view, qtbot)
    assert [piece.uid for piece in kept(view).pieces] == [second, first]
    key(view.outline, Qt.Key.Key_Delete)
    settled(view, qtbot)
    assert [piece.uid for piece in kept(view).pieces] == [first]
    window.events.undo()
    qtbot.waitUntil(lambda: len(view.briefing.pieces) == 2)
    view.outline.choose(view.briefing.sections[0].uid)
    key(view.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.kind for one in view.briefing.sections][:2] == ["said", "summary"]
    settled(view, qtbot)


def test_dropping_a_line_moves_it(view, qtbot) -> None:
    lines = [line.uid for line in view.outline.lines()]
    first, second = [piece.uid for piece in view.briefing.pieces]
    view.outline.drop_wanted.emit(first, lines.index(second) + 1)
    assert [piece.uid for piece in view.briefing.pieces] == [second, first]
    view.outline.drop_wanted.emit(view.briefing.sections[0].uid, len(lines))
    assert view.briefing.sections[-1].kind == "summary"
    settled(view, qtbot)


def test_what_is_typed_is_seen_and_saved(view, qtbot) -> None:
    view.outline.choose(view.briefing.sections[0].uid)
    view.outline.setFocus()
    key(view.outline, Qt.Key.Key_Return)
    heading = QApplication.focusWidget()
    QTest.keyClicks(heading, "In short")
    view.fields.named["lead"].setPlainText("Two trusts *wrote* it down.")
    view.fields.flush()
    settled(view, qtbot)
    text = view.preview.page.toPlainText()
    assert "In short" in text and "Two trusts wrote it down." in text
    assert (kept(view).sections[0].heading, view.head.saved.text()[:6]) == ("In short", "Saved ")
    assert "In short" in [line.text for line in view.outline.lines()]


def test_the_title_page_is_written_and_a_date_that_is_none_is_said(view, qtbot) -> None:
    view.outline.choose(TITLE)
    for name, words in (("title", "For the board"), ("audience", "the steering group"), ("date", "1 March 2024")):
        field = view.fields.named[name]
        field.clear()
        QTest.keyClicks(field, words)
    view.fields.flush()
    settled(view, qtbot)
    found = kept(view)
    assert (found.title, found.audience, found.date) == ("For the board", "the steering group", "2024-03-01")
    QTest.keyClicks(view.fields.named["date"], "x")
    assert view.fields.named["date"].accessibleDescription()
    assert kept(view).date == "2024-03-01"


def test_choosing_a_template_keeps_what_was_gathered(view, qtbot) -> None:
    view.head.template_chosen.emit(tasks.find_template("full"))
    settled(view, qtbot)
    assert kept(view).cover and len(kept(view).pieces) == 2
    assert "Contents" in view.preview.page.toPlainText()
    assert view.head.template.accessibleName() == "Template: Full report"


def test_a_fault_is_mended_where_it_stands(view, qtbot) -> None:
    view.alter(lambda one: outline.add_section(one, "text"))
    settled(view, qtbot)
    faults = [one for one in view.findings.found if not one.good]
    assert faults and faults[0].mend == "take out"
    view.findings.mend_wanted.emit(faults[0])
    settled(view, qtbot)
    assert faults[0] not in view.findings.found
    view.alter(lambda one: replace(one, title=""))
    settled(view, qtbot)
    view.mend(view.findings.found[0])
    assert QApplication.focusWidget() is view.fields.named["title"]


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ".md"])
def test_it_is_saved_in_each_format_and_that_is_said(view, window, tmp_path, qtbot, monkeypatch, ending: str) -> None:
    target = tmp_path / f"Herons{ending}"
    monkeypatch.setattr(saving, "choose_target", lambda *asked: target)
    view.save(ending)
    qtbot.waitUntil(lambda: "Saved 'Herons" in window.status._said.text(), timeout=9000)
    assert target.stat().st_size > 500
    qtbot.waitUntil(lambda: kept(view).issued_at is not None)


def test_the_page_loads_nothing_and_links_lead_within_it(view, qtbot) -> None:
    page = view.preview.page
    for name in ("file:///etc/passwd", "https://example.org/x.png", "\\\\host\\share\\x.png"):
        assert page.loadResource(2, QUrl(name)) is None
    at = page.verticalScrollBar().value()
    page.anchorClicked.emit(QUrl("#source-1"))
    assert page.verticalScrollBar().value() >= at
    with qtbot.waitSignal(page.link_pressed) as said:
        page.anchorClicked.emit(QUrl("https://example.org/1"))
    assert said.args == ["https://example.org/1"]


def test_what_is_written_elsewhere_is_shown(view, window, filled_library, qtbot) -> None:
    number = view.briefing.id
    tasks.add_pieces(
        filled_library, tasks.pieces_of_events(filled_library, db.event_ids(filled_library, Filter())[3:4]), number
    )
    qtbot.waitUntil(lambda: len(view.briefing.pieces) == 3)
    settled(view, qtbot)


def test_esc_goes_from_the_fields_to_the_outline_and_then_back(view, window, qtbot) -> None:
    view.fields.focus_field()
    key(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert view.outline.hasFocus() and view.isVisible()
    key(view.outline, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_without_one_the_view_says_what_it_is_for_and_begins_one(library, open_window, qtbot) -> None:
    window = open_window(library)
    window.briefings.open_briefing()
    view = window.views.view
    assert view.briefing is None and QApplication.focusWidget() is view._begin
    key(view._begin, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.briefing is not None)
    view.head.delete_wanted.emit()
    qtbot.waitUntil(lambda: view.briefing is None)
    assert view._stack.currentIndex() == 0


def test_a_change_is_seen_within_300_ms_though_there_are_fifty_events(view, filled_library, qtbot) -> None:
    from tests.store.filling import add_event

    numbers = [add_event(filled_library, n) for n in range(100, 150)]
    tasks.add_pieces(filled_library, tasks.pieces_of_events(filled_library, numbers), view.briefing.id)
    qtbot.waitUntil(lambda: len(view.briefing.pieces) == 52, timeout=9000)
    settled(view, qtbot)
    took = []
    for words in ("Alder", "Birch", "Cedar"):
        begun = time.perf_counter()
        view.alter(
            lambda one, words=words: one.with_section(type(one.sections[0])(one.sections[0].uid, "summary", words))
        )
        qtbot.waitUntil(lambda words=words: words in view.preview.page.toPlainText()[:400], timeout=9000)
        took.append(time.perf_counter() - begun)
        settled(view, qtbot)
    assert sorted(took)[1] < 0.3, took
    print("preview after a change, s:", [round(one, 3) for one in took])


def test_what_was_said_is_put_in_order_by_theme_by_key(view, qtbot) -> None:
    said = next(one for one in view.briefing.sections if one.kind == "said")
    view.outline.choose(said.uid)
    box = view.fields.named["grouped"]
    box.setFocus()
    key(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    settled(view, qtbot)
    assert kept(view).section(said.uid).grouped == "theme"
    assert any(line.side.endswith("by theme") for line in view.outline.lines())
    view.outline.choose(said.pieces[0].uid)
    theme = view.fields.named["theme"]
    QTest.keyClicks(theme, "Herons")
    view.fields.flush()
    settled(view, qtbot)
    assert "Herons" in view.preview.page.toPlainText() and kept(view).pieces[0].theme == "Herons"


def test_what_is_new_is_said_when_a_briefing_is_opened_again(window, filled_library, qtbot) -> None:
    number = db.event_ids(filled_library, Filter())[0]
    made = tasks.new_briefing(filled_library, "Herons", pieces=tasks.pieces_of_events(filled_library, [number]))
    with filled_library.change("briefing") as change:
        change.execute("UPDATE briefing SET opened_at = '2020-01-01T09:00:00.000Z' WHERE id = ?", (made,))
    window.briefings.open_briefing()
    shown = window.views.view
    qtbot.waitUntil(lambda: shown._made is not None)
    told = [one.text for one in shown.findings.found if one.text.startswith("New or changed since it was last open")]
    assert len(told) == 1 and "on 1 January 2020" in told[0]
