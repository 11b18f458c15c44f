# SPDX-License-Identifier: MIT
"""The library's names are read by a job, and a few of them are found for what is typed, however many there are."""

from time import perf_counter

import pytest

from eqbrief.gui.desk.known import Known, names_of
from eqbrief.gui.jobs import Jobs
from eqbrief.store import Store
from eqbrief.tasks import accept
from tests.gui.desk.drafts import page, porters

NAMES = ("Ada Larch", "Larkmoor Hospitals", "Hospitals of Larkmoor", "Clark Aldermoor", "Élise Larch")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("lark", ["Larkmoor Hospitals", "Hospitals of Larkmoor"]),
        ("LAR", ["Larkmoor Hospitals", "Ada Larch", "Hospitals of Larkmoor", "Élise Larch"]),
        ("l", []),
        ("", []),
        ("ada larch", []),
        ("éli", ["Élise Larch"]),
        ("zz", []),
    ],
)
def test_a_few_names_are_found(typed: str, names: list[str]) -> None:
    assert Known({"person": NAMES}).like("person", typed) == names
    assert Known().like("person", typed) == []


def test_they_are_read_by_a_job(qtbot, library: Store, jobs: Jobs) -> None:
    accept(library, page(porters()))
    known = Known()
    known.load(library, jobs)
    assert known.names("topic") == ()
    qtbot.waitUntil(lambda: known.names("topic") != ())
    assert known.names("topic") == ("Staff wellbeing", "Workforce")
    assert known.names("series") == ("Steady Hands programme",)
    assert known.names("publisher")[0] == "Kestrel Vale Network"
    assert set(names_of(library)["organisation"]) <= set(known.names("publisher"))
    assert known.like("person", "weth") == ["Tobias Wetherby"]


def test_thirty_thousand_names_hold_nobody_up() -> None:
    known = Known({"person": tuple(f"Ada{number} Larch-{number % 97}" for number in range(30_000))})
    known.like("person", "ada1")
    took: list[float] = []
    for typed in ("ad", "ada", "larch-9", "zz", "ada29999"):
        began = perf_counter()
        known.like("person", typed)
        took.append(perf_counter() - began)
    assert sorted(took)[2] < 0.03, took
