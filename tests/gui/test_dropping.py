# SPDX-License-Identifier: MIT
"""Files and links that are dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from eqbrief import store as db
from eqbrief.gui.desk import Desk
from eqbrief.gui.dropping import files_in, links_in
from eqbrief.model import Filter
from eqbrief.tasks.handing import make_pack
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


@pytest.mark.parametrize("name", ["Herons", "Herons.zip"])
def test_a_pack_that_is_dropped_is_added(
    filled_library, library, open_window, tmp_path: Path, qtbot, name: str
) -> None:
    given = make_pack(filled_library, db.event_ids(filled_library, Filter())[:3], tmp_path / name)
    assert given is not None
    window = open_window(library)
    dropped = data(given.path.as_uri())
    assert enters(window, dropped)
    window.dropEvent(QDropEvent(QPointF(400, 300), COPY, dropped, LEFT, NO_KEY))
    qtbot.waitUntil(lambda: "3 added" in window.status._said.text(), timeout=20_000)
    for number in db.event_ids(library, Filter()):
        event = db.event(library, number)
        there = db.event(filled_library, db.event_with_uid(filled_library, event.uid)[0])
        for field in ("title", "summary", "body", "starts_at", "people", "questions", "topics"):
            assert getattr(event.draft, field) == getattr(there.draft, field)
