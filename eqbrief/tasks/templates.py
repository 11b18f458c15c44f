# SPDX-License-Identifier: MIT
"""Templates of notes: plain Markdown files with variables, those that ship and the person's own.

`{title}`, `{date}`, `{publisher}`, `{panel}`, `{questions}` and `{today}` stand for what is known of the event. A file
of one's own stands in for one that ships under its name, so that nothing that ships is ever lost.
"""

from collections.abc import Callable
from pathlib import Path

from eqbrief.files import explain, resource, safe_name, settings_file, write_whole
from eqbrief.model import Event, UserError, say_date, today

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


def read_template(name: str) -> str:
    """Give the text of a template.

    Raises:
        UserError: when there is none of this name, or its file cannot be read as text.
    """
    file = templates().get(name)
    if file is None:
        raise UserError(f"There is no template “{name}”.", "Choose another one.")
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise explain(error, file) from error
    except UnicodeError as error:
        raise UserError(f"'{file.name}' is no text.", "Save it as UTF-8.") from error


def save_template(name: str, text: str) -> None:
    """Keep a template as the person's own.

    Raises:
        UserError: when its name cannot be a file's, or it cannot be written.
    """
    if safe_name(f"{name}{_ENDING}") != f"{name}{_ENDING}":
        raise UserError(f"“{name}” cannot be the name of a file.", "Leave out signs such as / : * ? and quotes.")
    folder = own_templates()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, folder) from error
    write_whole(folder / f"{name}{_ENDING}", text.encode(), replace=True)


def drop_template(name: str) -> None:
    """Remove a template of one's own; where one ships under its name, that is there again.

    Raises:
        UserError: when it cannot be removed.
    """
    file = own_templates() / f"{name}{_ENDING}"
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise explain(error, file) from error


def is_own(name: str) -> bool:
    """Say whether the person has a template of this name."""
    return (own_templates() / f"{name}{_ENDING}").is_file()


def ships(name: str) -> bool:
    """Say whether a template of this name comes with the program."""
    return (resource("templates") / f"{name}{_ENDING}").is_file()


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
MEANINGS: dict[str, str] = {
    "{title}": "the title of the event",
    "{date}": "its day",
    "{publisher}": "who published it",
    "{panel}": "a line for each of the panel, with role and organisation",
    "{questions}": "a line for each question that was asked",
    "{today}": "the day on which the template is put in",
}
"""What the variables stand for."""
