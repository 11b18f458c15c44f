# SPDX-License-Identifier: MIT
"""The report of a fault says where it happened, and nothing of the library, the person or this computer."""

import getpass
import os
import platform
import sqlite3
import sys
import traceback
from pathlib import Path

import pytest

from eqbrief import __file__ as package
from eqbrief.gui.dialogs import make_report
from eqbrief.model import UserError
from eqbrief.store import Store

TITLE = "Quokka titles that nobody may see"
NAME = "Zebedee Plainly-Invented"
NOTE = "my secret note about wombats"
HOME = str(Path.home())
PLANTED = ("Quokka", "Zebedee", "Plainly", "secret", "wombat", HOME, "wobble-folder")


def raised(work) -> BaseException:
    """Give what a piece of work raises."""
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing was raised")


def in_own_code(store: Store) -> None:
    store.path(f"../{TITLE}/{NAME}.pptx")


def by_sqlite(store: Store) -> None:
    note = NOTE
    store.db.execute(f'SELECT * FROM "{TITLE}" WHERE name = ?', (note,))


def by_the_system(store: Store) -> None:
    Path(HOME, "wobble-folder", TITLE).read_bytes()


def by_a_key(store: Store) -> None:
    shelf = {NAME: NOTE}
    shelf[TITLE]


def by_a_chain(store: Store) -> None:
    try:
        by_sqlite(store)
    except (sqlite3.Error, UserError) as error:
        raise RuntimeError(TITLE, NAME, HOME) from error


def by_a_group(store: Store) -> None:
    raise ExceptionGroup(TITLE, [ValueError(NOTE), UserError(f"{TITLE} is gone.", "Look again.")])


def by_a_made_up_kind(store: Store) -> None:
    raise type(f"Zebedee{len(NAME)}", (Exception,), {"__module__": "quokka_titles"})(NOTE)


def by_made_up_code(store: Store) -> None:
    exec(
        compile("def wombat():\n    raise ValueError('secret')\nwombat()", f"{HOME}/wobble-folder/Quokka.py", "exec"),
        {},
    )


CASES = (in_own_code, by_sqlite, by_the_system, by_a_key, by_a_chain, by_a_group, by_a_made_up_kind, by_made_up_code)


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_the_library_or_the_person_gets_out(library, case):
    error = raised(lambda: case(library))
    error.add_note(f"{NOTE} {HOME}")
    report = make_report(error)
    assert [word for word in PLANTED if word.lower() in report.lower()] == []
    assert str(library.folder) not in report
    assert str(Path(package).parents[1]) not in report
    assert platform.node() not in report
    assert f"/{getpass.getuser()}/" not in report


@pytest.mark.parametrize("case", CASES)
def test_the_same_check_finds_what_a_plain_traceback_tells(library, case):
    plain = "".join(traceback.format_exception(raised(lambda: case(library))))
    assert [word for word in PLANTED if word.lower() in plain.lower()] != []


def test_it_says_where_in_our_own_files(library):
    report = make_report(raised(lambda: in_own_code(library)))
    assert "eqbrief/store/library.py, line " in report
    assert ", in Store.path" in report
    assert "eqbrief.model.errors.UserError" in report
    assert "(elsewhere)" in report


def test_it_names_the_trouble_by_the_systems_own_word(library):
    assert "FileNotFoundError (ENOENT)" in make_report(raised(lambda: by_the_system(library)))
    locked = raised(lambda: sqlite3.connect(":memory:").execute("SELECT * FROM nowhere"))
    assert "sqlite3.OperationalError (SQLITE_ERROR)" in make_report(locked)


def test_it_names_the_versions():
    report = make_report(KeyError())
    for word in (f"Python {platform.python_version()}", "Qt 6.", f"SQLite {sqlite3.sqlite_version}", platform.system()):
        assert word in report


def test_what_led_to_it_stands_below(library):
    report = make_report(raised(lambda: by_a_chain(library)))
    assert report.index("RuntimeError") < report.index("Before that:")
    assert "(SQLITE_ERROR)" in report or "UserError" in report
    group = make_report(raised(lambda: by_a_group(library)))
    assert group.index("ExceptionGroup") < group.index("ValueError") < group.index("UserError")


def test_an_error_that_caused_itself_ends():
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert make_report(first).count("KeyError") == 1


def test_a_deep_recursion_is_cut_short():
    def deeper(number: int) -> int:
        return deeper(number + 1)

    report = make_report(raised(lambda: deeper(0)))
    assert "RecursionError" in report
    assert " more …" in report
    assert len(report.splitlines()) < 60
    assert sys.getrecursionlimit() > 60
    assert os.linesep not in report or os.linesep == "\n"
