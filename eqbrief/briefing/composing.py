# SPDX-License-Identifier: MIT
"""Compose the document of a briefing: its sections in order, each statement with where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eqbrief.briefing.acronyms import write_out
from eqbrief.briefing.document import Block, Document, Heading, Sources, Table, TitlePage, plain, with_blocks
from eqbrief.briefing.material import Citing, Material, events_of
from eqbrief.briefing.mending import mend
from eqbrief.briefing.prose import line, markdown
from eqbrief.briefing.sections import BODIES
from eqbrief.model import Briefing, Section, say_date

_NO_GLOSSARY = Table("", (), ())


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and what its sections hold, by their uids, from which is seen where something is at fault."""

    document: Document
    bodies: Mapping[str, Sequence[Block]]


def compose(briefing: Briefing, material: Material) -> Document:
    """Make the document of a briefing, ready to be written in any format: mended, numbered, acronyms written out."""
    return composed(briefing, material).document


def composed(briefing: Briefing, material: Material) -> Composed:
    """Make the document of a briefing, and say what stands in each of its sections."""
    citing = Citing()
    bodies = {section.uid: _body(section, briefing, material, citing) for section in briefing.sections}
    blocks = [block for one in briefing.sections for block in (Heading(line(one.title), 1), *bodies[one.uid])]
    document = Document(
        title=TitlePage(
            title=line(briefing.title),
            audience=line(briefing.audience),
            author=line(briefing.author),
            date=say_date(briefing.date),
            classification=line(briefing.classification),
        ),
        blocks=tuple(blocks),
        references=tuple(citing.numbers),
        style=briefing.references,
        cover=briefing.cover,
        contents=briefing.contents,
        keywords=_topics(briefing, material),
    )
    written, used = write_out(document, material.terms)
    chosen = {piece.record: piece.text for piece in briefing.pieces if piece.kind == "term"}
    listed = sorted((chosen | used).items(), key=lambda pair: pair[0].casefold())
    return Composed(mend(_with_glossary(written, dict(listed))), bodies)


def _body(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    body = BODIES.get(section.kind)
    lead = markdown(section.lead, look="body") if section.lead.strip() else []
    if section.kind == "sources":
        return [*lead, Sources()]
    if section.kind == "glossary":
        return [*lead, _NO_GLOSSARY]
    return [*lead, *(body(section, briefing, material, citing) if body else ())]


def _with_glossary(document: Document, used: Mapping[str, str]) -> Document:
    """Put the glossary of what was used or chosen in its place; where nothing was, the section goes."""
    rows = tuple((plain(short), plain(full)) for short, full in used.items())
    table = Table("Short forms in this briefing", ("Short form", "In full"), rows, (1, 3))
    blocks: list[Block] = []
    for block in document.blocks:
        if block == _NO_GLOSSARY:
            blocks += [table] if rows else []
        else:
            blocks.append(block)
    return with_blocks(document, blocks)


def _topics(briefing: Briefing, material: Material) -> tuple[str, ...]:
    topics = (line(topic) for event in events_of(briefing, material) for topic in event.draft.topics)
    return tuple(dict.fromkeys(topics))
