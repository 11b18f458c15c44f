# SPDX-License-Identifier: MIT
"""Make records of what a pack says, field by field, so that nothing of another shape comes into the library."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from eqbrief.model import (
    CAPACITIES,
    TAG_KINDS,
    ActionEvidence,
    Draft,
    DraftDeck,
    DraftPerson,
    DraftRecording,
    DraftSession,
    TagKind,
    Tie,
    UserError,
)

_LONGEST = 2_000_000
_TIED = ("slide", "question", "session", "transcript")
_SCALARS = (
    "title", "publisher", "series", "language", "status", "published_on", "starts_at", "ends_at", "timezone", "summary",
    "body",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PackedDeck:
    """A deck as a pack has it; `file` is its path within the pack, None where only its name came along."""

    uid: str
    offered: DraftDeck
    file: str | None


@dataclass(frozen=True, slots=True)
class PackedNote:
    """A note as a pack has it."""

    uid: str
    text: str
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class PackedTranscript:
    """A transcript as a pack has it; `speakers` are names of its file with those of the event's people they mean."""

    uid: str
    file: str
    speakers: dict[str, str]


@dataclass(frozen=True, slots=True)
class PackedTag:
    """Evidence for an action of a framework as a pack has it."""

    uid: str
    framework: str
    action: str
    kind: TagKind
    record: str
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class PackedAction:
    """An action as a pack has it."""

    uid: str
    text: str
    owner: str | None
    due: str | None
    done: bool
    outcome: str | None
    done_at: str | None
    evidence: ActionEvidence | None


@dataclass(frozen=True, slots=True)
class PackedEvent:
    """An event as a pack has it; `page` is its page within the pack."""

    uid: str
    draft: Draft
    page: str
    decks: tuple[PackedDeck, ...]
    notes: tuple[PackedNote, ...]
    actions: tuple[PackedAction, ...]
    transcripts: tuple[PackedTranscript, ...]
    tags: tuple[PackedTag, ...]


def read_frameworks(data: dict[str, Any]) -> dict[str, str]:
    """Read the frameworks that a pack brings along, as TOML by their keys; nothing where they have another shape."""
    return _names(data, "frameworks")


def read_events(data: dict[str, Any], name: str) -> list[PackedEvent]:
    """Read the events of a pack's data.

    Raises:
        UserError: when something in it has another shape than EqBrief writes.
    """
    try:
        return [_event(one) for one in _list(data, "events")]
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(
            f"'{name}' holds an event that EqBrief did not write in this way.", "Ask for the pack again."
        ) from error


def _event(plain: dict[str, Any]) -> PackedEvent:
    decks = tuple(PackedDeck(_uid(one), _deck(one), _text(one, "file")) for one in _list(plain, "decks"))
    scalars = {field: _text(plain, field) for field in _SCALARS}
    if not scalars["title"]:
        raise ValueError("an event without a title")
    draft = Draft(
        source=_text(plain, "address") or "",
        kind="event",
        **cast(dict[str, Any], scalars),
        topics=_texts(plain, "topics"),
        people=tuple(_person(one) for one in _list(plain, "people")),
        decks=tuple(deck.offered for deck in decks),
        recordings=tuple(_recording(one) for one in _list(plain, "recordings")),
        questions=_texts(plain, "questions"),
        sessions=tuple(_session(one) for one in _list(plain, "sessions")),
        address=_text(plain, "address"),
    )
    notes = tuple(
        PackedNote(_uid(one), _text(one, "text") or "", _tie(one.get("tie"))) for one in _list(plain, "notes")
    )
    actions = tuple(_action(one) for one in _list(plain, "actions"))
    spoken = tuple(
        PackedTranscript(_uid(one), _text(one, "file") or "", _names(one, "speakers"))
        for one in _list(plain, "transcripts")
    )
    tags = tuple(_tag(one) for one in _list(plain, "tags"))
    return PackedEvent(_uid(plain), draft, _text(plain, "page") or "", decks, notes, actions, spoken, tags)


def _person(plain: dict[str, Any]) -> DraftPerson:
    capacity = plain.get("capacity")
    if capacity not in CAPACITIES:
        raise ValueError("a capacity that there is not")
    return DraftPerson(
        name=_text(plain, "name") or "",
        honorific=_text(plain, "honorific"),
        credentials=_text(plain, "credentials"),
        capacity=capacity,
        roles=_texts(plain, "roles"),
        organisations=_texts(plain, "organisations"),
        spoke_on=_text(plain, "spoke_on"),
    )


def _recording(plain: dict[str, Any]) -> DraftRecording:
    return DraftRecording(_text(plain, "title") or "", _text(plain, "url"))


def _session(plain: dict[str, Any]) -> DraftSession:
    title = _text(plain, "title") or ""
    return DraftSession(title, _text(plain, "starts_at"), _text(plain, "ends_at"), _texts(plain, "people"))


def _deck(plain: dict[str, Any]) -> DraftDeck:
    size, pages = _number(plain, "size_bytes"), _number(plain, "pages")
    return DraftDeck(_text(plain, "title") or "", size, _text(plain, "format"), pages, _text(plain, "url"))


def _action(plain: dict[str, Any]) -> PackedAction:
    evidence = plain.get("evidence")
    ground: ActionEvidence | None = None
    if isinstance(evidence, dict):
        held = cast(dict[str, Any], evidence)
        kind = held.get("kind")
        if kind not in ("note", "question"):
            raise ValueError("an evidence that there is not")
        ground = ActionEvidence(kind, _text(held, "uid") or "", _text(held, "text") or "")
    return PackedAction(
        _uid(plain),
        _text(plain, "text") or "",
        _text(plain, "owner"),
        _text(plain, "due"),
        plain.get("state") == "done",
        _text(plain, "outcome"),
        _text(plain, "done_at"),
        ground,
    )


def _tie(plain: object) -> Tie | None:
    """Read what a note is tied to within its event; people and bodies have other uids elsewhere."""
    held = cast(dict[str, Any], plain) if isinstance(plain, dict) else {}
    kind = held.get("kind")
    if kind not in _TIED:
        return None
    number = _number(held, "number")
    return Tie(kind, _text(held, "uid") or "", number, _text(held, "title") or "", _text(held, "words") or "")


def _tag(plain: dict[str, Any]) -> PackedTag:
    kind, record = plain.get("kind"), _text(plain, "record") or ""
    if kind not in TAG_KINDS:
        raise ValueError("evidence of a kind that there is not")
    framework, action = _text(plain, "framework") or "", _text(plain, "action") or ""
    return PackedTag(_uid(plain), framework, action, kind, record, _tie({**plain, "uid": record}))


def _names(plain: dict[str, Any], key: str) -> dict[str, str]:
    value = plain.get(key)
    held = cast(dict[Any, Any], value) if isinstance(value, dict) else {}
    return {name: text for name, text in held.items() if isinstance(name, str) and isinstance(text, str)}


def _uid(plain: dict[str, Any]) -> str:
    return str(UUID(_text(plain, "uid") or ""))


def _text(plain: dict[str, Any], key: str) -> str | None:
    value = plain.get(key)
    if value is not None and (not isinstance(value, str) or len(value) > _LONGEST):
        raise TypeError(key)
    return value


def _number(plain: dict[str, Any], key: str) -> int | None:
    value = plain.get(key)
    if value is not None and (not isinstance(value, int) or not 0 <= value < 1 << 62):
        raise TypeError(key)
    return value


def _list(plain: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = plain.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in cast(list[Any], value)):
        raise TypeError(key)
    return cast(list[dict[str, Any]], value)


def _texts(plain: dict[str, Any], key: str) -> tuple[str, ...]:
    value = plain.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in cast(list[Any], value)):
        raise TypeError(key)
    return tuple(cast(list[str], value))
