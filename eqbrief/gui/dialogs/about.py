# SPDX-License-Identifier: MIT
"""Which version this is, and under which licences it and everything in it may be used."""

import platform
from importlib.metadata import version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eqbrief.files import resource
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.licences import as_markdown, licence_text, parts
from eqbrief.gui.kit import Button, ReadingText
from eqbrief.gui.theme import px

_LINE = "Review past webinars and panels offline, and brief your colleagues with every source named."


def licences() -> list[tuple[str, str]]:
    """List the licences as a title and Markdown: the program's, those of what it is built with, the fonts'."""
    rows = "\n".join(
        f"| {as_markdown(part.name)} | {as_markdown(part.version)} | {as_markdown(part.licence)} |" for part in parts()
    )
    built = f"""With Python {platform.python_version()} and Qt {qVersion()}. Each package is used under the licence
named here; of several alternatives, under the first. The icons are Phosphor's (MIT), as QtAwesome brings them.

| Package | Version | Licence |
|:---|:---|:---|
{rows}
"""
    fonts = as_markdown(resource("fonts", "OFL.txt").read_text(encoding="utf-8"))
    return [
        ("EqBrief: MIT licence", as_markdown(licence_text())),
        ("Built with: packages and icons", built),
        ("Fonts: SIL Open Font License", fonts),
    ]


class Unfolding(QWidget):
    """A title that shows its text below it when it is pressed, and hides it when it is pressed again."""

    def __init__(self, title: str, markdown: str) -> None:
        super().__init__()
        self.title = Button(title, "caret-right", "quiet")
        self.title.setCheckable(True)
        self.title.toggled.connect(self._unfold)
        self.text = ReadingText(title)
        self.text.set_markdown(markdown)
        self.text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self.text)

    def _unfold(self, is_open: bool) -> None:
        self.title.set_icon("caret-down" if is_open else "caret-right")
        self.text.setVisible(is_open)


class AboutDialog(Dialog):
    """Show name, version and one sentence, then the licences folded up, as text that can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(f"EqBrief {version('eqbrief')}", _LINE, parent, (600, 480))
        self.setWindowTitle("About EqBrief")
        self.setAccessibleName("About EqBrief")
        page = self.add_page("Licences")
        for title, text in licences():
            page.add(Unfolding(title, text), before=0)
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
