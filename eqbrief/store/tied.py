# SPDX-License-Identifier: MIT
"""The tables of notes that are tied to something, and of lines that are not finished yet."""

TIED_NOTES = (
    # A note on a person or an organisation is of no event, and SQLite cannot take a NOT NULL away.
    """CREATE TABLE note_anew (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        event_id INTEGER REFERENCES event(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL, -- Markdown
        private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT,
        tie_kind TEXT, -- slide, question, session, transcript, person or organisation; NULL for the event as a whole
        tie_uid TEXT, -- of the deck, the question and so on; no reference: the note outlasts what it is tied to
        tie_number INTEGER, -- the slide's or the question's number, the moment in seconds
        tie_title TEXT, -- what the deck, the session or the person was called
        tie_words TEXT, -- what stood there: by this it is found again
        CHECK (event_id IS NOT NULL OR coalesce(tie_kind, '') IN ('person', 'organisation'))
    )""",
    """INSERT INTO note_anew (id, uid, event_id, position, text, private, created_at, updated_at, deleted_at)
    SELECT id, uid, event_id, position, text, private, created_at, updated_at, deleted_at FROM note""",
    "DROP TABLE note",
    "ALTER TABLE note_anew RENAME TO note",
    "CREATE INDEX note_event ON note(event_id)",
    "CREATE INDEX note_tie ON note(tie_kind, tie_uid) WHERE tie_kind IS NOT NULL",
    """CREATE TABLE jotting (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        event_id INTEGER NOT NULL UNIQUE REFERENCES event(id) ON DELETE CASCADE,
        text TEXT NOT NULL -- the line of an action as far as it was typed
    )""",
)
