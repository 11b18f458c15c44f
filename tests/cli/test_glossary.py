# SPDX-License-Identifier: MIT
"""`terms` and `term`: what the letters stand for, on the page of the seed too."""

from pathlib import Path

import pytest

from eqbrief.files import resource
from tests.cli.conftest import Call


@pytest.fixture
def noted(filled: Call) -> Call:
    filled("note", "1", "The quiet shift lead (QSL) asks.")
    return filled


def test_a_term_is_listed_shown_corrected_and_rejected(noted: Call) -> None:
    (term,) = [one for one in noted("terms", "--json").json if one["short"] == "QSL"]
    assert (term["long"], term["state"], term["times"]) == ("quiet shift lead", "found", 1)
    shown = noted("term", "QSL", "--json").json
    assert [place["kind"] for place in shown["places"]] == ["note"]
    assert noted("term", "QSL", "Quiet shift leader", "--json").json["state"] == "accepted"
    assert noted("term", "QSL", "--reject").out.splitlines()[0] == "QSL: Quiet shift leader (rejected)"
    assert "QSL" not in {one["short"] for one in noted("terms", "--json").json}
    assert "QSL" in {one["short"] for one in noted("terms", "--rejected", "--json").json}


def test_a_term_is_added(noted: Call) -> None:
    assert noted("term", "LH", "Larkmoor Hospitals", "--new").status == 0
    assert noted("terms", "larkmoor").out.split()[1:3] == ["LH", "accepted"]
    assert noted("term", "LH", "--new").status == 2


def test_the_public_event_of_the_sample_library_tells_its_acronyms(eqbrief: Call) -> None:
    page = resource("sample", "pages", "11-empowering-the-workforce.html")
    assert eqbrief("add", Path(page)).status == 0
    terms = {one["short"]: one["long"] for one in eqbrief("terms", "--json").json}
    assert "NHS" not in terms
    assert terms["ICB"] == "Integrated Care Board"
    assert terms["LLR"] == "Leicester, Leicestershire and Rutland"
