# SPDX-License-Identifier: MIT
"""Where passages lie in the search index. The number by which it knows one says its kind, its place and its event.

So one kind is one range of the index, newest events last, and the event of a match is known without reading it.
"""

from dataclasses import dataclass

from eqbrief.model.query import Scope

CODES: dict[tuple[str, str | None], int] = {
    ("event", None): 1,
    ("person", None): 2,
    ("organisation", None): 3,
    ("topic", None): 4,
    ("session", None): 5,
    ("question", None): 6,
    ("deck", None): 7,
    ("slide", "title"): 8,
    ("slide", "body"): 9,
    ("slide", "table"): 10,
    ("slide", "diagram"): 11,
    ("slide", "chart"): 12,
    ("slide", "speaker-notes"): 13,
    ("slide", None): 14,
    ("note", None): 15,
    ("action", None): 16,
    ("transcript", None): 17,
    ("source", None): 18,
    ("term", None): 19,
}
"""The codes of passage.docid, as its migration made them: with a place those of that place, else of any other."""

_KIND_BITS, _EVENT_BITS = 58, 32
_EVENT_MASK = (1 << (_KIND_BITS - _EVENT_BITS)) - 1
_CODE_OF = {code: key for key, code in CODES.items()}


@dataclass(frozen=True, slots=True)
class Range:
    """The passages from one code to another; `column` is 'title' or 'text' where only that one is looked into."""

    first: int
    last: int
    column: str = ""

    @property
    def low(self) -> int:
        """The lowest number within it."""
        return self.first << _KIND_BITS

    @property
    def high(self) -> int:
        """The highest number within it."""
        return ((self.last + 1) << _KIND_BITS) - 1


Ranges = tuple[Range, ...]

EVERYWHERE: Ranges = (Range(1, 31),)
LISTED = tuple(sorted(CODES.values()))


def event_of(docid: int) -> int:
    """Give the event that a passage belongs to; 0 for none."""
    return docid >> _EVENT_BITS & _EVENT_MASK


def events_of(docids: "set[int] | list[int]") -> set[int]:
    """Give the events that passages belong to."""
    events = {docid >> 32 & 0x3FFFFFF for docid in docids}
    events.discard(0)
    return events


def code_of(docid: int) -> int:
    """Give the code of a passage's kind and place."""
    return docid >> _KIND_BITS


def kind_of(code: int) -> str:
    """Give the kind that a code stands for."""
    return _CODE_OF[code][0]


def ranges_of(kind: str) -> Ranges:
    """Give the range of one kind."""
    codes = [code for (name, _), code in CODES.items() if name == kind]
    return (Range(min(codes), max(codes)),)


def narrowed(scopes: list[Scope], within: Ranges) -> Ranges:
    """Give the ranges in which words are looked for, where these scopes are asked of what lies in `within`."""
    for out in (False, True):
        names = [name for scope in scopes if scope.out is out for name in scope.values]
        if names:
            within = (
                _outside(names, within) if out else _common(tuple(r for name in names for r in _named(name)), within)
            )
    return within


def codes_in(ranges: Ranges) -> set[int]:
    """Give every code that these ranges touch."""
    return {code for one in ranges for code in range(one.first, one.last + 1) if code in _CODE_OF}


def _named(name: str) -> Ranges:
    match name:
        case "title":
            return (Range(1, 31, "title"),)
        case "body":
            return (Range(CODES["event", None], CODES["event", None], "text"), *_place("body"))
        case "table" | "diagram" | "chart" | "speaker-notes":
            return _place(name)
        case _:
            return ranges_of(name)


def _place(place: str) -> Ranges:
    code = CODES["slide", place]
    return (Range(code, code),)


def _common(wanted: Ranges, within: Ranges) -> Ranges:
    found: list[Range] = []
    for one in wanted:
        for other in within:
            first, last = max(one.first, other.first), min(one.last, other.last)
            if first <= last and not (one.column and other.column and one.column != other.column):
                found.append(Range(first, last, one.column or other.column))
    return tuple(dict.fromkeys(found))


def _outside(names: list[str], within: Ranges) -> Ranges:
    out = tuple(one for name in names for one in _named(name))
    found: list[Range] = []
    for one in within:
        for code in range(one.first, one.last + 1):
            left = one.column or None
            for other in out:
                if other.first <= code <= other.last:
                    if not other.column or other.column == left:
                        left = ""
                        break
                    left = {"title": "text", "text": "title"}[other.column]
            if left != "":
                found.append(Range(code, code, left or ""))
    return tuple(found)
