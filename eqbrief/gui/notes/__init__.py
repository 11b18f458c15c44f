# SPDX-License-Identifier: MIT
"""The notes beside an event, and how they are kept."""

from eqbrief.gui.notes.pane import NotesPane

__all__ = ["NotesPane"]
