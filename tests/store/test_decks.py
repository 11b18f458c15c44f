# SPDX-License-Identifier: MIT
"""Decks: what is named, what is here, and where it lies."""

import pytest

from eqbrief import store as db
from eqbrief.model import UserError
from eqbrief.store import Store
from tests.store.filling import add_event, attach


def test_a_named_deck_is_here_once_its_file_is(library: Store) -> None:
    event = add_event(library)
    assert db.decks_here(library) == []
    number = attach(library, event, b"slides", "Rotas.pptx")
    kept = db.deck(library, number)
    assert (kept.state, kept.file, kept.size_bytes) == ("here", "files/2023 Kinder rotas 1/Rotas.pptx", 6)
    assert [deck.id for deck in db.decks_here(library)] == [number]
    found = db.event(library, event)
    assert found is not None
    assert [(deck.offered.title, deck.state) for deck in found.decks] == [
        ("Presentation", "named"),
        ("Rotas.pptx", "here"),
    ]


def test_a_moved_deck_is_noted_where_it_lies(library: Store) -> None:
    number = attach(library, add_event(library))
    with library.change("deck") as change:
        db.move_file(library, change, number, "files/elsewhere/Rotas.pptx")
    assert db.deck(library, number).file == "files/elsewhere/Rotas.pptx"


def test_a_deck_that_is_gone_is_said(library: Store) -> None:
    with pytest.raises(UserError, match="no deck with the number 77"):
        db.deck(library, 77)


def test_the_decks_of_events_come_in_their_order_without_those_in_the_bin(library: Store) -> None:
    first, second = add_event(library), add_event(library, 2)
    attach(library, first, b"slides", "Rotas.pptx")
    assert [deck.event_id for deck in db.decks_of(library, [second, first, second])] == [second, first, first]
    assert len(db.decks_of(library)) == 3
    with library.change("event") as change:
        change.update("event", first, deleted_at="2024-01-01T00:00:00Z")
    assert [deck.event_id for deck in db.decks_of(library)] == [second]
