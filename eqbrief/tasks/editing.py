# SPDX-License-Identifier: MIT
"""Change events by hand: any field, the star, the review state, the bin, and taking the last change back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from eqbrief import store as db
from eqbrief.model import REVIEW_STATES, Draft, Event, UserError, now, say_date
from eqbrief.store import Store
from eqbrief.tasks.stepping import step_event
from eqbrief.tasks.telling_apart import keys_for
from eqbrief.tasks.typed import date_of, in_order, one_line, status_of

_LINES = ("title", "publisher", "series", "language", "timezone")
_TEXTS = ("summary", "body")
_STATUS = ("status",)
_DATES = ("published_on", "starts_at", "ends_at")
_LISTS = ("topics", "questions")
_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0", "")
_READERS: tuple[tuple[tuple[str, ...], Callable[[str, str], object]], ...] = (
    (_LINES, lambda _field, value: one_line(value) or None),
    (_TEXTS, lambda _field, value: value.strip() or None),
    (_STATUS, lambda _field, value: status_of(value)),
    (_DATES, lambda field, value: date_of(value, field)),
    (_LISTS, lambda _field, value: tuple(part for each in value.split(";") if (part := one_line(each)))),
)
EDITABLE = (*_LINES, *_STATUS, *_TEXTS, *_DATES, *_LISTS, "state", "starred")
"""The fields that `edit` takes as FIELD=VALUE; lists are divided by semicolons."""


def event(store: Store, number: int) -> Event:
    """Read one event.

    Raises:
        UserError: when there is none of this number.
    """
    found = db.event(store, number)
    if found is None:
        raise UserError(f"There is no event with the number {number}.", "Choose another in the list.")
    return found


def edit(store: Store, number: int, draft: Draft) -> list[str]:
    """Set every field in which the draft differs, and remember that a person did so. Give the fields that changed.

    Raises:
        UserError: when the title is empty or the event is gone.
    """
    before = event(store, number).draft
    if not (draft.title or "").strip():
        raise UserError("An event needs a title.", "Type a title, then save again.")
    fields = [field for field in db.FIELDS if getattr(draft, field) != getattr(before, field)]
    if fields:
        with store.change("event", name=f"Edit “{before.title}”") as change:
            db.update_event(store, change, number, draft, keys_for(store), fields)
            db.mark_edited(change, number, fields)
    return fields


def edit_fields(store: Store, number: int, values: dict[str, str]) -> list[str]:
    """Set fields given as text, as the command line has them; an empty value clears the field.

    Raises:
        UserError: when a field is unknown, a value is not of its form, or the event would end before it starts.
    """
    found = event(store, number)
    changes: dict[str, object] = {}
    for field, value in values.items():
        if field not in EDITABLE:
            raise UserError(f"There is no field called '{field}'.", f"Use one of: {', '.join(EDITABLE)}.")
        for fields, understood in _READERS:
            if field in fields:
                changes[field] = understood(field, value)
    draft = replace(found.draft, **changes)  # pyright: ignore[reportArgumentType]
    if not changes.keys().isdisjoint(("starts_at", "ends_at")) and not in_order(draft.starts_at, draft.ends_at):
        raise UserError(
            f"It would end ({say_date(draft.ends_at)}) before it starts ({say_date(draft.starts_at)}).",
            "Give starts_at and ends_at together, the earlier one as starts_at.",
        )
    starred = _yes_or_no("starred", values.get("starred", "no"))
    with store.change("event", name=f"Edit “{found.draft.title}”"):
        done = edit(store, number, draft) if changes else []
        if "state" in values:
            set_state(store, [number], values["state"])
        if "starred" in values:
            star(store, [number], starred)
    return [*done, *(field for field in ("state", "starred") if field in values)]


def star(store: Store, numbers: Sequence[int], starred: bool) -> None:
    """Star events, or take their stars away."""
    with store.change("event", name=_named(store, "Star" if starred else "Remove the star from", numbers)) as change:
        for number in numbers:
            db.set_on_event(store, change, number, starred=int(starred))


def set_state(store: Store, numbers: Sequence[int], state: str) -> None:
    """Say how far the review of events is: 'to review', 'reviewing' or 'reviewed'.

    Raises:
        UserError: when the state is none of these.
    """
    if state not in REVIEW_STATES:
        raise UserError(f"'{state}' is not a review state.", f"Use one of: {', '.join(REVIEW_STATES)}.")
    with store.change("event", name=_named(store, f"Mark as {state}:", numbers)) as change:
        for number in numbers:
            db.set_on_event(store, change, number, state=state)


def set_topics(store: Store, number: int, topics: Sequence[str]) -> None:
    """Set an event's topics, in order and each once."""
    kept = tuple(dict.fromkeys(topic.strip() for topic in topics if topic.strip()))
    edit(store, number, replace(event(store, number).draft, topics=kept))


def delete(store: Store, numbers: Sequence[int]) -> None:
    """Put events in the bin, where they stay for 30 days with their notes and files."""
    with store.change("event", name=_named(store, "Delete", numbers)) as change:
        for number in numbers:
            db.set_on_event(store, change, number, deleted_at=now())


def put_back(store: Store, numbers: Sequence[int]) -> None:
    """Take events out of the bin."""
    with store.change("event", name=_named(store, "Put back", numbers)) as change:
        for number in numbers:
            db.set_on_event(store, change, number, deleted_at=None)


def undo(store: Store) -> str:
    """Take back the newest change that has a name, and give that name.

    Raises:
        UserError: when there is nothing to undo, or it has been changed again since.
    """
    with store.change() as change:
        names, notes = db.names_in_last(store), db.notes_in_last(store)
        name, tables, events = db.undo_last(store)
        for kind, number in names:
            if kind != "series":
                db.index_name(change, kind, number)
            if kind == "topic":
                events |= set(db.events_on(store, number))
        for number in notes:
            db.index_note(change, number)
        for number in events:
            step_event(store, change, number)
            db.index_event(store, change, number)
        store.touch(*tables, "event")
    return name


def _named(store: Store, verb: str, numbers: Sequence[int]) -> str:
    if len(numbers) != 1:
        return f"{verb} {len(numbers)} events"
    return f"{verb} “{event(store, numbers[0]).draft.title}”"


def _yes_or_no(field: str, value: str) -> bool:
    word = value.strip().lower()
    if word not in _YES and word not in _NO:
        raise UserError(f"'{value}' is neither yes nor no for {field}.", "Write yes or no.")
    return word in _YES
