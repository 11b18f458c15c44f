# SPDX-License-Identifier: MIT
"""The tables of search as they now are: the numbers the indexes know passages by, saved searches and enquiries."""

_CODES = """CASE kind
    WHEN 'event' THEN 1 WHEN 'person' THEN 2 WHEN 'organisation' THEN 3 WHEN 'topic' THEN 4 WHEN 'session' THEN 5
    WHEN 'question' THEN 6 WHEN 'deck' THEN 7
    WHEN 'slide' THEN CASE place
        WHEN 'title' THEN 8 WHEN 'body' THEN 9 WHEN 'table' THEN 10 WHEN 'diagram' THEN 11 WHEN 'chart' THEN 12
        WHEN 'speaker-notes' THEN 13 ELSE 14
    END
    WHEN 'note' THEN 15 WHEN 'action' THEN 16 WHEN 'transcript' THEN 17 WHEN 'source' THEN 18 WHEN 'term' THEN 19
    ELSE 30
END"""
"""The same as store/search/ranges.py says; a test compares the two."""

_INDEXES = (
    """CREATE VIRTUAL TABLE passage_plain USING fts5(
        title, text, content='passage', content_rowid='docid', prefix='2 3', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE VIRTUAL TABLE passage_stem USING fts5(
        title, text, content='passage', content_rowid='docid', tokenize='porter unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER passage_inserted AFTER INSERT ON passage BEGIN
        INSERT INTO passage_plain(rowid, title, text) VALUES (new.docid, new.title, new.text);
        INSERT INTO passage_stem(rowid, title, text) VALUES (new.docid, new.title, new.text);
    END""",
    """CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN
        INSERT INTO passage_plain(passage_plain, rowid, title, text) VALUES ('delete', old.docid, old.title, old.text);
        INSERT INTO passage_stem(passage_stem, rowid, title, text) VALUES ('delete', old.docid, old.title, old.text);
    END""",
    """CREATE TRIGGER passage_updated AFTER UPDATE ON passage BEGIN
        INSERT INTO passage_plain(passage_plain, rowid, title, text) VALUES ('delete', old.docid, old.title, old.text);
        INSERT INTO passage_stem(passage_stem, rowid, title, text) VALUES ('delete', old.docid, old.title, old.text);
        INSERT INTO passage_plain(rowid, title, text) VALUES (new.docid, new.title, new.text);
        INSERT INTO passage_stem(rowid, title, text) VALUES (new.docid, new.title, new.text);
    END""",
)

KEPT_QUERIES = (
    """CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        query TEXT NOT NULL, -- as typed
        seen TEXT NOT NULL DEFAULT '[]', -- what it found when it was last looked at, as a JSON list of keys
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    )""",
    """CREATE TABLE enquiry (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, -- the question, as a person would put it
        query TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    )""",
    """CREATE TABLE enquiry_row (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        enquiry_id INTEGER NOT NULL REFERENCES enquiry(id) ON DELETE CASCADE,
        event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
        person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
        kind TEXT NOT NULL, -- of what the passage is, as search says it
        record_id INTEGER NOT NULL,
        place TEXT NOT NULL DEFAULT '',
        says TEXT NOT NULL, -- where it stands, in words: 'Slide 12 of Bystander one year on'
        text TEXT NOT NULL, -- the passage, as it was when the question was put
        left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
        UNIQUE (enquiry_id, event_id, kind, record_id, place)
    )""",
    "CREATE INDEX enquiry_row_event ON enquiry_row(event_id)",
    "CREATE INDEX enquiry_row_person ON enquiry_row(person_id)",
)


def search_parts() -> tuple[str, ...]:
    """Give the statements that make the search indexes and their triggers, as a library of this version has them."""
    return _INDEXES


def numbered_passages() -> tuple[str, ...]:
    """Give the statements that number the passages by kind, place and event, and make the indexes anew over that."""
    return (
        "DROP TRIGGER passage_inserted",
        "DROP TRIGGER passage_deleted",
        "DROP TRIGGER passage_updated",
        "DROP TABLE passage_plain",
        "DROP TABLE passage_stem",
        f"""ALTER TABLE passage ADD COLUMN docid INTEGER GENERATED ALWAYS AS (
            (({_CODES}) << 58) | (coalesce(event_id, 0) << 32) | id
        ) VIRTUAL""",
        "CREATE UNIQUE INDEX passage_docid ON passage(docid, record_id)",
        *_INDEXES,
        "INSERT INTO passage_plain(passage_plain) VALUES ('rebuild')",
        "INSERT INTO passage_stem(passage_stem) VALUES ('rebuild')",
    )
