# SPDX-License-Identifier: MIT
"""A page's own data beside what it shows: every invented case, and what is kept as evidence where the two differ."""

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes
from tests.reading.stated_cases import CHAIR, TIMES, Stated, divided, linked, page
from tests.reading.test_pages import check_evidence

WORKED_WITH, ASIDE = divided()


def said(draft: Draft, field: str) -> object:
    match field:
        case "people":
            return [(p.name, p.capacity, list(p.roles), list(p.organisations)) for p in draft.people]
        case "sessions" | "events":
            return [(one.title, one.starts_at) for one in getattr(draft, field)]
        case _:
            return getattr(draft, field)


def check(case: Stated) -> None:
    draft = read_bytes(case.html.encode(), "page.html")
    assert {field: said(draft, field) for field in case.says} == case.says
    check_evidence(draft)


@pytest.mark.parametrize("case", WORKED_WITH, ids=lambda case: case.name)
def test_a_case(case: Stated):
    check(case)


@pytest.mark.parametrize("case", ASIDE, ids=lambda case: case.name)
def test_a_case_that_was_kept_aside(case: Stated):
    check(case)


def test_what_agrees_and_what_differs_are_both_kept_the_believed_first():
    draft = read_bytes(
        page(linked(startDate="2024-05-03T23:00:00Z"), "<p>Date: Saturday 4 May 2024</p>").encode(), "p.html"
    )
    shown, *others = draft.evidence["starts_at"]
    assert (draft.starts_at, shown.origin, others[-1].origin) == ("2024-05-04", "label", "page data")
    assert others[-1].text == "2024-05-03 23:00 UTC"
    assert others[-1].confidence < 0.6 < shown.confidence
    assert [mark.origin for mark in draft.evidence["title"]] == ["heading", "page data"]


def test_the_claims_stand_below_the_pages_text():
    draft = read_bytes(page(linked(**TIMES)).encode(), "p.html")
    plain = read_bytes(page(linked()).encode(), "p.html")
    below = draft.text.index("What the page says of itself as data")
    assert draft.text[:below] == plain.text[:below]
    assert draft.evidence["ends_at"][0].text == "2024-05-04 09:30 to 11:00 UTC+01:00"
    assert draft.evidence["ends_at"][0].start > below


def test_a_title_that_is_but_the_sites_name_gives_way():
    html = page(linked(name="Tea with the board"), title="Larkmoor Trust")
    html = html.replace("<title>", "<title>Tea with the board | ")
    draft = read_bytes(html.encode(), "p.html")
    assert draft.title == "Tea with the board"
    assert [mark.origin for mark in draft.evidence["title"]] == ["page data", "heading"]


def test_a_page_without_claims_is_read_as_before():
    draft = read_bytes(page(body=CHAIR).encode(), "p.html")
    assert "What the page says" not in draft.text
    assert {mark.origin for marks in draft.evidence.values() for mark in marks}.isdisjoint({"page data"})


NEWS = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-07"}</script>'


def test_the_day_of_posting_is_taken_from_the_data_unless_a_label_shows_another():
    taken = read_bytes(page(NEWS).encode(), "p.html")
    shown = read_bytes(page(NEWS, "<p>Published: 9 May 2024</p>").encode(), "p.html")
    assert (taken.published_on, shown.published_on) == ("2024-05-07", "2024-05-09")
    assert [mark.origin for mark in shown.evidence["published_on"]] == ["label", "page data"]
    check_evidence(taken)


def test_news_is_no_event_unless_it_lists_people():
    assert read_bytes(page(NEWS).encode(), "p.html").kind == "other"
    assert read_bytes(page(NEWS, CHAIR).encode(), "p.html").kind == "event"


def test_what_is_marked_up_where_it_stands_says_how_it_was_meant():
    body = (
        '<p class="h-event"><b class="p-name">Tea</b>, <time class="dt-start" datetime="2009-06-26">26 July</time></p>'
    )
    draft = read_bytes(f"<body><h1>Tea</h1>{body}<p>Seen on 27 July 2013.</p>".encode(), "p.html")
    assert (draft.starts_at, draft.title) == ("2009-06-26", "Tea")


def test_a_list_by_its_own_data_is_better_than_one_that_was_guessed_at():
    shown = "".join(
        f"<h2>Further dates ({n})</h2><p>Saturday {n} June 2024</p><p>Tea with the board</p>" for n in (1, 8, 15)
    )
    data = linked(
        *({"@type": "Event", "name": "Tea with the board", "startDate": f"2024-06-{n:02}"} for n in (1, 8, 15))
    )
    draft = read_bytes(page(data, shown, title="Larkmoor Teas", held="All welcome.").encode(), "p.html")
    assert draft.kind == "listing"
    assert {event.title for event in draft.events} == {"Tea with the board"}


def test_an_event_with_its_own_data_has_a_day_of_posting_too():
    meta = '<meta property="article:published_time" content="2024-05-07T09:00:00+01:00">'
    draft = read_bytes(page(linked(**TIMES) + meta).encode(), "p.html")
    assert (draft.starts_at, draft.published_on) == ("2024-05-04T09:30", "2024-05-07")
    check_evidence(draft)
