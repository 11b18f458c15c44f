# SPDX-License-Identifier: MIT
"""Divide what stands behind a person's name into roles and organisations, spelled as the page spells them.

The rule: the organisation starts at the first divider whose right side is one to its end; a comma or an "and" inside
its name does not divide it, nor does one inside the field of a post.
"""

import re
from dataclasses import dataclass
from functools import cache

from eqbrief.reading.bodies import AND, bodies_in
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.phrases import BRACKETS, has_capital, joins, sort_of, words_in
from eqbrief.reading.words import any_of, words

_YEARS = re.compile(
    r"\s*[(\[]\s*(?:(?:since|from|until)\s+)?(?:19|20)\d\d\s*(?:[–—-]\s*(?:(?:19|20)?\d\d|present|now)?)?\s*[)\]]", re.I
)
_LONGEST = 600
_ASIDE = re.compile(
    r",\s+(?:an?|the|where|which|studying|working|based|having|and)\s|\s+(?:who|where|which)\s"
    r"|,\s+(?:including|part of)\s|\s+with\s+(?:an?|over|more|\d+)\s"
    r"|\s+and\s+(?:teaches|has|is|was|works|serves|holds|manages|runs|writes|focuse[sd]|currently|also)\b"
)
# Where a stretch about a post ends in running prose; a full stop behind an initial or a title ends nothing.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bProf)(?<!\bvs)(?<!\b[A-Z]\.[A-Z])[.!?;](?=\s|$)"
    r"|,?\s+(?:will|who|whose|as (?:they|our|the|an?|part)|to (?:discuss|talk|share|explore|learn))\b"
    r"|,\s+(?:is|and (?:is|will)|for an?|for the|an? (?:hour|webinar|talk))\b"
)


@dataclass(frozen=True, slots=True)
class Posts:
    """Roles and organisations, in the order of the page."""

    roles: tuple[Cut, ...] = ()
    organisations: tuple[Cut, ...] = ()


def posts_of(cut: Cut, known: frozenset[str] = frozenset()) -> Posts:
    """Read everything behind a name's divider. `known` holds folded names of bodies found elsewhere on the page."""
    roles: list[Cut] = []
    bodies: list[Cut] = []
    for post in _without_years(cut.part(0, _LONGEST)).split(re.compile(r"\s*;\s*")):
        for one in _second_posts(post.strip(" .,–—-|")):
            found = _post(one, known)
            roles += found.roles
            bodies += found.organisations
    return Posts(tuple(roles), tuple(bodies))


def main_post(cut: Cut, known: frozenset[str] = frozenset()) -> Posts:
    """Read the first post out of running prose behind "is a": to the sentence's end, an aside, or a second post."""
    ends = [end.start() for end in (SENTENCE_END.search(cut.text), _ASIDE.search(cut.text)) if end]
    main = cut.part(0, min([*ends, 200]))
    first = next(main.split(AND))
    behind = main.part(first.end - main.start)
    second = AND.match(behind.text)
    two = second is not None and sort_of(behind.part(second.end())) == "role"
    for part in (first, main) if two else (main, first):
        posts = posts_of(part, known)
        if posts.roles and posts.organisations and sort_of(posts.roles[0]) == "role":
            return posts
    posts = posts_of(first, known)
    return posts if posts.roles and sort_of(posts.roles[0]) == "role" else Posts()


def _without_years(cut: Cut) -> Cut:
    """Leave out years in brackets at the end; inside the text they are cut off with what follows the divider."""
    match = next(reversed(list(_YEARS.finditer(cut.text))), None)
    return cut.part(0, match.start()) if match and not cut.text[match.end() :].strip(" .") else cut


def _second_posts(cut: Cut) -> list[Cut]:
    """Divide "Professor, University of Dales and Trustee, Open Wards" before the second post."""
    for match in re.finditer(r",?\s+(?:and|&|und|et|y)\s+", cut.text):
        left, right = cut.part(0, match.start()), cut.part(match.end())
        head = next(right.split(re.compile(r",|\s(?:at|of|for|–|-)\s")))
        if "," in left.text and "," in right.text and sort_of(head.strip()) == "role":
            last = list(_segments(left))[-1]
            if sort_of(last) == "organisation":
                return [left.strip(), *_second_posts(right.strip())]
    return [cut]


def _post(cut: Cut, known: frozenset[str]) -> Posts:
    if not cut.text:
        return Posts()
    if possessive := _possessive(cut):
        return possessive
    parts = _segments(cut)
    if len(parts) == 1:
        return _single(parts[0], known)
    parts, at = _cloven(parts, known)
    if at is None:
        at = _body_starts(parts, known)
    if at is None:
        roles: list[Cut] = []
        bodies: list[Cut] = []
        for group in _role_groups(parts, cut):
            one = _single(group, known)
            roles += one.roles
            bodies += one.organisations
        return Posts(tuple(roles), tuple(bodies))
    roles = []
    if at:
        for group in _role_groups(parts[:at], cut):
            roles += _roles(group)
    return Posts(tuple(roles), tuple(bodies_in(_joined(parts[at:], cut))))


def _segments(cut: Cut) -> list[Cut]:
    """Cut at commas, spaced dashes and bars that stand outside brackets."""
    hidden = BRACKETS.sub(lambda match: "x" * len(match[0]), cut.text)
    found: list[Cut] = []
    at = 0
    for match in re.finditer(r"\s*,\s+|\s+[–—-]\s+|\s*\|\s*|\s+·\s+|\t+|\s*\n\s*", hidden):
        found.append(cut.part(at, match.start()))
        at = match.end()
    found.append(cut.part(at))
    return [
        one.strip(" .") if not one.text.rstrip().endswith(("Inc.", "Ltd.", "e.V.", "U.S.")) else one.strip()
        for one in found
        if one.text.strip(" .")
    ]


def _joined(parts: list[Cut], whole: Cut) -> Cut:
    """Give neighbouring parts as one stretch, with the dividers between them as printed."""
    return whole.part(parts[0].start - whole.start, parts[-1].end - whole.start)


def _body_starts(parts: list[Cut], known: frozenset[str]) -> int | None:
    """Give the number of the part at which the organisation starts; None where no part is one."""
    sorts = [sort_of(part, known) for part in parts]
    while sorts and len(sorts) > 1 and sorts[-1] == "place":
        sorts.pop()
        parts.pop()
    for at in range(len(parts)):
        if sorts[at] in ("role", "field", "place") or any(sort == "role" for sort in sorts[at + 1 :]):
            continue
        if sorts[at] == "organisation":
            return at
        if sorts[at] == "unknown" and at == len(parts) - 1 and at:
            # "Vice President, Learning": words of headings behind such a post are its field.
            return None if _is_bare(parts[:at]) and _is_field(parts[at]) else at
        # A part of unknown kind before a body is a unit of it, except behind a post that calls for a field.
        if (
            sorts[at] == "unknown"
            and at
            and not _is_bare(parts[:at])
            and "organisation" in sorts[at + 1 :]
            and sorts[at - 1] == "role"
        ):
            return at
    return None


def _cloven(parts: list[Cut], known: frozenset[str]) -> tuple[list[Cut], int | None]:
    """Cut the part in which "at" leads from a post to its body ("lead, Learning at Some Unit, Some Trust") in two.

    Gives the parts, and the number of that at which the body starts; None where no part holds such a word.
    """
    for number, part in enumerate(parts):
        if any(sort_of(later, known) == "role" for later in parts[number + 1 :]):
            continue
        for match in _leads().finditer(part.text):
            left, right = part.part(0, match.start()), part.part(match.end())
            before = sort_of(left, known)
            if before != "role" and (not number or before == "organisation"):
                continue
            firm = match["firm"] is not None
            # "Dean of NHS One, Two and Three Board": the first of a list of places is no body by itself.
            if (firm and sort_of(right, known) not in ("role", "field")) or (
                not firm and number + 1 < len(parts) and re.match(r"[A-Z]{2,}\s+[A-ZÀ-Þ]", right.text)
            ):
                return [*parts[:number], left, right, *parts[number + 1 :]], number + 1
    return parts, None


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?P<firm>{any_of(words().firm)})|{joins()})\s+(?=(?:the\s+|l['’])?[A-ZÀ-Þ])")


def _is_bare(parts: list[Cut]) -> bool:
    return len(parts) == 1 and fold(parts[0].text) in words().bare


def _is_field(part: Cut) -> bool:
    tables = words()
    return all(token.casefold() in tables.never or token.casefold() in tables.common for token in words_in(part.text))


def _role_groups(parts: list[Cut], whole: Cut) -> list[Cut]:
    """Join the parts of one post: one that starts no post of its own belongs to the one before ("… for culture, …")."""
    groups: list[list[Cut]] = []
    for part in parts:
        bare = _without_and(part)
        if groups and sort_of(bare) != "role":
            groups[-1].append(part)
        else:
            groups.append([bare])
    return [_joined(group, whole) for group in groups]


def _without_and(part: Cut) -> Cut:
    match = re.match(r"(?:and|&|und|et|y)\s+", part.text)
    return part.part(match.end()) if match else part


def _single(part: Cut, known: frozenset[str]) -> Posts:
    """Divide a stretch without commas: "Director of X at Y", "program manager for the Z", "ORG Role", or one thing."""
    if divided := _at_join(part, known):
        return divided
    sort = sort_of(part, known)
    if sort == "role":
        if turned := _body_first(part, known):
            return turned
        return Posts(tuple(_roles(part)))
    if sort in ("organisation", "unknown"):
        return _post_last(part, known) or Posts((), tuple(bodies_in(part)))
    return Posts(tuple(_roles(part))) if sort == "field" else Posts()


def _at_join(part: Cut, known: frozenset[str]) -> Posts | None:
    matches = list(re.finditer(rf"\s+(?:{joins()})\s+(?:the\s+|l['’]|la\s+)?", part.text))
    unsure: Posts | None = None
    for match in reversed(matches):
        left, right = part.part(0, match.start()).strip(), part.part(match.end()).strip()
        if not left.text or not right.text or sort_of(left) != "role":
            continue
        firm = match[0].split()[0].casefold() in words().firm
        sort = sort_of(right, known)
        if sort == "organisation":
            return _with_unit(part, matches) or Posts(tuple(_roles(left)), tuple(bodies_in(right)))
        if firm and has_capital(right) and sort == "unknown":
            # "University of Lark at Thornbury": a body may begin further left.
            unsure = unsure or Posts(tuple(_roles(left)), tuple(bodies_in(right)))
        if firm and sort == "role":
            return unsure
    return unsure


def _with_unit(part: Cut, matches: list[re.Match[str]]) -> Posts | None:
    """Read "professor at the Rest and Tea group of Lark University": behind the first "at" stands one body whole."""
    for match in matches:
        if match[0].split()[0].casefold() not in (*words().firm, "in"):
            continue
        left, right = part.part(0, match.start()).strip(), part.part(match.end()).strip()
        unit = re.split(rf"\s+(?:{joins()})\s+", right.text)[0]
        last = words_in(unit)[-1:] or [""]
        if last[0].casefold() in words().units and has_capital(right) and sort_of(left) == "role":
            return Posts(tuple(_roles(left)), (right,))
    return None


def _body_first(part: Cut, known: frozenset[str]) -> Posts | None:
    """Turn "rOpenSci Community Manager" round: a known or plain body, then a post that can stand alone."""
    tokens = [part.group(match) for match in re.finditer(r"\S+", part.text)]
    for size in range(min(5, len(tokens) - 1), 0, -1):
        front = part.part(0, tokens[size - 1].end - part.start)
        back = part.part(tokens[size].start - part.start)
        if fold(front.text) in known and sort_of(back) == "role":
            return Posts(tuple(_roles(back)), (front,))
    return None


def _post_last(part: Cut, known: frozenset[str]) -> Posts | None:
    """Turn "Community of Practice Manager" round: a body, and behind it a post that can stand alone."""
    tokens = [part.group(match) for match in re.finditer(r"\S+", part.text)]
    tables = words()
    at = len(tokens)
    while at and fold(tokens[at - 1].text) in (tables.roles if at == len(tokens) else tables.modifiers):
        at -= 1
    if at in (0, len(tokens)) or tokens[at - 1].text[:1].islower():
        return None
    body, role = part.part(0, tokens[at - 1].end - part.start), part.part(tokens[at].start - part.start)
    inside = re.search(r"\s(?:of|for)\s+the\s", body.text)
    if inside or sort_of(role) != "role" or sort_of(body, known) != "organisation":
        return None
    return Posts((role,), tuple(bodies_in(body)))


def _possessive(cut: Cut) -> Posts | None:
    match = re.match(r"(?:the\s+)?([^,;|]{2,80}?)['’]s?\s+(?=\S)", cut.text, re.IGNORECASE)
    if match is None:
        return None
    body, role = cut.group(match, 1), cut.part(match.end())
    if (
        role.text[:1]
        and has_capital(body)
        and sort_of(role.strip()) == "role"
        and sort_of(body) in ("organisation", "unknown")
    ):
        return Posts(tuple(_roles(role.strip())), (body,))
    return None


def _roles(part: Cut) -> list[Cut]:
    """Divide roles at "&" and "and" where both sides are posts; what only names one post's field stays whole."""
    part = part.strip(" .,–—-|")
    if not part.text:
        return []
    for match in AND.finditer(part.text):
        left, right = part.part(0, match.start()), part.part(match.end())
        if _ends_as_post(left) and _starts_as_post(right):
            return [left.strip(" ,"), *_roles(right)]
    return [part]


def _ends_as_post(part: Cut) -> bool:
    return sort_of(part) == "role"


def _starts_as_post(part: Cut) -> bool:
    """Tell whether a phrase is a post by itself: its main word stands before any "of" or "for"."""
    head = re.split(rf"\s+(?:{joins()})\s+|,", part.text)[0]
    tokens = words_in(head)
    return bool(tokens) and tokens[-1].casefold() in words().roles
