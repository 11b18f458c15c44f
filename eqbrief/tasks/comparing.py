# SPDX-License-Identifier: MIT
"""Find the event that a page is about when the library has it already, and say what the page says otherwise."""

from dataclasses import replace
from urllib.parse import urlsplit

from eqbrief import store as db
from eqbrief.matching import title_likeness
from eqbrief.model import Comparison, Draft, Likeness, Named
from eqbrief.store import Made, Store
from eqbrief.tasks.ledger import differences

_ALIKE, _AKIN = 0.9, 0.5
# What is put behind an address to see where a reader came from.
_COUNTERS = ("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=")
# Names that say nothing of the page: what the browser or this program calls any page.
_ANY_PAGE = ("pasted text.txt", "index.html", "index.htm", "page.html", "download.html")


def compare(store: Store, draft: Draft, into: int | None = None) -> Comparison | None:
    """Lay a draft beside the live event that it is likely to be about; None where the library has nothing like it.

    `into` names the event, where a person has said which it is.
    """
    found = (into, _likely(store, draft, into)) if into is not None else find_like(store, draft)
    if found is None:
        return None
    number, (likeness, reason) = found
    event = db.event(store, number)
    if event is None:
        return None
    before = db.last_said(store, number, draft.address or draft.source)
    rows = differences(event.draft, draft, before, edited=event.edited, other_page=likeness == "likely")
    return Comparison(Named(number, event.draft.title or "", event.uid), likeness, rows, reason)


def find_like(store: Store, draft: Draft) -> tuple[int, tuple[Likeness, str]] | None:
    """Give the live event that a draft is about, how sure that is, and why in words."""
    found = [(made.id, said) for made in db.made_like(store, draft) if (said := _like(store, draft, made))]
    return next((one for one in found if one[1][0] == "copy"), found[0] if found else None)


def _likely(store: Store, draft: Draft, number: int) -> tuple[Likeness, str]:
    said = next((_like(store, draft, made) for made in db.made_like(store, draft) if made.id == number), None)
    return said or ("likely", "You said so.")


def _like(store: Store, draft: Draft, made: Made) -> tuple[Likeness, str] | None:
    """Compare a draft with an event as it is now and, since a person may have edited it, as its page said it was."""
    found = _as_it_is(draft, made)
    if found is not None and found[0] == "copy":
        return found
    said = db.last_said(store, made.id, draft.address or draft.source)
    if said is None or not said.title:
        return found
    day = (said.starts_at or said.published_on or "")[:10]
    found = _as_it_is(draft, replace(made, title=said.title, publisher=said.publisher, day=day)) or found
    elsewhere = _is_web(draft.address or "") and any(map(_is_web, made.addresses))
    if (found is None or found[0] == "likely") and not elsewhere and _tells_the_same(draft, said):
        return "copy", "It tells the same, but for a few things."
    return found


def _tells_the_same(draft: Draft, said: Draft) -> bool:
    """Tell a page whose day or title has changed by what it tells: its prose, its panel, its questions, its decks."""
    publisher = (draft.publisher or "").casefold() == (said.publisher or "").casefold()
    if not publisher or title_likeness(draft.title or "", said.title or "") < _ALIKE:
        return False
    told = [(getattr(draft, field), getattr(said, field)) for field in ("summary", "body", "questions", "sessions")]
    told.append(({one.name for one in draft.people}, {one.name for one in said.people}))
    told.append(({one.title for one in draft.decks}, {one.title for one in said.decks}))
    both = [now == before for now, before in told if now or before]
    return sum(both) > 1 and sum(both) * 2 > len(both)


def _as_it_is(draft: Draft, made: Made) -> tuple[Likeness, str] | None:
    day = (draft.starts_at or draft.published_on or "")[:10]
    same_day = bool(day) and day == made.day
    title = title_likeness(draft.title or "", made.title)
    here = draft.address or draft.source
    if _plain(here) in map(_plain, made.addresses):
        if _is_web(here):
            return "copy" if title >= _AKIN or same_day else "likely", "It has the same address."
        if (title == 1.0 or same_day) if here.casefold() not in _ANY_PAGE else (title == 1.0 and same_day):
            return "copy", "Its file has the same name."
    publisher = (draft.publisher or "").casefold() == (made.publisher or "").casefold()
    elsewhere = _is_web(here) and any(map(_is_web, made.addresses))
    if title == 1.0 and publisher and not elsewhere and (same_day or (not day and not made.day)):
        return "copy", "Title, publisher and day are the same."
    if same_day and title >= _ALIKE:
        return "likely", "It has the same day and " + ("the same title." if title == 1.0 else "nearly the same title.")
    return None


def _plain(address: str) -> str:
    """Write a web address without what leads to the same page: scheme, 'www.', fragment, counters, last stroke."""
    if not _is_web(address):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:  # such as a bracket that is not closed
        return address
    asked = "&".join(one for one in parts.query.split("&") if one and not one.startswith(_COUNTERS))
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if asked else ''}{asked}"


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))
