# SPDX-License-Identifier: MIT
"""Read what was typed into the search box. Every text has a meaning: what is not valid is taken literally.

The language: words, "phrases", prefix*, -without, OR between two things (it binds closer than the space), brackets,
and `name:value` with the names of tree.py. Values that hold spaces are quoted.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from eqbrief.model.query import values
from eqbrief.model.query.tree import All, AnyOf, Field, FieldName, Node, Not, Query, Scope, ScopeName, Words

MOST_WORDS = 64
"""More than so many different words, as of a pasted page, narrow nothing down any further."""

_MOST_DEPTH = 16
_MOST_READ = 200_000
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "＂": '"'})
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<named>(?P<not1>-?)(?P<name>[A-Za-z]+):(?:"(?P<quoted>[^"]*)"|(?P<plain>(?:[^\s()"]|\([^\s()"]*\))+)))
    | (?P<phrase>(?P<not2>-?)"(?P<inside>[^"]*)"(?P<star>\*?))
    | (?P<open>(?P<not3>-?)\()
    | (?P<close>\))
    | (?P<piece>(?:[^\s()"]|(?<!\s)(?<!^)\([^\s()"]*\))+)
    | (?P<stray>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UNCLOSED = re.compile(r'(?:^|(?<=[\s(]))-?(?:[A-Za-z]+:"[^"]*|"[^"]*\w\s+\w[^"]*)$')
"""A name's value or a phrase of two words and more that nothing has closed yet."""
_TWO_LETTERS = re.compile(r'\w\w"?$')
_OUTSIDE = re.compile(r"^[\W_]+|[\W_]+$")

_VALUES: dict[FieldName, Callable[[str], str | None]] = {
    "person": lambda value: value if _tidy(value) else None,
    "org": lambda value: value if _tidy(value) else None,
    "topic": lambda value: value if _tidy(value) else None,
    "series": lambda value: value if _tidy(value) else None,
    "tag": lambda value: value if _tidy(value) else None,
    "year": values.years,
    "after": values.when,
    "before": values.when,
    "has": values.thing,
    "is": lambda value: values.state(value, values.IS),
    "state": lambda value: values.state(value, values.STATES),
}
_OTHER_NAMES: dict[str, FieldName] = {
    "organisation": "org",
    "organization": "org",
    "people": "person",
    "since": "after",
}


@dataclass
class _Group:
    """What stands between two brackets, while it is being read. None among the parts is an OR."""

    denied: bool
    parts: list[Node | None] = field(default_factory=list[Node | None])


def parse(typed: str, *, open_end: bool = False) -> Query:
    """Read a query. With `open_end` it is still being typed: its last word counts as the beginning of one.

    A quotation mark that is still open quotes then what follows; otherwise it is nothing.
    """
    text = _UNPRINTED.sub(" ", unicodedata.normalize("NFC", typed[:_MOST_READ])).translate(_QUOTES)
    ends_in_word = open_end and bool(re.search(r"\w$", text))
    if open_end and text.count('"') % 2 and _UNCLOSED.search(text) is not None:
        text += '"'
    return _Reader(typed, text, ends_in_word).read()


class _Reader:
    """Reads one query, token by token, without recursion, so that no depth of brackets is too deep."""

    def __init__(self, typed: str, text: str, open_end: bool) -> None:
        self._typed, self._text, self._open_end = typed, text, open_end
        self._groups = [_Group(denied=False)]
        self._too_deep = 0
        self._literal: list[str] = []
        self._seen: set[Node] = set()
        self._cut = False

    def read(self) -> Query:
        for token in _TOKEN.finditer(self._text):
            self._take(token)
            if self._cut:
                break
        while len(self._groups) > 1:
            self._close()
        root = _joined(self._groups[0], self._literal)
        return Query(self._typed, root, tuple(dict.fromkeys(self._literal)), self._cut)

    def _take(self, token: re.Match[str]) -> None:
        match token.lastgroup:
            case "named":
                self._take_named(token)
            case "phrase":
                found = _words(token["inside"], together=True, begins=bool(token["star"]) or self._begins(token))
                self._add(found, denied=bool(token["not2"]))
            case "open":
                if len(self._groups) > _MOST_DEPTH:
                    self._too_deep += 1
                else:
                    self._groups.append(_Group(denied=bool(token["not3"])))
            case "close":
                self._end_group()
            case "piece":
                self._take_piece(token)
            case _:
                return

    def _begins(self, token: re.Match[str]) -> bool:
        """Say whether a word is still being typed at the end; one letter begins too many to be of use."""
        return self._open_end and token.end() == len(self._text) and bool(_TWO_LETTERS.search(self._text))

    def _take_piece(self, token: re.Match[str]) -> None:
        piece = token["piece"]
        if piece == "OR":
            self._groups[-1].parts.append(None)
            return
        starts = token.start() == 0 or self._text[token.start() - 1] in " \t\n("
        denied = starts and len(piece) > 1 and piece[0] == "-" and piece[1] != "-" and bool(_tidy(piece))
        at_end = self._begins(token) and not denied and len(_tidy(piece)) > 1
        self._add(_words(piece, begins=at_end or piece.endswith("*")), denied=denied)

    def _take_named(self, token: re.Match[str]) -> None:
        value = token["quoted"] if token["quoted"] is not None else token["plain"]
        found = _named(token["name"].casefold(), value.strip())
        if found is not None:
            self._add(found, denied=bool(token["not1"]))
            return
        whole = token["named"]
        self._literal.append(whole)
        self._add(_words(whole.removeprefix("-")), denied=bool(token["not1"]))

    def _add(self, node: Node | None, *, denied: bool) -> None:
        if node is None:
            return
        if denied:
            node = _denied(node)
        if node not in self._seen:
            if len(self._seen) >= MOST_WORDS:
                self._cut = True
                return
            self._seen.add(node)
        self._groups[-1].parts.append(node)

    def _end_group(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._groups) > 1:
            self._close()

    def _close(self) -> None:
        group = self._groups.pop()
        node = _joined(group, self._literal)
        if node is not None:
            self._groups[-1].parts.append(_denied(node) if group.denied else node)


def _joined(group: _Group, literal: list[str]) -> Node | None:
    """Join what stands in a group: what an OR stands between, then everything. An OR between nothing is a word."""
    sides: list[list[Node]] = []
    parts = group.parts
    joins = False
    for at, part in enumerate(parts):
        if part is None:
            after = parts[at + 1] if at + 1 < len(parts) else None
            if sides and not joins and after is not None:
                joins = True
                continue
            literal.append("OR")
            part = Words("OR")
        if joins:
            sides[-1].append(part)
            joins = False
        else:
            sides.append([part])
    every = tuple(dict.fromkeys(part for side in sides for part in _spread(_either(side))))
    if not every:
        return None
    return every[0] if len(every) == 1 else All(every)


def _spread(node: Node) -> tuple[Node, ...]:
    """Take brackets away that change nothing: those that only say where to look have a reason to stand."""
    return node.parts if isinstance(node, All) and not any(isinstance(part, Scope) for part in node.parts) else (node,)


def _either(side: list[Node]) -> Node:
    side = list(dict.fromkeys(side))
    if len(side) == 1:
        return side[0]
    scopes = [part for part in side if isinstance(part, Scope) and not part.out]
    if len(scopes) == len(side) and len({part.name for part in scopes}) == 1:
        return Scope(scopes[0].name, tuple(dict.fromkeys(value for part in scopes for value in part.values)))
    return AnyOf(tuple(side))


def _denied(node: Node) -> Node:
    match node:
        case Not(part):
            return part
        case Scope(name, named, out):
            return Scope(name, named, not out)
        case _:
            return Not(node)


def _named(name: str, value: str) -> Node | None:
    if name in ("in", "kind"):
        scope: ScopeName = "in" if name == "in" else "kind"
        named = values.kinds_and_places(value, places=scope == "in")
        return Scope(scope, named) if named else None
    known = _OTHER_NAMES.get(name, name)
    for field_name, read in _VALUES.items():
        if field_name == known:
            found = read(value)
            return Field(field_name, found) if found else None
    return None


def _words(text: str, *, together: bool = False, begins: bool = False) -> Words | None:
    tidied = _tidy(text)
    return Words(" ".join(tidied.split()), together, begins) if tidied else None


def _tidy(text: str) -> str:
    """Take off what stands before the first letter or digit and behind the last."""
    return _OUTSIDE.sub("", text)
