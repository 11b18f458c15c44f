# SPDX-License-Identifier: MIT
"""The commands of the window, each declared where its method is: library, event, briefings, decks, notes,
review, view."""

from eqbrief.gui.commands.decks import DeckCommands
from eqbrief.gui.commands.directory import DirectoryCommands
from eqbrief.gui.commands.event import EventCommands
from eqbrief.gui.commands.library import LibraryCommands
from eqbrief.gui.commands.noting import NoteCommands
from eqbrief.gui.commands.reviewing import ReviewCommands
from eqbrief.gui.commands.view import ViewCommands

__all__ = [
    "DeckCommands",
    "DirectoryCommands",
    "EventCommands",
    "LibraryCommands",
    "NoteCommands",
    "ReviewCommands",
    "ViewCommands",
]
