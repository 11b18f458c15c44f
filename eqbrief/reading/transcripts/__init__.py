# SPDX-License-Identifier: MIT
"""Transcripts: the words of a recording with their times and speakers, from WebVTT, SubRip and Teams' Word files."""

from eqbrief.reading.transcripts.reader import TRANSCRIPT_ENDINGS, is_transcript, read_transcript

__all__ = ["TRANSCRIPT_ENDINGS", "is_transcript", "read_transcript"]
