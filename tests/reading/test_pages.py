# SPDX-License-Identifier: MIT
"""Whole pages: the same facts from text and from every markup, each with its evidence in its place."""

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes, read_text
from tests.reading.forms import FORMS, as_html, as_mhtml
from tests.reading.invented import CASES, LISTING, NEWS, PANEL, Case

ADDRESS = "https://pennywick.example/events/kinder-rotas"


def check_evidence(draft: Draft) -> None:
    """Every mark stands where it says, with an honest figure, and every field found has one."""
    assert draft.evidence
    for path, marks in draft.evidence.items():
        assert marks, path
        for mark in marks:
            assert draft.text[mark.start : mark.end] == mark.text, path
            assert 0 < mark.confidence <= 1, path
    for field in ("title", "starts_at", "ends_at", "published_on", "series", "summary", "body"):
        assert not getattr(draft, field) or field in draft.evidence, field
    for number, person in enumerate(draft.people):
        assert draft.evidence[f"people.{number}.name"][0].text.split() == person.name.split()
        assert all(f"people.{number}.roles.{at}" in draft.evidence for at in range(len(person.roles)))
        assert all(f"people.{number}.organisations.{at}" in draft.evidence for at in range(len(person.organisations)))


def check(draft: Draft, case: Case) -> None:
    found = {
        **{name: getattr(draft, name) for name in case.says},
        "decks": [(deck.title, deck.size_bytes) for deck in draft.decks],
        "sessions": [(session.title, session.starts_at) for session in draft.sessions],
    }
    assert {name: found[name] for name in case.says} == case.says
    assert [(p.name, p.capacity, list(p.roles), list(p.organisations)) for p in draft.people] == case.people
    check_evidence(draft)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_text(case: Case):
    check(read_text(case.text, "page.txt"), case)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_markup_says_the_same(case: Case, form: str):
    check(read_bytes(as_html(case.text, form).encode(), "page.html"), case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_saved_with_its_pictures(case: Case):
    draft = read_bytes(as_mhtml(case.text, "lists", ADDRESS), "page.mhtml")
    check(draft, case)
    assert draft.address == ADDRESS


def test_the_body_is_prose_without_lists_of_names_and_frame():
    draft = read_text(PANEL.text, "page.txt")
    assert draft.body is not None
    first, second = draft.body.split("\n\n")
    assert first.startswith("Night staff told the network")
    assert second.startswith("Hear Rafiq Umberley")


def test_what_each_person_spoke_on():
    spoke = {person.name: person.spoke_on for person in read_text(PANEL.text, "page.txt").people}
    assert (spoke["Rafiq Umberley"] or "").startswith("Hear Rafiq Umberley explain")
    assert spoke["Imogen Thistlewood"] is None
    assert spoke["Sorcha Vantongeren"] is None


def test_news_about_an_event_is_none():
    draft = read_text(NEWS, "news.txt")
    assert draft.kind == "other"
    assert draft.title == "Our first lunch with the night staff!"
    assert draft.published_on == "2020-02-21"
    assert draft.people == ()


def test_a_listing_has_each_event_as_a_draft_of_its_own():
    draft = read_text(LISTING, "listing.txt")
    assert draft.kind == "listing"
    assert (draft.starts_at, draft.topics) == (None, ())
    assert [(event.title, event.starts_at) for event in draft.events] == [
        ("Duties of a member", "2023-10-12T16:00"),
        ("Running a good meeting", "2023-10-19T16:00"),
    ]
    assert [person.name for person in draft.events[1].people] == ["Leila Sanzio"]
    assert [session.title for session in draft.sessions] == [event.title for event in draft.events]


@pytest.mark.parametrize(
    ("line", "status", "title"),
    [
        ("CANCELLED: Tea with the board", "cancelled", "Tea with the board"),
        ("[Postponed] Tea with the board", "postponed", "Tea with the board"),
        ("Tea with the board", None, "Tea with the board"),
    ],
)
def test_a_state_in_front_of_the_title(line: str, status: str | None, title: str):
    draft = read_text(PANEL.text.replace(PANEL.says["title"], line), "page.txt")  # pyright: ignore[reportArgumentType]
    assert (draft.status, draft.title) == (status, title)


def test_people_who_organise_wrote_or_are_quoted_take_no_part():
    text = PANEL.text + "\nContributed by\n\n  • Tobias Wynn-Harrow, editor, Pennywick Press\n"
    assert "Tobias Wynn-Harrow" not in {person.name for person in read_text(text, "page.txt").people}


def test_a_post_may_stand_before_a_name_and_behind_it():
    text = PANEL.text.replace("  • Sorcha Vantongeren –", "  • Network co-lead, Sorcha Vantongeren –")
    [one] = [person for person in read_text(text, "page.txt").people if person.name == "Sorcha Vantongeren"]
    assert one.roles == ("Network co-lead", "deputy lead for sleep, food and travel")


def test_a_recording_that_is_promised_is_not_offered():
    offered = read_text(PANEL.text + "\nWatch the recording\n", "page.txt")
    promised = read_text(PANEL.text + "\nThe recording will be posted here soon.\n", "page.txt")
    assert [recording.title for recording in offered.recordings] == ["Watch the recording"]
    assert promised.recordings == ()
