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
_TWO, _FEW = 2, 3
_WHERE = ("at", "@", "chez", "bei")
_NOWHERE = frozenset({"large", "home", "sea", "school", "times", "heart", "present", "night", "scale"})
_ARTICLE = "the|la|le|les|el|los|las|der|die|das|dem|den|des"


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


def _without_years(cut: Cut) -> Cut:
    """Leave out years in brackets at the end; inside the text they are cut off with what follows the divider."""
    match = next(reversed(list(_YEARS.finditer(cut.text))), None)
    return cut.part(0, match.start()) if match and not cut.text[match.end() :].strip(" .") else cut


def _second_posts(cut: Cut) -> list[Cut]:
    """Divide "Professor, University of Dales and Trustee, Open Wards" before the second post."""
    for match in re.finditer(r",?\s+(?:and|&|und|et|y)\s+", cut.text):
        left, right = cut.part(0, match.start()), cut.part(match.end())
        head = next(right.split(re.compile(rf",|\s(?:{joins()}|–|-)\s|\s[àd][’']")))
        if "," in left.text and "," in right.text and sort_of(head.strip()) == "role":
            last = list(_segments(left))[-1]
            if sort_of(last) == "organisation":
                return [left.strip(), *_second_posts(right.strip())]
        plural = head.text.endswith("s") and " " not in head.text.strip()  # "Physicians and Surgeons of Lark"
        if len(head.text) < len(right.text) and not plural and sort_of(head.strip()) == "role" and _is_whole(left):
            return [left.strip(), *_second_posts(right.strip())]
    return [cut]


def _is_whole(left: Cut) -> bool:
    """Tell "nurse at Lark Hospital", a post with its body, from the first half of one body or of one field."""
    if "," in left.text:
        return False
    alone = _single(left.strip(), frozenset())
    body = alone.organisations[-1] if alone.roles and alone.organisations else None
    return body is not None and sort_of(body) == "organisation" and len(words_in(body.text)) >= _TWO


def _post(cut: Cut, known: frozenset[str]) -> Posts:
    if not cut.text:
        return Posts()
    if possessive := _possessive(cut):
        return possessive
    parts = _segments(cut)
    # "Lark University, UK": where a body is belongs to none of its names.
    while len(parts) > _TWO - 1 and _is_where(parts[-1]):
        parts.pop()
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


def _is_where(part: Cut) -> bool:
    return sort_of(part) == "place" or re.fullmatch(r"[A-Z]{2},? (?:USA|US)", part.text) is not None


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
        if one.text.strip(" .") and not one.text.lstrip().startswith("#")
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
    plain = tables.never | tables.common | tables.modifiers | tables.fields
    return all(token.casefold() in plain for token in words_in(part.text))


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
    for match in AND.finditer(part.text):
        left, right = part.part(0, match.start()), part.part(match.end())
        if sort_of(left, known) == "organisation" and (second := _body_first(right, known)):
            return Posts(second.roles, (*bodies_in(left), *second.organisations))
    if divided := _at_join(part, known):
        return divided
    sort = sort_of(part, known)
    if sort == "role":
        if turned := _body_first(part, known):
            return turned
        return Posts(tuple(_roles(part)))
    if sort == "organisation" and (posts := _undivided(part, known)):
        return posts
    if sort in ("organisation", "unknown"):
        return _post_last(part, known) or Posts((), tuple(bodies_in(part)))
    return Posts(tuple(_roles(part))) if sort == "field" else Posts()


def _at_join(part: Cut, known: frozenset[str]) -> Posts | None:
    matches = list(re.finditer(rf"\s+(?:{joins()})\s+(?:(?:{_ARTICLE})\s+|l['’])?", part.text))
    unsure: Posts | None = None
    for match in reversed(matches):
        left, right = part.part(0, match.start()).strip(), part.part(match.end()).strip()
        if not left.text or not right.text or sort_of(left) != "role":
            continue
        join = match[0].split()[0].casefold()
        firm = join in words().firm
        sort = sort_of(right, known)
        if join == "of" and len(words_in(match[0])) == 1 and _is_field(right):
            continue  # "Director of Public Health"
        if join == "of" and _leads_one(left, right):
            return Posts(tuple(_roles(left)), (right,))
        if join in _WHERE and sort == "field" and _is_small_name(right):
            unsure = unsure or Posts(tuple(_roles(left)), (right,))
        if sort == "organisation":
            return _with_unit(part, matches) or Posts(tuple(_roles(left)), tuple(bodies_in(right)))
        if firm and has_capital(right) and sort == "unknown":
            # "University of Lark at Thornbury": a body may begin further left.
            unsure = unsure or Posts(tuple(_roles(left)), tuple(bodies_in(right)))
        if firm and sort == "role":
            return unsure
    return unsure


def _leads_one(left: Cut, right: Cut) -> bool:
    """Tell "founder and CEO of Veinly": behind the post of one who leads stands what is led."""
    last, tokens = words_in(left.text)[-1:], words_in(right.text)
    leads = bool(last) and (last[0].casefold() in words().leads or left.text.casefold().endswith("executive director"))
    if not leads or not all(token[:1].isupper() for token in tokens):
        return False
    return 0 < len(tokens) <= _FEW and not _is_field(right)


def _is_small_name(part: Cut) -> bool:
    """Tell the lone word of a body that is written small ("partner at cynkra") from a word of the language."""
    tables = words()
    plain = part.text.casefold()
    plainly = plain in tables.common | tables.never | tables.roles | tables.organisations | tables.units | _NOWHERE
    return re.fullmatch(r"[a-z][a-z0-9]{2,}", part.text) is not None and not plainly


def _with_unit(part: Cut, matches: list[re.Match[str]]) -> Posts | None:
    """Read "professor at the Rest and Tea group of Lark University": behind the first "at" stands one body whole."""
    for match in matches:
        if match[0].split()[0].casefold() not in (*words().firm, "in"):
            continue
        left, right = part.part(0, match.start()).strip(), part.part(match.end()).strip()
        unit = re.split(rf"\s+(?:{joins()})\s+", right.text)[0]
        last = words_in(unit)[-1:] or [""]
        begins = right.text.split()[0].casefold() in words().units
        if (last[0].casefold() in words().units or begins) and has_capital(right) and sort_of(left) == "role":
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


def _undivided(part: Cut, known: frozenset[str]) -> Posts | None:
    """Read "Chief Executive Some Community Trust": a whole post, and behind it a body of two words or more."""
    tokens = [part.group(match) for match in re.finditer(r"\S+", part.text)]
    tables = words()
    at = 0
    while at < len(tokens) and fold(tokens[at].text) in tables.roles | tables.modifiers:
        at += 1
    while at and fold(tokens[at - 1].text) not in tables.roles:
        at -= 1
    if not at or len(tokens) - at < _TWO or not tokens[at].text[:1].isupper():
        return None
    role, body = part.part(0, tokens[at - 1].end - part.start), part.part(tokens[at].start - part.start)
    firm = at >= _TWO or fold(role.text) in tables.bare or fold(role.text) in ("chair", "ceo", "chairman", "chairwoman")
    if not firm or sort_of(body, known) != "organisation" or fold(words_in(body.text)[0]) in tables.organisations:
        return None
    return Posts(tuple(_roles(role)), tuple(bodies_in(body)))


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
