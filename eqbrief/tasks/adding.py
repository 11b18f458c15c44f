# SPDX-License-Identifier: MIT
"""Store what was read: events from the drafts that were accepted, with the pages they came from beside them."""

import json
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import event_folder_name, explain, safe_name, unique_name, write_whole
from eqbrief.model import Added, Draft, Named, UserError, now, to_json
from eqbrief.store import Change, Keys, Store
from eqbrief.tasks.pages import Page, read_pages
from eqbrief.tasks.steps import Report, Stop, go_on, quiet


def _person_key(name: str) -> str:
    from eqbrief.matching import person_key  # noqa: PLC0415 - not needed by the first frame

    return person_key(name)


def _organisation_key(name: str) -> str:
    from eqbrief.matching import organisation_key  # noqa: PLC0415 - not needed by the first frame

    return organisation_key(name)


KEYS = Keys(person=_person_key, organisation=_organisation_key)
"""How names are told apart, for every task that stores people."""


def add(store: Store, paths: Iterable[Path], report: Report = quiet, stop: Stop = go_on) -> list[Added]:
    """Read and store sources without asking, one transaction an event. What cannot be read is said; the rest goes on.

    A page that is here already is 'unchanged'; a newer copy of one 'updates' every field that nobody edited by hand.
    """
    return [added for page in read_pages(paths, report, stop) for added in accept(store, page)]


def accept(store: Store, page: Page, draft: Draft | None = None) -> list[Added]:
    """Store what was read from a page, or the draft that a person made of it in the desk; one result an event."""
    import hashlib  # noqa: PLC0415 - not needed by the first frame

    draft = draft or page.draft
    if draft is None:
        return [Added(page.name, "failed", reason=page.reason)]
    sha256 = hashlib.sha256(page.data).hexdigest()
    if page.data and (known := db.event_of_source(store, sha256=sha256)) is not None:
        return [_known(store, page.name, *known)]
    if draft.kind == "listing" and draft.events:
        parts = [replace(event, source=draft.source, text=event.text or draft.text) for event in draft.events]
        return [_stored(store, page, part, sha256) for part in parts]
    if draft.kind == "other" or not draft.title:
        reason = f"No event was found in '{page.name}'. Open it with Add in the window to fill in the fields by hand."
        return [Added(page.name, "skipped", reason=reason)]
    read = page.draft or draft
    by_hand = [field for field in db.FIELDS if getattr(draft, field) != getattr(read, field)]
    return [_stored(store, page, draft, sha256, by_hand)]


def _known(store: Store, name: str, number: int, binned: bool) -> Added:
    event = db.event(store, number)
    named = Named(number, event.draft.title or "", event.uid) if event else None
    if binned:
        return Added(name, "skipped", named, "This page's event is in the bin. Restore it from there to see it again.")
    return Added(name, "unchanged", named)


def _stored(store: Store, page: Page, draft: Draft, sha256: str, by_hand: Sequence[str] = ()) -> Added:
    like = db.event_like(store, draft)
    try:
        if like is None:
            return _added(store, page, draft, sha256, by_hand)
        return _updated(store, page, draft, sha256, like)
    except UserError as error:
        return Added(page.name, "failed", reason=str(error))


def _added(store: Store, page: Page, draft: Draft, sha256: str, by_hand: Sequence[str]) -> Added:
    files = store.folder / "files"
    try:
        folder = unique_name(files, event_folder_name(draft.starts_at or draft.published_on, draft.title or ""))
    except OSError as error:
        raise explain(error, files) from error
    name = f"Add “{draft.title}”"
    with _kept_page(store, page, folder) as file, store.change("event", "source", name=name) as change:
        number = db.insert_event(store, change, draft, KEYS, folder)
        log, change.name = change.name, None  # undoing means the bin, and what lies there keeps its page
        _source(change, number, draft, file, sha256)
        if by_hand:
            db.mark_edited(change, number, by_hand)
        change.name = log
    return _result(store, page, "added", number)


def _updated(store: Store, page: Page, draft: Draft, sha256: str, number: int) -> Added:
    before = db.event(store, number)
    assert before is not None, "event_like gives a live event"
    fields = changed_fields(before.draft, draft, leave=before.edited)
    name = f"Update “{before.draft.title}” from its page" if fields else None
    with _kept_page(store, page, before.folder) as file, store.change("event", "source", name=name) as change:
        if fields:
            db.update_event(store, change, number, draft, KEYS, fields)
        _source(change, number, draft, file, sha256)
    return _result(store, page, "updated" if fields else "unchanged", number)


def changed_fields(before: Draft, after: Draft, *, leave: Iterable[str] = ()) -> list[str]:
    """Name the fields in which two drafts differ, but for those to be left alone and those that are now empty."""
    return [
        field
        for field in db.FIELDS
        if field not in leave and getattr(after, field) and getattr(after, field) != getattr(before, field)
    ]


@contextmanager
def _kept_page(store: Store, page: Page, folder: str) -> Generator[str]:
    """Write the page into the event's folder as it was and give its path within the library; on error take it back."""
    target = store.folder / "files" / folder
    try:
        target.mkdir(parents=True, exist_ok=True)
        name = unique_name(target, safe_name(page.name))
        write_whole(target / name, page.data)
    except OSError as error:
        raise explain(error, target) from error
    try:
        yield f"files/{folder}/{name}"
    except BaseException:
        with suppress(OSError):  # the folder stays where other files of the event are in it
            (target / name).unlink()
            target.rmdir()
        raise


def _source(change: Change, number: int, draft: Draft, file: str, sha256: str) -> None:
    evidence = json.dumps(to_json(draft.evidence), ensure_ascii=False)
    db.insert_source(change, number, draft, file=file, sha256=sha256, evidence=evidence, moment=now())


def _result(store: Store, page: Page, action: str, number: int) -> Added:
    event = db.event(store, number)
    assert event is not None, "it was written a moment ago"
    return Added(page.name, action, Named(number, event.draft.title or "", event.uid))  # pyright: ignore[reportArgumentType]
