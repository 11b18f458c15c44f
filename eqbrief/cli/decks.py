# SPDX-License-Identifier: MIT
"""The commands for decks: bring a file in beside its event, open it in the system's program, read its slides."""

import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from eqbrief import store as db
from eqbrief.cli.describing import deck_line, say_slides, transcript_line
from eqbrief.cli.printing import Report, Stop, complain, json_option, long_work, print_json, say
from eqbrief.cli.session import DONE, FAILED, STOPPED, Session
from eqbrief.cli.showing import DECK_KEYS
from eqbrief.model import Deck, Transcript, UserError
from eqbrief.store import Store
from eqbrief.tasks.decks import attach_many, open_deck
from eqbrief.tasks.indexing import index_decks
from eqbrief.tasks.opening import warn_of_links
from eqbrief.tasks.proposing import attach_proposed, propose, said_left
from eqbrief.tasks.showing import deck_json
from eqbrief.tasks.slides import deck_slides_json, file_slides_json, read_file, read_stored
from eqbrief.tasks.transcripts import attached_json


@click.command("attach")
@click.argument("event")
@click.argument("files", metavar="FILE|FOLDER…", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option(f"a JSON list with an object for each file, null where it was not attached: {DECK_KEYS}.")
@click.pass_obj
def attach_(session: Session, event: str, files: tuple[Path, ...], as_json: bool) -> int:
    """Copy decks and transcripts into the library.

    They lie beside their event. A file that is named like a deck of the page becomes that deck, any other a deck of
    its own, and what stands on its slides is read, so that `search` finds it. Captions (.vtt, .srt) and Teams' Word
    documents become transcripts, which `eqbrief show` gives. Of a FOLDER come the files that agree with the names and
    sizes which the page gives; the others are told.
    """
    with session.opened() as store, long_work() as (report, stop):
        number = db.find_event(store, event)
        results: list[Deck | Transcript | UserError] = []
        for is_folder, some in groupby(files, Path.is_dir):
            if is_folder:
                results += [one for folder in some for one in _of_folder(store, number, folder, report, stop)]
            else:
                results += attach_many(store, number, some, report, stop)
        stopped = stop()
        unread = index_decks(store, report, stop)
    for result in results:
        if isinstance(result, UserError):
            complain(str(result))
        elif not as_json:
            say(f"Attached {deck_line(result) if isinstance(result, Deck) else transcript_line(result)}.")
    if as_json:
        print_json([_attached(result) for result in results])
    for one in unread:
        if one.error is not None:
            complain(str(one.error))
    if stopped:
        return STOPPED
    return FAILED if any(isinstance(result, UserError) for result in results) else DONE


def _of_folder(store: Store, event: int, folder: Path, report: Report, stop: Stop) -> list[Deck | UserError]:
    """Attach what is surely named by the page, and tell of the rest; an error where there is nothing of it."""
    proposals = propose(store, event, folder, report, stop)
    results = attach_proposed(store, event, (one for one in proposals if one.sure), report, stop)
    doubts = said_left(folder, proposals)
    if not results and not stop():
        doubts = doubts or [UserError(f"There is no deck in '{folder}' that the event has not got.", "Try another.")]
        return list(doubts)
    for doubt in doubts:
        complain(str(doubt))
    return results


def _attached(result: Deck | Transcript | UserError) -> dict[str, Any] | None:
    if isinstance(result, Deck):
        return deck_json(result)
    return attached_json(result) if isinstance(result, Transcript) else None


@click.command("open")
@click.argument("deck", metavar="DECK", type=click.IntRange(min=1))
@click.option("--macros-ok", is_flag=True, help="Open a deck that may hold macros, too.")
@click.pass_obj
def open_(session: Session, deck: int, macros_ok: bool) -> int:
    """Open a deck in the system's program for it.

    DECK is its number in `eqbrief show`. It is opened only if it is what it says it is. Where it takes something from
    elsewhere when it is opened, a sentence says so.
    """
    with session.opened() as store:
        warning = warn_of_links(store, deck)
        open_deck(store, deck, confirm_macros=macros_ok)
        if warning:
            complain(warning.what)
        say(f"Opened “{db.deck(store, deck).offered.title}”.")
    return DONE


@click.command("deck")
@click.argument("deck", metavar="DECK|FILE")
@click.option("--password-stdin", is_flag=True, help="Read the deck's password from the first line of standard input.")
@json_option(
    "a JSON object of id, uid, title, file, sha256, state, format, slides, unread. Each slide is an object of number, "
    "title, hidden, text (an object of title, body, table, diagram, chart, notes), pictures, alternatives, links; each "
    "unread one of slide, reason."
)
@click.pass_obj
def deck_(session: Session, deck: str, password_stdin: bool, as_json: bool) -> int:
    """Show what stands on each slide of a deck.

    What could not be read is said too. DECK is its number in `eqbrief show`. A FILE is read without being stored; id,
    uid and state are null then.
    """
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    if deck.isdecimal():
        with session.opened() as store:
            stored, text = read_stored(store, int(deck), password)
        title, plain = stored.offered.title, deck_slides_json(stored, text)
    else:
        file = Path(deck)
        text = read_file(file, password)
        title, plain = file.stem, file_slides_json(file, text)
    if as_json:
        print_json(plain)
    else:
        say_slides(title, text)
    return DONE
