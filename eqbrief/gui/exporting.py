# SPDX-License-Identifier: MIT
"""Hand a list out of the window: ask for the file, write it in the background, and say under which name."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from eqbrief.gui.asking import choose_target, tell
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing import plural
from eqbrief.model import Action
from eqbrief.store import Store

_FORMATS = {".csv": "Spreadsheet, as text", ".xlsx": "Excel workbook", ".ics": "Calendar", ".json": "JSON"}
_NOUNS = {"events": "event", "people": "appearance", "actions": "action"}


def export_as(
    parent: QWidget,
    store: Store,
    jobs: Jobs,
    what: str,
    say: Callable[[str], None],
    *,
    actions: Sequence[Action] | None = None,
) -> None:
    """Write events, people or actions (all of them, or those given) to a file that the person names."""
    from eqbrief.tasks.handing import Exported, export_list, list_endings  # noqa: PLC0415 - when it is asked for

    endings = list_endings(what)
    kinds = ";;".join(f"{_FORMATS[ending]} (*{ending})" for ending in endings)
    target = choose_target(parent, f"Export {what}", f"{what}{endings[0]}", kinds)
    if target is None:
        return

    def told(done: Exported | None) -> None:
        if done is None:
            say(f"Stopped; '{target.name}' was not written")
        else:
            other = f"; '{target.name}' is open in another program" if done.file != target else ""
            say(f"{plural(done.number, _NOUNS[what])} exported to '{done.file.name}'{other}")

    job = jobs.run(
        f"Exporting {what}", lambda job: export_list(store, what, target, job.report, job.stop, actions=actions)
    )
    job.done.connect(told)
    job.failed.connect(lambda error: tell(parent, error))
