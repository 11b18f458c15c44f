# SPDX-License-Identifier: MIT
"""The detail pane on a real library: pages, decks, topics, stars, states, the bin, and the keyboard staying put."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.files import resource
from eqbrief.gui.asking import Question
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.detail.deck_rows import DeckRow
from eqbrief.gui.detail.parts import AppearanceRow, NameLink, PersonRow, QuestionRow
from eqbrief.gui.downloads import Downloads
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Banner, ReadingText
from eqbrief.model import Hit
from tests.decks.making import Made, shape
from tests.decks.making import deck as made_deck
from tests.files.making import old_deck
from tests.gui.looks import dress
from tests.gui.meeting import choosing, meet, press, stand_in_opener
from tests.store.filling import add_event

DECK = resource("sample", "decks", "Small tests fairer wards.pptx")
PDF = resource("sample", "decks", "Night staff wellbeing 110624.pdf")


@pytest.fixture
def pane(library, qapp, qtbot):
    dress(qapp)
    jobs = Jobs(library)
    made = DetailPane(library, jobs, Downloads(library, jobs, jobs))
    qtbot.addWidget(made)
    made.resize(870, 800)
    made.show()
    made.activateWindow()
    made.show_event(add_event(library, 1))
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.notes.end()
    jobs.shutdown()
    jobs.deleteLater()


def rows(pane: DetailPane, kind: type) -> list:
    """Give the rows of a kind that stand on the page that is open."""
    QApplication.sendPostedEvents(None, 52)
    return pane._column.findChildren(kind)


def button(pane: DetailPane, text: str) -> QPushButton:
    return next(each for each in rows(pane, QPushButton) if each.text() == text)


def decks(pane: DetailPane):
    return [tasks.with_state(pane._store, deck) for deck in db.event(pane._store, pane.event_id).decks]


def test_each_tab_shows_its_part_and_counts_it(pane):
    assert [pane._tabs._words[n][1:] for n in range(6) if pane._tabs.isTabVisible(n)] == [
        ("Overview", ""), ("Panel", "2"), ("Decks", "1"), ("Questions", "2"), ("Source", "")
    ]  # fmt: skip
    said = [text.toPlainText() for text in rows(pane, ReadingText)]
    assert said[0] == "Night staff draw up their own rota." and "Nobody went back." in said[1]
    pane.choose_tab("panel")
    assert len(rows(pane, PersonRow)) == 2
    pane.choose_tab("decks")
    assert len(rows(pane, DeckRow)) == 1
    pane.choose_tab("questions")
    assert len(rows(pane, QuestionRow)) == 2
    pane.choose_tab("source")
    assert rows(pane, ReadingText)[0].accessibleName() == "The page, as it was"


def test_the_open_tab_stays_open_from_event_to_event(pane, library):
    second = add_event(library, 2)
    pane.choose_tab("questions")
    pane.show_event(second)
    assert pane._tabs.current() == "questions" and len(rows(pane, QuestionRow)) == 2


def test_an_event_with_nothing_says_how_to_fill_it(pane, library):
    empty = add_event(
        library, 3, summary=None, body=None, people=(), decks=(), recordings=(), questions=(), sessions=()
    )
    pane.show_event(empty)
    for tab in ("overview", "panel", "questions"):
        pane.choose_tab(tab)
        with_edit = button(pane, "Edit the event…")
        assert with_edit.isEnabled(), tab
    pane.choose_tab("decks")
    assert button(pane, "Attach a deck…").isEnabled()


def test_a_deck_that_the_page_names_is_attached_and_opened(pane, library, qtbot, tmp_path, monkeypatch):
    asked = stand_in_opener(tmp_path, monkeypatch)
    choosing(monkeypatch, DECK)
    pane.choose_tab("decks")
    assert decks(pane)[0].state == "named"
    with qtbot.waitSignal(pane.said):
        button(pane, "Attach…").click()
    assert decks(pane)[0].state == "here" and len(decks(pane)) == 1
    with qtbot.waitSignal(pane.said, check_params_cb=lambda said: said.startswith("Opened")):
        button(pane, "Open").click()
    kept = library.folder / decks(pane)[0].file
    assert asked.read_text(encoding="utf-8").splitlines() == [str(kept)] and kept.read_bytes() == DECK.read_bytes()


def test_a_deck_with_macros_opens_only_after_a_warning_whatever_its_name_ends_in(
    pane, library, qtbot, tmp_path, monkeypatch
):
    asked = stand_in_opener(tmp_path, monkeypatch)
    file = tmp_path / "old with macros.ppt"
    file.write_bytes(old_deck(macros=1))
    deck = tasks.attach(library, pane.event_id, file)
    met = meet(pane, Question, press("Cancel"))
    pane._decks.open(deck)
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None)
    assert "macros" in met[0] and not asked.exists()
    meet(pane, Question, press("Open it all the same"))
    with qtbot.waitSignal(pane.said, check_params_cb=lambda said: said.startswith("Opened")):
        pane._decks.open(deck)
    assert asked.read_text(encoding="utf-8").splitlines() == [str(library.folder / deck.file)]


def test_a_deck_that_takes_something_from_elsewhere_opens_only_after_a_warning(
    pane, library, qtbot, tmp_path, monkeypatch
):
    asked = stand_in_opener(tmp_path, monkeypatch)
    file = tmp_path / "With a film.pptx"
    file.write_bytes(made_deck(Made(shape("Rotas"), links=[("r9", "video", "→https://films.example/1")])))
    deck = tasks.attach(library, pane.event_id, file)
    met = meet(pane, Question, press("Cancel"))
    pane._decks.open(deck, 7)
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None)
    assert "'films.example'" in met[0] and not asked.exists()
    meet(pane, Question, press("Open it all the same"))
    with qtbot.waitSignal(pane.said, check_params_cb=lambda said: said.startswith("Opened")):
        pane._decks.open(deck, 7)
    assert asked.exists() and QApplication.clipboard().text() == "7"


def test_the_first_deck_opens_by_its_command_and_its_folder_too(pane, library, qtbot, tmp_path, monkeypatch):
    asked = stand_in_opener(tmp_path, monkeypatch)
    tasks.attach(library, pane.event_id, PDF)
    with qtbot.waitSignal(pane.said):
        pane.open_first_deck()
    here = next(deck for deck in decks(pane) if deck.state == "here")
    with qtbot.waitSignal(pane._decks._attempt("Showing", lambda: tasks.show_deck(library, here.id)).done):
        pass
    kept = library.folder / here.file
    assert asked.read_text(encoding="utf-8").splitlines() == [str(kept), str(kept.parent)]


def test_what_is_no_deck_is_said_and_the_rest_is_attached(pane, library, qtbot, tmp_path):
    false = tmp_path / "not really.pptx"
    false.write_text("MZ this is no presentation", encoding="utf-8")
    met = meet(pane, Question, press("OK"))
    with qtbot.waitSignal(pane.said, check_params_cb=lambda said: said == "1 deck attached"):
        pane._decks.attach_files(pane.event_id, [false, PDF])
    assert len(met) == 1 and "not really.pptx" in met[0]


def test_a_missing_deck_is_shown_and_found_again(pane, library, qtbot, tmp_path, monkeypatch):
    deck = tasks.attach(library, pane.event_id, PDF)
    path = library.folder / deck.file
    path.rename(tmp_path / "moved away.pdf")
    pane.choose_tab("decks")
    pane.show_event(pane.event_id)
    assert [row._deck.state for row in rows(pane, DeckRow)][-1] == "missing"
    choosing(monkeypatch, tmp_path)
    meet(pane, Question, press("Choose a folder…"))
    with qtbot.waitSignal(pane.said, check_params_cb=lambda said: said.startswith("Found")):
        button(pane, "Find again").click()
    assert path.read_bytes() == PDF.read_bytes()
    assert [row._deck.state for row in rows(pane, DeckRow)][-1] == "here"
    shutil.move(path, path.with_name("another name.pdf"))
    pane.show_event(pane.event_id)
    with qtbot.waitSignal(pane.said, check_params_cb=lambda said: said.startswith("Found")):
        button(pane, "Find again").click()
    assert decks(pane)[-1].file.endswith("another name.pdf")


def test_topics_are_added_and_removed_by_keyboard(pane, library, qtbot):
    pane.add_topic()
    qtbot.keyClicks(QApplication.focusWidget(), "Night work")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def topics() -> list[str]:
        return [topic.name for topic in db.event(library, pane.event_id).topics]

    qtbot.waitUntil(lambda: "Night work" in topics())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pane._header._plus)
    pane._header._without("Night work")
    qtbot.waitUntil(lambda: "Night work" not in topics())


def test_esc_gives_a_topic_up(pane, library, qtbot):
    before = db.event(library, pane.event_id).topics
    pane.add_topic()
    qtbot.keyClicks(QApplication.focusWidget(), "Not this")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not pane._header._entry.isVisible() and QApplication.focusWidget() is pane._header._plus
    with qtbot.waitSignal(pane._jobs.save(lambda: None).done):
        pass
    assert db.event(library, pane.event_id).topics == before


def test_a_topic_being_typed_survives_a_change_of_the_event(pane, library, qtbot):
    pane.add_topic()
    qtbot.keyClicks(QApplication.focusWidget(), "Half a wo")
    tasks.star(library, [pane.event_id], True)
    assert pane._header._entry.isVisible() and pane._header._entry.text() == "Half a wo"
    assert QApplication.focusWidget() is pane._header._entry


def test_star_and_state_are_written_and_shown(pane, library, qtbot):
    pane._header._star.click()
    qtbot.waitUntil(lambda: db.event(library, pane.event_id).starred)
    assert pane._header._star.accessibleName() == "Remove the star"
    pane._header.state_chosen.emit("reviewed")
    qtbot.waitUntil(lambda: pane._header._state.text() == "Reviewed")
    assert pane._header._state.accessibleName() == "Review state: Reviewed"
    assert db.next_undo(library) == "Mark as reviewed: “Kinder rotas 1”"


def test_an_event_in_the_bin_says_so_and_can_be_put_back(pane, library, qtbot):
    tasks.delete(library, [pane.event_id])
    qtbot.waitUntil(lambda: any(banner.isVisible() for banner in pane.findChildren(Banner)))
    back = next(each for each in pane.findChildren(QPushButton) if each.text() == "Put back")
    back.click()
    qtbot.waitUntil(lambda: db.event(library, pane.event_id).deleted_at is None)
    qtbot.waitUntil(lambda: pane.findChildren(Banner) == [])


def test_the_keyboard_stays_in_the_pane_when_the_page_is_drawn_again(pane, library, qtbot):
    pane.choose_tab("decks")
    button(pane, "Attach…").setFocus()
    tasks.star(library, [pane.event_id], True)
    assert QApplication.focusWidget().text() == "Attach…"
    tasks.edit_fields(library, pane.event_id, {"title": "Kinder rotas, at last"})
    assert QApplication.focusWidget().text() == "Attach…", "the keyboard stays on the deck"
    QApplication.processEvents()
    button(pane, "Attach a deck…").setFocus()
    tasks.edit_fields(library, pane.event_id, {"title": "Kinder rotas in the end"})
    assert QApplication.focusWidget() is pane._tabs


def test_the_place_on_the_page_stays_when_something_changes(pane, library, qtbot):
    number = pane.event_id
    tasks.edit_fields(library, number, {"body": "A long paragraph of what was said.\n\n" * 80})
    QApplication.processEvents()
    bar = pane._column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(600)
    tasks.star(library, [number], True)
    tasks.edit_fields(library, number, {"publisher": "Larkmoor"})
    qtbot.waitUntil(lambda: bar.value() == 600)


def test_a_person_and_an_organisation_through_the_years(pane, library, qtbot):
    add_event(library, 2)
    person = next(card for card in db.people(library) if card.name == "Imogen Thistlewood")
    pane.show_name("person", person.id)
    assert pane.names._title.text() == "Imogen Thistlewood"
    assert pane.names._line.text().startswith("2 events, 2023")
    links = pane.names.findChildren(NameLink)
    pane.focus_detail()
    assert QApplication.focusWidget() is links[0]
    with qtbot.waitSignal(pane.event_wanted):
        qtbot.keyClick(links[0], Qt.Key.Key_Space)
    organisation = db.organisations(library)[0]
    pane.show_name("organisation", organisation.id)
    assert len(pane.names.findChildren(AppearanceRow)) >= 1
    pane.show_name("person", 999)
    assert pane.names._line.text()


def test_a_hit_opens_the_page_where_its_words_stand(pane, library, qtbot):
    note = tasks.new_note(library, pane.event_id, "Ask the wards")
    event = (pane.event_id, "Kinder rotas 1", None)
    for kind, tab in (("question", "questions"), ("deck", "decks"), ("event", "overview")):
        pane.show_hit(Hit(kind, 1, event, "", ""))
        assert pane._tabs.current() == tab, kind
    pane.show_hit(Hit("note", note, event, "", ""), enter=True)
    assert QApplication.focusWidget() is pane.notes._editors[0].writing
    pane.show_hit(Hit("topic", 1, None, "Pay", ""))
    assert pane.currentWidget() is pane._topic and pane.event_id is None


def test_the_notes_get_a_tab_where_there_is_no_room_beside_the_page(pane, qtbot):
    assert pane.notes.isVisible() and not pane._tabs.isTabVisible(pane._tabs._index("notes"))
    pane.resize(500, 800)
    assert not pane.notes.isVisible() and pane._tabs.isTabVisible(pane._tabs._index("notes"))
    pane.choose_tab("notes")
    assert pane.notes.isVisible() and not pane._column.isVisible()
    pane.resize(900, 800)
    assert pane.notes.isVisible() and pane._column.isVisible() and pane._tabs.current() == "overview"
    pane.show_notes(False)
    assert not pane.notes.isVisible()


def test_links_of_a_page_are_never_followed(pane, qtbot):
    with qtbot.waitSignal(pane.said) as blocker:
        pane.tying.copy("https://example.org/a")
    assert "https://example.org/a" in blocker.args[0]
    assert QApplication.clipboard().text() == "https://example.org/a"


def test_markup_in_a_title_stays_letters(pane, library):
    pane.show_event(add_event(library, 5, title="<img src='file:///etc/passwd'> & <b>rotas</b>"))
    assert pane._header._title.textFormat() == Qt.TextFormat.PlainText
    assert "<b>rotas</b>" in pane._header._title.text()


def test_a_session_of_the_programme_has_a_note_of_its_own(pane):
    write = next(each for each in rows(pane, QToolButton) if each.accessibleName().endswith("the session Opening"))
    write.click()
    (tie,) = [editor.page.tie for editor in pane.notes._editors if editor.page.tie]
    assert (tie.kind, tie.number, tie.title) == ("session", 1, "Opening")
    assert pane.notes.isAncestorOf(QApplication.focusWidget() or pane)
