# SPDX-License-Identifier: MIT
"""Play a recording from the screen at the moment of a passage; where its file is not known, ask for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eqbrief.gui.asking import choose_file, confirm, tell
from eqbrief.gui.jobs import Jobs
from eqbrief.model import UserError, say_time
from eqbrief.store import Store
from eqbrief.tasks import recordings


class Playing:
    """Play the recordings of events; `around` is the widget over which is asked."""

    def __init__(self, around: QWidget, store: Store, jobs: Jobs, say: Callable[[str], None]) -> None:
        self._around, self._store, self._jobs, self._say = around, store, jobs, say

    def play(self, event_id: int, seconds: float) -> None:
        """Play the recording of an event from a second on."""
        self._attempt(event_id, seconds, lambda: recordings.play(self._store, event_id, seconds))

    def _attempt(self, event_id: int, seconds: float, work: Callable[[], tuple[Path, bool]]) -> None:
        job = self._jobs.run("Opening the recording", lambda _job: work())
        job.done.connect(lambda done: self._say(said_playing(done[0], done[1], seconds)))
        job.failed.connect(lambda error: self._failed(event_id, seconds, error))

    def _failed(self, event_id: int, seconds: float, error: UserError) -> None:
        if not isinstance(error, recordings.NoRecording):
            tell(self._around, error)
            return
        if not confirm(self._around, error, "Choose a file…"):
            return
        kinds = " ".join(f"*.{ending}" for ending in recordings.ENDINGS)
        file = choose_file(self._around, "The event's recording", f"Recordings ({kinds})")
        if file is not None:
            self._attempt(event_id, seconds, lambda: self._keep_and_play(event_id, file, seconds))

    def _keep_and_play(self, event_id: int, file: Path, seconds: float) -> tuple[Path, bool]:
        recordings.keep_recording(self._store, event_id, file)
        return recordings.play(self._store, event_id, seconds)


def said_playing(path: Path, there: bool, seconds: float) -> str:
    """Say what was opened and where; a player that cannot be told leaves it to the person to go there."""
    if there or not seconds:
        return f"Playing {path.name} from {say_time(seconds)}"
    return f"Opened {path.name}; go to {say_time(seconds)} there"
