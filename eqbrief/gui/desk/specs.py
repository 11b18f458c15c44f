# SPDX-License-Identifier: MIT
"""The rows of the form as a table: which fields of a draft each shows, its name, and how its widget is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from eqbrief.gui.desk.fields import ChoiceField, TextField, lines_of
from eqbrief.gui.desk.known import Known, NameKind
from eqbrief.gui.desk.people import PeopleField
from eqbrief.gui.desk.rows import DECKS, RECORDINGS, SESSIONS, RowsField
from eqbrief.gui.desk.topics import TopicsField
from eqbrief.model import say_date, say_period
from eqbrief.tasks.typed import date_of, period_of

_STATUSES: dict[str | None, str] = {
    None: "As planned",
    "cancelled": "Cancelled",
    "postponed": "Postponed",
    "removed": "No longer in its schedule",
}
_DATE_HINT = "Such as 20 February 2024"


@dataclass(frozen=True, slots=True)
class Spec:
    """One row of the form: the fields of the draft that it shows, its label, and how its widget is made.

    A row that is `rare` is shown once it has something in it or is asked for.
    """

    keys: tuple[str, ...]
    label: str
    make: Callable[[Known], QWidget] = field(repr=False)
    rare: bool = False


def _text(name: str, **more: Any) -> Callable[[Known], QWidget]:
    return lambda _known: TextField(name, **more)


def _named(name: str, kind: NameKind) -> Callable[[Known], QWidget]:
    return lambda known: TextField(name, like=lambda typed: known.like(kind, typed))


SPECS: tuple[Spec, ...] = (
    Spec(("title",), "Title", _text("Title")),
    Spec(("starts_at", "ends_at"), "Held on", lambda _known: TextField(
        "Held on", lambda first, last: say_period(first, last, weekday=True), period_of,
        tidies=True, hint=_DATE_HINT,
    )),
    Spec(("timezone",), "Time zone", _text("Time zone", hint="Such as Europe/London"), rare=True),
    Spec(("published_on",), "Published", lambda _known: TextField(
        "Published on", say_date, lambda text: (date_of(text),), tidies=True, hint=_DATE_HINT,
    )),
    Spec(("publisher",), "Publisher", _named("Publisher", "publisher")),
    Spec(("series",), "Series", _named("Series", "series"), rare=True),
    Spec(("status",), "Status", lambda _known: ChoiceField("Status", _STATUSES), rare=True),
    Spec(("topics",), "Topics", lambda known: TopicsField(known)),
    Spec(("people",), "", PeopleField),
    Spec(("decks",), "Decks", lambda _known: RowsField(DECKS)),
    Spec(("recordings",), "Recordings", lambda _known: RowsField(RECORDINGS), rare=True),
    Spec(("sessions",), "Sessions", lambda _known: RowsField(SESSIONS), rare=True),
    Spec(("questions",), "Questions", _text(
        "Questions, one a line", say="\n".join, read=lines_of, breaks=True, lines=(1, 14), hint="One a line",
    )),
    Spec(("summary",), "Summary", _text("Summary", breaks=True, lines=(2, 8))),
    Spec(("body",), "Text", _text("Text of the page, in Markdown", breaks=True, lines=(3, 16))),
    Spec(("language",), "Language", _text("Language", hint="Such as en, de or fr"), rare=True),
)  # fmt: skip
