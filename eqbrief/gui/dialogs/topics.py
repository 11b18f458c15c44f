# SPDX-License-Identifier: MIT
"""What the help says: the topics of resources/help.md, and a list of every key made of the actions themselves."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction

from eqbrief.files import resource
from eqbrief.gui.actions import MENUS, Action
from eqbrief.gui.dialogs.palette import keys, plain


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the help: its title, and its text in Markdown without the title."""

    title: str
    text: str

    def fits(self, typed: str) -> bool:
        """Say whether all typed words are in it."""
        whole = f"{self.title} {self.text}".casefold()
        return all(word in whole for word in typed.casefold().split())


def help_topics(actions: Sequence[tuple[Action, QAction]]) -> list[Topic]:
    """List the topics in their order, the one on commands and keys last."""
    return [*read_topics(resource("help.md").read_text(encoding="utf-8")), keyboard_topic(actions)]


def read_topics(text: str) -> list[Topic]:
    """Divide a text at its headings of the first level; what stands before the first is left out."""
    parts = re.split(r"^# +(.+)$", text, flags=re.MULTILINE)
    return [Topic(title.strip(), body.strip()) for title, body in zip(parts[1::2], parts[2::2], strict=True)]


def keyboard_topic(actions: Sequence[tuple[Action, QAction]]) -> Topic:
    """Write every command with its keys and what it does, menu by menu."""
    parts = ["Every command, menu by menu. Those without keys are quickly found with *Find a command*."]
    for menu in MENUS:
        rows = [f"| {plain(told.text)} | {keys(made)} | {told.help} |" for told, made in actions if told.menu == menu]
        if rows:
            parts.append("\n".join([f"### {menu}", "", "| Command | Keys | What it does |", "|:---|:---|:---|", *rows]))
    return Topic("All commands and keys", "\n\n".join(parts))
