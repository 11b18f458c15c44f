# SPDX-License-Identifier: MIT
"""Keep the line of an action that is still being typed, for each event: nothing that was written is lost on closing."""

from eqbrief.store.changes import Change
from eqbrief.store.library import Store


def jotting(store: Store, event_id: int) -> str:
    """Read the line that was begun at an event; '' where there is none."""
    row = store.db.execute("SELECT text FROM jotting WHERE event_id = ?", (event_id,)).fetchone()
    return row["text"] if row else ""


def keep_jotting(store: Store, change: Change, event_id: int, text: str) -> None:
    """Keep a line as far as it was typed; '' lets it go. It stays out of the undo log, like the words of a note."""
    with change.unlogged():
        row = change.execute("SELECT id FROM jotting WHERE event_id = ?", (event_id,)).fetchone()
        if row is None and text.strip():
            change.insert_uid("jotting", event_id=event_id, text=text)
        elif row is not None and text.strip():
            change.update("jotting", row["id"], text=text)
        elif row is not None:
            change.delete("jotting", row["id"])
    store.touch("jotting")
