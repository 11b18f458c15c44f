# SPDX-License-Identifier: MIT
"""Frameworks: plans that a programme works against, their actions, and what is tagged as evidence for each.

An action here is one of a plan's, such as a high impact action; it is not an `Action`, which is something to do.
"""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from eqbrief.model.draft import to_json
from eqbrief.model.found import Hit, hit_json
from eqbrief.model.ties import Tie

TagKind = Literal["event", "slide", "question", "note"]
"""What can be evidence for an action of a framework."""

TAG_KINDS: tuple[TagKind, ...] = get_args(TagKind)


@dataclass(frozen=True, slots=True)
class PlanAction:
    """One action of a framework, with number and title as published and an explanation in one's own words.

    One of the `terms` is enough for a passage to be suggested, of the `hints` it takes two different ones.
    """

    number: str
    title: str
    explanation: str = ""
    terms: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A plan with its actions in order. `key` names it for good; `id` is 0 for one that comes with the program."""

    key: str
    name: str
    publisher: str = ""
    address: str = ""
    published: str = ""
    about: str = ""
    actions: tuple[PlanAction, ...] = ()
    id: int = 0

    @property
    def is_own(self) -> bool:
        """Whether a person added it to this library."""
        return self.id != 0

    def action(self, number: str) -> PlanAction | None:
        """Give the action of a number; None where there is none."""
        return next((one for one in self.actions if one.number == number), None)


@dataclass(frozen=True, slots=True)
class Tag:
    """Says that something is evidence for an action of a framework, or with `dismissed` that it is not.

    `record` is the uid of the event, the deck, the question or the note. `number`, `title` and `words` are those of the
    tie to a slide or a question, by which it is found again in a newer deck or page.
    """

    id: int
    uid: str
    event_id: int
    framework: str
    action: str
    kind: TagKind
    record: str
    number: int | None = None
    title: str = ""
    words: str = ""
    dismissed: bool = False
    made_at: str = ""

    @property
    def tie(self) -> Tie | None:
        """What it is tied to within its event; None for the event itself and for notes, which have uids for good."""
        if self.kind == "slide" or self.kind == "question":
            return Tie(self.kind, self.record, self.number, self.title, self.words)
        return None


@dataclass(frozen=True, slots=True)
class Target:
    """What a tag is put on: the event, or with `tie` a slide or a question of it, or with `note` one of its notes."""

    event_id: int
    tie: Tie | None = None
    note: str = ""

    @property
    def kind(self) -> TagKind:
        """What it is."""
        if self.note:
            return "note"
        return "event" if self.tie is None else "question" if self.tie.kind == "question" else "slide"


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """Something that is tagged with an action, as it is now: `hit` opens exactly there.

    `private`: it is a private note. `placed` is False where the slide or question cannot be found any more.
    """

    tag: Tag
    hit: Hit
    private: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class PlanEvidence:
    """A framework with the evidence for its actions that may go out: no private note is among it."""

    framework: Framework
    items: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class TagSuggestion:
    """Something that may be evidence for an action: `words` of the framework's terms stand in it."""

    framework: str
    action: str
    target: Target
    hit: Hit
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """An action of a framework with what evidence there is for it, by kind, and at how many events."""

    action: PlanAction
    counts: dict[TagKind, int]
    events: int

    @property
    def total(self) -> int:
        """How many things are tagged with it."""
        return sum(self.counts.values())


def framework_json(framework: Framework) -> dict[str, Any]:
    """Give a framework for the command line."""
    plain: dict[str, Any] = to_json(framework)
    return {**plain, "own": framework.is_own}


def item_json(item: EvidenceItem) -> dict[str, Any]:
    """Give a piece of evidence for the command line: its tag, and where it stands as a hit of a search."""
    tag = item.tag
    return {
        "id": tag.id,
        "uid": tag.uid,
        "framework": tag.framework,
        "action": tag.action,
        **{key: value for key, value in hit_json(item.hit).items() if key != "id"},
        "private": item.private,
        "placed": item.placed,
    }


def tag_json(tag: Tag) -> dict[str, Any]:
    """Give a tag with what it is on: `record` is the uid of the event, the deck, the question or the note."""
    keys = ("id", "uid", "framework", "action", "kind", "record", "number", "made_at")
    return {key: getattr(tag, key) for key in keys}


def suggestion_json(one: TagSuggestion) -> dict[str, Any]:
    """Give a suggestion for the command line, with the words that it is made for."""
    return {"framework": one.framework, "action": one.action, **hit_json(one.hit), "words": list(one.words)}
