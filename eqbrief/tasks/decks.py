# SPDX-License-Identifier: MIT
"""Keep decks beside their event: attach a file, open it, show it in its folder, find it again when it has moved."""

from collections.abc import Iterable
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import DECK_ENDINGS, copy_whole, explain, file_sha256, make_folder
from eqbrief.model import Deck, Progress, Transcript, UserError
from eqbrief.store import Store
from eqbrief.tasks.editing import event
from eqbrief.tasks.filing import Kept, keep, path_in, plain, with_state
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.transcripts import TRANSCRIPT_ENDINGS, attach_transcript, looks_like_transcript

ATTACHED_ENDINGS = (*DECK_ENDINGS, *TRANSCRIPT_ENDINGS)
"""The endings of files that can be attached to an event, in small letters."""


def may_be_attached(file: Path) -> bool:
    """Say whether a file may be a deck or a transcript, by its name."""
    return file.suffix.lower().removeprefix(".") in ATTACHED_ENDINGS


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


def open_deck(store: Store, deck_id: int, *, confirm_macros: bool = False) -> None:
    """Open a deck in the system's program, only if it is what it says it is.

    Raises:
        UserError: when the file is not here, has become something else, or nothing can open it.
    """
    from eqbrief.files.opening import open_file  # noqa: PLC0415 - not needed by the first frame

    open_file(path_of(store, db.deck(store, deck_id)), confirm_macros=confirm_macros, uses=("deck",))


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
    path = path_in(store, deck)
    if path is None:
        raise UserError(
            f"The file of '{deck.offered.title}' is no longer at '{deck.file}'.",
            "Find it again in the window, try `eqbrief check --repair`, or attach it once more.",
        )
    return path


class OnlyAlike(UserError):
    """A missing deck's file was not found, but `file`, which bears its name and holds something else."""

    def __init__(self, title: str, file: Path) -> None:
        self.file = file
        super().__init__(
            f"'{title}' was not found as it was added, but '{file.name}' bears its name and has another content.",
            f"Take it if it is a newer version: '{file}'.",
        )


def find_again(store: Store, deck_id: int, elsewhere: Path | None = None) -> Deck:
    """Look for a missing deck's file in the library and, if given, in a folder: by its hash, so that it is the same.

    Raises:
        OnlyAlike: when it is in neither, but a file of its name is; `attach` takes that one, once the person said so.
        UserError: when there is not even that.
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
                make_folder(target.parent)
                copy_whole(path, target)
            return with_state(store, db.deck(store, deck_id))
    name = plain(Path(deck.file).name)
    for path in _files_below(elsewhere) if elsewhere else ():
        if plain(path.name) == name:
            raise OnlyAlike(deck.offered.title, path)
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
    return (path for path in _files_below(folder) if path.stat().st_size == deck.size_bytes)


def _files_below(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
