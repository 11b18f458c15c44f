# SPDX-License-Identifier: MIT
"""The commands that change events by hand: correct a field, put one into the bin, take the last change back."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import json_option, print_json, say
from eqbrief.cli.session import DONE, Session
from eqbrief.cli.showing import EVENT_KEYS
from eqbrief.tasks import editing
from eqbrief.tasks.showing import event_json


@click.command(
    "edit",
    epilog=f"The fields: {', '.join(editing.EDITABLE)}. Lists are divided by semicolons; dates are "
    "written as 20 February 2024 or 2024-02-20T09:30; status is cancelled, postponed or nothing.",
)
@click.argument("event")
@click.argument("values", metavar="FIELD=VALUE…", nargs=-1, required=True)
@json_option(f"the event as a JSON object of {EVENT_KEYS}.")
@click.pass_obj
def edit_(session: Session, event: str, values: tuple[str, ...], as_json: bool) -> int:
    """Correct what was read, or say how far the review is.

    An empty VALUE clears the field. What is set by hand stays so when the page is added again.
    """
    wrong = [value for value in values if "=" not in value]
    if wrong:
        raise click.BadParameter(f"'{wrong[0]}' is not of the form FIELD=VALUE.", param_hint="FIELD=VALUE")
    wanted = {field.strip(): value for field, _, value in (pair.partition("=") for pair in values)}
    with session.opened() as store:
        number = db.find_event(store, event)
        changed = editing.edit_fields(store, number, wanted)
        if as_json:
            print_json(event_json(store, editing.event(store, number)))
            return DONE
        title = editing.event(store, number).draft.title
    say(f"Changed {', '.join(changed)} of “{title}”." if changed else f"“{title}” says so already.")
    return DONE


@click.command("delete")
@click.argument("event")
@json_option(f"the event that was deleted as a JSON object of {EVENT_KEYS}.")
@click.pass_obj
def delete_(session: Session, event: str, as_json: bool) -> int:
    """Put an event into the bin.

    It stays there for 30 days with its notes and files; `eqbrief undo` brings it back.
    """
    with session.opened() as store:
        number = db.find_event(store, event)
        found = editing.event(store, number)
        editing.delete(store, [number])
        if as_json:
            print_json(event_json(store, found))
            return DONE
    say(f"“{found.draft.title}” is in the bin. `eqbrief undo` brings it back.")
    return DONE


@click.command("undo")
@json_option("a JSON object of undone (the name of the change that was taken back).")
@click.pass_obj
def undo_(session: Session, as_json: bool) -> int:
    """Take back the last change.

    Again, and it takes back the one before. Notes are left alone: they keep a history of their own.
    """
    with session.opened() as store:
        name = editing.undo(store)
    if as_json:
        print_json({"undone": name})
    else:
        say(f"Undone: {name}.")
    return DONE
