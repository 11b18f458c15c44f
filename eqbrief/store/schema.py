# SPDX-License-Identifier: MIT
"""The tables of a library, as append-only migrations.

Never edit a migration that has been released: add one, and raise VERSION by one. Tables are singular nouns in the
product's words; `uid` is a UUID that survives export and exchange; dates are ISO 8601 text at their own precision.
"""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from eqbrief.store.directory_schema import DIRECTORY
from eqbrief.store.first_tables import OF_EVENT, SEARCH, TABLES
from eqbrief.store.framework_tables import FRAMEWORKS
from eqbrief.store.review_tables import REVIEW
from eqbrief.store.schema_search import KEPT_QUERIES, numbered_passages
from eqbrief.store.schema_slides import SLIDES
from eqbrief.store.tied import TIED_NOTES

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("eqbrief")


@migrations()
def m001_first_library(db: "Database") -> None:
    """Make the tables of version 0.1 and the two search indexes over passages."""
    for statement in (*TABLES, *SEARCH):
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
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {OF_EVENT},
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
            id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {OF_EVENT},
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


@migrations()
def m008_slides(db: "Database") -> None:
    """Keep what stands on the slides of each file, once for all decks that have it, and find it by its place."""
    for statement in SLIDES:
        db.conn.execute(statement)


@migrations()
def m009_directory(db: "Database") -> None:
    """Let records be merged and told apart, organisations be parts of others, and keep the glossary's terms."""
    for statement in DIRECTORY:
        db.conn.execute(statement)


@migrations()
def m010_tied_notes(db: "Database") -> None:
    """Let a note be tied to a part of its event, or to a name of no event; keep lines that are not finished yet."""
    for statement in TIED_NOTES:
        db.conn.execute(statement)


@migrations()
def m011_frameworks(db: "Database") -> None:
    """Keep frameworks that a person adds, and what is tagged as evidence for an action of one."""
    for statement in FRAMEWORKS:
        db.conn.execute(statement)


@migrations()
def m012_review(db: "Database") -> None:
    """Keep when events were looked at, which slides were on show, and what was ticked by hand in a review."""
    for statement in REVIEW:
        db.conn.execute(statement)
