# SPDX-License-Identifier: MIT
"""The page and the sheet beside it: which page is shown, what is marked in it, and where its words are offered to."""

from dataclasses import replace

from PySide6.QtCore import QObject

from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.items import Item
from eqbrief.gui.desk.offering import Offering
from eqbrief.gui.desk.page import PagePane
from eqbrief.gui.desk.sheets import Sheets


class Facing(QObject):
    """Keep the page that is shown in step with the sheet beside it."""

    def __init__(self, page: PagePane, sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._sheets = page, sheets
        self._number, self._name = -1, ""
        offering = Offering(page, self.form, self)
        sheets.field_focused.connect(page.mark)
        sheets.field_focused.connect(offering.field_focused)
        sheets.event_opened.connect(self._show_event)
        sheets.event_pointed.connect(self._point)

    def form(self) -> DraftForm | None:
        """Give the form that is open now: of a page, or of one event of a listing."""
        sheet = self._sheets.open_form(self._number)
        return sheet.form if sheet is not None else None

    def show(self, number: int, item: Item) -> None:
        """Show the page of an item of the queue; one that could not be read leaves what is shown."""
        self._number, self._name = number, item.page.name
        if (draft := item.page.draft) is None:
            return
        listing, form = self._sheets.listing(number), self.form()
        if listing is not None and listing.number >= 0:
            draft = listing.event_of(listing.number)
        self._page.show_page(replace(draft, evidence=form.places()) if form is not None else draft, self._name)

    def _show_event(self, number: int) -> None:
        """Show the page of one event of a listing, or with -1 the listing's own."""
        listing, form = self._sheets.listing(self._number), self.form()
        if listing is not None:
            draft = listing.event_of(number) if number >= 0 else listing.whole
            self._page.show_page(replace(draft, evidence=form.places()) if form is not None else draft, self._name)

    def _point(self, number: int) -> None:
        """Mark the event of a listing that the keyboard came to."""
        listing = self._sheets.listing(self._number)
        if listing is not None and not listing.model.events[number].text:
            self._page.show_evidence(listing.model.events[number].evidence)
            self._page.mark("title")
