# SPDX-License-Identifier: MIT
"""Templates: which sections a briefing begins with. They are plain data (TOML); nothing in one is ever run."""

import json
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from eqbrief.briefing.outline import add
from eqbrief.briefing.prose import line
from eqbrief.files import explain, resource
from eqbrief.model import SECTIONS, Briefing, ReferencesAs, Section, UserError

LARGEST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Template:
    """What a briefing begins from. `key` is the file's name without its ending; `own`: the person's own file."""

    key: str
    name: str
    about: str = ""
    references: ReferencesAs = "numbered"
    cover: bool = False
    contents: bool = False
    classification: str = ""
    sections: tuple[Section, ...] = ()
    own: bool = False

    def fresh_sections(self) -> tuple[Section, ...]:
        """Give its sections as those of a new briefing."""
        return tuple(replace(one, uid=str(uuid4())) for one in self.sections)


def shipped() -> list[Template]:
    """Give the templates that come with the program, in the order of their files' names."""
    return [read_template(path) for path in sorted(resource("templates").glob("*.toml"))]


def read_template(path: Path, *, own: bool = False) -> Template:
    """Read one template.

    Raises:
        UserError: when it cannot be read, or is no template; it says what is wrong in which line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise explain(error, path) from error
    try:
        if len(data) > LARGEST_BYTES:
            raise ValueError("it is larger than a template can be")
        return _template(tomllib.loads(data.decode("utf-8")), path.stem, own)
    except (ValueError, RecursionError) as error:
        raise UserError(
            f"'{path.name}' is not a template: {str(error).rstrip('.')}.",
            "Copy one of EqBrief's templates and change the copy, or take the file away.",
        ) from error


def written(briefing: Briefing, name: str) -> str:
    """Write the shape of a briefing as a template's text; nothing that was gathered, and no word of a title page."""
    lines = ["# A template of EqBrief: which sections a briefing begins with. Nothing in it is ever run.", ""]
    whole = (("name", name), ("classification", briefing.classification), ("references", briefing.references))
    lines += [f"{key} = {_quoted(text)}" for key, text in whole if text]
    lines += [f"cover = {str(briefing.cover).lower()}", f"contents = {str(briefing.contents).lower()}"]
    for one in briefing.sections:
        # What was written into a section is of its briefing; a heading is of the shape.
        facts = (("kind", one.kind), ("heading", one.heading), ("detail", one.detail), ("grouped", one.grouped))
        lines += ["", "[[section]]", *(f"{key} = {_quoted(line(text))}" for key, text in facts if text)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(line(text), ensure_ascii=False)  # a string of JSON is one of TOML, once no control is in it


def apply(template: Template, briefing: Briefing) -> Briefing:
    """Give a briefing the shape of a template; what was gathered stays, in the sections where it belongs."""
    made = replace(
        briefing,
        classification=briefing.classification or template.classification,
        template=template.key,
        references=template.references,
        cover=template.cover,
        contents=template.contents,
        sections=_written(template.fresh_sections(), briefing),
    )
    return add(made, *briefing.pieces)


def _written(sections: tuple[Section, ...], briefing: Briefing) -> tuple[Section, ...]:
    """Keep what was written into sections of the same kind."""
    before = {one.kind: one for one in reversed(briefing.sections)}
    kept = [
        replace(one, heading=old.heading or one.heading, lead=old.lead or one.lead)
        if (old := before.get(one.kind))
        else one
        for one in sections
    ]
    kinds = {one.kind for one in sections}
    own = [one for one in briefing.sections if one.kind not in kinds and (one.lead.strip() or one.kind == "text")]
    at = next((at for at, one in enumerate(kept) if one.kind in ("glossary", "sources")), len(kept))
    bare = [replace(one, pieces=()) for one in own]
    return (*kept[:at], *bare, *kept[at:])


def _template(plain: dict[str, Any], key: str, own: bool) -> Template:
    name = line(_words(plain, "name"))
    if not name:
        raise ValueError("it has no name")
    references = plain.get("references", "numbered")
    if references not in ("numbered", "bracketed"):
        raise ValueError("references are 'numbered' or 'bracketed'")
    listed = plain.get("section", [])
    if not isinstance(listed, list) or not listed:
        raise ValueError("it has no [[section]]")
    return Template(
        key=key,
        name=name,
        about=line(_words(plain, "about")),
        references=references,
        cover=_flag(plain, "cover"),
        contents=_flag(plain, "contents"),
        classification=line(_words(plain, "classification")),
        sections=tuple(_section(one) for one in cast(list[Any], listed)),
        own=own,
    )


def _section(plain: Any) -> Section:
    values = cast(dict[str, Any], plain) if isinstance(plain, dict) else {}
    kind = values.get("kind")
    if kind not in SECTIONS:
        raise ValueError(f"there is no section of the kind '{kind}'; the kinds are {', '.join(SECTIONS)}")
    detail = values.get("detail", "full")
    if detail not in ("brief", "full"):
        raise ValueError("detail is 'brief' or 'full'")
    grouped = values.get("grouped", "event")
    if grouped not in ("event", "theme"):
        raise ValueError("grouped is 'event' or 'theme'")
    return Section("", kind, line(_words(values, "heading")), _words(values, "lead"), detail, grouped=grouped)


def _words(plain: dict[str, Any], key: str) -> str:
    value = plain.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"'{key}' is text in quotes")
    return value


def _flag(plain: dict[str, Any], key: str) -> bool:
    value = plain.get(key, False)
    if not isinstance(value, bool):
        raise ValueError(f"'{key}' is true or false")
    return value
