# SPDX-License-Identifier: MIT
"""Download the decks that pages name, one after another, when a person asks: kept as if they had been attached.

What is half here lies in the library's `downloads`, under no name that anybody could take for a deck.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from eqbrief import store as db
from eqbrief.fetching.addresses import is_address, joined, said_site
from eqbrief.files import DECK_ENDINGS, KINDS, explain, link_whole, make_folder
from eqbrief.model import Deck, Downloaded, Event, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.editing import event
from eqbrief.tasks.filing import Kept, keep, with_state
from eqbrief.tasks.steps import Report, Stop, amount, go_on, quiet

if TYPE_CHECKING:
    from eqbrief.fetching.saving import Download, Saved

FOLDER = "downloads"
_STOPPED = "It was stopped. What is here of it is kept, and the next download goes on from there."


def fetch_decks(
    store: Store,
    events: Iterable[int] | None = None,
    report: Report = quiet,
    stop: Stop = go_on,
    download: "Download | None" = None,
) -> Iterator[Downloaded]:
    """Download the decks of these events, or of all, that their pages name and that are not here.

    One that cannot be had is told with the reason, and the rest goes on; after a stop the rest is 'skipped'.
    `download` as for `fetch_deck`.
    """
    decks = [with_state(store, deck) for deck in db.decks_of(store, events)]
    total = sum(deck.state != "here" for deck in decks)
    done = 0
    for deck in decks:
        if deck.state == "here":
            yield Downloaded(deck, "here")
            continue
        yield _fetched(store, deck, lambda what, done=done: report(Progress(done, total, what)), stop, download)
        done += 1


def fetch_deck(
    store: Store,
    deck_id: int,
    report: Callable[[int, int], None],
    stop: Stop = go_on,
    download: "Download | None" = None,
) -> Deck | None:
    """Download one deck; None when it was stopped. `report` is told how many bytes are here, and of how many.

    `download` is how a file is had, the usual way where none is given; it is for those who wait less, or take less.

    Raises:
        UserError: when the page gives no address for it, when it cannot be had, or is no deck.
    """
    if download is None:
        from eqbrief.fetching.saving import download  # noqa: PLC0415 - nothing of the network before it is asked for

    deck = db.deck(store, deck_id)
    found = event(store, deck.event_id)
    page = page_of(found)
    address = address_of(found, deck)
    if address is None:
        raise _half_an_address(deck) if deck.offered.url else _no_address(deck)
    part = part_of(store, deck)
    try:
        make_folder(part.parent)
    except OSError as error:
        raise explain(error, part.parent) from error
    saved = download(address, part, page=page, report=report, stop=stop)
    if saved is None:
        return None
    return _kept(store, found, deck, saved, part)


def ask_for(store: Store, decks: Iterable[int]) -> None:
    """Note that these decks are to be downloaded; it is done when `work_off` is asked to, and survives a restart."""
    with store.change("download") as change:
        db.ask_for(store, change, decks)


def work_off(
    store: Store,
    deck_id: int,
    report: Callable[[int, int], None],
    stop: Stop = go_on,
    download: "Download | None" = None,
) -> Deck | None:
    """Download a deck that was asked for. As `fetch_deck`; when it is here it is not asked for any more.

    Raises:
        UserError: as `fetch_deck`, and notes the reason.
    """
    try:
        deck = with_state(store, db.deck(store, deck_id))
        if deck.state != "here":
            deck = fetch_deck(store, deck_id, report, stop, download)
    except UserError as error:
        with store.change("download") as change:
            db.note_failure(store, change, deck_id, str(error))
        raise
    if deck is not None:
        with store.change("download") as change:
            db.end_download(store, change, [deck_id])
    return deck


def give_up(store: Store, decks: Iterable[int]) -> None:
    """Forget that these decks were to be downloaded, and take away what is half here of them.

    Raises:
        UserError: when that cannot be taken away.
    """
    numbers = list(decks)
    with store.change("download") as change:
        db.end_download(store, change, numbers)
    for number in numbers:
        forget(store, db.deck(store, number))


def can_be_asked_for(found: Event, deck: Deck) -> bool:
    """Say whether an event's deck is one to download: its whole address is known, and it is not here."""
    return deck.state != "here" and address_of(found, deck) is not None


def to_ask_for(store: Store, events: Iterable[int] | None = None) -> list[int]:
    """List the decks of these events, or of all, that can be asked for."""
    decks = [with_state(store, deck) for deck in db.decks_of(store, events)]
    waiting = [deck for deck in decks if deck.state != "here" and deck.offered.url]
    return [
        deck.id
        for deck in waiting
        if is_address(str(deck.offered.url)) or can_be_asked_for(event(store, deck.event_id), deck)
    ]


def address_of(found: Event, deck: Deck) -> str | None:
    """Give a deck's whole address: what the page gives, from where the page is; None where that is not known."""
    whole = joined(page_of(found) or "", deck.offered.url) if deck.offered.url else ""
    return whole if is_address(whole) else None


def page_of(found: Event) -> str | None:
    """Give the newest web address of an event's page; None where it came from files only."""
    return next((source.address for source in found.sources if is_address(source.address)), None)


def part_of(store: Store, deck: Deck) -> Path:
    """Give the place of a deck's part, which may not be there."""
    return store.folder / FOLDER / f"{deck.uid}.part"


def forget(store: Store, deck: Deck) -> None:
    """Take away what is half here of a deck.

    Raises:
        UserError: when it cannot be taken away.
    """
    part = part_of(store, deck)
    try:
        for left in (part, part.with_suffix(".json")):
            left.unlink(missing_ok=True)
    except OSError as error:
        raise explain(error, part) from error


def _fetched(
    store: Store, deck: Deck, say: Callable[[str], None], stop: Stop, download: "Download | None"
) -> Downloaded:
    if stop():
        return Downloaded(deck, "skipped", _STOPPED)
    if not deck.offered.url:
        return Downloaded(deck, "skipped", str(_no_address(deck)))
    title = deck.offered.title
    say(f"Downloading {title}")

    def told(here: int, whole: int) -> None:
        say(f"Downloading {title}{amount(here, whole)}")

    try:
        kept = fetch_deck(store, deck.id, told, stop, download)
    except UserError as error:
        return Downloaded(deck, "failed", str(error))
    return Downloaded(kept, "fetched") if kept else Downloaded(deck, "skipped", _STOPPED)


def _kept(store: Store, found: Event, deck: Deck, saved: "Saved", part: Path) -> Deck:
    """Keep what was downloaded, if it is a deck and what its name says.

    Raises:
        UserError: naming the site, when it is not.
    """
    from eqbrief.files.checking import deck_file  # noqa: PLC0415 - not needed by the first frame
    from eqbrief.files.marking import mark_downloaded  # noqa: PLC0415 - the same

    name = _name(deck, saved, part)
    try:
        kind = deck_file(part, name)
    except UserError as error:
        forget(store, deck)
        what = f"What '{said_site(saved.address)}' sent was not kept. {error.what}"
        raise UserError(what, error.next_step) from error

    def put(target: Path) -> str:
        sha256 = link_whole(part, target)
        mark_downloaded(target, saved.address)
        return sha256

    kept = Kept(name, kind.format, saved.size_bytes, put)
    here = keep(store, found, kept, f"Download “{deck.offered.title}”", deck.id)
    forget(store, deck)
    return here


def _name(deck: Deck, saved: "Saved", part: Path) -> str:
    """Name a downloaded deck: as the site offers it, as its address ends, else as the page calls it.

    A name without a deck's ending takes the one of its content, and is judged with it.
    """
    from eqbrief.files.checking import look  # noqa: PLC0415 - not needed by the first frame

    name = saved.offered or next((name for name in saved.named if _is_deck(name)), deck.offered.title)
    kind = KINDS[look(part).kind]
    return name if _is_deck(name) or kind.use != "deck" else f"{name}.{kind.endings[0]}"


def _is_deck(name: str) -> bool:
    return name.rpartition(".")[2].casefold() in DECK_ENDINGS


def _no_address(deck: Deck) -> UserError:
    return UserError(
        f"The page gives no address for '{deck.offered.title}'.", "Save the file from the event's page, then attach it."
    )


def _half_an_address(deck: Deck) -> UserError:
    return UserError(
        f"The page gives only a part of the address of '{deck.offered.title}' ('{deck.offered.url}'), and where the "
        "page itself is, is not known.",
        "Add the page by its own address, or save the file from it and attach that.",
    )
