# SPDX-License-Identifier: MIT
"""The tables of a library, as append-only migrations.

Never edit a migration that has been released: add one, and raise VERSION by one. Tables are singular nouns in the
product's words; `uid` is a UUID that survives export and exchange; dates are ISO 8601 text at their own precision.
"""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from eqbrief.store.schema_search import KEPT_QUERIES, numbered_passages

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("eqbrief")

_NAMED = "(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE COLLATE NOCASE)"
_KEYED = """(
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    match_key TEXT NOT NULL -- equal for two spellings that mean the same one
)"""
_OF_EVENT = "event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE"
_POSITIONED = f"id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {_OF_EVENT}, position INTEGER NOT NULL"

_TABLES = (
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

_SEARCH = (
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


@migrations()
def m001_first_library(db: "Database") -> None:
    """Make the tables of version 0.1 and the two search indexes over passages."""
    for statement in (*_TABLES, *_SEARCH):
        db.conn.execute(statement)


@migrations()
def m002_again_and_learnt(db: "Database") -> None:
    """Keep what each page said, so that a newer copy is compared with it; what is being brought in; learnt rules."""
    for statement in (
        # What was read from it, as `to_json` writes it, without text and evidence; NULL for pages of version 1.
        "ALTER TABLE source ADD COLUMN draft TEXT",
        # Which listing or schedule it is of, and which part: the same in every copy; NULL for a page of one event.
        "ALTER TABLE source ADD COLUMN listing TEXT",
        "ALTER TABLE source ADD COLUMN part TEXT",
        "CREATE INDEX event_title ON event(title COLLATE NOCASE) WHERE deleted_at IS NULL",
        "CREATE INDEX source_part ON source(listing, part) WHERE listing IS NOT NULL",
        """CREATE TABLE intake (
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL, -- what the file was called
            file TEXT NOT NULL, -- where it is kept, relative to the library
            wanted TEXT, -- the numbers of its events that were chosen, as a JSON list; NULL for all
            started_at TEXT NOT NULL -- the row goes when all its events are stored
        )""",
        """CREATE TABLE rule (
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
            site TEXT NOT NULL, -- whose pages it is for
            field TEXT NOT NULL, -- which field of a draft it sets
            says TEXT NOT NULL, -- JSON: the rule itself, see the model
            learnt_at TEXT NOT NULL
        )""",
        "CREATE INDEX rule_site ON rule(site)",
    ):
        db.conn.execute(statement)


@migrations()
def m003_downloads(db: "Database") -> None:
    """Keep which decks are still to be downloaded, so that a restart asks about them and forgets none."""
    db.conn.execute(
        """CREATE TABLE download (
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
            deck_id INTEGER NOT NULL UNIQUE REFERENCES deck(id) ON DELETE CASCADE,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
            reason TEXT, -- why it failed, in two sentences
            asked_at TEXT NOT NULL -- the row goes when the deck is here, or nobody wants it any more
        )"""
    )


@migrations()
def m004_actions(db: "Database") -> None:
    """Keep actions, each with its owner, its due date and what it came from."""
    for statement in (
        f"""CREATE TABLE action (
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {_OF_EVENT},
            text TEXT NOT NULL, -- one line
            owner TEXT,
            person_id INTEGER REFERENCES person(id) ON DELETE SET NULL, -- whom the owner's name means
            due TEXT,
            state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
            outcome TEXT,
            done_at TEXT,
            evidence_kind TEXT, -- note or question
            evidence_uid TEXT, -- no reference: the words outlast what they stood in
            evidence_text TEXT,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL
        )""",
        "CREATE INDEX action_event ON action(event_id)",
        "CREATE INDEX action_person ON action(person_id)",
        "CREATE INDEX action_open ON action(event_id) WHERE state = 'open'",
    ):
        db.conn.execute(statement)


@migrations()
def m005_transcripts(db: "Database") -> None:
    """Keep transcripts, turn by turn, with the person that each speaker's name means."""
    for statement in (
        f"""CREATE TABLE transcript (
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {_OF_EVENT},
            title TEXT NOT NULL,
            format TEXT NOT NULL, -- vtt, srt or docx
            file TEXT NOT NULL, -- relative to the library
            sha256 TEXT NOT NULL,
            added_at TEXT NOT NULL,
            deleted_at TEXT
        )""",
        "CREATE INDEX transcript_event ON transcript(event_id)",
        """CREATE TABLE turn (
            id INTEGER PRIMARY KEY,
            transcript_id INTEGER NOT NULL REFERENCES transcript(id) ON DELETE CASCADE,
            starts_at REAL NOT NULL, -- seconds from the recording's beginning
            ends_at REAL,
            speaker TEXT, -- as the file has it
            person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
            text TEXT NOT NULL
        )""",
        "CREATE INDEX turn_transcript ON turn(transcript_id)",
        "CREATE INDEX turn_person ON turn(person_id)",
    ):
        db.conn.execute(statement)


@migrations()
def m006_search(db: "Database") -> None:
    """Number passages so that the index knows kind and event of a match; keep searches and enquiries."""
    for statement in (*numbered_passages(), *KEPT_QUERIES):
        db.conn.execute(statement)


@migrations()
def m007_briefings(db: "Database") -> None:
    """Keep briefings with what was gathered for each, so that they can be opened, changed and issued again."""
    db.conn.execute(
        """CREATE TABLE briefing (
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            audience TEXT NOT NULL DEFAULT '',
            author TEXT NOT NULL DEFAULT '',
            date TEXT NOT NULL DEFAULT '',
            classification TEXT NOT NULL DEFAULT '',
            template TEXT NOT NULL DEFAULT '', -- what it was begun from
            style TEXT NOT NULL DEFAULT 'numbered' CHECK (style IN ('numbered', 'bracketed')),
            cover INTEGER NOT NULL DEFAULT 0 CHECK (cover IN (0, 1)),
            contents INTEGER NOT NULL DEFAULT 0 CHECK (contents IN (0, 1)),
            outline TEXT NOT NULL DEFAULT '[]', -- JSON: its sections in order with their pieces, see the model
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            opened_at TEXT NOT NULL, -- the one opened last is what things are added to
            issued_at TEXT -- when it was last written to a file
        )"""
    )
