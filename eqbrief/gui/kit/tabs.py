# SPDX-License-Identifier: MIT
"""The row of tabs above a page: a word, a quiet count, and a line under the one that is open."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from eqbrief.gui.kit.plain import no_mnemonic
from eqbrief.gui.theme import colour, font, px


class Tabs(QTabBar):
    """Choose one page of several, by mouse or by the arrow keys; says `chosen` with the key of the page."""

    chosen = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[tuple[str, str, str]] = []
        self._under = -1
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._announce)

    def add(self, key: str, text: str, count: int | None = None) -> None:
        """Add a tab at the end."""
        self._words.append((key, text, ""))
        self.addTab(no_mnemonic(text))
        self.set_count(key, count)

    def set_count(self, key: str, count: int | None) -> None:
        """Show another number beside a tab's word; None for none."""
        index = self._index(key)
        text = self._words[index][1]
        shown = "" if count is None else str(count)
        self._words[index] = (key, text, shown)
        self.setTabText(index, no_mnemonic(f"{text} {shown}".strip()))
        self.setAccessibleTabName(index, f"{text} {shown}".strip())

    def show_tab(self, key: str, shown: bool) -> None:
        """Show or hide a tab."""
        self.setTabVisible(self._index(key), shown)

    def choose(self, key: str) -> None:
        """Open a tab by its key."""
        self.setCurrentIndex(self._index(key))

    def current(self) -> str:
        """Give the key of the open tab; '' where there is none."""
        index = self.currentIndex()
        return self._words[index][0] if 0 <= index < len(self._words) else ""

    def tabSizeHint(self, index: int) -> QSize:
        """Ask for the word, the count, and the gap before the next tab."""
        width = self._word_width(index)
        count = self._words[index][2]
        if count:
            width += px(5) + QFontMetrics(font("body")).horizontalAdvance(count)
        return QSize(width + px(22), px(40))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never cut a word."""
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which tab is under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each tab: the word, the count in a quiet tone, the line under the open one."""
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for index, (_key, text, count) in enumerate(self._words):
            if not self.isTabVisible(index):
                continue
            box, is_open = self.tabRect(index), index == self.currentIndex()
            words = QRect(box.x(), box.y(), box.width() - px(22), box.height() - 2)
            painter.setFont(self._word_font())
            painter.setPen(colour("text" if is_open or index == self._under else "mute"))
            painter.drawText(words, middle, text)
            painter.setFont(font("body"))
            painter.setPen(colour("mute"))
            painter.drawText(words.adjusted(self._word_width(index) + px(5), 0, 0, 0), middle, count)
            if is_open:
                line = QRect(words.x(), box.bottom() - 1, words.width(), 2)
                painter.fillRect(line, colour("accent"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _announce(self, index: int) -> None:
        if 0 <= index < len(self._words):
            self.chosen.emit(self._words[index][0])

    def _hover(self, index: int) -> None:
        if index != self._under:
            self._under = index
            self.update()

    def _index(self, key: str) -> int:
        return [known for known, _text, _count in self._words].index(key)

    def _word_font(self) -> QFont:
        made = font("body")
        made.setWeight(QFont.Weight.Medium)
        return made

    def _word_width(self, index: int) -> int:
        return QFontMetrics(self._word_font()).horizontalAdvance(self._words[index][1]) + 1
