# SPDX-License-Identifier: MIT
"""What a page's own data says of events, whichever way it is written, in one form. It is claimed, not yet believed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from selectolax.lexbor import LexborHTMLParser

from eqbrief.model import Capacity
from eqbrief.reading.labels import capacity_of
from eqbrief.reading.linked import Thing, all_said, many, said, things_in, types_of
from eqbrief.reading.microformats import Properties, events_in

_MOMENT = re.compile(
    r"\s*(\d{4})-?(\d{1,2})-?(\d{1,2})(?!\d)"
    r"(?:(?:[Tt]|\s+)(\d{1,2}):?(\d\d)(?::?\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_ORDINAL = re.compile(r"\s*(\d{4}-\d{3})(?!\d)")
_STATES = {
    "eventcancelled": "cancelled",
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "eventpostponed": "postponed",
    "eventrescheduled": "postponed",
    "postponed": "postponed",
}
_ARTICLE = re.compile(r"(?:Article|Posting|Recipe|Product)$")
_PUBLISHED = re.compile(r"(?:Article|Posting|WebPage)$")
_PERFORMING = ("performer", "performers", "speaker")
_MOST = 100


@dataclass(frozen=True, slots=True)
class Claimed:
    """A time as claimed: ISO 8601 by the wall clock that it names, and the offset as 'UTC+01:00'."""

    iso: str
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Performer:
    """A person who is said to perform; the name is as written, with titles."""

    name: str
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    capacity: Capacity | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """An event that a page's data describes. `parts` are those of its agenda; `marked`: it is marked up where it is
    shown, rather than written beside it."""

    title: str
    starts: Claimed | None = None
    ends: Claimed | None = None
    status: str | None = None
    series: str = ""
    address: str = ""
    description: str = ""
    people: tuple[Performer, ...] = ()
    parts: tuple["Claim", ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Claims:
    """All events that a page's data describes, each once.

    `article`: it says that the page is an article, `news`: one of news; `published` is the day of its posting.
    """

    events: tuple[Claim, ...] = ()
    article: bool = False
    news: bool = False
    published: str = ""


NO_CLAIMS = Claims()
"""What a page without data of its own claims."""


def claims_in(tree: LexborHTMLParser) -> Claims:
    """Gather the events that a page's data describes, from JSON-LD, microdata, h-event and hCalendar."""
    things = things_in(tree)
    found = [claim for thing in things if _is_event(thing) for claim in _claims(thing)]
    found += [claim for properties in events_in(tree) if (claim := _of_classes(properties))]
    unique: dict[tuple[str, str], Claim] = {}
    for claim in found:
        # The same event in two ways of writing: what says more of the time counts.
        at = (claim.title.casefold(), claim.starts.iso[:10] if claim.starts else "")
        before = unique.get(at)
        if before is None or _worth(claim) > _worth(before):
            unique[at] = claim
    types = [one for thing in things for one in types_of(thing)]
    article = any(_ARTICLE.search(one) for one in types)
    news = any(one.endswith("NewsArticle") for one in types)
    return Claims(tuple(unique.values())[:_MOST], article, news, _published(tree, things))


def _published(tree: LexborHTMLParser, things: list[Thing]) -> str:
    """Give the day on which the page says it was posted: that of an article, or of the page as a whole."""
    meta = tree.css_first('meta[property="article:published_time"]')
    said_so = [said(t, "datePublished") for t in things if any(_PUBLISHED.search(one) for one in types_of(t))]
    for value in (*said_so, (meta.attributes.get("content") or "") if meta else ""):
        if moment := _moment(value):
            return moment.iso[:10]
    return ""


def _worth(claim: Claim) -> tuple[bool, bool, int]:
    return bool(claim.starts and "T" in claim.starts.iso), claim.ends is not None, len(claim.people)


def _is_event(thing: Thing) -> bool:
    return any(one.endswith("Event") or one in ("Festival", "Hackathon") for one in types_of(thing))


def _claims(thing: Thing, depth: int = 0) -> Iterator[Claim]:
    title = said(thing, "name")
    if not title:
        return
    starts, ends = _period(said(thing, "startDate"), said(thing, "endDate"))
    state = re.split(r"[/#:]", said(thing, "eventStatus"))[-1].casefold().replace(" ", "")
    parts = [one for value in (*many(thing, "subEvent"), *many(thing, "subEvents")) for one in _parts(value, depth)]
    yield Claim(
        title=title,
        starts=starts,
        ends=ends,
        status=_STATES.get(state),
        series=said(thing, "superEvent"),
        address=said(thing, "url") if said(thing, "url").startswith("http") else "",
        description=said(thing, "description"),
        people=tuple(_people(thing)),
        parts=tuple(parts[:_MOST]),
    )


def _parts(value: Any, depth: int) -> Iterator[Claim]:
    if isinstance(value, dict) and depth < 2:
        yield from _claims(cast(Thing, value), depth + 1)


def _people(thing: Thing) -> Iterator[Performer]:
    """Give the performers that are persons; organisers and guests do not therefore speak."""
    for name in _PERFORMING:
        for value in many(thing, name):
            if isinstance(value, dict):
                yield from _performer(cast(Thing, value), name)


def _performer(thing: Thing, property_name: str) -> Iterator[Performer]:
    """Read a person, or the part that a person has: a role, by schema.org, stands around whom it is of."""
    role = said(thing, "roleName")
    capacity = capacity_of(role) if role else None
    inside = [cast(Thing, one) for one in many(thing, property_name) if isinstance(one, dict)]
    for person in inside if "Person" not in types_of(thing) else [thing]:
        if "Person" not in types_of(person) or not (name := said(person, "name")):
            continue
        roles = all_said(person, "jobTitle") or ([role] if role and not capacity else [])
        bodies = all_said(person, "worksFor") or all_said(person, "affiliation")
        yield Performer(name, tuple(roles), tuple(bodies), capacity)


def _of_classes(properties: Properties) -> Claim | None:
    title = next(iter(properties.get("name", [])), "")
    starts, ends = _first_period(properties.get("start", []), properties.get("end", []))
    # Without a day it is a link to an event, or a mere mention.
    if not title or starts is None or len(title) > 300:
        return None
    address = next(iter(properties.get("url", [])), "")
    summary = next(iter(properties.get("summary", [])), "")
    address = address if address.startswith("http") else ""
    return Claim(title, starts, ends, address=address, description=summary, marked=True)


def _first_period(firsts: list[str], lasts: list[str]) -> tuple[Claimed | None, Claimed | None]:
    """Take the first start, and the first end behind it."""
    periods = [_period(firsts[0], last) for last in (*lasts, "")] if firsts else []
    return next((period for period in periods if period[1]), periods[0] if periods else (None, None))


def _period(first: str, last: str) -> tuple[Claimed | None, Claimed | None]:
    """Read a start and an end; midnight to midnight is a whole day, and an end before the start is none."""
    starts, ends = _moment(first), _moment(last)
    if starts is None:
        return None, None
    if starts.iso.endswith("T00:00") and (ends is None or ends.iso[10:] in ("", "T00:00", "T23:59")):
        starts = Claimed(starts.iso[:10])
        ends = Claimed(ends.iso[:10]) if ends else None
    return starts, ends if ends and ends.iso > starts.iso else None


def _moment(text: str) -> Claimed | None:
    if ordinal := _ORDINAL.match(text):
        try:
            return Claimed(datetime.strptime(ordinal[1], "%Y-%j").date().isoformat())
        except ValueError:
            return None
    match = _MOMENT.match(text)
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None
    if not match[4] or int(match[4]) > 23 or int(match[5]) > 59:
        return Claimed(day)
    offset = (match[6] or "").replace(":", "")
    zone = None if not offset else "UTC" if offset == "Z" else f"UTC{offset[:3]}:{offset[3:] or '00'}"
    return Claimed(f"{day}T{int(match[4]):02}:{match[5]}", zone)
