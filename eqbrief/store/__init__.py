# SPDX-License-Identifier: MIT
"""The library on disk: the only SQL in the program.

`Store` opens a library; everything is written inside `with store.change("event", name="Star …") as change:`, and read
by the functions named here, each beside its SQL: listing, events, names (people, topics…), actions, search, decks and
their slides. What writes takes the `change` too: saving (events), sources (their pages), noting (notes), acting
(actions), decks, slides, and passages, which are what search finds.
"""

from eqbrief.store.acting import add_action, remove_action, set_action
from eqbrief.store.actions import action, actions, actions_of, find_action, person_by_key
from eqbrief.store.changes import Change, files_in_log, next_undo, undo_last
from eqbrief.store.decks import deck, decks_here, decks_of, decks_to_compare, insert_deck, move_file, put_file
from eqbrief.store.downloads import ask_for, downloads, end_download, note_failure
from eqbrief.store.events import event, notes
from eqbrief.store.library import EVERY_TABLE, Store, Tables
from eqbrief.store.listing import event_cards, event_ids, events_by_uid, find_event
from eqbrief.store.names import all_named, counts, name_record, organisations, people, publishers, series, topics
from eqbrief.store.noting import add_note, bin_note, revisions, write_note
from eqbrief.store.opening import FILE, LibraryDamaged
from eqbrief.store.passages import index_event, index_names
from eqbrief.store.rules import add_rule, remove_rule, rules
from eqbrief.store.saving import (
    FIELDS,
    Keys,
    insert_event,
    mark_edited,
    set_on_event,
    unmark_edited,
    update_event,
)
from eqbrief.store.search import events_found, find
from eqbrief.store.slides import (
    decks_to_read,
    forget_reading,
    keep_reading,
    note_unreadable,
    reading_of,
    slides_of,
)
from eqbrief.store.sources import (
    Intake,
    Made,
    MadePart,
    Part,
    begin_intake,
    end_intake,
    event_of_source,
    file_of_source,
    folders,
    insert_source,
    intakes,
    last_said,
    made_alone,
    made_like,
    named_events,
    part_made,
    parts,
    read_said,
    said_by,
)
from eqbrief.store.transcripts import (
    bin_transcript,
    insert_transcript,
    set_speaker,
    transcript,
    transcript_of_turn,
    transcripts_of,
)

__all__ = [
    "EVERY_TABLE",
    "FIELDS",
    "FILE",
    "Change",
    "Intake",
    "Keys",
    "LibraryDamaged",
    "Made",
    "MadePart",
    "Part",
    "Store",
    "Tables",
    "action",
    "actions",
    "actions_of",
    "add_action",
    "add_note",
    "add_rule",
    "all_named",
    "ask_for",
    "begin_intake",
    "bin_note",
    "bin_transcript",
    "counts",
    "deck",
    "decks_here",
    "decks_of",
    "decks_to_compare",
    "decks_to_read",
    "downloads",
    "end_download",
    "end_intake",
    "event",
    "event_cards",
    "event_ids",
    "event_of_source",
    "events_by_uid",
    "events_found",
    "file_of_source",
    "files_in_log",
    "find",
    "find_action",
    "find_event",
    "folders",
    "forget_reading",
    "index_event",
    "index_names",
    "insert_deck",
    "insert_event",
    "insert_source",
    "insert_transcript",
    "intakes",
    "keep_reading",
    "last_said",
    "made_alone",
    "made_like",
    "mark_edited",
    "move_file",
    "name_record",
    "named_events",
    "next_undo",
    "note_failure",
    "note_unreadable",
    "notes",
    "organisations",
    "part_made",
    "parts",
    "people",
    "person_by_key",
    "publishers",
    "put_file",
    "read_said",
    "reading_of",
    "remove_action",
    "remove_rule",
    "revisions",
    "rules",
    "said_by",
    "series",
    "set_action",
    "set_on_event",
    "set_speaker",
    "slides_of",
    "topics",
    "transcript",
    "transcript_of_turn",
    "transcripts_of",
    "undo_last",
    "unmark_edited",
    "update_event",
    "write_note",
]
