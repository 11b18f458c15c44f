# SPDX-License-Identifier: MIT
"""What the program does, as plain functions `(store, …, report, stop) -> result`. The window and the command line call
the same ones: pages (reading sources), adding, editing, decks, noting, acting (actions), keeping (backups, check),
exporting, showing."""

from eqbrief.tasks.acting import (
    action_json,
    add_line,
    add_typed,
    delete_action,
    edit_line,
    finish_action,
    is_mine,
    keep_typed,
    line_of,
    list_actions,
    new_action,
    read_line,
    reopen_action,
)
from eqbrief.tasks.adding import accept, add
from eqbrief.tasks.comparing import compare
from eqbrief.tasks.decks import (
    ATTACHED_ENDINGS,
    attach,
    attach_many,
    find_again,
    has_macros,
    may_be_attached,
    open_deck,
    path_of,
    show_deck,
)
from eqbrief.tasks.editing import (
    delete,
    edit,
    edit_fields,
    event,
    put_back,
    set_state,
    set_topics,
    star,
    undo,
)
from eqbrief.tasks.filing import with_state
from eqbrief.tasks.from_notes import action_from_line
from eqbrief.tasks.learning import forget, forget_site, learn, read_again, rule_json, rules_for
from eqbrief.tasks.listing import card_json, list_events
from eqbrief.tasks.noting import delete_note, delete_notes, new_note, save_note
from eqbrief.tasks.opening import warn_of_links
from eqbrief.tasks.pages import Page, pages_in, pasted_page, read_page, read_pages
from eqbrief.tasks.schedules import finish_intakes
from eqbrief.tasks.showing import deck_json, event_json, note_json
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.transcripts import attach_transcript, name_speaker, remove_transcript, transcript_json
from eqbrief.tasks.tying import places, tie_moment, tie_name, tie_question, tie_session, tie_slide

__all__ = [
    "ATTACHED_ENDINGS",
    "Page",
    "Report",
    "Stop",
    "accept",
    "action_from_line",
    "action_json",
    "add",
    "add_line",
    "add_typed",
    "attach",
    "attach_many",
    "attach_transcript",
    "card_json",
    "compare",
    "deck_json",
    "delete",
    "delete_action",
    "delete_note",
    "delete_notes",
    "edit",
    "edit_fields",
    "edit_line",
    "event",
    "event_json",
    "find_again",
    "finish_action",
    "finish_intakes",
    "forget",
    "forget_site",
    "go_on",
    "has_macros",
    "is_mine",
    "keep_typed",
    "learn",
    "line_of",
    "list_actions",
    "list_events",
    "may_be_attached",
    "name_speaker",
    "new_action",
    "new_note",
    "note_json",
    "open_deck",
    "pages_in",
    "pasted_page",
    "path_of",
    "places",
    "put_back",
    "quiet",
    "read_again",
    "read_line",
    "read_page",
    "read_pages",
    "remove_transcript",
    "reopen_action",
    "rule_json",
    "rules_for",
    "save_note",
    "set_state",
    "set_topics",
    "show_deck",
    "star",
    "tie_moment",
    "tie_name",
    "tie_question",
    "tie_session",
    "tie_slide",
    "transcript_json",
    "undo",
    "warn_of_links",
    "with_state",
]
