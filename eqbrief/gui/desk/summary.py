# SPDX-License-Identifier: MIT
"""A person at rest: a quiet card with the name, roles and organisations, which a press opens to be corrected."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit import FlowLayout, Label, Picture, plain_tip
from eqbrief.gui.theme import colour, px
from eqbrief.model import DraftPerson


def said_person(person: DraftPerson) -> str:
    """Write a person as one sentence for a screen reader."""
    parts = [person.name, person.honorific, person.credentials, person.capacity, *person.roles, *person.organisations]
    return ", ".join(part for part in parts if part)


def said_roles(person: DraftPerson) -> str:
    """Write a person's roles as the detail shows them: with a capital, without one that is the capacity."""
    roles = " · ".join(role for role in person.roles if role.casefold() != person.capacity)
    return roles[:1].upper() + roles[1:]


class Frame(QAbstractButton):
    """The box of a card: white, with a border, in the caution tone when it should be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.cautious = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew as the pointer comes and goes
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too, as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show by the pencil that a press opens the fields."""
        super().enterEvent(event)
        self.pointed(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self.pointed(False)

    def pointed(self, is_pointed: bool) -> None:
        """Take note that the pointer has come, or gone."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        paint_box(painter, self, "hover" if self.underMouse() else "card", self.cautious)
        painter.end()


def paint_box(painter: QPainter, widget: QWidget, fill: str, cautious: bool) -> None:
    """Paint a field's box as large as a widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("caution" if cautious else "border"), 1))
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))


class Summary(Frame):
    """A person at rest: name, roles and organisations."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", "strong")
        self._titles = Label("", "body", wrap=False)
        names = QWidget()
        flow = FlowLayout(names, spacing=6)
        flow.addWidget(self._name)
        flow.addWidget(self._titles)
        self._about = Label("", "body", "mute")
        self.pencil = Picture("pencil-simple", "mute", 16)
        column = QVBoxLayout()
        column.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(6), px(10), px(8))
        row.setSpacing(px(8))
        row.addLayout(column, 1)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (names, self._about):
            column.addWidget(widget)
        for widget in (names, self._about, self.pencil):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(plain_tip("Correct this person"))

    def pointed(self, is_pointed: bool) -> None:
        """Bring the pencil out while the pointer is here."""
        self.pencil.show_icon("pencil-simple", "text" if is_pointed else "mute")

    def show_person(self, person: DraftPerson, check: str) -> None:
        """Show a person; `check` is the sentence below about what to look at."""
        titles = ", ".join(part for part in (person.honorific, person.credentials) if part)
        self._name.setText(person.name or "Nobody yet")
        self._titles.setText(titles)
        self._titles.setVisible(bool(titles))
        self._about.setText(" · ".join(part for part in (said_roles(person), *person.organisations) if part))
        self._about.setVisible(bool(self._about.text()))
        self.cautious = bool(check)
        self.setAccessibleName(f"{said_person(person)}. Enter opens the fields.")
        self.setAccessibleDescription(check)
        self.update()
