# SPDX-License-Identifier: MIT
"""The main job by keyboard alone: add a page, read it, attach its deck, open it, note, close, open again: all there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.gui.desk import Desk
from eqbrief.store import Store
from tests.gui.meeting import choosing, meet, stand_in_opener

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DECK = resource("sample", "decks", "Small tests fairer wards.pptx")


def key(window, name: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, name, modifiers)


def add_by_keyboard(window, qtbot) -> None:
    """Press Ctrl+N; in the desk that opens wait for the page and accept it with Ctrl+Enter."""

    def accept(desk: Desk) -> None:
        qtbot.waitUntil(lambda: any(item.can_store for item in desk.queue.items), timeout=9000)
        QTest.keyClick(QApplication.focusWidget() or desk, Qt.Key.Key_Return, CONTROL)

    met = meet(window, Desk, accept)
    key(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None, timeout=9000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def tab_to(window, text: str) -> QPushButton:
    """Press Tab until the button with this word on it has the keyboard."""
    for _ in range(80):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused.text() == text:
            return focused
        key(window, Qt.Key.Key_Tab)
    raise AssertionError(f"no button '{text}' is reached by Tab")


def test_from_page_to_note_and_back_again(
    library, open_window, close_window, sample_page, qtbot, tmp_path, monkeypatch
):
    asked = stand_in_opener(tmp_path, monkeypatch)
    window = open_window(library)

    choosing(monkeypatch, sample_page("page.html"))
    add_by_keyboard(window, qtbot)
    assert window.listing._head.text() == "1 event"
    number = window.detail.event_id
    event = db.event(library, number)
    assert event.draft.title == "Kinder rotas for night staff" and event.date == "2023-03-20"
    assert [p.printed.name for p in event.appearances] == [
        "Imogen Thistlewood", "Rafiq Umberley", "Sorcha Vantongeren"
    ]  # fmt: skip
    assert window.detail._header._title.text() == event.draft.title
    assert (library.folder / event.sources[0].file).read_bytes() == (tmp_path / "page.html").read_bytes()

    choosing(monkeypatch, DECK)
    key(window, Qt.Key.Key_D, CONTROL | SHIFT)
    assert window.detail._tabs.current() == "decks"
    qtbot.wait(30)
    tab_to(window, "Attach…")
    key(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.status._said.text() == "1 deck attached")
    key(window, Qt.Key.Key_O, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: asked.exists() and asked.read_text(encoding="utf-8") != "")
    deck = db.event(library, number).decks[0]
    assert asked.read_text(encoding="utf-8").strip() == str(library.folder / deck.file)
    qtbot.waitUntil(lambda: window.status._said.text().startswith("Opened"))

    key(window, Qt.Key.Key_J, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask how the wards began")
    qtbot.waitUntil(lambda: window.detail.notes.head.state.text().startswith("Saved"))
    key(window, Qt.Key.Key_Escape)
    key(window, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: db.event(library, number).starred)
    assert window.close()
    library.close()

    again = Store.open(library.folder)
    second = open_window(again)
    assert second.detail.event_id == number and second.detail._header._star.isChecked()
    assert [editor.writing.toPlainText() for editor in second.detail.notes._editors] == ["Ask how the wards began"]
    kept = db.event(again, number).decks[0]
    assert (again.folder / kept.file).read_bytes() == DECK.read_bytes()
    close_window(second)
    again.close()
