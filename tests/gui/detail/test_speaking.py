# SPDX-License-Identifier: MIT
"""The tab of transcripts: there only where there is one, opened by a hit at its turn, and a source of notes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.detail.speaking import TRANSCRIPT
from eqbrief.gui.transcripts import TranscriptPage
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
