# SPDX-License-Identifier: MIT
"""The tables behind the directories: records that are one and the same, what belongs to what, and the glossary.

Two records that were merged stay two rows, and `same_as` of the one points to the other: what was printed keeps
pointing where it pointed, so that the merge can be taken back at any time, whatever was written since.
"""

_ROOT = """CREATE VIEW {0}_root(id, root) AS -- of every merged {0} the record that stands for it
    WITH RECURSIVE up(id, root) AS (
        SELECT id, same_as FROM {0} WHERE same_as IS NOT NULL
        UNION
        SELECT up.id, {0}.same_as FROM up JOIN {0} ON {0}.id = up.root WHERE {0}.same_as IS NOT NULL
    )
    SELECT up.id, up.root FROM up JOIN {0} ON {0}.id = up.root WHERE {0}.same_as IS NULL"""

_NAMED = tuple(
    statement.format(kind)
    for kind in ("person", "organisation")
    for statement in (
        "ALTER TABLE {0} ADD COLUMN same_as INTEGER REFERENCES {0}(id) ON DELETE SET NULL",
        "CREATE INDEX {0}_same_as ON {0}(same_as) WHERE same_as IS NOT NULL",
        # Better rules may find that two records of an older library are one: they are merged, and share their key.
        "DROP INDEX {0}_match_key",
        "CREATE INDEX {0}_match_key ON {0}(match_key)",
        # Set for a name that a person gave by hand: what is printed so from now on means this record.
        "ALTER TABLE {0}_name ADD COLUMN match_key TEXT",
        "CREATE INDEX {0}_name_match_key ON {0}_name(match_key) WHERE match_key IS NOT NULL",
        _ROOT,
    )
)

DIRECTORY = (
    *_NAMED,
    "ALTER TABLE organisation ADD COLUMN parent_id INTEGER REFERENCES organisation(id) ON DELETE SET NULL",
    "CREATE INDEX organisation_parent ON organisation(parent_id) WHERE parent_id IS NOT NULL",
    "ALTER TABLE topic ADD COLUMN colour TEXT",
    """CREATE TABLE told_apart (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
        one_id INTEGER NOT NULL, -- the smaller number of the two
        other_id INTEGER NOT NULL,
        UNIQUE (kind, one_id, other_id)
    )""",
    """CREATE TABLE derived (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE, -- what was made from other rows: 'match keys', 'terms'
        version INTEGER NOT NULL -- of the rules it was made by; made anew when the program has others
    )""",
    """CREATE TABLE term (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        short TEXT NOT NULL, -- as printed: ICB
        long TEXT NOT NULL, -- as most places print it
        match_key TEXT NOT NULL, -- equal for two spellings of one meaning of one acronym
        state TEXT NOT NULL DEFAULT 'found' CHECK (state IN ('found', 'accepted', 'rejected')),
        edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)), -- the long form was written by hand
        UNIQUE (match_key)
    )""",
    "CREATE INDEX term_short ON term(short)",
    """CREATE TABLE term_place (
        id INTEGER PRIMARY KEY,
        term_id INTEGER NOT NULL REFERENCES term(id) ON DELETE CASCADE,
        event_id INTEGER REFERENCES event(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, -- source, slide or note
        record_id INTEGER NOT NULL,
        times INTEGER NOT NULL
    )""",
    "CREATE INDEX term_place_term ON term_place(term_id)",
    "CREATE INDEX term_place_event ON term_place(event_id)",
    "CREATE INDEX term_place_record ON term_place(kind, record_id)",
    """CREATE TABLE term_read ( -- the events whose terms were gathered, and which have not been written to since
        id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL UNIQUE REFERENCES event(id) ON DELETE CASCADE
    )""",
    """CREATE TRIGGER passage_tells_terms AFTER INSERT ON passage
    WHEN new.event_id IS NOT NULL AND new.kind IN ('event', 'slide', 'note', 'source')
    BEGIN DELETE FROM term_read WHERE event_id = new.event_id; END""",
)
