# SPDX-License-Identifier: MIT
"""Who published a page: by its address, as the page spells it, and not by bodies that it happens to name."""

import pytest

from eqbrief.reading import read_text


@pytest.mark.parametrize(
    ("address", "said", "publisher"),
    [
        (
            "https://github.com/LARKRSE/larkrse.example/blob/a1/talk.md",
            "The Open Wards/LARK-RSE panel met.",
            "LARK-RSE",
        ),
        (
            "https://github.com/lark18/web/blob/a1/talk.md",
            "The Odd Rest Office met. See lark18/a and @lark18. The Odd Rest Office thanked all.",
            "lark18",
        ),
        ("https://lark.example/talk", "Slides from the Pennywick Copyright Office (PPT, 5 MB). Lark met.", "Lark"),
    ],
)
def test_publisher(address: str, said: str, publisher: str):
    page = f"URL: {address}\n\nKinder rotas: a webinar\n\nMay 16, 2023 2:00 PM\n\n{said}\n"
    assert read_text(page, "page.txt").publisher == publisher


@pytest.mark.parametrize(
    ("address", "publisher"),
    [
        ("https://github.com/larkmoor-archive/web2/blob/a1/talk.md", "Larkmoor"),
        ("https://github.com/some-unit/larkmoor_site/blob/a1/talk.md", "Larkmoor"),
        ("https://github.com/larkmoor/webinars/blob/a1/talk.md", "Larkmoor"),
        ("https://github.com/larkmoor/Conference_2020/blob/a1/talk.md", "Larkmoor"),
    ],
)
def test_what_is_added_to_the_name_of_a_body_is_no_part_of_it(address: str, publisher: str):
    page = f"URL: {address}\n\nWebinars\n\nMay 16, 2023 2:00 PM\n\nCome to the webinars of Larkmoor.\n"
    assert read_text(page, "page.txt").publisher == publisher


def test_a_capital_within_a_sentence_says_that_the_article_is_part_of_the_name():
    page = "URL: https://github.com/larkwards/web/blob/a1/talk.md\n\nLarkwards at home\n\nMay 16, 2023\n\n{}\n"
    assert read_text(page.format("All of The Larkwards met."), "page.txt").publisher == "The Larkwards"
    assert read_text(page.format("All of the Larkwards met."), "page.txt").publisher == "Larkwards"
    assert read_text(page.format("They met. The Larkwards met."), "page.txt").publisher == "Larkwards"


def test_a_title_that_ends_in_home_is_no_sites_header():
    page = "URL: https://github.com/larkwards/web/blob/a1/talk.md\n\nCaring from home\n\nMay 16\n\nLarkwards met.\n"
    draft = read_text(page, "page.txt")
    assert (draft.title, draft.publisher) == ("Caring from home", "Larkwards")
