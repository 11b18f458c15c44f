# SPDX-License-Identifier: MIT
"""Keep decks beside their event: attach a file, open it, show it in its folder, find it again when it has moved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import (
    copy_whole,
    explain,
    file_sha256,
    safe_name,
    unique_name,
)
from eqbrief.model import Deck, Event, Progress, Transcript, UserError
from eqbrief.store import Store
from eqbrief.tasks.editing import event
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.transcripts import attach_transcript, looks_like_transcript


def attach(store: Store, event_id: int, file: Path, deck_id: int | None = None) -> Deck:
    """Copy a deck's file into the library, for a deck that the page names or as a further one.

    Without `deck_id` it becomes the file of the named deck whose title is in its name, else a deck of its own.

    Raises:
        UserError: when the file is no deck, is not what its name says, or cannot be copied.
    """
    from eqbrief.files.checking import deck_file  # noqa: PLC0415 - not needed by the first frame

    found = event(store, event_id)
    try:
        kept = Kept(file.name, deck_file(file).format, file.stat().st_size, lambda target: copy_whole(file, target))
    except OSError as error:
        raise explain(error, file) from error
    return keep(store, found, kept, f"Attach “{file.name}”", deck_id)


@dataclass(frozen=True, slots=True)
class Kept:
    """A checked deck that is to be kept under `name`; `put` puts it whole where it is told, and gives its SHA-256."""

    name: str
    format: str
    size_bytes: int
    put: Callable[[Path], str]


def keep(store: Store, found: Event, kept: Kept, name: str, deck_id: int | None = None) -> Deck:
    """Put a checked deck into its event's folder under a readable name, and note it; `name` is what undo calls it.

    Raises:
        UserError: when it cannot be put there, or noted; then nothing is left of it.
    """
    folder = store.folder / "files" / found.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / unique_name(folder, safe_name(kept.name))
        sha256 = kept.put(target)
    except OSError as error:
        raise explain(error, folder) from error
    same = next((deck for deck in found.decks if deck.sha256 == sha256 and _path(store, deck)), None)
    if same is not None and deck_id in (None, same.id):
        target.unlink()
        return same
    try:
        with store.change("deck", name=name) as change:
            stem = Path(kept.name).stem
            number = deck_id or _named_like(found.decks, stem) or db.insert_deck(store, change, found.id, stem)
            path = f"files/{found.folder}/{target.name}"
            size, form = kept.size_bytes, kept.format
            db.put_file(store, change, number, file=path, sha256=sha256, size_bytes=size, format=form)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return with_state(store, db.deck(store, number))


def attach_many(
    store: Store, event_id: int, files: Iterable[Path], report: Report = quiet, stop: Stop = go_on
) -> list[Deck | Transcript | UserError]:
    """Attach several decks and transcripts; one that cannot be attached gives its error and the rest goes on."""
    results: list[Deck | Transcript | UserError] = []
    listed = list(files)
    for number, file in enumerate(listed):
        if stop():
            break
        report(Progress(number, len(listed), f"Attaching {file.name}"))
        try:
            is_transcript = looks_like_transcript(file)
            results.append((attach_transcript if is_transcript else attach)(store, event_id, file))
        except UserError as error:
            results.append(error)
    return results


def with_state(store: Store, deck: Deck) -> Deck:
    """Say of a deck whether its file is still where it was put."""
    if deck.file is None:
        return replace(deck, state="named")
    return replace(deck, state="here" if _path(store, deck) else "missing")


def open_deck(store: Store, deck_id: int, *, confirm_macros: bool = False) -> None:
    """Open a deck in the system's program, only if it is what it says it is.

    Raises:
        UserError: when the file is not here, has become something else, or nothing can open it.
    """
    from eqbrief.files.opening import open_file  # noqa: PLC0415 - not needed by the first frame

    open_file(path_of(store, db.deck(store, deck_id)), confirm_macros=confirm_macros)


def has_macros(store: Store, deck_id: int) -> bool:
    """Say whether a deck's file holds macros, by what is in it and not by its name.

    Raises:
        UserError: when the file is not here, or has become something else.
    """
    from eqbrief.files.checking import deck_file  # noqa: PLC0415 - not needed by the first frame

    return deck_file(path_of(store, db.deck(store, deck_id))).macros


def show_deck(store: Store, deck_id: int) -> None:
    """Show a deck's file in the system's file manager."""
    from eqbrief.files.opening import show_in_folder  # noqa: PLC0415 - not needed by the first frame

    show_in_folder(path_of(store, db.deck(store, deck_id)))


def path_of(store: Store, deck: Deck) -> Path:
    """Give the path of a deck's file.

    Raises:
        UserError: when no file has been attached, or it is gone from its place.
    """
    if deck.file is None:
        raise _not_here_yet(deck)
    path = _path(store, deck)
    if path is None:
        raise UserError(
            f"The file of '{deck.offered.title}' is no longer at '{deck.file}'.",
            "Find it again in the window, try `eqbrief check --repair`, or attach it once more.",
        )
    return path


def find_again(store: Store, deck_id: int, elsewhere: Path | None = None) -> Deck:
    """Look for a missing deck's file in the library and, if given, in a folder: by its hash, so that it is the same.

    Raises:
        UserError: when it is in neither.
    """
    deck = db.deck(store, deck_id)
    if deck.file is None:
        raise _not_here_yet(deck)
    for folder in (store.folder / "files", elsewhere):
        for path in _likely(folder, deck) if folder else ():
            if file_sha256(path) != deck.sha256:
                continue
            if folder != elsewhere:
                with store.change("deck", name=f"Find “{deck.offered.title}” again") as change:
                    db.move_file(store, change, deck_id, path.relative_to(store.folder).as_posix())
            else:
                target = store.path(deck.file)
                target.parent.mkdir(parents=True, exist_ok=True)
                copy_whole(path, target)
            return with_state(store, db.deck(store, deck_id))
    raise UserError(
        f"'{deck.offered.title}' was not found again.",
        "Choose the folder where it may lie now, restore it from a backup, or attach it once more.",
    )


def _not_here_yet(deck: Deck) -> UserError:
    by_hand = "save the file from the event's page, then attach it"
    return UserError(
        f"'{deck.offered.title}' is named by the page but is not in the library yet.",
        f"Download it, or {by_hand}." if deck.offered.url else f"{by_hand[:1].upper()}{by_hand[1:]}.",
    )


def _likely(folder: Path, deck: Deck) -> Iterable[Path]:
    """List the files below a folder that have the deck's size, and could be it."""
    return (p for p in sorted(folder.rglob("*")) if p.is_file() and p.stat().st_size == deck.size_bytes)


def _path(store: Store, deck: Deck) -> Path | None:
    path = store.path(deck.file) if deck.file else None
    return path if path and path.is_file() else None


def _named_like(decks: Iterable[Deck], name: str) -> int | None:
    """Give the deck that the page names and this file's name, without its ending, agrees with."""
    stem = _plain(name)
    waiting = [deck for deck in decks if deck.file is None]
    return next((deck.id for deck in waiting if (title := _plain(deck.offered.title)) and title in stem), None)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
