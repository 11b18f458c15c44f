# SPDX-License-Identifier: MIT
"""Notes: what was written is there, and what it was before is kept."""

from datetime import datetime, timedelta

import pytest

from eqbrief import store as db
from eqbrief.model import UserError
from eqbrief.store import Store
from tests.store.filling import add_event, note


class Clock:
    """A clock that the test moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moment = datetime.fromisoformat("2024-03-31T00:55:00+00:00")
        monkeypatch.setattr("eqbrief.store.noting.now", lambda: self.moment.isoformat(timespec="milliseconds"))

    def pass_minutes(self, minutes: float) -> None:
        self.moment += timedelta(minutes=minutes)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def write(store: Store, number: int, text: str, *, private: bool | None = None) -> None:
    with store.change("note") as change:
        db.write_note(store, change, number, text, private=private)


def texts(store: Store, number: int) -> list[str]:
    return [text for _, text in db.revisions(store, number)]


def test_a_note_is_shared_unless_told_and_keeps_its_place(library: Store) -> None:
    event = add_event(library)
    first, second = note(library, event, "First."), note(library, event, "Second.")
    write(library, first, "First, written on.", private=True)
    write(library, first, "First, and on.")
    assert [(kept.id, kept.text, kept.private) for kept in db.notes(library, event)] == [
        (first, "First, and on.", True),
        (second, "Second.", False),
    ]


def test_any_text_comes_back_as_it_was(library: Store) -> None:
    event = add_event(library)
    for text in ("", "  \n", "# Heading\r\n\tA&E\u2028 🦢 'quoted' \"twice\"", "x" * 300_000):
        number = note(library, event, text)
        assert {kept.id: kept.text for kept in db.notes(library, event)}[number] == text


def test_a_revision_is_kept_about_every_five_minutes_of_writing(library: Store, clock: Clock) -> None:
    number = note(library, add_event(library), "0")
    for turn in range(1, 301):
        clock.pass_minutes(0.1)
        write(library, number, f"{turn}")
    assert 6 <= len(texts(library, number)) <= 7
    assert texts(library, number)[-1] == "0"
    assert texts(library, number) == sorted(texts(library, number), key=int, reverse=True)


def test_a_large_cut_is_kept_at_once(library: Store, clock: Clock) -> None:
    number = note(library, add_event(library), "word " * 100)
    write(library, number, "word " * 99)
    clock.pass_minutes(0.1)
    write(library, number, "gone")
    assert "word " * 99 in texts(library, number)


def test_saving_the_same_text_keeps_no_revision(library: Store, clock: Clock) -> None:
    number = note(library, add_event(library), "Same.")
    clock.pass_minutes(10)
    write(library, number, "Same.")
    assert texts(library, number) == []


def test_a_clock_set_back_stops_no_revision_and_keeps_their_order(library: Store, clock: Clock) -> None:
    number = note(library, add_event(library), "0")
    write(library, number, "1")
    clock.pass_minutes(-60 * 24 * 365)
    for turn in range(2, 102):
        clock.pass_minutes(0.1)
        write(library, number, f"{turn}")
    assert 3 <= len(texts(library, number)) <= 5
    assert texts(library, number) == sorted(texts(library, number), key=int, reverse=True)


def test_a_binned_note_comes_back_when_it_is_written_on(library: Store) -> None:
    event = add_event(library)
    number = note(library, event, "Binned.")
    with library.change("note", name="Delete a note") as change:
        db.bin_note(library, change, number)
    assert db.notes(library, event) == ()
    assert db.find(library, "binned").hits == ()
    write(library, number, "Binned, and written on.")
    assert [kept.id for kept in db.notes(library, event)] == [number]
    assert [hit.kind for hit in db.find(library, "binned").hits] == ["note"]


def test_writing_to_what_is_gone_is_said(library: Store) -> None:
    with pytest.raises(UserError, match="note is no longer in the library"):
        write(library, 77, "Nowhere.")
    with pytest.raises(UserError, match="event is no longer in the library"):
        note(library, 77, "Nowhere.")
    with pytest.raises(UserError, match="note is no longer"), library.change() as change:
        db.bin_note(library, change, 77)
