# SPDX-License-Identifier: MIT
"""Which site a page is of: the host of its address, else what it calls itself. What is learnt holds for that site.

A host of repositories holds many sites; there each repository is one. A kept copy is of the site that it is a copy of.
"""

import re
from urllib.parse import urlsplit

from eqbrief.model import Draft
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import tidy

# The address of a file in a repository: owner, repository, then the file at some state of it.
_REPOSITORY = re.compile(r"/([\w.-]{2,60}/[\w.-]{2,100})/(?:(?:-/)?(?:blob|raw|tree|src)|[0-9a-f]{40}|refs)/")
_COPY = re.compile(r"https?://[^/]+/.{0,80}?/(https?://.+)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+$")
# A publisher that was read from one of these is the page's own word, and stays the same from page to page.
_OWN_WORD = frozenset({"label", "site's header", "site's name", "copyright line"})
_LONGEST = 80


def site_of(page: Page, draft: Draft) -> str:
    """Name the site of a page as it was read without any rule; '' where neither address nor name says it."""
    for address in (page.hints.get("address"), draft.address):
        if site := site_at(address or ""):
            return site
    if name := tidy(page.hints.get("site", "")):
        return name[:_LONGEST]
    own = any(mark.origin in _OWN_WORD for mark in draft.evidence.get("publisher", ()))
    return (draft.publisher or "")[:_LONGEST] if own else ""


def site_at(address: str) -> str:
    """Name the site of a web address: its host, with the owner and name of a repository; '' where there is none."""
    address = address.strip()
    if copied := _COPY.match(address[:400]):
        address = copied[1]
    host = host_of(address)
    kept = _REPOSITORY.match(urlsplit(address).path[:400]) if host else None
    return f"{host}/{kept[1]}".casefold()[:_LONGEST] if kept else host


def host_of(address: str) -> str:
    """Give the host of a web address in small letters, without 'www.'; '' where there is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").casefold().rstrip(".")
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return host if parts.scheme in ("http", "https") and _HOST.match(host) and len(host) <= _LONGEST else ""
