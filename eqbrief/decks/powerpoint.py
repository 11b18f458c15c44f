# SPDX-License-Identifier: MIT
"""Read a PowerPoint package slide by slide, in the order of the presentation, hidden slides and notes included.

Format: ECMA-376 part 1, 19.2 (presentation) and 19.3 (slides); both its strict and its transitional form.
"""

from collections.abc import Iterator
from typing import Any

from eqbrief.decks.gathering import Gathered
from eqbrief.decks.parts import Package, Relation, Unreadable, attribute, child, local
from eqbrief.decks.shapes import FEET, Walk, placeholder
from eqbrief.decks.text import paragraph_text
from eqbrief.model import Slide, Unread

MOST_SLIDES = 5000
"""The most slides of one deck that are read; nobody has shown a thousand."""


def slides_of_powerpoint(package: Package) -> Iterator[tuple[Slide | None, list[Unread]]]:
    """Give each slide with what could not be read of it, one after the other; None for a slide that is lost.

    Raises:
        Unreadable: when what lists the slides cannot be read.
    """
    main = next((one.target for one in package.relations("").values() if one.kind == "officeDocument"), "")
    root = package.xml(main or "ppt/presentation.xml")
    relations = package.relations(main or "ppt/presentation.xml")
    listed = child(root, "sldIdLst")
    entries: list[Any] = [] if listed is None else list(listed)
    for number, entry in enumerate(entries, start=1):
        if number > MOST_SLIDES:
            yield None, [Unread(number, f"this slide and those after it were not read: more than {MOST_SLIDES:,}")]
            return
        # Only its namespace tells the relation's id from the slide's own.
        ids = [value for key, value in entry.items() if key.endswith("}id")]
        relation = relations.get(ids[0]) if ids else None
        if relation is None or relation.outside:
            yield Slide(number), [Unread(number, "the slide is missing from the file")]
            continue
        try:
            slide, troubles = _slide(package, relation.target, number)
        except Unreadable as trouble:
            slide, troubles = Slide(number), [Unread(number, f"the slide could not be read, because {trouble}")]
        yield slide, troubles


def _slide(package: Package, name: str, number: int) -> tuple[Slide, list[Unread]]:
    root = package.xml(name)
    found = Gathered()
    try:
        relations = package.relations(name)
    except Unreadable as trouble:
        relations = {}
        found.unread.append(f"what it points to could not be read, because {trouble}")
    tree = child(root, "cSld", "spTree")
    if tree is not None:
        Walk(package, relations, found).shapes(tree)
    _links(root, relations, found)
    for relation in relations.values():
        if relation.kind == "notesSlide" and not relation.outside:
            _notes(package, relation.target, found)
    slide = found.slide(number, hidden=root.get("show") in ("0", "false"))
    return slide, found.troubles(number)


def _notes(package: Package, name: str, found: Gathered) -> None:
    """Add the speaker's notes, without what their page repeats: the slide, its number, headers, footers, dates."""
    try:
        root = package.xml(name)
        notes = Gathered()
        relations = package.relations(name)
        tree = child(root, "cSld", "spTree")
        if tree is not None:
            Walk(package, relations, notes).shapes(one for one in tree if not _repeats(one))
        _links(root, relations, notes)
    except Unreadable as trouble:
        found.unread.append(f"its speaker notes could not be read, because {trouble}")
        return
    found.add("notes", notes.said())
    found.links += notes.links
    found.alternatives += notes.alternatives
    found.unread += notes.unread


def _repeats(shape: Any) -> bool:
    """Tell what a page of notes repeats on every page, also where somebody copied it out of its placeholder."""
    holder = placeholder(shape)
    if holder in FEET or holder == "body" or local(shape) != "sp":
        return holder in FEET
    fields = [word for field in shape.iter("{*}fld") for word in field.iter("{*}t")]
    return bool(fields) and all(word in fields or not (word.text or "").strip() for word in shape.iter("{*}t"))


def _links(root: Any, relations: dict[str, Relation], found: Gathered) -> None:
    """Gather the links that leave the deck, with the words or the shape that they lie on."""
    if not any(one.outside for one in relations.values()):
        return
    for click in root.iter("{*}hlinkClick"):
        relation = relations.get(attribute(click, "id"))
        holder = click.getparent()
        if relation is None or not relation.outside or holder is None:
            continue
        if local(holder) == "rPr":
            found.link(paragraph_text(holder.getparent()), relation.target)
        elif local(holder) == "cNvPr":
            found.link(_words_of(holder), relation.target)


def _words_of(about: Any) -> str:
    """Give the words on a shape, else its alternative text."""
    holder = about.getparent()
    shape = holder.getparent() if holder is not None else None
    body = child(shape, "txBody") if shape is not None else None
    words = " ".join(paragraph_text(one) for one in body.iterchildren("{*}p")) if body is not None else ""
    return words or about.get("descr") or ""
