# SPDX-License-Identifier: MIT
"""The viewer in the library's window: it takes the room of sidebar and list, keeps the notes beside, and gives back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.detail.deck_rows import DeckRow
from eqbrief.gui.kit import Button
from eqbrief.gui.sidebar import Place
from eqbrief.model import Filter, Hit
from eqbrief.tasks.indexing import index_decks
from tests.gui.meeting import stand_in_opener


def view(window, deck_id, qtbot, slide=1):
    """Show a deck in the window and go into it, as the View button does."""
    window.show_event(db.deck(window._store, deck_id).event_id)
    window.detail.choose_tab("decks")
    rows = window.detail._column.findChildren(DeckRow)
    (*_gone, row) = [row for row in rows if row.deck_id == deck_id]
    (button,) = [button for button in row.findChildren(Button) if button.text() == "View"]
    button.click()
    viewer = window.detail.showing.viewer
    qtbot.waitUntil(lambda: viewer.number == 1, timeout=15000)
    return viewer


def test_view_gives_the_deck_room_and_escape_gives_it_back(library, paper, open_window, qtbot):
    window = open_window(library)
    before = window.rooms.sizes()
    viewer = view(window, paper, qtbot)
    assert viewer.isVisible() and window.detail.notes.isVisible()
    assert not window.sidebar.isVisible() and not window.listing.isVisible() and not window.detail._header.isVisible()
    assert window.detail.showing.on_show == (paper, 1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.detail.showing.viewer is None and window.detail.showing.on_show is None
    assert window.sidebar.isVisible() and window.listing.isVisible() and window.detail._header.isVisible()
    assert window.rooms.sizes()[:2] == before[:2]
    assert isinstance(QApplication.focusWidget(), Button) and QApplication.focusWidget().text() == "View"


def test_back_and_another_event_leave_the_deck(library, paper, open_window, qtbot):
    window = open_window(library)
    view(window, paper, qtbot)
    window.go_back()
    assert not window.detail.showing.active and window.listing.isVisible()
    viewer = view(window, paper, qtbot)
    window.show_event(db.event_ids(library, Filter())[0])
    assert not viewer.isVisible() and window.sidebar.isVisible()


def test_a_hit_on_a_slide_opens_there_with_its_words_marked(library, paper, open_window, qtbot):
    window = open_window(library)
    event = db.event(library, db.deck(library, paper).event_id)
    snippet = "Better <mark>rotas</mark>"
    hit = Hit("slide", 1, (event.id, event.draft.title, event.date), "What wards said", snippet, (paper, "Paper"), 2)
    window.listing.view.setFocus()
    window.detail.show_hit(hit)
    viewer = window.detail.showing.viewer
    qtbot.waitUntil(lambda: viewer.number == 2, timeout=15000)
    assert viewer.find_bar.field.text() == "rotas" and viewer.slides.slides.found == {1: 1, 2: 1, 3: 1}
    assert window.listing.view.hasFocus() and window.listing.isVisible()
    window._open_chosen()
    assert not window.listing.isVisible()
    qtbot.waitUntil(lambda: viewer.stage.is_drawn, timeout=15000)
    assert viewer.stage.page.hasFocus()


def test_a_search_from_within_a_deck_brings_the_list_back(library, paper, open_window, qtbot):
    index_decks(library)
    window = open_window(library)
    view(window, paper, qtbot)
    assert not window.listing.isVisible()
    window.focus_search()
    qtbot.keyClicks(QApplication.focusWidget(), "better")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text(), timeout=15000)
    qtbot.waitUntil(lambda: window.detail.showing.on_show == (paper, 2), timeout=15000)
    assert window.listing.isVisible() and window.sidebar.isVisible() and window.top.search.hasFocus()


def test_a_view_over_the_whole_width_takes_the_deck_away(library, paper, open_window, qtbot):
    window = open_window(library)
    view(window, paper, qtbot)
    window.sidebar.choose(Place("Actions", shows="actions"))
    assert window.rooms.covered and window.sidebar.isVisible() and not window.detail.showing.active


def test_f6_goes_round_list_slide_and_notes(library, powerpoint, nothing_draws, open_window, qtbot):
    window = open_window(library)
    viewer = view(window, powerpoint, qtbot)
    seen = []
    for _ in range(6):
        window.next_pane(1)
        focused = QApplication.focusWidget()
        stops = {"slides": viewer.slides, "slide": viewer.stage.reader, "speaker": viewer.stage.notes.text}
        seen.append(next((name for name, stop in stops.items() if stop is focused), type(focused).__name__))
    assert {"slides", "slide", "speaker", "SearchField"} <= set(seen) and len(set(seen)) == 5


def test_a_note_is_written_while_the_slides_go_on(library, paper, open_window, qtbot):
    window = open_window(library)
    viewer = view(window, paper, qtbot)
    window.view.go_to_notes()
    qtbot.keyClicks(QApplication.focusWidget(), "Ask the wards")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert viewer.number == 2 and QApplication.focusWidget() in window.detail.notes.findChildren(
        type(QApplication.focusWidget())
    )
    window.detail.notes.flush()
    qtbot.waitUntil(lambda: not window.detail.notes.keeper.waiting)
    assert [note.text for note in db.notes(library, db.deck(library, paper).event_id)] == ["Ask the wards"]


def test_opening_puts_the_slides_number_on_the_clipboard(library, paper, open_window, qtbot, tmp_path, monkeypatch):
    asked = stand_in_opener(tmp_path, monkeypatch)
    window = open_window(library)
    viewer = view(window, paper, qtbot)
    viewer.go_to(3)
    window.view.open_deck()
    qtbot.waitUntil(lambda: asked.exists() and asked.read_text().strip().endswith("Paper.pdf"), timeout=15000)
    qtbot.waitUntil(lambda: "on the clipboard" in window.status._said.text())
    assert QApplication.clipboard().text() == "3"


def test_a_deck_has_a_window_of_its_own(library, paper, open_window, qtbot):
    window = open_window(library)
    viewer = view(window, paper, qtbot)
    viewer.go_to(2)
    viewer.do("window")
    (own,) = window.detail.showing._windows
    qtbot.waitUntil(lambda: own.viewer.number == 2, timeout=15000)
    assert own.windowTitle() == "Paper, slide 2 – EqBrief"
    own.viewer.do("full")
    assert own.isFullScreen() and not own.viewer.bar.isVisible() and not own.viewer.slides.isVisible()
    own.activateWindow()
    own.viewer.focus_slide()
    QTest.keyClick(own.viewer.stage, Qt.Key.Key_Escape)
    assert not own.isFullScreen() and own.viewer.bar.isVisible()
    QTest.keyClick(own.viewer.stage, Qt.Key.Key_Escape)
    assert window.detail.showing._windows == []


def test_a_deck_that_was_replaced_is_read_again(library, keep, open_window, qtbot, tmp_path):
    from eqbrief.tasks import attach
    from tests.decks.making import pdf

    number = keep("Paper.pdf", pdf([("Kinder rotas", 40, 440)], [("Second", 40, 440)]))
    window = open_window(library)
    viewer = view(window, number, qtbot)
    viewer.go_to(2)
    newer = tmp_path / "Newer.pdf"
    newer.write_bytes(pdf([("Kinder rotas", 40, 440)], [("Second", 40, 440)], [("Third", 40, 440)]))
    attach(library, db.deck(library, number).event_id, newer, number)
    qtbot.waitUntil(lambda: viewer.shown is not None and len(viewer.shown.slides) == 3, timeout=15000)
    assert viewer.number == 2


def test_commands_say_what_to_do_where_no_deck_is_shown(library, paper, open_window, qtbot):
    window = open_window(library)
    window.slides.next_slide()
    assert "F5" in window.status._said.text()
    window.view.view_deck()
    qtbot.waitUntil(lambda: window.detail.showing.on_show == (paper, 1), timeout=15000)


def test_there_is_nothing_to_view_where_no_deck_is_here(library, open_window, sample_page):
    from eqbrief.tasks import add

    add(library, [sample_page("page.html")])
    window = open_window(library)
    window.view.view_deck()
    assert "No deck" in window.status._said.text() and not window.detail.showing.active
