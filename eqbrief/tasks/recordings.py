# SPDX-License-Identifier: MIT
"""Play an event's recording where it is a file of this computer, from a moment on, and remember which file it is.

A recording stays where it lies: it is large, and is not copied into the library.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from eqbrief.files import KINDS
from eqbrief.files.checking import checked_file
from eqbrief.files.playing import play_file
from eqbrief.model import DraftRecording, Event, UserError
from eqbrief.store import Store
from eqbrief.tasks.editing import edit
from eqbrief.tasks.editing import event as event_of

ENDINGS = KINDS["media"].endings
"""How the names of recordings end."""


class NoRecording(UserError):
    """None of an event's recordings is a file that is here: which it is can be asked."""


def local_file(address: str | None) -> Path | None:
    """Give the path that an address means on this computer; None for the web, and for what names another computer.

    It is judged as text: merely asking whether a path on another computer exists can send the person's name there.
    """
    text = (address or "").strip()
    if text.casefold().startswith("file:"):
        try:
            parts = urlsplit(text)
        except ValueError:
            return None
        if parts.netloc.casefold() not in ("", "localhost"):
            return None
        text = unquote(parts.path)
        text = text[1:] if re.match(r"/[A-Za-z]:", text) else text
    if re.match(r"[/\\]{2}", text) or "\0" in text:
        return None
    path = Path(text)
    return path if text and path.is_absolute() else None


def without_paths(recordings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give recordings as they may leave: a path on this computer names folders that are nobody else's concern."""
    return [{**one, "url": None if local_file(one["url"]) else one["url"]} for one in recordings]


def recording_of(event: Event) -> Path:
    """Give the file of an event's recording, the first that is here.

    Raises:
        NoRecording: when there is none.
    """
    named = [path for one in event.draft.recordings if (path := local_file(one.url)) is not None]
    here = next((path for path in named if path.is_file()), None)
    if here is not None:
        return here
    if named:
        raise NoRecording(f"The recording '{named[0].name}' is no longer where it was.", "Choose where it lies now.")
    raise NoRecording("No recording of this event is known on this computer.", "Choose its file, if you have it.")


def play(store: Store, event_id: int, seconds: float) -> tuple[Path, bool]:
    """Play the recording of an event from a second on. Give its file, and whether it began there or at its beginning.

    Raises:
        NoRecording: when none of its recordings is a file that is here.
        UserError: when the file is no recording, or there is nothing to play it with.
    """
    path = recording_of(event_of(store, event_id))
    return path, play_file(path, seconds)


def keep_recording(store: Store, event_id: int, path: Path) -> None:
    """Remember that a file is the recording of an event: of one that lay elsewhere before, or else one more.

    Raises:
        UserError: when the file is no recording, or the event is gone.
    """
    checked_file(path, ("recording",))
    event = event_of(store, event_id)
    recordings = list(event.draft.recordings)
    lost = next((place for place, one in enumerate(recordings) if _is_lost(one)), None)
    kept = DraftRecording(path.stem if lost is None else recordings[lost].title, str(path.absolute()))
    if lost is None:
        recordings.append(kept)
    else:
        recordings[lost] = kept
    edit(store, event_id, replace(event.draft, recordings=tuple(recordings)))


def _is_lost(recording: DraftRecording) -> bool:
    path = local_file(recording.url)
    return path is not None and not path.is_file()
