# SPDX-License-Identifier: MIT
"""The glossary: which acronyms the library writes out, where, and what a person has made of them.

Terms are gathered event by event. `term_read` names the events that are done; whatever changes an event's passages
takes it off that list, by a trigger.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from eqbrief.model import Term, TermPlace, UserError
from eqbrief.store.changes import Change
from eqbrief.store.library import Store

_READ = """
    SELECT term.*, coalesce(sum(place.times), 0) AS times, count(DISTINCT place.event_id) AS events,
        (
            SELECT json_group_array(other.long) FROM term AS other
            WHERE other.short = term.short AND other.id <> term.id AND other.state <> 'rejected'
        ) AS also
    FROM term LEFT JOIN (
        SELECT term_place.term_id, term_place.event_id, term_place.times
        FROM term_place JOIN event ON event.id = term_place.event_id AND event.deleted_at IS NULL
    ) AS place ON place.term_id = term.id
    WHERE {0}
    GROUP BY term.id HAVING times > 0 OR term.edited OR term.state = 'accepted'
    ORDER BY term.short COLLATE NOCASE, times DESC, term.id
"""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """An acronym that a text of an event writes out: which record's text, how it is printed, and how often."""

    kind: str
    record_id: int
    short: str
    long: str
    key: str
    times: int


def events_to_gather(store: Store) -> list[int]:
    """List the live events whose terms have not been gathered since they changed, newest first."""
    rows = store.db.execute(
        """
        SELECT id FROM event WHERE deleted_at IS NULL AND id NOT IN (SELECT event_id FROM term_read)
        ORDER BY sort_date DESC, id DESC
        """
    )
    return [row[0] for row in rows]


def texts_of(store: Store, event_id: int) -> list[tuple[str, int, str]]:
    """Give the texts of an event that may write acronyms out: kind, record and text. Private notes stay private."""
    rows = store.db.execute(
        """
        SELECT 'source' AS kind, id, text FROM source WHERE event_id = :event
        UNION ALL
        SELECT 'event', id, coalesce(summary, '') || char(10, 10) || coalesce(body, '') FROM event
        WHERE id = :event AND NOT EXISTS (SELECT 1 FROM source WHERE event_id = :event)
        UNION ALL
        SELECT 'note', id, text FROM note WHERE event_id = :event AND deleted_at IS NULL AND NOT private
        UNION ALL
        SELECT 'slide', record_id, title || char(10, 10) || text FROM passage
        WHERE event_id = :event AND kind = 'slide'
        """,
        {"event": event_id},
    )
    return [(row["kind"], row["id"], row["text"]) for row in rows]


def write_terms(store: Store, change: Change, event_id: int, found: Iterable[FoundTerm]) -> None:
    """Set what an event writes out. What a person accepted, edited or rejected stays as it is."""
    with change.unlogged():
        before = {row[0] for row in change.execute("SELECT term_id FROM term_place WHERE event_id = ?", (event_id,))}
        change.execute("DELETE FROM term_place WHERE event_id = ?", (event_id,))
        for one in found:
            row = change.execute("SELECT id FROM term WHERE match_key = ?", (one.key,)).fetchone()
            number = row["id"] if row else None
            if number is None:
                number = change.insert_uid("term", short=one.short, long=one.long, match_key=one.key)
            before.discard(number)
            change.insert(
                "term_place",
                term_id=number,
                event_id=event_id,
                kind=one.kind,
                record_id=one.record_id,
                times=one.times,
            )
        for number in before:
            change.execute(
                """
                DELETE FROM term WHERE id = ? AND state = 'found' AND NOT edited
                    AND NOT EXISTS (SELECT 1 FROM term_place WHERE term_id = term.id)
                """,
                (number,),
            )
        change.execute("INSERT OR IGNORE INTO term_read(event_id) VALUES (?)", (event_id,))
    store.touch("term")


def terms(store: Store, *, rejected: bool = False) -> list[Term]:
    """List the glossary in alphabetical order; with `rejected`, what was rejected too."""
    rows = store.db.execute(_READ.format("1" if rejected else "term.state <> 'rejected'"))
    return [_term(row) for row in rows]


def term(store: Store, number: int) -> Term | None:
    """Read one term; None when there is none of this id."""
    row = store.db.execute(_READ.format("term.id = ?"), (number,)).fetchone()
    return _term(row) if row else None


def term_places(store: Store, number: int) -> tuple[TermPlace, ...]:
    """List where a term is written out, newest event first."""
    rows = store.db.execute(
        """
        SELECT place.event_id, event.title, event.sort_date, place.kind, place.record_id, place.times
        FROM term_place AS place JOIN event ON event.id = place.event_id AND event.deleted_at IS NULL
        WHERE place.term_id = ? ORDER BY event.sort_date DESC, event.id DESC, place.kind, place.record_id
        """,
        (number,),
    )
    return tuple(TermPlace(r["event_id"], r["title"], r["sort_date"] or None, *tuple(r)[3:]) for r in rows)


def terms_of(store: Store, events: Sequence[int]) -> list[Term]:
    """List the terms that some events write out and nobody rejected, as a briefing about them needs them."""
    marks = ", ".join(str(int(number)) for number in events) or "NULL"
    condition = f"""term.state <> 'rejected' AND term.id IN (
        SELECT term_id FROM term_place WHERE event_id IN ({marks})
    )"""
    return [_term(row) for row in store.db.execute(_READ.format(condition))]


def meanings(store: Store, event_id: int | None = None) -> dict[str, tuple[str, ...]]:
    """Give what each acronym means at an event: as it is written out there, else as anywhere in the library.

    An acronym that the event itself does not write out keeps all its meanings, so that none is chosen by chance.
    """
    found: dict[str, tuple[str, ...]] = {}
    for one in terms(store):
        found[one.short] = (*found.get(one.short, ()), one.long)
    own: dict[str, tuple[str, ...]] = {}
    if event_id is not None:
        for one in terms_of(store, [event_id]):
            own[one.short] = (*own.get(one.short, ()), one.long)
    return {**found, **own}


def acronym_pairs(store: Store) -> list[tuple[str, str]]:
    """List each acronym with each of its meanings, but those that were rejected, so that either finds both."""
    return [(one.short, one.long) for one in terms(store)]


def set_term(store: Store, change: Change, number: int, **values: Any) -> None:
    """Set what a person says of a term: `state`, `long` (with `edited`)."""
    change.update("term", number, **values)
    store.touch("term")


def add_term(store: Store, change: Change, short: str, long: str, key: str) -> int:
    """Add a term by hand and give its id.

    Raises:
        UserError: when the glossary has it.
    """
    if change.execute("SELECT 1 FROM term WHERE match_key = ?", (key,)).fetchone():
        raise UserError(
            f"The glossary has “{short}” with this meaning already.", "Look for it there, also among the rejected."
        )
    number = change.insert_uid("term", short=short, long=long, match_key=key, state="accepted", edited=1)
    store.touch("term")
    return number


def find_term(store: Store, words: str) -> int:
    """Give the id of the term meant by an id, a uid or an acronym with one meaning.

    Raises:
        UserError: when there is none, or more than one.
    """
    words = words.strip()
    ways = ("CAST(id AS TEXT) = ?",) if words.isdecimal() else ("uid = ?", "short = ? COLLATE NOCASE")
    for way in ways:
        rows = store.db.execute(f"SELECT id, short, long FROM term WHERE {way}", (words,)).fetchall()
        if len(rows) == 1:
            return int(rows[0]["id"])
        if rows:
            named = "; ".join(f"{row['id']} {row['long']}" for row in rows[:5])
            raise UserError(f"'{words}' has several meanings: {named}.", "Give the number.")
    raise UserError(f"The glossary has no '{words}'.", "Use `eqbrief terms` to see what it has, with numbers.")


def _term(row: Any) -> Term:
    return Term(
        id=row["id"],
        uid=row["uid"],
        short=row["short"],
        long=row["long"],
        state=row["state"],
        edited=bool(row["edited"]),
        times=row["times"],
        events=row["events"],
        also=tuple(json.loads(row["also"])),
    )
