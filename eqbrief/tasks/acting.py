# SPDX-License-Identifier: MIT
"""Actions: written in one line or field by field, done with an outcome, listed across events, all of it undoable."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from eqbrief import store as db
from eqbrief.matching import person_key
from eqbrief.model import Action, ActionEvidence, UserError, now, say_date, to_json, today
from eqbrief.store import Change, Store
from eqbrief.tasks.due import due_of
from eqbrief.tasks.stepping import step_notes
from eqbrief.tasks.typed import one_line

_ME = "me"
_AT = re.compile(r"(?<!\S)@(?=\S)")
_QUOTED = re.compile(r'[“"]([^”"]+)[”"]')
_NO_NAME = re.compile(r"[.,;:!?]+$")
_DUE = re.compile(r"(?:^|(?<=\s))(?:by|due)\s+", re.IGNORECASE)
_SHORT = 48


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one line says of an action: 'Ask for the guide by 14 March @me'."""

    text: str
    owner: str | None = None
    due: str | None = None


def read_line(line: str, people: Iterable[str] = (), own_name: str = "", on: date | None = None) -> Wanted:
    """Take the owner behind '@' and the due date behind 'by' or 'due' at the end out of a line.

    '@me' is `own_name` where it is known; of `people` the longest name that stands there is meant. Words that are not
    understood stay in the text. `on` is the day it is written, today where it is not given.
    """
    text, owner = _owner(one_line(line), people)
    if owner and owner.casefold() == _ME:
        owner = own_name.strip() or _ME
    for found in _DUE.finditer(text):
        try:
            due = due_of(text[found.end() :], on or date.today())
        except UserError:
            continue
        if due and text[: found.start()].strip():
            return Wanted(text[: found.start()].strip(" ,;"), owner, due)
    return Wanted(text, owner)


def line_of(action: Action) -> str:
    """Write an action as the line from which `read_line` makes it again."""
    due = f" by {say_date(action.due)}" if action.due else ""
    return f"{action.text}{due}{f' {_at(action.owner)}' if action.owner else ''}"


def new_action(
    store: Store,
    event_id: int,
    text: str,
    *,
    owner: str = "",
    due: str = "",
    own_name: str = "",
    evidence: ActionEvidence | None = None,
) -> int:
    """Add an action to an event, owner and due date as they are typed, and give its id.

    Raises:
        UserError: when the text is empty, the due date is none, or the event is gone.
    """
    who = one_line(owner).removeprefix("@")
    who = own_name.strip() or _ME if who.casefold() == _ME else who
    return _add(store, event_id, Wanted(one_line(text), who or None, due_of(due, date.today())), evidence)


def add_line(
    store: Store, event_id: int, line: str, *, own_name: str = "", evidence: ActionEvidence | None = None
) -> int:
    """Add an action as it is typed in one line, and give its id.

    Raises:
        UserError: when the line has no text, or the event is gone.
    """
    return _add(store, event_id, read_line(line, _people(store), own_name), evidence)


def add_typed(store: Store, event_id: int, line: str, *, own_name: str = "") -> int:
    """Add an action as `add_line` does, and let go of what was kept of the line while it was typed."""
    wanted = read_line(line, _people(store), own_name)
    with store.change("action", name=f"Add the action {_named(wanted.text)}") as change:
        number = _add(store, event_id, wanted, None)
        db.keep_jotting(store, change, event_id, "")
    return number


def keep_typed(store: Store, event_id: int, line: str) -> None:
    """Keep the line of an action as far as it was typed, until it is added."""
    with store.change("jotting") as change:
        db.keep_jotting(store, change, event_id, line)


def edit_line(store: Store, number: int, line: str, *, own_name: str = "") -> bool:
    """Set an action's text, owner and due date to what a line says, and say whether anything changed.

    Raises:
        UserError: when the line has no text, or the action is gone.
    """
    before = action(store, number)
    wanted = read_line(line, _people(store), own_name)
    values = _values(store, wanted)
    if all(getattr(before, name) == value for name, value in values.items()):
        return False
    with store.change("action", name=f"Edit the action {_named(before.text)}") as change:
        db.set_action(store, change, number, **values)
    return True


def finish_action(store: Store, number: int, outcome: str | None = None) -> None:
    """Say that an action is done, with what came of it where that is given; again, to write another outcome.

    Raises:
        UserError: when the action is gone.
    """
    before = action(store, number)
    said = before.outcome if outcome is None else one_line(outcome) or None
    if (before.state, before.outcome) == ("done", said):
        return
    name = "Outcome of" if before.state == "done" else "Mark as done:"
    with store.change("action", name=f"{name} {_named(before.text)}") as change:
        db.set_action(store, change, number, state="done", outcome=said, done_at=before.done_at or now())
        _step(store, change, before)


def reopen_action(store: Store, number: int) -> None:
    """Say that an action is not done after all; its outcome is kept for when it is.

    Raises:
        UserError: when the action is gone.
    """
    before = action(store, number)
    if before.state == "done":
        with store.change("action", name=f"Reopen {_named(before.text)}") as change:
            db.set_action(store, change, number, state="open", done_at=None)
            _step(store, change, before)


def delete_action(store: Store, number: int) -> None:
    """Take an action away; Undo brings it back.

    Raises:
        UserError: when the action is gone.
    """
    before = action(store, number)
    with store.change("action", name=f"Delete the action {_named(before.text)}") as change:
        db.remove_action(store, change, number)


def action(store: Store, number: int) -> Action:
    """Read one action.

    Raises:
        UserError: when there is none of this number.
    """
    found = db.action(store, number)
    if found is None:
        raise UserError(f"There is no action with the number {number}.", "If it was deleted, Undo brings it back.")
    return found


def list_actions(
    store: Store,
    *,
    mine: str | None = None,
    overdue: bool = False,
    owner: str = "",
    event_id: int | None = None,
    done: bool = False,
) -> list[Action]:
    """List open actions, and with `done` those that are done too, what is due first at the top.

    `mine` is one's own name, '' where it is not known, None to ask for everybody's; `owner` are words of a name.
    """
    day, words = today(), owner.casefold().split()
    return [
        found
        for found in db.actions(store, event_id=event_id, done=done)
        if (mine is None or is_mine(found, mine))
        and (not overdue or found.is_overdue(day))
        and all(word in (found.owner or "").casefold() for word in words)
    ]


def is_mine(action: Action, own_name: str) -> bool:
    """Say whether an action is of the person with this name, however they are spelt, or of 'me'."""
    if not action.owner or action.owner.casefold() == _ME:
        return bool(action.owner)
    return bool(own_name.strip()) and person_key(action.owner) == person_key(own_name)


def action_json(action: Action) -> dict[str, Any]:
    """Give an action with its event as a hit has it, and whether it is overdue today."""
    plain: dict[str, Any] = to_json(action)
    for name in ("event_id", "event_title", "event_date"):
        del plain[name]
    event = {"id": action.event_id, "title": action.event_title, "date": action.event_date}
    return {**plain, "event": event, "overdue": action.is_overdue(today())}


def _step(store: Store, change: Change, action: Action) -> None:
    if action.evidence is not None and action.evidence.kind == "note":
        step_notes(store, change, action.evidence.uid)


def _add(store: Store, event_id: int, wanted: Wanted, evidence: ActionEvidence | None) -> int:
    values = _values(store, wanted)
    with store.change("action", name=f"Add the action {_named(wanted.text)}") as change:
        return db.add_action(store, change, event_id, **values, evidence=evidence)


def _values(store: Store, wanted: Wanted) -> dict[str, Any]:
    if not wanted.text:
        raise UserError("The action has no text.", "Write what is to be done.")
    person = db.person_by_key(store, person_key(wanted.owner)) if wanted.owner and wanted.owner != _ME else None
    owner = person[1] if person else wanted.owner
    return {"text": wanted.text, "owner": owner, "person_id": person[0] if person else None, "due": wanted.due}


def _people(store: Store) -> list[str]:
    return [person.name for person in db.all_named(store, "person")]


def _owner(line: str, people: Iterable[str]) -> tuple[str, str | None]:
    """Take the owner out of a line: a known name, a name in quotes, words in capitals, or one word."""
    for found in _AT.finditer(line):
        rest = line[found.end() :]
        quoted = _QUOTED.match(rest)
        name = quoted[1].strip() if quoted else _known(rest, people) or _capitals(rest.split())
        if name:
            after = rest[quoted.end() if quoted else len(name) :]
            joined = f"{line[: found.start()].rstrip()}{'' if after[:1] in '.,;:!?' else ' '}{after.lstrip()}"
            return one_line(joined).lstrip(" ,;:"), name
    return line, None


def _known(rest: str, people: Iterable[str]) -> str:
    """Give the longest name that a text begins with, as it stands there."""
    folded = rest.casefold()
    fitting = (
        name
        for name in people
        if folded.startswith(name.casefold()) and not folded[len(name) : len(name) + 1].isalnum()
    )
    return rest[: len(max(fitting, key=len, default=""))]


def _capitals(words: Sequence[str]) -> str:
    """Give the words in capitals that a text begins with, or its first word where that has none."""
    taken: list[str] = []
    for word in words:
        bare = _NO_NAME.sub("", word)
        if taken and not (bare[:1].isupper() and taken[0][:1].isupper()):
            break
        taken.append(bare)
        if bare != word:
            break
    return " ".join(taken)


def _at(owner: str) -> str:
    plain = f"@{owner}"
    return plain if _owner(f"x {plain}", ()) == ("x", owner) else f"@“{owner}”"


def _named(text: str) -> str:
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + '…'}”"
