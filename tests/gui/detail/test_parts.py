# SPDX-License-Identifier: MIT
import pytest

from eqbrief.gui.detail.deck_rows import said_deck
from eqbrief.gui.detail.naming.page import said_record
from eqbrief.gui.detail.parts import said_roles, said_size
from eqbrief.model import Appearance, Deck, DraftDeck, DraftPerson, NameRecord


@pytest.mark.parametrize(
    ("size", "said"),
    [(2_300_000, "2.3 MB"), (1_000_000, "1 MB"), (340_000, "340 KB"), (12, "12 bytes"), (4_200_000_000, "4.2 GB")],
)
def test_sizes_are_said_as_pages_print_them(size, said):
    assert said_size(size) == said


def test_no_size_is_nothing():
    assert said_size(None) == ""


def deck(state, **facts) -> Deck:
    offered = DraftDeck("Slides", facts.pop("printed", None), facts.pop("format", None), facts.pop("pages", None))
    return Deck(1, "u", 1, offered, state, **facts)


def test_a_deck_says_what_it_is_or_where_it_stands():
    here = deck("here", format="pptx", pages=24, size_bytes=2_300_000, file="files/a.pptx")
    assert said_deck(here) == "PowerPoint · 24 pages · 2.3 MB"
    assert said_deck(deck("named", printed=2_300_000)) == "Not here yet · the page says 2.3 MB"
    assert said_deck(deck("named")) == "Not here yet · named by the page"
    assert said_deck(deck("missing", file="files/a.pptx")) == "The file is missing from files/a.pptx"


def test_roles_are_one_line():
    person = DraftPerson("Rafiq Umberley", roles=("head of rostering", "lead"))
    assert said_roles(Appearance(1, 1, 1, person)) == "Head of rostering · lead"


def test_a_record_counts_events_years_and_people():
    def at(event: int, person: int, date: str | None) -> Appearance:
        return Appearance(event, person, event, DraftPerson("x"), event_date=date)

    appearances = (at(1, 1, "2024-02-20"), at(2, 2, "2021"), at(2, 3, "2021"))
    record = NameRecord(1, "u", "organisation", "Pennywick", ("Pennywick Trust",), appearances)
    assert said_record(record) == "2 events, 2021 to 2024  ·  3 people  ·  also printed as Pennywick Trust"
    once = NameRecord(1, "u", "person", "Rafiq", (), (at(1, 1, None),))
    assert said_record(once) == "1 event"
