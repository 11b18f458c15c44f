# SPDX-License-Identifier: MIT
"""Briefings: what goes out, with everything that was gathered for it. The sections lie in one column, as JSON."""

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from eqbrief.model import Briefing, NameRecord, UserError, now, to_json
from eqbrief.model.briefings import Section, sections_from_json
from eqbrief.store.changes import Change
from eqbrief.store.library import Store
from eqbrief.store.names import name_record

_PLAIN = tuple(one.name for one in fields(Briefing) if one.name not in ("references", "sections"))


def briefings(store: Store) -> list[Briefing]:
    """Read all briefings, the one opened last first."""
    rows = store.db.execute("SELECT * FROM briefing ORDER BY opened_at DESC, id DESC")
    return [_briefing(row) for row in rows]


def briefing(store: Store, number: int) -> Briefing | None:
    """Read one briefing; None when there is none of this id."""
    row = store.db.execute("SELECT * FROM briefing WHERE id = ?", (number,)).fetchone()
    return _briefing(row) if row else None


def current_briefing(store: Store) -> Briefing | None:
    """Read the briefing that was opened last, to which things are added; None when there is none."""
    row = store.db.execute("SELECT * FROM briefing ORDER BY opened_at DESC, id DESC LIMIT 1").fetchone()
    return _briefing(row) if row else None


def count_gathered(store: Store) -> int:
    """Count what was put into the briefing that was opened last, without reading it."""
    row = store.db.execute(
        """
        SELECT coalesce(sum(json_array_length(section.value, '$.pieces')), 0) AS number
        FROM (SELECT outline FROM briefing ORDER BY opened_at DESC, id DESC LIMIT 1) AS newest,
            json_each(newest.outline) AS section
        """
    ).fetchone()
    return int(row["number"])


def find_briefing(store: Store, words: str) -> int:
    """Give the id of the briefing meant by an id, a uid or a unique part of a title.

    Raises:
        UserError: when none or more than one is meant.
    """
    rows = store.db.execute("SELECT id, uid, title FROM briefing ORDER BY id").fetchall()
    asked = words.strip()
    for meant in (
        [row for row in rows if asked.isdecimal() and str(row["id"]) == asked],
        [row for row in rows if row["uid"] == asked],
        [row for row in rows if asked and not asked.isdecimal() and asked.casefold() in row["title"].casefold()],
    ):
        if len(meant) == 1:
            return int(meant[0]["id"])
        if meant:
            named = "; ".join(f"{row['id']} {row['title']}" for row in meant[:5])
            raise UserError(f"'{words}' may mean several briefings: {named}.", "Give the number, or more of the title.")
    raise UserError(f"No briefing is called '{words}'.", "Use `eqbrief briefings` to see them and their numbers.")


def add_briefing(store: Store, change: Change, made: Briefing) -> int:
    """Keep a new briefing and give its id. It is the one opened last."""
    moment = now()
    times = {"created_at": moment, "updated_at": moment, "opened_at": moment}
    number = change.insert("briefing", **{**_values(made), **times})
    store.touch("briefing")
    return number


def set_briefing(store: Store, change: Change, number: int, wanted: Briefing) -> None:
    """Set a briefing to what is wanted: title page, references, sections.

    Raises:
        UserError: when it is gone.
    """
    values = _values(wanted)
    for name in ("uid", "created_at", "opened_at", "issued_at"):
        del values[name]
    change.update("briefing", number, **{**values, "updated_at": now()})
    store.touch("briefing")


def remove_briefing(store: Store, change: Change, number: int) -> None:
    """Take a briefing away; undoing the change brings it back whole.

    Raises:
        UserError: when it is gone.
    """
    change.delete("briefing", number)
    store.touch("briefing")


def note_opened(store: Store, change: Change, number: int) -> None:
    """Say that a briefing was opened now, so that things are added to it."""
    change.execute("UPDATE briefing SET opened_at = ? WHERE id = ?", (now(), number))
    store.touch("briefing")


def note_issued(store: Store, change: Change, number: int) -> None:
    """Say that a briefing was written to a file now."""
    change.execute("UPDATE briefing SET issued_at = ? WHERE id = ?", (now(), number))
    store.touch("briefing")


def forget_pieces(store: Store, change: Change, uids: Iterable[str]) -> None:
    """Take what was put into briefings of records that are removed for good out of them, and out of the undo log."""
    gone = set(uids)
    for row in change.execute("SELECT id, outline FROM briefing").fetchall():
        sections = _sections(row["outline"])
        kept = tuple(_without(section, gone) for section in sections)
        if kept != sections:
            change.execute("UPDATE briefing SET outline = ? WHERE id = ?", (_json(kept), row["id"]))
            store.touch("briefing")
    for uid in gone:
        change.execute(
            """
            DELETE FROM change_log WHERE id IN (
                SELECT change_log.id FROM change_log, json_each(change_log.steps) AS step
                WHERE json_extract(step.value, '$.table') = 'briefing' AND instr(step.value, ?) > 0
            )
            """,
            (uid,),
        )


def person_by_uid(store: Store, uid: str) -> NameRecord | None:
    """Read a person with every appearance by their uid; None when there is none."""
    row = store.db.execute("SELECT id FROM person WHERE uid = ?", (uid,)).fetchone()
    return name_record(store, "person", row["id"]) if row else None


def _without(section: Section, gone: set[str]) -> Section:
    kept = tuple(piece for piece in section.pieces if not {piece.record, piece.event} & gone)
    return section if kept == section.pieces else replace(section, pieces=kept)


def _values(wanted: Briefing) -> dict[str, Any]:
    values = {name: getattr(wanted, name) for name in _PLAIN if name != "id"}
    values |= {"cover": int(wanted.cover), "contents": int(wanted.contents)}
    return {**values, "style": wanted.references, "outline": _json(wanted.sections)}


def _json(sections: tuple[Section, ...]) -> str:
    return json.dumps(to_json(sections), ensure_ascii=False)


def _sections(outline: str) -> tuple[Section, ...]:
    try:
        return sections_from_json(json.loads(outline))
    except ValueError:
        return ()


def _briefing(row: Any) -> Briefing:
    values = {name: row[name] for name in _PLAIN}
    values |= {"cover": bool(row["cover"]), "contents": bool(row["contents"])}
    return Briefing(**values, references=row["style"], sections=_sections(row["outline"]))
