# SPDX-License-Identifier: MIT
"""The commands that list and search. They read only what the store gives, so that they answer at once."""

import re
from html import unescape

import click

from eqbrief.cli.printing import count, json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.model import Hit, hit_json, say_date
from eqbrief.store import search
from eqbrief.store.search import KINDS
from eqbrief.tasks.listing import card_json, list_events

_LIMIT = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")


@click.command("list")
@click.argument("query", metavar="[QUERY]", nargs=-1)
@_LIMIT
@json_option(
    "a JSON list with an object for each event: id, uid, title, date, publisher, summary, people, decks_here, "
    "decks_named, notes, state, starred, status."
)
@click.pass_obj
def list_(session: Session, query: tuple[str, ...], limit: int | None, as_json: bool) -> int:
    """List events, newest first.

    All of them, or those that have every word of QUERY in title, publisher, series, date or names.
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
@click.argument("query", metavar="QUERY", nargs=-1, required=True)
@click.option("--in", "kinds", metavar="KIND,…", help=f"Only these kinds: {', '.join(KINDS)}.")
@_LIMIT
@json_option(
    "a JSON list with an object for each thing found: kind, id, event (an object of id, title, date, or null), title, "
    "snippet (HTML whose only markup is <mark>), deck (an object of id, title, or null), slide, where."
)
@click.pass_obj
def search_(session: Session, query: tuple[str, ...], kinds: str | None, limit: int | None, as_json: bool) -> int:
    """Find words in events, people, questions and notes.

    Every word must be there; words in double quotes stand together.
    """
    chosen = [kind.strip() for kind in (kinds or "").split(",") if kind.strip()]
    unknown = [kind for kind in chosen if kind not in KINDS]
    if unknown:
        raise click.BadParameter(
            f"there is no kind '{unknown[0]}'. The kinds are {', '.join(KINDS)}.", param_hint="--in"
        )
    with session.opened() as store:
        hits = search(store, " ".join(query), kinds=chosen, limit=limit or 200)
    if as_json:
        print_json([hit_json(hit) for hit in hits])
        return DONE
    say_table((hit.kind, _place(hit), _said(hit)) for hit in hits)
    say(f"{count(len(hits), 'thing')} found." if hits else "Nothing found.")
    return DONE


def _place(hit: Hit) -> str:
    """Say where a hit stands: the event's number, or nothing for what belongs to none."""
    return f"event {hit.event[0]}" if hit.event else ""


def _said(hit: Hit) -> str:
    """Give the words around what was found, with the name in front where they do not hold it."""
    words = _plain(hit.snippet)
    named = hit.kind in ("person", "organisation") and hit.title not in words.replace("*", "")
    return f"{hit.title}: {words}" if named else words


def _plain(snippet: str) -> str:
    """Give a snippet as text, the words that were found between asterisks."""
    return unescape(re.sub("</?mark>", "*", snippet))
