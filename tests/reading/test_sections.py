# SPDX-License-Identifier: MIT
"""Sections by their labels: a heading that breaks off before a list leads in to it."""

import pytest

from eqbrief.reading.markup import page_of_html
from eqbrief.reading.sections import sections_of


def kinds(html: str) -> list[str]:
    return [section.kind for section in sections_of(page_of_html(html, "page.html"))]


@pytest.mark.parametrize("heading", ["The panel took questions on", "What was asked: the panel answered", "Our Q&A"])
def test_a_heading_leads_in_to_the_questions(heading: str):
    assert kinds(f"<h1>Tea</h1><h2>{heading}</h2><ul><li>How hot it is.</li><li>Who pours.</li></ul>") == [
        "none",
        "questions",
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("In this session you will hear from the following speakers:", "people"),
        ("Join us with our panellists:", "people"),
        ("They will answer any questions you have. Confirmed speakers include:", "people"),
        ("We collected these questions for our panel:", "questions"),
        ("Bring with you a cup and the following:", "list"),
    ],
)
def test_a_sentence_leads_in_to_people(line: str, kind: str):
    assert kinds(f"<h1>Tea</h1><p>{line}</p><ul><li>Anne Egan, Lark Trust</li><li>Bo Lind</li></ul>") == ["none", kind]


@pytest.mark.parametrize("heading", ["Why the questions matter to us", "A list of cups"])
def test_any_other_heading_does_not(heading: str):
    assert kinds(f"<h1>Tea</h1><h2>{heading}</h2><ul><li>How hot it is.</li></ul>") == ["none"]


def test_a_biography_between_two_cards_does_not_end_their_section():
    cards = [
        f"<p>{name}<br>head of policy, Larkmoor Trust</p><p>{name.split()[0]} has worked nights and likes tea.</p>"
        for name in ("Imogen Thistlewood", "Rafiq Umberley")
    ]
    page = page_of_html(f"<h1>Tea</h1><h2>Panel</h2>{''.join(cards)}<p>All of it is true, and more.</p>", "page.html")
    sections = sections_of(page)
    assert [section.kind for section in sections] == ["none", "people", "none"]
    assert [block.text for block in sections[1].blocks if block.text.endswith("Umberley")] == ["Rafiq Umberley"]


def test_the_chairs_of_a_committee_do_not_chair_the_event():
    committee = "<h3>Committee</h3><h4>Chairs</h4><ul><li>Ann Egerton, Larkmoor Trust</li></ul>"
    assert kinds(f"<h1>Tea</h1>{committee}<h3>Speakers</h3><ul><li>Bea Holmes, Larkmoor Trust</li></ul>") == [
        "none",
        "organisers",
        "people",
    ]
