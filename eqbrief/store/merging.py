# SPDX-License-Identifier: MIT
"""Say that two records mean one person or organisation, or that they do not; name, rename and place records.

A merge is one pointer from a record to the one that stands for it; nothing that was printed is touched.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal

from eqbrief.model import Named, UserError
from eqbrief.store.changes import Change
from eqbrief.store.library import Store
from eqbrief.store.passages import index_name

Kind = Literal["person", "organisation"]
KINDS: tuple[Kind, ...] = ("person", "organisation")


def root_of(store: Store, kind: str, number: int) -> int:
    """Give the record that stands for a record: itself, unless it was merged into another."""
    row = store.db.execute(f"SELECT root FROM {kind}_root WHERE id = ?", (number,)).fetchone()
    return int(row[0]) if row else number


def group_of(store: Store, kind: Kind, number: int) -> tuple[int, ...]:
    """List a record and all that were merged into it, directly or by way of others."""
    rows = store.db.execute(f"SELECT id FROM {kind}_root WHERE root = ? ORDER BY id", (number,))
    return (number, *(int(row[0]) for row in rows))


def merged_into(store: Store, kind: Kind, number: int) -> tuple[Named, ...]:
    """List the records that were merged into one."""
    rows = store.db.execute(
        f"""
        SELECT record.id, record.name, record.uid FROM {kind}_root JOIN {kind} AS record ON record.id = {kind}_root.id
        WHERE root = ? ORDER BY record.name COLLATE NOCASE, record.id
        """,
        (number,),
    )
    return tuple(Named(row["id"], row["name"], row["uid"]) for row in rows)


def merge_records(store: Store, change: Change, kind: Kind, kept: int, other: int) -> None:
    """Let one record stand for another from now on; both are taken for what stands for them already.

    Raises:
        UserError: when they are one record already.
    """
    kept, other = root_of(store, kind, kept), root_of(store, kind, other)
    if kept == other:
        raise UserError(f"These two are one {kind} already.", "Choose another to merge.")
    change.update(kind, other, same_as=kept)
    store.touch(kind, "appearance")


def unmerge_record(store: Store, change: Change, kind: Kind, number: int) -> None:
    """Let a record that was merged stand for itself again, with all that had been merged into it before.

    Raises:
        UserError: when it is not merged into another.
    """
    row = change.execute(f"SELECT same_as FROM {kind} WHERE id = ?", (number,)).fetchone()
    if row is None or row["same_as"] is None:
        raise UserError(f"This {kind} is not merged into another.", "Choose one that is, on the page of the other.")
    change.update(kind, number, same_as=None)
    store.touch(kind, "appearance")


def tell_apart(store: Store, change: Change, kind: Kind, one: int, other: int) -> None:
    """Remember that two records are not the same, so that they are not proposed again."""
    first, second = sorted((one, other))
    found = change.execute(
        "SELECT 1 FROM told_apart WHERE kind = ? AND one_id = ? AND other_id = ?", (kind, first, second)
    ).fetchone()
    if found is None:
        change.insert("told_apart", kind=kind, one_id=first, other_id=second)
    store.touch("told_apart", kind)


def told_apart(store: Store, kind: Kind) -> set[tuple[int, int]]:
    """List the pairs of records that a person has said to be two, the smaller number first."""
    rows = store.db.execute("SELECT one_id, other_id FROM told_apart WHERE kind = ?", (kind,))
    return {(int(row[0]), int(row[1])) for row in rows}


def set_name(store: Store, change: Change, kind: Kind, number: int, name: str, key: str) -> None:
    """Call a record by another name; the one it had stays among its other names."""
    row = change.execute(f"SELECT name FROM {kind} WHERE id = ?", (number,)).fetchone()
    if row is not None and row["name"] != name:
        _remember(change, kind, number, row["name"], None)
        _remember(change, kind, number, name, key)
    change.update(kind, number, name=name)
    index_name(change, kind, number)
    store.touch(kind)


def add_name(store: Store, change: Change, kind: Kind, number: int, name: str, key: str) -> None:
    """Give a record another name by hand: what is printed so from now on means this record."""
    _remember(change, kind, number, name, key)
    index_name(change, kind, number)
    store.touch(kind)


def set_parent(store: Store, change: Change, number: int, parent: int | None) -> None:
    """Say what an organisation is a part of; None for nothing.

    Raises:
        UserError: when it would be a part of itself.
    """
    above = parent
    while above is not None:
        if above == number:
            raise UserError("An organisation cannot be a part of itself.", "Choose one that is not among its parts.")
        row = change.execute("SELECT parent_id FROM organisation WHERE id = ?", (above,)).fetchone()
        above = row["parent_id"] if row else None
    change.update("organisation", number, parent_id=parent)
    store.touch("organisation")


def find_record(store: Store, kind: str, words: str) -> int:
    """Give the id of the person, organisation or topic meant by an id, a uid, a name or a unique part of one.

    A name that was merged means the record that stands for it by its uid or number only, so that it can be unmerged.

    Raises:
        UserError: when nothing was given, or none or more than one is meant.
    """
    words = words.strip()
    if not words:
        raise UserError(f"No {kind} was named.", "Give its number, its uid or a part of its name.")
    for rows in _meant(store, kind, words):
        if len(rows) == 1:
            return int(rows[0]["id"])
        if rows:
            named = "; ".join(f"{row['id']} {row['name']}" for row in rows[:5])
            raise UserError(f"'{words}' may mean several: {named}.", "Give the number, or more of the name.")
    listed = {"person": "people", "organisation": "organisations", "topic": "topics"}[kind]
    called = "has the number" if words.isdecimal() else "is called"
    raise UserError(f"No {kind} {called} '{words}'.", f"Use `eqbrief {listed}` to see them with their numbers.")


def record_by_key(store: Store, kind: Kind, key: str) -> int | None:
    """Give the record that a name with this key means, as storing an event finds it; None when there is none."""
    row = store.db.execute(
        f"""
        SELECT id FROM {kind} WHERE match_key = :key
        UNION ALL SELECT {kind}_id FROM {kind}_name WHERE match_key = :key
        """,
        {"key": key},
    ).fetchone()
    return root_of(store, kind, row[0]) if row else None


def rekey(store: Store, change: Change, keys: dict[Kind, Callable[[str], str]], version: int) -> int:
    """Make the keys of all names anew by better rules, and merge records that now share one; give how many."""
    merged = 0
    with change.unlogged():
        for kind, key in keys.items():
            rows = change.execute(f"SELECT id, name, same_as FROM {kind} ORDER BY id").fetchall()
            apart, first = told_apart(store, kind), dict[str, int]()
            for row in rows:
                made = key(row["name"])
                change.update(kind, row["id"], match_key=made)
                other = first.setdefault(made, row["id"])
                if other != row["id"] and row["same_as"] is None and (other, row["id"]) not in apart:
                    merge_records(store, change, kind, other, row["id"])
                    merged += 1
            _rekey_given(change, kind, key)
    set_derived(change, "match keys", version)
    return merged


def derived_version(store: Store, name: str) -> int:
    """Give the version of the rules by which something derived was made; 0 when it never was."""
    row = store.db.execute("SELECT version FROM derived WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else 0


def set_derived(change: Change, name: str, version: int) -> None:
    """Remember by which version of the rules something derived was made."""
    change.execute(
        "INSERT INTO derived(name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version",
        (name, version),
    )


def _rekey_given(change: Change, kind: Kind, key: Callable[[str], str]) -> None:
    rows = change.execute(f"SELECT id, name FROM {kind}_name WHERE match_key IS NOT NULL").fetchall()
    for row in rows:
        change.update(f"{kind}_name", row["id"], match_key=key(row["name"]))


def _remember(change: Change, kind: Kind, number: int, name: str, key: str | None) -> None:
    found = change.execute(
        f"SELECT id, match_key FROM {kind}_name WHERE {kind}_id = ? AND name = ?", (number, name)
    ).fetchone()
    if found is None:
        change.insert(f"{kind}_name", **{f"{kind}_id": number, "name": name, "match_key": key})
    elif key is not None:
        change.update(f"{kind}_name", found["id"], match_key=key)


def _meant(store: Store, kind: str, words: str) -> Sequence[list[Any]]:
    """List the records that words mean, by each way in turn."""
    if words.isdecimal():
        return [_rows(store, kind, "CAST(id AS TEXT) = :words", words)]
    own = "" if kind == "topic" else " AND same_as IS NULL"
    ways = [f"name = :words COLLATE NOCASE{own}", f"instr(lower(name), lower(:words)) > 0{own}"]
    if kind != "topic":
        spelt = f"id IN (SELECT coalesce((SELECT root FROM {kind}_root WHERE id = {kind}_id), {kind}_id)"
        ways.insert(1, f"{spelt} FROM {kind}_name WHERE name = :words COLLATE NOCASE){own}")
    return [_rows(store, kind, way, words) for way in ("uid = :words", *ways)]


def _rows(store: Store, kind: str, condition: str, words: str) -> list[Any]:
    sql = f"SELECT id, name FROM {kind} WHERE {condition} LIMIT 6"
    return store.db.execute(sql, {"words": words}).fetchall()
