# SPDX-License-Identifier: MIT
"""Store the events of a listing or a schedule: many small transactions, so that a thousand events hold nobody up.

What is under way is written down first. If the program is killed, `finish_intakes` does the rest at the next start.
"""

from collections import Counter
from collections.abc import Collection, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from time import perf_counter

from eqbrief import store as db
from eqbrief.files import event_folder_name, explain, free_name, names_in
from eqbrief.model import AddAction, Added, Difference, Draft, Progress, UserError, now
from eqbrief.store import Change, Store
from eqbrief.tasks.kept import keep_page, take_back
from eqbrief.tasks.learning import rules_for
from eqbrief.tasks.ledger import REMOVED, applied, differences
from eqbrief.tasks.pages import Page, read_page, sha256_of
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.telling_apart import keys_for

_HELD_SECONDS = 0.018
"""How long one transaction goes on taking events: the window waits no longer than this for the lock."""
_BINNED = "This event is in the bin. Restore it from there to see it again."


@dataclass(frozen=True, slots=True)
class _Stored:
    """What became of one event."""

    action: AddAction
    id: int
    rows: tuple[Difference, ...] = ()


@dataclass(slots=True)
class _Work:
    """A listing while its events are stored: what each part is called, and what became of it."""

    store: Store
    page: Page
    draft: Draft
    listing: str
    sha256: str
    parts: tuple[str, ...]
    earlier: list[db.Part]
    known_as: dict[str, str]
    file: str
    name: str
    folders: set[str]
    log: int | None = None
    moment: str = field(default_factory=now)
    done: list[_Stored] = field(default_factory=list[_Stored])


def accept_listing(
    store: Store,
    page: Page,
    draft: Draft,
    wanted: Collection[int] | None = None,
    report: Report = quiet,
    stop: Stop = go_on,
    *,
    intake: db.Intake | None = None,
) -> list[Added]:
    """Store the events of a listing, all or those with the `wanted` numbers; one result each.

    Those that are here already are brought up to date; those that the listing no longer has are marked, not removed.
    `intake` is one that was begun before and is to be finished.
    """
    numbers = [number for number in range(len(draft.events)) if wanted is None or number in wanted]
    try:
        with _kept_once(store, page, draft, intake) as file:
            work = _work(store, page, draft, file)
            with store.change() as change:
                chosen = None if wanted is None else tuple(numbers)
                begun = intake.id if intake else db.begin_intake(change, page.name, file, chosen)
            _store_parts(work, numbers, report, stop)
            is_whole = wanted is None and len(work.done) == len(numbers)
            with store.change(name=work.name) as change:
                change.log = work.log
                gone = _mark_removed(work, change) if is_whole else []
                db.end_intake(change, begun)
    except UserError as error:
        return [Added(page.name, "failed", reason=str(error))]
    return _results(store, page, [*work.done, *gone])


def finish_intakes(store: Store, report: Report = quiet, stop: Stop = go_on) -> list[Added]:
    """Go on with the listings whose storing was cut off; their pages are kept in the library."""
    done: list[Added] = []
    rules = rules_for(store)
    for intake in db.intakes(store):
        page = replace(read_page(store.path(intake.file), rules), name=intake.name)
        if page.draft is None or not page.draft.events:
            with store.change() as change:
                db.end_intake(change, intake.id)
            continue
        done += accept_listing(store, page, page.draft, intake.wanted, report, stop, intake=intake)
    return done


def listing_name(draft: Draft, page_name: str) -> str:
    """Give what is the same in every copy of a listing: its address, else its title, else its file's name."""
    return (draft.address or draft.title or page_name).casefold()


def part_names(draft: Draft) -> tuple[str, ...]:
    """Name the parts of a listing, each differently: by address, else by title and time."""
    seen: Counter[str] = Counter()
    names: list[str] = []
    for event in draft.events:
        name = event.address or f"{(event.title or '').casefold()} {event.starts_at or ''}".strip()
        seen[name] += 1
        names.append(f"{name} #{seen[name]}" if seen[name] > 1 else name)
    return tuple(names)


def _work(store: Store, page: Page, draft: Draft, file: str) -> _Work:
    listing = listing_name(draft, page.name)
    parts = part_names(draft)
    earlier = db.parts(store, listing)
    title = draft.title or PurePath(page.name).stem
    try:
        folders = names_in(store.folder / "files") | db.folders(store)
    except OSError as error:
        raise explain(error, store.folder / "files") from error
    return _Work(
        store=store,
        page=page,
        draft=draft,
        listing=listing,
        sha256=sha256_of(page),
        parts=parts,
        earlier=earlier,
        known_as=moved(draft, parts, earlier),
        file=file,
        name=f"{'Update' if earlier else 'Add'} “{title}”",
        folders=folders,
    )


def moved(draft: Draft, parts: Sequence[str], earlier: Sequence[db.Part]) -> dict[str, str]:
    """Find the parts that go by another name than before, such as another time: by a title that only they have."""
    known = {one.part for one in earlier}
    fresh = Counter(event.title for event, part in zip(draft.events, parts, strict=True) if part not in known)
    lost = [one for one in earlier if one.part not in set(parts)]
    by_title = {one.title: one.part for one in lost if Counter(other.title for other in lost)[one.title] == 1}
    return {
        part: by_title[event.title]
        for event, part in zip(draft.events, parts, strict=True)
        if part not in known and event.title in by_title and fresh[event.title] == 1
    }


@contextmanager
def _kept_once(store: Store, page: Page, draft: Draft, intake: db.Intake | None) -> Generator[str]:
    """Keep the listing's page, once for all its events, for as long as any of them came of it."""
    here = intake.file if intake else db.file_of_source(store, sha256_of(page))
    if here is not None and store.path(here).is_file():
        yield here
        return
    first = min((event.starts_at for event in draft.events if event.starts_at), default=None)
    file = keep_page(store, page, event_folder_name(first, draft.title or PurePath(page.name).stem))
    try:
        yield file
    finally:
        if db.file_of_source(store, sha256_of(page)) is None:
            take_back(store, file)


def _store_parts(work: _Work, numbers: Sequence[int], report: Report, stop: Stop) -> None:
    """Store events in transactions of a few milliseconds each; ends early when stopped."""
    waiting = list(reversed(numbers))
    while waiting and not stop():
        report(
            Progress(len(work.done), len(numbers), f"Adding {work.draft.events[waiting[-1]].title or work.page.name}")
        )
        before = len(work.done)
        try:
            with work.store.change("event", "source", name=work.name) as change:
                change.log = work.log
                began = perf_counter()
                while waiting and perf_counter() - began < _HELD_SECONDS:
                    work.done.append(_put(work, change, waiting.pop()))
            work.log = change.log
        except BaseException:
            del work.done[before:]
            raise


def _put(work: _Work, change: Change, number: int) -> _Stored:
    event, part = work.draft.events[number], work.parts[number]
    event = replace(event, source=work.draft.source, text=event.text or work.draft.text)
    read = work.page.draft.events if work.page.draft else ()
    said = read[number] if len(read) == len(work.draft.events) else event
    by_hand = [key for key in db.FIELDS if getattr(event, key) != getattr(said, key)] if said is not event else []
    found = db.part_made(change, work.listing, work.known_as.get(part, part)) or db.made_alone(change, event)
    if found is None:
        stored = _Stored("added", _insert(work, change, event, said, part))
        if by_hand:
            with change.unlogged():
                db.mark_edited(change, stored.id, by_hand)
        return stored
    if found.is_binned:
        return _Stored("skipped", found.id)
    return _update(work, change, event, said, part, found, by_hand)


def _insert(work: _Work, change: Change, event: Draft, said: Draft, part: str) -> int:
    folder = free_name(event_folder_name(event.starts_at or event.published_on, event.title or ""), work.folders)
    number = db.insert_event(work.store, change, event, keys_for(work.store), folder)
    with change.unlogged():
        _source(work, change, number, event, said, part)
    return number


def _update(
    work: _Work, change: Change, event: Draft, said: Draft, part: str, found: db.MadePart, by_hand: Sequence[str]
) -> _Stored:
    """Take what the listing says otherwise than before; an event that came back is no longer marked as removed."""
    is_news = found.said != db.said_by(said)
    if not is_news and found.status != REMOVED and not by_hand:
        return _Stored("unchanged", found.id)
    before = db.event(work.store, found.id)
    assert before is not None, "part_made and made_alone give an event that is there"
    last = db.read_said(found.said) if found.said else None
    alone = found.part is None
    rows = differences(before.draft, event, last, edited=before.edited, other_page=alone)
    after, fields = applied(before.draft, event, {row.key for row in rows if row.wins}, other_page=alone)
    if before.draft.status == REMOVED and event.status is None:
        after, fields = replace(after, status=None), [*fields, "status"]
    corrected = [key for key in by_hand if getattr(event, key) != getattr(before.draft, key)]
    after = replace(after, **{key: getattr(event, key) for key in corrected})  # pyright: ignore[reportArgumentType]
    fields = list(dict.fromkeys([*fields, *corrected]))
    if fields:
        db.update_event(work.store, change, found.id, after, keys_for(work.store), fields)
        db.mark_edited(change, found.id, corrected)
    if is_news or alone:
        _source(work, change, found.id, event, said, part)
    return _Stored("updated" if fields else "unchanged", found.id, rows)


def _source(work: _Work, change: Change, number: int, event: Draft, said: Draft, part: str) -> None:
    db.insert_source(
        change,
        number,
        event,
        said=said,
        file=work.file,
        sha256=work.sha256,
        moment=work.moment,
        listing=work.listing,
        part=part,
    )


def _mark_removed(work: _Work, change: Change) -> list[_Stored]:
    """Mark the events that an earlier copy had and this one has not."""
    marked = gone_from(work.draft, {*work.parts, *work.known_as.values()}, work.earlier)
    for one in marked:
        db.set_on_event(work.store, change, one.id, status=REMOVED)
    return [_Stored("updated", one.id, (Difference("status", "Status", one.status or "", REMOVED),)) for one in marked]


def gone_from(draft: Draft, here: Collection[str], earlier: Sequence[db.Part]) -> list[db.Part]:
    """Give what an earlier copy had and this one has not, within the days that it is about, and is not yet marked.

    A copy has most of what was there before. What has less in common only bears the same name.
    """
    days = [event.starts_at[:10] for event in draft.events if event.starts_at]
    within = [one for one in earlier if days and min(days) <= one.day <= max(days)]
    gone = [one for one in within if one.part not in here]
    return [] if len(gone) * 2 > len(within) else [one for one in gone if one.status != REMOVED]


def _results(store: Store, page: Page, done: Sequence[_Stored]) -> list[Added]:
    names = db.named_events(store, [one.id for one in done])
    return [
        Added(page.name, one.action, names.get(one.id), _BINNED if one.action == "skipped" else None, one.rows)
        for one in done
    ]
