# SPDX-License-Identifier: MIT
"""The table of views: by the key that a place names, how each is made. Each is imported when it is first shown."""

from collections.abc import Callable

from eqbrief.gui.views.view import Given, View


def _actions(given: Given) -> View:
    from eqbrief.gui.views.actions import ActionsView  # noqa: PLC0415 - not needed before it is shown

    return ActionsView(given)


VIEWS: dict[str, Callable[[Given], View]] = {"actions": _actions}
