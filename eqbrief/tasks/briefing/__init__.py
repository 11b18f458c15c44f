# SPDX-License-Identifier: MIT
"""Briefings: gather things for one, keep it, compose it of what the library holds now, and write it to a file."""

from eqbrief.briefing.templates import apply
from eqbrief.tasks.briefing.gathering import Drawn, decks_to_draw, document_of, material_of
from eqbrief.tasks.briefing.keeping import (
    add_pieces,
    briefing,
    briefing_json,
    change,
    delete_briefing,
    keep_briefing,
    new_briefing,
    open_briefing,
)
from eqbrief.tasks.briefing.picking import (
    note_piece,
    piece_of_hit,
    pieces_of_answers,
    pieces_of_events,
    question_piece,
    slide_piece,
)
from eqbrief.tasks.briefing.templating import copy_template, find_template, templates
from eqbrief.tasks.briefing.writing import Written, brief, briefing_of, issue, save_document

__all__ = [
    "Drawn",
    "Written",
    "add_pieces",
    "apply",
    "brief",
    "briefing",
    "briefing_json",
    "briefing_of",
    "change",
    "copy_template",
    "decks_to_draw",
    "delete_briefing",
    "document_of",
    "find_template",
    "issue",
    "keep_briefing",
    "material_of",
    "new_briefing",
    "note_piece",
    "open_briefing",
    "piece_of_hit",
    "pieces_of_answers",
    "pieces_of_events",
    "question_piece",
    "save_document",
    "slide_piece",
    "templates",
]
