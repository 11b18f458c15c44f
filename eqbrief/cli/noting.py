# SPDX-License-Identifier: MIT
"""The commands for notes: write one, and list an event's."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import json_option, print_json, say, say_wrapped
from eqbrief.cli.session import DONE, Session
from eqbrief.model import say_date, to_json
from eqbrief.tasks.noting import new_note

_KEYS = "id, uid, event_id, text, private, created_at, updated_at"


def _is_text(word: str) -> bool:
    return word.startswith("-") and len(word.split()) > 1


class TakesText(click.Command):
    """A command whose text may begin with a dash, as a list does; only its own options are options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what cannot be an option, for it has several words, behind the sign that ends options."""
        if "--" not in args and any(_is_text(word) for word in args):
            options, others = self._parted(ctx, args)
            args = [*options, "--", *others]
        return super().parse_args(ctx, args)

    def _parted(self, ctx: click.Context, args: list[str]) -> tuple[list[str], list[str]]:
        """Part a call's own options, each with its value where it takes one, from all other words."""
        known = {
            name: param.is_flag
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            for name in param.opts
        }
        options: list[str] = []
        others: list[str] = []
        rest = iter(args)
        for word in rest:
            name, joined, _value = word.partition("=")
            if name not in known or (joined and known[name]):
                others.append(word)
                continue
            options.append(word)
            if not known[name] and not joined:
                options += [value for value in [next(rest, None)] if value is not None]
        return options, others


@click.command("note", cls=TakesText)
@click.argument("event")
@click.argument("text")
@click.option(
    "--private",
    is_flag=True,
    help="Goes into nothing handed out unless chosen by hand. A backup is the whole library, private notes too.",
)
@json_option(f"the note as a JSON object of {_KEYS}.")
@click.pass_obj
def note_(session: Session, event: str, text: str, private: bool, as_json: bool) -> int:
    """Write a note, in Markdown, on an event."""
    with session.opened() as store:
        number = db.find_event(store, event)
        written = new_note(store, number, text, private=private)
        note = next(one for one in db.notes(store, number) if one.id == written)
    if as_json:
        print_json(to_json(note))
    else:
        say(f"Saved as {'private ' if note.private else ''}note {note.id}.")
    return DONE


@click.command("notes")
@click.argument("event")
@json_option(f"a JSON list with an object for each note: {_KEYS}.")
@click.pass_obj
def notes_(session: Session, event: str, as_json: bool) -> int:
    """List an event's notes."""
    with session.opened() as store:
        notes = db.notes(store, db.find_event(store, event))
    if as_json:
        print_json(to_json(notes))
        return DONE
    for note in notes:
        say(f"{note.id}  {say_date(note.updated_at[:10])}{'  private' if note.private else ''}")
        say_wrapped(note.text, indent="    ")
    if not notes:
        say("No notes.")
    return DONE
