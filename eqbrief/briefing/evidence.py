# SPDX-License-Identifier: MIT
"""The section of evidence: for each action of a framework what there is for it, each with its source, and the gaps."""

from collections.abc import Sequence

from eqbrief.briefing.document import Block, Heading, Inlines, Item, Listing, Paragraph, Table, Text, plain
from eqbrief.briefing.material import Citing, Material
from eqbrief.briefing.pieces import OUR_NOTE, QUESTIONS, SLIDE
from eqbrief.briefing.prose import line, markdown, safe_link
from eqbrief.model import TAG_KINDS, Briefing, Event, EvidenceItem, Piece, PlanAction, PlanEvidence, Section, say_date

_NONE, _NONE_HERE = "No evidence yet.", "No evidence in these events."

Chosen = tuple[PlanAction, list[EvidenceItem]]
"""An action with the evidence that is to stand for it."""


def evidence(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """Give each action that was put in with its evidence; in brief as one table.

    Without any, the whole framework that is used most, with evidence from the briefing's own events where it has some.
    """
    if not section.pieces:
        own = set(briefing.events())
        found = next(iter(material.plans.values()), None)
        return _plan(found, "", section, material, citing, own) if found else []
    blocks: list[Block] = []
    before = ""
    for piece in section.pieces:
        found = material.plans.get(piece.record)
        if found is not None:
            blocks += [Heading(line(piece.heading), 2)] if piece.heading.strip() else []
            blocks += markdown(piece.lead, below=2)
            blocks += _plan(found, piece.text, section, material, citing, set(), named=piece.record != before)
            before = piece.record
    return blocks


def action_of(piece: Piece, material: Material) -> str | None:
    """Say what a piece of a framework is: one action, or the framework by its name; None where that is gone."""
    found = material.plans.get(piece.record)
    if found is None:
        return None
    if not piece.text:
        return found.framework.name
    action = found.framework.action(piece.text)
    return f"Action {action.number}: {action.title}" if action else None


def _plan(
    found: PlanEvidence,
    number: str,
    section: Section,
    material: Material,
    citing: Citing,
    own: set[str],
    *,
    named: bool = True,
) -> list[Block]:
    framework, events = found.framework, {event.id: event for event in material.events.values()}
    items = [item for item in found.items if item.tag.event_id in events]
    if own:
        items = [item for item in items if events[item.tag.event_id].uid in own]
    actions = [one for one in framework.actions if number in ("", one.number)]
    chosen: list[Chosen] = [(one, [item for item in items if item.tag.action == one.number]) for one in actions]
    if not chosen:
        return []
    blocks: list[Block] = [_source(found)] if named else []
    if not number:
        blocks.append(Paragraph((Text(_covered(chosen, here=bool(own))),)))
    none = _NONE_HERE if own else _NONE
    if section.detail == "brief":
        return [*blocks, _table(found, chosen, events, citing, none)]
    for action, own_items in chosen:
        blocks.append(Heading(line(f"Action {action.number}: {action.title}"), 2))
        statements = tuple(Item(_statement(item, events[item.tag.event_id], citing)) for item in own_items)
        blocks.append(Listing(statements) if statements else Paragraph((Text(none),)))
    return blocks


def _source(found: PlanEvidence) -> Paragraph:
    framework = found.framework
    about = ", ".join(part for part in (framework.name, framework.publisher, say_date(framework.published)) if part)
    address = safe_link(framework.address)
    links = (Text(" "), Text(address, link=address)) if address else ()
    return Paragraph((Text(f"{line(about)}."), *links), "quiet")


def _covered(chosen: Sequence[Chosen], *, here: bool) -> str:
    """Say how many actions have evidence, `here` in the briefing's events alone, and name those that have none."""
    gaps = [action.number for action, items in chosen if not items]
    whole = f"{len(chosen) - len(gaps)} of {len(chosen)} actions have evidence{' in these events' if here else ''}"
    if not gaps:
        return f"{whole}."
    listed = gaps[0] if len(gaps) == 1 else f"{', '.join(gaps[:-1])} and {gaps[-1]}"
    return f"{whole}; there is none{'' if here else ' yet'} for action{'' if len(gaps) == 1 else 's'} {line(listed)}."


def _table(found: PlanEvidence, chosen: Sequence[Chosen], events: dict[int, Event], citing: Citing, none: str) -> Table:
    rows: list[tuple[Inlines, ...]] = []
    for action, items in chosen:
        said = _counted(items, events, citing) if items else plain(none)
        rows.append((plain(line(action.number)), plain(line(action.title)), said))
    caption = f"Evidence for the actions of the {line(found.framework.name)}"
    return Table(caption, ("Number", "Action", "Evidence"), tuple(rows), (1, 6, 4))


def _counted(items: Sequence[EvidenceItem], events: dict[int, Event], citing: Citing) -> Inlines:
    counts = [(sum(item.tag.kind == kind for item in items), kind) for kind in TAG_KINDS]
    said = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for number, kind in counts if number)
    numbers = dict.fromkeys(_cited(item, events[item.tag.event_id], citing) for item in items)
    return plain(said, *sorted(numbers))


def _statement(item: EvidenceItem, event: Event, citing: Citing) -> Inlines:
    """Give what a piece of evidence says, with where it comes from."""
    cite = _cited(item, event, citing)
    words = line(item.hit.said)
    match item.tag.kind:
        case "event":
            title = line(event.draft.title)
            return (Text(f"{title}: " if words else title, strong=True), *plain(words, cite))
        case "slide":
            return (Text(f"Slide {item.hit.slide or item.tag.number}: ", strong=True), *plain(words, cite))
        case "question":
            return (Text("Question: ", strong=True), *plain(words, cite))
        case "note":
            return plain(words, cite)


def _cited(item: EvidenceItem, event: Event, citing: Citing) -> int:
    match item.tag.kind:
        case "slide":
            deck = item.hit.deck[1] if item.hit.deck else item.tag.title
            return citing.to(event, SLIDE.format(item.hit.slide or item.tag.number, line(deck)))
        case "question":
            return citing.to(event, QUESTIONS)
        case "note":
            return citing.to(event, OUR_NOTE)
        case "event":
            return citing.to(event)
