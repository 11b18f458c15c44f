# SPDX-License-Identifier: MIT
"""Count how often a field is right for the confidence that reading gave it, over pages of which it is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from eqbrief.model import Draft
from tests.reading.varied.scoring import Items, plain, said_by, same

SURE, DOUBTED = 0.9, 0.6
_WHOLE = ("title", "publisher", "status", "published_on")
_LISTS = ("topics", "questions", "recordings", "decks", "sessions")


@dataclass(frozen=True, slots=True)
class Grade:
    """One field that was read: its path, what gave it away, its highest confidence, and if it is right."""

    path: str
    origin: str
    confidence: float
    right: bool


def graded(says: dict[str, Any], draft: Draft) -> Iterator[Grade]:
    """Grade each field of a draft that has evidence and of which the page's label speaks."""
    said = said_by(says)
    for path, marks in draft.evidence.items():
        right = _is_right(path, draft, says, said)
        if right is not None:
            best = max(marks, key=lambda mark: mark.confidence)
            yield Grade(path, best.origin, best.confidence, right)


def shares(grades: Iterable[Grade]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give (right, all) of the fields that were given much confidence, and of those that were doubted."""
    every = list(grades)
    sure = [one for one in every if one.confidence >= SURE]
    doubted = [one for one in every if one.confidence < DOUBTED]
    return (sum(one.right for one in sure), len(sure)), (sum(one.right for one in doubted), len(doubted))


def _is_right(path: str, draft: Draft, says: dict[str, Any], said: Items) -> bool | None:
    """Tell whether a field is as the label says; None where the label does not speak of it."""
    name, _, rest = path.partition(".")
    if name in _WHOLE:
        value = getattr(draft, name)
        return any(same(name, want, plain(value)) for want in said.get(name, ()))
    if says["kind"] == "other":
        return False if name in ("starts_at", "people", "decks", "sessions") else None
    if name in ("starts_at", "ends_at"):
        return getattr(draft, name) == says.get(name)
    if name == "timezone":
        return None if "timezone" not in says else draft.timezone == says["timezone"]
    if name == "people":
        return _person_is_right(rest, draft, said)
    if name in _LISTS:
        number, _, key = rest.partition(".")
        return _item_is_right(name, int(number), key, draft, said)
    return None


def _person_is_right(rest: str, draft: Draft, said: Items) -> bool | None:
    number, field, *at = rest.split(".")
    one = draft.people[int(number)]
    who = plain(one.name)
    if field == "name":
        return who in said["people.name"]
    if field == "capacity":
        return f"{who}|{one.capacity}" in said["people.capacity"]
    if field in ("honorific", "credentials"):
        letters = "".join(char for char in plain(getattr(one, field)) if "a" <= char <= "z")
        return f"{who}|{letters}" in said[f"people.{field}"]
    if field == "roles":
        parts = plain(one.roles[int(at[0])]).split(" and ")
        return all(f"{who}|{part}" in said["people.roles"] for part in parts)
    if field == "organisations":
        return f"{who}|{plain(one.organisations[int(at[0])])}" in said["people.organisations"]
    return None


def _item_is_right(name: str, number: int, key: str, draft: Draft, said: Items) -> bool | None:
    item = getattr(draft, name)[number]
    if key == "size_bytes":
        return str(item.size_bytes) in said["decks.size"]
    if key not in ("", "title"):
        return None
    value = plain(item if isinstance(item, str) else item.title)
    return any(same(name, want, value) for want in said.get(name, ()))


def from_label(label: dict[str, Any]) -> dict[str, Any]:
    """Turn a label of a page as kept beside real pages into what a drawn page says of itself."""
    kind = label["page_kind"].replace("not_event", "other")
    people = [one | {"organisations": one["organisation"]} for one in label.get("people") or ()]
    return {
        "kind": kind,
        **{name: label.get(name) for name in ("title", "publisher", "status", "timezone")},
        "published_on": (label.get("published") or "")[:10],
        "starts_at": label.get("event_start"),
        "ends_at": label.get("event_end"),
        "people": people,
        "decks": [(one["title"], one.get("size_bytes")) for one in label.get("slides") or ()],
        "recordings": [one["title"] if isinstance(one, dict) else one for one in label.get("recordings") or ()],
        "topics": label.get("topics") or (),
        "questions": [one if isinstance(one, str) else one["text"] for one in label.get("questions") or ()],
        "sessions": [(one.get("title"), one.get("start")) for one in label.get("sessions") or ()],
    }
