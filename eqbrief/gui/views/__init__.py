# SPDX-License-Identifier: MIT
"""Views: what takes the place of list and detail, such as a table across all events.

To add one: write a `View` in a module of this folder, give it a row in `kinds.py`, and a line in the sidebar (or an
action) that chooses `Place(title, shows=KEY)`.
"""

from eqbrief.gui.views.stack import Views
from eqbrief.gui.views.view import Given, View

__all__ = ["Given", "View", "Views"]
