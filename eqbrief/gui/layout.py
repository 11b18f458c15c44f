# SPDX-License-Identifier: MIT
"""What the window remembers of its layout, and how that is put back."""

from typing import Any, Protocol

from PySide6.QtCore import QByteArray

from eqbrief.gui.actions import Actions
from eqbrief.gui.commands import LibraryCommands
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.rooms import Rooms
from eqbrief.model import SORTS

_PANES = {"sidebar": "sidebar", "list": "list_pane", "notes": "notes_pane"}
"""The panes that can be hidden, each with the action that does it."""


class Laid(Protocol):
    """What a window must have for its layout to be remembered."""

    rooms: Rooms
    detail: DetailPane
    listing: ListPane
    library: LibraryCommands
    actions_: Actions

    def saveGeometry(self) -> QByteArray:
        """Give where the window stands, in Qt's own form."""
        ...

    def restoreGeometry(self, geometry: QByteArray, /) -> bool:
        """Put the window where it stood."""
        ...

    def show_pane(self, name: str, shown: bool) -> None:
        """Show or hide the sidebar, the list or the notes."""


def kept_layout(window: Laid) -> dict[str, Any]:
    """Give the layout as it is to be remembered."""
    return {
        "geometry": bytes(window.saveGeometry().toBase64().data()).decode(),
        "sizes": window.rooms.kept_sizes(),
        "detail": window.detail.split.sizes(),
        "hidden": [name for name, made in _PANES.items() if not window.actions_[made].isChecked()],
        "sort": window.listing.sort,
        "list": window.listing.forms.kept(),
        "desk": window.library.settings.window.get("desk"),
    }


def restore_layout(window: Laid, kept: dict[str, Any]) -> None:
    """Put back the layout; anything in it that is not understood is passed over."""
    if isinstance(geometry := kept.get("geometry"), str):
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
    for name, place in (("sizes", window.rooms.setSizes), ("detail", window.detail.split.setSizes)):
        sizes = kept.get(name)
        if isinstance(sizes, list) and sizes and all(isinstance(size, int) for size in sizes):
            place(sizes)
    hidden = kept.get("hidden")
    for name, made in _PANES.items():
        shown = not (isinstance(hidden, list) and name in hidden)
        window.actions_[made].setChecked(shown)
        window.show_pane(name, shown)
    window.listing.restore_form(kept.get("list"))
    sort = kept.get("sort")
    if isinstance(sort, str) and sort in SORTS:
        window.listing.set_sort(sort)
