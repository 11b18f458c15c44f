# SPDX-License-Identifier: MIT
"""Draw every widget of the kit in each theme: python -m tests.gui.gallery FOLDER. For looking at, not for comparing."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from eqbrief.gui import kit
from eqbrief.gui.theme import CHOICES, ThemeManager

PARAGRAPH = (
    "A panel on what the figures say about work at the invented Harbourside Trust, and how one team built a "
    "programme around them.\n\nIt follows the *third* action of the plan: conditions in which `nothing` is lost. "
    "See [the page](https://example.org/page).\n\n- Name a sponsor first.\n- Train managers before teams; people come "
    "when they see them there.\n- Measure by site."
)


def column(surface: str, *widgets: QWidget) -> QWidget:
    """Stack widgets on a surface."""
    made = QWidget()
    kit.surface(made, surface)
    rows = QVBoxLayout(made)
    rows.setContentsMargins(24, 24, 24, 24)
    rows.setSpacing(16)
    for widget in widgets:
        rows.addWidget(widget)
    rows.addStretch(1)
    return made


def row(*widgets: QWidget) -> QWidget:
    """Put widgets beside each other."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return made


def flow(*widgets: QWidget) -> QWidget:
    """Put widgets in lines."""
    made = QWidget()
    lines = kit.FlowLayout(made)
    for widget in widgets:
        lines.addWidget(widget)
    return made


def person(name: str, words: str) -> QWidget:
    """Show a person as the panel does."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(kit.Avatar(name), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    top = flow(kit.Label(name, "strong", wrap=False), kit.Chip("Chair"))
    texts.addWidget(top)
    texts.addWidget(kit.Label(words, "secondary", "mute"))
    line.addLayout(texts, 1)
    return made


def buttons() -> QWidget:
    """Show every kind of button."""
    off, checked = (
        kit.Button("Not now", "clock"),
        kit.IconButton("Star", "star", "Ctrl+D", on="star-fill", on_tone="accent"),
    )
    off.setEnabled(False)
    checked.setChecked(True)
    counted = kit.Button("Briefing", "clipboard-text")
    counted.set_count(2)
    return flow(
        kit.MenuButton("Add", "plus"),
        kit.Button("View", "eye"),
        kit.Button("Accept and next", kind="primary", hint="Ctrl ↵"),
        kit.Button("Not the same", kind="quiet"),
        kit.Button("Delete", "trash", "danger"),
        counted,
        off,
        checked,
        kit.IconButton("Back", "arrow-left", "Alt+Left"),
        kit.Link("Original page", "globe"),
    )


def fields() -> kit.Form:
    """Show a form with one field to be looked at."""
    form = kit.Form()
    form.add("Title", QLineEdit("Keeping experienced porters in post"))
    published = form.add("Held on", QLineEdit("Wednesday 8 May 2024"))
    published.check("The page names two dates: 8 May and 14 May. Is this when it was held?")
    form.add("State", kit.ComboBox("State", ("To review", "Reviewing", "Reviewed")))
    form.add("Body", QPlainTextEdit("Notes from our programme webinar."))
    return form


def left() -> QWidget:
    """Show text, tabs, chips and people."""
    tabs = kit.Tabs("Parts of the event")
    for key, text, count in (("o", "Overview", None), ("p", "Panel", 4), ("d", "Decks", 1), ("q", "Questions", 7)):
        tabs.add(key, text, count)
    text = kit.ReadingText("Summary")
    text.set_markdown(PARAGRAPH)
    text.mark([(2, 7)])
    return column(
        "card",
        kit.Label("Empowering a made-up workforce to challenge what it finds", "title"),
        kit.Label("Tuesday 20 February 2024 · Webinar · Harbourside Trust", "body", "mute"),
        flow(kit.Chip("Race equality", "accent"), kit.Chip("Recruitment", "accent", removable=True),
             kit.ChipButton("Topic", "plus"), kit.ChipButton("Slides 19", checkable=True),
             kit.Chip("Saved", "good", "check-circle"), kit.Chip("To check", "caution", "warning")),
        tabs,
        kit.SectionHeading("Summary"),
        text,
        kit.SectionHeading("Panel"),
        person("Priya Allardyce-Example", "Active programme lead · organisational development specialist\n"
               "Wexcombe, Thornbury and Lyme Invented Care Board"),
        kit.ElidedLabel("A very long name of a saved search that cannot possibly fit in its place here, can it, no"),
        kit.Banner("users", "“P. Allardyce” (Harbourside, 2021) is likely the same person: same topic.",
                   "caution", [kit.Button("Compare"), kit.Button("Not the same", kind="quiet")]),
        kit.Banner("check-circle", "12 added, 1 updated.", "good", closable=True),
    )  # fmt: skip


def right() -> QWidget:
    """Show fields, buttons, boxes and lists."""
    search = kit.SearchBox("Search", "Search events, people, slides and notes", "Ctrl K")
    full = kit.SearchBox("Search again", "Search events")
    full.setText("bystander")
    ticked, off = QCheckBox("Compare with our own survey"), QCheckBox("Not available")
    ticked.setChecked(True)
    off.setEnabled(False)
    radio = QRadioButton("Follow the system")
    radio.setChecked(True)
    listed = QListWidget()
    listed.setAccessibleName("Library")
    listed.ensurePolished()
    listed.addItems(["All events", "To review", "Starred"])
    listed.setCurrentRow(1)
    listed.setFixedHeight(110)
    tree = QTreeWidget()
    tree.setAccessibleName("Topics")
    tree.ensurePolished()
    tree.setHeaderLabels(["Name", "Events"])
    top = QTreeWidgetItem(["Topics", "41"])
    top.addChild(QTreeWidgetItem(["Disability", "23"]))
    tree.addTopLevelItem(top)
    top.setExpanded(True)
    tree.setFixedHeight(120)
    bar = QProgressBar()
    bar.setAccessibleName("Reading decks")
    bar.setTextVisible(False)
    bar.setValue(40)
    return column(
        "bg",
        search,
        full,
        buttons(),
        row(ticked, QCheckBox("Put on the agenda"), off),
        row(radio, QRadioButton("Dark"), kit.CountBadge(2, "events in the briefing")),
        fields(),
        bar,
        kit.Hairline(),
        listed,
        tree,
        kit.EmptyState("books", "No events yet", "Save a page in your browser, then add it here. EqBrief reads it.",
                       [kit.Button("Add a page", "plus", "primary"), kit.Button("Open the sample library")]),
    )  # fmt: skip


def main(folder: Path) -> None:
    """Write a picture of each theme at 100 and at 200 %."""
    app = QApplication([])
    manager = ThemeManager(app)
    folder.mkdir(parents=True, exist_ok=True)
    for choice in CHOICES[1:]:
        for size in (100, 200):
            manager.apply(choice, size)
            window = QWidget()
            kit.surface(window, "bg")
            panes = QHBoxLayout(window)
            panes.setContentsMargins(0, 0, 0, 0)
            panes.setSpacing(0)
            panes.addWidget(left(), 1)
            panes.addWidget(right(), 1)
            window.resize(1200 if size == 100 else 1900, 1260 if size == 100 else 2400)
            window.show()
            window.findChildren(QLineEdit)[-1].setFocus()
            app.processEvents()
            window.grab().save(str(folder / f"{choice.replace(' ', '-')}-{size}.png"))
            window.deleteLater()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("EQBRIEF_FONT", "Inter")
    main(Path(sys.argv[1]))
