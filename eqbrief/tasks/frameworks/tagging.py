# SPDX-License-Identifier: MIT
"""Tag events, slides, questions and notes with an action of a framework, and take tags away. All of it is undone."""

from collections.abc import Sequence

from eqbrief import store as db
from eqbrief.model import Event, Framework, PlanAction, Tag, Target, Tie, UserError
from eqbrief.store import Change, Store
from eqbrief.tasks.editing import event as event_of
from eqbrief.tasks.tying import place, places

Spot = tuple[object, ...]
"""Where something is: equal for two tags, or a tag and a target, that mean the same thing now."""

_SHORT = 40
_AT_ONCE = 100
"""More are written in portions, so that nothing typed waits for them; they are undone together all the same."""


def tag(store: Store, targets: Sequence[Target], framework: Framework, action: PlanAction) -> int:
    """Tag things with an action; give how many were not tagged with it yet. What was dismissed is evidence after all.

    Raises:
        UserError: when an event or a note is gone.
    """
    name, news, log = f"Tag {_named(store, targets)} with action {action.number}", 0, None
    for start in range(0, len(targets), _AT_ONCE):
        with store.change("tag", name=name) as change:
            change.log = log
            news += put_tags(store, change, targets[start : start + _AT_ONCE], framework, action)
        log = change.log
    return news


def put_tags(
    store: Store,
    change: Change,
    targets: Sequence[Target],
    framework: Framework,
    action: PlanAction,
    *,
    dismissed: bool = False,
) -> int:
    """Tag things within a change, or say of them that they are no evidence; give of how many that is news."""
    by_event: dict[int, list[Target]] = {}
    for target in targets:
        by_event.setdefault(target.event_id, []).append(target)
    news = 0
    for number, wanted in by_event.items():
        event = event_of(store, number)
        of_event = db.tags(store, framework.key, event_id=number, dismissed=True)
        known = [one for one in of_event if one.action == action.number]
        where = spot_of_tags(store, event, known)
        spots = {where[one.id]: one for one in known}
        for target in wanted:
            before = spots.get(spot_of(store, event, target))
            if before is None:
                plan = (framework.key, action.number)
                db.add_tag(store, change, target, *plan, event_uid=event.uid, dismissed=dismissed)
                news += 1
            elif before.dismissed != dismissed:
                db.set_tag(store, change, before.id, dismissed=dismissed)
                news += 1
    return news


def untag(store: Store, tags: Sequence[Tag]) -> None:
    """Take tags away; Undo brings them back."""
    if not tags:
        return
    what = "a tag" if len(tags) == 1 else f"{len(tags)} tags"
    with store.change("tag", name=f"Take away {what}") as change:
        for one in tags:
            db.remove_tag(store, change, one.id)


def spot_of(store: Store, event: Event, target: Target) -> Spot:
    """Give where a target is now.

    Raises:
        UserError: when the note is gone.
    """
    if target.note:
        if all(note.uid != target.note for note in event.notes):
            raise UserError("This note is no longer in the library.", "Look in the bin, or undo the last change.")
        return ("note", target.note)
    if target.tie is None:
        return ("event",)
    found = place(store, event, target.tie)
    return _spot(target.tie, found.id, found.number)


def spot_of_tags(store: Store, event: Event, tags: Sequence[Tag]) -> dict[int, Spot]:
    """Give where tags of one event are now, by their ids."""
    placed = places(store, event, tags)
    found: dict[int, Spot] = {}
    for one in tags:
        if one.tie is None:
            found[one.id] = ("note", one.record) if one.kind == "note" else ("event",)
        else:
            found[one.id] = _spot(one.tie, placed[one.id].id, placed[one.id].number)
    return found


def _spot(tie: Tie, record: int | None, number: int | None) -> Spot:
    if record is None:
        return (tie.kind, tie.uid, tie.number, tie.words)
    return (tie.kind, record, number if tie.kind == "slide" else None)


def _named(store: Store, targets: Sequence[Target]) -> str:
    if len(targets) != 1:
        kinds = {target.kind for target in targets}
        return f"{len(targets)} {kinds.pop() + 's' if len(kinds) == 1 else 'things'}"
    target = targets[0]
    if target.note:
        return "a note"
    if target.tie is not None:
        return f"{target.tie.kind} {target.tie.number}"
    title = event_of(store, target.event_id).draft.title or ""
    return f"“{title if len(title) <= _SHORT else title[: _SHORT - 1].rstrip() + '…'}”"
