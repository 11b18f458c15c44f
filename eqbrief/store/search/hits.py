# SPDX-License-Identifier: MIT
"""Turn passages that were found into hits: what they belong to, and a snippet with the found words marked."""

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from eqbrief.model import Hit
from eqbrief.model.query import Words
from eqbrief.store.library import Store
from eqbrief.store.search.matching import any_expression

_START, _END = "\x02", "\x03"
_WORDS_IN_SNIPPET = 24

# The passages that are shown are put into indexes of their own: there the marks cost the same in a library of any size.
_SHOWN = (
    "CREATE TEMP TABLE IF NOT EXISTS shown (id INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL)",
    """CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown_plain USING fts5(
        title, text, content='shown', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown_stem USING fts5(
        title, text, content='shown', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
    )""",
    "INSERT INTO temp.shown_plain(shown_plain) VALUES ('delete-all')",
    "INSERT INTO temp.shown_stem(shown_stem) VALUES ('delete-all')",
    "DELETE FROM temp.shown",
)
_PASSAGES = """
    SELECT passage.docid, passage.kind, passage.record_id, passage.event_id, passage.place, passage.title, passage.text,
        coalesce(person_root.root, organisation_root.root) AS root,
        event.title AS event_title, event.sort_date, passage.deck_id, deck.title AS deck_title,
        slide.number AS slide, slide.title AS slide_title
    FROM passage
    LEFT JOIN event ON event.id = passage.event_id
    LEFT JOIN deck ON deck.id = passage.deck_id
    LEFT JOIN person_root ON passage.kind = 'person' AND person_root.id = passage.record_id
    LEFT JOIN organisation_root ON passage.kind = 'organisation' AND organisation_root.id = passage.record_id
    LEFT JOIN slide ON passage.kind = 'slide' AND slide.id = passage.record_id
    WHERE passage.docid IN (SELECT value FROM json_each(?))
"""
_TEXT_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be shown. `title`: its title holds the words; `full`: all the words stand in it."""

    number: int
    title: bool
    full: bool


def hits_of(store: Store, chosen: Sequence[Candidate], asked: Sequence[Words]) -> list[Hit]:
    """Make the hits of these passages, in their order."""
    numbers = json.dumps([one.number for one in chosen])
    rows = {row["docid"]: row for row in store.db.execute(_PASSAGES, (numbers,))}
    marked = _marked(store, numbers, asked) if asked else {}
    hits: list[Hit] = []
    for one in chosen:
        row = rows.get(one.number)
        if row is not None:  # else it went between two reads
            title, text = marked.get(one.number) or (row["title"], row["text"][:_TEXT_SHOWN])
            hits.append(_made(row, title, text))
    return hits


def _marked(store: Store, numbers: str, asked: Sequence[Words]) -> dict[int, tuple[str, str]]:
    """Give the titles of these passages and parts of their texts, the found words between two signs."""
    for statement in _SHOWN:
        store.db.execute(statement)
    store.db.execute(
        """
        INSERT INTO temp.shown
        SELECT docid, title, text FROM passage WHERE docid IN (SELECT value FROM json_each(?))
        """,
        (numbers,),
    )
    indexes = ["passage_plain", "passage_stem"]
    if any(words.begins for words in asked):
        indexes.reverse()  # a beginning is no word that has a stem; what comes last wins
    found: dict[int, tuple[str, str]] = {}
    for index in indexes:
        shown = index.replace("passage", "shown")
        store.db.execute(f"INSERT INTO temp.{shown}(rowid, title, text) SELECT id, title, text FROM temp.shown")
        rows = store.db.execute(
            f"""
            SELECT rowid, highlight({shown}, 0, '{_START}', '{_END}') AS title,
                snippet({shown}, 1, '{_START}', '{_END}', ' … ', {_WORDS_IN_SNIPPET}) AS text
            FROM temp.{shown} WHERE {shown} MATCH ?
            """,
            (any_expression(asked, index),),
        )
        found |= {row["rowid"]: (row["title"], row["text"]) for row in rows}
    return found


def _made(row: sqlite3.Row, marked_title: str, marked_text: str) -> Hit:
    event = (row["event_id"], row["event_title"], row["sort_date"] or None) if row["event_id"] else None
    in_text = _START in marked_text
    whole = marked_text if in_text else f"{marked_title} – {marked_text}"
    return Hit(
        kind=row["kind"],
        id=row["root"] or row["record_id"],  # of merged records the one that stands
        event=event,
        title=row["title"] or row["slide_title"] or (f"Slide {row['slide']}" if row["slide"] else ""),
        snippet=_escaped(whole),
        marked_title=_escaped(marked_title),
        around=_escaped(marked_text),
        deck=(row["deck_id"], row["deck_title"]) if row["deck_id"] else None,
        slide=row["slide"],
        where=row["place"] if row["kind"] == "slide" else None,
    )


def _escaped(marked: str) -> str:
    import html  # noqa: PLC0415 - not needed by the first frame

    flat = html.escape(re.sub(r"\s+", " ", marked).strip(" –"), quote=True)
    return flat.replace(_START, "<mark>").replace(_END, "</mark>")
