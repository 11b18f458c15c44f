# SPDX-License-Identifier: MIT
"""An event out of a calendar as a draft: what the calendar states, and what its description tells by the page rules.

Who was invited, and who sent the invitation, did not therefore speak: people come from the description alone.
"""

from dataclasses import replace

from eqbrief.model import Draft, DraftDeck, Evidence, UserError, say_period
from eqbrief.reading.blocks import Block, Link, Page, page_of_text
from eqbrief.reading.calendars import MOST_EVENTS, Entry, calendar_of
from eqbrief.reading.cuts import Cut
from eqbrief.reading.drafting import draft_of
from eqbrief.reading.gathering import listing_of
from eqbrief.reading.headline import stamp_of
from eqbrief.reading.labelled import Lines
from eqbrief.reading.markup import page_of_html

_ORIGIN, _SURE, _NAMED = "calendar", 0.97, 0.9
_DECKS = (".pptx", ".ppt", ".ppsx", ".pps", ".odp", ".key", ".pdf")
# What a first day of several is worth as the day of the event that the person means.
_FIRST_OF_SEVERAL = 0.6


def draft_of_calendar(text: str, source: str, charset: str | None = None) -> Draft | None:
    """Read a calendar: its only event as one, several as a listing; None when it holds none that can be read.

    Raises:
        UserError: when it holds more than `MOST_EVENTS`, because leaving some out without a word would be worse.
    """
    calendar = calendar_of(text)
    if calendar.more:
        raise UserError(
            f"Could not read '{source}': this calendar holds more than {MOST_EVENTS:,} events.",
            "Export a shorter stretch of time from your calendar, a year for instance, and add that.",
        )
    drafts = [replace(_draft(entry, source), charset=charset) for entry in calendar.entries]
    if len(drafts) < 2:
        return drafts[0] if drafts else None
    head = Lines()
    return listing_of(drafts, head, head.put("", calendar.name), _ORIGIN, charset, _NAMED)


def _draft(entry: Entry, source: str) -> Draft:
    """Write what the calendar states as lines, the description below them, and read the description as a page."""
    lines = Lines()
    places: dict[str, Cut | None] = {}
    whole = lines.put("", entry.title)
    assert whole is not None, "an entry has a title"
    stamped, title = stamp_of(whole)
    places["title"] = title
    starts, ends = entry.starts, entry.ends
    assert starts is not None, "an entry has a day"
    zone = f" ({starts.zone})" if starts.zone else ""
    when = lines.put("When", say_period(starts.iso, ends.iso if ends else None, weekday=True) + zone)
    places |= {"starts_at": when, "ends_at": when if ends else None, "timezone": when if starts.zone else None}
    repeats = lines.put("", f"{entry.repeats}." if entry.repeats else "")
    places["status"] = lines.put("State", entry.status or "") or (whole if stamped else None)
    lines.put("Place", entry.place)
    lines.put("Organiser", entry.organiser)
    lines.put("Address", entry.address)
    for number, topic in enumerate(entry.topics):
        places[f"topics.{number}"] = lines.put("Category", topic)
    for number, (name, _) in enumerate(_decks(entry)):
        places[f"decks.{number}.title"] = lines.put("File", name)
    if entry.description:
        lines.gap()
    page = _page(entry, lines, source)
    told = draft_of(page, known="event")
    sure = _FIRST_OF_SEVERAL if entry.repeats.startswith(("Repeats", "On several")) else _SURE
    stated = {
        path: (cut.evidence(_ORIGIN, sure if path in ("starts_at", "ends_at") else _SURE),)
        for path, cut in places.items()
        if cut is not None
    }
    decks = tuple(DraftDeck(name, url=address) for name, address in _decks(entry))
    evidence = _without_stated(told, {*places, *stated}, len(decks)) | stated
    body = told.body
    if repeats is not None:
        body = f"{repeats.value}\n\n{body}" if body else repeats.value
        evidence["body"] = (repeats.evidence(_ORIGIN, _SURE), *evidence.get("body", ()))
    return replace(
        told,
        title=title.value,
        status=entry.status or stamped,
        published_on=None,
        starts_at=starts.iso,
        ends_at=ends.iso if ends else None,
        timezone=starts.zone,
        topics=entry.topics or told.topics,
        decks=(*decks, *told.decks),
        body=body,
        evidence=evidence,
        address=entry.address or None,
    )


def _decks(entry: Entry) -> list[tuple[str, str]]:
    return [one for one in entry.files if one[0].casefold().endswith(_DECKS)]


def _without_stated(told: Draft, stated: set[str], decks: int) -> dict[str, tuple[Evidence, ...]]:
    """Keep of the description's evidence what the calendar does not state; decks of its own come first."""
    topics = any(path.startswith("topics.") for path in stated)
    kept: dict[str, tuple[Evidence, ...]] = {}
    for path, marks in told.evidence.items():
        field, *rest = path.split(".", 2)
        if field == "decks":
            kept[f"decks.{int(rest[0]) + decks}.{rest[1]}"] = marks
        elif path not in stated and field != "published_on" and not (topics and field == "topics"):
            kept[path] = marks
    return kept


def _page(entry: Entry, lines: Lines, source: str) -> Page:
    """Put the description below the lines; those are a frame around it, which the page rules leave alone."""
    read = page_of_html if entry.html else page_of_text
    below = read(entry.description, source) if entry.description else Page(source, "", ())
    by = len(lines.text)
    blocks = [Block("paragraph", cut, furniture=True) for cut in lines.cuts]
    blocks += [_moved(block, by) for block in below.blocks]
    hints = {"address": entry.address} if entry.address.startswith(("http://", "https://")) else {}
    return Page(source, lines.text + below.text, tuple(blocks), hints)


def _moved(block: Block, by: int) -> Block:
    links = tuple(Link(Cut(link.words.text, link.words.start + by), link.address) for link in block.links)
    return replace(block, cut=Cut(block.cut.text, block.cut.start + by), links=links)
