# SPDX-License-Identifier: MIT
"""Which version this is, and under which licences it and everything in it may be used."""

import platform
from importlib.metadata import version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eqbrief.files import resource
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.licences import as_markdown, licence_text, parts
from eqbrief.gui.kit import Button, Hairline, ReadingText, surface
from eqbrief.gui.theme import px

_LINE = "Review past webinars and panels offline, and brief your colleagues with every source named."


def licences_markdown() -> str:
    """Write the licences as one page: the program's, those of what it is built with, the fonts' and the icons'."""
    rows = "\n".join(
        f"| {as_markdown(part.name)} | {as_markdown(part.version)} | {as_markdown(part.licence)} |" for part in parts()
    )
    return f"""### EqBrief: MIT licence

{as_markdown(licence_text())}

### Built with

With Python {platform.python_version()} and Qt {qVersion()}. Each package is used under the licence named here; of
several alternatives, under the first.

| Package | Version | Licence |
|:---|:---|:---|
{rows}

The icons are Phosphor's (MIT), as QtAwesome brings them.

### Fonts: SIL Open Font License

{as_markdown(resource("fonts", "OFL.txt").read_text(encoding="utf-8"))}
"""


class AboutDialog(Dialog):
    """Show name, version and licences, as text that can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(f"EqBrief {version('eqbrief')}", _LINE, parent, (640, 560))
        self._text = ReadingText("Licences", grows=False)
        self._text.set_markdown(licences_markdown())
        self._text.reveal(0)
        page = QWidget()
        surface(page, "card")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(24), px(16), px(4), 0)
        column.addWidget(self._text)
        self.add(Hairline(), margin=0)
        self.add(page, 1, margin=0)
        self.add_line_above_foot()
        copy = Button("Copy the version", "copy")
        copy.clicked.connect(self._copy)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([copy], [close])
        close.setFocus()

    def _copy(self) -> None:
        words = f"EqBrief {version('eqbrief')}, Python {platform.python_version()}, Qt {qVersion()}"
        QApplication.clipboard().setText(words)
        self.say(f"On the clipboard: {words}", "good")
