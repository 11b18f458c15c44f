# SPDX-License-Identifier: MIT
"""A briefing as it is kept: its title page, and its sections in order with what was gathered for each."""

from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

SectionKind = Literal["summary", "said", "people", "questions", "evidence", "actions", "text", "glossary", "sources"]
PieceKind = Literal["event", "person", "slide", "question", "note", "action", "term", "text", "table", "plan"]
PIECES: tuple[PieceKind, ...] = get_args(PieceKind)
Detail = Literal["brief", "full"]
Grouping = Literal["event", "theme"]
"""How what was said is put in order: event by event, or by what it is about."""
ReferencesAs = Literal["numbered", "bracketed"]

SECTIONS: dict[SectionKind, str] = {
    "summary": "Summary",
    "said": "What was said",
    "people": "Who spoke",
    "questions": "Questions and answers",
    "evidence": "Evidence",
    "actions": "Actions",
    "text": "Text of your own",
    "glossary": "Glossary",
    "sources": "Sources",
}
"""The kinds of section, each with the heading it has unless another is written."""

REFERENCES: tuple[ReferencesAs, ...] = ("numbered", "bracketed")
DETAILS: tuple[Detail, ...] = ("brief", "full")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was put into a briefing.

    `record` is the uid of what it is (of a slide its deck's, with `slide` its number), `event` that of its event.
    `text` are the chosen words, or those that stood there then; '' shows what stands there now; of a passage `speaker`
    said them, at `place` within its event ('transcript, 12:31'). `lead` is linking text in Markdown before it.
    `alternative` describes a picture. `by_hand`: chosen though it is private. `theme` is what it is about, where that
    is not the topic of its event. A table is that of an enquiry. A plan is a framework
    by its key, or with `text` its action of this number.
    """

    uid: str
    kind: PieceKind
    record: str
    event: str = ""
    slide: int | None = None
    text: str = ""
    heading: str = ""
    lead: str = ""
    show: str = ""
    alternative: str = ""
    by_hand: bool = False
    speaker: str = ""
    place: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section. `heading` is '' for that of its kind; `lead` is text in Markdown that opens it."""

    uid: str
    kind: SectionKind
    heading: str = ""
    lead: str = ""
    detail: Detail = "full"
    pieces: tuple[Piece, ...] = ()
    grouped: Grouping = "event"

    @property
    def title(self) -> str:
        """The heading that it has in the document."""
        return self.heading or SECTIONS[self.kind]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing. `date` is ISO 8601; `template` names what it was begun from; `id` is 0 until it is kept."""

    id: int
    uid: str
    title: str
    audience: str = ""
    author: str = ""
    date: str = ""
    classification: str = ""
    template: str = ""
    references: ReferencesAs = "numbered"
    cover: bool = False
    contents: bool = False
    sections: tuple[Section, ...] = ()
    created_at: str = ""
    updated_at: str = ""
    opened_at: str = ""
    issued_at: str | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything that was put into it, in order."""
        return tuple(piece for section in self.sections for piece in section.pieces)

    def events(self) -> tuple[str, ...]:
        """Give the uids of the events that are in it as a whole, in order."""
        return tuple(dict.fromkeys(piece.record for piece in self.pieces if piece.kind == "event"))

    def section(self, uid: str) -> Section | None:
        """Give the section with a uid; None where there is none."""
        return next((section for section in self.sections if section.uid == uid), None)

    def with_section(self, section: Section) -> "Briefing":
        """Give the briefing with a section in place of the one with its uid."""
        return replace(self, sections=tuple(section if one.uid == section.uid else one for one in self.sections))


def sections_from_json(plain: Any) -> tuple[Section, ...]:
    """Make sections of what `to_json` gave; kinds that are not known, as of a newer EqBrief, are left out."""
    found = cast(list[Any], plain) if isinstance(plain, list) else []
    return tuple(section for one in found if (section := _section(_dict(one))) is not None)


def _section(plain: dict[str, Any]) -> Section | None:
    kind, detail = plain.get("kind"), plain.get("detail")
    if kind not in SECTIONS:
        return None
    pieces = plain.get("pieces")
    held = cast(list[Any], pieces) if isinstance(pieces, list) else []
    return Section(
        uid=str(plain.get("uid") or ""),
        kind=kind,
        heading=_text(plain, "heading"),
        lead=_text(plain, "lead"),
        detail="brief" if detail == "brief" else "full",
        pieces=tuple(piece for one in held if (piece := _piece(_dict(one))) is not None),
        grouped="theme" if plain.get("grouped") == "theme" else "event",
    )


def _piece(plain: dict[str, Any]) -> Piece | None:
    kind, slide = plain.get("kind"), plain.get("slide")
    if kind not in PIECES:
        return None
    return Piece(
        uid=_text(plain, "uid"),
        kind=kind,
        record=_text(plain, "record"),
        event=_text(plain, "event"),
        slide=slide if isinstance(slide, int) else None,
        text=_text(plain, "text"),
        heading=_text(plain, "heading"),
        lead=_text(plain, "lead"),
        show=_text(plain, "show"),
        alternative=_text(plain, "alternative"),
        by_hand=plain.get("by_hand") is True,
        speaker=_text(plain, "speaker"),
        place=_text(plain, "place"),
        theme=_text(plain, "theme"),
    )


def _dict(plain: Any) -> dict[str, Any]:
    return cast(dict[str, Any], plain) if isinstance(plain, dict) else {}


def _text(plain: dict[str, Any], key: str) -> str:
    value = plain.get(key)
    return value if isinstance(value, str) else ""
