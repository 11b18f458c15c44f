# SPDX-License-Identifier: MIT
"""The first real page that EqBrief was made for: every fact of it, from its text and from each markup."""

from pathlib import Path

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes
from tests.reading.forms import FORMS, as_html, as_mhtml
from tests.reading.test_pages import check_evidence

LLR = "NHS Leicester, Leicestershire and Rutland"


@pytest.fixture
def seed(real_files: Path) -> str:
    pages = sorted((real_files.parent / "seed").glob("*.txt"))
    if not pages:
        pytest.skip("there is no first page beside the real files")
    return pages[0].read_text(encoding="utf-8")


def check(draft: Draft) -> None:
    assert draft.kind == "event"
    assert draft.title == "Empowering the workforce to challenge discrimination"
    assert draft.publisher == "NHS Providers"
    assert draft.series == "Race Equality programme"
    assert draft.language == "en"
    assert (draft.published_on, draft.starts_at) == ("2024-02-27", "2024-02-20")
    assert draft.topics == ("Race equality",)
    assert [(deck.title, deck.size_bytes) for deck in draft.decks] == [("Presentation 200224", 2_300_000)]
    assert [(p.name, p.capacity, p.roles, p.organisations) for p in draft.people] == [
        ("Miriam Deakin", "chair", ("director of development and engagement",), ("NHS Providers",)),
        ("Olivia King", "panellist", ("deputy director for Workforce race equality standard",), ("NHS England",)),
        (
            "Fiona Kilpatrick",
            "panellist",
            ("Active bystander programme lead", "organisational development specialist"),
            (f"{LLR} (LLR) Integrated Care Board (ICB)",),
        ),
        (
            "Bina Kotecha",
            "panellist",
            ("deputy chief officer for culture, organisation development and inclusion",),
            (f"{LLR} ICB",),
        ),
    ]
    assert (draft.summary or "").startswith("Insights from our Race Equality programme webinar")
    body = (draft.body or "").split("\n\n")
    assert len(body) == 3
    assert body[0].startswith("This event built on")
    assert len(draft.questions) == 7
    spoke = [person.spoke_on for person in draft.people]
    assert spoke[0] is None
    assert (spoke[1] or "").startswith("Hear Olivia King")
    assert spoke[2] == spoke[3]
    assert (spoke[2] or "").startswith("Hear Fiona Kilpatrick and Bina Kotecha")
    check_evidence(draft)


def test_as_text(seed: str):
    check(read_bytes(seed.encode(), "page.txt"))


@pytest.mark.parametrize("form", FORMS)
def test_as_html(seed: str, form: str):
    check(read_bytes(as_html(seed, form).encode(), "page.html"))


def test_as_mhtml(seed: str):
    check(read_bytes(as_mhtml(seed, "lists", "https://example.invalid/"), "page.mhtml"))
