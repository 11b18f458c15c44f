# SPDX-License-Identifier: MIT
"""Keep briefings: begin one, put things into it, change it, open it again, delete it. All of it can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from eqbrief import store as db
from eqbrief.briefing import outline
from eqbrief.briefing.templates import Template
from eqbrief.model import Briefing, Piece, UserError, to_json, today
from eqbrief.store import Store
from eqbrief.tasks.briefing.templating import find_template

UNTITLED = "Briefing"
_SHORT = 48


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of things that were to be put into a briefing: how many are new in it, and how many it had."""

    briefing: Briefing
    added: int
    there: int = 0

    def __str__(self) -> str:
        """Say it: '3 added to “Board paper”; 1 was there already'."""
        title = _named(self.briefing.title)
        if not self.added:
            return f"{'It is' if self.there == 1 else f'All {self.there} are'} in {title} already"
        had = f"; {self.there} {'was' if self.there == 1 else 'were'} there already" if self.there else ""
        return f"{self.added} added to {title}{had}" if had or self.added > 1 else f"Added to {title}"


def new_briefing(
    store: Store, title: str = "", *, template: Template | None = None, author: str = "", pieces: Sequence[Piece] = ()
) -> int:
    """Begin a briefing with a template's sections, put things into it, and give its id; things are now added to it."""
    base = template or find_template("")
    made = Briefing(
        id=0,
        uid=str(uuid4()),
        title=" ".join(title.split()) or UNTITLED,
        author=author.strip(),
        date=today(),
        classification=base.classification,
        template=base.key,
        references=base.references,
        cover=base.cover,
        contents=base.contents,
        sections=base.fresh_sections(),
    )
    return keep_briefing(store, outline.add(made, *pieces))


def keep_briefing(store: Store, made: Briefing) -> int:
    """Keep a briefing that was made without being kept, and give its id."""
    with store.change("briefing", name=f"Begin the briefing {_named(made.title)}") as written:
        return db.add_briefing(store, written, made)


def add_pieces(
    store: Store, pieces: Sequence[Piece], number: int | None = None, *, author: str = "", title: str = ""
) -> Gathered:
    """Put things into a briefing, else the one opened last, else a new one, and say how many were not there yet.

    Raises:
        UserError: when the briefing is gone.
    """
    with store.change("briefing", name="Add to the briefing") as change:
        before = briefing(store, number) if number is not None else db.current_briefing(store)
        if before is None:
            made = briefing(store, new_briefing(store, title, author=author, pieces=pieces))
            change.name = f"Begin the briefing {_named(made.title)}"
            return Gathered(made, len(made.pieces), len(pieces) - len(made.pieces))
        after = outline.add(before, *pieces)
        added = len(after.pieces) - len(before.pieces)
        if added:
            what = f"Add {added} things" if added > 1 else "Add"
            change.name = f"{what} to the briefing {_named(before.title)}"
            db.set_briefing(store, change, before.id, after)
        return Gathered(after, added, len(pieces) - added)


def change(store: Store, number: int, alter: Callable[[Briefing], Briefing], name: str | None = None) -> Briefing:
    """Change a briefing by a function, and give it as it then is. `name` is what undo calls it, None for typing.

    Raises:
        UserError: when it is gone.
    """
    with store.change("briefing", name=name) as written:
        before = briefing(store, number)
        after = replace(alter(before), id=before.id, uid=before.uid)
        if after != before:
            db.set_briefing(store, written, number, after)
        return after


def open_briefing(store: Store, number: int) -> Briefing:
    """Say that a briefing is opened, so that things are added to it, and give it.

    Raises:
        UserError: when it is gone.
    """
    found = briefing(store, number)
    with store.change("briefing") as written:
        db.note_opened(store, written, number)
    return found


def delete_briefing(store: Store, number: int) -> None:
    """Take a briefing away; Undo brings it back. What was gathered in it stays in the library as it is.

    Raises:
        UserError: when it is gone.
    """
    before = briefing(store, number)
    with store.change("briefing", name=f"Delete the briefing {_named(before.title)}") as written:
        db.remove_briefing(store, written, number)


def briefing(store: Store, number: int) -> Briefing:
    """Read one briefing.

    Raises:
        UserError: when there is none of this number.
    """
    found = db.briefing(store, number)
    if found is None:
        raise UserError("This briefing is no longer in the library.", "If it was deleted, Undo brings it back.")
    return found


def briefing_json(briefing: Briefing) -> dict[str, Any]:
    """Give a briefing with its sections and what was put into each."""
    return to_json(briefing)


def _named(title: str) -> str:
    return f"“{title if len(title) <= _SHORT else title[: _SHORT - 1].rstrip() + '…'}”"
