# SPDX-License-Identifier: MIT
"""People and organisations as records across events: merge and unmerge them, name them, say what belongs to what."""

from dataclasses import dataclass
from typing import Any

from eqbrief import store as db
from eqbrief.matching import acronyms_of
from eqbrief.model import NameCard, Named, NameRecord, UserError
from eqbrief.store import Store
from eqbrief.tasks.telling_apart import Who, keys_for, match
from eqbrief.tasks.typed import one_line

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would bring about: two records, why they may be one, and the events at which both are printed."""

    kept: NameRecord
    other: NameRecord
    reason: str
    together: tuple[Named, ...]

    @property
    def events(self) -> int:
        """How many events the record would have."""
        return len({one.event_id for one in (*self.kept.appearances, *self.other.appearances)})


def preview_merge(store: Store, kind: Who, kept: int, other: int) -> Preview:
    """Show what merging two records would bring about; changes nothing.

    Raises:
        UserError: when one is gone, or they are one already.
    """
    mine, theirs = db.name_record(store, kind, kept), db.name_record(store, kind, other)
    if mine.id == theirs.id:
        raise UserError(f"These two are one {kind} already.", "Choose another to merge.")
    seen = {one.event_id: one.event_title for one in mine.appearances}
    both = {one.event_id for one in theirs.appearances} & seen.keys()
    together = tuple(Named(number, seen[number]) for number in sorted(both, reverse=True))
    return Preview(mine, theirs, match(kind, mine.name, theirs.name).reason, together)


def merge(store: Store, kind: Who, kept: int, other: int) -> NameRecord:
    """Let one record stand for another. What was printed stays as it was, and `unmerge` takes it back at any time.

    Raises:
        UserError: when one is gone, or they are one already.
    """
    mine, theirs = db.name_record(store, kind, kept), db.name_record(store, kind, other)
    with store.change(kind, name=f"Merge {_quoted(theirs.name)} into {_quoted(mine.name)}") as change:
        db.merge_records(store, change, kind, kept, other)
    return db.name_record(store, kind, kept)


def unmerge(store: Store, kind: Who, number: int, other: int | None = None) -> NameRecord:
    """Let a merged record stand for itself again; give it. `number` may be the one it was merged into.

    Raises:
        UserError: when nothing was merged, or it is not said which of several is to stand for itself.
    """
    apart = _merged_of(store, kind, number, other)
    name = next(one.name for one in db.all_named(store, kind) if one.id == apart)
    with store.change(kind, name=f"Unmerge {_quoted(name)}") as change:
        db.unmerge_record(store, change, kind, apart)
    return db.name_record(store, kind, apart)


def not_the_same(store: Store, kind: Who, one: int, other: int) -> None:
    """Remember that two records are two, so that they are not proposed again."""
    names = [_quoted(db.name_record(store, kind, number).name) for number in (one, other)]
    with store.change(kind, name=f"Tell {names[0]} and {names[1]} apart") as change:
        db.tell_apart(store, change, kind, one, other)


def rename(store: Store, kind: Who, number: int, name: str, *, also: bool = False) -> NameRecord:
    """Call a record by another name, or, with `also`, by one more; what was printed stays as it was.

    Raises:
        UserError: when the name is empty, or is already that of another record.
    """
    wanted = one_line(name)
    if not wanted:
        raise UserError("The name is empty.", "Type a name.")
    record = db.name_record(store, kind, number)
    key = keys_for(store).person(wanted) if kind == "person" else keys_for(store).organisation(wanted)
    owner = db.record_by_key(store, kind, key)
    if owner is not None and owner != record.id:
        taken = db.name_record(store, kind, owner).name
        raise UserError(f"{_quoted(taken)} is called so already.", "Merge the two, or choose another name.")
    what = f"Call {_quoted(record.name)} {_quoted(wanted)}{' too' if also else ''}"
    with store.change(kind, name=what) as change:
        (db.add_name if also else db.set_name)(store, change, kind, record.id, wanted, key)
    return db.name_record(store, kind, number)


def belongs(store: Store, number: int, parent: int | None) -> NameRecord:
    """Say what an organisation is a part of; None for nothing.

    Raises:
        UserError: when it would be a part of itself.
    """
    record = db.name_record(store, "organisation", number)
    above = db.name_record(store, "organisation", parent) if parent is not None else None
    what = f"Place {_quoted(record.name)}" + (f" in {_quoted(above.name)}" if above else " by itself")
    with store.change("organisation", name=what) as change:
        db.set_parent(store, change, record.id, above.id if above else None)
    return db.name_record(store, "organisation", number)


def record_json(record: NameRecord) -> dict[str, Any]:
    """Give a person or an organisation as a command shows it."""
    called = (record.name, *record.other_names) if record.kind == "organisation" else ()
    return {
        "id": record.id,
        "uid": record.uid,
        "kind": record.kind,
        "name": record.name,
        "other_names": list(record.other_names),
        "acronyms": list(acronyms_of(called)),
        "parent": _named_json(record.parent) if record.parent else None,
        "units": [_named_json(one) for one in record.units],
        "merged": [_named_json(one) for one in record.merged],
        "events": len({one.event_id for one in record.appearances}),
    }


def preview_json(shown: Preview) -> dict[str, Any]:
    """Give what a merge would bring about."""
    kept, other = shown.kept, shown.other
    return {
        "id": kept.id,
        "uid": kept.uid,
        "name": kept.name,
        "other": {"id": other.id, "uid": other.uid, "name": other.name},
        "reason": shown.reason,
        "events": shown.events,
        "together": [{"id": one.id, "title": one.name} for one in shown.together],
    }


def people_json(store: Store, words: str = "") -> list[dict[str, Any]]:
    """List people with what they are called and where they were last seen, most events first."""
    names, uids = db.other_names(store, "person"), db.uids(store, "person")
    return [
        {**_card_json(card, uids, names), "organisation": card.line or None, "events": card.events}
        for card in db.people(store, words)
    ]


def organisations_json(store: Store, words: str = "") -> list[dict[str, Any]]:
    """List organisations with what they are called, what they are a part of, and how many spoke for them."""
    names, uids = db.other_names(store, "organisation"), db.uids(store, "organisation")
    above = db.parents(store)
    listed: list[dict[str, Any]] = []
    for card in db.organisations(store, words):
        parent = above.get(card.id)
        called = (card.name, *names.get(card.id, ()))
        listed.append(
            {
                **_card_json(card, uids, names),
                "acronyms": list(acronyms_of(called)),
                "parent": _named_json(parent) if parent else None,
                "people": int(card.line.split()[0]),
                "events": card.events,
            }
        )
    return listed


def _card_json(card: NameCard, uids: dict[int, str], names: dict[int, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "id": card.id,
        "uid": uids[card.id],
        "name": card.name,
        "other_names": [name for name in names.get(card.id, ()) if name != card.name],
    }


def _named_json(one: Named) -> dict[str, Any]:
    return {"id": one.id, "uid": one.uid, "name": one.name}


def _merged_of(store: Store, kind: Who, number: int, other: int | None) -> int:
    """Find which of two records is the merged one, or the only one that was merged into a record."""
    for one, stands in ((number, other), (other, number)):
        if one is not None and (root := db.root_of(store, kind, one)) != one:
            if stands is not None and root != db.root_of(store, kind, stands):
                raise UserError("These two were not merged.", "Look which records were merged, on the page of one.")
            return one
    merged = db.merged_into(store, kind, number)
    if len(merged) == 1 and other is None:
        return merged[0].id
    if not merged:
        raise UserError(f"Nothing was merged into this {kind}.", "Choose one into which another was merged.")
    named = "; ".join(f"{one.id} {one.name}" for one in merged[:5])
    raise UserError(f"Several were merged into this {kind}: {named}.", "Give the number of the one to be unmerged.")


def _quoted(name: str) -> str:
    return f"“{name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + '…'}”"
