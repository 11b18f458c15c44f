# SPDX-License-Identifier: MIT
"""The work of the desk that runs as jobs: reading files, and storing the drafts that were accepted."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from eqbrief.model import Added, Draft, Progress, Rule, UserError
from eqbrief.store import Store
from eqbrief.tasks import Page, Report, Stop, accept, pages_in, read_page


def read_all(paths: Iterable[Path], report: Report, stop: Stop, rules: Sequence[Rule] = ()) -> list[Page]:
    """Read files and folders; a path that holds nothing becomes a page with the reason, as a bad file does.

    `rules` are what the library has learnt.
    """
    found: list[Path | Page] = []
    for path in paths:
        try:
            found += pages_in([path])
        except UserError as error:
            found.append(Page(path.name, b"", None, str(error)))
    read: list[Page] = []
    for number, one in enumerate(found):
        if stop():
            break
        if isinstance(one, Page):
            read.append(one)
            continue
        report(Progress(number, len(found), f"Reading {one.name}"))
        read.append(read_page(one, rules))
    return read


Wanted = tuple[int, Page, Draft]
"""A number in the queue, the page, and the draft that is to be stored of it."""


def fetch_all(addresses: Iterable[str], report: Report, stop: Stop) -> list[Page]:
    """Fetch and read pages from web addresses; one that cannot be had becomes a page with the reason."""
    from eqbrief.tasks.fetching import fetch_pages  # noqa: PLC0415 - nothing of a network before it is asked for

    return list(fetch_pages(addresses, report, stop))


def store_all(store: Store, wanted: Sequence[Wanted], report: Report, stop: Stop) -> list[tuple[int, list[Added]]]:
    """Store drafts one after another; what became of each, by its number. Ends early when stopped."""
    done: list[tuple[int, list[Added]]] = []
    for count, (number, page, draft) in enumerate(wanted):
        if stop():
            break
        report(Progress(count, len(wanted), f"Adding {draft.title or page.name}"))
        try:
            done.append((number, accept(store, page, draft)))
        except UserError as error:
            done.append((number, [Added(page.name, "failed", reason=str(error))]))
    return done
