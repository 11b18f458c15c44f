# SPDX-License-Identifier: MIT
"""What stands on the slides of decks. It hangs on the content of their files: one attached twice is read once."""

import json
from typing import Any, cast
from uuid import NAMESPACE_URL, uuid5

from eqbrief.model import (
    PLACES,
    Deck,
    DeckReading,
    DeckText,
    Place,
    ReadingState,
    Slide,
    SlideLink,
    Unread,
    UserError,
    content_hash,
    now,
    to_json,
)
from eqbrief.store.changes import Change
from eqbrief.store.events import deck_of
from eqbrief.store.library import Store
from eqbrief.store.passages import index_slides

_COLUMNS = (
    *("uid", "reading_id", "number", "title", "hidden", "pictures", "alternatives", "links", "prints", "content_hash"),
    *(f"{place}_text" for place in PLACES),
)


def slides_of(store: Store, deck_id: int) -> tuple[Slide, ...]:
    """Read the slides of a deck in their order; none where it has not been read."""
    rows = store.db.execute(
        """
        SELECT slide.* FROM deck
        JOIN reading ON reading.sha256 = deck.sha256 JOIN slide ON slide.reading_id = reading.id
        WHERE deck.id = ? ORDER BY slide.number
        """,
        (deck_id,),
    )
    return tuple(_slide(row) for row in rows)


def reading_of(store: Store, deck_id: int) -> DeckReading:
    """Say how the reading of a deck stands."""
    row = store.db.execute(
        """
        SELECT reading.*, (SELECT count(*) FROM slide WHERE reading_id = reading.id) AS slides
        FROM deck JOIN reading ON reading.sha256 = deck.sha256 WHERE deck.id = ?
        """,
        (deck_id,),
    ).fetchone()
    if row is None:
        return DeckReading()
    return DeckReading(
        state=cast(ReadingState, row["state"]),
        slides=row["slides"],
        unread=tuple(Unread(one["slide"], one["reason"]) for one in json.loads(row["unread"])),
        format=row["format"] or "",
        reason=row["reason"] or "",
        next_step=row["next_step"] or "",
        read_at=row["read_at"],
        edition=row["edition"],
    )


def decks_to_read(store: Store, edition: int) -> list[Deck]:
    """List a deck for each file that no reader of this edition has read, newest first, without events in the bin."""
    rows = store.db.execute(
        """
        SELECT max(deck.id), deck.* FROM deck
        JOIN event ON event.id = deck.event_id
        LEFT JOIN reading ON reading.sha256 = deck.sha256
        WHERE deck.file IS NOT NULL AND deck.sha256 IS NOT NULL AND event.deleted_at IS NULL
            AND (reading.id IS NULL OR reading.edition < ?)
        GROUP BY deck.sha256 ORDER BY deck.added_at DESC, deck.id
        """,
        (edition,),
    )
    return [deck_of(row) for row in rows]


def keep_reading(store: Store, change: Change, sha256: str, text: DeckText, edition: int) -> None:
    """Keep what was read from a file of this SHA-256, in place of what was read before, and let search find it."""
    number = _replace(change, sha256, state="read", format=text.format, unread=text.unread, edition=edition)
    marks = ", ".join("?" * len(_COLUMNS))
    change.db.conn.executemany(
        f"INSERT INTO slide({', '.join(_COLUMNS)}) VALUES ({marks})",
        [_row(number, sha256, slide) for slide in text.slides],
    )
    _index(change, sha256)
    store.touch("reading", "slide")


def note_unreadable(
    store: Store, change: Change, sha256: str, error: UserError, edition: int, *, password: bool = False
) -> None:
    """Note why a file of this SHA-256 was not read: it needs a `password`, or cannot be read at all."""
    state = "password" if password else "failed"
    _replace(change, sha256, state=state, reason=error.what, next_step=error.next_step, edition=edition)
    _index(change, sha256)
    store.touch("reading", "slide")


def forget_reading(store: Store, change: Change, sha256: str) -> None:
    """Forget what was read from a file, so that it is read once more."""
    _clear(change, sha256)
    _index(change, sha256)
    store.touch("reading", "slide")


def _replace(change: Change, sha256: str, *, unread: tuple[Unread, ...] = (), **values: Any) -> int:
    _clear(change, sha256)
    values |= {"sha256": sha256, "unread": json.dumps(to_json(unread), ensure_ascii=False), "read_at": now()}
    values["uid"] = _uid(sha256)
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    row = change.execute(f"INSERT INTO reading({columns}) VALUES ({marks})", tuple(values.values()))
    return int(row.lastrowid or 0)


def _clear(change: Change, sha256: str) -> None:
    # Not left to `index_slides`: the slides that follow may be given the same numbers.
    change.execute(
        """
        DELETE FROM passage WHERE kind = 'slide' AND record_id IN (
            SELECT slide.id FROM slide JOIN reading ON reading.id = slide.reading_id WHERE reading.sha256 = ?
        )
        """,
        (sha256,),
    )
    change.execute("DELETE FROM reading WHERE sha256 = ?", (sha256,))


def _index(change: Change, sha256: str) -> None:
    for row in change.execute("SELECT DISTINCT event_id FROM deck WHERE sha256 = ?", (sha256,)).fetchall():
        index_slides(change, row["event_id"], sha256)


def _uid(*parts: object) -> str:
    """Give a UUID that is the same whenever and wherever the same file is read."""
    return str(uuid5(NAMESPACE_URL, "eqbrief:" + "/".join(map(str, parts))))


def _row(reading: int, sha256: str, slide: Slide) -> tuple[Any, ...]:
    links = json.dumps(to_json(slide.links), ensure_ascii=False)
    return (
        _uid(sha256, slide.number),
        reading,
        slide.number,
        slide.title,
        int(slide.hidden),
        slide.pictures,
        json.dumps(slide.alternatives, ensure_ascii=False),
        links,
        json.dumps(slide.prints),
        content_hash(slide),
        *(slide.text.get(place, "") for place in PLACES),
    )


def _slide(row: Any) -> Slide:
    text: dict[Place, str] = {place: row[f"{place}_text"] for place in PLACES}
    return Slide(
        number=row["number"],
        title=row["title"],
        hidden=bool(row["hidden"]),
        text=text,
        pictures=row["pictures"],
        alternatives=tuple(json.loads(row["alternatives"])),
        links=tuple(SlideLink(one["text"], one["url"]) for one in json.loads(row["links"])),
        prints=tuple(json.loads(row["prints"])),
    )
