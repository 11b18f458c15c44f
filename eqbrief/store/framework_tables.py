# SPDX-License-Identifier: MIT
"""The tables of frameworks that a person added, and of what is tagged as evidence for their actions."""

from eqbrief.store.first_tables import OF_EVENT

FRAMEWORKS = (
    """CREATE TABLE framework (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL UNIQUE, -- what tags name it by
        name TEXT NOT NULL,
        publisher TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        about TEXT NOT NULL DEFAULT '',
        actions TEXT NOT NULL, -- JSON: number, title, explanation, terms and hints of each, see the model
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    )""",
    f"""CREATE TABLE tag (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, {OF_EVENT},
        framework TEXT NOT NULL, -- its key; no reference: the tag outlasts a framework that is taken away
        action TEXT NOT NULL, -- the number of its action
        kind TEXT NOT NULL CHECK (kind IN ('event', 'slide', 'question', 'note')),
        record TEXT NOT NULL, -- uid of the event, the deck, the question or the note; no reference, as notes' ties
        number INTEGER, -- of the slide or the question
        title TEXT, -- what the deck was called
        words TEXT, -- what stood on the slide or was asked: by this it is found again
        dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)), -- it was suggested, and is no evidence
        made_at TEXT NOT NULL
    )""",
    "CREATE INDEX tag_event ON tag(event_id)",
    "CREATE INDEX tag_action ON tag(framework, action)",
)
