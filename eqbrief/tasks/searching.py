# SPDX-License-Identifier: MIT
"""Search for the window and the command line: saved searches, what is new in them, and close spellings."""

from typing import Any

from eqbrief import store as db
from eqbrief.model import Filter, Found, Progress, UserError
from eqbrief.model.asking import SavedSearch, Standing
from eqbrief.model.query import Words, parse, words_of
from eqbrief.store import Store
from eqbrief.store.backing.mending import rebuild_search
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.typed import one_line

LITTLE = 3
"""Fewer than so many finds are little: close spellings are offered."""

_SHORTEST = 4
_LIKE_ENOUGH = 78
_OFFERED = 3


def save_search(store: Store, name: str, query: str) -> SavedSearch:
    """Keep a query under a name, with what it finds now as seen; undo forgets it.

    Raises:
        UserError: when there is nothing in it to look for.
    """
    query = query.strip()
    if parse(query).root is None:
        raise UserError("There is nothing to save: the search is empty.", "Type what you look for, then save it.")
    seen = db.found_keys(store, query)[1]
    with store.change("saved_search", name=f"Save the search “{named(name, query)}”") as change:
        number = db.add_saved_search(store, change, named(name, query), query, seen)
    return _saved(store, number)


def rename_search(store: Store, number: int, name: str) -> SavedSearch:
    """Give a saved search another name; undo gives it the old one."""
    before = _saved(store, number)
    with store.change("saved_search", name=f"Rename the search “{before.name}”") as change:
        db.set_saved_search(store, change, number, name=named(name, before.query), query=before.query)
    return _saved(store, number)


def delete_search(store: Store, number: int) -> SavedSearch:
    """Forget a saved search; undo brings it back."""
    before = _saved(store, number)
    with store.change("saved_search", name=f"Delete the search “{before.name}”") as change:
        db.remove_saved_search(store, change, number)
    return before


def standing(store: Store, saved: SavedSearch, stop: Stop = go_on) -> Standing:
    """Count what a saved search finds now, and what of that is new since it was last looked at."""
    number, keys, more = db.found_keys(store, saved.query, stop=stop)
    return Standing(saved.id, number, len(keys - saved.seen), more)


def look_at(store: Store, number: int) -> None:
    """Remember that a person has looked at what a saved search finds now."""
    saved = db.saved_search(store, number)
    if saved is None:
        return
    keys = db.found_keys(store, saved.query)[1]
    if keys != saved.seen:
        with store.change("saved_search") as change:
            db.look_at_search(store, change, number, keys)


def spellings(store: Store, found: Found) -> list[str]:
    """Offer the query with a word of the library's in the place of one that is nearly it, the likeliest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed by few searches

    offered: list[tuple[float, str]] = []
    for words in words_of(found.query.root):
        known = dict(db.words_like(store, words.text)) if _may_be_wrong(words) else {}
        mine = db.folded(words.text)
        if not known or known.get(mine, 0) > LITTLE:
            continue
        near = process.extract(mine, list(known), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=12)
        for word, likeness, _ in near:
            if word != mine and known[word] > known.get(mine, 0):
                offered.append((likeness + min(known[word], 50) / 10, found.query.typed.replace(words.text, word, 1)))
    offered.sort(reverse=True)
    return list(dict.fromkeys(query for _, query in offered))[:_OFFERED]


def not_found_in(store: Store) -> str:
    """Say how many decks are not searched: those that have not been read yet, and those that could not be read."""
    from eqbrief.decks import EDITION  # noqa: PLC0415 - listing events must not wait for what reads decks

    waiting, failed = db.decks_not_found(store, EDITION)
    said = [f"{_decks(waiting)} not indexed yet."] if waiting else []
    if failed:
        said.append(f"{_decks(failed)} not searched, since {'it' if failed == 1 else 'they'} could not be read.")
    return " ".join(said)


def _decks(number: int) -> str:
    return "1 deck is" if number == 1 else f"{number:,} decks are"


def reindex(store: Store, report: Report = quiet, stop: Stop = go_on) -> int:
    """Write the passages of every event and every name anew, then both indexes; give how many events there were.

    Searching and writing go on meanwhile; 0 when it was stopped, with what is left as it was.
    """
    ids = db.event_ids(store, Filter())
    for number, event in enumerate(ids):
        if stop():
            return 0
        report(Progress(number, len(ids), "Indexing events"))
        with store.change("passage") as change:
            db.index_event(store, change, event)
    with store.change("passage") as change:
        db.index_names(change)
    report(Progress(len(ids), len(ids), "Building the index"))
    rebuild_search(store)
    return len(ids)


def saved_json(saved: SavedSearch, now: Standing) -> dict[str, Any]:
    """Give a saved search for the command line."""
    return {
        "id": saved.id,
        "uid": saved.uid,
        "name": saved.name,
        "query": saved.query,
        "found": now.number,
        "new": now.new,
    }


def named(name: str, query: str) -> str:
    """Give a name in one line, the query where none was given."""
    return one_line(name) or one_line(query)[:80]


def _may_be_wrong(words: Words) -> bool:
    return len(words.text) >= _SHORTEST and words.text.isalpha()


def _saved(store: Store, number: int) -> SavedSearch:
    saved = db.saved_search(store, number)
    if saved is None:
        raise UserError("This search is no longer saved.", "Search again and save it, or undo its deletion.")
    return saved
