# SPDX-License-Identifier: MIT
"""What is chosen in the window as something that can be tagged, and the actions it can be tagged with."""

from collections.abc import Sequence

from eqbrief import store as db
from eqbrief.model import Framework, Piece, PlanAction, Tag, Target, UserError
from eqbrief.store import Store
from eqbrief.tasks.editing import event as event_of
from eqbrief.tasks.frameworks.keeping import frameworks
from eqbrief.tasks.frameworks.suggesting import suggestions
from eqbrief.tasks.frameworks.tagging import spot_of, spot_of_tags
from eqbrief.tasks.tying import tie_question, tie_slide


def targets_of(store: Store, pieces: Sequence[Piece]) -> list[Target]:
    """Make targets of what was chosen as for a briefing; what cannot be tagged, as a person, is left out.

    Raises:
        UserError: when nothing of it can be tagged, or a slide or a note is gone.
    """
    numbers = db.events_by_uid(store, {piece.event for piece in pieces if piece.event})
    found = [
        target
        for piece in pieces
        if piece.event in numbers and (target := _target(store, numbers[piece.event], piece)) is not None
    ]
    if pieces and not found:
        raise UserError(
            "This cannot be tagged as evidence.", "Choose an event, a slide, a question or a note on an event."
        )
    return list(dict.fromkeys(found))


def tags_on(store: Store, targets: Sequence[Target]) -> list[Tag]:
    """List the tags that any of these things has."""
    found: list[Tag] = []
    for number in dict.fromkeys(target.event_id for target in targets):
        event = event_of(store, number)
        tags = db.tags(store, event_id=number)
        where = spot_of_tags(store, event, tags)
        spots = {spot_of(store, event, target) for target in targets if target.event_id == number}
        found += [tag for tag in tags if where[tag.id] in spots]
    return found


def offers(store: Store, targets: Sequence[Target]) -> list[tuple[Framework, PlanAction, str]]:
    """List the actions of all frameworks with how they stand: 'Tagged' where all of these things are, 'Suggested'."""
    tagged = [(tag.framework, tag.action) for tag in tags_on(store, targets)]
    events = {target.event_id for target in targets}
    listed: list[tuple[Framework, PlanAction, str]] = []
    for framework in frameworks(store):
        wanted = {one.action for one in suggestions(store, framework, events=events) if one.target in targets}
        for action in framework.actions:
            is_tagged = tagged.count((framework.key, action.number)) >= len(targets)
            how = "Tagged" if is_tagged else "Suggested" if action.number in wanted else ""
            listed.append((framework, action, how))
    return listed


def _target(store: Store, event_id: int, piece: Piece) -> Target | None:
    match piece.kind:
        case "event":
            return Target(event_id)
        case "note":
            return Target(event_id, note=piece.record)
        case "slide":
            deck = next((one for one in event_of(store, event_id).decks if one.uid == piece.record), None)
            return Target(event_id, tie_slide(store, deck.id, piece.slide or 0)) if deck else None
        case "question":
            asked = [one.name for one in db.parts_of(store, event_id, "question")]
            at = asked.index(piece.text) + 1 if piece.text in asked else None
            return Target(event_id, tie_question(store, event_id, at)) if at else None
        case _:
            return None
