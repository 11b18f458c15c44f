# SPDX-License-Identifier: MIT
"""Mark what was searched for in the page that a hit opens, and bring the first of it into sight."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from eqbrief import store as db
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.kit import ReadingText
from eqbrief.gui.listing.rows import unmarked
from eqbrief.gui.theme import px
from eqbrief.model import Hit

_IN_TEXTS = ("event", "session", "source")
_MOST = 200


def open_hit(store: db.Store, detail: DetailPane, hit: Hit, *, enter: bool = False) -> None:
    """Show a hit exactly where its words stand, and mark them there; `enter` takes the keyboard to it."""
    whose = db.whose_note(store, hit.id) if hit.kind == "note" and hit.event is None else None
    if whose is not None:
        detail.show_name(*whose)
    else:
        detail.show_hit(hit, enter=enter)
        QTimer.singleShot(0, detail, lambda: mark_found(detail, hit))  # once the page stands there
    if enter and hit.kind not in ("note", "action"):
        detail.focus_detail()


def mark_found(page: QWidget, hit: Hit) -> None:
    """Mark the words of a hit in the texts of a page; the first that are found are brought into sight."""
    if hit.kind not in _IN_TEXTS:
        return
    words = sorted({*_marked(hit.snippet), *_marked(hit.marked_title)}, key=len, reverse=True)
    if not words:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    first: tuple[ReadingText, int] | None = None
    for text in page.findChildren(ReadingText):
        if not text.isVisibleTo(page):
            continue
        found = [match.span() for match, _ in zip(pattern.finditer(text.toPlainText()), range(_MOST), strict=False)]
        text.mark(found)
        if found and first is None:
            first = text, found[0][0]
    if first is not None:
        text, at = first
        QTimer.singleShot(0, text, lambda: _reveal(text, at))  # once the page has been laid out


def _marked(snippet: str) -> Iterator[str]:
    text, marks = unmarked(snippet)
    return (text[start : start + length] for start, length in marks)


def _reveal(text: ReadingText, at: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(at)
    spot = text.cursorRect(cursor).center()
    area = text.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inner = area.widget() if area is not None else None
    if area is not None and inner is not None:
        where = text.viewport().mapTo(inner, QPoint(spot.x(), spot.y()))
        area.ensureVisible(0, where.y(), 0, px(80))
