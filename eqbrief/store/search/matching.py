# SPDX-License-Identifier: MIT
"""Ask the two full-text indexes for words. One function builds the match expression, and no input can break it."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from eqbrief.model.query import Words
from eqbrief.store.library import Store
from eqbrief.store.search.ranges import Range, Ranges

INDEXES = ("passage_plain", "passage_stem")
VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.passage_words USING fts5vocab('main', 'passage_plain', 'row')"
_MOST_IN_A_PHRASE = 64
_BEGINNINGS = 3
_MOST_MEANT = 40
_AT_ONCE = 512
_READ_AT_ONCE = 200_000
"""Characters: some ten thousand numbers, read in a millisecond."""
# What the tokenizers take for one word: letters, digits and the accents that stand on them.
_ONE_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")
_RUN = re.compile(r"[^\W_]+")


def match_expressions(words: Words, column: str = "") -> dict[str, str]:
    """Build the FTS5 expression of some words for each index that is to be asked.

    Every text becomes a string of FTS5's own, of which its tokenizer makes a phrase ('A&E' is a, then e), so quotes,
    brackets and operators cannot break it. A word that is not quoted is asked of the stems, which hold it as it is too.
    """
    only = f"{{{column}}} : " if column else ""
    stem = not words.together and bool(_ONE_WORD.fullmatch(words.text))
    said = [] if stem and not words.begins else [_string(words.text) + (" *" if words.begins else "")]
    said += [_string(other) for other in words.also]
    found = {"passage_plain": f"{only}({' OR '.join(said)})"} if said else {}
    if stem:
        found["passage_stem"] = f"{only}({_string(words.text)})"
    return found


def settled(store: Store, words: Words) -> Words:
    """Give the words that a beginning stands for, where they are few: FTS5 is quicker with words it need not look up.

    It keeps an index of beginnings of two and three letters. Of a phrase the last word is the beginning.
    """
    before, _, first = folded(words.text).rpartition(" ")
    if not words.begins or len(first) <= _BEGINNINGS or not first.isalnum():
        return words
    store.db.execute(VOCABULARY)
    rows = store.db.execute(
        "SELECT term FROM temp.passage_words WHERE term >= ? AND term < ? LIMIT ?",
        (first, first + "\U0010ffff", _MOST_MEANT + 1),
    ).fetchall()
    if len(rows) > _MOST_MEANT:
        return words
    return Words(words.text, words.together, also=tuple(f"{before} {row['term']}".strip() for row in rows))


def folded(word: str) -> str:
    """Write a word as the index knows it: small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def any_expression(asked: Iterable[Words], index: str) -> str:
    """Build the expression that marks whatever of these words stands in a passage."""
    every: list[str] = []
    for words in asked:
        found = match_expressions(words).get(index)
        if index == "passage_plain":
            every.append(found or _string(words.text))
        else:
            every += [found or _string(words.text), *(_string(other) for other in words.also)]
    return " OR ".join(every)


def _string(text: str) -> str:
    """Write a text as a string of FTS5. Of a very long one its beginning is asked, which finds no less."""
    for run in islice(_RUN.finditer(text), _MOST_IN_A_PHRASE - 1, _MOST_IN_A_PHRASE):
        text = text[: run.end()]
    return '"' + text.replace('"', " ").replace("\0", " ") + '"'


def rows(store: Store, words: Words, ranges: Ranges) -> list[int]:
    """Give the numbers of every passage that holds these words within these ranges, in their order."""
    lists: list[list[int]] = []
    for one in ranges:
        for index, expression in match_expressions(words, one.column).items():
            # One text of numbers comes out of SQLite in a quarter of the time that as many rows do.
            sql = f"SELECT group_concat(rowid) FROM {index} WHERE {index} MATCH ? AND rowid BETWEEN ? AND ?"
            numbers = store.db.execute(sql, (expression, one.low, one.high)).fetchone()[0]
            lists.append(_numbers(numbers or ""))
    if len(lists) == 1:
        return lists[0]
    in_order = sorted(number for some in lists for number in some)  # each is in order already: this only joins them
    return list(dict.fromkeys(in_order))


def _numbers(text: str) -> list[int]:
    """Read numbers between commas, some at a time: nothing else of Python goes on while they are read."""
    found: list[int] = []
    at = 0
    while at < len(text):
        end = text.find(",", at + _READ_AT_ONCE)
        end = end if end >= 0 else len(text)
        found += json.loads(f"[{text[at:end]}]")
        at = end + 1
    return found


def newest(store: Store, words: Words, one: Range) -> Iterator[int]:
    """Give the numbers of the passages that hold these words within a range, those of the newest events first.

    Only as much of the index is read as is taken, so a common word costs no more than a rare one.
    """
    streams = [_asked(store, index, expr, one) for index, expr in match_expressions(words, one.column).items()]
    if len(streams) == 1:
        yield from streams[0]
        return
    before = -1
    for number in merge(*streams, reverse=True):
        if number != before:
            yield number
        before = number


def _asked(store: Store, index: str, expression: str, one: Range) -> Iterator[int]:
    cursor = store.db.execute(
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
        (expression, one.low, one.high),
    )
    cursor.row_factory = None  # a bare tuple is made in half the time
    while some := cursor.fetchmany(_AT_ONCE):
        for row in some:
            yield row[0]
