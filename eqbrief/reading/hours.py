# SPDX-License-Identifier: MIT
"""Find the hour of an event, its end and its zone, where they stand apart from its day.

An hour of the agenda, or one of several that stand alone, is not the event's own.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from eqbrief.reading.cuts import Cut
from eqbrief.reading.dates import Clock, clocks_in, days_in
from eqbrief.reading.labels import inline_detail
from eqbrief.reading.marks import Fact, fact
from eqbrief.reading.sections import Section

PASSED = frozenset({"references", "biographies"})
"""Sections whose days and hours are never the event's."""
_HEAD, _SENTENCE, _SHORT, _TWO = 14, 90, 40, 2


def lone_clock(sections: Iterable[Section]) -> Clock | None:
    """Find the time where it stands apart from the date: labelled, or alone in a short line near the head."""
    place = 0
    found: list[Clock] = []
    for section in sections:
        if section.kind in ("agenda", *PASSED):
            continue
        for block in section.blocks:
            place += 1
            detail = inline_detail(block.cut)
            clocks = _side_by_side(block.cut) or clocks_in(block.cut, longest=400)
            # Several hours beside several days are those of their parts.
            parts = len(clocks) > 1 and any(day.last for day in days_in(block.cut))
            if clocks and not parts and detail and detail[0].kind in ("time", "date"):
                return clocks[0]
            if clocks and place <= _HEAD and len(block.text) < 60 and re.match(r"\d", block.text) is not None:
                found.append(clocks[0])
    # Of several such lines none is the event's own hour: they are its agenda.
    return found[0] if len(found) == 1 else None


def _side_by_side(cut: Cut) -> tuple[Clock, ...]:
    """Read a line of two hours and nothing else, "7:30 PM 9:30 PM", as from the one to the other."""
    clocks = clocks_in(cut, longest=_SHORT)
    rest = cut.text
    for clock in clocks:
        rest = rest.replace(clock.cut.text, "", 1)
    if len(clocks) != _TWO or rest.strip() or any(clock.end for clock in clocks) or clocks[0].start >= clocks[1].start:
        return ()
    return (replace(clocks[0], end=clocks[1].start, cut=cut),)


def told_clock(sections: Iterable[Section], start: str) -> Clock | None:
    """Find "(14h30 to 16h30)" in a sentence, where the hour printed with the day is the first of the two."""
    blocks = [block for section in sections if section.kind in ("none", "about") for block in section.blocks]
    ends = {
        clock.end: clock
        for block in blocks[:_HEAD]
        if block.kind != "bullet" and len(block.text) > _SENTENCE
        for clock in clocks_in(block.cut, longest=1000)
        if clock.start == start and clock.end
    }
    return next(iter(ends.values())) if len(ends) == 1 else None


def zone_of(clock: Clock | None, sections: Iterable[Section], start: str | None) -> Fact | None:
    """Give the zone of the event's hour: printed with it, or with the same hour elsewhere on the page."""
    if clock and clock.zone:
        return fact(clock.cut, "time", 0.9, clock.zone)
    for section in sections:
        for block in section.blocks:
            if start is None or section.kind in PASSED:
                continue
            for other in clocks_in(block.cut, longest=1000):
                if other.zone and other.start == start:
                    return fact(other.cut, "time", 0.8, other.zone)
    return None
