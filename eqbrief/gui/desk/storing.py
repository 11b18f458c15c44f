# SPDX-License-Identifier: MIT
"""The work of the desk that runs as jobs: reading files, and storing the drafts that were accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eqbrief.model import Added, Choice, Draft, Progress, Rule, UserError
from eqbrief.store import Store
from eqbrief.tasks import Page, Report, Stop, accept, go_on, quiet
from eqbrief.tasks.adding import AS_FOUND


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be stored of a page: its number in the queue, the draft, and what was decided about it.

    `events` are the numbers of a listing's events that are wanted; None for all.
    """

    number: int
    page: Page
    draft: Draft
    choice: Choice = AS_FOUND
    events: tuple[int, ...] | None = None


def fetch_all(addresses: Iterable[str], report: Report, stop: Stop, rules: Sequence[Rule] = ()) -> list[Page]:
    """Fetch and read pages from web addresses; one that cannot be had becomes a page with the reason.

    `rules` are what the library has learnt.
    """
    from eqbrief.tasks.fetching import fetch_pages  # noqa: PLC0415 - nothing of a network before it is asked for

    return list(fetch_pages(addresses, report, stop, rules))


def store_all(store: Store, wanted: Sequence[Wanted], report: Report, stop: Stop) -> list[tuple[int, list[Added]]]:
    """Store drafts one after another; what became of each, by its number. Ends early when stopped."""
    done: list[tuple[int, list[Added]]] = []
    for count, one in enumerate(wanted):
        if stop():
            break
        name = one.page.name
        report(Progress(count, len(wanted), f"Adding {one.draft.title or name}"))
        alone = len(wanted) == 1  # then what a listing tells of its events is how far all of it is
        told, until = (report, stop) if alone else (quiet, go_on)
        try:
            results = accept(store, one.page, one.draft, choice=one.choice, wanted=one.events, report=told, stop=until)
            done.append((one.number, results))
        except UserError as error:
            done.append((one.number, [Added(name, "failed", reason=str(error))]))
    return done
