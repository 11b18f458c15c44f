# SPDX-License-Identifier: MIT
"""Data about itself that a page carries in scripts (JSON-LD) and attributes (microdata), as plain things by schema.org.

Sites write JSON by hand: comments, commas too many, line breaks in strings and wrappers are forgiven.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from eqbrief.reading.cuts import tidy

Thing = dict[str, Any]
_OPENING = re.compile(r"<!--|//[ \t]*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[")
_CLOSINGS = ("-->", "]]>")
# A string that is not closed runs to the end: each rule looks at every letter once, however broken the script is.
_STRING = r'("(?:\\.|[^"\\])*+(?:"|\Z))'
_LOOSE = re.compile(_STRING + r"|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_COMMA = re.compile(_STRING + r"|,(?=\s*+[}\]])", re.DOTALL)
_BETWEEN = re.compile(r"[\s,;\ufeff]*")
_MOST_SCRIPTS, _LONGEST, _MOST, _DEEP, _SEVERAL = 60, 500_000, 300, 12, 10
_VALUES = {
    "meta": "content",
    "link": "href",
    "a": "href",
    "area": "href",
    "img": "src",
    "data": "value",
    "time": "datetime",
}


def things_in(tree: LexborHTMLParser) -> list[Thing]:
    """Give the things that a page's scripts and attributes describe, outermost first; a broken script gives none."""
    found: list[Thing] = []
    for script in tree.css('script[type="application/ld+json" i]')[:_MOST_SCRIPTS]:
        text = script.text() or ""
        for value in _loads(text) if len(text) <= _LONGEST else ():
            found += _flat(value, 0)
    found = _resolved(found)
    for node in tree.css("[itemscope]")[: _MOST * 4]:
        if not node.attributes.get("itemprop") and len(found) < _MOST:
            found.append(_item(node, 0))
    return found[:_MOST]


def types_of(thing: Thing) -> list[str]:
    """Give the names of a thing's types without the address of the vocabulary."""
    return [re.split(r"[/#:]", str(one))[-1] for one in many(thing, "@type")]


def many(thing: Thing, name: str) -> list[Any]:
    """Give all values of a property."""
    value = thing.get(name)
    return cast(list[Any], value) if isinstance(value, list) else [] if value is None else [value]


def said(thing: Thing, name: str, depth: int = 0) -> str:
    """Give the first value of a property as words; of a thing, its name."""
    for value in many(thing, name):
        if isinstance(value, dict) and depth < _DEEP:
            if words := said(cast(Thing, value), "name", depth + 1):
                return words
        elif isinstance(value, (str, int, float)):
            words = re.sub(r"<[^<>]{1,300}>", " ", html.unescape(str(value)))
            if words := tidy(html.unescape(words)):
                return words
    return ""


def all_said(thing: Thing, name: str) -> list[str]:
    """Give all values of a property as words."""
    return [words for value in many(thing, name)[:_SEVERAL] if (words := said({name: value}, name))]


def _loads(text: str) -> list[Any]:
    """Read JSON as it is, else as its writer may have meant it: several values in one script, or escaped as HTML is."""
    for form in (text, _repaired(text), _repaired(html.unescape(text))):
        try:
            return _values(form)
        except (ValueError, RecursionError):
            continue
    return []


def _values(text: str) -> list[Any]:
    """Read one JSON value after another.

    Raises:
        ValueError: where there is none, or something else stands behind one.
    """
    found: list[Any] = []
    decoder = json.JSONDecoder(strict=False)
    at = _BETWEEN.match(text).end() if text[:1].isspace() else 0  # pyright: ignore[reportOptionalMemberAccess]
    while at < len(text) or not found:
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        at = _BETWEEN.match(text, at).end()  # pyright: ignore[reportOptionalMemberAccess]
        if len(found) > _MOST:
            break
    return found


def _resolved(things: list[Thing]) -> list[Thing]:
    """Put things in the place of what only names them by "@id", one step deep, so that no circle comes of it."""
    known = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    return [{name: _referred(value, known) for name, value in thing.items()} for thing in things] if known else things


def _referred(value: Any, known: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [_referred(one, known) for one in cast(list[Any], value)[:_MOST]]
    thing = cast(Thing, value) if isinstance(value, dict) else {}
    name = thing.get("@id")
    return known.get(name, thing) if isinstance(name, str) and len(thing) == 1 else cast(Any, value)


def _repaired(text: str) -> str:
    """Take wrappers, comments and commas too many away; JSON itself never ends in what is taken off the end."""
    text = text.strip("\ufeff \t\r\n")
    if match := _OPENING.match(text):
        text = text[match.end() :]
    text = text.rstrip(" \t\r\n;/*")
    for closing in _CLOSINGS:
        text = text.removesuffix(closing).rstrip(" \t\r\n;/*")
    text = _LOOSE.sub(lambda match: match[1] or " ", text)
    return _COMMA.sub(lambda match: match[1] or "", text)


def _flat(value: Any, depth: int) -> Iterator[Thing]:
    """Give the things on the way down lists, graphs and main entities; what is inside a thing stays inside."""
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for one in cast(list[Any], value)[:_MOST]:
            yield from _flat(one, depth + 1)
    elif isinstance(value, dict):
        thing = cast(Thing, value)
        if "@type" in thing:
            yield thing
        for name in ("@graph", "mainEntity", "itemListElement", "item", "event", "events"):
            if name in thing:
                yield from _flat(thing[name], depth + 1)


def _item(node: LexborNode, depth: int) -> Thing:
    """Read an element with `itemscope` as a thing; the values of a property stand in order."""
    found: Thing = {"@type": (node.attributes.get("itemtype") or "").split()}
    stack, seen = _children(node), 0
    while stack and seen < _MOST:
        child = stack.pop()
        attributes = child.attributes
        names = (attributes.get("itemprop") or "").split()
        inner = "itemscope" in attributes
        if names and depth < _DEEP:
            value: Any = _item(child, depth + 1) if inner else _value(child)
            seen += 1
            for name in names[:5]:
                found.setdefault(name, []).append(value)
        if not inner:
            stack += _children(child)
    return found


def _children(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.child
    while child is not None:
        if not (child.tag or "-").startswith("-"):
            found.append(child)
        child = child.next
    return found[::-1]


def _value(node: LexborNode) -> str:
    attributes = node.attributes
    # "content" on any element is no standard, but it is what sites write and search engines read.
    return (
        attributes.get("content")
        or attributes.get(_VALUES.get(node.tag or "", "content"))
        or node.text(separator=" ")
        or ""
    )
