# SPDX-License-Identifier: MIT
"""Between the page and the form beside it: a selection in the one is offered to the fields of the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.page import PagePane
from eqbrief.model import UserError


class Offering(QObject):
    """Offer what is selected in a page to the form that `form` gives; None where there is none now."""

    def __init__(self, page: PagePane, form: Callable[[], DraftForm | None], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._form = page, form
        page.selected.connect(self._selected)
        page.bar.wanted.connect(self._use)
        page.bar.back_wanted.connect(self._take_back)
        for keys, does in (("Alt+Return", self._open), ("Alt+Enter", self._open), ("Ctrl+Z", self._take_back)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def field_focused(self, _path: str) -> None:
        """Put the field that the keyboard came to first among those that are offered."""
        if self._page.selection()[0]:
            self._selected(True)

    def _selected(self, is_any: bool) -> None:
        form = self._form()
        if is_any and form is not None:
            self._page.bar.offer(form.offers.last())
            self._page.text.ensureCursorVisible()
        else:
            self._page.bar.hide()

    def _open(self) -> None:
        form = self._form()
        if self._page.selection()[0] and form is not None:
            self._page.bar.offer(form.offers.last())
            self._page.bar.open_menu()

    def _use(self, key: str) -> None:
        form = self._form()
        text, place = self._page.selection()
        if form is None or not text:
            return
        try:
            name = form.use(key, text, place)
        except UserError as error:
            self._page.bar.say(str(error), can_go_back=False)
        else:
            self._page.drop_selection()
            self._page.show_evidence(form.places())
            if place is not None:
                self._page.text.mark_places([(place.start, place.end)])
            self._page.bar.say(f"Used as {name}.", can_go_back=True)
        self._page.text.setFocus()

    def _take_back(self) -> None:
        form = self._form()
        if form is not None and (name := form.offers.take_back()):
            self._page.show_evidence(form.places())
            self._page.text.mark_places(())
            self._page.bar.say(f"{name} is as it was.", can_go_back=False)
            self._page.text.setFocus()
