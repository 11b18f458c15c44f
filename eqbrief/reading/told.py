# SPDX-License-Identifier: MIT
"""Read the post that running prose gives somebody: "is head of care at Some Trust, where she …", "Directora del …"."""

import re
from functools import cache

from eqbrief.reading.bodies import AND
from eqbrief.reading.cuts import Cut
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.words import words

_LONGEST, _TOLD, _FEW = 200, 300, 70
_FROM = re.compile(r"\s+from\s+([A-Z][^,.;]*)")
_COMMA = re.compile(r"[,(]")
_AT = re.compile(
    r"(?P<role>[^\W\d_][\w/’'-]*(?:\s[\w&/’'-]+){0,5}?)\s(?:at|chez|bei)\s(?:the\s)?(?P<body>[A-Z][^,;]{2,80})"
)
_NO_POST = re.compile(r"\b(?:based|working|known|born|speaking|expert|native|a|an|the|on|in|to|with)\b", re.IGNORECASE)
_SMALL = re.compile(r"(?:the\s+)?", re.IGNORECASE)
_NO_ROLE = re.compile(r"^(?:served|worked)\b|\bto (?:be|become)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r",\s+(?:an?|the|where|which|studying|working|based|having|and)\s|\s+(?:who|where|which)\s"
    r"|,\s+(?:including|part of|one of|carrying)\s|\s+with\s+(?:an?|over|more|\d+)\s"
    r"|\s+(?:since|desde|depuis|seit)\s+(?:\w+\s+)?\d{4}"
    r"|\s+and\s+(?:teaches|has|is|was|works|serves|holds|manages|runs|writes|focuse[sd]|currently|also)\b"
)
# Where a stretch about a post ends in running prose; a full stop behind an initial or a title ends nothing.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bProf)(?<!\bvs)(?<!\b[A-Z]\.[A-Z])[.!?;](?=\s|$)"
    r"|,?\s+(?:will|who|whose|as (?:they|our|the|an?|part)|to (?:discuss|talk|share|explore|learn))\b"
    r"|,\s+(?:is|and (?:is|will)|for an?|for the|an? (?:hour|webinar|talk))\b"
)


def main_post(cut: Cut, known: frozenset[str] = frozenset()) -> Posts:
    """Read the first post out of running prose behind "is a": to the sentence's end, an aside, or a second post."""
    ends = [
        end.start()
        for end in (SENTENCE_END.search(cut.text), _ASIDE.search(cut.text), _aside().search(cut.text))
        if end
    ]
    main = cut.part(0, min([*ends, _LONGEST]))
    if (origin := _FROM.search(main.text)) and sort_of(main.group(origin, 1)) != "organisation":
        main = main.part(0, origin.start())  # "a designer from Larkau"
    first = next(main.split(AND))
    behind = main.part(first.end - main.start)
    second = AND.match(behind.text)
    head = next(behind.part(second.end()).split(_COMMA)) if second else None
    two = head is not None and sort_of(head) == "role"
    for part in (first, main) if two else (main, first):
        posts = posts_of(part, known)
        if posts.roles and posts.organisations and sort_of(posts.roles[0]) == "role":
            return posts
    if two and len(main.text) < _FEW:
        both = posts_of(main, known)
        if len(both.roles) > 1 and all(sort_of(role) == "role" for role in both.roles):
            return both
    posts = posts_of(first, known)
    return posts if posts.roles and sort_of(posts.roles[0]) == "role" else _plain_post(main)


def _plain_post(main: Cut) -> Posts:
    """Read "lamp designer at Larkdata": behind "is a" any few words are the post, though none is known as one."""
    match = _AT.fullmatch(main.text.strip(" ."))
    if match is None or _NO_POST.search(match["role"]):
        return Posts()
    roles = tuple(part.strip() for part in main.group(match, "role").split(AND))
    return Posts(roles, (main.group(match, "body").strip(" ."),))


def told_post(cut: Cut, known: frozenset[str] = frozenset()) -> Posts:
    """Read the post that a text below a name begins with: "Directora del …", "She is head of …", "I am a nurse …"."""
    head = cut.part(0, _TOLD)
    match = _of_oneself().search(head.text) or _of_bearer().match(head.text)
    posts = main_post(head.part(match.end() if match else 0), known)
    if posts.roles and _NO_ROLE.search(posts.roles[0].text):
        return Posts()
    first = min((one.start for one in (*posts.roles, *posts.organisations)), default=0)
    begins = posts.roles and (match is not None or _SMALL.fullmatch(cut.text[: first - cut.start]))
    return posts if begins and sort_of(posts.roles[0]) == "role" else Posts()


@cache
def _of_bearer() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_][\w’'-]*\s+){{0,3}}?{is_a().pattern}", re.IGNORECASE)


@cache
def _of_oneself() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!]\s+)(?:{'|'.join(words().prose['i_am'])})\s+{articles()}")


@cache
def is_a() -> re.Pattern[str]:
    """Know what leads from a name to its post in a sentence: "is currently the", "travaille comme"."""
    return re.compile(rf"(?:{'|'.join(words().prose['is_a'])})\s+{articles()}", re.IGNORECASE)


@cache
def articles() -> str:
    """Give the small words that may stand before a post, as a pattern."""
    return rf"(?:(?:(?:{'|'.join(words().prose['articles'])})\s+)|l['’])*"


@cache
def _aside() -> re.Pattern[str]:
    then = "|".join(words().prose["and_then"])
    return re.compile(rf",\s+(?:{'|'.join(words().prose['asides'])})\s|,?\s+(?:and|und|et|y)\s+(?:{then})\s")
