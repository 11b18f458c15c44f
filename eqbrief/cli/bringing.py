# SPDX-License-Identifier: MIT
"""The commands that read pages: `read` shows what is found and stores nothing, `add` brings events into the library."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import shorten

import click

from eqbrief.cli.describing import say_draft
from eqbrief.cli.printing import Report, Stop, complain, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, FAILED, STOPPED, Session
from eqbrief.fetching.addresses import is_address
from eqbrief.model import Added, Choice, Progress, Rule, to_json
from eqbrief.store import find_event
from eqbrief.tasks.adding import accept
from eqbrief.tasks.handing import add_pack, is_pack
from eqbrief.tasks.learning import rules_for
from eqbrief.tasks.pages import Page, read_page, read_pages

_SUMMARY = {
    "added": "added",
    "updated": "updated",
    "unchanged": "unchanged",
    "skipped": "skipped",
    "failed": "could not be read",
}


@click.command("read")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@json_option(
    "a JSON list with an object for each file, null where one cannot be read: source, kind, title, publisher, series, "
    "language, status, published_on, starts_at, ends_at, timezone, summary, body, topics, people, decks, recordings, "
    "questions, sessions, events, text, evidence, charset, address."
)
def read_(files: tuple[str, ...], as_json: bool) -> int:
    """Show what reading a page finds; store nothing."""
    pages: list[Page] = []
    with long_work() as (report, stop):
        for number, file in enumerate(files):
            if stop():
                break
            report(Progress(number, len(files), f"Reading {Path(file).name}"))
            pages.append(_not_fetched(file) if is_address(file) else read_page(Path(file)))
    for page in pages:
        if page.draft is None:
            complain(page.reason or f"'{page.name}' could not be read.")
        elif not as_json:
            say_draft(page.draft)
    if as_json:
        print_json([page.draft and to_json(page.draft) for page in pages])
    if len(pages) < len(files):
        return STOPPED
    return FAILED if any(page.draft is None for page in pages) else DONE


@click.command("add")
@click.argument("sources", metavar="PATH|URL…", nargs=-1, required=True)
@click.option("--into", metavar="EVENT", help="Merge the page into this event, which it is another page of.")
@click.option("--apart", is_flag=True, help="Add it as an event of its own, also where one like it is here.")
@json_option(
    "a JSON list with an object for each event: source, action (added, updated, unchanged, skipped or failed), event "
    "(an object of id, name, uid, or null), reason, changes (what a newer copy says otherwise: key, label, before, "
    "after, wins, reason; what wins was taken)."
)
@click.pass_obj
def add_(session: Session, sources: tuple[str, ...], into: str | None, apart: bool, as_json: bool) -> int:
    """Bring in pages: files, folders, web addresses.

    A page that is here already is brought up to date by a newer copy, but for what you edited by hand. What looks like
    an event that is here is left out until you say --into or --apart.

    A hand-over pack (a folder or ZIP that EqBrief made) gives its events, with decks, notes and actions.

    A web address begins with http:// or https:// and is fetched now; nothing is ever fetched otherwise. Where there is
    no library yet, it is made. What cannot be read, or holds no event, is said, and the rest is done.
    """
    if into is not None and apart:
        raise click.UsageError("--into and --apart exclude each other.")
    session.warn_of_place()
    done: list[Added] = []
    with session.made() as store, long_work() as (report, stop):
        choice = Choice(apart=apart, into=None if into is None else find_event(store, into))
        packs = [source for source in sources if not is_address(source) and is_pack(Path(source))]
        for pack in packs:
            done += add_pack(store, Path(pack), report, stop)
        pages = tuple(source for source in sources if source not in packs)
        for page in _pages(session, pages, rules_for(store), report, stop):
            done += accept(store, page, choice=choice, report=report, stop=stop)
        stopped = stop()
    for one in done:
        if one.reason:
            complain(one.reason)
    if as_json:
        print_json(to_json(done))
    else:
        say_table((one.action, str(one.event.id), one.event.name) for one in done if one.event)
        for row in [row for one in done for row in one.changes]:
            left = "" if row.wins else f" (not taken: {row.reason[:1].lower()}{row.reason[1:].rstrip('.')})"
            say(f"  {row.label}: {_brief(row.before)} → {_brief(row.after)}{left}")
        _say_summary(done, stopped=stopped)
    if stopped:
        return STOPPED
    return FAILED if any(one.action in ("failed", "skipped") for one in done) else DONE


def _pages(
    session: Session, sources: tuple[str, ...], rules: Sequence[Rule], report: Report, stop: Stop
) -> Iterator[Page]:
    """Read files and folders, and fetch web addresses, in the order in which they were named."""
    for fetched, some in groupby(sources, is_address):
        if not fetched:
            yield from read_pages(map(Path, some), report, stop, rules)
            continue
        from eqbrief.tasks.fetching import fetch_pages  # noqa: PLC0415 - nothing of the network before it is asked for

        session.opener.network()
        yield from fetch_pages(some, report, stop, rules)


def _not_fetched(address: str) -> Page:
    return Page(
        address,
        b"",
        None,
        f"'{address}' is a web address, and `read` shows files only. Save the page in your browser and read that file, "
        "or bring it in with `eqbrief add`.",
    )


def _brief(words: str) -> str:
    """Write a text within a line."""
    line = " ".join(words.split())
    return shorten(line, 60, placeholder="…") if line else "nothing"


def _say_summary(done: list[Added], *, stopped: bool) -> None:
    """Say '12 added, 1 updated, 2 could not be read.', as the window does."""
    numbers = Counter(one.action for one in done)
    said = ", ".join(f"{numbers[action]} {words}" for action, words in _SUMMARY.items() if numbers[action])
    say(f"{'Stopped: ' if stopped else ''}{said or 'nothing to add'}.")
