# SPDX-License-Identifier: MIT
"""What a line of Markdown is, and what becomes of it when Enter, Tab or a formatting key is pressed. No Qt here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["text", "blank", "heading", "item", "check", "number", "quote", "table", "rule"]

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CHECK = re.compile(r"([ \t]*)[-*+] \[([ xX])\](?:[ \t]+|$)")
_ITEM = re.compile(r"([ \t]*)[-*+][ \t]+")
_NUMBER = re.compile(r"([ \t]*)(\d{1,9})([.)])[ \t]+")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_LINK = re.compile(
    r"\[[^\[\]\n]{0,500}\]\(([^)\s]{1,2000})\)|<((?:https?|mailto):[^>\s]{1,2000})>|(https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?'\"])"
)
_RULE = re.compile(r"[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$")
_LISTS = ("item", "check", "number")
_SAID = {"quote": "Quotation", "table": "Table row", "rule": "Line across"}
_STEP = "  "
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line by what it is. `mark` is how many characters at its start are the sign of it, indent included."""

    kind: Kind
    mark: int = 0
    level: int = 0
    """Of a heading 1 to 6, of a list item how deep it stands, from 0."""
    ticked: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it is an item of a list, a check box or a numbered one."""
        return self.kind in _LISTS


@lru_cache(2048)
def read_line(text: str) -> Line:
    """Say what a line of Markdown is."""
    if not text.strip():
        return Line("blank")
    if found := _HEADING.match(text):
        return Line("heading", found.end(), len(found[1]))
    if _RULE.match(text):
        return Line("rule", len(text))
    if found := _CHECK.match(text):
        return Line("check", found.end(), _depth(found[1]), found[2] in "xX")
    if found := _ITEM.match(text):
        return Line("item", found.end(), _depth(found[1]))
    if found := _NUMBER.match(text):
        return Line("number", found.end(), _depth(found[1]))
    if found := _QUOTE.match(text):
        return Line("quote", found.end())
    return Line("table") if _TABLE.match(text) else Line("text")


def continued(text: str) -> str | None:
    """Give what the next line begins with when Enter is pressed at the end of a line; None where the item is empty.

    An empty item ends its list: its sign is taken away instead. A numbered item counts on, a check box is open.
    """
    line = read_line(text)
    if not (line.is_list or line.kind == "quote"):
        return ""
    if not text[line.mark :].strip():
        return None
    if line.kind == "check":
        return re.sub(r"\[[xX]\]", "[ ]", text[: line.mark].rstrip() + " ")
    if found := _NUMBER.match(text):
        return f"{found[1]}{int(found[2]) + 1}{found[3]} "
    return text[: line.mark]


def indented(text: str, by: int) -> str:
    """Give an item of a list one step deeper (`by` = 1) or less deep (-1); other lines stay as they are."""
    line = read_line(text)
    if not line.is_list or (by > 0 and line.level >= _DEEPEST):
        return text
    return _STEP + text if by > 0 else re.sub(r"^(?:\t| {1,2})", "", text)


def as_heading(text: str) -> str:
    """Make a line a heading; a heading becomes a smaller one, and the smallest plain text again."""
    line = read_line(text)
    bare = text[line.mark :]
    if line.kind != "heading":
        return f"## {bare}"
    return f"### {bare}" if line.level < 3 else bare


def as_item(text: str) -> str:
    """Make a line an item of a list, and an item plain text again."""
    line = read_line(text)
    indent = text[: len(text) - len(text.lstrip())] if line.is_list else ""
    return f"{indent}{text[line.mark :]}" if line.kind == "item" else f"{indent}- {text[line.mark :]}"


def as_check(text: str) -> str:
    """Make a line an open check box, tick an open one, and open a ticked one again."""
    line = read_line(text)
    if line.kind == "check":
        return ticked(text, not line.ticked)
    indent = text[: len(text) - len(text.lstrip())] if line.is_list else ""
    return f"{indent}- [ ] {text[line.mark :]}"


def as_quote(text: str) -> str:
    """Make a line a quotation, and a quotation plain text again."""
    line = read_line(text)
    return text[line.mark :] if line.kind == "quote" else f"> {text}"


def ticked(text: str, on: bool) -> str:
    """Tick a check box or open it; other lines stay as they are."""
    return re.sub(r"\[[ xX]\]", "[x]" if on else "[ ]", text, count=1) if read_line(text).kind == "check" else text


def words_of(text: str) -> str:
    """Give the words of a line without its sign."""
    return text[read_line(text).mark :].strip()


def said_line(text: str) -> str:
    """Say what a line is for those who hear it: 'Heading 2', 'Check box ticked, list level 1'; '' for plain text."""
    line = read_line(text)
    level = f"list level {line.level + 1}"
    if line.kind == "heading":
        return f"Heading {line.level}"
    if line.kind == "check":
        return f"Check box {'ticked' if line.ticked else 'not ticked'}, {level}"
    return {"item": f"Bullet, {level}", "number": f"Number, {level}"}.get(line.kind) or _SAID.get(line.kind, "")


def stressed(text: str, mark: str) -> str:
    """Put a mark ('**', '*') around words, inside the blanks at their ends; take it away where it is there."""
    bare = text.strip()
    if not bare:
        return mark * 2
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if len(bare) >= 2 * len(mark) and bare.startswith(mark) and bare.endswith(mark) and bare != mark * 2:
        return f"{before}{bare[len(mark) : -len(mark)]}{after}"
    return f"{before}{mark}{bare}{mark}{after}"


def link_at(text: str, at: int) -> str:
    """Give the address of the link that stands at a place of a line; '' where there is none."""
    found = next((found for found in _LINK.finditer(text) if found.start() <= at <= found.end()), None)
    return found[found.lastindex or 0] if found is not None else ""


def qt_place(text: str, offset: int) -> int:
    """Give an offset as Qt counts it, to whom a sign such as an emoji is two."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def count_words(markdown: str) -> int:
    """Count the words of a text: what has a letter or a figure in it."""
    return sum(any(sign.isalnum() for sign in word) for word in markdown.split())


LINES: dict[str, Callable[[str], str]] = {
    "heading": as_heading,
    "list": as_item,
    "check": as_check,
    "quote": as_quote,
}
"""What can be made of a line, by name."""
MARKS = {"bold": "**", "italic": "*"}
"""What can be put around words, by name."""


def _depth(indent: str) -> int:
    return len(indent.replace("\t", _STEP)) // len(_STEP)
