# SPDX-License-Identifier: MIT
"""An event out of a calendar as a draft: what the calendar states, and what its description tells by the page rules.

Who was invited, and who sent the invitation, did not therefore speak: people come from the description alone.
"""

from dataclasses import replace

from eqbrief.model import Draft, DraftDeck, Evidence, UserError, say_period
from eqbrief.reading.blocks import page_of_text
from eqbrief.reading.calendars import MOST_EVENTS, Entry, calendar_of
from eqbrief.reading.cuts import Cut
from eqbrief.reading.drafting import draft_of_description
from eqbrief.reading.gathering import Known, addresses_of, listing_of
from eqbrief.reading.headline import stamp_of
from eqbrief.reading.labelled import Lines
from eqbrief.reading.markup import page_of_html

_ORIGIN, _SURE, _NAMED = "calendar", 0.97, 0.9
_DECKS = (".pptx", ".ppt", ".ppsx", ".pps", ".odp", ".key", ".pdf")
_SILENT = Draft("", "event")
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
    read: dict[tuple[str, bool], Draft] = {}
    entries = calendar.entries
    addresses = addresses_of([Known(one.address, one.key, one.starts.iso if one.starts else None) for one in entries])
    drafts = [
        replace(_draft(entry, _told(entry, read)), source=source, charset=charset, address=address)
        for entry, address in zip(entries, addresses, strict=True)
    ]
    if len(drafts) < 2:
        return drafts[0] if drafts else None
    head = Lines()
    return listing_of(drafts, head, head.put("", calendar.name), _ORIGIN, charset, _NAMED)


def draft_of_entry(entry: Entry, source: str) -> Draft:
    """Read a single entry, wherever it came from."""
    return replace(_draft(entry, _told(entry, {})), source=source, address=entry.address or entry.key or None)


def _told(entry: Entry, read: dict[tuple[str, bool], Draft]) -> Draft:
    """Read a description, once for all the events that share it."""
    at = (entry.description, entry.html)
    if at not in read:
        page_of = page_of_html if entry.html else page_of_text
        read[at] = draft_of_description(page_of(entry.description, "")) if entry.description.strip() else _SILENT
    return read[at]


def _draft(entry: Entry, told: Draft) -> Draft:
    """Write what the calendar states as lines, and what was read of the description below them."""
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
    own = _decks(entry)
    for number, (name, _) in enumerate(own):
        places[f"decks.{number}.title"] = lines.put("File", name)
    if told.text:
        lines.gap()
    sure = _FIRST_OF_SEVERAL if entry.repeats.startswith(("Repeats", "On several")) else _SURE
    evidence = _moved(told, lines.length, len(own), topics=not entry.topics)
    for path, cut in places.items():
        if cut is not None:
            evidence[path] = (cut.evidence(_ORIGIN, sure if path in ("starts_at", "ends_at") else _SURE),)
    body = told.body
    if repeats is not None:
        body = f"{repeats.value}\n\n{body}" if body else repeats.value
        evidence["body"] = (repeats.evidence(_ORIGIN, _SURE), *evidence.get("body", ()))
    return replace(
        told,
        title=title.value,
        status=entry.status or stamped,
        starts_at=starts.iso,
        ends_at=ends.iso if ends else None,
        timezone=starts.zone,
        topics=entry.topics or told.topics,
        decks=(*(DraftDeck(name, url=address) for name, address in own), *told.decks),
        body=body,
        text=lines.text + told.text,
        evidence=evidence,
    )


def _decks(entry: Entry) -> list[tuple[str, str]]:
    return [one for one in entry.files if one[0].casefold().endswith(_DECKS)]


def _moved(told: Draft, by: int, decks: int, *, topics: bool) -> dict[str, tuple[Evidence, ...]]:
    """Give the description's evidence in its place below the lines; decks of the calendar's own come first.

    `topics`: the description's count, because the calendar states none. Its state is never that of the event.
    """
    kept: dict[str, tuple[Evidence, ...]] = {}
    for path, marks in told.evidence.items():
        field, *rest = path.split(".", 2)
        if field == "status" or (field == "topics" and not topics):
            continue
        at = f"decks.{int(rest[0]) + decks}.{rest[1]}" if field == "decks" else path
        kept[at] = tuple(Evidence(m.start + by, m.end + by, m.text, m.origin, m.confidence) for m in marks)
    return kept
