# SPDX-License-Identifier: MIT
"""The column of fields: one sheet is shown, and the forms of the pages seen before are kept with all that was typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from eqbrief.gui.desk.items import Item, said_state, said_title, sentence
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.ledger import LedgerSheet
from eqbrief.gui.desk.listing import ListingSheet
from eqbrief.gui.desk.sheet import FormSheet, SentenceSheet
from eqbrief.gui.desk.storing import Wanted
from eqbrief.gui.kit import Button
from eqbrief.model import Choice, Comparison, Draft, UserError
from eqbrief.tasks.adding import AS_FOUND

_OTHER = "This page does not look like the record of one event. If it is one, fill in the fields and accept it."


def said_note(item: Item) -> str:
    """Say above the fields what is to know of the whole page: it is here already, in the bin, or no event."""
    if item.known is not None:
        title = item.known.event.name if item.known.event else item.page.name
        return item.known.reason or f"In the library already, as “{title}”. Correct a field to change it there."
    if item.like is not None:
        return f"What you correct here is written into “{item.like.event.name}”, with the changes that are accepted."
    return _OTHER if item.page.draft and item.page.draft.kind == "other" else ""


class Sheets(QStackedWidget):
    """Show the sheet of a page of the queue, or a sentence."""

    edited = Signal(int)
    """The number of the page whose fields were changed."""
    field_focused = Signal(str)
    choice_made = Signal(object)
    """The Choice that a button says about the page that is shown."""
    sheet_wanted = Signal(int)
    """The number of the page of which another sheet is to be shown."""
    event_opened = Signal(int)
    """The number of the event of a listing whose fields are shown; -1 when it is the list again."""
    event_pointed = Signal(int)
    """The number of the event of a listing that the keyboard came to."""
    skip_wanted = Signal()

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known
        self._kept: dict[int, FormSheet | ListingSheet] = {}
        self._ledgers: dict[int, LedgerSheet] = {}
        self._editing: set[int] = set()

    def form(self, number: int) -> FormSheet | None:
        """Give the form of a page, if it was shown before."""
        sheet = self._kept.get(number)
        return sheet if isinstance(sheet, FormSheet) else None

    def listing(self, number: int) -> ListingSheet | None:
        """Give the events of a page that lists several, if it was shown before."""
        sheet = self._kept.get(number)
        return sheet if isinstance(sheet, ListingSheet) else None

    def ledger(self, number: int) -> LedgerSheet | None:
        """Give what a page says otherwise than the event that is here, if that was shown before."""
        return self._ledgers.get(number)

    def open_form(self, number: int) -> FormSheet | None:
        """Give the form that is open for a page: its own, or that of one of its events."""
        if number in self._ledgers and number not in self._editing:
            return None
        listing = self.listing(number)
        return listing.open_sheet() if listing is not None else self.form(number)

    def show_item(self, number: int, item: Item) -> None:
        """Show what there is to do with a page, or what became of it."""
        draft = item.page.draft
        if item.state == "failed":
            self._editing.add(number)  # the reason stands above the fields
        if item.state in ("stored", "storing"):
            icon = "check-circle" if item.state == "stored" else "clock"
            self.put(SentenceSheet(icon, said_title(item), sentence(said_state(item))))
        elif draft is None:
            skip = Button("Skip")
            skip.clicked.connect(self.skip_wanted)
            self.put(SentenceSheet("warning", f"{item.page.name} could not be read", item.page.reason or "", (skip,)))
        elif draft.kind == "listing" and draft.events:
            self.put(self.listing(number) or self._make_listing(number, item, draft))
        elif item.like is not None and number not in self._editing:
            self.put(self._ledgers.get(number) or self._make_ledger(number, item.like, item.since))
        else:
            sheet = self.form(number) or self._make_form(number, item)
            self.put(sheet)
            if item.state == "failed":
                sheet.say(UserError(said_state(item), "Change what is wrong and accept it again, or skip it."))

    def liken(self, number: int) -> None:
        """Take note that a page is like another event than before: what was shown of that is of no use any more."""
        if (ledger := self._ledgers.pop(number, None)) is not None and ledger is not self.currentWidget():
            self._drop(ledger)
        if number in self._kept:
            self._editing.add(number)  # somebody may be at its fields

    def decided(self, number: int, item: Item, choice: Choice | None = None) -> Wanted | None:
        """Give what is to be stored of a page as it stands in its sheet, or say there why nothing can be.

        `choice` is what was decided by a button about a page that is like an event.
        """
        page, draft = item.page, item.page.draft
        if item.like is not None and choice is None:
            ledger = self.ledger(number)
            choice = ledger.choice() if ledger is not None else Choice(into=item.like.event.id)
        choice = choice or AS_FOUND
        if draft is None:
            return None
        if (listing := self.listing(number)) is not None:
            return listing.decided(number, page)
        if draft.kind == "listing" and draft.events:
            return Wanted(number, page, draft)
        sheet = self.form(number)
        if sheet is None:
            return Wanted(number, page, draft, choice)
        made = sheet.accepted()
        return Wanted(number, page, made, choice) if made is not None else None

    def forget(self, number: int) -> None:
        """Let go of the form of a page that was stored."""
        self._editing.discard(number)
        for sheet in (self._kept.pop(number, None), self._ledgers.pop(number, None)):
            if sheet is not None and sheet is not self.currentWidget():
                self._drop(sheet)

    def put(self, sheet: QWidget) -> None:
        """Show a sheet; one that is not kept goes when the next is shown."""
        before = self.currentWidget()
        if sheet is before:
            return
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        self.setFocusProxy(sheet)
        if before is not None and before not in (*self._kept.values(), *self._ledgers.values()):
            self._drop(before)

    def take_keyboard(self) -> bool:
        """Put the keyboard where the person goes on; False where the sheet has no place for it."""
        sheet = self.currentWidget()
        if isinstance(sheet, ListingSheet) and (inner := sheet.open_sheet()) is not None:
            sheet = inner
        if isinstance(sheet, FormSheet):
            sheet.form.focus_first()
        elif sheet is not None and sheet.focusProxy() is not None:
            sheet.setFocus()
        else:
            return False
        return True

    def _make_form(self, number: int, item: Item) -> FormSheet:
        draft = item.page.draft
        assert draft is not None, "show_item says so where nothing was read"
        back = None
        if item.like is not None:
            back = Button("Show what differs")
            back.clicked.connect(lambda: self._edit(number, is_editing=False))
        sheet = FormSheet(self._known, draft, "What was read", note=said_note(item), answer=back)
        self._kept[number] = sheet
        sheet.form.changed.connect(lambda: self.edited.emit(number))
        sheet.form.field_focused.connect(self.field_focused)
        return sheet

    def _make_listing(self, number: int, item: Item, draft: Draft) -> ListingSheet:
        sheet = self._kept[number] = ListingSheet(self._known, draft, item.checks, said_note(item), item.news)
        sheet.changed.connect(lambda: self.edited.emit(number))
        sheet.field_focused.connect(self.field_focused)
        sheet.event_opened.connect(self.event_opened)
        sheet.event_pointed.connect(self.event_pointed)
        return sheet

    def _make_ledger(self, number: int, like: Comparison, since: str) -> LedgerSheet:
        sheet = self._ledgers[number] = LedgerSheet(like, since)
        sheet.turned.connect(lambda: self.edited.emit(number))
        sheet.decided.connect(self.choice_made)
        sheet.fields_wanted.connect(lambda: self._edit(number, is_editing=True))
        return sheet

    def _edit(self, number: int, *, is_editing: bool) -> None:
        (self._editing.add if is_editing else self._editing.discard)(number)
        self.sheet_wanted.emit(number)

    def _drop(self, sheet: QWidget) -> None:
        self.removeWidget(sheet)
        sheet.deleteLater()
