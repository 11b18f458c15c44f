# SPDX-License-Identifier: MIT
"""The page as it will be, on white paper in every theme. It loads nothing: its pictures are handed to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from eqbrief.briefing import Document
from eqbrief.briefing.document import Block, Picture, with_blocks
from eqbrief.briefing.html import body_html
from eqbrief.gui.kit import surface
from eqbrief.gui.theme import font, line_height, px

_WIDEST = 680
_NOTHING = b"\x89PNG"
_DATA = re.compile(r'src="data:[^"]*"([^>]*?) width="(\d+)" height="(\d+)"')
_CAPTION = re.compile(r"<table>\n<caption>(.*?)</caption>")
# Qt knows no caption and no figure; paper is white, so these colours are those of what goes out, in every theme.
_SHEET = """
p, li, td, th, h1, h2, h3, h4, h5 {{ -qt-line-height-type: minimum; line-height: {line}px; }}
body {{ color: #1e2326; }} a {{ color: #0a6670; }}
h1 {{ font-size: {title}px; font-weight: 600; margin: 0 0 {small}px 0; }}
h2 {{ font-size: {first}px; font-weight: 600; margin: {large}px 0 {small}px 0; }}
h3 {{ font-size: {second}px; font-weight: 600; margin: {middle}px 0 {tiny}px 0; }}
h4, h5 {{ font-size: {body}px; font-weight: 600; margin: {middle}px 0 {tiny}px 0; color: #0a6670; }}
p {{ margin: 0 0 {small}px 0; }} ul, ol {{ margin: 0 0 {small}px 0; }} li {{ margin: 0 0 {tiny}px 0; }}
.about, .quiet, .caption {{ color: #566067; }} .classification {{ color: #0a6670; font-weight: 600; }}
.contents {{ font-weight: 600; }} blockquote {{ margin: 0 0 {small}px {middle}px; }} b, strong {{ font-weight: 600; }}
th {{ background-color: #f4f3f0; font-weight: 600; text-align: left; }}
td {{ border-bottom: 1px solid #dedbd4; }}
"""


_SIZES = {"title": 27, "first": 19, "second": 16, "body": 14, "large": 22, "middle": 14, "small": 8, "tiny": 4}


@dataclass(frozen=True, slots=True)
class Shown:
    """A document made ready to be shown, away from the window's thread: its markup, and its pictures by name."""

    markup: str
    pictures: dict[str, bytes]


def made_ready(document: Document) -> Shown:
    """Write a document in the words that Qt knows of HTML, its pictures apart."""
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    bare: list[Block] = [
        Picture(_NOTHING, block.alternative, block.caption, *_fitting(block)) if isinstance(block, Picture) else block
        for block in document.blocks
    ]
    names = iter(range(len(pictures)))
    text = body_html(with_blocks(document, bare))
    text = _DATA.sub(lambda found: f'src="picture:{next(names)}" width="{found[2]}" height="{found[3]}"', text)
    text = _CAPTION.sub(r'<p class="quiet">\1</p>\n<table>', text)
    for old, new in (
        ("<table>", '<table width="100%" cellspacing="0" cellpadding="5">'),
        ("<figure>", "<p>"),
        ("<figcaption>", '</p><p class="caption">'),
        ("</figcaption></figure>", "</p>"),
        (" aria-label=", " title="),
    ):
        text = text.replace(old, new)
    return Shown(text, {f"picture:{at}": block.data for at, block in enumerate(pictures)})


def _fitting(picture: Picture) -> tuple[int, int]:
    width = min(540, max(picture.width, 1))
    return width, max(1, picture.height * width // max(picture.width, 1))


class Page(QTextBrowser):
    """A sheet of paper. Links within lead to their place; others are said, never opened."""

    link_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pictures: dict[str, bytes] = {}
        self.setAccessibleName("Preview of the briefing")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet("QTextBrowser { background: #ffffff; color: #1e2326; border: none; }")
        self.anchorClicked.connect(self._pressed)

    def show_document(self, shown: Shown) -> None:
        """Show a document where the one before it was scrolled to."""
        at, document = self.verticalScrollBar().value(), self.document()
        self._pictures = shown.pictures
        document.setDefaultFont(font("reading"))
        scaled = {name: px(size) for name, size in _SIZES.items()}
        # The distance of lines stands in the sheet: set on the blocks afterwards, it cost more than all the rest.
        document.setDefaultStyleSheet(_SHEET.format(**scaled, line=line_height("reading")))
        document.setHtml(shown.markup)
        document.setDocumentMargin(px(36))
        document.setIndentWidth(px(20))
        self.verticalScrollBar().setValue(at)

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Answer with the document's own pictures, and with nothing else: Qt would open files and network paths."""
        data = self._pictures.get(name if isinstance(name, str) else name.toString())
        return QImage.fromData(data) if data else None

    def doSetSource(self, name: QUrl | str, type: Any = None) -> None:
        """Go nowhere: this is no browser."""

    def _pressed(self, address: QUrl) -> None:
        if address.isRelative() and address.hasFragment():
            self.scrollToAnchor(address.fragment())
        else:
            self.link_pressed.emit(address.toString())


class Preview(QWidget):
    """The paper on the desk, as wide as a page is read well."""

    def __init__(self, others: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.page = Page()
        self.page.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for other in others:
            column.addWidget(other)
        column.addWidget(self.page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(24), px(24), 0)
        row.addStretch(1)
        row.addLayout(column, 1000)
        row.addStretch(1)
        surface(self, "bg")
