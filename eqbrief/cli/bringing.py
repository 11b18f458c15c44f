# SPDX-License-Identifier: MIT
"""The commands that read pages: `read` shows what is found and stores nothing, `add` brings events into the library."""

from collections import Counter
from pathlib import Path

import click

from eqbrief.cli.describing import say_draft
from eqbrief.cli.printing import complain, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, FAILED, STOPPED, Session
from eqbrief.model import Added, Progress, to_json
from eqbrief.tasks.adding import accept
from eqbrief.tasks.pages import Page, read_page, read_pages

_SUMMARY = {
    "added": "added",
    "updated": "updated",
    "unchanged": "unchanged",
    "skipped": "skipped",
    "failed": "could not be read",
}


@click.command("read")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option(
    "a JSON list with an object for each file, null where one cannot be read: source, kind, title, publisher, series, "
    "language, status, published_on, starts_at, ends_at, timezone, summary, body, topics, people, decks, recordings, "
    "questions, sessions, events, text, evidence, charset, address."
)
def read_(files: tuple[Path, ...], as_json: bool) -> int:
    """Show what reading a page finds; store nothing."""
    pages: list[Page] = []
    with long_work() as (report, stop):
        for number, file in enumerate(files):
            if stop():
                break
            report(Progress(number, len(files), f"Reading {file.name}"))
            pages.append(read_page(file))
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
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option(
    "a JSON list with an object for each event: source, action (added, updated, unchanged, skipped or failed), event "
    "(an object of id, name, uid, or null), reason."
)
@click.pass_obj
def add_(session: Session, paths: tuple[Path, ...], as_json: bool) -> int:
    """Bring in pages, and folders of them.

    Where there is no library yet, it is made. What cannot be read, or holds no event, is said, and the rest is done.
    """
    session.warn_of_place()
    done: list[Added] = []
    with session.made() as store, long_work() as (report, stop):
        for page in read_pages(paths, report, stop):
            done += accept(store, page)
        stopped = stop()
    for one in done:
        if one.reason:
            complain(one.reason)
    if as_json:
        print_json(to_json(done))
    else:
        say_table((one.action, str(one.event.id), one.event.name) for one in done if one.event)
        _say_summary(done, stopped=stopped)
    if stopped:
        return STOPPED
    return FAILED if any(one.action in ("failed", "skipped") for one in done) else DONE


def _say_summary(done: list[Added], *, stopped: bool) -> None:
    """Say '12 added, 1 updated, 2 could not be read.', as the window does."""
    numbers = Counter(one.action for one in done)
    said = ", ".join(f"{numbers[action]} {words}" for action, words in _SUMMARY.items() if numbers[action])
    say(f"{'Stopped: ' if stopped else ''}{said or 'nothing to add'}.")
