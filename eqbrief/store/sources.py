# SPDX-License-Identifier: MIT
"""The pages that events came from: what each said, which event it made, and what is still being brought in."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from eqbrief.model import Draft, Named, draft_from_json, now, to_json
from eqbrief.store.changes import Change
from eqbrief.store.library import Store

_SAID = tuple(f.name for f in fields(Draft) if f.name not in ("text", "evidence", "events", "charset"))
_ALONE = """
    SELECT event.id, event.deleted_at, event.status, NULL AS part, NULL AS draft FROM event
    WHERE event.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM source WHERE event_id = event.id AND listing IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A live event that pages have made: what tells it from others. `addresses` are those of its pages."""

    id: int
    uid: str
    title: str
    publisher: str | None
    day: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A live event that a listing or schedule has made, by the name of its part."""

    id: int
    title: str
    part: str
    day: str
    status: str | None


@dataclass(frozen=True, slots=True)
class MadePart:
    """The event that a part of a listing has made, or a page of its own, where `part` is None.

    `said` is the JSON of what was read last.
    """

    id: int
    is_binned: bool
    status: str | None
    part: str | None
    said: str


@dataclass(frozen=True, slots=True)
class Intake:
    """A listing whose events are being stored. `wanted` are the numbers of those that were chosen, None for all."""

    id: int
    name: str
    file: str
    wanted: tuple[int, ...] | None


def insert_source(
    change: Change,
    event_id: int,
    draft: Draft,
    *,
    said: Draft | None = None,
    file: str | None,
    sha256: str,
    moment: str,
    listing: str | None = None,
    part: str | None = None,
) -> int:
    """Keep the page that an event came from: where its file lies, its text, and what was found where.

    `said` is what was read from it, where that is not the draft that was accepted.
    """
    return change.insert_uid(
        "source",
        event_id=event_id,
        position=1,
        address=draft.address or draft.source,
        file=file,
        sha256=sha256,
        charset=draft.charset,
        text=draft.text,
        evidence=_json(to_json(draft.evidence)),
        added_at=moment,
        draft=said_by(said or draft),
        listing=listing,
        part=part,
    )


def said_by(draft: Draft) -> str:
    """Write what a page said as JSON, without its text and evidence; the same draft gives the same letters."""
    return _json({key: to_json(getattr(draft, key)) for key in _SAID})


def read_said(said: str) -> Draft:
    """Make a draft of what `said_by` wrote."""
    return draft_from_json(json.loads(said))


def event_of_source(store: Store, *, sha256: str) -> tuple[int, bool] | None:
    """Give the event that this very page made, and whether it lies in the bin."""
    row = store.db.execute(
        """
        SELECT event.id, event.deleted_at FROM source JOIN event ON event.id = source.event_id
        WHERE source.sha256 = ? ORDER BY event.deleted_at IS NOT NULL, source.id DESC LIMIT 1
        """,
        (sha256,),
    ).fetchone()
    return (row["id"], row["deleted_at"] is not None) if row else None


def made_like(store: Store, draft: Draft) -> list[Made]:
    """List the live events that may be the one of a draft: with its address, its title or its day."""
    day = (draft.starts_at or draft.published_on or "")[:10]
    rows = store.db.execute(
        """
        SELECT id, uid, title, publisher, sort_date,
            (SELECT json_group_array(address) FROM source WHERE event_id = event.id) AS addresses
        FROM event
        WHERE deleted_at IS NULL AND id IN (
            SELECT event_id FROM source WHERE address = :address
            UNION SELECT id FROM event WHERE deleted_at IS NULL AND sort_date >= :day AND sort_date < :after
            UNION SELECT id FROM event WHERE deleted_at IS NULL AND title = :title COLLATE NOCASE
        )
        ORDER BY sort_date DESC, id DESC LIMIT 500
        """,
        {
            "address": draft.address or draft.source,
            "day": day,
            "after": f"{day}U" if day else "",  # behind every time of that day, T being the letter before
            "title": draft.title,
        },
    )
    return [
        Made(r["id"], r["uid"], r["title"], r["publisher"], r["sort_date"][:10], tuple(json.loads(r["addresses"])))
        for r in rows
    ]


def last_said(store: Store, event_id: int, address: str) -> Draft | None:
    """Give what an event's newest page said, of this address if there is one; None where version 1 kept no draft."""
    row = store.db.execute(
        """
        SELECT draft FROM source WHERE event_id = ? AND draft IS NOT NULL
        ORDER BY address = ? DESC, added_at DESC, id DESC LIMIT 1
        """,
        (event_id, address),
    ).fetchone()
    return read_said(row["draft"]) if row else None


def parts(store: Store, listing: str) -> list[Part]:
    """List the live events that a listing has made, each once, by the name of its part."""
    rows = store.db.execute(
        """
        SELECT event.id, event.title, source.part, event.sort_date, event.status, max(source.id)
        FROM source JOIN event ON event.id = source.event_id
        WHERE source.listing = ? AND event.deleted_at IS NULL GROUP BY event.id ORDER BY event.id
        """,
        (listing,),
    )
    return [Part(r["id"], r["title"], r["part"] or "", r["sort_date"][:10], r["status"]) for r in rows]


def part_made(reader: Change | Store, listing: str, part: str) -> MadePart | None:
    """Give the event that a part of a listing has made, from the bin too."""
    row = _of(reader)(
        """
        SELECT event.id, event.deleted_at, event.status, source.part, source.draft
        FROM source JOIN event ON event.id = source.event_id
        WHERE source.listing = ? AND source.part = ?
        ORDER BY event.deleted_at IS NOT NULL, source.id DESC LIMIT 1
        """,
        (listing, part),
    ).fetchone()
    return _made_part(row) if row else None


def made_alone(reader: Change | Store, draft: Draft) -> MadePart | None:
    """Give the live event that a page of its own has made: with this web address, or with this title and day."""
    address = draft.address if draft.address and "://" in draft.address else None
    day = (draft.starts_at or "")[:10]
    row = None
    if address:
        row = _of(reader)(
            f"{_ALONE} AND event.id IN (SELECT event_id FROM source WHERE address = ?)", (address,)
        ).fetchone()
    if row is None and draft.title and day:
        # By title first, which has an index.
        row = _of(reader)(
            f"{_ALONE} AND event.title = ? COLLATE NOCASE AND substr(event.sort_date, 1, 10) = ?", (draft.title, day)
        ).fetchone()
    return _made_part(row) if row else None


def _of(reader: Change | Store) -> Callable[..., Any]:
    """Give what runs a query: within a change what it has written counts too."""
    return reader.db.execute if isinstance(reader, Store) else reader.execute


def _made_part(row: Any) -> MadePart:
    return MadePart(row["id"], row["deleted_at"] is not None, row["status"], row["part"], row["draft"] or "")


def file_of_source(store: Store, sha256: str) -> str | None:
    """Give where the page with these bytes is kept, relative to the library."""
    row = store.db.execute(
        "SELECT file FROM source WHERE sha256 = ? AND file IS NOT NULL LIMIT 1", (sha256,)
    ).fetchone()
    return row["file"] if row else None


def folders(store: Store) -> set[str]:
    """Give the names of all events' folders, in small letters, also of those that are not made yet."""
    return {row["folder"].casefold() for row in store.db.execute("SELECT folder FROM event")}


def event_of_folder(store: Store, folder: str) -> int | None:
    """Give the event whose files lie in this folder below `files/`; None where that is none's, or more than one's."""
    rows = store.db.execute("SELECT id FROM event WHERE folder = ? LIMIT 2", (folder,)).fetchall()
    return int(rows[0]["id"]) if len(rows) == 1 else None


def named_events(store: Store, numbers: Sequence[int]) -> dict[int, Named]:
    """Give events as a number with a name, by their ids."""
    rows = store.db.execute(
        "SELECT id, title, uid FROM event WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
    )
    return {row["id"]: Named(row["id"], row["title"], row["uid"]) for row in rows}


def begin_intake(change: Change, name: str, file: str, wanted: tuple[int, ...] | None) -> int:
    """Remember that a listing's events are being stored, so that what a kill leaves half done can be finished."""
    chosen = None if wanted is None else json.dumps(wanted)
    return change.insert_uid("intake", name=name, file=file, wanted=chosen, started_at=now())


def end_intake(change: Change, number: int) -> None:
    """Forget an intake: all its events are stored."""
    change.execute("DELETE FROM intake WHERE id = ?", (number,))


def intakes(store: Store) -> list[Intake]:
    """List the listings whose events are being stored, or were when the program was killed."""
    rows = store.db.execute("SELECT id, name, file, wanted FROM intake ORDER BY id")
    return [
        Intake(r["id"], r["name"], r["file"], tuple(json.loads(r["wanted"])) if r["wanted"] else None) for r in rows
    ]


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False)
