# SPDX-License-Identifier: MIT
"""Score drafts against what their pages say, field by field: each field is a set of items, compared without case,
accents, kinds of dash and closing punctuation. Long texts count as found when they are nearly the same.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from eqbrief.model import Draft

_NEARLY = frozenset({"title", "decks", "recordings", "questions", "sessions", "sessions.start"})
_FEW = 5
Items = dict[str, set[str]]


@dataclass(slots=True)
class Count:
    """How many items of a field were found rightly, invented, and missed."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Give the share of what was found that is right; 1 where nothing was."""
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        every = 2 * self.right + self.invented + self.missed
        return 2 * self.right / every if every else 1.0


def plain(text: object) -> str:
    """Write a value as it is compared."""
    letters = unicodedata.normalize("NFKD", str(text or ""))
    letters = "".join(char for char in letters if not unicodedata.combining(char)).casefold()
    letters = re.sub("[‐-―−]", "-", letters).replace("’", "'").replace("‘", "'")
    return " ".join(letters.split()).strip(" .:;,-\"'“”").replace(" & ", " and ")


def said_by(says: dict[str, Any]) -> Items:
    """Give what a page says as items of fields."""
    found: Items = defaultdict(set)
    for field in ("kind", "title", "publisher", "status", "published_on"):
        _put(found, field, says.get(field))
    if says["kind"] == "other":
        return found
    _dates(found, says.get("starts_at"), says.get("ends_at"))
    for one in says["people"]:
        _person(
            found,
            one["name"],
            one["capacity"],
            one["honorific"],
            one["credentials"],
            one["roles"],
            one["organisations"],
        )
    for title, size in says.get("decks") or ():
        _put(found, "decks", title)
        _put(found, "decks.size", size)
    for field in ("topics", "questions", "recordings"):
        for text in says.get(field) or ():
            _put(found, field, text)
    for title, start in says.get("sessions") or ():
        _put(found, "sessions", title)
        if start:
            _put(found, "sessions.start", f"{plain(title)} {start}")
    return found


def found_in(draft: Draft, says: dict[str, Any]) -> Items:
    """Give what was read as items of fields, with those only of which a page that is no event is labelled."""
    as_said = {
        name: getattr(draft, name)
        for name in ("kind", "title", "publisher", "status", "published_on", "starts_at", "ends_at")
    }
    as_said["people"] = []
    as_said |= {"topics": draft.topics, "questions": draft.questions, "recordings": [r.title for r in draft.recordings]}
    as_said["decks"] = [(deck.title, deck.size_bytes) for deck in draft.decks]
    as_said["sessions"] = [(one.title, one.starts_at) for one in draft.sessions]
    found = said_by(as_said | {"kind": "event"})
    found["kind"] = {draft.kind}
    for one in draft.people:
        _person(found, one.name, one.capacity, one.honorific, one.credentials, one.roles, one.organisations)
    if says["kind"] == "other":
        kept = ("kind", "title", "publisher", "published_on", "people.name", "starts_at.date", "decks", "sessions")
        found = {field: items for field, items in found.items() if field in kept}
    return found


def _put(found: Items, field: str, value: object) -> None:
    if value:
        found[field].add(plain(value))


def _dates(found: Items, starts: str | None, ends: str | None) -> None:
    for field, value in (("starts_at", starts or ""), ("ends_at", ends or "")):
        _put(found, f"{field}.date", value[:10])
        _put(found, f"{field}.time", value[11:16])


def _person(
    found: Items,
    name: str,
    capacity: str,
    honorific: str | None,
    credentials: str | None,
    roles: Iterable[str],
    bodies: Iterable[str],
) -> None:
    who = plain(name)
    found["people.name"].add(who)
    found["people.capacity"].add(f"{who}|{capacity}")
    for field, value in (("honorific", honorific), ("credentials", credentials)):
        if value:
            found[f"people.{field}"].add(f"{who}|{re.sub('[^a-z]', '', plain(value))}")
    # "Chair and director" and two roles are the same answer.
    for part in (part for role in roles for part in plain(role).split(" and ") if part):
        found["people.roles"].add(f"{who}|{part}")
    for body in bodies:
        found["people.organisations"].add(f"{who}|{plain(body)}")


def same(field: str, one: str, other: str) -> bool:
    """Tell whether two items are the same answer."""
    return one == other or (field in _NEARLY and SequenceMatcher(None, one, other).ratio() >= 0.9)


def compared(said: Items, found: Items) -> dict[str, tuple[set[str], set[str], int]]:
    """Give, for each field, what was missed, what was invented, and how many were right."""
    result: dict[str, tuple[set[str], set[str], int]] = {}
    for field in {*said, *found}:
        left, missed, right = set(found.get(field, ())), set[str](), 0
        for want in sorted(said.get(field, ())):
            hit = next((one for one in sorted(left) if same(field, want, one)), None)
            if hit is None:
                missed.add(want)
            else:
                left.discard(hit)
                right += 1
        result[field] = missed, left, right
    return result


def score(pairs: Iterable[tuple[dict[str, Any], Draft]]) -> dict[str, Count]:
    """Count each field over all pages."""
    total: dict[str, Count] = defaultdict(Count)
    for says, draft in pairs:
        for field, (missed, invented, right) in compared(said_by(says), found_in(draft, says)).items():
            count = total[field]
            count.right, count.invented, count.missed = (
                count.right + right,
                count.invented + len(invented),
                count.missed + len(missed),
            )
    return dict(total)


def mean_f1(total: dict[str, Count]) -> float:
    """Give the plain mean over the fields; those with fewer than five labels are pooled into one."""
    pooled: dict[str, Count] = defaultdict(Count)
    for field, count in total.items():
        into = pooled[field if count.right + count.missed >= _FEW else "few labels"]
        into.right, into.invented, into.missed = (
            into.right + count.right,
            into.invented + count.invented,
            into.missed + count.missed,
        )
    return sum(count.f1 for count in pooled.values()) / len(pooled) if pooled else 0.0
