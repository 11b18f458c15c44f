# SPDX-License-Identifier: MIT
"""The page that the project began with, added and shown at the command line: every fact of it, then unchanged."""

from html import escape
from pathlib import Path

import pytest

from tests.cli.conftest import Call

FACTS = {
    "kind": "event",
    "title": "Empowering the workforce to challenge discrimination",
    "publisher": "NHS Providers",
    "series": "Race Equality programme",
    "language": "en",
    "published_on": "2024-02-27",
    "starts_at": "2024-02-20",
    "ends_at": None,
    "topics": ["Race equality"],
}
LLR = "NHS Leicester, Leicestershire and Rutland"
PEOPLE = [
    ("Miriam Deakin", "chair", ["director of development and engagement"], ["NHS Providers"]),
    ("Olivia King", "panellist", ["deputy director for Workforce race equality standard"], ["NHS England"]),
    (
        "Fiona Kilpatrick",
        "panellist",
        ["Active bystander programme lead", "organisational development specialist"],
        [f"{LLR} (LLR) Integrated Care Board (ICB)"],
    ),
    (
        "Bina Kotecha",
        "panellist",
        ["deputy chief officer for culture, organisation development and inclusion"],
        [f"{LLR} ICB"],
    ),
]


@pytest.fixture
def seed(real_files: Path) -> Path:
    """Give the page's text file; left out where the folder of real files has no neighbour with it."""
    (page,) = list((real_files.parent / "seed").glob("*.txt")) or pytest.skip("there is no page beside the real files")
    return page


def as_html(text: str) -> str:
    """Write the page's text as the simplest HTML with the same words."""
    parts: list[str] = []
    for line in text.splitlines():
        if line.strip().startswith("•"):
            parts.append(f"<ul><li>{escape(line.strip(' •'))}</li></ul>")
        elif line.strip():
            tag = "h1" if line.startswith("Empowering") else "p"
            parts.append(f"<{tag}>{escape(line.strip())}</{tag}>")
    return f"<!doctype html><html lang='en'><meta charset='utf-8'><body>{''.join(parts)}</body></html>"


@pytest.fixture(params=["text", "html"])
def page(request, seed: Path, tmp_path: Path) -> Path:
    if request.param == "text":
        return seed
    path = tmp_path / "page.html"
    path.write_text(as_html(seed.read_text(encoding="utf-8")), encoding="utf-8")
    return path


def test_every_fact_is_added_and_shown(page: Path, eqbrief: Call) -> None:
    assert [one["action"] for one in eqbrief("add", page, "--json").json] == ["added"]
    shown = eqbrief("show", "Empowering the workforce", "--json").json
    assert {key: shown[key] for key in FACTS} == FACTS
    assert [(one["name"], one["capacity"], one["roles"], one["organisations"]) for one in shown["people"]] == PEOPLE
    assert [(one["title"], one["size_bytes"], one["state"]) for one in shown["decks"]] == [
        ("Presentation 200224", 2_300_000, "named")
    ]
    assert len(shown["questions"]) == 7
    assert shown["summary"]
    paragraphs = [part for part in shown["body"].split("\n\n") if part.strip()]
    assert len(paragraphs) == 3
    assert paragraphs[0].startswith("This event built on")
    assert "homepage" not in shown["body"]


def test_adding_it_again_says_unchanged(page: Path, eqbrief: Call) -> None:
    eqbrief("add", page)
    again = eqbrief("add", page, "--json")
    assert (again.status, [one["action"] for one in again.json]) == (0, ["unchanged"])
    assert len(eqbrief("list", "--json").json) == 1


def test_the_two_spellings_of_one_organisation_lead_to_both_people(seed: Path, eqbrief: Call) -> None:
    eqbrief("add", seed)
    hits = eqbrief("search", "Leicestershire Rutland", "--in", "organisation", "--json").json
    assert len(hits) == 1


def test_every_fact_is_read_by_people_too(page: Path, eqbrief: Call) -> None:
    eqbrief("add", page)
    said = eqbrief("show", "1").out.replace("\n    ", " ")
    for fact in (
        FACTS["title"],
        "Tuesday 20 February 2024",
        "27 February 2024",
        "2.3 MB",
        "Miriam Deakin",
        f"{LLR} ICB",
    ):
        assert str(fact) in said
