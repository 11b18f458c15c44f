# SPDX-License-Identifier: MIT
"""The commands that list and search. They read only what the store gives, so that they answer at once."""

import re
from dataclasses import replace
from html import unescape

import click

from eqbrief.cli.printing import count, json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.model import Hit, hit_json, say_date
from eqbrief.model.query import All, Scope, explain, parse
from eqbrief.model.query.values import KINDS, PLACES, kinds_and_places
from eqbrief.store import find
from eqbrief.tasks.listing import card_json, list_events
from eqbrief.tasks.searching import not_found_in, save_search

_LIMIT = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")


@click.command("list")
@click.argument("query", metavar="[QUERY]", nargs=-1)
@_LIMIT
@json_option(
    "a JSON list with an object for each event: id, uid, title, date, publisher, series, summary, people, decks_here, "
    "decks_named, notes, state, starred, status, looked_at, changed."
)
@click.pass_obj
def list_(session: Session, query: tuple[str, ...], limit: int | None, as_json: bool) -> int:
    """List events, newest first.

    All of them, or those that QUERY holds for, in the language of `eqbrief search`: what is written about an event,
    its people, slides and notes, is asked as a whole. Put what begins with a minus behind "--".
    """
    with session.opened() as store:
        cards = list_events(store, " ".join(query), limit)
        if as_json:
            print_json([card_json(card) for card in cards])
            return DONE
    say_table(
        (str(card.id), say_date(card.date), card.state, "*" if card.starred else "", card.title) for card in cards
    )
    say(f"{count(len(cards), 'event')}." if cards else "No events.")
    return DONE


@click.command("search")
@click.argument("query_", metavar="QUERY", nargs=-1, required=True)
@click.option(
    "--in", "kinds", metavar="KIND,…", help=f"Look only in these kinds or places: {', '.join([*KINDS, *PLACES])}."
)
@_LIMIT
@click.option("--save", "name", default="", metavar="NAME", help="Keep the search under this name, too.")
@json_option(
    "a JSON list with an object for each thing found: kind, id, event (an object of id, title, date, or null), title, "
    "snippet (HTML whose only markup is <mark>), deck (an object of id, title, or null), slide, where."
)
@click.pass_obj
def search_(
    session: Session, query_: tuple[str, ...], kinds: str | None, limit: int | None, name: str, as_json: bool
) -> int:
    """Find words in everything that is written in the library.

    QUERY is made of words, "phrases", beginnings*, -without, OR, brackets, and person: org: topic: kind: in: series:
    year: after: before: has:deck is:starred state:reviewed. Words are asked of an event as a whole; listed are its
    passages that hold at least one. Put a QUERY that begins with a minus behind "--".
    """
    query = parse(" ".join(query_))
    if kinds and kinds.strip(" ,"):
        named = kinds_and_places(kinds.strip(" ,"), places=True)
        if named is None:
            raise click.BadParameter(
                f"'{kinds}' names something else. There are {', '.join([*KINDS, *PLACES])}.", param_hint="--in"
            )
        query = replace(query, root=All((Scope("in", named), query.root))) if query.root else query
    with session.opened() as store:
        if name:
            save_search(store, name, query.typed)
        found = find(store, query, limit=limit or 200)
        unread = not_found_in(store)
    hits = found.hits
    if as_json:
        print_json([hit_json(hit) for hit in hits])
        return DONE
    say_table((hit.kind, _place(hit), _said(hit)) for hit in hits)
    found_said = f"{count(len(hits), 'thing')} found." if hits else "Nothing found."
    say(" ".join(part for part in (explain(found.query), found_said, unread) if part))
    return DONE


def _place(hit: Hit) -> str:
    """Say where a hit stands: the event's number, the deck's and the slide's; nothing for what belongs to none."""
    deck = f", deck {hit.deck[0]}" if hit.deck else ""
    slide = f", slide {hit.slide}" if hit.slide else ""
    return f"event {hit.event[0]}{deck}{slide}" if hit.event else ""


def _said(hit: Hit) -> str:
    """Give the words around what was found, with the name in front where they do not hold it."""
    words = _plain(hit.snippet)
    named = hit.kind in ("person", "organisation") and hit.title not in words.replace("*", "")
    return f"{hit.title}: {words}" if named else words


def _plain(snippet: str) -> str:
    """Give a snippet as text, the words that were found between asterisks."""
    return unescape(re.sub("</?mark>", "*", snippet))
