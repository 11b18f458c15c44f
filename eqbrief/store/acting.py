# SPDX-License-Identifier: MIT
"""Write actions. Every change of one is kept for undo, and search finds it at once."""

from eqbrief.model import ActionEvidence, now
from eqbrief.store.changes import Change, gone
from eqbrief.store.library import Store
from eqbrief.store.passages import index_action


def add_action(
    store: Store,
    change: Change,
    event_id: int,
    text: str,
    *,
    owner: str | None = None,
    person_id: int | None = None,
    due: str | None = None,
    evidence: ActionEvidence | None = None,
) -> int:
    """Add an action to an event and give its id.

    Raises:
        UserError: when the event is gone.
    """
    if change.execute("SELECT 1 FROM event WHERE id = ?", (event_id,)).fetchone() is None:
        raise gone("event")
    moment = now()
    number = change.insert_uid(
        "action",
        event_id=event_id,
        text=text,
        owner=owner,
        person_id=person_id,
        due=due,
        evidence_kind=evidence.kind if evidence else None,
        evidence_uid=evidence.uid if evidence else None,
        evidence_text=evidence.text if evidence else None,
        created_at=moment,
        updated_at=moment,
    )
    index_action(change, number)
    store.touch("action")
    return number


def set_action(store: Store, change: Change, number: int, **values: object) -> None:
    """Set columns of an action: `text`, `owner`, `person_id`, `due`, `state`, `outcome`, `done_at`.

    Raises:
        UserError: when the action is gone.
    """
    change.update("action", number, **values, updated_at=now())
    index_action(change, number)
    store.touch("action")


def remove_action(store: Store, change: Change, number: int) -> None:
    """Take an action away; undoing the change brings it back whole.

    Raises:
        UserError: when the action is gone.
    """
    change.delete("action", number)
    index_action(change, number)
    store.touch("action")
