# SPDX-License-Identifier: MIT
"""The list of events as a table: columns that the person chooses, moves and sorts by, on the model of the cards."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from eqbrief.gui.kit.rows import RowTable
from eqbrief.gui.listing.columns import COLUMNS, USUAL
from eqbrief.gui.listing.delegate import draw_ring, draw_row
from eqbrief.gui.listing.model import CardRole
from eqbrief.gui.theme import colour, font, paint_icon, px
from eqbrief.model import EventCard, Sort

_Index = QModelIndex | QPersistentModelIndex
_PAD, _ROW = 8, 36


class EventTable(RowTable):
    """The events as rows. Its model and its selection are those of the cards, so that whatever is chosen stays so."""

    menu_wanted = Signal(QPoint)
    sort_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Events as a table")
        self.setWordWrap(False)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(CellDelegate(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self._head = self.horizontalHeader()
        self._head.setAccessibleName("Columns")
        self._head.setSectionsMovable(True)
        self._head.setSectionsClickable(True)
        self._head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._head.setFixedHeight(px(_ROW))
        self._head.sectionClicked.connect(self._sort)
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._head.customContextMenuRequested.connect(lambda at: self.columns_menu().exec(self._head.mapToGlobal(at)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)

    def begin(self) -> None:
        """Give the columns their first widths and places; called once the model is set."""
        for place, column in enumerate(COLUMNS.values()):
            self.setColumnWidth(place, px(column.width))
        self.show_columns(USUAL)

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns, in this order; the title is always among them, and what is unknown is passed over."""
        wanted = [key for key in dict.fromkeys(keys) if key in COLUMNS]
        wanted = wanted if "title" in wanted else ["title", *wanted]
        every = list(COLUMNS)
        for place, key in enumerate([*wanted, *(key for key in every if key not in wanted)]):
            self._head.moveSection(self._head.visualIndex(every.index(key)), place)
        for place, key in enumerate(every):
            self.setColumnHidden(place, key not in wanted)

    def shown_columns(self) -> list[str]:
        """List the keys of the columns that are shown, from left to right."""
        places = [self._head.logicalIndex(place) for place in range(self._head.count())]
        return [list(COLUMNS)[place] for place in places if not self.isColumnHidden(place)]

    def widths(self) -> dict[str, int]:
        """Give the widths of the columns that are shown."""
        return {key: self.columnWidth(list(COLUMNS).index(key)) for key in self.shown_columns()}

    def set_widths(self, widths: dict[str, int]) -> None:
        """Set the widths of columns by their keys."""
        for place, key in enumerate(COLUMNS):
            if isinstance(width := widths.get(key), int) and 24 <= width <= 4000:
                self.setColumnWidth(place, width)

    def show_sort(self, sort: Sort) -> None:
        """Show by which column the events are in order."""
        place = next((n for n, one in enumerate(COLUMNS.values()) if one.sort == sort), None)
        if place is None and sort == "oldest":
            place = list(COLUMNS).index("date")
        self._head.setSortIndicatorShown(place is not None)
        if place is not None:
            descending = sort in ("newest", "looked")
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self._head.setSortIndicator(place, order)

    def columns_menu(self) -> QMenu:
        """Make the menu that chooses the columns."""
        menu = QMenu("Columns", self)
        shown = self.shown_columns()
        for key, column in COLUMNS.items():
            item = menu.addAction(column.heading)
            item.setCheckable(True)
            item.setChecked(key in shown)
            item.setEnabled(key != "title")
            item.toggled.connect(lambda on, key=key: self._toggle(key, on))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows the height of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(px(_ROW))

    def _toggle(self, key: str, on: bool) -> None:
        shown = self.shown_columns()
        self.show_columns([*shown, key] if on else [one for one in shown if one != key])

    def _sort(self, place: int) -> None:
        key = list(COLUMNS)[place]
        sort = COLUMNS[key].sort
        if sort == "newest" and self._head.sortIndicatorSection() == place:
            sort = "newest" if self._head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else "oldest"
        if sort is not None:
            self.sort_wanted.emit(sort)


class CellDelegate(QStyledItemDelegate):
    """Paint a cell as the cards are painted: the title stronger, the rest a tone lighter, a bar where it is chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give every row one height."""
        return QSize(px(80), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        card: EventCard | None = index.data(CardRole)
        if card is None:
            return
        key, rect, state = list(COLUMNS)[index.column()], QRect(option.rect), option.state  # type: ignore[attr-defined]
        table = self.parent()
        assert isinstance(table, EventTable)
        first = table.horizontalHeader().visualIndex(index.column()) == 0
        painter.save()
        draw_row(painter, rect, state, first=first)
        if state & QStyle.StateFlag.State_HasFocus and table.hasFocus():
            draw_ring(painter, rect.adjusted(0, 0, 0, -1))
        inner = rect.adjusted(px(_PAD), 0, -px(_PAD), 0)
        if key == "starred":
            if card.starred:
                side = px(18)
                paint_icon(painter, "star-fill", QRect(inner.x(), inner.y(), side, inner.height()), "accent")
        else:
            painter.setFont(font("strong" if key == "title" else "body"))
            painter.setPen(colour("text" if key == "title" else "mute"))
            shown = painter.fontMetrics().elidedText(
                COLUMNS[key].text(card), Qt.TextElideMode.ElideRight, inner.width()
            )
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[key].is_number else Qt.AlignmentFlag.AlignLeft
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
