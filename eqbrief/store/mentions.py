# SPDX-License-Identifier: MIT
"""What notes name: the events of a title, and the lines of notes in which something is named."""

from collections.abc import Iterable, Sequence

from eqbrief.model.mentions import MentionedIn
from eqbrief.store.library import Store


def events_called(store: Store, title: str) -> list[tuple[int, str, str | None]]:
    """List the events of a title as (id, title, date), newest first, without those in the bin.

    A blank stands for whatever is between two words, since a mention has none of the title's own brackets.
    """
    escaped = title.replace("\\", "\\\\").replace("%", "\\%")
    rows = store.db.execute(
        """
        SELECT id, title, sort_date FROM event WHERE title LIKE ? ESCAPE '\\' AND deleted_at IS NULL
        ORDER BY sort_date DESC, id DESC
        """,
        (escaped.replace(" ", "%"),),
    )
    return [(row["id"], row["title"], row["sort_date"] or None) for row in rows]


def notes_naming(store: Store, written: Iterable[str]) -> Sequence[tuple[str, MentionedIn]]:
    """List the lines of notes that hold one of these texts, newest event first, each with the text that it holds.

    Case is not looked at. Whether a longer name stands there is for the caller to see.
    """
    found: dict[tuple[int, str], tuple[str, MentionedIn]] = {}
    for text in written:
        rows = store.db.execute(
            """
            SELECT note.id, note.event_id, note.text, event.title, event.sort_date
            FROM note LEFT JOIN event ON event.id = note.event_id
            WHERE instr(lower(note.text), lower(?)) AND note.deleted_at IS NULL AND event.deleted_at IS NULL
            """,
            (text,),
        )
        for row in rows:
            for line in row["text"].split("\n"):
                if text.casefold() in line.casefold():
                    place = (row["event_id"], row["title"] or "", row["sort_date"] or None)
                    found.setdefault((row["id"], line), (text, MentionedIn(row["id"], *place, line)))
    return sorted(found.values(), key=lambda one: one[1].event_date or "", reverse=True)
