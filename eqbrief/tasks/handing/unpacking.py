# SPDX-License-Identifier: MIT
"""Add a hand-over pack: the same events, with their decks, shared notes and actions, once each."""

import hashlib
import tempfile
import zipfile
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import event_folder_name, explain, unique_name
from eqbrief.files.whole import write_whole
from eqbrief.model import Added, Named, Progress, UserError, now
from eqbrief.store import Change, Store
from eqbrief.tasks.decks import attach
from eqbrief.tasks.handing.opened import Pack, opened
from eqbrief.tasks.handing.packing import DATA, MANIFEST
from eqbrief.tasks.handing.reading import PackedEvent, read_events
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.telling_apart import keys_for


def is_pack(path: Path) -> bool:
    """Say whether a folder or a file is a hand-over pack, by the two files that make one."""
    if path.is_dir():
        return (path / DATA).is_file() and (path / MANIFEST).is_file()
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as package:
            names = {name.rpartition("/")[2] for name in package.namelist()}
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return False
    return {DATA, MANIFEST} <= names


def add_pack(store: Store, path: Path, report: Report = quiet, stop: Stop = go_on) -> list[Added]:
    """Add the events of a pack; one that is here already is 'unchanged', and one that cannot be added says why."""
    try:
        with opened(path) as pack, tempfile.TemporaryDirectory(prefix="eqbrief-") as scratch:
            events = read_events(pack.data(), path.name)
            done: list[Added] = []
            for at, one in enumerate(events):
                if stop():
                    break
                report(Progress(at, len(events), f"Adding the events of {path.name}"))
                try:
                    done.append(_added(store, pack, one, Path(scratch)))
                except UserError as error:
                    done.append(Added(path.name, "failed", reason=str(error)))
            return done
    except OSError as error:
        return [Added(path.name, "failed", reason=str(explain(error, path)))]
    except UserError as error:
        return [Added(path.name, "failed", reason=str(error))]


def _added(store: Store, pack: Pack, one: PackedEvent, scratch: Path) -> Added:
    title = one.draft.title or ""
    known = db.event_with_uid(store, one.uid)
    if known is not None:
        named = Named(known[0], title, one.uid)
        if known[1]:
            return Added(
                pack.name, "skipped", named, f"“{title}” is in the bin. Restore it from there to see it again."
            )
        return Added(pack.name, "unchanged", named)
    decks = _taken_decks(pack, one, scratch)
    number = _stored(store, pack, one)
    reasons: list[str] = []
    event = db.event(store, number)
    assert event is not None, "it was written a moment ago"
    ids = {deck.offered.title: deck.id for deck in event.decks}
    for deck, file in zip(one.decks, decks, strict=True):
        if file is None:
            continue
        try:
            attach(store, number, file, ids.get(deck.offered.title))
        except UserError as error:
            reasons.append(str(error))
    return Added(pack.name, "added", Named(number, title, one.uid), " ".join(reasons) or None)


def _taken_decks(pack: Pack, one: PackedEvent, scratch: Path) -> list[Path | None]:
    """Copy an event's decks out of the pack before anything is stored, so that a changed one stops all of it."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    files: list[Path | None] = []
    for deck in one.decks:
        if deck.file is None:
            files.append(None)
            continue
        target = folder / unique_name(folder, Path(deck.file.replace("\\", "/")).name)
        pack.copy(deck.file, target)
        files.append(target)
    return files


def _stored(store: Store, pack: Pack, one: PackedEvent) -> int:
    page, keys = pack.read(one.page), keys_for(store)
    draft = one.draft
    files = store.folder / "files"
    try:
        files.mkdir(parents=True, exist_ok=True)
        folder = unique_name(files, event_folder_name(draft.starts_at or draft.published_on, draft.title or ""))
        (files / folder).mkdir()
    except OSError as error:
        raise explain(error, files) from error
    file = f"files/{folder}/{Path(one.page).name}"
    write_whole(store.folder / file, page)
    try:
        with store.change("event", "source", "note", "action", name=f"Add “{draft.title}”") as change:
            number = db.insert_event(store, change, draft, keys, folder)
            with change.unlogged():  # undoing means the bin, and what lies there keeps all it has
                _fill(store, change, number, one, file, hashlib.sha256(page).hexdigest(), pack.name)
    except BaseException:
        (store.folder / file).unlink(missing_ok=True)
        (files / folder).rmdir()
        raise
    return number


def _fill(store: Store, change: Change, number: int, one: PackedEvent, file: str, sha256: str, name: str) -> None:
    db.take_uid(change, "event", number, one.uid)
    address = one.draft.address or name
    source = type(one.draft)(source=address, address=address)
    db.insert_source(change, number, source, said=one.draft, file=file, sha256=sha256, moment=now())
    for note in one.notes:
        db.take_uid(change, "note", db.add_note(store, change, number, note.text), note.uid)
    for action in one.actions:
        made = db.add_action(
            store, change, number, action.text, owner=action.owner, due=action.due, evidence=action.evidence
        )
        if action.done:
            db.set_action(store, change, made, state="done", outcome=action.outcome, done_at=action.done_at)
        db.take_uid(change, "action", made, action.uid)
