# SPDX-License-Identifier: MIT
"""Keep the table of passages: everything that search can find, each with its kind, its record and its place."""

import re
from collections.abc import Sequence

from eqbrief.model import Draft, DraftPerson
from eqbrief.store.changes import Change
from eqbrief.store.events import event, notes
from eqbrief.store.library import Store
from eqbrief.store.transcripts import index_transcripts

_LINE_SIGNS = re.compile(r"^[ \t]*(?:#{1,6} |>[ \t]?|[-*+] (?:\[[ xX]\] )?|\d+[.)] )+", re.MULTILINE)
_STRESS = re.compile(r"(?:\*\*|__|`)")

_OTHER_NAMES = """coalesce((
    SELECT group_concat(name, ' · ') FROM {kind}_name WHERE {kind}_id = {kind}.id AND name <> {kind}.name
), '')"""
_PEOPLE = "SELECT person_id FROM appearance WHERE event_id = ? ORDER BY position"
_SPELLINGS = {"person": _OTHER_NAMES, "organisation": _OTHER_NAMES, "topic": "''"}
_NAME_PASSAGE = """
    INSERT INTO passage(kind, record_id, title, text) SELECT '{kind}', id, name, {spellings} FROM {kind} WHERE {where}
"""
_ACTION_PASSAGES = """
    INSERT INTO passage(kind, record_id, event_id, title, text)
    SELECT 'action', action.id, action.event_id, action.text,
        coalesce(action.owner, '') || iif(action.owner <> '' AND action.outcome <> '', ' · ', '')
            || coalesce(action.outcome, '')
    FROM action JOIN event ON event.id = action.event_id
    WHERE event.deleted_at IS NULL AND {where}
"""
_PLACES = {
    "title": "''",
    "body": """trim(slide.body_text || char(10) || coalesce(
        (SELECT group_concat(value, char(10)) FROM json_each(slide.alternatives)), ''), char(10))""",
    "table": "slide.table_text",
    "diagram": "slide.diagram_text",
    "chart": "slide.chart_text",
    "speaker-notes": "slide.notes_text",
}
"""Where the words of a slide stand, as a hit says it."""
# A file that an event has twice is found once, as its first deck.
_SLIDES = """
    FROM (
        SELECT min(id) AS id, event_id, sha256 FROM deck
        WHERE event_id = :event AND (:sha256 IS NULL OR sha256 = :sha256) GROUP BY sha256
    ) AS deck
    JOIN event ON event.id = deck.event_id AND event.deleted_at IS NULL
    JOIN reading ON reading.sha256 = deck.sha256
    JOIN slide ON slide.reading_id = reading.id
"""


def index_event(store: Store, change: Change, number: int) -> None:
    """Write the passages of an event, its notes and its actions anew; none while it lies in the bin.

    Those of its slides, which are many, are written only where they are not as they should be.
    """
    change.execute("DELETE FROM passage WHERE event_id = ? AND kind <> 'slide'", (number,))
    index_slides(change, number)
    found = event(store, number)
    if found is None or found.deleted_at:
        return
    ids = [row["person_id"] for row in change.execute(_PEOPLE, (number,))]
    people = list(zip(ids, (one.printed for one in found.appearances), strict=True))
    _index_draft(change, number, found.draft, people, [(deck.id, deck.offered.title) for deck in found.decks])
    for note in notes(store, number):
        _index_text(change, note.id, number, note.text)
    change.execute(_ACTION_PASSAGES.format(where="action.event_id = ?"), (number,))
    index_transcripts(change, number)


def index_new_event(change: Change, number: int, draft: Draft) -> None:
    """Write the passages of an event that was stored a moment ago and has no notes yet, without reading it back."""
    ids = [row["person_id"] for row in change.execute(_PEOPLE, (number,))] if draft.people else []
    decks = change.execute("SELECT id, title FROM deck WHERE event_id = ?", (number,)).fetchall() if draft.decks else []
    _index_draft(change, number, draft, list(zip(ids, draft.people, strict=True)), [tuple(row) for row in decks])


def _index_draft(
    change: Change,
    number: int,
    draft: Draft,
    people: Sequence[tuple[int, DraftPerson]],
    decks: Sequence[tuple[int, str]],
) -> None:
    about = (draft.publisher, draft.series, draft.summary, draft.body, " · ".join(draft.topics))
    _insert(change, "event", number, number, draft.title or "", "\n".join(part for part in about if part))
    for person_id, person in people:
        line = " · ".join((person.capacity, *person.roles, *person.organisations))
        _insert(change, "person", person_id, number, person.name, line)
    for deck_id, title in decks:
        _insert(change, "deck", deck_id, number, title, "")
    if draft.questions or draft.sessions:
        change.execute(
            """
            INSERT INTO passage(kind, record_id, event_id, title, text)
            SELECT 'question', id, event_id, 'Question ' || position, text FROM question WHERE event_id = :event
            UNION ALL
            SELECT 'session', id, event_id, title,
                coalesce((SELECT group_concat(value, ' · ') FROM json_each(people)), '')
            FROM session WHERE event_id = :event
            """,
            {"event": number},
        )


def index_note(change: Change, number: int) -> None:
    """Write the passage of one note anew; cheap enough for every save while typing."""
    change.execute("DELETE FROM passage WHERE kind = 'note' AND record_id = ?", (number,))
    row = change.execute(
        """
        SELECT note.event_id, note.text, note.tie_kind FROM note LEFT JOIN event ON event.id = note.event_id
        WHERE note.id = ? AND note.deleted_at IS NULL AND event.deleted_at IS NULL
        """,
        (number,),
    ).fetchone()
    if row is not None:
        _index_text(change, number, row["event_id"], row["text"], row["tie_kind"] if row["event_id"] is None else None)


def index_action(change: Change, number: int) -> None:
    """Write the passage of one action anew."""
    change.execute("DELETE FROM passage WHERE kind = 'action' AND record_id = ?", (number,))
    change.execute(_ACTION_PASSAGES.format(where="action.id = ?"), (number,))


def _index_text(change: Change, number: int, event_id: int | None, text: str, place: str | None = None) -> None:
    if text.strip():
        title, _, rest = without_marks(text).strip().partition("\n")
        change.execute(
            "INSERT INTO passage(kind, record_id, event_id, place, title, text) VALUES ('note', ?, ?, ?, ?, ?)",
            (number, event_id, place, title, rest),
        )


def without_marks(markdown: str) -> str:
    """Give the words of a Markdown text without the signs of headings, lists, quotes and stresses."""
    return _STRESS.sub("", _LINE_SIGNS.sub("", markdown))


def index_slides(change: Change, event_id: int, sha256: str | None = None) -> None:
    """Write the passages of an event's slides that are missing, and take away those that are no more.

    With `sha256` only those of the file of that content are written, of which nothing is there yet.
    """
    asked = {"event": event_id, "sha256": sha256}
    if sha256 is None:
        change.execute(
            f"""
            DELETE FROM passage WHERE kind = 'slide' AND event_id = :event AND (deck_id, record_id) NOT IN (
                SELECT deck.id, slide.id {_SLIDES}
            )
            """,
            asked,
        )
    missing = change.execute(
        f"""
        SELECT DISTINCT deck.id, slide.reading_id {_SLIDES}
        WHERE NOT EXISTS (SELECT 1 FROM passage WHERE passage.deck_id = deck.id AND passage.kind = 'slide')
        """,
        asked,
    ).fetchall()
    for deck in missing:
        for where, words in _PLACES.items():
            title, said = ("slide.title", "slide.title") if where == "title" else ("''", words)
            change.execute(
                f"""
                INSERT INTO passage(kind, record_id, event_id, deck_id, place, title, text)
                SELECT 'slide', slide.id, :event, :deck, :where, {title}, {words}
                FROM slide WHERE slide.reading_id = :reading AND {said} <> '' ORDER BY slide.number
                """,
                {"event": event_id, "where": where, "deck": deck["id"], "reading": deck["reading_id"]},
            )


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


def _insert(change: Change, kind: str, record: int, event_id: int, title: str, text: str) -> None:
    change.execute(
        "INSERT INTO passage(kind, record_id, event_id, title, text) VALUES (?, ?, ?, ?, ?)",
        (kind, record, event_id, title, text),
    )
