# SPDX-License-Identifier: MIT
"""The title of a saved page among its other headings, menus and mottoes."""

import pytest

from eqbrief.reading import read_text
from eqbrief.reading.headline import title_of
from eqbrief.reading.markup import page_of_html


def title(body: str, head: str = "") -> str | None:
    found = title_of(page_of_html(f"<html><head>{head}</head><body>{body}</body></html>", "page.html"))
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title>Larkmoor Valley Days</title>", "What a bed costs"),
        ("<title>Larkmoor Days | Larkmoor Society</title>", "Larkmoor Days"),
    ],
    ids=["a window of the site", "a window of the page"],
)
def test_of_two_first_headings_the_one_that_is_not_the_sites(head: str, expected: str):
    assert title("<h1>Larkmoor Days</h1><p>9 March</p><h1>What a bed costs</h1>", head) == expected


def test_a_motto_above_the_heading_is_no_title():
    assert title("<p>By the valley, for the valley</p><h3>What a bed costs</h3><p>It costs a lot, we say.</p>") == (
        "What a bed costs"
    )


def test_a_page_of_nothing_but_frame_is_called_what_it_calls_itself():
    head = '<meta property="og:title" content="Forty ways with tea">'
    assert title("<p>Skip links</p><p>Sign up for letters</p>", head) == "Forty ways with tea"


TOLD = "Night staff tell us what they would change first, and why nobody has asked them before now.\n"
ADDRESS = "URL: https://lark.example/events/2023-06-rest-lunch-talk.md\n\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Kinder rotas for all\n\nRest & Lunch Talk Series\n\nJune 22, 2023\n\nRest & Lunch Talk Series",
            "Kinder rotas for all",
        ),
        (
            "Kinder rotas for all\n\nRest & Lunch Talk Series\n\nJune 22, 2023\n\nRest & Lunch Talk Series Info",
            "Kinder rotas for all",
        ),
        ("Webinar Series: Kinder rotas for all", "Webinar Series: Kinder rotas for all"),
        ("Kinder rotas\n\nContributed by the whole of the Lark team", "Kinder rotas"),
    ],
)
def test_a_talk_has_its_own_title(head: str, expected: str):
    assert read_text(f"{ADDRESS}{head}\n\n{TOLD}", "page.txt").title == expected


def test_a_long_line_without_a_full_stop_is_no_title():
    said = "The group for rest and for tea is proud to show the next talk in its series of talks for all of us: Bo Lind"
    assert read_text(f"Bo Lind\n\nDecember 14, 2022\n\n{said}\n", "page.txt").title == "Bo Lind"


def test_a_long_line_above_the_date_is_the_title_however_long():
    said = "What three wards learnt " + "about rest and tea and rotas " * 5
    title = said.strip()
    assert len(title.split()) > 22
    assert read_text(f"{title}\n\n27 March 2023\n\nRest\n", "page.txt").title == title
