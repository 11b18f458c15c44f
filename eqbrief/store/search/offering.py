# SPDX-License-Identifier: MIT
"""What the box may offer: the library's own words near to one that finds little, and the names it knows."""

from eqbrief.store.library import Store
from eqbrief.store.search.conditions import NAME_FIELDS
from eqbrief.store.search.matching import VOCABULARY, folded

_MOST_WORDS = 50_000

_NAMES = {
    "person": "SELECT name FROM person WHERE id IN (SELECT person_id FROM appearance)",
    "organisation": "SELECT name FROM organisation WHERE id IN (SELECT organisation_id FROM appearance_organisation)",
    "topic": "SELECT name FROM topic WHERE id IN (SELECT topic_id FROM event_topic)",
    "series": "SELECT name FROM series WHERE id IN (SELECT series_id FROM event WHERE deleted_at IS NULL)",
}


def words_like(store: Store, word: str) -> list[tuple[str, int]]:
    """List the library's words that begin as this one does, each with the number of passages that hold it."""
    first = folded(word)[:1]
    if not first:
        return []
    store.db.execute(VOCABULARY)
    rows = store.db.execute(
        f"SELECT term, doc FROM temp.passage_words WHERE term >= ? AND term < ? LIMIT {_MOST_WORDS}",
        (first, chr(ord(first) + 1)),
    )
    return [(row["term"], row["doc"]) for row in rows]


def names_beginning(store: Store, field: str, typed: str, limit: int = 8) -> list[str]:
    """List names behind 'person:', 'org:', 'topic:' or 'series:' of which a word begins as typed; first words first."""
    kind = NAME_FIELDS.get(field, field)
    wanted = folded(typed)
    found: list[tuple[int, str]] = []
    for row in store.db.execute(f"{_NAMES[kind]} ORDER BY name COLLATE NOCASE"):
        name = folded(row["name"])
        if name.startswith(wanted):
            found.append((0, row["name"]))
        elif f" {wanted}" in name:
            found.append((1, row["name"]))
    return [name for _, name in sorted(found, key=lambda one: one[0])[:limit]]


def decks_not_found(store: Store, edition: int) -> tuple[int, int]:
    """Count the files of live events that no reader of this edition has read yet, and those that could not be read."""
    row = store.db.execute(
        """
        SELECT coalesce(sum(reading.id IS NULL OR reading.edition < ?), 0) AS waiting,
            coalesce(sum(reading.state IN ('failed', 'password') AND reading.edition >= ?), 0) AS failed
        FROM (
            SELECT DISTINCT deck.sha256 FROM deck JOIN event ON event.id = deck.event_id
            WHERE deck.file IS NOT NULL AND deck.sha256 IS NOT NULL AND event.deleted_at IS NULL
        ) AS here
        LEFT JOIN reading ON reading.sha256 = here.sha256
        """,
        (edition, edition),
    ).fetchone()
    return row["waiting"], row["failed"]
