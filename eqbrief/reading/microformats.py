# SPDX-License-Identifier: MIT
"""Events marked up with classes: h-event as microformats.org has it, and its forerunner hCalendar ("vevent").

The properties come out as a microformats2 parser gives them, see https://microformats.org/wiki/microformats2-parsing.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from eqbrief.reading.cuts import tidy

Properties = dict[str, list[str]]
_ROOT = re.compile(r"(?:^|\s)(?:h-[a-z][\w-]*|vevent|vcard|hreview|hentry)(?=\s|$)")
_CLASSIC = {
    "summary": ("p", "name"),
    "dtstart": ("dt", "start"),
    "dtend": ("dt", "end"),
    "url": ("u", "url"),
    "location": ("p", "location"),
    "description": ("p", "summary"),
    "attendee": ("p", "attendee"),
}
_TIME = re.compile(r"(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{1,2}:?\d{0,2})?", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{3}")
_MOST, _MOST_VALUES, _DEEP = 100, 30, 60


def events_in(tree: LexborHTMLParser) -> list[Properties]:
    """Give the properties of each event that a page marks up, by their names without prefix ('name', 'start'…)."""
    return [_properties(node) for node in tree.css(".h-event, .vevent")[:_MOST]]


def _properties(root: LexborNode) -> Properties:
    classic = "h-event" not in (root.attributes.get("class") or "").split()
    found: Properties = {}
    for node in root.css("[class]")[: _MOST * 10]:
        if node.mem_id == root.mem_id or not _belongs(node, root):
            continue
        for name in (node.attributes.get("class") or "").split():
            kind, _, called = name.partition("-")
            if classic:
                kind, called = _CLASSIC.get(name, ("", ""))
            if called and len(found.get(called, ())) < _MOST_VALUES and (value := _value(node, kind)):
                found.setdefault(called, []).append(value)
    if "name" not in found and not any(name for name in found if name not in ("url", "photo")):
        found["name"] = [tidy(root.text())]
    if "url" not in found and root.tag == "a" and (address := root.attributes.get("href")):
        found["url"] = [address]
    return found


def _belongs(node: LexborNode, root: LexborNode) -> bool:
    """Tell whether a property is the event's own rather than that of a card or another event inside it."""
    above, steps = node.parent, 0
    while above is not None and steps < _DEEP:
        if above.mem_id == root.mem_id:
            return True
        if _ROOT.search(above.attributes.get("class") or ""):
            return False
        above, steps = above.parent, steps + 1
    return False


def _value(node: LexborNode, kind: str) -> str:
    attributes = node.attributes
    match kind:
        case "dt":
            return _moment(node)
        case "u":
            return attributes.get("href") or attributes.get("src") or tidy(node.text())
        case "p":
            named = node.css_first(".p-name, .fn") if _ROOT.search(attributes.get("class") or "") else None
            shown = attributes.get("title") if node.tag in ("abbr", "link") else attributes.get("value")
            return tidy(
                (named or node).text() if not shown or node.tag not in ("abbr", "link", "data", "input") else shown
            )
        case _:
            return ""


def _moment(node: LexborNode) -> str:
    """Read a date or time: of its parts marked "value" where there are any, else of the element."""
    parts = [_plain(part) for part in node.css(".value, .value-title") if part.mem_id != node.mem_id]
    if not parts:
        return _plain(node)
    day = next((match[0] for part in parts if (match := _DATE.match(part))), "")
    clock = next((_clock(part) for part in parts if not _DATE.match(part)), "")
    return f"{day} {clock}".strip() if day else ""


def _plain(node: LexborNode) -> str:
    attributes = node.attributes
    name = "title" if "value-title" in (attributes.get("class") or "").split() else ""
    name = name or {"time": "datetime", "ins": "datetime", "del": "datetime", "abbr": "title", "data": "value"}.get(
        node.tag or "", ""
    )
    return tidy((attributes.get(name) if name else None) or node.text() or "")


def _clock(text: str) -> str:
    """Write a time of day with 24 hours, and its offset without a colon: '7pm' is '19:00'."""
    match = _TIME.match(text)
    if match is None:
        return ""
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4][0] in "pP" else 0)
    second = f":{match[3]}" if match[3] else ""
    return f"{hour:02}:{match[2] or '00'}{second}{(match[5] or '').replace(':', '')}"
