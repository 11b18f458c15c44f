# SPDX-License-Identifier: MIT
"""A small site of events that opens from a stick: no server, no network, its search included.

A browser refuses to fetch anything for a page from a disk, so what is searched stands in the page itself, as data.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from eqbrief.briefing.document import LANGUAGE, Document
from eqbrief.briefing.html import body_html
from eqbrief.briefing.prose import line
from eqbrief.files import resource
from eqbrief.model import Turn, say_time

RIGHTS = (
    "Slides and recordings belong to those who made them. They are here for the colleagues whom this was made for; "
    "ask the publisher before you pass them on."
)


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck that comes along: its title, its path within the site, its size in words, and whose it is."""

    title: str
    path: str
    size: str
    origin: str


@dataclass(frozen=True, slots=True)
class SaidFile:
    """A transcript that comes along: its title, its path within the site, and what was said turn by turn."""

    title: str
    path: str
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the site's first page lists it; `words` are what its search looks through."""

    title: str
    about: str
    path: str
    words: str


def event_page(document: Document, decks: Sequence[DeckFile], said: Sequence[SaidFile] = ()) -> bytes:
    """Give the page of one event; it lies one folder below the first page, and so do the decks and transcripts."""
    body = body_html(document) + "".join(_said(one) for one in said)
    if decks:
        rows = "".join(
            f'<li><a href="../{escape(deck.path)}">{escape(deck.title)}</a> ({escape(deck.size)}). '
            f"{escape(deck.origin)}</li>"
            for deck in decks
        )
        body += f'\n<h2 id="decks">Slide decks</h2>\n<ul>{rows}</ul>\n<p class="quiet">{escape(RIGHTS)}</p>'
    back = '<nav aria-label="Way back"><a href="../index.html">All events</a></nav>'
    return _page(document.title.title, f"{back}\n{body}")


def _said(one: SaidFile) -> str:
    turns = "".join(
        f'<p><span class="quiet">{say_time(turn.starts_at)}</span> '
        f"{f'<b>{escape(line(turn.speaker))}:</b> ' if turn.speaker else ''}{escape(line(turn.text))}</p>\n"
        for turn in one.turns
    )
    link = f'<p><a href="../{escape(quote(one.path))}">{escape(one.title)}</a></p>'
    return f"\n<h2>Transcript</h2>\n{link}\n{turns}"


def first_page(title: str, made: str, entries: Sequence[Entry]) -> bytes:
    """Give the page with the list of events and the search."""
    listed = "".join(
        f'<li><a href="{escape(one.path)}">{escape(one.title)}</a><br>'
        f'<span class="quiet">{escape(one.about)}</span></li>'
        for one in entries
    )
    # '<' within data would end it where it says '</script>'.
    data = json.dumps([[one.title, one.about, one.path, line(one.words)] for one in entries], ensure_ascii=False)
    script = resource("briefing", "search.js").read_text(encoding="utf-8")
    body = (
        f'<header class="top"><h1>{escape(title)}</h1><p class="about">{escape(made)}</p></header>\n'
        '<form role="search" id="search"><label for="words">Search these events</label>'
        '<input type="search" id="words" autocomplete="off"></form>\n'
        '<p id="found" role="status" class="quiet"></p>\n'
        f'<ul class="events" id="events">{listed}</ul>\n'
        f'<p class="quiet">{escape(RIGHTS)}</p>\n'
        f'<script type="application/json" id="index">{data.replace("<", chr(92) + "u003c")}</script>\n'
        f"<script>{script}</script>"
    )
    return _page(title, body, script)


def _page(title: str, body: str, script: str = "") -> bytes:
    style = "".join(resource("briefing", name).read_text(encoding="utf-8") for name in ("briefing.css", "site.css"))
    allowed = f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" if script else "'none'"
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed}"
    return (
        f'<!doctype html>\n<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<main class="page">\n{body}\n</main>\n</body>\n</html>\n'
    ).encode()
