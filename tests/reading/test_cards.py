# SPDX-License-Identifier: MIT
"""People as cards: a name as a heading, and the post below it."""

import pytest

from eqbrief.reading import read_bytes, read_text
from eqbrief.reading.cards import cards_in
from eqbrief.reading.markup import page_of_html


def found(html: str) -> list[tuple[str, list[str], list[str], str | None]]:
    cards = cards_in(page_of_html(html, "page.html").blocks).values()
    return [
        (
            one.named.name.value,
            [role.value for role in one.posts.roles],
            [body.value for body in one.posts.organisations],
            one.capacity,
        )
        for one in cards
    ]


def test_name_role_and_body_in_lines_of_their_own():
    html = (
        "<h3>Ben Oseibonsu</h3><p>Leader</p><p>Calder Vale Council</p>"
        "<h3>Anita Lowell-Finch</h3><p>PhD, Editor, Care Gazette (debate chair)</p><p>She has edited it for years.</p>"
    )
    assert found(html) == [
        ("Ben Oseibonsu", ["Leader"], ["Calder Vale Council"], None),
        ("Anita Lowell-Finch", ["Editor"], ["Care Gazette"], "chair"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Ben Oseibonsu</h3><p>Leader, Calder Vale Council</p>",
        "<h3>Ben Oseibonsu</h3><p>Leader, Calder Vale Council</p><h4>Ann Egerton</h4><p>Editor, Care Gazette</p>",
        "<h3>Corn Hall</h3><p>Mercer Street</p><h3>Green Meadow</h3><p>Larkmoor</p>",
        "<h3>Ben Oseibonsu</h3><p>He will speak.</p><h3>Ann Egerton</h3><p>She will not.</p>",
        "<p>Ben Oseibonsu</p><p>Leader, Calder Vale Council</p><p>Ann Egerton</p><p>Editor, Care Gazette</p>",
    ],
    ids=["one", "two levels", "places", "no posts", "no headings"],
)
def test_what_may_be_something_else_is_no_card(html: str):
    assert found(html) == []


def test_the_next_name_below_a_card_without_a_role_is_no_body_of_it():
    html = "<h2>Panel</h2><p>Ben Oseibonsu<br>Care Gazette</p><p>Ann McEgan<br>head of policy<br>Harrow Trust</p>"
    people = read_bytes(f"<h1>Tea, an event</h1><p>4 May 2024</p>{html}".encode(), "page.html").people
    assert [(one.name, one.organisations) for one in people] == [
        ("Ben Oseibonsu", ("Care Gazette",)),
        ("Ann McEgan", ("Harrow Trust",)),
    ]


def test_an_offer_below_a_card_is_no_body_of_it():
    lines = "Ben Oseibonsu\nCare Trust\n\nView the webinar recording\n"
    people = read_text(f"Tea, an event\n\n4 May 2024\n\nPanel\n\n{lines}", "page.txt").people
    assert [(one.roles, one.organisations) for one in people] == [((), ("Care Trust",))]


def test_a_post_may_be_a_bullet_below_the_bullet_of_a_name():
    lines = "• Ann Egan\n    ◦ chief nurse, Harrow Trust\n• Bea Holm\n    ◦ editor, Care Gazette\n"
    people = read_text(f"Tea, an event\n\n4 May 2024\n\nPanel\n\n{lines}", "page.txt").people
    assert [(one.name, one.roles, one.organisations) for one in people] == [
        ("Ann Egan", ("chief nurse",), ("Harrow Trust",)),
        ("Bea Holm", ("editor",), ("Care Gazette",)),
    ]


def test_a_name_with_letters_below_a_card_is_the_next_card():
    html = "<h2>Panel</h2><p>Ben Oseibonsu<br>head of policy</p><p>Ann Egan PhD, RN<br>nurse<br>Harrow Trust</p>"
    people = read_bytes(f"<h1>Tea, an event</h1><p>4 May 2024</p>{html}".encode(), "page.html").people
    assert [(one.name, one.credentials, one.roles) for one in people] == [
        ("Ben Oseibonsu", None, ("head of policy",)),
        ("Ann Egan", "PhD, RN", ("nurse",)),
    ]
