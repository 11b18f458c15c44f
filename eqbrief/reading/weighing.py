# SPDX-License-Identifier: MIT
"""Weigh what a page's own data claims against what the page shows, field by field; both are kept as evidence.

The claims are written below the page's text, so that they too have a place. Of two that differ, what is shown counts
more, unless it is only guessed at; data that says the same, or says it more closely, is believed.
"""

import re
from dataclasses import dataclass, field, replace

from eqbrief.model import Draft, DraftPerson, DraftSession, Evidence, Kind
from eqbrief.reading.belonging import is_about
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import Cut, key
from eqbrief.reading.drafting import draft_of
from eqbrief.reading.labelled import Lines
from eqbrief.reading.names import named
from eqbrief.reading.stated import Claim, Claimed, Claims

_ORIGIN = "page data"
_HEADING = "What the page says of itself as data"
_AGREED, _CLAIMED, _OUTWEIGHED = 0.9, 0.8, 0.4
_SHOWN_SURELY, _HEADED = 0.75, 0.95


@dataclass(slots=True)
class _Scale:
    """A draft while claims are laid beside it, and the lines in which they are written."""

    draft: Draft
    lines: Lines
    marks: dict[str, list[Evidence]] = field(default_factory=dict[str, list[Evidence]])

    def claim(self, path: str, label: str, value: str, confidence: float) -> None:
        """Write a claim down and keep it as evidence of a field, the surest first."""
        cut = self.lines.put(label, value)
        if cut is not None:
            self.marks.setdefault(path, []).append(cut.evidence(_ORIGIN, confidence))

    def sure(self, path: str) -> float:
        """Say how sure the page's own text is of a field, 0 where it says nothing."""
        return max((mark.confidence for mark in self.draft.evidence.get(path, ())), default=0.0)

    def done(self, lost: frozenset[str]) -> Draft:
        """Give the draft with all evidence. `lost`: fields in which the claim outweighed what is shown."""
        found = dict(self.draft.evidence)
        for path, marks in self.marks.items():
            shown = found.get(path, ())
            if path in lost:
                shown = tuple(replace(mark, confidence=min(mark.confidence, _OUTWEIGHED)) for mark in shown)
            found[path] = tuple(sorted((*shown, *marks), key=lambda mark: -mark.confidence))
        # With another day, the end that is shown goes, and what showed it.
        kept = {path: marks for path, marks in found.items() if "." in path or getattr(self.draft, path) is not None}
        return replace(self.draft, text=self.draft.text + self.lines.text, evidence=kept)


def draft_of_page(page: Page, known: Kind | None = None) -> Draft:
    """Read a page as `draft_of` does, and weigh what its own data claims against that."""
    draft = draft_of(page, known)
    claims = page.claims
    if draft.kind == "listing":
        others = known is None and _is_list(claims, draft) and _lists_others(claims, draft)
        return _as_listing(draft, page) if others else draft
    own = _own(claims, page, draft) if claims.events else None
    if own is not None:
        if draft.kind != "event":
            draft = draft_of(page, known="event")
        return _weighed(draft, own, page)
    if claims.events and _is_list(claims, draft):
        return _as_listing(draft, page)
    if claims.news and known is None and draft.kind == "event" and not _has_labelled_people(draft):
        draft = draft_of(page, known="other")
    return _posted(draft, claims)


def _posted(draft: Draft, claims: Claims) -> Draft:
    """Take the day of posting that a page's data claims, where the page shows none, or one without a label."""
    if not claims.published or draft.kind == "listing":
        return draft
    scale = _Scale(draft, _lines(draft))
    shown, sure = draft.published_on, scale.sure("published_on")
    same, believed = shown == claims.published, shown is None or sure < _HEADED
    scale.claim(
        "published_on", "datePublished", claims.published, _AGREED if same else _CLAIMED if believed else _OUTWEIGHED
    )
    if same or not believed:
        return scale.done(frozenset())
    scale.draft = replace(draft, published_on=claims.published)
    return scale.done(frozenset({"published_on"}))


def _lists_others(claims: Claims, draft: Draft) -> bool:
    """Tell whether most of what a page was read to list bears other titles than its data names."""
    named_so = {key(claim.title) for claim in claims.events}
    return sum(key(event.title or "") in named_so for event in draft.events) * 2 < len(draft.events)


def _own(claims: Claims, page: Page, draft: Draft) -> Claim | None:
    """Find the one event that the page is about: it bears the page's title. Others stand beside it."""
    titles = [one for one in (draft.title, page.hints.get("title"), page.hints.get("window")) if one]
    found = [claim for claim in claims.events if any(is_about(claim.title, title) for title in titles)]
    if not titles and len(claims.events) == 1 and not claims.article:
        found = list(claims.events)
    if len(found) > 1:
        # The same title on several days: the one whose day the page shows.
        day = (draft.starts_at or "")[:10]
        found = [claim for claim in found if day and claim.starts and claim.starts.iso.startswith(day)]
    return found[0] if len(found) == 1 else None


def _is_list(claims: Claims, draft: Draft) -> bool:
    """Tell a page that lists events: it shows the titles of most that its data names, and is no event or article."""
    dated = [claim for claim in claims.events if claim.starts]
    shown = key(draft.text[:400_000])
    seen = [claim for claim in dated if key(claim.title) in shown]
    days = {claim.starts.iso[:10] for claim in dated if claim.starts}
    own_record = draft.kind == "event" and (_headed(draft) or _has_labelled_people(draft) or len(dated) < 3)
    return not claims.article and len(days) > 1 and len(seen) * 2 > len(dated) and not own_record


def _has_labelled_people(draft: Draft) -> bool:
    return any(
        mark.origin == "label" for path, marks in draft.evidence.items() if path.startswith("people.") for mark in marks
    )


def _headed(draft: Draft) -> bool:
    """Tell whether a page's title is its first-level heading rather than guessed at."""
    return any(mark.confidence >= _HEADED for mark in draft.evidence.get("title", ()))


def _lines(draft: Draft) -> Lines:
    lines = Lines(len(draft.text))
    lines.gap()
    lines.gap()
    lines.put("", _HEADING)
    return lines


def _as_listing(draft: Draft, page: Page) -> Draft:
    """Make a listing of what the data claims; the page itself has no day and no people of its own then."""
    if draft.title and any(key(one.title) in key(draft.title) for one in page.claims.events) and not _headed(draft):
        draft = replace(draft, title=None, evidence={path: m for path, m in draft.evidence.items() if path != "title"})
    lines = _lines(draft)
    events: list[Draft] = []
    evidence = {path: draft.evidence[path] for path in ("title", "publisher", "language") if path in draft.evidence}
    dated = [(claim.starts, claim) for claim in page.claims.events if claim.starts]
    dated.sort(key=lambda one: one[0].iso)
    for number, (starts, claim) in enumerate(dated):
        title = lines.put("name", claim.title)
        when = lines.put("startDate", _said(starts, claim.ends))
        assert title is not None and when is not None, "a claim has a title, and these have a day"
        own = {"title": (title.evidence(_ORIGIN, _CLAIMED),), "starts_at": (when.evidence(_ORIGIN, _CLAIMED),)}
        evidence[f"sessions.{number}.title"] = own["title"]
        events.append(
            Draft(
                source=draft.source,
                kind="event",
                title=claim.title,
                publisher=draft.publisher,
                language=draft.language,
                status=claim.status,
                series=claim.series or None,
                starts_at=starts.iso,
                ends_at=claim.ends.iso if claim.ends else None,
                timezone=starts.zone,
                evidence=own,
                address=claim.address or None,
            )
        )
    return Draft(
        source=draft.source,
        kind="listing",
        title=draft.title,
        publisher=draft.publisher,
        language=draft.language,
        sessions=tuple(DraftSession(one.title or "", one.starts_at, one.ends_at) for one in events),
        events=tuple(events),
        text=draft.text + lines.text,
        evidence=evidence,
        charset=draft.charset,
        address=draft.address,
    )


def _weighed(draft: Draft, claim: Claim, page: Page) -> Draft:
    scale = _Scale(draft, _lines(draft))
    lost = {name for name in (_title(scale, claim, page), _time(scale, claim)) if name}
    changes: dict[str, object] = {}
    for path, label, value in (
        ("status", "eventStatus", claim.status),
        ("series", "superEvent", claim.series),
        ("published_on", "datePublished", page.claims.published),
        ("summary", "description", claim.description if not draft.body else ""),
    ):
        shown: str | None = getattr(draft, path)
        if value:
            scale.claim(path, label, value, _CLAIMED if not shown else _AGREED if shown == value else _OUTWEIGHED)
            changes[path] = shown or value
    changes["address"] = draft.address or claim.address or None
    scale.draft = replace(scale.draft, **changes)  # pyright: ignore[reportArgumentType]
    _people(scale, claim)
    if claim.parts and not draft.sessions:
        for number, part in enumerate(claim.parts):
            scale.claim(f"sessions.{number}.title", "subEvent", part.title, _CLAIMED)
        parts = [
            DraftSession(one.title, one.starts.iso if one.starts else None, one.ends.iso if one.ends else None)
            for one in claim.parts
        ]
        scale.draft = replace(scale.draft, sessions=tuple(parts))
    return scale.done(frozenset(lost))


def _title(scale: _Scale, claim: Claim, page: Page) -> str:
    """Take the claimed title where the shown one is a guess around it, or is but the site's name."""
    shown = scale.draft.title
    if shown and key(shown) == key(claim.title):
        scale.claim("title", "name", claim.title, _AGREED)
        return ""
    last = re.split(r"\s+[|–—»›·•-]\s+", page.hints.get("window", ""))[-1]
    is_site = bool(shown) and key(shown or "") in (key(last), key(scale.draft.publisher or "–"))
    around = bool(shown) and key(claim.title) in key(shown or "") and scale.sure("title") < _HEADED
    if shown and not is_site and not around:
        scale.claim("title", "name", claim.title, _OUTWEIGHED)
        return ""
    scale.claim("title", "name", claim.title, _CLAIMED)
    scale.draft = replace(scale.draft, title=claim.title)
    return "title"


def _time(scale: _Scale, claim: Claim) -> str:
    """Take the claimed time where none is shown, where it only adds the hour, or where the shown day is a guess."""
    said = _said(claim.starts, claim.ends)
    shown = scale.draft.starts_at
    if claim.starts is None:
        return ""
    same_day = shown is not None and shown[:10] == claim.starts.iso[:10]
    same = shown is not None and (shown == claim.starts.iso or (same_day and "T" not in claim.starts.iso))
    closer = same_day and "T" not in (shown or "")
    # What is marked up where it is shown says how its writer meant it.
    guessed = not same_day and (claim.marked or scale.sure("starts_at") < _SHOWN_SURELY)
    believed = shown is None or same or closer or guessed
    scale.claim("starts_at", "startDate", said, _AGREED if same else _CLAIMED if believed else _OUTWEIGHED)
    if not believed:
        return ""
    start = shown if same and shown else claim.starts.iso
    end = scale.draft.ends_at if same or closer else None
    if claim.ends and (end is None or ("T" not in end and end[:10] == claim.ends.iso[:10])) and claim.ends.iso > start:
        scale.marks["ends_at"] = [scale.marks["starts_at"][-1]]
        # Where the page shows an hour, a claimed end without one says nothing more.
        end = claim.ends.iso if ("T" in claim.ends.iso) == ("T" in start) or claim.ends.iso[:10] > start[:10] else end
    zone = scale.draft.timezone or (claim.starts.zone if "T" in start and start == claim.starts.iso else None)
    if zone and zone == claim.starts.zone:
        scale.marks["timezone"] = [scale.marks["starts_at"][-1]]
    if end is None or end <= start:
        end = None
        scale.marks.pop("ends_at", None)
    scale.draft = replace(scale.draft, starts_at=start, ends_at=end, timezone=zone)
    return "" if same or closer or shown is None else "starts_at"


def _said(starts: Claimed | None, ends: Claimed | None) -> str:
    """Write a claimed time as one line: '2024-05-04 09:30 to 11:00 UTC+01:00'."""
    if starts is None:
        return ""
    first = starts.iso.replace("T", " ")
    last = "" if ends is None else ends.iso.replace("T", " ")
    if last and last[:10] == first[:10] and " " in last:
        last = last[11:]
    return " ".join(part for part in (first, f"to {last}" if last else "", starts.zone or "") if part)


def _people(scale: _Scale, claim: Claim) -> None:
    """Add performers whom the page does not show, and the post of one whom it shows without."""
    people = list(scale.draft.people)
    for performer in claim.people:
        number = next((n for n, one in enumerate(people) if key(one.name) in key(performer.name)), len(people))
        known = people[number] if number < len(people) else None
        if known and (known.roles or known.organisations):
            scale.claim(f"people.{number}.name", "performer", performer.name, _AGREED)
            continue
        person = named(Cut(performer.name, 0))
        if person is None:
            continue
        scale.claim(f"people.{number}.name", "performer", person.name.value, _AGREED if known else _CLAIMED)
        for at, role in enumerate(performer.roles):
            scale.claim(f"people.{number}.roles.{at}", "jobTitle", role, _CLAIMED)
        for at, body in enumerate(performer.organisations):
            scale.claim(f"people.{number}.organisations.{at}", "worksFor", body, _CLAIMED)
        letters = person.credentials.value if person.credentials else None
        honorific = person.honorific.value if person.honorific else None
        made = known or DraftPerson(person.name.value, honorific, letters, performer.capacity or "speaker")
        people[number : number + 1] = [replace(made, roles=performer.roles, organisations=performer.organisations)]
    scale.draft = replace(scale.draft, people=tuple(people))
