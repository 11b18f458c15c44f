# SPDX-License-Identifier: MIT
"""Files and links that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from eqbrief.gui.desk import Desk
from eqbrief.gui.dropping import files_in, links_in
from tests.gui.meeting import meet

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def data(*addresses: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl(one) for one in addresses])
    return made


def test_files_and_links_are_told_apart_and_the_rest_is_left() -> None:
    dropped = data("file:///tmp/page.html", "https://Würzhof.example/ä", "http://a.example/1", "ftp://a.example/x",
                   "javascript:alert(1)", "mailto:someone@a.example")  # fmt: skip
    assert files_in(dropped) == [Path("/tmp/page.html")]
    assert links_in(dropped) == ["https://xn--wrzhof-3ya.example/%C3%A4", "http://a.example/1"]


def enters(window, dropped: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(400, 300), COPY, dropped, LEFT, NO_KEY)
    event.ignore()
    window.dragEnterEvent(event)
    return event.isAccepted()


def test_links_and_files_may_be_dropped_and_words_may_not(window) -> None:
    words = QMimeData()
    words.setText("https://a.example/")
    assert enters(window, data("https://a.example/")) and enters(window, data("file:///tmp/page.html"))
    assert not enters(window, words) and not enters(window, data("mailto:someone@a.example"))


def test_a_link_that_is_dropped_is_fetched_onto_the_desk(window, site, qtbot) -> None:
    address = site.put("/notes", b"<title>Notes</title><p>A few words of no event.</p>")
    seen: list[str | None] = []

    def look(desk: Desk) -> None:
        qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
        draft = desk.queue.items[0].page.draft
        seen.append(draft and draft.address)
        desk.queue.set(0, state="skipped", results=())
        desk.reject()

    met = meet(window, Desk, look)
    dropped = data(address)
    window.dropEvent(QDropEvent(QPointF(400, 300), COPY, dropped, LEFT, NO_KEY))
    qtbot.waitUntil(lambda: len(met) == 1 and bool(seen))
    assert seen == [address] and [one.path for one in site.asked] == ["/notes"]
