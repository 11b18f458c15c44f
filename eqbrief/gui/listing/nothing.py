# SPDX-License-Identifier: MIT
"""What the list says where it is empty: what would stand there, and how it comes there."""

from eqbrief.model import Scope

_EMPTY: dict[Scope, tuple[str, str, str]] = {
    "all": ("books", "No events yet", "Add an event's saved page, or look at a sample library first."),
    "to review": ("check-circle", "Nothing to review", "Events that you have not reviewed yet stand here."),
    "reviewing": ("circle-half", "Nothing is being reviewed", "Events whose review you have begun stand here."),
    "looked": (
        "clock-counter-clockwise",
        "Nothing looked at yet",
        "The events you look at stand here, the last first.",
    ),
    "starred": ("star", "No stars yet", "Star an event to find it here again."),
    "bin": ("trash", "The bin is empty", "What you delete stays here for 30 days."),
}
_NO_MATCH = ("funnel", "Nothing matches", "Try fewer words, or clear the filter.")
_NONE = ("funnel", "Nothing here", "Events that belong here will be listed as you add them.")


def said_nothing(scope: Scope, words: str) -> tuple[str, str, str]:
    """Give icon, title and text for a part of the library that is empty, or in which `words` match nothing."""
    return _NO_MATCH if words else _EMPTY.get(scope, _NONE)
