# SPDX-License-Identifier: MIT
"""Keys under which two spellings of one name meet: case, accents, joins and what is no part of a name are dropped."""

import re
import unicodedata
from functools import cache

from eqbrief.files.resources import resource

_BRACKETED = re.compile(r"\(([^()]*)\)")
_NOT_WORD = re.compile(r"[^\w&]+")


def person_key(name: str) -> str:
    """Give the key of a person's name: 'Dame Zoë O’Neill DBE' and 'Zoe O'Neill' have the same.

    Where nothing is left of it, the key is the name itself as plain words.
    """
    words = plain(name.partition(",")[0]).split()
    table = _tables()["person"]
    honorifics, after = set(table["honorifics"]), set(table["post_nominals"])
    kept = list(words)
    while len(kept) > 1 and kept[0] in honorifics:
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in after:
        kept.pop()
    return " ".join(kept) or plain(name) or name.strip().casefold()


def organisation_key(name: str) -> str:
    """Give the key of an organisation's name, equal where only joins, brackets, case or the form of its kind differ.

    An acronym in brackets goes when the words before it spell it out: 'Integrated Care Board (ICB)', 'Leicester,
    Leicestershire and Rutland (LLR)'. Any other bracket stays, since it may tell two places apart.
    """
    text = name
    while (found := _spelt_out(text)) is not None:
        text = text[: found.start()] + " " + text[found.end() :]
    words = f" {plain(text)} "
    for first, *others in _tables()["organisation"]["kinds"]:
        for other in sorted(others, key=len, reverse=True):
            words = words.replace(f" {other} ", f" {first} ")
    fillers = set(_tables()["organisation"]["fillers"])
    kept = [word for word in words.split() if word not in fillers]
    return " ".join(kept) or plain(name) or name.strip().casefold()


def acronym_fits(acronym: str, words: str) -> bool:
    """Say whether the last words of a phrase begin with an acronym's letters, small words passed over or not."""
    letters = re.sub(r"[^a-z0-9]", "", plain(acronym))
    if len(letters) < 2:
        return False
    said = plain(words).split()
    fillers = set(_tables()["organisation"]["fillers"]) | {"in", "to", "on", "at"}
    for listed in (said, [word for word in said if word not in fillers]):
        if "".join(word[0] for word in listed[-len(letters) :]) == letters:
            return True
    return False


def _spelt_out(text: str) -> re.Match[str] | None:
    return next((m for m in _BRACKETED.finditer(text) if acronym_fits(m.group(1), text[: m.start()])), None)


def plain(text: str) -> str:
    """Write a text as lower-case words without accents, apostrophes and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "").replace(".", ""))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_NOT_WORD.sub(" ", letters.casefold().replace("_", " ")).split())


@cache
def _tables() -> dict[str, dict[str, list[str] | list[list[str]]]]:
    import tomllib  # noqa: PLC0415 - the first frame compares no names

    return tomllib.loads(resource("words", "matching.toml").read_text(encoding="utf-8"))
