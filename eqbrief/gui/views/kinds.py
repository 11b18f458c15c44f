# SPDX-License-Identifier: MIT
"""The table of views: by the key that a place names, how each is made. Each is imported when it is first shown."""

from collections.abc import Callable

from eqbrief.gui.views.view import Given, View

COMPARE = "compare"
"""Two versions of a deck; the place's `id` is the deck to begin with, None to choose both."""


def _actions(given: Given) -> View:
    from eqbrief.gui.views.actions import ActionsView  # noqa: PLC0415 - not needed before it is shown

    return ActionsView(given)


def _comparing(given: Given) -> View:
    from eqbrief.gui.views.comparing import ComparingView  # noqa: PLC0415 - when it is first shown

    return ComparingView(given)


def _enquiry(given: Given) -> View:
    from eqbrief.gui.views.enquiry import EnquiryView  # noqa: PLC0415 - made when it is first shown

    return EnquiryView(given)


def _evidence(given: Given) -> View:
    from eqbrief.gui.views.evidence import EvidenceView  # noqa: PLC0415 - when it is first shown

    return EvidenceView(given)


def _glossary(given: Given) -> View:
    from eqbrief.gui.views.glossary import GlossaryView  # noqa: PLC0415 - the same

    return GlossaryView(given)


def _notes(given: Given) -> View:
    from eqbrief.gui.views.notes import NotesView  # noqa: PLC0415 - the same

    return NotesView(given)


def _speakers(given: Given) -> View:
    from eqbrief.gui.views.speakers import SpeakersView  # noqa: PLC0415 - the same

    return SpeakersView(given)


def _briefing(given: Given) -> View:
    from eqbrief.gui.briefing.view import BriefingView  # noqa: PLC0415 - loaded when it is first shown

    return BriefingView(given)


VIEWS: dict[str, Callable[[Given], View]] = {
    "actions": _actions,
    "briefing": _briefing,
    COMPARE: _comparing,
    "enquiry": _enquiry,
    "evidence": _evidence,
    "glossary": _glossary,
    "notes": _notes,
    "speakers": _speakers,
}
