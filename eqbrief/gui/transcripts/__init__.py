# SPDX-License-Identifier: MIT
"""What was said at an event, turn by turn: to read, to find words in, and to make notes of."""

from eqbrief.gui.transcripts.page import TranscriptPage

__all__ = ["TranscriptPage"]
