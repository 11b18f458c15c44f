# SPDX-License-Identifier: MIT
"""What came to an event between two moments: from what is kept with its own time, and from the log of changes."""

import json
from collections.abc import Iterator
from typing import Any, cast

from eqbrief.model import News, say_date, say_period
from eqbrief.store.library import Store
from eqbrief.store.passages import without_marks

_KEPT = (
    ("deck", "title", "added_at", "added_at IS NOT NULL", "Deck added", "{} deck{} added"),
    ("transcript", "title", "added_at", "deleted_at IS NULL", "Transcript added", "{} transcript{} added"),
    ("note", "text", "created_at", "deleted_at IS NULL AND text <> ''", "Note written", "{} note{} written"),
    ("action", "text", "created_at", "1", "Action agreed", "{} action{} agreed"),
    ("action", "text", "done_at", "done_at IS NOT NULL", "Action done", "{} action{} done"),
)
"""What is kept with its own time: table, words, time, what else must hold, the line's title, and how it is counted."""

_FIELDS = {
    "title": ("title",),
    "date": ("starts_at", "ends_at"),
    "publishing date": ("published_on",),
    "time zone": ("timezone",),
    "publisher": ("publisher",),
    "status": ("status",),
    "language": ("language",),
    "series": ("series_id",),
    "summary": ("summary",),
    "text": ("body",),
}
"""The columns of an event that make one thing to a reader, by its name."""

_PARTS = {
    "question": ("question", "text"),
    "session": ("session", "title"),
    "appearance": ("person on the panel", "printed_name"),
    "recording": ("recording", "title"),
    "event_topic": ("topic", "topic_id"),
}
"""The tables of an event's parts, which are written anew as a whole: what one is called, and the words of its row."""

_LONG = 160


def news_of(store: Store, event_id: int, after: str, until: str) -> list[News]:
    """List what came to an event after a moment and until another, the kinds together, each in its order."""
    return [
        *_brought_in(store, event_id, after, until),
        *_kept(store, event_id, after, until),
        *_logged(store, event_id, after, until),
    ]


def _brought_in(store: Store, event_id: int, after: str, until: str) -> Iterator[News]:
    """Tell the copies of its page that were brought in after the first."""
    rows = store.db.execute(
        """
        SELECT address, added_at FROM source WHERE event_id = :event AND added_at > :after AND added_at <= :until
            AND EXISTS (SELECT 1 FROM source AS older WHERE older.event_id = :event AND older.id < source.id)
        ORDER BY id
        """,
        {"event": event_id, "after": after, "until": until},
    ).fetchall()
    said = "the page was brought in again"
    said = f"{said} {len(rows)} times" if len(rows) > 1 else said
    for row in rows:
        yield News(said, "The page was brought in again", "", row["address"], row["added_at"])


def _kept(store: Store, event_id: int, after: str, until: str) -> Iterator[News]:
    for table, words, time, holds, title, counted in _KEPT:
        rows = store.db.execute(
            f"""
            SELECT {words} AS words, {time} AS at FROM {table}
            WHERE event_id = ? AND {time} > ? AND {time} <= ? AND {holds} ORDER BY {time}, id
            """,
            (event_id, after, until),
        ).fetchall()
        said = counted.format(len(rows), "" if len(rows) == 1 else "s")
        for row in rows:
            yield News(said, title, "", _short(without_marks(row["words"])), row["at"])


def _logged(store: Store, event_id: int, after: str, until: str) -> Iterator[News]:
    """Tell which facts of the event were changed, whoever did it, from what the log can still take back."""
    steps: list[dict[str, Any]] = []
    parts: dict[str, tuple[set[str], set[str]]] = {table: (set(), set()) for table in _PARTS}
    at = ""
    for row in store.db.execute(
        """
        SELECT made_at, steps FROM change_log
        WHERE undone_at IS NULL AND made_at > :after AND made_at <= :until
            -- A schedule's change has thousands of steps: only what names the event is read at all.
            AND (instr(steps, :as_event) > 0 OR instr(steps, :as_part) > 0)
        ORDER BY id
        """,
        {
            "after": after,
            "until": until,
            "as_event": f'"table": "event", "id": {event_id},',
            "as_part": f'"event_id": {event_id}',
        },
    ):
        for step in cast(list[dict[str, Any]], json.loads(row["steps"])):
            before, now = _sides(step)
            if step["table"] == "event" and step["id"] == event_id and step["after"]:
                steps.append(step)
                at = row["made_at"]
            elif step["table"] in _PARTS and event_id in (before.get("event_id"), now.get("event_id")):
                words = _PARTS[step["table"]][1]
                gone, come = parts[step["table"]]
                _move(str(before.get(words) or ""), come, gone)
                _move(str(now.get(words) or ""), gone, come)
                at = row["made_at"]
    yield from _fields(store, steps, at)
    for table, (gone, come) in parts.items():
        yield from _parts(store, table, gone, come, at)


def _sides(step: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the columns of a step before and after; none where the row was not there."""
    return step["before"] or {}, step["after"] or {}


def _move(words: str, out: set[str], into: set[str]) -> None:
    """Note that a row came or went: one that went and came again, as when all are written anew, is neither."""
    if not words:
        return
    if words in out:
        out.discard(words)
    else:
        into.add(words)


def _fields(store: Store, steps: list[dict[str, Any]], at: str) -> Iterator[News]:
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    for step in steps:
        before, after = _sides(step)
        first = {**before, **first}
        last.update(after)
    for name, columns in _FIELDS.items():
        changed = [column for column in columns if column in last and first.get(column) != last[column]]
        if changed:
            title = f"{name.capitalize()} changed"
            yield News(f"{name} changed", title, _say(store, name, first), _say(store, name, last), at)


def _say(store: Store, name: str, values: dict[str, Any]) -> str:
    if name == "date":
        return say_period(values.get("starts_at"), values.get("ends_at"))
    if name == "series":
        row = store.db.execute("SELECT name FROM series WHERE id = ?", (values.get("series_id"),)).fetchone()
        return row["name"] if row else ""
    value = str(values.get(_FIELDS[name][0]) or "")
    return say_date(value) if name == "publishing date" else _short(value)


def _parts(store: Store, table: str, gone: set[str], come: set[str], at: str) -> Iterator[News]:
    noun = _PARTS[table][0]
    plural = {"person on the panel": "people on the panel"}.get(noun, f"{noun}s")
    for verb, words in (("added", come), ("removed", gone)):
        said = f"{len(words)} {noun if len(words) == 1 else plural} {verb}"
        for one in sorted(words):
            text = _short(_topic(store, one) if table == "event_topic" else one)
            sides = ("", text) if verb == "added" else (text, "")
            yield News(said, f"{noun.capitalize()} {verb}", *sides, at)


def _topic(store: Store, number: str) -> str:
    row = store.db.execute("SELECT name FROM topic WHERE id = ?", (int(number),)).fetchone()
    return row["name"] if row else "a topic that is gone"


def _short(words: str) -> str:
    """Give the words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"
