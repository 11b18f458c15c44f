# SPDX-License-Identifier: MIT
"""The form of a line: "{organisation}: {name} ({role})" is learnt from one line and takes the next one apart."""

import re
from collections.abc import Mapping

from eqbrief.reading.cuts import Cut

PARTS = ("value", "name", "role", "organisation", "capacity", "people")
_PART = re.compile(rf"\{{({'|'.join(PARTS)})\}}")
_BREAK = re.compile(r"[ \u00a0]*\n[\s\u00a0]*(?:[•◦▪][ \t]*)?|[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]+")
_LONGEST, _LONGEST_BETWEEN = 600, 40


def form_of(line: str, parts: Mapping[str, str]) -> str | None:
    """Write a line with each part replaced by its name in braces; None where one is missing or they overlap."""
    line = _even(line)
    at: list[tuple[int, int, str]] = []
    for name, said in parts.items():
        start = line.find(said) if said else -1
        if start < 0 or any(start < end and start + len(said) > begin for begin, end, _ in at):
            return None
        at.append((start, start + len(said), name))
    form, last = "", 0
    for begin, end, name in sorted(at):
        between = line[last:begin]
        if len(between) > _LONGEST_BETWEEN or "{" in between or (last and not between):
            return None
        form += between + "{" + name + "}"
        last = end
    rest = line[last:]
    return form + rest if len(rest) <= _LONGEST_BETWEEN and "{" not in rest else None


def take(cut: Cut, form: str) -> dict[str, Cut] | None:
    """Take a stretch of text apart by a form; None where it has another. Never more than one pass over it.

    A part ends where what follows it in the form begins for the first time; the last one takes the rest.
    """
    pieces = _PART.split(form[:400])
    literals, names = pieces[0::2], pieces[1::2]
    if not names or len(set(names)) < len(names) or len(cut.text) > _LONGEST:
        return None
    if any(not literal for literal in literals[1:-1]):
        return None
    first = _found(cut.text, literals[0], 0) if literals[0] else (0, 0)
    if first is None or cut.text[: first[0]].strip():
        return None
    found: dict[str, Cut] = {}
    at = first[1]
    for name, literal in zip(names, literals[1:], strict=True):
        ends = _found(cut.text, literal, at) if literal.strip() or literal in (" ", "\t", "\n") else None
        if literal and ends is None:
            return None
        stop, after = ends or (len(cut.text), len(cut.text))
        part = cut.part(at, stop).strip()
        if not part.text:
            return None
        found[name], at = part, after
    return found if not cut.text[at:].strip() else None


def _even(line: str) -> str:
    """Write white space evenly: a line's end as one, a cell's end as one, anything else as a space."""
    return _BREAK.sub(_as_one, line.strip())


def _as_one(match: re.Match[str]) -> str:
    return "\n" if "\n" in match[0] else "\t" if "\t" in match[0] else " "


def _found(text: str, literal: str, since: int) -> tuple[int, int] | None:
    """Find words with their white space written in any way; give where they begin and end."""
    words = [re.escape(word) for word in re.split(r"[ \n\t]+", literal)]
    gaps = re.findall(r"[ \n\t]+", literal)
    said = words[0] + "".join(_gap(gap) + word for gap, word in zip(gaps, words[1:], strict=True))
    match = re.compile(said).search(text, since)
    return match.span() if match else None


def _gap(gap: str) -> str:
    if "\n" in gap:
        return r"[ \u00a0]{0,9}\n[\s\u00a0]{0,40}(?:[•◦▪][ \t]{0,9})?"
    return r"[ \u00a0]{0,9}\t[ \t\u00a0]{0,9}" if "\t" in gap else r"[ \u00a0]{1,9}"


CARD = "@"
"""What the form of a card begins with: "@.who={name}|p:1={role} / {organisation}", its parts each with a form."""


def parts_of_card(form: str) -> list[tuple[str, str]]:
    """Divide the form of a card into the names of its parts and their forms; none where it is no such form."""
    if not form.startswith(CARD):
        return []
    pairs = [part.partition("=") for part in form[1:400].split("|")[:6]]
    return [(name, own) for name, _, own in pairs if name and own]


def card_of(parts: list[tuple[str, str]]) -> str | None:
    """Write the form of a card; None where a part's form would break it."""
    if any("|" in own or "=" in name for name, own in parts):
        return None
    return CARD + "|".join(f"{name}={own}" for name, own in parts)
