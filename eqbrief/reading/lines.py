# SPDX-License-Identifier: MIT
"""Read one line as the people it presents: "Dr Jane Doe DBE – director, Some Trust (chair)", "A (X) and B (Y)"."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from eqbrief.model import Capacity
from eqbrief.reading.cuts import Cut
from eqbrief.reading.labels import capacity_of, inline_people
from eqbrief.reading.names import PRONOUNS, Named, credentials_at, named, take_honorific
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.told import is_a, main_post, told_post
from eqbrief.reading.words import words

_LONGEST_LINE = 700
# A line of more names joined by "and" is a list, which is read as one.
_MOST_JOINED = 6
_DIVIDER = re.compile(
    r"\s+[–—-]\s+|\s*[–—]\s*|,\s*|\s*;\s*|\s*:\s+|\s*\|\s*|\s*·\s*|\s*\t\s*|\s+\(|\s+\[|(?<=[^\W\d_]{3})\.\s+|\s*\n\s*"
    r"|\s+(?:from|of|at)\s+(?=[\w'])|\s+/\s+"
    r"|\s+(?=(?:is|are|was|will|serves|works|currently|est|travaille|exerce|es|trabaja|ejerce|ist|arbeitet|leitet)\s)"
)
_SUFFIX = re.compile(r"\s*(?:[(\[]([^()\[\]]{3,40})[)\]]|\s[–—-]\s([^–—,()-]{3,30}))\s*[.;]?$")
_SEMICOLON = re.compile(r"\s*;\s*|\s*/\s*(?=(?:Prof|Dr|Mr|Mrs|Ms|Frau|Herr|Mme|Dra)\b)")
_SECOND = re.compile(r"[^\W\d_]+\s+(\S+)")
_BREAK = re.compile(r"(?:(?<=[a-z)\]])[.;]|\s\|)\s+(?=[^\W\d_][^:]{2,40}:\s)")
# A sentence begins with a word that stands for the person, or is long enough to be one.
_GOES_ON = re.compile(
    r"(?<=[a-zà-ÿ)]{3})\.\s+(?=(?:She|He|They|Her|His|Their|Il|Elle|Sie|Er|Ha|Es|Su|In|Since|Previously|Before|With|As)\s)"
)
# Behind "NAME: " a text that tells of somebody rather than a post.
_TELLS = re.compile(
    r"\s*(?::|[–—-]\s).{2,300}?(?:,\s+(?:one of|carrying|leading|covering|where|which|who|her|his|their)"
    r"|\.\s+(?:He|She|They)\s+(?:is|was|has|writes|leads|works))\b"
    r"|\s*(?::|[–—-]\s)\s*(?:Served|He is|She is|They are)\b"
)
_TOGETHER = re.compile(r"\s*,?\s+(?:and|&|und|et|y)\s+|\s*,\s+|\s*;\s*|\s*/\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*,?\s+(?:and|&|und|et|y)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A person found on the page: where the name and posts stand, and what gave each of them away."""

    named: Named
    posts: Posts = field(default_factory=Posts)
    capacity: Capacity | None = None
    capacity_cut: Cut | None = None
    origin: str = "line"
    confidence: float = 0.9


def people_in_line(cut: Cut, known: frozenset[str] = frozenset(), *, strict: bool = False) -> list[Found]:
    """Read a line that presents people; empty when it does not start with a person's name."""
    return list(_people_in_line(cut, known, strict))


@lru_cache(maxsize=4096)
def _people_in_line(cut: Cut, known: frozenset[str], strict: bool) -> tuple[Found, ...]:
    """Do the work once for each line: many a rule asks whether it is one of people."""
    return tuple(_read_line(cut, known, strict=strict))


def _read_line(cut: Cut, known: frozenset[str], *, strict: bool) -> list[Found]:
    cut = cut.part(0, _LONGEST_LINE).strip("*_ ")
    if len(parts := _by_label(cut)) > 1:
        return [one for part in parts for one in people_in_line(part, known, strict=strict)]
    if labelled := inline_people(cut):
        label, rest = labelled
        said = cut.part(0, rest.start - cut.start).strip(" :–—-")
        return [
            replace(one, capacity=one.capacity or label.capacity, capacity_cut=one.capacity_cut or said)
            for one in people_in_line(rest, known, strict=strict) or _post_first(rest, known)
        ]
    if strict and not _may_begin_with_name(cut.text):
        return []
    capacity, said, cut = suffix_of(cut)
    several = [part.strip() for part in cut.split(_SEMICOLON)]
    if len(several) > 1 and all(_first(part, strict=True) for part in several if part.text):
        found = [one for part in several for one in people_in_line(part, known, strict=strict)]
    else:
        found = _listed(cut, known) or _bracketed(cut, known)
        found = found or _each_with_body(cut, known) or _and_another(cut, known)
        found = found or _presented(cut, known, strict=strict)
    if capacity and found:
        found[-1] = replace(found[-1], capacity=capacity, capacity_cut=said)
    return found


def _and_another(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read "NAME, post, body and NAME, post, body": two people, each with all that belongs to them."""
    for match in islice(_JOINED.finditer(cut.text), _MOST_JOINED):
        left, right = cut.part(0, match.start()), cut.part(match.end())
        second = _first(right, strict=True) if "," in left.text and "," in right.text else None
        if second is None or sort_of(second[0].name, known) == "organisation":
            continue
        both = [*_presented(left, known, strict=True), *_presented(right, known, strict=True)]
        if len(both) == 2 and all(one.posts.roles and sort_of(one.posts.roles[0]) == "role" for one in both):
            return both
    return []


def _post_first(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read "deputy director of Some Office, NAME, PhD" behind a label."""
    for match in re.finditer(r",\s+", cut.text):
        posts = posts_of(cut.part(0, match.start()), known)
        if posts.roles and sort_of(posts.roles[0]) == "role":
            behind = _presented(cut.part(match.end()), known, strict=True)
            is_body = bool(behind) and sort_of(behind[0].named.name, known) == "organisation"
            if len(behind) == 1 and not is_body and not (behind[0].posts.roles or behind[0].posts.organisations):
                return [replace(behind[0], posts=posts)]
    return []


def _may_begin_with_name(text: str) -> bool:
    """Tell quickly what cannot begin with a whole name: its second word is a small one, and no particle."""
    match = _SECOND.match(text)
    if match is None or not match[1][:1].islower() or not match[1].isalpha():
        return True
    return match[1].casefold() in words().particles


def suffix_of(cut: Cut) -> tuple[Capacity | None, Cut | None, Cut]:
    """Take a capacity such as "(debate chair)" off the end of a line; give it, where it stands, and the rest."""
    match = _SUFFIX.search(cut.text)
    if match is None:
        return None, None, cut
    group = 1 if match[1] else 2
    capacity = capacity_of(match[group])
    # Without brackets it could be the person's post: only with more before it is it a capacity.
    if capacity is None or (group == 2 and "," not in cut.text[: match.start()]):
        return None, None, cut
    return capacity, cut.group(match, group), cut.part(0, match.start()).strip()


def _by_label(cut: Cut) -> list[Cut]:
    """Divide "Chair: NAME, post. Panel: NAME (post), NAME (post)" before each label but the first."""
    found: list[Cut] = []
    at = 0
    for match in _BREAK.finditer(cut.text):
        if inline_people(cut.part(match.end(), match.end() + 120)):
            found.append(cut.part(at, match.start()).strip())
            at = match.end()
    return [*found, cut.part(at)]


def _first(cut: Cut, *, strict: bool) -> tuple[Named, Cut] | None:
    """Take a name off the front of a line; give it and what stands behind its divider."""
    honorific, rest = take_honorific(cut)
    after = rest.start - cut.start if honorific else 0
    for match in _DIVIDER.finditer(cut.text, after):
        front = cut.part(0, match.start())
        if not front.text.strip():
            return None
        # The nickname in "Robert (Bo) Lindqvist" stands inside the name.
        if match[0].strip() == "(" and re.match(r"[^\W\d_]+\)\s+[^\W\d_]", cut.text[match.end() :]):
            continue
        if match[0].strip() == "," and front.text.count(" ") == 0:
            return None
        person = named(front, strict=strict)
        if person is None:
            return None
        return person, cut.part(match.start())
    person = named(cut, strict=strict)
    return (person, cut.part(len(cut.text))) if person else None


def _presented(cut: Cut, known: frozenset[str], *, strict: bool) -> list[Found]:
    """Read "NAME, letters – post" and "NAME and NAME, organisation"."""
    if together := _together(cut, known):
        return together
    taken = _first(cut, strict=strict)
    if taken is None:
        return []
    person, rest = taken
    rest = _skip_pronoun(rest)
    capacity, said = None, None
    if (match := re.match(r"\s*\(([^()]{3,40})\)", rest.text)) and (capacity := capacity_of(match[1])):
        said, rest = rest.group(match, 1), rest.part(match.end())
    letters = credentials_at(rest)
    if letters:
        both = _between(cut, person.credentials, letters)
        person = replace(person, credentials=both)
        rest = _skip_pronoun(rest.part(letters.end - rest.start))
    begins = len(rest.text) - len(rest.text.lstrip(" ,"))
    if match := is_a().match(rest.text, begins):
        return [Found(person, main_post(rest.part(match.end()), known), capacity, said)]
    if _TELLS.match(rest.text):
        return [Found(person, told_post(_opened(rest), known), capacity, said)]
    rest = _first_sentence(_opened(rest))
    posts = posts_of(rest, known) if rest.text else Posts()
    return [Found(person, posts, capacity, said)]


def _first_sentence(rest: Cut) -> Cut:
    """Leave out what a line goes on to tell behind the post: "lead nurse, Some Trust. She has worked …"."""
    match = _GOES_ON.search(rest.text)
    return rest.part(0, match.start()) if match else rest


def _between(cut: Cut, first: Cut | None, last: Cut) -> Cut:
    """Join letters directly behind the name and those behind a comma into one stretch."""
    return cut.part(first.start - cut.start, last.end - cut.start) if first else last


def _skip_pronoun(rest: Cut) -> Cut:
    match = PRONOUNS.match(rest.text)
    return rest.part(match.end()) if match else rest


def _opened(rest: Cut) -> Cut:
    """Take the divider off the front, and the bracket around a post off both ends."""
    rest = rest.strip(" ,;:|·–—-\t.") if not rest.text.rstrip().endswith(".") else rest.strip(" ,;:|·–—-\t")
    if match := re.match(r"(?:from|of|at)\s+(?:the\s+)?", rest.text):
        rest = rest.part(match.end())
    if rest.text.startswith(("(", "[")):
        depth = 0
        for at, char in enumerate(rest.text):
            depth += (char in "([") - (char in ")]")
            if depth == 0:
                return rest.part(1, at)
        return rest.part(1)
    return rest


def _together(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read "Anne Egan and Megan Fella, GSA": two names before the divider share what stands behind it."""
    match = _JOINED.search(cut.text)
    if match is None:
        return []
    left = named(cut.part(0, match.start()))
    if left is None:
        return []
    taken = _first(cut.part(match.end()), strict=False)
    if taken is None:
        return []
    rest = _opened(taken[1])
    posts = posts_of(rest, known) if rest.text else Posts()
    return [Found(left, posts), Found(taken[0], posts)]


def _listed(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read names alone, three or more, or two joined by a word: "A, B and C"."""
    if "(" in cut.text:
        return []
    parts = [part.strip() for part in cut.split(_TOGETHER)]
    if len(parts) < 2 or (len(parts) == 2 and not _JOINED.search(cut.text)):
        return []
    joined = _JOINED.search(cut.text)
    if joined and "," in cut.text[joined.end() :] and sort_of(parts[-1], known) == "organisation":
        return []  # "A and B, Lark Trust": the body of both
    people = [named(part, strict=len(parts) > 2) for part in parts if part.text]
    return [Found(person) for person in people if person] if all(people) else []


def _each_with_body(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read "A, body and B, body": each of the two has a body of its own behind the name."""
    for match in _JOINED.finditer(cut.text):
        sides = (cut.part(0, match.start()), cut.part(match.end()))
        if not all(side.text.count(",") == 1 for side in sides):
            continue
        taken = [_first(side, strict=True) for side in sides]
        bodies = [_opened(rest) for one in taken if one for _, rest in (one,)]
        if len(bodies) == len(sides) and all(sort_of(body, known) == "organisation" for body in bodies):
            return [Found(one[0], Posts((), (body,))) for one, body in zip(taken, bodies, strict=True) if one]
    return []


def _bracketed(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read "A (post, body), B (post, body) and C (body)"."""
    pattern = re.compile(
        r"([^();]{3,80}?)(?:\s*\([a-z]{2,5}/[a-z/]{2,15}\))?\s*\(((?:[^()]|\([^()]*\))*)\)(?:\s*,?\s*(?:and|&|und|et|y)\s+|\s*[,;/]\s*|\s+(?=[A-Z])|\s*[.]?\s*$)"
    )
    found: list[Found] = []
    at = 0
    while match := pattern.match(cut.text, at):
        person = named(cut.group(match, 1))
        if person is None:
            return []
        inside = cut.group(match, 2)
        capacity = capacity_of(inside.text)
        found.append(
            Found(person, Posts() if capacity else posts_of(inside, known), capacity, inside if capacity else None)
        )
        at = match.end()
    return found if len(found) > 1 and at >= len(cut.text.rstrip()) else []
