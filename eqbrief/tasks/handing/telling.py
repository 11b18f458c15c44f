# SPDX-License-Identifier: MIT
"""What a pack says of an event, so that an EqBrief elsewhere makes the same of it; no private word is in it."""

from collections.abc import Iterable
from typing import Any

from eqbrief import store as db
from eqbrief.briefing.material import origin_of, shared_notes
from eqbrief.model import Event, Transcript, to_json
from eqbrief.store import Store
from eqbrief.tasks.acting import action_json
from eqbrief.tasks.frameworks.keeping import frameworks
from eqbrief.tasks.frameworks.reading import write_framework
from eqbrief.tasks.recordings import without_paths

_OWN = ("text", "evidence", "charset", "address", "source", "events", "decks")
"""What of a draft is of this library, or is written otherwise."""
_OF_ACTION = ("uid", "text", "owner", "due", "state", "outcome", "done_at")
_OF_TAG = ("uid", "framework", "action", "kind", "record", "number", "title", "words")


def event_data(store: Store, found: Event) -> dict[str, Any]:
    """Give an event with its shared notes, its actions, and what of it is tagged as evidence."""
    draft = {key: value for key, value in to_json(found.draft).items() if key not in _OWN}
    shared = {note.uid: note for note in shared_notes(found)}
    notes = [
        {"uid": one.uid, "text": one.text, "tie": to_json(one.tie) if one.tie else None} for one in shared.values()
    ]
    actions: list[dict[str, Any]] = []
    for action in map(action_json, found.actions):
        evidence = action["evidence"]
        if evidence and evidence["kind"] == "note" and evidence["uid"] not in shared:
            evidence = None
        actions.append({**{key: action[key] for key in _OF_ACTION}, "evidence": evidence})
    tags = [to_json(one) for one in db.tags(store, event_id=found.id) if one.kind != "note" or one.record in shared]
    return {
        "uid": found.uid,
        **draft,
        "recordings": without_paths(draft["recordings"]),
        "address": origin_of(found)[0] or None,
        "notes": notes,
        "actions": actions,
        "tags": [{key: one[key] for key in _OF_TAG} for one in tags],
    }


def transcript_data(one: Transcript, found: Event) -> dict[str, Any]:
    """Give what a transcript's file does not tell: its uid, and which of the event's people each speaker is."""
    known = {appearance.person_id: appearance.printed.name for appearance in found.appearances}
    meant = {turn.speaker: known.get(turn.person_id or 0) for turn in one.turns if turn.speaker}
    return {"uid": one.uid, "title": one.title, "speakers": meant}


def frameworks_data(store: Store, events: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Give the library's own frameworks that these events are tagged with, as the files they are added by."""
    used = {tag["framework"] for event in events for tag in event["tags"]}
    own = (one for one in frameworks(store) if one.is_own and one.key in used)
    return {one.key: write_framework(one).decode() for one in own}
