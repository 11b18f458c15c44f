# SPDX-License-Identifier: MIT
"""Add a hand-over pack: the same events, with their decks, shared notes and actions, once each."""

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from eqbrief import store as db
from eqbrief.files import event_folder_name, explain, unique_name
from eqbrief.files.whole import write_whole
from eqbrief.model import Added, Deck, Event, Named, Progress, Target, UserError, now
from eqbrief.store import Change, Store
from eqbrief.tasks.decks import attach
from eqbrief.tasks.frameworks.keeping import frameworks, key_of
from eqbrief.tasks.frameworks.reading import read_framework
from eqbrief.tasks.handing.opened import Pack, opened
from eqbrief.tasks.handing.packing import DATA, MANIFEST
from eqbrief.tasks.handing.reading import PackedEvent, PackedTranscript, read_events, read_frameworks
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.telling_apart import keys_for
from eqbrief.tasks.transcripts import attach_transcript


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
            data = pack.data()
            events = read_events(data, path.name)
            wrong = _take_frameworks(store, read_frameworks(data))
            done: list[Added] = []
            for at, one in enumerate(events):
                if stop():
                    break
                report(Progress(at, len(events), f"Adding the events of {path.name}"))
                try:
                    done.append(_added(store, pack, one, Path(scratch)))
                except UserError as error:
                    done.append(Added(path.name, "failed", reason=str(error)))
            if wrong and done:
                done[0] = replace(done[0], reason=" ".join(filter(None, (done[0].reason, *wrong))))
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
    decks = _taken(pack, [deck.file for deck in one.decks], scratch)
    spoken = _taken(pack, [said.file for said in one.transcripts], scratch)
    number = _stored(store, pack, one)
    reasons: list[str] = []
    event = db.event(store, number)
    assert event is not None, "it was written a moment ago"
    waiting: dict[str, list[int]] = {}  # two decks may have one title: each takes the next of that title
    for mine in event.decks:
        waiting.setdefault(mine.offered.title, []).append(mine.id)
    for deck, file in zip(one.decks, decks, strict=True):
        same = waiting.get(deck.offered.title)
        mine = same.pop(0) if same else None
        if file is not None:
            made = _try(lambda file=file, mine=mine: attach(store, number, file, mine), reasons)
            mine = made.id if made else mine
        if mine is not None:
            _take_uid(store, "deck", mine, deck.uid)
    for said, file in zip(one.transcripts, spoken, strict=True):
        if file is not None:
            _try(lambda file=file, said=said: _hear(store, event, file, said), reasons)
    with store.change("tag") as change:
        for tag in one.tags:
            target = Target(number, None if tag.kind == "note" else tag.tie, tag.record if tag.kind == "note" else "")
            made = db.add_tag(store, change, target, tag.framework, tag.action, event_uid=one.uid)
            db.take_uid(change, "tag", made, tag.uid)
    return Added(pack.name, "added", Named(number, title, one.uid), " ".join(reasons) or None)


def _try(work: Callable[[], Deck | None], reasons: list[str]) -> Deck | None:
    """Take a file in; one that cannot be is said, and the event has come all the same."""
    try:
        return work()
    except UserError as error:
        reasons.append(str(error))
        return None


def _hear(store: Store, event: Event, file: Path, said: PackedTranscript) -> None:
    """Attach a transcript, with each speaker tied to the same person as where the pack was made."""
    made = attach_transcript(store, event.id, file)
    people = {one.printed.name: one.person_id for one in event.appearances}
    _take_uid(store, "transcript", made.id, said.uid)
    with store.change("transcript") as change:
        for speaker in {turn.speaker for turn in made.turns if turn.speaker}:
            db.set_speaker(store, change, made.id, speaker, people.get(said.speakers.get(speaker, "")))


def _take_uid(store: Store, table: Literal["deck", "transcript"], number: int, uid: str) -> None:
    with store.change(table) as change:
        db.take_uid(change, table, number, uid)


def _take_frameworks(store: Store, texts: dict[str, str]) -> list[str]:
    """Add the frameworks that the events are tagged with, where this library does not know them; say which cannot be.

    The events come all the same: their tags count once somebody adds the framework.
    """
    known = {one.key for one in frameworks(store)}
    wrong: list[str] = []
    for key, text in texts.items():
        if key in known or key != key_of(key):
            continue
        try:
            # A half of a sign, which JSON can hold and no file, is no text.
            made = read_framework(text.encode("utf-8", "surrogatepass"), f"{key}.toml", key)
        except UserError as error:
            wrong.append(str(error))
            continue
        with store.change("framework") as change:
            db.put_framework(store, change, made)
    return wrong


def _taken(pack: Pack, names: Iterable[str | None], scratch: Path) -> list[Path | None]:
    """Copy an event's files out of the pack before anything is stored, so that a changed one stops all of it."""
    files: list[Path | None] = []
    for name in names:
        target = Path(tempfile.mkdtemp(dir=scratch)) / Path(name.replace("\\", "/")).name if name else None
        if name and target:
            pack.copy(name, target)
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
        db.take_uid(change, "note", db.add_note(store, change, number, note.text, tie=note.tie), note.uid)
    for action in one.actions:
        made = db.add_action(
            store, change, number, action.text, owner=action.owner, due=action.due, evidence=action.evidence
        )
        if action.done:
            db.set_action(store, change, made, state="done", outcome=action.outcome, done_at=action.done_at)
        db.take_uid(change, "action", made, action.uid)
