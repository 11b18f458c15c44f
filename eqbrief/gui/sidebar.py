# SPDX-License-Identifier: MIT
"""The sidebar: the parts of the library, its series and topics, and the directories, each with its count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.kit import plain_tip, surface
from eqbrief.gui.kit.chips import paint_pill
from eqbrief.gui.listing import plural
from eqbrief.gui.listing.delegate import draw_ring
from eqbrief.gui.theme import colour, font, paint_icon, px, theme_in_use
from eqbrief.gui.theme.focus import OWN_RING
from eqbrief.gui.theme.hues import hue
from eqbrief.model import Counts, Filter, NameCard
from eqbrief.model.asking import Standing
from eqbrief.store import Store, Tables

_SHOWN = 5
_COUNTED = ("event", "topic", "series", "person", "organisation", "appearance", "action", "term")
EVERY_EVENT = Filter()
KEPT = ("search", "enquiry")
"""What places show that a person keeps, names and deletes."""
_KEPT_TABLES = ("saved_search", "enquiry", "enquiry_row")
_LineRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """Where the window is: some of the events, a directory ('people', 'organisations'), or a view by its key.

    `id` is the record that a view is to show, where it shows one of several; `events` are those chosen by hand.
    """

    title: str
    shows: str = "events"
    filter: Filter = EVERY_EVENT
    id: int | None = None
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sidebar. A heading has no place; `opens` names a section of which it shows the rest.

    `hue` is the colour of its icon, if a person gave one. `new` of what it counts came since it was last looked at;
    `more`: there are more than `count`.
    """

    text: str
    icon: str = ""
    count: int | None = None
    place: Place | None = None
    opens: str = ""
    new: int = 0
    more: bool = False
    hue: str = ""

    @property
    def counted(self) -> str:
        """The count as it is shown: '3 new' comes before how many there are."""
        if self.new:
            return f"{self.new:,} new"
        return f"{self.count:,}{'+' * self.more}" if self.count else ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return self.place is None and not self.opens


ALL_EVENTS = Place("All events")
ACTIONS = Place("Actions", "actions")
NOTES = Place("Notes", "notes")
EVIDENCE = Place("Evidence", "evidence")
DIRECTORIES = {"person": Place("People", "people"), "organisation": Place("Organisations", "organisations")}


def lines_of(
    counts: Counts, opened: frozenset[str], saved: Sequence[Line] = (), asked: Sequence[Line] = ()
) -> Iterator[Line]:
    """List the sidebar's lines; sections of more than five show the rest once they are opened."""
    yield Line("Library")
    yield Line("All events", "books", counts.events, ALL_EVENTS)
    yield Line("To review", "tray", counts.to_review, Place("To review", filter=Filter("to review")))
    yield Line("Reviewing", "circle-half", counts.reviewing, Place("Reviewing", filter=Filter("reviewing")))
    yield Line("Starred", "star", counts.starred, Place("Starred", filter=Filter("starred")))
    yield Line("Looked at", "clock-counter-clockwise", None, Place("Looked at", filter=Filter("looked")))
    yield Line("Notes", "note", None, NOTES)
    yield Line("Actions", "check-square", counts.actions, ACTIONS)
    yield Line("Evidence", "target", None, EVIDENCE)
    yield Line("Bin", "trash", counts.binned, Place("Bin", filter=Filter("bin")))
    yield from _section("Series", "series", "stack", counts.series, opened)
    yield from _section("Topics", "topic", "tag", counts.topics, opened)
    yield Line("Directory")
    yield Line("People", "users", counts.people, Place("People", "people"))
    yield Line("Organisations", "buildings", counts.organisations, Place("Organisations", "organisations"))
    yield Line("Glossary", "book-open", counts.terms, Place("Glossary", "glossary"))
    yield Line("Who speaks", "chart-bar-horizontal", None, Place("Who speaks for whom", "speakers"))
    for heading, lines in (("Saved searches", saved), ("Enquiries", asked)):
        if lines:
            yield Line(heading)
            yield from lines


def _section(
    heading: str, scope: str, icon: str, names: tuple[NameCard, ...], opened: frozenset[str]
) -> Iterator[Line]:
    if not names:
        return
    yield Line(heading)
    shown = names if scope in opened or len(names) <= _SHOWN + 1 else names[:_SHOWN]
    for name in shown:
        place = Place(name.name, filter=Filter(scope, name.id))  # type: ignore[arg-type]
        yield Line(name.name, f"{icon}-fill" if name.colour else icon, name.events, place, hue=name.colour)
    if len(shown) < len(names):
        yield Line(f"{len(names) - len(shown)} more", "caret-right", None, opens=scope)


class Sidebar(QWidget):
    """Choose what the list shows."""

    chosen = Signal(object)
    """The Place that was chosen."""
    menu_wanted = Signal(object, QPoint)
    """The Place of a line, and where its menu is to open."""
    delete_wanted = Signal(object)
    rename_wanted = Signal(object)

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self._store = store
        self._place: Place = ALL_EVENTS
        self._opened: frozenset[str] = frozenset()
        self._standings: dict[int, Standing] = {}
        self._build()
        jobs.changed.connect(self._notice)
        self.read()

    def read(self) -> None:
        """Read the counts again and keep what is chosen."""
        lines = list(lines_of(db.counts(self._store), self._opened, self._saved(), self._asked()))
        at, blocked = self.view.verticalScrollBar().value(), self.view.selectionModel().blockSignals(True)
        self._model.clear()
        for line in lines:
            item = QStandardItem(line.text)
            item.setData(line, _LineRole)
            item.setEditable(False)
            item.setEnabled(not line.is_heading)
            said = ", ".join(part for part in (line.text, f"{line.new:,} new" if line.new else "") if part)
            said = said if line.count is None else f"{said}, {line.count:,}"
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip("" if line.is_heading else plain_tip(line.text))
            self._model.appendRow(item)
        self._mark()
        self.view.selectionModel().blockSignals(blocked)
        self.view.doItemsLayout()
        self.view.verticalScrollBar().setValue(at)

    def show_standings(self, standings: dict[int, Standing]) -> None:
        """Show how many things each saved search finds, and how many are new."""
        if standings != self._standings:
            self._standings = standings
            self.read()

    def choose(self, place: Place) -> None:
        """Choose a place, as if its line had been clicked; one that has no line is shown all the same."""
        self.mark(place)
        self.chosen.emit(place)

    def mark(self, place: Place) -> None:
        """Show that the window is at a place, without going there."""
        self._place = place
        self._mark()

    def focus_list(self) -> None:
        """Put the keyboard into the sidebar."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self._model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setAccessibleName("Parts of the library")
        self.view.setProperty(OWN_RING, True)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_LineDelegate(self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        self.view.selectionModel().currentChanged.connect(self._take)
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(self._clicked)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._want_menu)
        self.view.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(8), px(8), px(8))
        layout.addWidget(self.view)
        surface(self, "bg")
        surface(self.view, "bg")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete a kept line on Delete, and give it another name on F2."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            line: Line | None = self.view.currentIndex().data(_LineRole)
            wanted = {Qt.Key.Key_Delete: self.delete_wanted, Qt.Key.Key_F2: self.rename_wanted}.get(event.key())  # type: ignore[call-overload]
            if wanted is not None and line is not None and line.place is not None and line.place.shows in KEPT:
                wanted.emit(line.place)
                return True
        return super().eventFilter(watched, event)

    def _want_menu(self, at: QPoint) -> None:
        line: Line | None = self.view.indexAt(at).data(_LineRole)
        if line is not None and line.place is not None and line.place.shows in KEPT:
            self.menu_wanted.emit(line.place, self.view.viewport().mapToGlobal(at))

    def _saved(self) -> list[Line]:
        lines: list[Line] = []
        for one in db.saved_searches(self._store):
            now = self._standings.get(one.id, Standing(one.id, 0, 0))
            place = Place(one.name, "search", id=one.id)
            lines.append(Line(one.name, "magnifying-glass", now.number, place, new=now.new, more=now.more))
        return lines

    def _asked(self) -> list[Line]:
        return [
            Line(one.name, "table", one.rows - one.left_out, Place(one.name, "enquiry", id=one.id))
            for one in db.enquiries(self._store)
        ]

    def _mark(self) -> None:
        filter_ = replace(self._place.filter, words="", sort="newest")
        wanted = replace(self._place, title="", filter=filter_, events=())
        for row in range(self._model.rowCount()):
            line: Line = self._model.item(row).data(_LineRole)
            if line.place and replace(line.place, title="") == wanted:
                self._set_current(self._model.index(row, 0))
                return
        self._set_current(QModelIndex())

    def _set_current(self, index: QModelIndex) -> None:
        blocked = self.view.selectionModel().blockSignals(True)
        self.view.setCurrentIndex(index)
        self.view.selectionModel().blockSignals(blocked)
        self.view.viewport().update()

    def _take(self, index: QModelIndex, _before: QModelIndex) -> None:
        line: Line | None = index.data(_LineRole)
        if line and line.place and line.place != self._place:
            self._place = line.place
            self.chosen.emit(line.place)

    def _clicked(self, index: QModelIndex) -> None:
        line: Line = index.data(_LineRole)
        if line.opens:
            self._opened |= {line.opens}
            self.read()
        elif line.place:
            self._place = line.place
            self.chosen.emit(line.place)

    def _notice(self, tables: Tables) -> None:
        if touches(tables, *_COUNTED, *_KEPT_TABLES):
            self.read()


class _LineDelegate(QStyledItemDelegate):
    """Draw a heading quietly, and a line with its icon, its words and its count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give headings air above."""
        line: Line = index.data(_LineRole)
        first = index.row() == 0
        return QSize(px(120), px(30 if line.is_heading and first else 44 if line.is_heading else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line: Line = index.data(_LineRole)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(px(8), 0, -px(8), 0)
        if line.is_heading:
            painter.setFont(font("small"))
            painter.setPen(colour("mute"))
            painter.drawText(inner.adjusted(0, 0, 0, -px(4)), Qt.AlignmentFlag.AlignBottom, line.text)
            painter.restore()
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour("selected" if selected else "hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(4), px(4))
            if selected and theme_in_use().is_contrast:
                painter.fillRect(QRect(rect.x(), rect.y() + 1, px(6), rect.height() - 2), colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect)
        tone = "on-accent-tint" if selected else "text"
        side = px(18)
        ink = hue(line.hue) or (tone if selected else "mute")
        paint_icon(painter, line.icon, QRect(inner.x(), inner.y(), side, inner.height()), ink)
        left = inner.x() + side + px(12)
        right = inner.right()
        if line.count is not None:
            painter.setFont(font("secondary"))
            painter.setPen(colour("mute"))
            shown = line.counted
            width = painter.fontMetrics().horizontalAdvance(shown)
            if line.new:
                pill = QRect(inner.right() - width - px(12), rect.y() + px(5), width + px(14), rect.height() - px(10))
                paint_pill(painter, pill, "accent-tint", "on-accent-tint")
                painter.setPen(colour("on-accent-tint"))
                painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
                width += px(14)
            else:
                painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, shown)
            right -= width + px(8)
        painter.setFont(font("strong" if selected else "body"))
        painter.setPen(colour(tone))
        words = QRect(left, inner.y(), right - left, inner.height())
        text = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, text)
        painter.restore()


def said_count(place: Place, number: int) -> str:
    """Write the heading of the list: '214 events', '3 people'."""
    noun = {"events": "event", "people": "person", "organisations": "organisation"}[place.shows]
    return plural(number, noun)
