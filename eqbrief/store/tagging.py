# SPDX-License-Identifier: MIT
"""Frameworks that a person added, tags that say what is evidence for their actions, and passages that may be."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from eqbrief.model import Framework, Hit, PlanAction, Tag, TagKind, Target, now, to_json
from eqbrief.model.query import Words
from eqbrief.store.changes import Change
from eqbrief.store.library import Store
from eqbrief.store.search.hits import Candidate, hits_of
from eqbrief.store.search.matching import rows
from eqbrief.store.search.ranges import CODES, Range

_SEARCHED = (
    Range(CODES["event", None], CODES["event", None]),
    Range(CODES["question", None], CODES["question", None]),
    Range(CODES["slide", "title"], CODES["note", None]),
)
"""Where evidence is looked for: in events as their pages tell them, questions, slides and notes."""


_ALIVE = """event.deleted_at IS NULL
    AND (tag.kind <> 'note' OR (note.id IS NOT NULL AND note.deleted_at IS NULL))"""
"""What lies in the bin counts no more."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that holds a term: its number in the index, and what it is of. A slide is of a deck."""

    docid: int
    kind: TagKind
    record_id: int
    event_id: int
    deck_id: int | None
    slide: int | None


def own_frameworks(store: Store) -> list[Framework]:
    """List the frameworks that were added to this library, by name."""
    found = store.db.execute("SELECT * FROM framework ORDER BY name COLLATE NOCASE, id")
    return [_framework(row) for row in found]


def put_framework(store: Store, change: Change, framework: Framework) -> int:
    """Write a framework, over the one of the same key where there is one, and give its id."""
    values = {
        "key": framework.key,
        "name": framework.name,
        "publisher": framework.publisher,
        "address": framework.address,
        "published": framework.published,
        "about": framework.about,
        "actions": json.dumps(to_json(framework.actions), ensure_ascii=False),
        "updated_at": now(),
    }
    store.touch("framework")
    row = change.execute("SELECT id FROM framework WHERE key = ?", (framework.key,)).fetchone()
    if row is None:
        return change.insert_uid("framework", **values, created_at=values["updated_at"])
    change.update("framework", row["id"], **values)
    return int(row["id"])


def remove_framework(store: Store, change: Change, number: int) -> None:
    """Take a framework away; what is tagged with its actions stays, and counts again once it is back."""
    change.delete("framework", number)
    store.touch("framework")


def tags(store: Store, framework: str = "", *, event_id: int | None = None, dismissed: bool = False) -> list[Tag]:
    """List tags, those of the newest events first; with `dismissed` also what was said to be no evidence.

    Those of events and notes that lie in the bin are left out.
    """
    found = store.db.execute(
        f"""
        SELECT tag.* FROM tag JOIN event ON event.id = tag.event_id
        LEFT JOIN note ON tag.kind = 'note' AND note.uid = tag.record
        WHERE {_ALIVE}
            {"AND tag.framework = :framework" if framework else ""}
            {"AND tag.event_id = :event" if event_id is not None else ""}
            {"" if dismissed else "AND tag.dismissed = 0"}
        ORDER BY event.sort_date DESC, event.id DESC, tag.kind, tag.number, tag.id
        """,
        {"framework": framework, "event": event_id},
    )
    return [_tag(row) for row in found]


def tag_totals(
    store: Store, framework: str, events: Collection[int] | None = None
) -> tuple[dict[tuple[str, TagKind], int], dict[str, int]]:
    """Count the tags of a framework by action and kind, and by action at how many events; of `events` alone or all."""
    found = f"""
        FROM tag JOIN event ON event.id = tag.event_id LEFT JOIN note ON tag.kind = 'note' AND note.uid = tag.record
        WHERE {_ALIVE} AND tag.dismissed = 0 AND tag.framework = :framework
            {"" if events is None else "AND tag.event_id IN (SELECT value FROM json_each(:events))"}
    """
    asked = {"framework": framework, "events": json.dumps(sorted(events or ()))}
    kinds = store.db.execute(f"SELECT tag.action, tag.kind, count(*) AS number {found} GROUP BY 1, 2", asked)
    places = store.db.execute(f"SELECT tag.action, count(DISTINCT tag.event_id) AS number {found} GROUP BY 1", asked)
    return (
        {(row["action"], row["kind"]): row["number"] for row in kinds},
        {row["action"]: row["number"] for row in places},
    )


def most_used_framework(store: Store) -> str:
    """Give the key of the framework with most tags, '' where there are none."""
    row = store.db.execute(
        "SELECT framework FROM tag WHERE dismissed = 0 GROUP BY framework ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    return row["framework"] if row else ""


def add_tag(
    store: Store,
    change: Change,
    target: Target,
    framework: str,
    action: str,
    *,
    event_uid: str,
    dismissed: bool = False,
) -> int:
    """Tag something with an action of a framework, or say that it is no evidence for it, and give the tag's id."""
    tie = target.tie
    record = target.note or (tie.uid if tie else event_uid)
    store.touch("tag")
    return change.insert_uid(
        "tag",
        event_id=target.event_id,
        framework=framework,
        action=action,
        kind=target.kind,
        record=record,
        number=tie.number if tie else None,
        title=tie.title if tie else None,
        words=tie.words if tie else None,
        dismissed=int(dismissed),
        made_at=now(),
    )


def set_tag(store: Store, change: Change, number: int, *, dismissed: bool) -> None:
    """Say of a tag that it is evidence after all, or none."""
    change.update("tag", number, dismissed=int(dismissed))
    store.touch("tag")


def remove_tag(store: Store, change: Change, number: int) -> None:
    """Take a tag away; undoing the change brings it back."""
    change.delete("tag", number)
    store.touch("tag")


def passages_with(store: Store, words: Words) -> list[int]:
    """Give the numbers of all passages of events, questions, slides and notes that hold these words."""
    return rows(store, words, _SEARCHED)


def passages(store: Store, docids: Iterable[int]) -> list[Passage]:
    """Say what passages are of, by their numbers in the index; those of the newest events first."""
    found = store.db.execute(
        """
        SELECT passage.docid, passage.kind, passage.record_id, passage.event_id, passage.deck_id, slide.number AS slide
        FROM passage JOIN event ON event.id = passage.event_id AND event.deleted_at IS NULL
        LEFT JOIN slide ON passage.kind = 'slide' AND slide.id = passage.record_id
        WHERE passage.docid IN (SELECT value FROM json_each(?))
        ORDER BY event.sort_date DESC, event.id DESC, passage.docid
        """,
        (json.dumps(list(docids)),),
    )
    return [
        Passage(row["docid"], row["kind"], row["record_id"], row["event_id"], row["deck_id"], row["slide"])
        for row in found
    ]


def passage_hits(store: Store, docids: Sequence[int], asked: Sequence[Words]) -> list[Hit]:
    """Give passages as hits of a search, with these words marked, in the order given."""
    return hits_of(store, [Candidate(docid, title=False, full=True) for docid in docids], asked)


def _framework(row: Any) -> Framework:
    listed: list[dict[str, Any]] = json.loads(row["actions"])
    actions = tuple(
        PlanAction(one["number"], one["title"], one["explanation"], tuple(one["terms"]), tuple(one["hints"]))
        for one in listed
    )
    facts = (row["publisher"], row["address"], row["published"], row["about"])
    return Framework(row["key"], row["name"], *facts, actions, row["id"])


def _tag(row: Any) -> Tag:
    return Tag(
        id=row["id"],
        uid=row["uid"],
        event_id=row["event_id"],
        framework=row["framework"],
        action=row["action"],
        kind=row["kind"],
        record=row["record"],
        number=row["number"],
        title=row["title"] or "",
        words=row["words"] or "",
        dismissed=bool(row["dismissed"]),
        made_at=row["made_at"],
    )
