# SPDX-License-Identifier: MIT
"""Make a hand-over pack: a folder or ZIP with a site of the chosen events, their decks, and what EqBrief adds again.

Private notes stay here, and so does everything that is about this computer: paths, states, stars.
"""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.briefing import Material, compose
from eqbrief.briefing.material import origin_of, shared_notes
from eqbrief.briefing.site import DeckFile, Entry, SaidFile, event_page, first_page
from eqbrief.files import (
    clear_beside,
    copy_whole,
    event_folder_name,
    explain,
    file_sha256,
    free_name,
    passing_name,
    safe_name,
)
from eqbrief.model import Deck, Event, Progress, Transcript, UserError, say_date, to_json, today
from eqbrief.store import Store
from eqbrief.tasks.briefing import briefing_of
from eqbrief.tasks.decks import path_of, with_state
from eqbrief.tasks.editing import event
from eqbrief.tasks.handing.telling import event_data, frameworks_data, transcript_data
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

FORM = 1
"""The version of a pack's form, in its data."""
DATA, MANIFEST = "eqbrief.json", "manifest.json"
_READ_ME = """This is a hand-over pack made with EqBrief.

Open index.html in any browser. Nothing needs a network: search works too.
In EqBrief, add this folder (or the ZIP) to have these events in your own library.

manifest.json lists every file with its SHA-256, so that a change can be seen.
"""


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was made."""

    path: Path
    events: int
    decks: int


def make_pack(
    store: Store,
    numbers: Sequence[int],
    target: Path,
    *,
    title: str = "",
    decks: bool = True,
    report: Report = quiet,
    stop: Stop = go_on,
) -> Packed | None:
    """Write a pack of these events, whole or not at all: a ZIP where the name ends in .zip, else a new folder.

    `decks` says whether the decks that are here come along. None when it was stopped.

    Raises:
        UserError: when there is no event, the folder is there already, or it cannot be written.
    """
    if not numbers:
        raise UserError("There is no event to hand over.", "Choose at least one event.")
    is_zip = target.suffix.lower() == ".zip"
    if not is_zip and target.exists() and any(target.iterdir() if target.is_dir() else [target]):
        raise UserError(f"'{target.name}' is there already, and was left as it is.", "Choose a new or an empty folder.")
    clear_beside(target)
    scratch = Path(tempfile.gettempdir())
    try:
        with tempfile.TemporaryDirectory(prefix="eqbrief-") as name:
            scratch = Path(name)
            return _made(store, numbers, target, scratch, title, decks, is_zip, report, stop)
    except OSError as error:
        # A ZIP is gathered in the system's own folder for such things, and its disk is then the one to name.
        raise explain(error, scratch / target.name if is_zip else target) from error


def _made(
    store: Store,
    numbers: Sequence[int],
    target: Path,
    scratch: Path,
    title: str,
    decks: bool,
    is_zip: bool,
    report: Report,
    stop: Stop,
) -> Packed | None:
    # A folder is made beside its place, on the same disk, so that one step gives it its name.
    root = scratch / "pack" if is_zip else target.with_name(passing_name())
    root.mkdir()
    try:
        packer = _Packer(store, root, decks)
        for at, number in enumerate(numbers):
            if stop():
                return None
            report(Progress(at, len(numbers), "Packing events"))
            packer.add(event(store, number))
        packer.finish(title or (f"{len(numbers)} events" if len(numbers) > 1 else packer.entries[0].title))
        if is_zip:
            copy_whole(_zipped(root, scratch / "pack.zip"), target, replace=True)
        else:
            if target.is_dir():
                target.rmdir()
            root.rename(target)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return Packed(target, len(numbers), packer.decks)


class _Packer:
    """A pack on its way into a folder."""

    def __init__(self, store: Store, root: Path, with_decks: bool) -> None:
        self._store, self._root, self._with_decks = store, root, with_decks
        self._names: set[str] = set()
        self._deck_names: set[str] = set()
        self._events: list[dict[str, Any]] = []
        self.entries: list[Entry] = []
        self.decks = self._transcript = 0
        (root / "events").mkdir()

    def add(self, found: Event) -> None:
        """Write an event's page, its decks and its data."""
        name = free_name(safe_name(f"{event_folder_name(found.date, found.draft.title or '')}.html"), self._names)
        plan = briefing_of(self._store, [found.id])
        sections = tuple(one for one in plan.sections if one.kind != "sources")
        document = compose(replace(plan, date="", sections=sections, contents=False), Material({found.uid: found}))
        files, kept = self._decks(found)
        spoken = db.transcripts_of(self._store, found.id)
        said, data = self._transcripts(found, spoken)
        (self._root / "events" / name).write_bytes(event_page(document, files, said))
        whole = {**event_data(self._store, found), "page": f"events/{name}", "decks": kept, "transcripts": data}
        self._events.append(whole)
        facts = (say_date((found.date or "").partition("T")[0]), found.draft.publisher, found.draft.series)
        self.entries.append(
            Entry(
                document.title.title, " · ".join(one for one in facts if one), f"events/{name}", _words(found, spoken)
            )
        )

    def finish(self, title: str) -> None:
        """Write the first page, the data, and last the manifest of all files."""
        newest = sorted(zip(self.entries, self._events, strict=True), key=lambda pair: _day(pair[1]), reverse=True)
        made = f"{len(newest)} event{'' if len(newest) == 1 else 's'}, handed over on {say_date(today())}"
        (self._root / "index.html").write_bytes(first_page(title, made, [entry for entry, _ in newest]))
        data: dict[str, Any] = {"eqbrief_pack": FORM, "title": title, "made_on": today(), "events": self._events}
        data["frameworks"] = frameworks_data(self._store, self._events)
        (self._root / DATA).write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        (self._root / "README.txt").write_text(_READ_ME, encoding="utf-8")
        files = sorted(path for path in self._root.rglob("*") if path.is_file())
        listed = {
            path.relative_to(self._root).as_posix(): {"sha256": file_sha256(path), "bytes": path.stat().st_size}
            for path in files
        }
        manifest = {"eqbrief_pack": FORM, "files": listed}
        (self._root / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")

    def _decks(self, found: Event) -> tuple[list[DeckFile], list[dict[str, Any]]]:
        shown: list[DeckFile] = []
        data: list[dict[str, Any]] = []
        for deck in (with_state(self._store, one) for one in found.decks):
            plain = {"uid": deck.uid, **to_json(deck.offered), "file": None, "sha256": None}
            if self._with_decks and deck.state == "here" and deck.file:
                (self._root / "decks").mkdir(exist_ok=True)
                name = free_name(safe_name(Path(deck.file).name), self._deck_names)
                plain |= {
                    "file": f"decks/{name}",
                    "sha256": copy_whole(path_of(self._store, deck), self._root / "decks" / name),
                }
                shown.append(DeckFile(deck.offered.title, f"decks/{name}", _size(deck), _origin(found)))
                self.decks += 1
            data.append(plain)
        return shown, data

    def _transcripts(self, found: Event, spoken: Sequence[Transcript]) -> tuple[list[SaidFile], list[dict[str, Any]]]:
        """Copy an event's transcripts, each into a folder of its own, so that it keeps its name."""
        shown: list[SaidFile] = []
        data: list[dict[str, Any]] = []
        for one in spoken:
            self._transcript += 1
            file = f"transcripts/{self._transcript}/{safe_name(f'{one.title}.{one.format}')}"
            (self._root / file).parent.mkdir(parents=True)
            copy_whole(self._store.folder / one.file, self._root / file)
            shown.append(SaidFile(one.title, file, one.turns))
            data.append({**transcript_data(one, found), "file": file})
        return shown, data


def _words(found: Event, spoken: Sequence[Transcript]) -> str:
    """Give what the site's search looks through."""
    turns = [turn.text for one in spoken for turn in one.turns]
    draft = found.draft
    people = [" ".join((one.name, *one.roles, *one.organisations)) for one in draft.people]
    notes = [note.text for note in shared_notes(found)]
    parts = (draft.summary, draft.body, *people, *draft.topics, *draft.questions, *notes, *turns)
    return " ".join(part for part in parts if part)


def _day(data: dict[str, Any]) -> str:
    return data["starts_at"] or data["published_on"] or ""


def _size(deck: Deck) -> str:
    size = (deck.size_bytes or 0) / 1_000_000
    return f"{size:.1f} MB" if size >= 0.1 else f"{max(1, (deck.size_bytes or 0) // 1000)} KB"


def _origin(found: Event) -> str:
    address, kept = origin_of(found)
    return f"From {', '.join(one for one in (found.draft.publisher, address or kept) if one) or 'an unknown place'}."


def _zipped(root: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                package.write(path, path.relative_to(root).as_posix())
    return target
