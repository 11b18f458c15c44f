# SPDX-License-Identifier: MIT
"""Hand a briefing out of the window, into a file of any format."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eqbrief.briefing import ENDINGS
from eqbrief.files import safe_name
from eqbrief.gui.asking import choose_target, tell
from eqbrief.gui.jobs import Jobs
from eqbrief.model import Briefing
from eqbrief.store import Store
from eqbrief.tasks.briefing import Written, issue


def save_as(
    parent: QWidget, store: Store, jobs: Jobs, briefing: Briefing, ending: str, say: Callable[[str], None]
) -> None:
    """Ask where a briefing is to go, write it there in the background, and say under which name."""
    kinds = ";;".join(f"{name} (*{end})" for end, name in sorted(ENDINGS.items(), key=lambda pair: pair[0] != ending))
    target = choose_target(parent, "Save the briefing", f"{safe_name(briefing.title)}{ending}", kinds)
    if target is None:
        return
    if target.suffix.lower() not in ENDINGS:
        target = target.with_name(target.name + ending)
    job = jobs.run(f"Writing {target.name}", lambda job: issue(store, briefing.id, target, job.report, job.stop))
    job.done.connect(lambda written: say(_said(written, target)))
    job.failed.connect(lambda error: tell(parent, error))


def _said(written: Written | None, target: Path) -> str:
    if written is None:
        return f"Stopped; '{target.name}' was not written"
    if written.file != target:
        return f"'{target.name}' is open in another program, so the briefing was saved as '{written.file.name}'"
    return f"Saved '{written.file.name}' in {written.file.parent}"
