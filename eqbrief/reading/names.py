# SPDX-License-Identifier: MIT
"""Know a person's name when a page prints one: honorifics before it, letters after it, and what cannot be a name.

A person who was not there is worse than a gap, so what might be a heading, a post or a body is refused.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.words import words

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(r"\S+")
_INITIALS = re.compile(rf"(?:{_LETTER}\.-?){{1,4}}$|{_LETTER}$")
_NICKNAME = re.compile(rf"[\"“”'‘’(]{_LETTER}[\w.-]*(?:\s{_LETTER}[\w.-]*)?[\"“”'‘’)]$")
_WORD = re.compile(rf"{_LETTER}[\w'’‘ʼ-]*$")
_DEGREE = re.compile(r"(?:M|B|Ph|Ed|D)\.?(?:Sc|Phil|Ed|D|A|Eng|Tech|Mus|Clin|Pharm|Res)\.?(?:\([^)]{1,12}\))?$")
PRONOUNS = re.compile(
    r"\s*[(\[|]\s*(?:s?he|they|her|him|them|his|theirs?|hers|ze|xe|any)(?:\s*/\s*\w+){1,3}\s*[)\]]?", re.IGNORECASE
)
_HANDLE = re.compile(r"\s*\(?@\w{2,30}\)?")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}$")
_RETIRED = re.compile(r"\(ret(?:d|ired)?\.?\)$", re.IGNORECASE)
# Surnames that are other words anywhere but at the end of a name.
_LAST_ONLY = frozenset({"read", "young"})
# Surnames that are rather places, unless a form of address stands before the name.
_PLACED = frozenset({"street", "green", "rivers", "road", "close", "park", "field", "fields", "power", "case"})
_MOST_WORDS, _LONGEST = 6, 200


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name as printed, divided: honorific, the name, letters after it; `end` is the offset behind all."""

    name: Cut
    honorific: Cut | None = None
    credentials: Cut | None = None

    @property
    def end(self) -> int:
        """Give the offset, in the page's text, behind the name and its letters."""
        return max(self.name.end, self.credentials.end if self.credentials else 0)


@lru_cache(maxsize=8192)
def named(cut: Cut, *, strict: bool = False) -> Named | None:
    """Read a stretch of text that should be a name and nothing else, with its honorific and letters.

    `strict` also refuses a name of one word after an honorific, and names in capitals throughout.
    """
    if len(cut.text) > _LONGEST:
        return None
    cut = _without_pronouns(cut).strip("*_,;:·|–— ")
    honorific, rest = take_honorific(cut)
    tokens = [rest.group(match) for match in _TOKEN.finditer(rest.text[:160])]
    while tokens and _is_credential(tokens[-1].text):
        tokens.pop()
    if not tokens:
        return None
    behind = rest.part(tokens[-1].end - rest.start).strip(" ,")
    name = rest.part(0, tokens[-1].end - rest.start).strip(" ,")
    if not is_name(name.text, honoured=honorific is not None, strict=strict):
        return None
    return Named(name, honorific, behind if behind.text else None)


def is_name(text: str, *, honoured: bool = False, strict: bool = False) -> bool:
    """Tell whether words are a person's name: two to six of them, with capitals, none that names something else.

    `honoured`: an honorific stood before it, so that a single surname will do.
    """
    tokens = text.split()
    if not (1 if honoured and not strict else 2) <= len(tokens) <= _MOST_WORDS:
        return False
    if strict and tokens[0] == "A":
        return False  # "A Brief History" is none; "A. B. Marsh" is.
    tables = words()
    full = 0
    for number, token in enumerate(tokens):
        plain = token.strip(",").casefold()
        if plain == "y" and number >= 2 and len(tokens) - number > 2:
            return False  # "Ortega y Gasset" is one, "Ana Torres y Luis Vega Pons" are two.
        if plain in tables.particles and number:
            continue
        if plain in tables.particles and not token[:1].isupper() and len(tokens) > 1:
            continue
        if plain.split("-")[0] in tables.particles and token[:1].islower() and "-" in plain:
            continue  # "al-Rashid"
        if _INITIALS.match(token) or _NICKNAME.match(token):
            continue
        placed = honoured and number == len(tokens) - 1 > 0 and plain in _PLACED
        if not _WORD.match(token) or not token[:1].isupper():
            return False
        if _names_something_else(plain, number, len(tokens)) and not placed:
            return False
        if strict and len(token) > 3 and token.isupper():
            return False
        if (
            token[1:] != token[1:].lower()
            and not re.match(
                rf"(?:Mac|Mc|De|Di|La|Le|Van|Von|O['’]|D['’]|L['’]|Fitz|[A-Z]['’]|{_LETTER}+-)|[A-Z]{{2,}}$", token
            )
            and not token.isupper()
        ):
            return False
        full += 1
    if strict and full < 2 and not honoured and not any(token.endswith(".") for token in tokens):
        return False  # "E S Python": single letters are marks as often as initials
    return full >= 1 and (full >= 2 or len(tokens) > full or honoured)


def take_honorific(cut: Cut) -> tuple[Cut | None, Cut]:
    """Take the forms of address off the front ("Professor Dame", "Gen. (ret.)"); give them and the rest."""
    first_word = _TOKEN.search(cut.text[:80])
    if first_word is None or _address(first_word[0]) not in _first_addresses():
        return None, cut
    tokens = [cut.group(match) for match in _TOKEN.finditer(cut.text[:80])]
    known = words().honorifics
    taken = 0
    while taken < len(tokens):
        step = next(
            (
                size
                for size in (3, 2, 1)
                if taken + size <= len(tokens)
                and _address(" ".join(token.text for token in tokens[taken : taken + size])) in known
            ),
            0,
        )
        # "L.T. Marsh" has two initials, and is no lieutenant.
        if step == 1 and _DOTTED.match(tokens[taken].text) and fold(tokens[taken].text).rstrip(".") not in known:
            step = 0
        # "M. K. Marsh" has two initials too: before one, "M." is no "Monsieur".
        if step == 1 and [bool(_INITIALS.match(token.text)) for token in tokens[taken : taken + 3]] == [
            True,
            True,
            False,
        ]:
            step = 0
        if taken and not step and _RETIRED.match(tokens[taken].text):
            step = 1
        if not step:
            break
        taken += step
    # "Dean Francis", "Sister Mary": one of these followed by nothing is a name, not an address.
    if not taken or taken >= len(tokens) or not tokens[0].text[:1].isupper():
        return None, cut
    first, last = tokens[0], tokens[taken - 1]
    return cut.part(first.start - cut.start, last.end - cut.start), cut.part(tokens[taken].start - cut.start)


@cache
def _first_addresses() -> frozenset[str]:
    return frozenset(address.split()[0] for address in words().honorifics)


def credentials_at(cut: Cut) -> Cut | None:
    """Take letters after a name off the front of what follows it: "Ph.D., M.B.A., Partner" gives "Ph.D., M.B.A."."""
    at, end = 0, 0
    for match in re.finditer(
        r"\s*,?\s*([^,\s;:–—|·]+(?:\s+\((?![^)]*/)[^)]{1,12}\))?)(?=\s*(?:[,;:–—|·]|$|\s-\s|\s))", cut.text[:120]
    ):
        if match.start() != at or not _is_credential(match[1]):
            break
        at = end = match.end()
    found = cut.part(0, end).strip(" ,") if end else None
    return found if found and found.text else None


def _is_credential(token: str) -> bool:
    plain = token.strip("(),;")
    if _DEGREE.match(plain):
        return True
    bare = plain.replace(".", "")
    known = words().credentials
    dotted = bare != plain and bare.upper() in _shouted()
    return bare in known or dotted or (bare.isupper() and len(bare) > 2 and bare in _shouted())


@cache
def _shouted() -> frozenset[str]:
    return frozenset(word.upper() for word in words().credentials)


def _address(text: str) -> str:
    return fold(text).replace(".", "").strip(" ,").replace("(retd)", "(ret)")


def _names_something_else(plain: str, number: int, length: int) -> bool:
    """Tell a word that no name has: of posts, bodies, days, and the small words of a sentence."""
    tables = words()
    bare = re.sub(r"['’]s$", "", plain)
    if bare in tables.also_names and length <= 4:
        return False
    if bare in _LAST_ONLY and 0 < number == length - 1:
        return False
    return (
        bare in tables.common
        or bare in tables.roles
        or bare in tables.organisations
        or bare in tables.units
        or (len(bare) > 3 and (bare in tables.weekdays or bare in tables.months))
        or bare in tables.events
        or bare in tables.never
    )


def _without_pronouns(cut: Cut) -> Cut:
    for pattern in (PRONOUNS, _HANDLE):
        if match := pattern.search(cut.text):
            # Only what stands behind the name goes; the offsets of what stands before stay as they are.
            cut = cut.part(0, match.start()) if match.end() >= len(cut.text.rstrip()) else cut
    return cut
