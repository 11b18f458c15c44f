# SPDX-License-Identifier: MIT
"""Tab goes as the eye does, also through what was made later than the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.tab_order import in_order


def round_trip(window, qtbot) -> list:
    """Press Tab until it comes round; list what had the keyboard."""
    window.top.search.setFocus()
    seen = []
    for _ in range(200):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.top.search:
            return seen
    raise AssertionError("Tab does not come round")


def pane_of(window, widget) -> str:
    panes = {"top": window.top, "sidebar": window.sidebar, "list": window.listing, "notes": window.detail.notes}
    panes |= {"detail": window.detail, "status": window.status}
    return next(name for name, pane in panes.items() if pane.isAncestorOf(widget))


def test_tab_goes_through_the_panes_in_order_and_through_all_of_them(window, qtbot):
    for tab in ("decks", "overview"):
        window.show_event(window.listing.model.id_at(2))
        window.detail.choose_tab(tab)
        window.detail.notes.new_note()
        qtbot.wait(30)
        seen = round_trip(window, qtbot)
        panes = [pane_of(window, widget) for widget in seen]
        turns = [pane for n, pane in enumerate(panes) if n == 0 or panes[n - 1] != pane]
        assert turns == ["top", "sidebar", "list", "detail", "notes", "status", "top"], turns
        wanted = [widget for widget in in_order(window.centralWidget()) if widget.isVisible() and widget.isEnabled()]
        assert {id(widget) for widget in wanted} == {id(widget) for widget in seen}
