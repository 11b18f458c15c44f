# SPDX-License-Identifier: MIT
"""What reading a source found, before a person has accepted it.

The same shape is printed by `eqbrief read --json`, corrected in the desk, stored by `add`, and edited later.
"""

from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, cast

Kind = Literal["event", "listing", "other"]
Capacity = Literal["chair", "moderator", "host", "panellist", "speaker"]

KINDS: tuple[Kind, ...] = ("event", "listing", "other")
CAPACITIES: tuple[Capacity, ...] = ("chair", "moderator", "host", "panellist", "speaker")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in the page's readable text a field was found.

    `start` and `end` are offsets in characters into `Draft.text`, and `text` is what stands there.
    `origin` names what gave it away ('heading', 'label', 'sentence'…; 'from' in JSON); `confidence` is 0 to 1.
    """

    start: int
    end: int
    text: str
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """A person as the page prints them on that day."""

    name: str
    honorific: str | None = None
    credentials: str | None = None
    capacity: Capacity = "speaker"
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    spoke_on: str | None = None


@dataclass(frozen=True, slots=True)
class DraftDeck:
    """A deck that the page offers. `size_bytes` is what the page prints, decimal: 2.3 MB is 2300000."""

    title: str
    size_bytes: int | None = None
    format: str | None = None
    pages: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DraftRecording:
    """A video or audio that the page offers."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DraftSession:
    """A part of an event's agenda, with the names of those who took part in it."""

    title: str
    starts_at: str | None = None
    ends_at: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read from one source. Dates are ISO 8601 text at the precision that the page prints.

    `evidence` is keyed by the path of a field ('title', 'people.0.roles.1') with the best first.
    `charset` is the encoding that was assumed; `address` is where the page says it came from.
    """

    source: str
    kind: Kind = "other"
    title: str | None = None
    publisher: str | None = None
    series: str | None = None
    language: str | None = None
    status: str | None = None
    published_on: str | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    timezone: str | None = None
    summary: str | None = None
    body: str | None = None
    topics: tuple[str, ...] = ()
    people: tuple[DraftPerson, ...] = ()
    decks: tuple[DraftDeck, ...] = ()
    recordings: tuple[DraftRecording, ...] = ()
    questions: tuple[str, ...] = ()
    sessions: tuple[DraftSession, ...] = ()
    events: tuple["Draft", ...] = ()
    text: str = ""
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict[str, tuple[Evidence, ...]])
    charset: str | None = None
    address: str | None = None


_PARTS: dict[str, type] = {
    "people": DraftPerson,
    "decks": DraftDeck,
    "recordings": DraftRecording,
    "sessions": DraftSession,
    "events": Draft,
}


def to_json(noun: Any) -> Any:
    """Turn a model object into what `json.dumps` takes, with the keys that DESIGN promises."""
    if noun is None or isinstance(noun, (str, int, float)):
        return noun
    if isinstance(noun, (tuple, list)):
        return [to_json(item) for item in cast(tuple[Any, ...], noun)]
    if isinstance(noun, dict):
        return {key: to_json(value) for key, value in cast(dict[str, Any], noun).items()}
    if isinstance(noun, Evidence):
        spot = {"start": noun.start, "end": noun.end, "text": noun.text}
        return {**spot, "confidence": noun.confidence, "from": noun.origin}
    return {key: to_json(getattr(noun, key)) for key in _keys(type(noun))} if is_dataclass(noun) else noun


@cache
def _keys(noun: type) -> tuple[str, ...]:
    """Name the fields of a model's class; kept, since a schedule asks a hundred thousand times."""
    return tuple(f.name for f in fields(noun))


def draft_from_json(plain: dict[str, Any]) -> Draft:
    """Make a draft of what `to_json` gave. Unknown keys are passed over; missing ones take their defaults."""
    known = {f.name for f in fields(Draft)}
    values: dict[str, Any] = {key: value for key, value in plain.items() if key in known}
    for key, part in _PARTS.items():
        values[key] = tuple(_part(part, item) for item in values.get(key) or ())
    for key in ("topics", "questions"):
        values[key] = tuple(values.get(key) or ())
    marks: dict[str, list[dict[str, Any]]] = plain.get("evidence") or {}
    values["evidence"] = {
        path: tuple(
            Evidence(item["start"], item["end"], item["text"], item["from"], item["confidence"]) for item in found
        )
        for path, found in (marks.items() if isinstance(marks, dict) else ())  # pyright: ignore[reportUnnecessaryIsInstance]
    }
    values.setdefault("source", "")
    return Draft(**values)


def _part(part: type, plain: dict[str, Any]) -> Any:
    if part is Draft:
        return draft_from_json(plain)
    known = {f.name for f in fields(part)}
    return part(**{k: tuple(cast(list[Any], v)) if isinstance(v, list) else v for k, v in plain.items() if k in known})
