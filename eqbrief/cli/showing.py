# SPDX-License-Identifier: MIT
"""The command that shows one event with all that is known of it."""

import click

from eqbrief import store as db
from eqbrief.cli.describing import say_event, say_tags
from eqbrief.cli.printing import json_option, print_json
from eqbrief.cli.session import DONE, Session
from eqbrief.model import Event
from eqbrief.store import Store
from eqbrief.tasks import editing
from eqbrief.tasks.frameworks import tags_of_event
from eqbrief.tasks.showing import event_json, with_states

EVENT_KEYS = (
    "id, uid, source, kind, title, publisher, series, language, status, published_on, starts_at, ends_at, timezone, "
    "summary, body, topics, people, decks, recordings, questions, sessions, events, text, evidence, charset, address, "
    "state, starred, notes, actions, sources, transcripts, tags, review"
)
DECK_KEYS = "id, uid, title, size_bytes, format, pages, url, state, file, sha256, file_size_bytes"


@click.command("show")
@click.argument("event")
@json_option(f"a JSON object of {EVENT_KEYS}. Each deck is an object of {DECK_KEYS}.")
@click.pass_obj
def show_(session: Session, event: str, as_json: bool) -> int:
    """Show everything about one event."""
    with session.opened() as store:
        print_event(store, db.find_event(store, event), as_json=as_json)
    return DONE


def print_event(store: Store, number: int, *, as_json: bool) -> None:
    """Print an event as JSON or in words."""
    event: Event = editing.event(store, number)
    if as_json:
        print_json(event_json(store, event))
    else:
        say_event(with_states(store, event))
        say_tags(tags_of_event(store, number))
