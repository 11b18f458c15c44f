# SPDX-License-Identifier: MIT
"""The command that downloads the decks which events' pages name."""

from collections import Counter

import click

from eqbrief import store as db
from eqbrief.cli.describing import deck_line
from eqbrief.cli.printing import complain, json_option, long_work, print_json, say
from eqbrief.cli.session import DONE, FAILED, STOPPED, Session
from eqbrief.cli.showing import DECK_KEYS
from eqbrief.tasks.downloading import fetch_decks
from eqbrief.tasks.indexing import index_decks
from eqbrief.tasks.showing import deck_json

_SUMMARY = {
    "fetched": "downloaded",
    "here": "here already",
    "skipped": "left out",
    "failed": "could not be downloaded",
}


@click.command("fetch")
@click.argument("events", metavar="[EVENT]…", nargs=-1)
@json_option(
    "a JSON list with an object for each deck of these events: deck, action (fetched, here, skipped or failed), "
    f"reason. Each deck is an object of {DECK_KEYS}."
)
@click.pass_obj
def fetch_(session: Session, events: tuple[str, ...], as_json: bool) -> int:
    """Download the decks that events' pages name.

    Without EVENT, those of all events. Ctrl+C stops, and what is here by then is kept: the next `fetch` goes on from
    there. What is no presentation, or not what its name says, is refused.
    """
    with session.opened() as store, long_work() as (report, stop):
        numbers = [db.find_event(store, words) for words in events] or None
        session.opener.network()
        done = list(fetch_decks(store, numbers, report, stop))
        stopped = stop()
        unread = index_decks(store, report, stop)
    for one in done:
        if one.reason and not stopped:
            complain(f"“{one.deck.offered.title}”: {one.reason}")
        elif one.action == "fetched" and not as_json:
            say(f"Downloaded {deck_line(one.deck)}.")
    if as_json:
        print_json([{"deck": deck_json(one.deck), "action": one.action, "reason": one.reason} for one in done])
    else:
        numbered = Counter(one.action for one in done)
        said = ", ".join(f"{numbered[action]} {words}" for action, words in _SUMMARY.items() if numbered[action])
        say(f"{'Stopped: ' if stopped else ''}{said or 'no deck is named'}.")
    for read in unread:
        if read.error is not None:
            complain(str(read.error))
    if stopped:
        return STOPPED
    return FAILED if any(one.action in ("failed", "skipped") for one in done) else DONE
