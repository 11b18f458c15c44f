# SPDX-License-Identifier: MIT
"""Decks are read in the background of the real window: said on the status line, shown in their rows, cancelled."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.readings import Readings
from eqbrief.store import Store
from tests.decks.making import Made, deck, pdf, picture, shape
from tests.store.filling import add_event


@pytest.fixture
def event(library: Store, tmp_path: Path) -> int:
    """Give an event with three decks; the last slide of each has no text."""
    number = add_event(library, decks=())
    for name in ("one", "two", "three"):
        file = tmp_path / f"Rotas {name}.pptx"
        file.write_bytes(deck(Made(shape(f"Heron {name}", holder="title")), Made(picture())))
        tasks.attach(library, number, file)
    return number


def begun(library: Store, windows, event: int):
    window = windows.open(library)
    window.show_event(event)
    window.detail.choose_tab("decks")
    readings = Readings(library, windows.jobs(window), window)
    readings.said.connect(window.status.say)
    readings.begin()
    return window


def states(library: Store) -> list[str]:
    return [db.reading_of(library, one.id).state for one in db.decks_here(library)]


def lines(window) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [label.text() for label in window.detail._column.findChildren(QLabel)]


def test_decks_that_wait_are_read_and_their_rows_say_what_is_in_them(library, windows, event, qtbot):
    window = begun(library, windows, event)
    said: set[str] = set()

    def look() -> bool:
        said.add(window.status._work.text())
        return window.status._said.text() == "3 decks read"

    qtbot.waitUntil(look, timeout=20_000)
    assert any(text.startswith("Reading 1 of 3 decks") for text in said)
    qtbot.waitUntil(lambda: sum("2 slides" in line for line in lines(window)) == 3)
    assert lines(window).count("Not read: slide 2: pictures only, no text") == 3
    window.detail.choose_tab("overview")
    assert not any(line.startswith("Not read") for line in lines(window))


def test_a_deck_that_is_attached_is_read_too(library, windows, event, tmp_path, qtbot):
    window = begun(library, windows, event)
    qtbot.waitUntil(lambda: states(library) == ["read"] * 3, timeout=20_000)
    locked = tmp_path / "Locked.pdf"
    locked.write_bytes(pdf([("Rota reform", 30, 480)], password="quince"))
    window.detail._decks.attach_files(event, [locked])
    qtbot.waitUntil(lambda: states(library) == ["read", "read", "read", "password"], timeout=20_000)
    qtbot.waitUntil(lambda: any(line.startswith("Not read: it is protected") for line in lines(window)))


def test_cancel_ends_the_reading_at_once_and_what_is_read_stays(library, windows, event, qtbot):
    window = begun(library, windows, event)
    qtbot.waitUntil(lambda: window.status._work.text().startswith("Reading"))
    window.status._cancel.click()
    qtbot.waitUntil(lambda: window.status._said.text().startswith("Reading was cancelled"), timeout=3_000)
    assert "waiting" in states(library)
    assert "failed" not in states(library)
