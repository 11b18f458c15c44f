# SPDX-License-Identifier: MIT
"""Templates of notes: plain Markdown files with variables, those that ship and the person's own.

`{title}`, `{date}`, `{publisher}`, `{panel}`, `{questions}` and `{today}` stand for what is known of the event.
"""

from collections.abc import Callable
from pathlib import Path

from eqbrief.files import resource, settings_file
from eqbrief.model import Event, say_date, today

_ENDING = ".md"


def own_templates() -> Path:
    """Give the folder of the person's own templates; a file there stands in for one that ships under its name."""
    return settings_file().parent / "templates"


def templates() -> dict[str, Path]:
    """List the templates by their names, which are those of their files."""
    found: dict[str, Path] = {}
    for folder in (resource("templates"), own_templates()):
        if folder.is_dir():
            found |= {file.stem: file for file in sorted(folder.iterdir()) if file.suffix == _ENDING}
    return found


def fill_in(text: str, event: Event) -> str:
    """Put what is known of an event in the place of the variables; what is not known leaves its place empty.

    Other words in braces stay as they are. A line that has nothing but a variable of a list becomes its lines.
    """
    for name, give in _VARIABLES.items():
        text = text.replace(f"{{{name}}}", give(event))
    return text


def _panel(event: Event) -> str:
    lines: list[str] = []
    for appearance in event.appearances:
        person = appearance.printed
        about = ", ".join((*person.roles, *person.organisations))
        lines.append(f"- {person.name}{f' ({about})' if about else ''}: ")
    return "\n".join(lines)


_VARIABLES: dict[str, Callable[[Event], str]] = {
    "title": lambda event: event.draft.title or "",
    "date": lambda event: say_date(event.date),
    "publisher": lambda event: event.draft.publisher or "",
    "panel": _panel,
    "questions": lambda event: "\n".join(f"- {question}" for question in event.draft.questions),
    "today": lambda _event: say_date(today()),
}
