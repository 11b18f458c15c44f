# SPDX-License-Identifier: MIT
"""Several events out of one file as a listing: each has a text of its own, which the listing's text holds in order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eqbrief.model import Draft, DraftSession, Evidence
from eqbrief.reading.cuts import Cut, tidy
from eqbrief.reading.labelled import Lines

_SURE = 0.97


@dataclass(frozen=True, slots=True)
class Known:
    """What an event of a file is known by: its page, the file's own key for it, and when it starts."""

    page: str
    key: str
    starts: str | None


def addresses_of(events: Sequence[Known]) -> list[str | None]:
    """Give each event an address of its own, so that a newer copy of the file finds it again: its page, or its key.

    A page or a key that several events share is told apart by when they start.
    """
    pages = Counter(one.page for one in events)
    keys = Counter(one.key for one in events)
    found: list[str | None] = []
    for one in events:
        own = one.page if one.page and pages[one.page] == 1 else one.key or one.page
        shared = pages[own] > 1 or keys[own] > 1
        found.append(tidy(f"{own}@{one.starts}" if own and shared and one.starts else own) or None)
    return found


def listing_of(
    drafts: Sequence[Draft],
    head: Lines,
    title: Cut | None,
    origin: str,
    charset: str | None = None,
    sure: float = _SURE,
) -> Draft:
    """Make a listing of events. `head` is what stands above them, `title` its place in that.

    `origin` names the kind of file, `sure` says how sure its title is. It has no day and no people of its own.
    """
    pieces, at = [head.text], head.length
    evidence: dict[str, tuple[Evidence, ...]] = {"title": (title.evidence(origin, sure),)} if title else {}
    for number, draft in enumerate(drafts):
        lead = "\n" if at else ""
        mark = draft.evidence["title"][0]
        spot = Cut(mark.text, at + len(lead) + mark.start)
        evidence[f"sessions.{number}.title"] = (spot.evidence(origin, _SURE),)
        pieces += (lead, draft.text)
        at += len(lead) + len(draft.text)
    languages = {draft.language for draft in drafts if draft.language}
    return Draft(
        source=drafts[0].source,
        kind="listing",
        title=title.value if title else None,
        language=languages.pop() if len(languages) == 1 else None,
        sessions=tuple(
            DraftSession(one.title or "", one.starts_at, one.ends_at, tuple(p.name for p in one.people))
            for one in drafts
        ),
        events=tuple(drafts),
        text="".join(pieces),
        evidence=evidence,
        charset=charset,
    )
