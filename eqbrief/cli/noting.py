# SPDX-License-Identifier: MIT
"""The commands for notes: write one, and list an event's."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import json_option, print_json, say, say_wrapped
from eqbrief.cli.session import DONE, Session
from eqbrief.model import Tie, UserError, said_tie, say_date
from eqbrief.store import Store
from eqbrief.tasks.noting import new_note
from eqbrief.tasks.showing import notes_json
from eqbrief.tasks.tying import event_places, tie_question, tie_slide

_KEYS = (
    "id, uid, event_id, text, private, created_at, updated_at, tie (what it is tied to, an object of kind, uid, "
    "number, title, words, or null), place (where that is now, an object of id, number, title, or null)"
)


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
@click.option("--slide", metavar="DECK:N", help="Tie it to a slide: the deck's number, uid or title, and the slide's.")
@click.option("--question", type=int, metavar="N", help="Tie it to a question of the event, by its number.")
@json_option(f"the note as a JSON object of {_KEYS}.")
@click.pass_obj
def note_(
    session: Session, event: str, text: str, private: bool, slide: str | None, question: int | None, as_json: bool
) -> int:
    """Write a note, in Markdown, on an event or a part of it."""
    if slide and question:
        raise click.UsageError("A note is tied to one thing: name a slide or a question.")
    with session.opened() as store:
        number = db.find_event(store, event)
        tie = (
            slide_named(store, number, slide) if slide else tie_question(store, number, question) if question else None
        )
        written = new_note(store, number, text, private=private, tie=tie)
        plain = next(one for one in notes_json(store, number) if one["id"] == written)
        note = next(one for one in db.notes(store, number) if one.id == written)
    if as_json:
        print_json(plain)
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
        number = db.find_event(store, event)
        notes, places, plain = db.notes(store, number), event_places(store, number), notes_json(store, number)
    if as_json:
        print_json(plain)
        return DONE
    for note in notes:
        tied = f"  {said_tie(note.tie, places[note.id])}" if note.tie else ""
        say(f"{note.id}  {say_date(note.updated_at[:10])}{'  private' if note.private else ''}{tied}")
        say_wrapped(note.text, indent="    ")
    if not notes:
        say("No notes.")
    return DONE


def slide_named(store: Store, event_id: int, words: str) -> Tie:
    """Give the tie to a slide named as DECK:N.

    Raises:
        UserError: when it is not named so, or there is no such deck or slide.
    """
    name, _, number = words.rpartition(":")
    if not name.strip() or not number.strip().isdecimal():
        raise UserError(f"'{words}' names no slide.", "Write the deck, a colon and the slide's number, such as 3:12.")
    wanted = name.strip().casefold()
    decks = db.decks_of(store, [event_id])
    found = [deck for deck in decks if wanted in (str(deck.id), deck.uid, deck.offered.title.casefold())]
    found = found or [deck for deck in decks if wanted in deck.offered.title.casefold()]
    if len(found) != 1:
        problem = f"{len(found)} decks of this event are called '{name}'." if found else f"No deck is called '{name}'."
        raise UserError(problem, "Use the deck's number: `eqbrief show EVENT` tells it.")
    return tie_slide(store, found[0].id, int(number))
