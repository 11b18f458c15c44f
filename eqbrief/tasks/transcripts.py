# SPDX-License-Identifier: MIT
"""Keep an event's transcripts beside it, with each speaker tied to whom the event names."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.files import copy_whole, explain, make_folder, safe_name, unique_name
from eqbrief.matching import same_person
from eqbrief.model import Appearance, Transcript, TranscriptText, to_json
from eqbrief.store import Store
from eqbrief.tasks.editing import event

TRANSCRIPT_ENDINGS = ("vtt", "srt", "docx")
"""The endings of transcripts, in small letters; what is one is told by its content."""

_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


def looks_like_transcript(file: Path) -> bool:
    """Tell whether a file may be a transcript, by its first bytes and its name; False where it cannot be read."""
    from eqbrief.reading.transcripts import is_transcript  # noqa: PLC0415 - not needed by the first frame

    try:
        with file.open("rb") as opened:
            return is_transcript(opened.read(64), file.name)
    except OSError:
        return False


def attach_transcript(store: Store, event_id: int, file: Path) -> Transcript:
    """Copy a transcript's file into the library and keep what was said; the same file is kept once.

    Raises:
        UserError: when the file is no transcript, or cannot be copied.
    """
    from eqbrief.reading.transcripts import read_transcript  # noqa: PLC0415 - not needed by the first frame

    found = event(store, event_id)
    try:
        said = read_transcript(file.read_bytes(), file.name)
        folder = store.folder / "files" / found.folder
        make_folder(folder)
        target = folder / unique_name(folder, safe_name(file.name))
        sha256 = copy_whole(file, target)
    except OSError as error:
        raise explain(error, file) from error
    same = next((one for one in db.transcripts_of(store, event_id) if one.sha256 == sha256), None)
    if same is not None:
        target.unlink()
        return same
    people = speakers_among(said, found.appearances)
    try:
        with store.change("transcript", name=f"Attach “{file.name}”") as change:
            number = db.insert_transcript(
                store,
                change,
                event_id,
                title=file.stem,
                format=said.format,
                file=f"files/{found.folder}/{target.name}",
                sha256=sha256,
                turns=said.turns,
                people=people,
            )
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return db.transcript(store, number)


def speakers_among(said: TranscriptText, appearances: Iterable[Appearance]) -> dict[str, int]:
    """Find whom the speakers' names mean among the people of an event: the person's id by the name that is written.

    Only who is surely meant is tied: the names are the same, or it is the one person whose name is alike.
    """
    known = {appearance.person_id: appearance.printed.name for appearance in appearances}
    found: dict[str, int] = {}
    for speaker in said.speakers:
        matches = {person: same_person(spoken_name(speaker), name) for person, name in known.items()}
        sure = [person for person, match in matches.items() if match.same]
        likely = [person for person, match in matches.items() if match.same is None]
        if len(sure or likely) == 1:
            found[speaker] = (sure or likely)[0]
    return found


def spoken_name(speaker: str) -> str:
    """Write a speaker's name as a page would print it: 'Grey, Fiona (TRUST)' is 'Fiona Grey'."""
    name = _BRACKETED.sub(" ", speaker).strip() or speaker
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma and given and "," not in given else name


def name_speaker(store: Store, transcript_id: int, speaker: str, person_id: int | None) -> None:
    """Say which person a speaker's name means, or None for nobody the library knows."""
    with store.change("transcript", name=f"Say who “{speaker}” is") as change:
        db.set_speaker(store, change, transcript_id, speaker, person_id)


def remove_transcript(store: Store, transcript_id: int) -> None:
    """Put a transcript in the bin; undo brings it back."""
    found = db.transcript(store, transcript_id)
    with store.change("transcript", name=f"Remove “{found.title}”") as change:
        db.bin_transcript(store, change, transcript_id)


def transcript_json(found: Transcript) -> dict[str, Any]:
    """Give a transcript with its turns: starts_at and ends_at in seconds, speaker, text, id and person_id."""
    return to_json(found)


def attached_json(found: Transcript) -> dict[str, Any]:
    """Give a transcript that was attached under the keys of a deck, which stands beside it in the list."""
    offered = {"title": found.title, "size_bytes": None, "format": found.format, "pages": None, "url": None}
    kept = {"state": "here", "file": found.file, "sha256": found.sha256, "file_size_bytes": None}
    return {"id": found.id, "uid": found.uid, **offered, **kept}
