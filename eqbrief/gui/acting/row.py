# SPDX-License-Identifier: MIT
"""One action as it stands below the notes: a box to tick, the text to press and edit, whose it is and by when."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from eqbrief.gui.acting.line import ActionLine
from eqbrief.gui.gathering import gather
from eqbrief.gui.kit import IconButton, no_mnemonic
from eqbrief.gui.kit.labels import lay_out
from eqbrief.gui.theme import colour, paint_icon, px
from eqbrief.model import Action, Piece, say_date, today
from eqbrief.store import Store
from eqbrief.tasks import line_of

_GROUNDS = {"note": "from a note", "question": "from a question"}


def said_about(action: Action, event: str = "") -> str:
    """Write whose an action is, when it is due and what it came from: 'Amal · due 8 March 2024 · from a note'."""
    if action.state == "done":
        done = f"Done {say_date((action.done_at or '')[:10])}".strip()
        return " · ".join(part for part in (f"{done} – {action.outcome}" if action.outcome else done, event) if part)
    due = f"{'overdue since' if action.is_overdue(today()) else 'due'} {say_date(action.due)}" if action.due else ""
    owner = "Me" if action.owner == "me" else action.owner
    grounds = _GROUNDS[action.evidence.kind] if action.evidence else ""
    said = " · ".join(part for part in (owner, due, grounds, event) if part)
    return said[:1].upper() + said[1:]


def said_action(action: Action, event: str = "") -> str:
    """Write an action as one sentence for those who hear it."""
    about = said_about(action, event)
    return f"{action.text}{f', {about}' if about else ''}"


class ActionRow(QWidget):
    """Show an action; say what the person does with it."""

    ticked = Signal(object, bool)
    edited = Signal(object, str)
    outcome_given = Signal(object, str)
    delete_wanted = Signal(object)
    grounds_wanted = Signal(object)
    event_wanted = Signal(int)
    grown = Signal()
    """The row needs another height: a line to write in came or went."""

    def __init__(self, action: Action, names: Callable[[], list[str]], *, with_event: bool = False) -> None:
        super().__init__()
        self.action, self._names = action, names
        self._event = action.event_title if with_event else ""
        self._line: ActionLine | None = None
        self._outcome: QLineEdit | None = None
        self._build()

    @property
    def is_writing(self) -> bool:
        """Whether a line is open in this row."""
        return self._line is not None or self._outcome is not None

    def edit(self) -> None:
        """Open the action as a line to write in."""
        if self._line is not None:
            return
        self._line = line = ActionLine(f"Edit the action {self.action.text}", self._names, line_of(self.action))
        line.entered.connect(lambda _text: self._close_line(keep=True))
        line.escaped.connect(lambda: self._close_line(keep=False))
        line.left.connect(lambda: self._close_line(keep=True))
        self._text.hide()
        self._column.insertWidget(0, line)
        line.show()  # the layout would only do so on the next turn, and what is hidden takes no keyboard
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def ask_outcome(self) -> None:
        """Offer a line for what came of it, below an action that is done."""
        if self._outcome is not None:
            return
        self._outcome = line = QLineEdit(self.action.outcome or "")
        line.setAccessibleName(f"What came of {self.action.text}")
        line.setPlaceholderText("What came of it? (if you like)")
        line.editingFinished.connect(self._close_outcome)
        self._column.addWidget(line)
        line.show()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def written(self) -> tuple[str | None, str | None]:
        """Give the line and the outcome that are being written and differ from what is kept; None for neither."""
        line = self._line.text() if self._line is not None else None
        outcome = self._outcome.text() if self._outcome is not None else None
        return (
            line if line is not None and line.strip() and line != line_of(self.action) else None,
            outcome if outcome is not None and outcome != (self.action.outcome or "") else None,
        )

    def focus_text(self) -> None:
        """Put the keyboard on the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the action, to put into a briefing."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first frame gathers nothing

        return [briefing.action_piece(store, self.action)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the line for the outcome without keeping it."""
        if event.key() == Qt.Key.Key_Escape and self._outcome is not None:
            self._outcome.setText(self.action.outcome or "")
            self._close_outcome()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the action."""
        if not self.is_writing:
            self._menu(event.globalPos())

    def _build(self) -> None:
        done = self.action.state == "done"
        self._box = QCheckBox()
        self._box.setChecked(done)
        self._box.setAccessibleName(f"Done: {said_action(self.action, self._event)}")
        self._box.setFixedWidth(px(24))
        self._box.clicked.connect(lambda on: self.ticked.emit(self.action, on))
        self._text = ActionText(self.action, self._event)
        self._text.clicked.connect(self._press)
        self._text.delete_wanted.connect(lambda: self.delete_wanted.emit(self.action))
        self._text.menu_wanted.connect(self._menu)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._column.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0 if self._event else px(15), 0, px(12), 0)
        row.setSpacing(px(4))
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        if self._event:
            show = IconButton(f"Show the event {self._event}", "arrow-right", tone="mute")
            show.clicked.connect(lambda: self.event_wanted.emit(self.action.event_id))
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)

    def _press(self) -> None:
        if self.action.state == "done":
            self.ask_outcome()
        else:
            self.edit()

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        done = self.action.state == "done"
        if not done:
            menu.addAction("Edit", self.edit)
        menu.addAction("Not done after all" if done else "Done", lambda: self.ticked.emit(self.action, not done))
        if done:
            menu.addAction("What came of it…", self.ask_outcome)
        if self.action.evidence is not None:
            menu.addAction("Show where it came from", lambda: self.grounds_wanted.emit(self.action))
        if self._event:
            menu.addAction("Show the event", lambda: self.event_wanted.emit(self.action.event_id))
        menu.addAction("Add to briefing", lambda: gather(self))
        menu.addSeparator()
        menu.addAction("Delete", lambda: self.delete_wanted.emit(self.action))
        menu.exec(at)
        menu.deleteLater()

    def _close_line(self, *, keep: bool) -> None:
        line, self._line = self._line, None
        if line is None:
            return
        text, inside = line.text(), line.hasFocus()
        self._text.show()
        if inside:
            self.focus_text()
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.grown.emit()
        if keep and text.strip() and text != line_of(self.action):
            self.edited.emit(self.action, text)

    def _close_outcome(self) -> None:
        line, self._outcome = self._outcome, None
        if line is None:
            return
        text, inside = line.text(), line.hasFocus()
        if inside:
            self.focus_text()
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.grown.emit()
        if text.strip() != (self.action.outcome or ""):
            self.outcome_given.emit(self.action, text)


class ActionText(QAbstractButton):
    """The words of an action, and below them quietly about it; pressing them edits. Delete asks to take it away."""

    delete_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, action: Action, event: str = "") -> None:
        super().__init__()
        self._words, self._about = action.text, said_about(action, event)
        self._is_done, self._is_late = action.state == "done", action.is_overdue(today())
        self.setText(no_mnemonic(self._words))
        self.setAccessibleName(said_action(action, event))
        self.setAccessibleDescription("Press to edit; Delete takes it away.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for the room that the words need at the width there is."""
        width = self.width() if self.width() > px(60) else px(240)
        return QSize(px(120), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words' width."""
        return QSize(px(80), self.heightForWidth(max(self.width(), px(80))))

    def hasHeightForWidth(self) -> bool:
        """Say that the lines break where they must."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words and of what is said about them."""
        return self._first(width)[1] + (self._second(width)[1] if self._about else 0) + px(4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the action away, Enter and F2 edit it, the menu key shows all that can be done."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        elif event.key() == Qt.Key.Key_Menu:
            self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the quiet line; what is overdue has a sign before it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(self.rect(), px(4), px(4))
        layout, height = self._first(self.width())
        painter.setPen(colour("mute" if self._is_done else "text"))
        layout.draw(painter, QPointF(px(4), px(2)))
        if self._about:
            below, _ = self._second(self.width())
            tone = "caution" if self._is_late else "mute"
            left = px(4)
            if self._is_late:
                paint_icon(painter, "warning", QRect(left, height + px(3), px(14), px(18) - px(2)), tone)
                left += px(18)
            painter.setPen(colour(tone))
            below.draw(painter, QPointF(left, height + px(2)))
        painter.end()

    def _first(self, width: int):  # noqa: ANN202 - a layout with its height
        return lay_out(self._words, "body", width - px(8))

    def _second(self, width: int):  # noqa: ANN202 - a layout with its height
        return lay_out(self._about, "secondary", width - px(8) - (px(18) if self._is_late else 0))


def height_of(rows: QVBoxLayout, width: int) -> int:
    """Give the height that a column of rows needs at a width."""
    return math.ceil(rows.totalHeightForWidth(width)) if rows.hasHeightForWidth() else rows.totalSizeHint().height()
