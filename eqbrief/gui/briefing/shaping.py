# SPDX-License-Identifier: MIT
"""Templates of one's own: the shape of a briefing kept under a name, changed later, or copied as text to be edited."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from eqbrief.files.opening import show_in_folder
from eqbrief.gui.asking import ask, tell
from eqbrief.gui.dialogs.one_line import ask_line
from eqbrief.model import Briefing, UserError
from eqbrief.tasks import briefing as tasks
from eqbrief.tasks.briefing.templating import Template, own_folder

_KEEP = (
    "Its sections with their headings, order and detail, and how sources are shown, become a template. What was "
    "gathered stays out of it. The name of one of your own changes that one."
)


def keep_shape(parent: QWidget, briefing: Briefing, say: Callable[[str], None]) -> Template | None:
    """Ask for a name, and keep the shape of a briefing as a template of that name."""
    now = _template_of(briefing)
    name = ask_line(parent, "Keep this shape as a template", _KEEP, "Name", _own_name(now), "Keep")
    if name is None:
        return None
    try:
        kept, is_new = tasks.save_template(briefing, name)
    except UserError as error:
        tell(parent, error)
        return None
    say(f"“{kept.name}” is among the templates now" if is_new else f"The template “{kept.name}” was changed")
    return kept


def copy_as_text(parent: QWidget, briefing: Briefing, say: Callable[[str], None]) -> None:
    """Ask for a name, copy the template of a briefing, and show the copy in its folder, to be changed as text."""
    template = _template_of(briefing)
    line = f"The copy is a text file in {own_folder()}. It says which sections a briefing begins with."
    name = ask_line(parent, "Copy the template", line, "Name", _own_name(template), "Copy")
    if name is None:
        return
    try:
        path = tasks.copy_template(template, name)
        say(f"Copied to '{path.name}'; it is among the templates now")
        show_in_folder(path)
    except UserError as error:
        tell(parent, error)


def forget(parent: QWidget, template: Template, say: Callable[[str], None]) -> None:
    """Take a template of one's own away, once that was confirmed; briefings that began from it stay as they are."""
    text = "Briefings that began from it stay as they are."
    answers = [("cancel", "Cancel"), ("yes", "Take it away")]
    if ask(parent, f"Take the template “{template.name}” away?", text, answers) != "yes":
        return
    try:
        tasks.forget_template(template)
        say(f"The template “{template.name}” is gone")
    except UserError as error:
        tell(parent, error)


def _template_of(briefing: Briefing) -> Template:
    try:
        return tasks.find_template(briefing.template)
    except UserError:
        return tasks.find_template("")


def _own_name(template: Template) -> str:
    return template.name if template.own else f"{template.name}, our own"
