# SPDX-License-Identifier: MIT
"""Pages nested without end are parsed in a time that grows with their length, and others are parsed as they are."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from eqbrief.reading.markup import page_of_html
from eqbrief.reading.nesting import parsed

MANY = 30_000


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * MANY + "tea",
        "<ol><li>" * MANY + "tea",
        "<div class=footer>" * MANY + "tea",
        "<span>" * MANY + "</i>" * MANY + "tea",
        "<div>" * MANY + "</p>" * MANY + "tea",
        "".join(f"<p><font size={size}>" for size in range(MANY // 3)) + "tea",
        "<div " + " ".join(f"a{number}=1" for number in range(MANY)) + ">tea",
        "<ol>" + "<li>x" * MANY + "<li>tea",
        "<table><tr>" + "<td>x" * MANY + "<td>tea",
        "<a<b" * MANY + ">tea",
        "<!--" * MANY + "-->tea",
    ],
    ids=[
        "divs",
        "lists",
        "frames",
        "closed",
        "paragraphs",
        "fonts",
        "attributes",
        "items",
        "cells",
        "names",
        "comments",
    ],
)
def test_no_nesting_takes_longer_than_its_length_asks(html: str):
    before = time.perf_counter()
    page = page_of_html(html, "page.html")
    # What grows with the square of the length takes far longer than this.
    assert time.perf_counter() - before < 6
    assert "tea" in page.text


def test_a_long_page_keeps_its_elements():
    part = "<p>One<div><ul><li>two<li><b>three</b></ul></div><script>if (a<b && c<d) x = '<div>'</script><!-- <div> -->"
    html = f"<body><main>{part * 2000}</main><footer>© Us</footer></body>"
    assert parsed(html).html == LexborHTMLParser(html).html


def test_a_picture_within_a_page_is_no_trouble():
    html = f'<p><img src="data:image/png;base64,{"A" * 90_000}" alt="Tea"><a href="/x">cake</a></p>'
    assert parsed(html).css_first("img").attributes["alt"] == "Tea"
