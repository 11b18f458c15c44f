# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.dialogs.ranking import best, fit

COMMANDS = [
    ("Add pages…", "Library", "Ctrl+N", "Bring in events from saved pages."),
    ("Star", "Event", "Ctrl+D", "Star the event, or take its star away."),
    ("Attach a deck…", "Deck", "Ctrl+Shift+A", "Keep a file beside the event."),
    ("Backups…", "Library", "", "Back up now, try or restore one."),
    ("Back", "View", "Alt+Left", "Go back to what was shown before."),
    ("Restart tips", "Help", "", "Show the tips again."),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("star", "Star"),
        ("back", "Back"),
        ("backu", "Backups…"),
        ("backups", "Backups…"),
        ("alt+left", "Back"),
        ("restore", "Backups…"),
        ("deck attach", "Attach a deck…"),
        ("atd", "Attach a deck…"),
        ("ctrl+n", "Add pages…"),
        ("", "Add pages…"),
    ],
)
def test_the_best_comes_first(typed, first):
    places = best(typed, COMMANDS)
    assert COMMANDS[places[0]][0] == first


def test_every_word_must_be_found():
    assert best("star deck", COMMANDS) == []
    assert best("xylophone", COMMANDS) == []
    assert fit("star nothing", *COMMANDS[1]) is None


def test_what_starts_with_the_word_stands_above_what_only_holds_it():
    names = [COMMANDS[place][0] for place in best("star", COMMANDS)]
    assert names.index("Star") < names.index("Restart tips")


def test_nothing_typed_keeps_the_order():
    assert best("", COMMANDS) == list(range(len(COMMANDS)))


@given(st.text(max_size=20))
def test_any_typing_gives_places_once_each(typed):
    found = best(typed, COMMANDS)
    assert len(set(found)) == len(found)
    assert set(found) <= set(range(len(COMMANDS)))


@given(st.sampled_from(COMMANDS), st.integers(1, 12))
def test_the_beginning_of_a_name_finds_it(command, length):
    start = command[0][:length].strip()
    assert fit(start, *command) is not None
