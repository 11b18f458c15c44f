# SPDX-License-Identifier: MIT
"""The way in for transcripts: by content, captions are gathered into turns that can be read and found as passages."""

import re
from collections.abc import Sequence

from eqbrief.model import TranscriptFormat, TranscriptText, Turn, UserError
from eqbrief.reading.decoding import decode
from eqbrief.reading.transcripts.cues import turns_of_cues
from eqbrief.reading.transcripts.word import turns_of_word

TRANSCRIPT_ENDINGS = ("vtt", "srt", "docx")

FILE_LIMIT = 50_000_000
"""The largest file that is read, in bytes; that of a whole day is below one million."""

_LONGEST = 600
"""So many characters of one speaker make a turn, so that a passage that is found is short enough to read."""
_PAUSE = 8.0
"""A pause of so many seconds ends a turn."""
_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
_SAVE = "In Teams choose Download above the transcript, as .vtt or .docx; Zoom gives a .vtt beside the recording."


def is_transcript(data: bytes, name: str) -> bool:
    """Tell whether a file may be a transcript, by its first bytes and its name's ending."""
    head = data[:64].lstrip(b"\xef\xbb\xbf")
    return head.startswith(b"WEBVTT") or name.rpartition(".")[2].casefold() in TRANSCRIPT_ENDINGS


def read_transcript(data: bytes, name: str) -> TranscriptText:
    """Read a transcript's bytes; the same bytes give the same turns, in the order of their times.

    Raises:
        UserError: when it is empty, too large, or no transcript.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise UserError(f"Could not read '{name}': it is empty.", _SAVE)
    if len(data) > FILE_LIMIT:
        raise UserError(f"Could not read '{name}': it is larger than any transcript.", _SAVE)
    form, turns = _turns(data)
    if not turns and form == "docx":
        raise UserError(
            f"Could not read '{name}': it is a Word document, but no transcript with times.",
            "Save it as a PDF to keep it beside the event.",
        )
    if not turns:
        raise UserError(f"Could not read '{name}': it is no transcript with times.", _SAVE)
    return TranscriptText(form, tuple(_gathered(sorted(turns, key=lambda turn: turn.starts_at))))


def _turns(data: bytes) -> tuple[TranscriptFormat, list[Turn]]:
    if data.startswith(b"PK\x03\x04"):
        return "docx", turns_of_word(data)
    text = decode(data)[0].lstrip("\ufeff")
    return "vtt" if text.startswith("WEBVTT") else "srt", turns_of_cues(text)


def _gathered(turns: Sequence[Turn]) -> list[Turn]:
    """Join what one speaker says in several cues, and take out what rolling captions say twice."""
    made: list[Turn] = []
    for turn in turns:
        last = made[-1] if made else None
        if last is None or not _goes_on(last, turn):
            made.append(turn)
            continue
        words = turn.text if turn.text.startswith(last.text) else _joined(last.text, turn.text)
        made[-1] = Turn(last.starts_at, turn.ends_at or last.ends_at, last.speaker, words)
    return made


def _goes_on(last: Turn, turn: Turn) -> bool:
    if turn.speaker != last.speaker or turn.starts_at - (last.ends_at or last.starts_at) > _PAUSE:
        return False
    length = len(last.text) + len(turn.text)
    return length < (_LONGEST if _ENDED.search(last.text) else 2 * _LONGEST)


def _joined(before: str, words: str) -> str:
    """Put words behind what was said, without the beginning that rolling captions show again."""
    shown = before.split()
    said = words.split()
    for most in range(min(len(said), len(shown), 24), 2, -1):
        if shown[-most:] == said[:most]:
            said = said[most:]
            break
    return " ".join([before, *said])
