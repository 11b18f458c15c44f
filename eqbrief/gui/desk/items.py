# SPDX-License-Identifier: MIT
"""The pages that wait to be worked through: what each is, whether it can be stored, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from eqbrief import store as db
from eqbrief.gui.desk.checks import is_certain, to_check
from eqbrief.gui.listing import plural
from eqbrief.model import Added, Comparison, Draft, ListingNews, Named, Rule
from eqbrief.store import Store
from eqbrief.tasks import Page, compare, read_again, rules_for
from eqbrief.tasks.news import news_of
from eqbrief.tasks.pages import sha256_of

State = Literal["waiting", "storing", "stored", "skipped", "failed"]
_SAID = {
    "added": "added",
    "updated": "updated from this page",
    "unchanged": "in the library already",
    "skipped": "skipped",
}
# The words in which the window counts what was added.
_COUNTED = {
    "added": "added",
    "updated": "updated",
    "unchanged": "here already",
    "skipped": "skipped",
    "failed": "could not be added",
}
_IN_BIN = "This page's event is in the bin. Restore it from there to see it again."


@dataclass(frozen=True, slots=True)
class Item:
    """A page in the queue. `checks` is how many rows are left to check, `certain` that reading left none.

    `pasted` is true where no file is behind it, so that it would be lost. `known` is what became of these very bytes
    when they were added before. `like` lays the page beside the event that it is about or is like, which was added on
    the day `since`. `news` says of a listing which of its events are new, and what it tells of others otherwise.
    """

    page: Page
    state: State = "waiting"
    checks: int = 0
    certain: bool = False
    is_edited: bool = False
    pasted: bool = False
    results: tuple[Added, ...] = ()
    known: Added | None = None
    like: Comparison | None = None
    since: str = ""
    news: ListingNews | None = None

    @property
    def is_here(self) -> bool:
        """Whether there is nothing to do, because this very page was added before and nothing was corrected since."""
        return self.known is not None and self.state == "waiting" and not self.is_edited

    @property
    def can_store(self) -> bool:
        """Whether it can be accepted; one that was skipped can be thought better of."""
        is_new = self.known is None or (self.is_edited and self.known.action == "unchanged")
        return self.page.draft is not None and is_new and self.state in ("waiting", "failed", "skipped")

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to say what becomes of it."""
        return self.state in ("waiting", "failed") and not self.is_here

    @property
    def is_certain(self) -> bool:
        """Whether it can be accepted unseen."""
        return (
            self.state == "waiting" and not self.is_edited and self.certain and self.known is None and self.like is None
        )

    @property
    def outcome(self) -> tuple[Added, ...]:
        """What became of it so far, also where that was before."""
        return self.results or ((self.known,) if self.known else ())


def item_of(page: Page, *, pasted: bool = False, known: Added | None = None) -> Item:
    """Make the item of a page that was just read."""
    return Item(page, checks=_checks(page.draft), certain=is_certain(page.draft), pasted=pasted, known=known)


def items_of(store: Store, pages: Iterable[Page], *, pasted: bool) -> list[Item]:
    """Make the items of pages that were just read, and find those whose very bytes were added before."""
    return [_compared(store, item_of(page, pasted=pasted, known=_known(store, page))) for page in pages]


def seen_anew(store: Store, items: Sequence[tuple[int, Item]]) -> list[tuple[int, Item]]:
    """Look again at what waits, given with its numbers: what nobody has touched is read with what was learnt since,
    and all is compared with what is in the library now."""
    rules = rules_for(store)
    return [(number, _compared(store, item if item.is_edited else _read_anew(item, rules))) for number, item in items]


def _read_anew(item: Item, rules: Sequence[Rule]) -> Item:
    page = read_again(item.page, rules)
    return item if page is item.page else item_of(page, pasted=item.pasted, known=item.known)


def _compared(store: Store, item: Item) -> Item:
    draft = item.page.draft
    if draft is None or item.known is not None:
        return item
    if draft.kind == "listing":
        return replace(item, news=news_of(store, item.page, draft))
    like = compare(store, draft)
    kept = db.event(store, like.event.id) if like is not None else None
    since = kept.sources[0].added_at[:10] if kept is not None and kept.sources else ""
    return replace(item, like=like, since=since)


def _known(store: Store, page: Page) -> Added | None:
    found = db.event_of_source(store, sha256=sha256_of(page)) if page.data else None
    if found is None or page.draft is None:
        return None
    kept = db.event(store, found[0])
    named = Named(found[0], kept.draft.title or "", kept.uid) if kept else None
    return Added(page.name, "skipped", named, _IN_BIN) if found[1] else Added(page.name, "unchanged", named)


def first_to_check(items: Sequence[Item], begin: int = 0) -> int:
    """Give the number of the first new item with something to check; else the first that is open, else `begin`."""
    left = [number for number in range(begin, len(items)) if items[number].is_open]
    return next((number for number in left if items[number].checks), next(iter(left), begin))


def is_left(items: Iterable[Item]) -> bool:
    """Say whether somebody still has to say what becomes of any."""
    return any(item.is_open for item in items)


def next_open(items: Sequence[Item], current: int, *, again: bool) -> int | None:
    """Give the number of the next item that waits, from the current one on and then from the first; None for none.

    With `again` one that could not be stored comes after all that wait.
    """
    order = [*range(current + 1, len(items)), *range(current + 1)]
    to = next((number for number in order if items[number].state == "waiting" and items[number].is_open), None)
    failed = next((number for number in order if items[number].state == "failed"), None)
    return to if to is not None or not again else failed


def _checks(draft: Draft | None) -> int:
    if draft is None:
        return 0
    if draft.kind == "listing" and draft.events:
        return len([event for event in draft.events if to_check(event)])
    return len(to_check(draft))


def said_title(item: Item) -> str:
    """Give what a page is called in the queue: the event's title, or the file's name."""
    draft = item.page.draft
    if draft is None:
        return item.page.name
    if draft.title:
        return draft.title
    return f"{plural(len(draft.events), 'event')} in one page" if draft.events else item.page.name


def said_state(item: Item) -> str:
    """Say what a page is, or what became of it."""
    draft = item.page.draft
    if item.state == "storing":
        return "being stored"
    if item.state == "failed":
        return " ".join(result.reason for result in item.results if result.reason) or "could not be stored"
    if item.state == "stored":
        return said_results(item.results)
    if item.state == "skipped":
        return "skipped"
    if item.known is not None and item.is_here:
        return "in the bin" if item.known.reason else said_results((item.known,))
    if draft is None:
        return "could not be read"
    if item.like is not None:
        return _said_like(item.like)
    if draft.kind == "listing" and draft.events:
        checks = f", {item.checks} to check" if item.checks else ""
        news = f", {said_news(item.news)}" if item.news is not None else ""
        return f"{plural(len(draft.events), 'event')} in one page{news}{checks}"
    if draft.kind == "other" and not item.is_edited:
        return "not an event, by its look"
    return f"{item.checks} to check" if item.checks else "all certain"


def _said_like(like: Comparison) -> str:
    if like.likeness == "likely":
        return "looks like one that is here"
    rows = len(like.differences)
    return f"here already, {plural(rows, 'change')}" if rows else "here already, nothing new"


def said_news(news: ListingNews) -> str:
    """Count what a listing brings: '2 new, 3 changed, 1 gone', or 'nothing new'."""
    counts = ((news.new, "new"), (news.changed, "changed"), (len(news.gone), "gone"))
    return ", ".join(f"{count:,} {word}" for count, word in counts if count) or "nothing new"


def said_head(items: Sequence[Item]) -> str:
    """Say what the desk is about: 'Add 4 pages'."""
    if not items:
        return "Add pages"
    return "Add a page" if len(items) == 1 else f"Add {len(items)} pages"


def said_outcome(items: Sequence[Item]) -> str:
    """Say what became of all pages, as the window says it after: '1 added, 2 here already'."""
    skipped = [Added(item.page.name, "skipped") for item in items if item.state == "skipped" and not item.outcome]
    return _counted([*(result for item in items for result in item.outcome), *skipped])


def said_results(results: Sequence[Added]) -> str:
    """Say what became of pages: 'added', or for several '1 added, 2 here already'."""
    if not results:
        return ""
    if len(results) == 1:
        return results[0].reason or _SAID.get(results[0].action, results[0].action)
    return _counted(results)


def _counted(results: Sequence[Added]) -> str:
    counts = {action: len([r for r in results if r.action == action]) for action in _COUNTED}
    return ", ".join(f"{count} {_COUNTED[action]}" for action, count in counts.items() if count)


def sentence(words: str) -> str:
    """Write words as a sentence; '' for none."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""
