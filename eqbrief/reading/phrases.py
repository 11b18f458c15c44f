# SPDX-License-Identifier: MIT
"""Judge one phrase out of a line about a person: a role, an organisation, the field of a role, a place, or unknown."""

import re
from functools import cache, lru_cache
from typing import Literal

from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.words import any_of, words

Sort = Literal["role", "organisation", "field", "place", "unknown"]
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Capitals inside these words are those of a surname or of initials.
_CLAN = re.compile(r"(?:Mc|Mac|Fitz|De|Di|La|Le)[A-Z][a-z]+$|(?:[A-Z]\.)+[A-Z]?$")
# Endings of an adjective before the kind of body ("der Bergischen Universität"), and how long a part of a word is sure.
_ADJECTIVE, _LONG_HEAD = ("en", "er", "es", "e"), 6
_ARTICLE = re.compile(r"(?:the|der|die|das|la|le|el|l['’])\s+")
_WORD = re.compile(r"[^\W_][\w'’.&+/-]*", re.UNICODE)


def without_article(part: Cut) -> Cut:
    """Leave "the" and its like off the front."""
    match = _ARTICLE.match(part.text)
    return part.part(match.end()) if match else part


def sort_of(part: Cut, known: frozenset[str] = frozenset()) -> Sort:
    """Judge a phrase between two dividers: a role, an organisation, the field of a role, a place, or unknown."""
    return _sort(part.text, known=fold(without_article(part).text) in known)


@lru_cache(maxsize=8192)
def _sort(text: str, *, known: bool) -> Sort:
    plain = fold(text).strip(" .")
    if known:
        return "organisation"
    places = words().places
    if plain in places or plain.replace(".", "") in places or all(one in places for one in re.split(r",?\s+", plain)):
        return "place"
    outside = BRACKETS.sub(" ", text)
    tokens = words_in(re.sub(r"^(?:and|&|und|et|y)\s+", "", outside))
    if not tokens:
        return "unknown"
    head = words_in(re.split(rf"\s+(?:{joins()}|and|&|to)\s+", " ".join(tokens))[0])
    tables = words()
    if _is_acronym(tokens):
        return "role" if tokens[0].casefold() in tables.roles else "organisation"
    if _is_role(tokens, head):
        return "role"
    if not any(char.isupper() or char.isdigit() for token in tokens for char in token):
        return "field"
    first_lower = (
        tokens[0][:1].islower()
        and tokens[0].casefold() not in ("the", "der", "die", "das")
        and not any(c.isupper() for c in tokens[0][1:])
    )
    if _is_body(tokens, head) and not first_lower:
        return "organisation"
    # "hôpital Saint-Aubin", "Programa Respiro": in these languages the kind of body stands first.
    if any(token[:1].isupper() for token in tokens[1:]) and _begins_as_body(tokens):
        return "organisation"
    return "field" if first_lower else "unknown"


def _begins_as_body(tokens: list[str]) -> bool:
    """Know the kind of body at the front, in German also within a word or behind an adjective."""
    heads = words().heads
    first, second = tokens[0].casefold(), tokens[1].casefold()
    if first in heads or (tokens[0][:1].isupper() and first.endswith(_ADJECTIVE) and second in heads):
        return True
    bare = first.removesuffix("s")
    return any(len(bare) > len(head) and bare.endswith(head) for head in heads if len(head) >= _LONG_HEAD)


def _is_acronym(tokens: list[str]) -> bool:
    if len(tokens) != 1 or len(tokens[0]) < 2:
        return False
    mixed = any(map(str.isdigit, tokens[0])) and any(map(str.isalpha, tokens[0]))
    return mixed or sum(map(str.isupper, tokens[0])) >= 2


def _is_role(tokens: list[str], head: list[str]) -> bool:
    tables = words()
    if not head:
        return False
    last = head[-1].casefold()
    if last in tables.organisations and last not in tables.roles:
        return False
    # "Freedom to Speak Up Guardian": the "to" belongs to the post's name.
    if tokens[-1].casefold() in tables.roles and " to " in f" {' '.join(tokens[:-1]).casefold()} ":
        last = tokens[-1].casefold()
    if last in tables.roles or re.split(r"[-/]", last)[-1] in tables.roles or _ends_as_post(last):
        return not (head[0].casefold() in ("office", "department", "ministry") or tokens[0].casefold() == "nhs")
    first = head[0].casefold()
    # "Head of Nursing", "leader on equality", "chief people"
    if first in tables.former:
        return True
    return any(
        token.casefold() in tables.roles and token.casefold() not in tables.organisations for token in head
    ) and not _ends_as_body(tokens)


def _ends_as_post(word: str) -> bool:
    return len(word) > 8 and word.endswith(words().endings)


def _ends_as_body(tokens: list[str]) -> bool:
    return tokens[-1].casefold() in words().organisations


def _is_body(tokens: list[str], head: list[str]) -> bool:
    tables = words()
    if _ends_as_body(tokens) or (head and head[-1].casefold() in tables.organisations | tables.units):
        return True
    if any(len(token) >= 2 and token.strip(".&").isupper() and token.isalpha() for token in tokens):
        return True
    if tokens[-1].casefold().rstrip(".") in {word.rstrip(".") for word in tables.legal} or "." in tokens[-1][1:-1]:
        return True
    return tokens[-1].casefold() in tables.units or any(
        char.isupper()
        for token in tokens
        for char in token[1:]
        if "-" not in token and "'" not in token and "’" not in token and not _CLAN.match(token)
    )


def has_capital(part: Cut) -> bool:
    """Tell whether a phrase starts as a proper name does."""
    first = words_in(without_article(part).text)[:1]
    return bool(first) and any(char.isupper() for char in first[0])


def words_in(text: str) -> list[str]:
    """Give the words of a phrase, with their inner dots, apostrophes and hyphens."""
    return _WORD.findall(text)


@cache
def joins() -> str:
    """Give the words that join a post to its field or body ("of", "at"), as the inside of a group for `re`."""
    return any_of(words().joins)
