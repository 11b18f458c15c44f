# SPDX-License-Identifier: MIT
"""Turn passages that were found into hits: what they belong to, and a snippet with the found words marked."""

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

_PASSAGE = """
    SELECT passage.docid, passage.kind, passage.record_id, passage.event_id, passage.place, passage.title, passage.text,
        event.title AS event_title, event.sort_date, passage.deck_id, deck.title AS deck_title,
        slide.number AS slide, slide.title AS slide_title
    FROM passage
    LEFT JOIN event ON event.id = passage.event_id
    LEFT JOIN deck ON deck.id = passage.deck_id
    LEFT JOIN slide ON passage.kind = 'slide' AND slide.id = passage.record_id
    WHERE passage.docid = ?
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
    indexes = ["passage_stem", "passage_plain"]
    if any(words.begins for words in asked):
        indexes.reverse()  # a beginning is no word that has a stem
    expressions = {index: any_expression(asked, index) for index in indexes} if asked else {}
    return [hit for one in chosen if (hit := _hit(store, one, expressions)) is not None]


def _hit(store: Store, one: Candidate, expressions: dict[str, str]) -> Hit | None:
    row = store.db.execute(_PASSAGE, (one.number,)).fetchone()
    if row is None:  # it went between two reads
        return None
    marked = _marked(store, one.number, expressions)
    title, text = marked or (row["title"], row["text"][:_TEXT_SHOWN])
    return _made(row, title, text)


def _marked(store: Store, number: int, expressions: dict[str, str]) -> tuple[str, str] | None:
    for index, expression in expressions.items():
        row = store.db.execute(
            f"""
            SELECT highlight({index}, 0, '{_START}', '{_END}') AS title,
                snippet({index}, 1, '{_START}', '{_END}', ' … ', {_WORDS_IN_SNIPPET}) AS text
            FROM {index} WHERE {index} MATCH ? AND rowid = ?
            """,
            (expression, number),
        ).fetchone()
        if row is not None:
            return row["title"], row["text"]
    return None


def _made(row: sqlite3.Row, marked_title: str, marked_text: str) -> Hit:
    event = (row["event_id"], row["event_title"], row["sort_date"] or None) if row["event_id"] else None
    in_text = _START in marked_text
    whole = marked_text if in_text else f"{marked_title} – {marked_text}"
    return Hit(
        kind=row["kind"],
        id=row["record_id"],
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
