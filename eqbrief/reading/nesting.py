# SPDX-License-Identifier: MIT
"""Parse HTML in a time that grows with its length: a parser looks back through all open elements for many a tag.

A page nested tens of thousands deep, by mistake or malice, would take it minutes. No page that is read is so deep.
"""

import re

from selectolax.lexbor import LexborHTMLParser

# Fewer tags than this are parsed as they are: however deep they are nested, it takes no time that is felt.
_MOST_TAGS = 4000
_DEEPEST, _MOST_FORMATS = 400, 12
_LONG, _MOST_SPACES = 20_000, 2000
_LONG_TAG = re.compile(rf"<([a-z][\w-]*)(?=[\s/])[^<>]{{{_LONG},}}+", re.IGNORECASE)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][^\s/>]*)[^>]*+>?",
    re.IGNORECASE | re.DOTALL,
)
_LEAVES = """
    area base br col embed hr img input link meta param source track wbr p li dd dt td th tr thead tbody tfoot option
    optgroup rp rt html head body
"""
# What never holds anything, and what the next of its kind closes by itself.
_NOT_COUNTED = frozenset(_LEAVES.split())
# These are opened again in each paragraph until they are closed.
_FORMATS = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})


def parsed(html: str) -> LexborHTMLParser:
    """Parse a page. Of elements nested too deep only the content is kept, of tags with thousands of attributes none."""
    html = html.replace("\0", "\ufffd")
    if max(map(len, html.split("<"))) >= _LONG:
        html = _LONG_TAG.sub(_without_attributes, html)
    return LexborHTMLParser(_flattened(html) if html.count("<") - html.count("</") > _MOST_TAGS else html)


def _without_attributes(tag: re.Match[str]) -> str:
    # A picture within the page is one long attribute; that is no trouble.
    return f"<{tag[1]}" if len(tag[0].split(maxsplit=_MOST_SPACES)) > _MOST_SPACES else tag[0]


def _flattened(html: str) -> str:
    kept: list[str] = []
    # How many elements are open, and how many more were dropped, of those that format and of all others.
    opened, dropped = {True: 0, False: 0}, {True: 0, False: 0}
    most = {True: _MOST_FORMATS, False: _DEEPEST}
    at = 0
    for match in _TAG.finditer(html):
        name = (match["name"] or "").casefold()
        if not name or name in _NOT_COUNTED:
            continue
        formats = name in _FORMATS
        if not match["close"] and opened[formats] < most[formats]:
            opened[formats] += 1
        elif match["close"] and not dropped[formats]:
            opened[formats] = max(opened[formats] - 1, 0)
        else:
            dropped[formats] += -1 if match["close"] else 1
            kept.append(html[at : match.start()])
            at = match.end()
    return "".join((*kept, html[at:]))
