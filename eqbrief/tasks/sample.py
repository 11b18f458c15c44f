# SPDX-License-Identifier: MIT
"""Make the sample library: saved pages through the real reader, decks attached, and what somebody has done since.

It is made anew each time, so that what is shown to a newcomer is always whole, and never somebody's work.
"""

import contextlib
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import platformdirs

from eqbrief import store as db
from eqbrief.files import explain, resource
from eqbrief.model import Progress, Target, Tie, UserError
from eqbrief.store import Store
from eqbrief.tasks.acting import add_line, finish_action
from eqbrief.tasks.adding import accept
from eqbrief.tasks.briefing import new_briefing, pieces_of_events
from eqbrief.tasks.decks import attach
from eqbrief.tasks.editing import event, set_state, star
from eqbrief.tasks.frameworks import find_action, shipped, tag
from eqbrief.tasks.looking import come_to, see_slide, stay_at
from eqbrief.tasks.noting import new_note
from eqbrief.tasks.pages import Page, read_page
from eqbrief.tasks.reviewing import tick
from eqbrief.tasks.searching import save_search
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.transcripts import attach_transcript
from eqbrief.tasks.tying import tie_question

_PREFIX, _IN_USE = "demo-", ".in-use"


def make_sample(folder: Path, report: Report = quiet, stop: Stop = go_on) -> Store:
    """Make the sample library in a new or empty folder and give it open; what it holds is the same every time.

    When stopped between two pages, it holds what there is so far.

    Raises:
        UserError: when the folder holds something already or cannot be written.
    """
    if folder.is_dir() and any(path.name != _IN_USE for path in folder.iterdir()):
        raise UserError(
            f"The sample library was not made in '{folder}', because the folder is not empty.",
            "Choose a new or an empty folder.",
        )
    wanted: dict[str, Any] = tomllib.loads(_sample("library.toml").read_text(encoding="utf-8"))
    entries: list[dict[str, Any]] = wanted["events"]
    pages: list[Page] = []
    for number, entry in enumerate(entries):
        if stop():
            break
        report(Progress(number, len(entries), "Making the sample library"))
        pages.append(read_page(_sample("pages", entry["page"])))
    store = Store.create(folder)
    try:
        # One change, so that it is quick, and without a name, so that Undo starts with what the person does.
        with store.change("event"):
            made = {entry["page"]: _bring_in(store, entry, page) for entry, page in zip(entries, pages, strict=False)}
            _gather(store, wanted, made)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def demo_folder() -> Generator[Path]:
    """Give a new folder with the sample library for as long as it is in use, and clear away those of earlier times.

    A copy stays until the next one is made, so that nothing is taken from under whoever still wants to look.

    Raises:
        UserError: when the cache folder cannot be written.
    """
    base = platformdirs.user_cache_path("eqbrief", appauthor=False)
    try:
        base.mkdir(parents=True, exist_ok=True)
        for old in base.glob(f"{_PREFIX}*"):
            _clear(old)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base))
        mark = (folder / _IN_USE).open("wb")
    except OSError as error:
        raise explain(error, base) from error
    with mark:
        _lock(mark)
        make_sample(folder).close()
        yield folder


def _gather(store: Store, wanted: dict[str, Any], made: dict[str, int | None]) -> None:
    """Do what is done across events: keep searches, and begin briefings on those that are there."""
    for search in wanted["searches"]:
        save_search(store, search["name"], search["query"])
    for briefing in wanted["briefings"]:
        numbers = [number for page in briefing["pages"] if (number := made.get(page)) is not None]
        if numbers:
            new_briefing(store, briefing["title"], pieces=pieces_of_events(store, numbers))


def _bring_in(store: Store, entry: dict[str, Any], page: Page) -> int | None:
    # Somebody has looked at it, and knows that it is an event.
    draft = page.draft and replace(page.draft, kind="event")
    added = accept(store, page, draft)[0]
    if added.event is None:
        return None  # a newcomer is better served by one event less than by none; a test holds that they are all there
    number = added.event.id
    named = {deck.offered.title: deck.id for deck in event(store, number).decks}
    if entry.get("looked") == "before":
        _look(store, number)
    for deck in entry.get("decks", ()):
        attach(store, number, _sample("decks", deck["file"]), named.get(deck["offered"]))
    for name in entry.get("transcripts", ()):
        attach_transcript(store, number, _sample("transcripts", name))
    for action in entry.get("actions", ()):
        done = add_line(store, number, action["line"])
        if "done" in action:
            finish_action(store, done, action["done"])
    for note in entry.get("notes", ()):
        new_note(store, number, note["text"].strip(), private=note.get("private", False))
    for wanted in entry.get("tags", ()):
        _tag(store, number, wanted)
    set_state(store, [number], entry["state"])
    if entry.get("starred"):
        star(store, [number], True)
    for item in entry.get("ticked", ()):
        tick(store, number, item, True)
    for slide in entry.get("seen", ()):
        see_slide(store, db.decks_of(store, [number])[0].id, slide)
    if entry.get("looked") == "after":
        _look(store, number)
    return number


def _look(store: Store, number: int) -> None:
    come_to(store, number)
    stay_at(store, number, read=True)


def _tag(store: Store, number: int, wanted: dict[str, Any]) -> None:
    """Tag an event, or the part of it that is named. Decks are not read yet, so a slide comes with its words."""
    tie: Tie | None = None
    note = ""
    if "note" in wanted:
        note = db.notes(store, number)[int(wanted["note"]) - 1].uid
    elif "question" in wanted:
        tie = tie_question(store, number, wanted["question"])
    elif "slide" in wanted:
        slide = wanted["slide"]
        deck = next(deck for deck in event(store, number).decks if deck.offered.title == slide["deck"])
        tie = Tie("slide", deck.uid, slide["number"], slide["deck"], wanted["words"].strip())
    plan = shipped()[0]
    tag(store, [Target(number, tie, note)], plan, find_action(plan, wanted["action"]))


def _sample(*parts: str) -> Path:
    return resource("sample", *parts)


def _clear(old: Path) -> None:
    """Remove an earlier copy, unless a program has it open, or is just making it and has not marked it yet."""
    # What cannot be removed now is tried again at the next start.
    with contextlib.suppress(OSError):
        with (old / _IN_USE).open("r+b") as mark:
            _lock(mark)
        shutil.rmtree(old, ignore_errors=True)


def _lock(mark: BinaryIO) -> None:
    """Hold a file for this program until it is closed. Raises OSError when another one holds it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only on Windows

        msvcrt.locking(mark.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
