# SPDX-License-Identifier: MIT
"""The decks that are still to be downloaded, in the order in which they were asked for."""

from collections.abc import Iterable

from eqbrief.model import Download, now
from eqbrief.store.changes import Change
from eqbrief.store.library import Store


def downloads(store: Store) -> list[Download]:
    """List what is still to be downloaded, in its order; decks of events in the bin are left out."""
    rows = store.db.execute(
        """
        SELECT download.deck_id, deck.event_id, deck.title, download.state, download.reason
        FROM download JOIN deck ON deck.id = download.deck_id JOIN event ON event.id = deck.event_id
        WHERE event.deleted_at IS NULL
        ORDER BY download.asked_at, download.id
        """
    )
    return [Download(row["deck_id"], row["event_id"], row["title"], row["state"], row["reason"]) for row in rows]


def ask_for(store: Store, change: Change, decks: Iterable[int]) -> None:
    """Note that these decks are to be downloaded, behind those that wait already; one that failed waits anew."""
    for number in decks:
        change.execute("DELETE FROM download WHERE deck_id = ? AND state = 'failed'", (number,))
        if change.execute("SELECT 1 FROM download WHERE deck_id = ?", (number,)).fetchone() is None:
            change.insert_uid("download", deck_id=number, state="waiting", asked_at=now())
    store.touch("download")


def note_failure(store: Store, change: Change, deck: int, reason: str) -> None:
    """Note why a deck could not be downloaded."""
    change.execute("UPDATE download SET state = 'failed', reason = ? WHERE deck_id = ?", (reason, deck))
    store.touch("download")


def end_download(store: Store, change: Change, decks: Iterable[int]) -> None:
    """Forget that these decks were to be downloaded."""
    for number in decks:
        change.execute("DELETE FROM download WHERE deck_id = ?", (number,))
    store.touch("download")
