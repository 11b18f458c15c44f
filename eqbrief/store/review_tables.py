# SPDX-License-Identifier: MIT
"""The tables of the review: when an event was looked at, which slides were on show, what was ticked by hand."""

from eqbrief.store.first_tables import OF_EVENT

REVIEW = (
    """CREATE TABLE look (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        event_id INTEGER NOT NULL UNIQUE REFERENCES event(id) ON DELETE CASCADE,
        looked_at TEXT NOT NULL, -- the last moment at which it was on show
        began_at TEXT NOT NULL, -- when that look began
        since TEXT, -- when the look before it ended; NULL for the first
        page_read_at TEXT -- when its page was on show to the end
    )""",
    "CREATE INDEX look_newest ON look(looked_at DESC)",
    """CREATE TABLE deck_seen (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        deck_id INTEGER NOT NULL UNIQUE REFERENCES deck(id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL, -- of the file that was seen: another version is to be seen anew
        slides TEXT NOT NULL -- JSON: the numbers of the slides that were on show
    )""",
    f"""CREATE TABLE review_tick (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {OF_EVENT},
        item TEXT NOT NULL, -- page, slides, notes, actions or briefed
        done INTEGER NOT NULL CHECK (done IN (0, 1)), -- what the person says, whatever was done
        UNIQUE (event_id, item)
    )""",
)
