# SPDX-License-Identifier: MIT
"""The page of an event's transcripts: found words, notes of passages, speakers named, removed and brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.transcripts import TranscriptPage
from eqbrief.gui.transcripts.page import note_of, said_transcript
from eqbrief.gui.transcripts.turns import spans_of
from eqbrief.model import DraftPerson, Transcript, Turn
from tests.helpers.named import unnamed
from tests.reading.transcripts import making
from tests.store.filling import add_event

PEOPLE = tuple(
    DraftPerson(name, None, None, "panellist", (), ()) for name in ("Imogen Heron", "Rafiq Umberley", "Ines Larch")
)


@pytest.fixture
def event(library) -> int:
    return add_event(library, people=PEOPLE)


@pytest.fixture
def page(library, event, tmp_path: Path, qtbot):
    file = tmp_path / "Webinar.vtt"
    file.write_text(making.TEAMS, encoding="utf-8")
    tasks.attach_transcript(library, event, file)
    jobs = Jobs(library)
    made = TranscriptPage(library, jobs)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_event(event, db.event(library, event).appearances)
    made.show()
    yield made
    jobs.shutdown()


def said(page: TranscriptPage, row: int) -> str:
    return str(page.view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_each_turn_is_a_sentence_and_everything_has_a_name(page) -> None:
    assert said(page, 1).startswith("Rafiq Umberley (PENNYWICK) at 1:02: We call it co-production")
    assert page._line.text() == "1:09 · 2 speakers · 2 passages"
    assert unnamed(page) == []


def test_words_are_found_marked_and_gone_to(page, qtbot) -> None:
    heard: list[str] = []
    page.said.connect(heard.append)
    qtbot.keyClicks(page.finder, "production")
    assert page.view.currentIndex().row() == 1 and page.view.words == "production"
    page.finder.setText("heron")
    assert heard == ["Nobody says “heron” in this transcript"]


def test_enter_makes_a_note_of_what_is_selected_with_speaker_and_time(page, qtbot) -> None:
    page.view.setCurrentIndex(page.view.model().index(1, 0))
    with qtbot.waitSignal(page.note_wanted) as wanted:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    text, turn = wanted.args
    assert text.startswith("> We call it co-production") and "> Rafiq Umberley (PENNYWICK), 1:02" in text
    assert turn == page.transcripts[0].turns[1].id


def test_a_passage_is_copied_with_its_speaker_and_time(page) -> None:
    page.view.selectAll()
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Heron, Imogen, 0:03\nGood morning") and "Rafiq Umberley (PENNYWICK), 1:02" in copied


def test_a_speaker_is_named_from_the_menu(page, library, event, qtbot) -> None:
    page._fill_speakers()
    first = page._speakers.menu().actions()[0]
    assert first.text() == "Heron, Imogen: Imogen Heron"
    larch = next(item for item in first.menu().actions() if item.text() == "Ines Larch")
    larch.trigger()
    person = {one.printed.name: one.person_id for one in db.event(library, event).appearances}["Ines Larch"]
    qtbot.waitUntil(lambda: db.transcripts_of(library, event)[0].turns[0].person_id == person)


def test_removing_says_that_undo_brings_it_back_and_it_does(page, library, event, qtbot) -> None:
    page._remove.click()
    qtbot.waitUntil(lambda: db.transcripts_of(library, event) == ())
    page.show_event(event, ())
    assert page._none.isVisible() and not page._body.isVisible()
    tasks.undo(library)
    page.show_event(event, ())
    assert page._body.isVisible() and page.view.model().rowCount() == 2


def test_a_turn_is_revealed_in_whichever_transcript_it_stands(page, library, event, tmp_path: Path) -> None:
    second = tmp_path / "Second.vtt"
    second.write_text(making.ZOOM, encoding="utf-8")
    turn = tasks.attach_transcript(library, event, second).turns[1]
    page.show_event(event, ())
    assert page._which.isVisible() and page._which.currentText() == "Webinar"
    page.reveal(turn.id, "rule")
    assert page._which.currentText() == "Second" and page.view.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("words", "found"), [("co-production", ["Co-production"]), ("drawn ROTA", ["drawn", "rota"]), ("", []), ("(", [])]
)
def test_where_words_stand(words: str, found: list[str]) -> None:
    text = "Co-production means that staff drawn the rota"
    assert [text[start:end] for start, end in spans_of(text, words)] == found


def test_what_is_said_of_a_transcript_and_quoted() -> None:
    turns = (Turn(0, 2, None, "Hello."), Turn(3, None, None, "Bye."))
    assert note_of(turns[:1]) == "> Hello.\n>\n> 0:00\n\n"
    assert (
        said_transcript(Transcript(1, "u", 1, "T", "vtt", "f", "0", turns)) == "0:03 · no speakers named · 2 passages"
    )
