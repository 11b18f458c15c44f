# SPDX-License-Identifier: MIT
"""Lists of events, however many there are."""

import pytest

from eqbrief import store as db
from eqbrief.model import Draft
from eqbrief.store import Store
from eqbrief.tasks.listing import card_json, list_events
from eqbrief.tasks.telling_apart import KEYS


@pytest.fixture
def many(library: Store) -> Store:
    """Give a library with more events than are read at once."""
    with library.change("event") as change:
        for number in range(1203):
            draft = Draft("page.txt", "event", f"Event {number}", starts_at="2024-02-20")
            db.insert_event(library, change, draft, KEYS, f"folder {number}")
    return library


def test_all_are_listed_newest_first(many: Store) -> None:
    assert [card.id for card in list_events(many)] == list(range(1203, 0, -1))
    assert [card.id for card in list_events(many, limit=700)] == list(range(1203, 503, -1))
    assert [card.title for card in list_events(many, "event 1200")] == ["Event 1200"]


def test_json_has_the_uid_of_each(library: Store) -> None:
    with library.change("event") as change:
        db.insert_event(library, change, Draft("page.txt", "event", "One"), KEYS, "folder")
    (plain,) = [card_json(card) for card in list_events(library)]
    event = db.event(library, plain["id"])
    assert event is not None
    assert plain["uid"] == event.uid
