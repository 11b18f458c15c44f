# SPDX-License-Identifier: MIT
"""What the first frame does not need is not loaded for it: it would make every start longer."""

import subprocess
import sys

LATER = (
    "eqbrief.reading", "eqbrief.briefing", "eqbrief.cli", "eqbrief.gui.dialogs", "eqbrief.gui.desk",
    "eqbrief.gui.viewer.viewer", "eqbrief.gui.views.actions", "eqbrief.gui.views.enquiry", "eqbrief.gui.views.evidence",
    "bs4", "lxml", "markdownify", "nh3", "dateutil", "rapidfuzz", "qtawesome", "httpx", "docx", "icalendar",
    "xlsxwriter", "pypdfium2",
)  # fmt: skip


def test_the_window_loads_no_reader_no_dialog_and_nothing_of_what_writes() -> None:
    code = (
        f"import sys, eqbrief.gui.window; print([name for name in sys.modules if name.startswith({LATER!r})]);"
        "print(sum(name.startswith('eqbrief.') for name in sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded, number = said.splitlines()
    assert loaded == "[]"
    assert int(number) > 100, "the window itself was loaded"
