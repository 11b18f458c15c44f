# SPDX-License-Identifier: MIT
"""What is still to be downloaded: in its order, with why it failed, and gone with its deck."""

from eqbrief import store as db
from eqbrief.store import Store
from tests.store.filling import add_event


def asked(library: Store) -> list[tuple[int, str, str | None]]:
    return [(one.deck_id, one.state, one.reason) for one in db.downloads(library)]


def test_downloads_wait_in_the_order_in_which_they_were_asked_for(library: Store) -> None:
    first, second = (db.decks_of(library, [add_event(library, number)])[0].id for number in (1, 2))
    with library.change() as change:
        db.ask_for(library, change, [second])
    with library.change() as change:
        db.ask_for(library, change, [first, second])
    assert asked(library) == [(second, "waiting", None), (first, "waiting", None)]
    assert [one.title for one in db.downloads(library)] == ["Presentation", "Presentation"]


def test_what_failed_keeps_its_reason_until_it_is_asked_for_again_behind_the_rest(library: Store) -> None:
    first, second = (db.decks_of(library, [add_event(library, number)])[0].id for number in (1, 2))
    with library.change() as change:
        db.ask_for(library, change, [first, second])
        db.note_failure(library, change, first, "It is gone. Look elsewhere.")
    assert asked(library) == [(first, "failed", "It is gone. Look elsewhere."), (second, "waiting", None)]
    with library.change() as change:
        db.ask_for(library, change, [first])
    assert asked(library) == [(second, "waiting", None), (first, "waiting", None)]
    with library.change() as change:
        db.end_download(library, change, [first, second])
    assert asked(library) == []


def test_an_event_in_the_bin_waits_for_nothing(library: Store) -> None:
    event = add_event(library)
    with library.change() as change:
        db.ask_for(library, change, [deck.id for deck in db.decks_of(library, [event])])
        change.update("event", event, deleted_at="2024-01-01T00:00:00Z")
    assert asked(library) == []
    with library.change() as change:
        change.update("event", event, deleted_at=None)
    assert len(asked(library)) == 1


def test_a_deck_that_goes_takes_its_download_along(library: Store) -> None:
    (deck,) = db.decks_of(library, [add_event(library)])
    with library.change() as change:
        db.ask_for(library, change, [deck.id])
        change.delete("deck", deck.id)
    assert library.db.execute("SELECT count(*) FROM download").fetchone()[0] == 0
