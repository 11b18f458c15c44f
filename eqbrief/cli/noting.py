# SPDX-License-Identifier: MIT
"""The commands for notes: write one, and list an event's."""

from collections.abc import Callable
from typing import Any

import click

from eqbrief import store as db
from eqbrief.cli.printing import json_option, print_json, say, say_wrapped
from eqbrief.cli.session import DONE, Session
from eqbrief.model import ListedNote, Tie, UserError, said_tie, say_date
from eqbrief.store import Store
from eqbrief.tasks.noting import new_note
from eqbrief.tasks.showing import notes_json
from eqbrief.tasks.tying import places_of, tie_question, tie_session, tie_slide, tie_time

_ALL = 1_000_000
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
@click.option("--session", "part", type=int, metavar="N", help="Tie it to a session of its programme, by its number.")
@click.option("--at", metavar="TIME", help="Tie it to a moment of its transcript: 4:07 or 1:02:09.")
@json_option(f"the note as a JSON object of {_KEYS}.")
@click.pass_obj
def note_(session: Session, event: str, text: str, private: bool, as_json: bool, **tied: Any) -> int:
    """Write a note, in Markdown, on an event or a part of it."""
    named = {name: value for name, value in tied.items() if value is not None}
    if len(named) > 1:
        raise click.UsageError("A note is tied to one thing: name a slide, a question, a session or a time.")
    with session.opened() as store:
        number = db.find_event(store, event)
        tie = next((_TIES[name](store, number, value) for name, value in named.items()), None)
        written = new_note(store, number, text, private=private, tie=tie)
        note = next(one for one in db.notes(store, number) if one.id == written)
        plain = notes_json(store, [note])
    if as_json:
        print_json(plain[0])
    else:
        say(f"Saved as {'private ' if note.private else ''}note {note.id}.")
    return DONE


@click.command("notes")
@click.argument("event", required=False)
@json_option(f"a JSON list with an object for each note: {_KEYS}.")
@click.pass_obj
def notes_(session: Session, event: str | None, as_json: bool) -> int:
    """List an event's notes, or all of them.

    Without EVENT those of all events, people and organisations, the one written last first.
    """
    with session.opened() as store:
        if event:
            listed = [ListedNote(note, "") for note in db.notes(store, db.find_event(store, event))]
        else:
            listed = db.list_notes(store, limit=_ALL)[0]
        notes = [one.note for one in listed]
        plain, places = notes_json(store, notes), places_of(store, notes)
    if as_json:
        print_json(plain)
        return DONE
    for one in listed:
        note, tie = one.note, one.note.tie
        said = (say_date(note.updated_at[:10]), "private" if note.private else "", one.event_title)
        tied = said_tie(tie, places.get(note.id)) if tie else ""
        say("  ".join([str(note.id), *(part for part in (*said, tied) if part)]))
        say_wrapped(note.text, indent="    ")
    if not listed:
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


_TIES: dict[str, Callable[[Store, int, Any], Tie]] = {
    "slide": slide_named,
    "question": tie_question,
    "part": tie_session,
    "at": tie_time,
}
"""How a note is tied, by the option that names what to."""
