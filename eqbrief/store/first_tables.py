# SPDX-License-Identifier: MIT
"""The tables and search indexes of the first library, as migration 1 makes them; never to be edited."""

_NAMED = "(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE COLLATE NOCASE)"
_KEYED = """(
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    match_key TEXT NOT NULL -- equal for two spellings that mean the same one
)"""
OF_EVENT = "event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE"
_POSITIONED = f"id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {OF_EVENT}, position INTEGER NOT NULL"

TABLES = (
    f"CREATE TABLE series {_NAMED}",
    f"CREATE TABLE topic {_NAMED}",
    f"CREATE TABLE person {_KEYED}",
    f"CREATE TABLE organisation {_KEYED}",
    "CREATE UNIQUE INDEX person_match_key ON person(match_key)",
    "CREATE UNIQUE INDEX organisation_match_key ON organisation(match_key)",
    """CREATE TABLE person_name (
        id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        name TEXT NOT NULL, UNIQUE (person_id, name)
    )""",
    """CREATE TABLE organisation_name (
        id INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL REFERENCES organisation(id) ON DELETE CASCADE,
        name TEXT NOT NULL, UNIQUE (organisation_id, name)
    )""",
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        publisher TEXT,
        series_id INTEGER REFERENCES series(id) ON DELETE SET NULL,
        kind TEXT NOT NULL,
        language TEXT,
        status TEXT,
        published_on TEXT,
        starts_at TEXT,
        ends_at TEXT,
        timezone TEXT,
        state TEXT NOT NULL DEFAULT 'to review' CHECK (state IN ('to review', 'reviewing', 'reviewed')),
        starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
        folder TEXT NOT NULL, -- where its files lie, below the library's files/
        edited TEXT NOT NULL DEFAULT '[]', -- the fields a person has set by hand, as a JSON list
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT, -- in the bin since
        summary TEXT,
        body TEXT, -- Markdown; last, since what stands behind a long text is slow to reach
        sort_date TEXT NOT NULL GENERATED ALWAYS AS (coalesce(starts_at, published_on, '')) VIRTUAL
    )""",
    "CREATE INDEX event_newest ON event(sort_date DESC, id DESC) WHERE deleted_at IS NULL",
    "CREATE INDEX event_series ON event(series_id) WHERE deleted_at IS NULL",
    "CREATE INDEX event_shelf ON event(state, starred) WHERE deleted_at IS NULL",
    "CREATE INDEX event_deleted ON event(deleted_at) WHERE deleted_at IS NOT NULL",
    """CREATE TABLE event_topic (
        id INTEGER PRIMARY KEY,
        event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
        topic_id INTEGER NOT NULL REFERENCES topic(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        UNIQUE (event_id, topic_id)
    )""",
    "CREATE INDEX event_topic_topic ON event_topic(topic_id)",
    f"""CREATE TABLE appearance (
        {_POSITIONED},
        person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        printed_name TEXT NOT NULL,
        honorific TEXT,
        credentials TEXT,
        capacity TEXT NOT NULL,
        spoke_on TEXT
    )""",
    """CREATE TABLE appearance_role (
        id INTEGER PRIMARY KEY, appearance_id INTEGER NOT NULL REFERENCES appearance(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, role TEXT NOT NULL
    )""",
    """CREATE TABLE appearance_organisation (
        id INTEGER PRIMARY KEY, appearance_id INTEGER NOT NULL REFERENCES appearance(id) ON DELETE CASCADE,
        organisation_id INTEGER NOT NULL REFERENCES organisation(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, printed TEXT NOT NULL
    )""",
    f"CREATE TABLE question ({_POSITIONED}, text TEXT NOT NULL)",
    f"CREATE TABLE recording ({_POSITIONED}, title TEXT NOT NULL, url TEXT)",
    f"CREATE TABLE session ({_POSITIONED}, title TEXT NOT NULL, starts_at TEXT, ends_at TEXT, people TEXT NOT NULL)",
    f"""CREATE TABLE deck (
        {_POSITIONED},
        title TEXT NOT NULL,
        printed_size INTEGER, -- bytes, as the page prints it
        format TEXT,
        pages INTEGER,
        url TEXT,
        file TEXT, -- relative to the library; NULL until it is here
        sha256 TEXT,
        size_bytes INTEGER,
        added_at TEXT
    )""",
    f"""CREATE TABLE source (
        {_POSITIONED},
        address TEXT NOT NULL, -- where it came from: a path or a web address, as evidence only
        file TEXT,
        sha256 TEXT NOT NULL,
        charset TEXT,
        text TEXT NOT NULL,
        evidence TEXT NOT NULL, -- JSON: what was found where in `text`
        added_at TEXT NOT NULL
    )""",
    "CREATE INDEX source_sha256 ON source(sha256)",
    "CREATE INDEX source_address ON source(address)",
    f"""CREATE TABLE note (
        {_POSITIONED},
        text TEXT NOT NULL, -- Markdown
        private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE revision (
        id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES note(id) ON DELETE CASCADE,
        text TEXT NOT NULL, made_at TEXT NOT NULL
    )""",
    "CREATE INDEX revision_note ON revision(note_id, made_at)",
    """CREATE TABLE change_log (
        id INTEGER PRIMARY KEY, made_at TEXT NOT NULL, name TEXT NOT NULL,
        steps TEXT NOT NULL, -- JSON: what to put back, see changes.py
        undone_at TEXT
    )""",
    *(
        f"CREATE INDEX {table}_{column} ON {table}({column}_id)"
        for table, column in (
            ("appearance", "event"),
            ("appearance", "person"),
            ("appearance_role", "appearance"),
            ("appearance_organisation", "appearance"),
            ("appearance_organisation", "organisation"),
            ("question", "event"),
            ("recording", "event"),
            ("session", "event"),
            ("deck", "event"),
            ("source", "event"),
            ("note", "event"),
        )
    ),
)

SEARCH = (
    """CREATE TABLE passage (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, -- what was found: event, person, organisation, question, note…
        record_id INTEGER NOT NULL, -- the row of that kind's table
        event_id INTEGER REFERENCES event(id) ON DELETE CASCADE,
        place TEXT, -- where within the record
        title TEXT NOT NULL,
        text TEXT NOT NULL
    )""",
    "CREATE INDEX passage_event ON passage(event_id)",
    "CREATE INDEX passage_record ON passage(kind, record_id)",
    """CREATE VIRTUAL TABLE passage_plain USING fts5(
        title, text, content='passage', content_rowid='id', prefix='2 3', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE VIRTUAL TABLE passage_stem USING fts5(
        title, text, content='passage', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER passage_inserted AFTER INSERT ON passage BEGIN
        INSERT INTO passage_plain(rowid, title, text) VALUES (new.id, new.title, new.text);
        INSERT INTO passage_stem(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
    """CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN
        INSERT INTO passage_plain(passage_plain, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO passage_stem(passage_stem, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    END""",
    """CREATE TRIGGER passage_updated AFTER UPDATE ON passage BEGIN
        INSERT INTO passage_plain(passage_plain, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO passage_stem(passage_stem, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO passage_plain(rowid, title, text) VALUES (new.id, new.title, new.text);
        INSERT INTO passage_stem(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
)
