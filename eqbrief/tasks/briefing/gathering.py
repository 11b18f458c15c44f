# SPDX-License-Identifier: MIT
"""Read from the library all that a briefing is composed from: events, slides with their pictures, people, terms."""

from collections.abc import Sequence
from pathlib import Path

from eqbrief import store as db
from eqbrief.briefing import Document, Material, ShownSlide, compose
from eqbrief.briefing.material import Asked
from eqbrief.briefing.pictures import png
from eqbrief.decks.drawing import PageDrawer
from eqbrief.model import Briefing, Deck, Event, NameRecord, PlanEvidence, Slide, UserError
from eqbrief.store import Store
from eqbrief.tasks.drawing import draw_slides, drawable, pages_of_slides
from eqbrief.tasks.frameworks import evidence, find_framework, frameworks
from eqbrief.tasks.slides import read_stored

Drawn = dict[tuple[str, int], tuple[bytes, int, int]]
"""Pictures of slides by their deck's hash and their number: PNG, width and height; kept while a builder is open."""

_WIDTH = 1400
"""How many pixels wide a slide is drawn: sharp on paper at 17 cm."""


def document_of(store: Store, briefing: Briefing, *, render: bool = False) -> Document:
    """Compose a briefing's document of what the library holds now; `render` lets decks be drawn that were not yet."""
    return compose(briefing, material_of(store, briefing, {}, render=render))


def material_of(store: Store, briefing: Briefing, drawn: Drawn | None = None, *, render: bool = False) -> Material:
    """Read all that a briefing is composed from; what is in the bin, or gone, is left out."""
    people = _people(store, briefing)
    numbers = {one.event_id for person in people.values() for one in person.appearances}
    wanted = {uid for piece in briefing.pieces for uid in (piece.event, piece.record) if uid}
    numbers |= set(db.events_by_uid(store, wanted).values())
    enquiries = _enquiries(store, briefing)
    numbers |= {row.event_id for _enquiry, rows in enquiries.values() for row in rows}
    plans = _plans(store, briefing)
    numbers |= {item.tag.event_id for one in plans.values() for item in one.items}
    found = (db.event(store, number) for number in sorted(numbers))
    events: dict[str, Event] = {one.uid: one for one in found if one is not None and one.deleted_at is None}
    slides = _slides(store, briefing, events, {} if drawn is None else drawn, render)
    return Material(events, slides, people, _terms(store, briefing, events), enquiries, plans)


def decks_to_draw(store: Store, briefing: Briefing) -> list[Deck]:
    """List the decks of a briefing's slides that a renderer has still to draw before their pictures can be shown."""
    numbers = db.events_by_uid(store, {piece.event for piece in briefing.pieces if piece.kind == "slide"}).values()
    decks = [deck for number in numbers if (event := db.event(store, number)) for deck in event.decks]
    wanted = {piece.record for piece in briefing.pieces if piece.kind == "slide" and piece.show in ("", "picture")}
    return [deck for deck in decks if deck.uid in wanted and _waits(store, deck)]


def _waits(store: Store, deck: Deck) -> bool:
    try:
        return drawable(store, deck.id).waits
    except UserError:
        return False


def _people(store: Store, briefing: Briefing) -> dict[str, NameRecord]:
    uids = {piece.record for piece in briefing.pieces if piece.kind == "person"}
    return {one.uid: one for uid in sorted(uids) if (one := db.person_by_uid(store, uid)) is not None}


def _enquiries(store: Store, briefing: Briefing) -> dict[str, Asked]:
    """Read the enquiries whose tables were chosen, without what was left out there or is of a private note."""
    wanted = {piece.record for piece in briefing.pieces if piece.kind == "table"}
    private = db.private_notes(store) if wanted else set[int]()
    found: dict[str, Asked] = {}
    for one in db.enquiries(store) if wanted else ():
        if one.uid in wanted:
            rows = (row for row in db.enquiry_rows(store, one.id) if row.kind != "note" or row.record_id not in private)
            found[one.uid] = (one, tuple(rows))
    return found


def _plans(store: Store, briefing: Briefing) -> dict[str, PlanEvidence]:
    """Read the frameworks that were chosen with their evidence, private notes aside.

    For a section without any of them it is the one that is used most.
    """
    wanted = {piece.record for piece in briefing.pieces if piece.kind == "plan"}
    if any(section.kind == "evidence" and not section.pieces for section in briefing.sections):
        wanted.add(find_framework(store).key)
    return {
        one.key: PlanEvidence(one, tuple(item for item in evidence(store, one) if not item.private))
        for one in (frameworks(store) if wanted else ())
        if one.key in wanted
    }


def _terms(store: Store, briefing: Briefing, events: dict[str, Event]) -> dict[str, str]:
    """Give what the acronyms of these events mean; of two meanings the one that is written out more often."""
    terms = sorted(db.terms_of(store, [event.id for event in events.values()]), key=lambda one: one.times)
    chosen = {piece.record: piece.text for piece in briefing.pieces if piece.kind == "term"}
    return {one.short: one.long for one in terms} | chosen


def _slides(
    store: Store, briefing: Briefing, events: dict[str, Event], drawn: Drawn, render: bool
) -> dict[tuple[str, int], ShownSlide]:
    wanted: dict[str, set[int]] = {}
    for piece in briefing.pieces:
        if piece.kind == "slide" and piece.slide is not None:
            wanted.setdefault(piece.record, set()).add(piece.slide)
    decks = [deck for event in events.values() for deck in event.decks if deck.uid in wanted]
    found: dict[tuple[str, int], ShownSlide] = {}
    for deck in decks:
        slides = _read(store, deck)
        numbers = sorted(wanted[deck.uid])
        _draw(store, deck, slides, numbers, drawn, render)
        for slide in slides:
            if slide.number in numbers:
                shown = drawn.get((deck.sha256 or "", slide.number))
                found[(deck.uid, slide.number)] = ShownSlide(deck.offered.title, slide, *(shown or (None, 0, 0)))
    return found


def _read(store: Store, deck: Deck) -> Sequence[Slide]:
    """Give a deck's slides, from the library where they were read already, else from its file."""
    if kept := db.slides_of(store, deck.id):
        return kept
    try:
        return read_stored(store, deck.id)[1].slides
    except UserError:
        return ()


def _draw(store: Store, deck: Deck, slides: Sequence[Slide], numbers: list[int], drawn: Drawn, render: bool) -> None:
    """Draw those slides that were not drawn yet; one that cannot be drawn is shown by its words."""
    missing = [number for number in numbers if (deck.sha256 or "", number) not in drawn]
    if not missing or not slides:
        return
    try:
        ready = draw_slides(store, deck.id) if render else drawable(store, deck.id)
        if ready.file is not None:
            _pages(ready.file, deck, slides, missing, drawn)
    except UserError:
        return


def _pages(file: Path, deck: Deck, slides: Sequence[Slide], missing: list[int], drawn: Drawn) -> None:
    drawer = PageDrawer()
    try:
        pages = pages_of_slides(slides, len(drawer.pages(file)))
        for number in missing:
            if number in pages:
                made = drawer.draw(file, pages[number], _WIDTH)
                picture = png(made.width, made.height, made.stride, made.data)
                drawn[(deck.sha256 or "", number)] = (picture, made.width, made.height)
    finally:
        drawer.close()
