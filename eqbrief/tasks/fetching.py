# SPDX-License-Identifier: MIT
"""Fetch pages from web addresses, one at a time and only when asked, and read them like pages that were saved.

What a site sends in place of the page, to sign in or to run scripts, is known as that.
"""

import html
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from eqbrief.fetching.addresses import joined, said_site
from eqbrief.fetching.naming import with_ending
from eqbrief.files import resource
from eqbrief.model import Draft, Progress, Rule, UserError
from eqbrief.tasks.pages import Page
from eqbrief.tasks.steps import Report, Stop, amount, go_on, quiet

if TYPE_CHECKING:
    from eqbrief.fetching.getting import Fetched

_HEAD, _FEW = 256 << 10, 1500
_TITLES = re.compile(r"<(title|h1)\b[^>]{0,500}>(.{0,300}?)</\1", re.IGNORECASE | re.DOTALL)
_PASSWORD = re.compile(r"<input\b[^>]{0,500}type\s*=\s*[\"']?password", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_BY_HAND = "Open the address in your browser, {step}, save the page as HTML, and add that file."


def fetch_pages(
    addresses: Iterable[str], report: Report = quiet, stop: Stop = go_on, rules: Sequence[Rule] = ()
) -> Iterator[Page]:
    """Fetch and read pages one after another; what cannot be had becomes a page with the reason. Ends when stopped.

    `rules` are what was learnt, as `learning.rules_for` gives them for a library.
    """
    wanted = list(addresses)
    for number, address in enumerate(wanted):
        page = _page(address, lambda what, number=number: report(Progress(number, len(wanted), what)), stop, rules)
        if page is None:
            return
        yield page


def fetch_page(address: str, report: Report = quiet, stop: Stop = go_on, rules: Sequence[Rule] = ()) -> Page | None:
    """Fetch and read one page; None when it was stopped before it was here. `rules` as for `fetch_pages`."""
    return next(iter(fetch_pages([address], report, stop, rules)), None)


def _page(address: str, say: Callable[[str], None], stop: Stop, rules: Sequence[Rule]) -> Page | None:
    from eqbrief.fetching.getting import fetch  # noqa: PLC0415 - nothing of the network before it is asked for

    site = said_site(address)
    if stop():
        return None
    say(f"Fetching from {site}")

    def told(here: int, whole: int) -> None:
        say(f"Fetching from {site}{amount(here, whole)}")

    try:
        fetched = fetch(address, report=told, stop=stop)
    except UserError as error:
        # A password that somebody left in an address is not to be seen on the screen, nor in a report.
        return Page(re.sub(r"//[^/@\s]*@", "//", address), b"", None, str(error))
    if fetched is None:
        return None
    say(f"Reading the page from {site}")
    return _read(fetched, rules)


def _read(fetched: "Fetched", rules: Sequence[Rule]) -> Page:
    """Read what was fetched; a page that its address does not name is called by its title."""
    from eqbrief.reading import read_bytes  # noqa: PLC0415 - the parsers are not needed by the first frame

    name = fetched.name or with_ending(said_site(fetched.address), fetched.kind)
    try:
        draft = read_bytes(fetched.data, name, charset=fetched.charset, address=fetched.address, rules=rules)
        _must_be_the_page(fetched, draft)
    except UserError as error:
        return Page(name, fetched.data, None, str(error))
    if not fetched.name and draft.title:
        name = with_ending(draft.title, fetched.kind)
    return Page(name, fetched.data, _located(draft, name, fetched.address))


def _located(draft: Draft, name: str, address: str) -> Draft:
    """Give a draft its name and place, and make the addresses whole that are written from there on."""

    def whole(url: str | None) -> str | None:
        return url and joined(address, url)

    return replace(
        draft,
        source=name,
        address=draft.address or address,
        decks=tuple(replace(deck, url=whole(deck.url)) for deck in draft.decks),
        recordings=tuple(replace(one, url=whole(one.url)) for one in draft.recordings),
        events=tuple(
            replace(
                event,
                source=name,
                address=whole(event.address),
                decks=tuple(replace(deck, url=whole(deck.url)) for deck in event.decks),
                recordings=tuple(replace(one, url=whole(one.url)) for one in event.recordings),
            )
            for event in draft.events
        ),
    )


def _must_be_the_page(fetched: "Fetched", draft: Draft) -> None:
    """Know what a site sends in place of the page.

    Raises:
        UserError: for a page that asks who you are, and for one that only a browser's scripts would fill.
    """
    if draft.people or draft.starts_at or draft.events:
        return
    head = fetched.data[:_HEAD].decode(draft.charset or "utf-8", "replace")
    site, few = said_site(fetched.address), len(draft.text) < _FEW
    if any(_asks_who(title) for _tag, title in _TITLES.findall(head)) or (few and _PASSWORD.search(head)):
        raise UserError(f"'{site}' asks you to sign in before it shows this page.", _BY_HAND.format(step="sign in"))
    if len("".join(draft.text.split())) < 100 and _SCRIPT.search(head):
        raise UserError(
            f"What '{site}' sends is empty until a browser has run its scripts, which EqBrief does not do.",
            _BY_HAND.format(step="wait until it is shown"),
        )


def _asks_who(title: str) -> bool:
    words, joins = _signing_in()
    plain = html.unescape(re.sub(r"<[^>]*>", " ", title))
    for part in re.split(r"\s[-–—]\s|[|·:•»]", plain):
        said = " ".join(part.casefold().strip(" .!?-–—").split())
        if said in words or any(said.startswith(f"{word} {join} ") for word in words for join in joins):
            return True
    return False


@cache
def _signing_in() -> tuple[frozenset[str], tuple[str, ...]]:
    table = tomllib.loads(resource("words", "signing_in.toml").read_text(encoding="utf-8"))
    return frozenset(cast(list[str], table["titles"])), tuple(cast(list[str], table["joins"]))
