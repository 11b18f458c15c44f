# SPDX-License-Identifier: MIT
"""Keep the table of passages: everything that search can find, each with its kind, its record and its place."""

import re
from collections.abc import Iterable

from eqbrief.model import Event
from eqbrief.store.changes import Change
from eqbrief.store.events import event, notes
from eqbrief.store.library import Store

_LINE_SIGNS = re.compile(r"^[ \t]*(?:#{1,6} |>[ \t]?|[-*+] (?:\[[ xX]\] )?|\d+[.)] )+", re.MULTILINE)
_STRESS = re.compile(r"(?:\*\*|__|`)")

_OTHER_NAMES = """coalesce((
    SELECT group_concat(name, ' · ') FROM {kind}_name WHERE {kind}_id = {kind}.id AND name <> {kind}.name
), '')"""
_SPELLINGS = {"person": _OTHER_NAMES, "organisation": _OTHER_NAMES, "topic": "''"}
_NAME_PASSAGE = """
    INSERT INTO passage(kind, record_id, title, text) SELECT '{kind}', id, name, {spellings} FROM {kind} WHERE {where}
"""


def index_event(store: Store, change: Change, number: int) -> None:
    """Write the passages of an event and its notes anew; none while it lies in the bin."""
    change.execute("DELETE FROM passage WHERE event_id = ?", (number,))
    found = event(store, number)
    if found is None or found.deleted_at:
        return
    for kind, record, title, text in _passages(found):
        _insert(change, kind, record, number, title, text)
    change.execute(
        """
        INSERT INTO passage(kind, record_id, event_id, title, text)
        SELECT 'question', id, event_id, 'Question ' || position, text FROM question WHERE event_id = :event
        UNION ALL
        SELECT 'session', id, event_id, title, people FROM session WHERE event_id = :event
        """,
        {"event": number},
    )
    for note in notes(store, number):
        _index_text(change, note.id, number, note.text)


def index_note(change: Change, number: int) -> None:
    """Write the passage of one note anew; cheap enough for every save while typing."""
    change.execute("DELETE FROM passage WHERE kind = 'note' AND record_id = ?", (number,))
    row = change.execute(
        """
        SELECT note.event_id, note.text FROM note JOIN event ON event.id = note.event_id
        WHERE note.id = ? AND note.deleted_at IS NULL AND event.deleted_at IS NULL
        """,
        (number,),
    ).fetchone()
    if row is not None:
        _index_text(change, number, row["event_id"], row["text"])


def _index_text(change: Change, number: int, event_id: int, text: str) -> None:
    if text.strip():
        title, _, rest = without_marks(text).strip().partition("\n")
        _insert(change, "note", number, event_id, title, rest)


def without_marks(markdown: str) -> str:
    """Give the words of a Markdown text without the signs of headings, lists, quotes and stresses."""
    return _STRESS.sub("", _LINE_SIGNS.sub("", markdown))


def index_names(change: Change) -> None:
    """Write the passages of all people, organisations and topics anew."""
    for kind in _SPELLINGS:
        change.execute("DELETE FROM passage WHERE kind = ? AND event_id IS NULL", (kind,))
        change.execute(_NAME_PASSAGE.format(kind=kind, spellings=_SPELLINGS[kind].format(kind=kind), where="1"))


def index_name(change: Change, kind: str, number: int) -> None:
    """Write the passage of one person, organisation or topic anew, with every spelling."""
    change.execute("DELETE FROM passage WHERE kind = ? AND record_id = ? AND event_id IS NULL", (kind, number))
    sql = _NAME_PASSAGE.format(kind=kind, spellings=_SPELLINGS[kind].format(kind=kind), where=f"{kind}.id = ?")
    change.execute(sql, (number,))


def _passages(found: Event) -> Iterable[tuple[str, int, str, str]]:
    draft = found.draft
    title = draft.title or ""
    about = (draft.publisher, draft.series, draft.summary, draft.body, " · ".join(draft.topics))
    yield "event", found.id, title, "\n".join(part for part in about if part)
    for appearance in found.appearances:
        person = appearance.printed
        line = " · ".join((person.capacity, *person.roles, *person.organisations))
        yield "person", appearance.person_id, person.name, line
    for deck in found.decks:
        yield "deck", deck.id, deck.offered.title, ""


def _insert(change: Change, kind: str, record: int, event_id: int, title: str, text: str) -> None:
    change.execute(
        "INSERT INTO passage(kind, record_id, event_id, title, text) VALUES (?, ?, ?, ?, ?)",
        (kind, record, event_id, title, text),
    )
