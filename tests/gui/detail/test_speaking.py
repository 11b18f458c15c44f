# SPDX-License-Identifier: MIT
"""The tab of transcripts: there only where there is one, opened by a hit at its turn, and a source of notes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import Question
from eqbrief.gui.detail.speaking import TRANSCRIPT
from eqbrief.gui.transcripts import TranscriptPage
from tests.files.test_playing import MP4
from tests.gui.meeting import choosing, meet, press
from tests.reading.transcripts import making


@pytest.fixture
def spoken(window, filled_library, tmp_path: Path) -> int:
    number = window.listing.model.id_at(1)
    file = tmp_path / "Webinar.vtt"
    file.write_text(making.TEAMS, encoding="utf-8")
    tasks.attach_transcript(filled_library, number, file)
    return number


def page(window) -> TranscriptPage:
    shown = window.detail._page.pages.currentWidget()
    assert isinstance(shown, TranscriptPage)
    return shown


def shown(window) -> bool:
    tabs = window.detail._tabs
    return tabs.isTabVisible(tabs._index(TRANSCRIPT))


def test_the_tab_is_there_only_where_there_is_a_transcript(window, spoken) -> None:
    tabs = window.detail._tabs
    window.listing.choose_row(0)
    assert not shown(window)
    window.listing.choose_row(1)
    assert shown(window)
    window.detail.choose_tab(TRANSCRIPT)
    assert page(window).view.model().rowCount() == 2
    window.listing.choose_row(0)
    assert tabs.current() == "overview" and window.detail._column.isVisible()


def test_a_hit_opens_it_at_the_turn_with_the_words_marked(window, spoken, filled_library) -> None:
    (hit,) = db.find(filled_library, "co-production drew", kinds=["transcript"]).hits
    window.detail.show_hit(hit)
    said = page(window)
    assert window.detail.event_id == spoken and said.isVisible()
    assert said.view.currentIndex().row() == 1 and "production" in said.view.words


def test_enter_on_a_passage_makes_a_note_of_it(window, spoken, filled_library, qtbot) -> None:
    window.listing.choose_row(1)
    window.detail.choose_tab(TRANSCRIPT)
    before = len(db.notes(filled_library, spoken))
    page(window).view.setCurrentIndex(page(window).view.model().index(1, 0))
    QTest.keyClick(page(window).view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(db.notes(filled_library, spoken)) == before + 1)
    assert any("> Rafiq Umberley (PENNYWICK), 1:02" in note.text for note in db.notes(filled_library, spoken))


def test_removing_the_last_one_takes_the_tab_away_and_undo_brings_it_back(window, spoken, filled_library) -> None:
    window.listing.choose_row(1)
    window.detail.choose_tab(TRANSCRIPT)
    (found,) = db.transcripts_of(filled_library, spoken)
    tasks.remove_transcript(filled_library, found.id)
    assert window.detail._tabs.current() == "overview" and not shown(window)
    tasks.undo(filled_library)
    assert shown(window)


def test_a_note_of_a_passage_knows_its_moment_and_leads_back_to_it(window, spoken, filled_library, qtbot) -> None:
    window.listing.choose_row(1)
    window.detail.choose_tab(TRANSCRIPT)
    page(window).view.setCurrentIndex(page(window).view.model().index(1, 0))
    QTest.keyClick(page(window).view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(note.tie for note in db.notes(filled_library, spoken)))
    note = next(note for note in db.notes(filled_library, spoken) if note.tie)
    assert note.tie.kind == "transcript" and note.tie.number == 62

    def chips() -> list[QAbstractButton]:
        editors = [one for one in window.detail.notes._editors if one.page.number == note.id]
        buttons = (one for editor in editors for one in editor.findChildren(QAbstractButton))
        return [one for one in buttons if one.text() == "1:02 · Webinar"]

    qtbot.waitUntil(lambda: bool(chips()))  # the window hears of the note a moment after the library has it
    window.detail.choose_tab("overview")
    chips()[0].click()
    assert window.detail._tabs.current() == TRANSCRIPT
    assert page(window).view.currentIndex().row() == 1 and window.focusWidget() is page(window).view


def test_one_key_plays_the_recording_from_the_passage(
    window, spoken, filled_library, tmp_path, monkeypatch, qtbot
) -> None:
    film = tmp_path / "Webinar.mp4"
    film.write_bytes(MP4)
    program = tmp_path / "bin" / "vlc"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{tmp_path / 'asked'}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    choosing(monkeypatch, film)
    window.listing.choose_row(1)
    window.detail.choose_tab(TRANSCRIPT)
    page(window).view.setCurrentIndex(page(window).view.model().index(1, 0))
    met = meet(window, Question, press("Choose a file…"))
    QTest.keyClick(page(window).view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.status._said.text() == "Playing Webinar.mp4 from 1:02", timeout=10_000)
    assert met[0].startswith("No recording of this event is known")
    assert (tmp_path / "asked").read_text().split("\n")[:2] == [str(film), ":start-time=62"]
    QTest.keyClick(page(window).view, Qt.Key.Key_Up)
    QTest.keyClick(page(window).view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.status._said.text() == "Playing Webinar.mp4 from 0:03", timeout=10_000)
    assert len(met) == 1, "the second time it is known"
