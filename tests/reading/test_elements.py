# SPDX-License-Identifier: MIT
"""The site's frame by tag and by role, and what is content though it has such a tag."""

import pytest

from eqbrief.reading.markup import page_of_html

MAIN = "<div role=main><h1>Tea with the board</h1><p>It was hot and there was enough of it for all.</p>{inside}</div>"


def frame(html: str) -> list[str]:
    return [block.text for block in page_of_html(html, "page.html").blocks if block.furniture]


@pytest.mark.parametrize(
    "part",
    ["footer", "header", "aside", "div role=contentinfo", "div role=banner", "section role=complementary"],
)
def test_what_stands_beside_the_page_is_its_frame(part: str):
    html = f"{MAIN.format(inside='')}<{part}><p>Made by Us.</p></{part.split()[0]}><p>More.</p>"
    assert frame(html) == ["Made by Us."]


@pytest.mark.parametrize("part", ["footer", "aside", "div role=complementary"])
def test_inside_the_page_it_is_content(part: str):
    assert frame(MAIN.format(inside=f"<{part}><p>Date: 4 May 2024</p></{part.split()[0]}>")) == []


def test_an_aside_of_a_page_that_does_not_say_what_is_beside_it_is_read():
    assert frame("<h1>Tea</h1><aside><p>Date: 4 May 2024</p></aside><footer>© Us</footer>") == ["© Us"]
