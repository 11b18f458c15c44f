# SPDX-License-Identifier: MIT
"""Store what was read: events from the drafts that were accepted, with the pages they came from beside them.

A page whose event is here already is compared with it, and a newer copy brings only what it says otherwise than before.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import event_folder_name, explain, unique_name
from eqbrief.model import AddAction, Added, Choice, Comparison, Draft, Named, UserError, now
from eqbrief.store import Change, Store
from eqbrief.tasks.comparing import compare
from eqbrief.tasks.kept import kept_page
from eqbrief.tasks.learning import learn, rules_for
from eqbrief.tasks.ledger import applied
from eqbrief.tasks.pages import Page, read_pages, sha256_of
from eqbrief.tasks.schedules import accept_listing
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.telling_apart import keys_for

AS_FOUND = Choice()
"""Nobody chose: what is new is added, and of a newer copy what nobody edited by hand is taken."""


def add(
    store: Store,
    paths: Iterable[Path],
    report: Report = quiet,
    stop: Stop = go_on,
    *,
    choice: Choice = AS_FOUND,
) -> list[Added]:
    """Read and store sources without asking. What cannot be read, or has to be asked about, is said; the rest goes on.

    A page that is here already is 'unchanged'; a newer copy of one 'updates' what nobody edited by hand.
    """
    pages = read_pages(paths, report, stop, rules_for(store))
    return [added for page in pages for added in accept(store, page, choice=choice, report=report, stop=stop)]


def accept(
    store: Store,
    page: Page,
    draft: Draft | None = None,
    *,
    choice: Choice = AS_FOUND,
    wanted: Collection[int] | None = None,
    report: Report = quiet,
    stop: Stop = go_on,
) -> list[Added]:
    """Store what was read from a page, or the draft that a person made of it in the desk; one result an event.

    `choice` says what was decided where the library has the event, or one like it; `wanted` are the numbers of a
    listing's events that are to be stored, None for all. A page of which a person has to decide is 'skipped'.
    """
    draft = draft or page.draft
    if draft is None:
        return [Added(page.name, "failed", reason=page.reason)]
    if draft.kind == "listing" and draft.events:
        return accept_listing(store, page, draft, wanted, report, stop)
    read = page.draft or draft
    by_hand = [field for field in db.FIELDS if getattr(draft, field) != getattr(read, field)]
    try:
        result = _accepted(store, page, draft, by_hand, choice)
    except UserError as error:
        return [Added(page.name, "failed", reason=str(error))]
    if by_hand and result.action in ("added", "updated"):
        try:
            learn(store, page, draft)
        except UserError as error:  # the event is stored all the same
            return [replace(result, reason=f"Nothing was learnt from your correction. {error}")]
    return [result]


def _accepted(store: Store, page: Page, draft: Draft, by_hand: Sequence[str], choice: Choice) -> Added:
    if page.data and not choice.apart and (known := db.event_of_source(store, sha256=sha256_of(page))) is not None:
        return _known(store, page, draft, by_hand, *known)
    if draft.kind == "other" or not draft.title:
        reason = f"No event was found in '{page.name}'. Add it in the window to fill in the fields by hand."
        return Added(page.name, "skipped", reason=reason)
    like = None if choice.apart else compare(store, draft, choice.into)
    if like is None:
        return _added(store, page, draft, by_hand)
    if like.likeness == "likely" and choice.into is None:
        return _to_decide(page, like)
    return _updated(store, page, draft, by_hand, like, choice)


def _to_decide(page: Page, like: Comparison) -> Added:
    return Added(
        page.name,
        "skipped",
        like.event,
        f"'{page.name}' looks like “{like.event.name}”, which is here (event {like.event.id}). {like.reason} "
        f"Add it with --into {like.event.id} to merge the two, or with --apart to keep both.",
    )


def _known(store: Store, page: Page, draft: Draft, by_hand: Sequence[str], number: int, binned: bool) -> Added:
    """Say that these very bytes were added before; what the person has corrected this time is written all the same."""
    event = db.event(store, number)
    named = Named(number, event.draft.title or "", event.uid) if event else None
    if binned or event is None:
        reason = "This page's event is in the bin. Restore it from there to see it again."
        return Added(page.name, "skipped", named, reason)
    fields = [field for field in by_hand if getattr(draft, field) != getattr(event.draft, field)]
    if not fields:
        return Added(page.name, "unchanged", named)
    with store.change("event", name=f"Edit “{event.draft.title}”") as change:
        db.update_event(store, change, number, draft, keys_for(store), fields)
        db.mark_edited(change, number, fields)
    return _result(store, page, "updated", number)


def _added(store: Store, page: Page, draft: Draft, by_hand: Sequence[str]) -> Added:
    files = store.folder / "files"
    try:
        folder = unique_name(files, event_folder_name(draft.starts_at or draft.published_on, draft.title or ""))
    except OSError as error:
        raise explain(error, files) from error
    name = f"Add “{draft.title}”"
    with kept_page(store, page, folder) as file, store.change("event", "source", name=name) as change:
        number = db.insert_event(store, change, draft, keys_for(store), folder)
        with change.unlogged():  # undoing means the bin, and what lies there keeps its page
            _source(change, number, page, draft, file)
            if by_hand:
                db.mark_edited(change, number, by_hand)
    return _result(store, page, "added", number)


def _updated(store: Store, page: Page, draft: Draft, by_hand: Sequence[str], like: Comparison, choice: Choice) -> Added:
    """Take over what wins or was accepted, and what the person corrected in the draft itself."""
    number = like.event.id
    before = db.event(store, number)
    assert before is not None, "compare gives a live event"
    accepted = {row.key for row in like.differences if row.wins} if choice.accepted is None else choice.accepted
    after, fields = applied(before.draft, draft, accepted, other_page=like.likeness == "likely")
    corrected = [field for field in by_hand if getattr(draft, field) != getattr(before.draft, field)]
    after = replace(after, **{field: getattr(draft, field) for field in corrected})  # pyright: ignore[reportArgumentType]
    fields = list(dict.fromkeys([*fields, *corrected]))
    name = f"Update “{before.draft.title}” from its page" if fields else None
    with kept_page(store, page, before.folder) as file, store.change("event", "source", name=name) as change:
        if fields:
            db.update_event(store, change, number, after, keys_for(store), fields)
            db.unmark_edited(change, number, set(fields) - set(corrected))
            db.mark_edited(change, number, corrected)
        _source(change, number, page, draft, file)
    rows = tuple(replace(row, wins=row.key in accepted) for row in like.differences)
    return replace(_result(store, page, "updated" if fields else "unchanged", number), changes=rows)


def _source(change: Change, number: int, page: Page, draft: Draft, file: str) -> None:
    said = page.draft or draft
    db.insert_source(change, number, draft, said=said, file=file, sha256=sha256_of(page), moment=now())


def _result(store: Store, page: Page, action: AddAction, number: int) -> Added:
    event = db.event(store, number)
    assert event is not None, "it was written a moment ago"
    return Added(page.name, action, Named(number, event.draft.title or "", event.uid))
