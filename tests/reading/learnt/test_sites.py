# SPDX-License-Identifier: MIT
"""A site is named by the host of its pages' address, else by what they call themselves."""

import pytest

from eqbrief.model import Draft
from eqbrief.reading.learnt.sites import host_of, site_at, site_of
from eqbrief.reading.markup import page_of_html
from eqbrief.reading.weighing import draft_of_page


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Talks.example/7?x=1", "talks.example"),
        ("http://events.talks.example:8080/", "events.talks.example"),
        ("https://talks.example./a", "talks.example"),
        ("file:///home/talks.html", ""),
        ("cid:frame@mhtml.blink", ""),
        ("https://localhost/", ""),
        ("https://[half", ""),
        ("", ""),
        (f"https://{'x' * 200}.example", ""),
    ],
)
def test_hosts(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://code.example/Larkmoor/talks.example/blob/main/2024/rest.md", "code.example/larkmoor/talks.example"),
        (f"https://raw.code.example/larkmoor/talks/{'a' * 40}/rest.md", "raw.code.example/larkmoor/talks"),
        ("https://code.example/larkmoor/talks", "code.example"),
        ("https://kept.example/web/20240403000000/https://www.talks.example/7", "talks.example"),
        ("https://talks.example/?from=https://other.example/", "talks.example"),
        ("ftp://talks.example/owner/name/blob/x", ""),
    ],
)
def test_a_repository_is_a_site_and_a_copy_is_of_the_site_it_copies(address: str, site: str) -> None:
    assert site_at(address) == site


@pytest.mark.parametrize(
    ("html", "site"),
    [
        ("<!-- saved from url=(0020)https://a.example/1 --><h1>Rest</h1>", "a.example"),
        ("<link rel=canonical href=https://b.example/2><h1>Rest</h1>", "b.example"),
        ("<meta property=og:url content=https://www.c.example/3><h1>Rest</h1>", "c.example"),
        ("<meta property=og:site_name content='Larkmoor Talks'><h1>Rest at night</h1>", "Larkmoor Talks"),
        ("<h1>Rest at night</h1><p>Words.</p><footer>© 2024 Larkmoor Trust</footer>", "Larkmoor Trust"),
        ("<h1>Rest at night</h1><p>Words by nobody.</p>", ""),
    ],
)
def test_sites(html: str, site: str) -> None:
    page = page_of_html(html, "page.html")
    assert site_of(page, draft_of_page(page)) == site


def test_a_publisher_that_is_only_guessed_at_names_no_site() -> None:
    assert site_of(page_of_html("<h1>Rest</h1>", "x.html"), Draft("x.html", publisher="Larkmoor Trust")) == ""
