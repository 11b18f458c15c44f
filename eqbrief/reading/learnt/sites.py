# SPDX-License-Identifier: MIT
"""Which site a page is of: the host of its address, else what it calls itself. What is learnt holds for that site."""

import re
from urllib.parse import urlsplit

from eqbrief.model import Draft
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import tidy

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+$")
# A publisher that was read from one of these is the page's own word, and stays the same from page to page.
_OWN_WORD = frozenset({"label", "site's header", "site's name", "copyright line"})
_LONGEST = 80


def site_of(page: Page, draft: Draft) -> str:
    """Name the site of a page as it was read without any rule; '' where neither address nor name says it."""
    for address in (page.hints.get("address"), draft.address):
        if host := host_of(address or ""):
            return host
    if name := tidy(page.hints.get("site", "")):
        return name[:_LONGEST]
    own = any(mark.origin in _OWN_WORD for mark in draft.evidence.get("publisher", ()))
    return (draft.publisher or "")[:_LONGEST] if own else ""


def host_of(address: str) -> str:
    """Give the host of a web address in small letters, without 'www.'; '' where there is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").casefold().rstrip(".")
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return host if parts.scheme in ("http", "https") and _HOST.match(host) and len(host) <= _LONGEST else ""
