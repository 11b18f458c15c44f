# SPDX-License-Identifier: MIT
"""Build the glossary from what the library holds, and let a person accept, edit and reject what it found."""

from collections import Counter
from contextlib import suppress
from typing import Any

from eqbrief import store as db
from eqbrief.model import Progress, Term, UserError, term_json
from eqbrief.store import Store
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.typed import one_line

_VERSION = 1
"""Of the rules by which terms are found. Raise it when they change, so that every event is read again."""
_AT_ONCE = 40


def gather_terms(store: Store, report: Report = quiet, stop: Stop = go_on) -> int:
    """Read the events that changed since their terms were gathered; give how many. What is done stays done."""
    from eqbrief.matching.terms import written_out  # noqa: PLC0415 - asked for after the first frame only

    if db.derived_version(store, "terms") < _VERSION:
        with store.change("term") as change:
            change.execute("DELETE FROM term_read")
            db.set_derived(change, "terms", _VERSION)
    waiting = db.events_to_gather(store)
    done = 0
    for start in range(0, len(waiting), _AT_ONCE):
        if stop():
            break
        report(Progress(start, len(waiting), "Reading acronyms"))
        gathered = {
            event: [
                db.FoundTerm(kind, record, found.short, found.long, key, times)
                for kind, record, text in db.texts_of(store, event)
                for key, (found, times) in _counted(written_out(text)).items()
            ]
            for event in waiting[start : start + _AT_ONCE]
        }
        with store.change("term") as change:
            for event, found in gathered.items():
                db.write_terms(store, change, event, found)
        done += len(gathered)
    return done


def list_terms(store: Store, words: str = "", *, rejected: bool = False) -> list[Term]:
    """List the terms whose acronym or long form holds every word, after gathering what is new."""
    with suppress(UserError):  # a library that cannot be written shows what was gathered before
        gather_terms(store)
    wanted = words.casefold().split()
    return [
        term
        for term in db.terms(store, rejected=rejected)
        if all(word in f"{term.short} {term.long}".casefold() for word in wanted)
    ]


def accept_term(store: Store, number: int) -> Term:
    """Say that a term is right."""
    return _say(store, number, "Accept", state="accepted")


def reject_term(store: Store, number: int) -> Term:
    """Say that a term is wrong: it is never marked again, and never found again."""
    return _say(store, number, "Reject", state="rejected")


def edit_term(store: Store, number: int, long: str) -> Term:
    """Write a term's long form by hand, which accepts it.

    Raises:
        UserError: when it is empty.
    """
    wanted = one_line(long)
    if not wanted:
        raise UserError("A term needs its long form.", "Type what the letters stand for.")
    return _say(store, number, "Edit", state="accepted", long=wanted, edited=1)


def new_term(store: Store, short: str, long: str) -> Term:
    """Add a term by hand.

    Raises:
        UserError: when either is empty, or the glossary has it already.
    """
    from eqbrief.matching.terms import term_key  # noqa: PLC0415 - as above

    letters, meaning = one_line(short), one_line(long)
    if not letters or not meaning:
        raise UserError("A term needs its letters and its long form.", "Type both.")
    with store.change("term", name=f"Add “{letters}” to the glossary") as change:
        number = db.add_term(store, change, letters, meaning, term_key(letters, meaning))
    return read_term(store, number)


def read_term(store: Store, number: int) -> Term:
    """Read one term.

    Raises:
        UserError: when there is none of this number.
    """
    found = db.term(store, number)
    if found is None:
        raise UserError("This term is no longer in the glossary.", "Choose another in the list.")
    return found


def whole_json(store: Store, term: Term) -> dict[str, Any]:
    """Give a term with its places."""
    return term_json(term, db.term_places(store, term.id))


def _say(store: Store, number: int, verb: str, **values: Any) -> Term:
    term = read_term(store, number)
    with store.change("term", name=f"{verb} “{term.short}”") as change:
        db.set_term(store, change, number, **values)
    return read_term(store, number)


def _counted(found: list[Any]) -> dict[str, tuple[Any, int]]:
    """Count how often a text writes each meaning out; the first way of printing it stands for all."""
    times = Counter(one.key for one in found)
    return {one.key: (one, times[one.key]) for one in reversed(found)}
