# SPDX-License-Identifier: MIT
"""The forms that schedules come in, as one table: how each is known by what is in it, and what reads it."""

import json
import re
from collections.abc import Callable
from typing import Any

from eqbrief.model import Draft, UserError
from eqbrief.reading.schedules.composing import drafts_of, listing_of_programme
from eqbrief.reading.schedules.frab import is_frab, programme_of_frab
from eqbrief.reading.schedules.indico import is_indico, programme_of_indico
from eqbrief.reading.schedules.pentabarf import declares_entities, schedule_of_xml
from eqbrief.reading.schedules.pretalx import is_pretalx, programme_of_pretalx
from eqbrief.reading.schedules.programme import Programme, thing

MOST_EVENTS = 5000
"""The most events of one schedule that are read; the largest conferences have some two thousand."""

_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_ASK = "Ask the organiser for the schedule as it is published, or save the event's page as HTML or text and add that."


def _whole(value: Any) -> Programme:
    return programme_of_frab(thing(thing(value).get("schedule")))


_FORMS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Programme]], ...] = (
    (is_frab, _whole),
    (is_indico, programme_of_indico),
    (is_pretalx, programme_of_pretalx),
)


def is_schedule(value: Any) -> bool:
    """Tell JSON that is a schedule in one of the forms that can be read."""
    return any(known(value) for known, _ in _FORMS)


def draft_of_schedule(text: str, source: str, charset: str | None = None) -> Draft:
    """Read a schedule as a listing of its events; one that holds a single event by itself is that event.

    Raises:
        UserError: when it holds no event, or more than `MOST_EVENTS`, or declares entities.
    """
    programme = _programme(text, source)
    if len(programme.slots) > MOST_EVENTS:
        raise UserError(
            f"Could not read '{source}': this schedule holds more than {MOST_EVENTS:,} events.",
            "Add the schedule of one conference, or of one year, at a time.",
        )
    drafts = drafts_of(programme, source, charset)
    if not drafts:
        raise UserError(f"Could not read '{source}': it is a schedule, but holds no event with a title.", _ASK)
    lone = len(drafts) == 1 and drafts[0].title == programme.title
    return drafts[0] if lone else listing_of_programme(programme, drafts, charset)


def _programme(text: str, source: str) -> Programme:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        if declares_entities(start):
            raise UserError(
                f"Could not read '{source}': it declares entities, which no schedule needs and which can do harm.", _ASK
            )
        return programme_of_frab(schedule_of_xml(start))
    try:
        value, _ = json.JSONDecoder().raw_decode(start)
    except (ValueError, RecursionError):
        return Programme()
    if _HALF.search(start):
        # A half of a pair by itself is no character: no file and no library can hold it.
        value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    return next((read(value) for known, read in _FORMS if known(value)), Programme())
