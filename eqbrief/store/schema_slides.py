# SPDX-License-Identifier: MIT
"""The tables of what stands on slides; they hang on the content of files, not on decks."""

SLIDES = (
    """CREATE TABLE reading (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE, -- of the file that was read
        state TEXT NOT NULL CHECK (state IN ('read', 'password', 'failed')), -- no row: it waits
        format TEXT,
        reason TEXT, -- why it was not read, a sentence
        next_step TEXT,
        unread TEXT NOT NULL DEFAULT '[]', -- JSON: what of it could not be read, as [{"slide", "reason"}]
        edition INTEGER NOT NULL, -- of the reader; what an older one read is read once more
        read_at TEXT NOT NULL
    )""",
    """CREATE TABLE slide (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        reading_id INTEGER NOT NULL REFERENCES reading(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        title TEXT,
        hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
        title_text TEXT NOT NULL,
        body_text TEXT NOT NULL,
        table_text TEXT NOT NULL,
        diagram_text TEXT NOT NULL,
        chart_text TEXT NOT NULL,
        notes_text TEXT NOT NULL, -- the speaker's
        pictures INTEGER NOT NULL,
        alternatives TEXT NOT NULL, -- JSON: the alternative texts of its pictures
        links TEXT NOT NULL, -- JSON: [{"text", "url"}]
        prints TEXT NOT NULL DEFAULT '[]', -- JSON: a mark of each picture's content
        content_hash TEXT NOT NULL, -- of what stands on it, the same in each copy of the slide
        UNIQUE (reading_id, number)
    )""",
    "CREATE INDEX slide_content_hash ON slide(content_hash)",
    "CREATE INDEX deck_sha256 ON deck(sha256) WHERE sha256 IS NOT NULL",
    # Which of the event's decks a slide's words stand in.
    "ALTER TABLE passage ADD COLUMN deck_id INTEGER REFERENCES deck(id) ON DELETE CASCADE",
    "CREATE INDEX passage_deck ON passage(deck_id) WHERE deck_id IS NOT NULL",
)
