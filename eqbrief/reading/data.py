# SPDX-License-Identifier: MIT
"""Know text that was written for programs rather than for people, so that it does not become an event by mistake.

What has a reader of its own is named here too; everything else is refused with the words in `DATA`.
"""

import json
import re
from typing import Any

from eqbrief.reading.elements import BLOCKS, SKIPPED

DATA = {
    "calendar": "a calendar",
    "contact": "a contact card (vCard)",
    "webarchive": "a page saved by Safari",
    "settings": "a list of settings (plist)",
    "schedule": "a conference's schedule",
    "feed": "a feed of news (RSS or Atom)",
    "drawing": "a drawing (SVG)",
    "json": "data for programs (JSON)",
    "xml": "data for programs (XML)",
}
"""The kinds of data, each with words that complete 'it is …'."""

_HEAD = 64 << 10
_XML = re.compile(r"\s*(?:<\?xml\b|<!DOCTYPE\s+(?!html\b)[\w:.-]+\s*[\[>SP])", re.IGNORECASE)
_BEFORE_ROOT = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_PAIR = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*)*\"[^\"\n]{0,200}\"\s*:")
_LINE = re.compile(r"\s*BEGIN:(VCALENDAR|VEVENT|VCARD)\b", re.IGNORECASE)
_ROOTS = {
    "schedule": "schedule",
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "svg": "drawing",
    "plist": "settings",
}
_INLINE_TAGS = (
    "a abbr b bdi bdo br cite code em font i img ins kbd label q s small span strong sub sup u title meta link base"
)
_HTML_TAGS = (BLOCKS | SKIPPED | frozenset(_INLINE_TAGS.split())) - {"svg"}


def data_kind(text: str) -> str | None:
    """Name the kind of data (a key of `DATA`) that a decoded text is; None for what people read."""
    head = text[:_HEAD].lstrip("\ufeff")
    if match := _LINE.match(head):
        return "contact" if match[1].upper() == "VCARD" else "calendar"
    start = head.lstrip()[:1]
    if start == "<":
        return _xml_kind(text, head)
    return _json_kind(text) if start in ("{", "[") else None


def _xml_kind(text: str, head: str) -> str | None:
    before = _BEFORE_ROOT.match(head)
    root = _ROOT.match(head, before.end() if before else 0)
    name = root[2].casefold() if root else ""
    declared = _XML.match(head) is not None
    if root is None:
        # What is declared and then breaks off is data all the same.
        return "xml" if declared else None
    if name in _HTML_TAGS and not root[1]:
        return None
    if name == "plist":
        return "webarchive" if "WebMainResource" in head else "settings"
    whole = text.rstrip().endswith(f"</{root[1] or ''}{root[2]}>")
    return _ROOTS.get(name, "xml") if declared or whole else None


def _json_kind(text: str) -> str | None:
    """Know JSON, also several values in one file, and such that breaks off; a text in brackets is none."""
    text = text.strip("\ufeff \t\r\n")
    value: Any = None
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return "json" if _PAIR.match(text) else None
    if text[end:].lstrip()[:1] not in ("", "{", "["):
        return None  # lines about itself in front of a page, as some sites write them
    from eqbrief.reading.schedules import is_schedule  # noqa: PLC0415 - start-up: few files are data

    return "schedule" if is_schedule(value) else "json"
