# SPDX-License-Identifier: MIT
"""The templates at hand: those that come with the program, and the person's own in a folder beside the settings."""

from pathlib import Path

from eqbrief.briefing.templates import Template, read_template, shipped, written
from eqbrief.files import explain, resource, safe_name, settings_file, unique_name, write_whole
from eqbrief.model import Briefing, UserError

_FOLDER = "templates"


def own_folder() -> Path:
    """Give the folder of the person's own templates; it may not be there yet."""
    return settings_file().parent / _FOLDER


def templates() -> tuple[list[Template], list[UserError]]:
    """List the templates, the person's own last, and say what is wrong with those that cannot be used."""
    found, wrong = shipped(), list[UserError]()
    for path in sorted(own_folder().glob("*.toml")):
        try:
            found.append(read_template(path, own=True))
        except UserError as error:
            wrong.append(error)
    return found, wrong


def find_template(words: str) -> Template:
    """Give the template meant by its key or a part of its name; the first one for nothing.

    Raises:
        UserError: when there is none.
    """
    found, _wrong = templates()
    asked = words.strip().casefold()
    for template in found:
        if asked in (template.key.casefold(), template.name.casefold()) or not asked:
            return template
    for template in found:
        if asked in template.name.casefold():
            return template
    names = ", ".join(template.name for template in found)
    raise UserError(f"There is no template '{words}'.", f"The templates are: {names}.")


def save_template(briefing: Briefing, name: str) -> tuple[Template, bool]:
    """Keep the shape of a briefing as a template of the person's own; give it, and whether its name is new.

    Raises:
        UserError: when the name is empty, or the file cannot be written.
    """
    said = " ".join(name.split())
    if not said:
        raise UserError("The template has no name.", "Write a name for it.")
    folder = own_folder()
    same = next((one for one in templates()[0] if one.own and one.name.casefold() == said.casefold()), None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / (f"{same.key}.toml" if same else unique_name(folder, safe_name(f"{said}.toml")))
    except OSError as error:
        raise explain(error, folder) from error
    write_whole(path, written(briefing, said).encode(), replace=same is not None)
    return read_template(path, own=True), same is None


def forget_template(template: Template) -> None:
    """Take a template of the person's own away.

    Raises:
        UserError: when it comes with the program, or its file cannot be removed.
    """
    if not template.own:
        raise UserError(f"“{template.name}” comes with EqBrief and stays.", "Your own templates can be taken away.")
    path = own_folder() / f"{template.key}.toml"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise explain(error, path) from error


def copy_template(template: Template, name: str) -> Path:
    """Copy a template under a name of its own into the person's folder, to be changed there, and give its path.

    Raises:
        UserError: when the name is empty, or the file cannot be written.
    """
    said = " ".join(name.split())
    if not said:
        raise UserError("The copy has no name.", "Write a name for it.")
    source = (own_folder() if template.own else resource("templates")) / f"{template.key}.toml"
    folder = own_folder()
    try:
        text = source.read_text(encoding="utf-8")
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / unique_name(folder, safe_name(f"{said}.toml"))
    except OSError as error:
        raise explain(error, source) from error
    quoted = said.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f'name = "{quoted}"' if row.startswith("name =") else row for row in text.splitlines()]
    write_whole(target, ("\n".join(lines) + "\n").encode())
    return target
