# SPDX-License-Identifier: MIT
"""Keep the topics in order: rename, merge, colour and drop them, and propose some from what similar events have."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from eqbrief import store as db
from eqbrief.model import Named, UserError
from eqbrief.store import Store
from eqbrief.tasks.typed import one_line

COLOURS: dict[str, str] = {
    "teal": "Teal",
    "blue": "Blue",
    "violet": "Violet",
    "rose": "Rose",
    "amber": "Amber",
    "green": "Green",
}
"""The colours a topic may have; the theme knows how each looks in light and dark."""

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that an event may want, and why."""

    topic: Named
    reason: str
    score: float


def parent_of(name: str) -> str | None:
    """Give the name of the topic above: 'Workforce' of 'Workforce/Retention'; None where there is none."""
    above, stroke, _ = name.rpartition("/")
    return above.strip() if stroke and above.strip() else None


def rename_topic(store: Store, number: int, name: str) -> None:
    """Call a topic, and those below it, otherwise.

    Raises:
        UserError: when the name is empty, or that of another topic.
    """
    wanted = "/".join(part.strip() for part in one_line(name).split("/") if part.strip())
    if not wanted:
        raise UserError("The name is empty.", "Type a name for the topic.")
    before = _name(store, number)
    with store.change("topic", name=f"Call the topic “{before}” “{wanted}”") as change:
        db.rename_topic(store, change, number, wanted)
    _index(store, db.events_on(store, number))


def merge_topics(store: Store, kept: int, other: int) -> None:
    """Give every event that has the other topic the first instead."""
    events = db.events_on(store, other)
    with store.change("topic", name=f"Merge the topic “{_name(store, other)}” into “{_name(store, kept)}”") as change:
        db.merge_topics(store, change, kept, other)
    _index(store, events)


def drop_topic(store: Store, number: int) -> None:
    """Take a topic away from every event that has it."""
    events = db.events_on(store, number)
    with store.change("topic", name=f"Drop the topic “{_name(store, number)}”") as change:
        db.drop_topic(store, change, number)
    _index(store, events)


def colour_topic(store: Store, number: int, colour: str | None) -> None:
    """Give a topic one of the colours, or none.

    Raises:
        UserError: when there is no such colour.
    """
    if colour is not None and colour not in COLOURS:
        raise UserError(f"'{colour}' is not a colour for topics.", f"Use one of: {', '.join(COLOURS)}.")
    with store.change("topic", name=f"Colour the topic “{_name(store, number)}”") as change:
        db.colour_topic(store, change, number, colour)


def suggested_topics(store: Store, event_id: int, *, most: int = 4) -> list[Suggestion]:
    """Propose topics for an event: those of its series and of its people's other events, and those its page names."""
    found = db.event(store, event_id)
    if found is None:
        return []
    said = f" {' '.join((found.draft.title or '', found.draft.summary or '', found.draft.body or '')).casefold()} "
    listed: list[Suggestion] = []
    for topic, of_series, of_people, used in db.topics_nearby(store, event_id):
        named = topic.name.rpartition("/")[2].strip().casefold() in said
        score = 3 * named + min(of_series, 3) + 0.7 * min(of_people, 3) + used / (used + 50)
        if named or of_series or of_people:
            listed.append(Suggestion(topic, _because(named, of_series, of_people), round(score, 2)))
    return sorted(listed, key=lambda one: (-one.score, one.topic.name))[:most]


def topics_json(store: Store) -> list[dict[str, Any]]:
    """List the topics that events have, most used first."""
    uids = {one.id: one.uid for one in db.all_named(store, "topic")}
    colours = db.topic_colours(store)
    return [
        {
            "id": card.id,
            "uid": uids[card.id],
            "name": card.name,
            "parent": parent_of(card.name),
            "colour": colours.get(card.id),
            "events": card.events,
        }
        for card in db.topics(store)
    ]


def _because(named: bool, of_series: int, of_people: int) -> str:
    reasons = (
        (named, "its words stand on the page"),
        (of_series == 1, "an event of the series has it"),
        (of_series > 1, f"{of_series} events of the series have it"),
        (of_people == 1, "another event of one of these people has it"),
        (of_people > 1, f"{of_people} other events of these people have it"),
    )
    said = "; ".join(reason for holds, reason in reasons if holds)
    return f"{said[:1].upper()}{said[1:]}."


def _name(store: Store, number: int) -> str:
    name = next((one.name for one in db.all_named(store, "topic") if one.id == number), None)
    if name is None:
        raise UserError("This topic is no longer in the library.", "Choose another in the list.")
    return name


def _index(store: Store, events: Iterable[int]) -> None:
    """Write what search finds of some events anew, a few in a transaction, so that nobody waits long for the lock."""
    listed = list(events)
    for start in range(0, len(listed), _AT_ONCE):
        with store.change("event") as change:
            for number in listed[start : start + _AT_ONCE]:
                db.index_event(store, change, number)
