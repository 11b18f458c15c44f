# SPDX-License-Identifier: MIT
"""The sidebar keeps its room whatever stands beside it, and the panes get theirs back in a wide window."""

import pytest

from eqbrief.gui.sidebar import Place

SPEAKERS = Place("Who speaks for whom", "speakers")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def widths(window) -> tuple[int, int]:
    return window.sidebar.width(), window.listing.width()


def test_in_a_narrow_window_the_sidebar_is_as_wide_beside_a_view_as_beside_the_list(window, qtbot):
    window.resize(900, 800)
    qtbot.waitUntil(lambda: window.rooms.is_narrow and not window.detail.isVisible())
    beside_list = widths(window)
    assert 200 < beside_list[0] < 260 and beside_list[1] > 600
    window.sidebar.choose(SPEAKERS)
    qtbot.waitUntil(window.views.isVisible)
    assert widths(window)[0] == beside_list[0]


def test_the_panes_get_their_widths_back_after_a_view_and_a_narrow_window(window, qtbot):
    window.resize(1440, 800)
    qtbot.waitUntil(lambda: window.listing.isVisible() and window.detail.isVisible())
    before, kept = widths(window), window.rooms.kept_sizes()
    window.sidebar.choose(SPEAKERS)
    window.resize(900, 800)
    qtbot.waitUntil(lambda: window.rooms.is_narrow)
    assert window.rooms.kept_sizes() == kept, "what is remembered of a layout has no zero for what a view covers"
    window.resize(1440, 800)
    window.show_event(window.listing.model.id_at(0))
    qtbot.waitUntil(window.listing.isVisible)
    assert widths(window) == before
