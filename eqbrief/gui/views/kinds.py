# SPDX-License-Identifier: MIT
"""The table of views: by the key that a place names, how each is made. Each is imported when it is first shown."""

from collections.abc import Callable

from eqbrief.gui.views.view import Given, View

VIEWS: dict[str, Callable[[Given], View]] = {}
