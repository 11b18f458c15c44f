# SPDX-License-Identifier: MIT
"""Where a web address is typed or pasted, before anything is fetched from it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from eqbrief.fetching.addresses import addresses_in, said_site
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button, Label

_LINE = "EqBrief fetches this page and nothing else. You look before it is stored."
_EXPECTED = "Copy it from your browser's address bar. Several can be pasted at once."
_SHOWN_SITES = 3


class AddressDialog(Dialog):
    """Take web addresses; `addresses()` gives them once the dialog was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add from a web address", _LINE, parent, (600, 284))
        self._field = QLineEdit()
        self._field.setAccessibleName("Web address")
        self._field.setPlaceholderText("https://")
        self._field.textChanged.connect(self._judge)
        self._words = Label("", "secondary", "mute")
        page = self.add_page("Web address")
        page.add(self._field)
        page.add(self._words, before=8)
        self._paste = Button("Paste the copied address", "clipboard-text")
        self._paste.clicked.connect(self._put_copied)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._fetch = Button("Fetch the page", kind="primary")
        self._fetch.clicked.connect(self.accept)
        self.finish([self._paste], [cancel, self._fetch])
        self._judge()
        self._field.setFocus()

    def addresses(self) -> list[str]:
        """List the addresses as they stand in the field."""
        return addresses_in(self._field.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what was copied, where it is an address."""
        self._paste.setVisible(bool(_copied()))
        super().showEvent(event)

    def _put_copied(self) -> None:
        self._field.setText(" ".join(_copied()))
        self._field.setFocus()

    def _judge(self) -> None:
        """Say what would be fetched from where; a longer wording makes room for itself."""
        found = self.addresses()
        words = "Fetch the page" if len(found) < 2 else f"Fetch {len(found)} pages"
        if words != self._fetch.accessibleName():
            self._fetch.setText(words)
        self._fetch.setEnabled(bool(found))
        self._words.setText(_said(self._field.text(), found))


def _copied() -> list[str]:
    return addresses_in(QApplication.clipboard().text())


def _said(typed: str, found: list[str]) -> str:
    if not found:
        waits = not typed.strip() or "https://".startswith(typed.strip().casefold()) or " " not in typed.strip()
        return _EXPECTED if waits else "There is no web address in this. One begins with https://."
    sites = list(dict.fromkeys(map(said_site, found)))
    if len(found) == 1:
        return f"From {sites[0]}."
    named = ", ".join(sites[:_SHOWN_SITES])
    more = f" and {len(sites) - _SHOWN_SITES} more" if len(sites) > _SHOWN_SITES else ""
    return f"{len(found)} pages, one after the other, from {named}{more}."
