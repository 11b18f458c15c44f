# SPDX-License-Identifier: MIT
"""Write decks: the file that was attached, where it lies, and letting it go."""

from collections.abc import Iterable

from eqbrief.model import Deck, UserError, now
from eqbrief.store.changes import Change
from eqbrief.store.events import deck_of
from eqbrief.store.library import Store
from eqbrief.store.passages import index_event, index_slides


def deck(store: Store, number: int) -> Deck:
    """Read one deck.

    Raises:
        UserError: when there is none of this id.
    """
    row = store.db.execute("SELECT * FROM deck WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UserError(
            f"There is no deck with the number {number}.", "`eqbrief show EVENT` gives the numbers of an event's decks."
        )
    return deck_of(row)


def decks_here(store: Store) -> list[Deck]:
    """List every deck that has a file, by id."""
    return [deck_of(row) for row in store.db.execute("SELECT * FROM deck WHERE file IS NOT NULL ORDER BY id")]


def decks_with(store: Store, sha256: str) -> list[Deck]:
    """List the decks whose file has this SHA-256, by id."""
    rows = store.db.execute("SELECT * FROM deck WHERE sha256 = ? AND file IS NOT NULL ORDER BY id", (sha256,))
    return [deck_of(row) for row in rows]


def decks_of(store: Store, events: Iterable[int] | None = None) -> list[Deck]:
    """List the decks of these events, in their order; without any, those of all events that are not in the bin."""
    if events is None:
        rows = store.db.execute(
            """
            SELECT deck.* FROM deck JOIN event ON event.id = deck.event_id
            WHERE event.deleted_at IS NULL
            ORDER BY event.sort_date DESC, event.id DESC, deck.position, deck.id
            """
        )
        return [deck_of(row) for row in rows]
    found: list[Deck] = []
    for number in dict.fromkeys(events):
        rows = store.db.execute("SELECT * FROM deck WHERE event_id = ? ORDER BY position, id", (number,))
        found += [deck_of(row) for row in rows]
    return found


def decks_to_compare(store: Store) -> list[tuple[Deck, str, str | None]]:
    """List every deck with a file whose event is not in the bin, with the event's title and day, newest first."""
    rows = store.db.execute(
        """
        SELECT deck.*, event.title AS event_title, event.sort_date AS event_day
        FROM deck JOIN event ON event.id = deck.event_id
        WHERE deck.file IS NOT NULL AND event.deleted_at IS NULL
        ORDER BY event.sort_date DESC, event.id DESC, deck.position, deck.id
        """
    )
    return [(deck_of(row), row["event_title"] or "", row["event_day"]) for row in rows]


def put_file(
    store: Store, change: Change, number: int, *, file: str, sha256: str, size_bytes: int, format: str
) -> None:
    """Say that a deck's file is here: its path within the library, its SHA-256 in hex, its size in bytes."""
    change.update("deck", number, file=file, sha256=sha256, size_bytes=size_bytes, format=format, added_at=now())
    event_id = change.execute("SELECT event_id FROM deck WHERE id = ?", (number,)).fetchone()["event_id"]
    index_slides(change, event_id)
    store.touch("deck")


def insert_deck(store: Store, change: Change, event_id: int, title: str) -> int:
    """Add a deck that the page does not name and give its id."""
    last = change.execute("SELECT coalesce(max(position), 0) FROM deck WHERE event_id = ?", (event_id,)).fetchone()[0]
    number = change.insert_uid("deck", event_id=event_id, position=last + 1, title=title)
    index_event(store, change, event_id)
    store.touch("deck")
    return number


def move_file(store: Store, change: Change, number: int, file: str) -> None:
    """Say that a deck's file now lies elsewhere within the library, for all decks that have it."""
    same = "SELECT id FROM deck WHERE file = (SELECT file FROM deck WHERE id = ?)"
    for row in change.execute(same, (number,)).fetchall():
        change.update("deck", row["id"], file=file)
    store.touch("deck")
