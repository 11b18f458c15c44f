# SPDX-License-Identifier: MIT
"""Buttons as the design draws them: an icon beside a word, a count, a chevron, the shortcut; never an unnamed one."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from eqbrief.gui.kit.plain import no_mnemonic, plain_tip
from eqbrief.gui.theme import colour, font, icon, paint_icon, px, theme_in_use

Kind = Literal["plain", "primary", "quiet", "danger"]

# Background at rest, under the pointer, pressed; border; text. '' is nothing.
LOOKS: dict[Kind, tuple[str, str, str, str, str]] = {
    "plain": ("card", "hover", "pressed", "border", "text"),
    "primary": ("accent", "accent-hover", "accent-pressed", "", "on-accent"),
    "quiet": ("", "hover", "pressed", "", "text"),
    "danger": ("card", "danger-tint", "danger-tint", "danger", "danger"),
}


class Button(QPushButton):
    """A button with a word on it, 32 px high. `icon` is a Phosphor name; `hint` its shortcut, shown small."""

    def __init__(
        self, text: str, icon: str = "", kind: Kind = "plain", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._hint = icon, hint
        self._kind: Kind = kind
        self._label, self._count, self._chevron = "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Put another word on the button; it is the accessible name too."""
        self._label = text
        super().setText(no_mnemonic(text))
        self._say()

    def set_icon(self, name: str) -> None:
        """Show another icon beside the word; '' for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_count(self, count: int | None) -> None:
        """Show a number in a pill after the word, as in 'Briefing 2'; None for none."""
        self._count = "" if count is None else str(count)
        self._say()

    def sizeHint(self) -> QSize:
        """Ask for room for everything on the button."""
        widths = [width for width, _gap in self._parts().values()]
        gaps = [gap for _width, gap in self._parts().values()][1:]
        return QSize(sum(widths) + sum(gaps) + 2 * self._margin(), px(32))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button in the theme's colours and its own state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_parts(painter)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _margin(self) -> int:
        return px(12)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._label} {self._count}".strip())
        self.updateGeometry()
        self.update()

    def _label_font(self) -> QFont:
        made = font("body")
        made.setWeight(QFont.Weight.Medium)
        return made

    def _parts(self) -> dict[str, tuple[int, int]]:
        """What stands on the button from the left, with its width and the gap before it."""
        small = QFontMetrics(font("secondary"))
        parts = {
            "icon": (px(18) if self._icon else 0, 0),
            "label": (QFontMetrics(self._label_font()).horizontalAdvance(self._label) + 1 if self._label else 0, px(7)),
            "hint": (small.horizontalAdvance(self._hint) if self._hint else 0, px(8)),
            "count": (max(px(20), small.horizontalAdvance(self._count) + px(12)) if self._count else 0, px(8)),
            "chevron": (px(14) if self._chevron else 0, px(8)),
        }
        return {name: part for name, part in parts.items() if part[0]}

    def _ink(self) -> str:
        return LOOKS[self._kind][4] if self.isEnabled() else "disabled"

    def _paint_box(self, painter: QPainter) -> None:
        rest, hover, pressed, border, _ink = LOOKS[self._kind]
        fill = pressed if self.isDown() or self.isChecked() else hover if self.underMouse() else rest
        if not self.isEnabled():
            fill, border = "", "hairline" if self._kind != "quiet" else ""
        if theme_in_use().is_contrast and self.isEnabled() and (self.underMouse() or self.isDown()):
            border = "accent"
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(border), 1) if border else QPen(Qt.PenStyle.NoPen))
        edge = 0.5 if border else 0.0
        painter.drawRoundedRect(self.rect().toRectF().adjusted(edge, edge, -edge, -edge), px(6), px(6))

    def _paint_parts(self, painter: QPainter) -> None:
        parts = self._parts()
        total = sum(width for width, _ in parts.values()) + sum(gap for _, gap in list(parts.values())[1:])
        left = self._start(total)
        for number, (name, (width, gap)) in enumerate(parts.items()):
            left += gap if number else 0
            self._paint_part(painter, name, QRect(left, 0, width, self.height()))
            left += width

    def _start(self, total: int) -> int:
        return (self.width() - total) // 2

    def _paint_part(self, painter: QPainter, name: str, box: QRect) -> None:
        ink = self._ink()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if name in ("icon", "chevron"):
            paint_icon(painter, self._icon if name == "icon" else "caret-down", box, ink)
        elif name == "count":
            pill = QRect(box.x(), (box.height() - px(20)) // 2, box.width(), px(20))
            painter.setPen(QPen(colour("accent"), 1) if theme_in_use().is_contrast else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(colour("accent-tint"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setFont(font("secondary"))
            painter.setPen(colour("on-accent-tint"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._count)
        else:
            painter.setFont(self._label_font() if name == "label" else font("secondary"))
            painter.setPen(colour(ink if name == "label" or ink != "text" else "mute"))
            painter.drawText(box, middle, self._label if name == "label" else self._hint)


class MenuButton(Button):
    """A button that opens a menu, with a chevron that says so."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        menu: QMenu | None = None,
        kind: Kind = "plain",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, kind, parent=parent)
        self._chevron = True
        if menu is not None:
            self.setMenu(menu)


class Link(Button):
    """A button that looks like a link: 'Original page', 'Write one'."""

    def __init__(self, text: str, icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, icon, "quiet", parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Ask for a line of text, and never for less than a target needs."""
        return QSize(super().sizeHint().width(), px(24))

    def _margin(self) -> int:
        return 0

    def _label_font(self) -> QFont:
        made = font("body")
        made.setUnderline(self.underMouse() or theme_in_use().is_contrast)
        return made

    def _ink(self) -> str:
        return "accent" if self.isEnabled() else "disabled"

    def _paint_box(self, painter: QPainter) -> None:
        """Leave the background alone: a link is text."""

    def _start(self, total: int) -> int:
        return 0


class IconButton(QToolButton):
    """A button of 32 px with an icon alone: its name is required, and is shown with its shortcut as the tooltip."""

    def __init__(
        self,
        name: str,
        icon_name: str,
        shortcut: str = "",
        *,
        tone: str = "text",
        on: str | None = None,
        on_tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if not name.strip():
            raise ValueError("An icon alone needs a name.")
        self._shortcut = shortcut
        self.setIcon(icon(icon_name, tone, on, on_tone))
        self.setCheckable(on is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_name(name)

    def sizeHint(self) -> QSize:
        """Ask for as much height as a button with a word has, and as much width."""
        return QSize(px(32), px(32))

    def set_name(self, name: str) -> None:
        """Call the button by another name, as when 'Star' becomes 'Remove the star'."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(f"{name} ({self._shortcut})" if self._shortcut else name))
