# SPDX-License-Identifier: MIT
"""Decks from a folder on the real window: proposed in words, attached once confirmed; and one of only the same name."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from eqbrief import tasks
from eqbrief.gui.asking import Question
from eqbrief.gui.detail import deck_doing
from eqbrief.model import DraftDeck
from eqbrief.store import Store, decks_of
from tests.decks.making import Made, deck, shape
from tests.gui.meeting import meet, press
from tests.store.filling import add_event


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """Give the folder that the person will choose."""
    chosen = tmp_path / "downloads"
    chosen.mkdir()
    monkeypatch.setattr(deck_doing, "choose_folder", lambda _parent, _title: chosen)
    return chosen


def write(folder: Path, name: str) -> None:
    (folder / name).write_bytes(deck(Made(shape(name, holder="title"))))


def test_what_the_page_names_is_proposed_and_attached(library: Store, open_window, folder: Path, qtbot) -> None:
    event = add_event(library, decks=(DraftDeck("Night rotas"), DraftDeck("Ward map")))
    for name in ("Night rotas final.pptx", "Other.pptx"):
        write(folder, name)
    window = open_window(library)
    window.show_event(event)
    window.detail.choose_tab("decks")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    (button,) = [one for one in window.detail.findChildren(QPushButton) if one.text() == "Attach from a folder…"]
    asked = meet(window, Question, press("Attach it"))
    button.click()
    qtbot.waitUntil(lambda: [bool(one.file) for one in decks_of(library, [event])] == [True, False], timeout=10_000)
    assert "“Night rotas final.pptx” as “Night rotas”" in asked[0]
    assert "'Other.pptx'" in asked[0] and "not named by the page" in asked[0]
    qtbot.waitUntil(lambda: window.status._said.text() == "1 deck attached")


def test_a_lost_deck_may_be_taken_from_a_file_of_its_name(library: Store, open_window, folder: Path, qtbot) -> None:
    event = add_event(library, decks=())
    write(folder, "Rotas.pptx")
    lost = tasks.attach(library, event, folder / "Rotas.pptx")
    library.path(str(lost.file)).unlink()
    (folder / "Rotas.pptx").write_bytes(deck(Made(shape("Newly counted", holder="title"))))
    window = open_window(library)
    window.show_event(event)
    asked = meet(window, Question, press("Choose a folder…"))
    window.detail._decks.do("find", lost)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    taken = meet(window, Question, press("Take this file"))
    qtbot.waitUntil(lambda: tasks.with_state(library, decks_of(library, [event])[0]).state == "here", timeout=10_000)
    assert "another content" in taken[0]
    assert decks_of(library, [event])[0].id == lost.id
