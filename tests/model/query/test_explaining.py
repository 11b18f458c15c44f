# SPDX-License-Identifier: MIT
"""How a query was understood reads as a sentence."""

import pytest

from eqbrief.model.query import explain, parse

SAID = [
    ("bystander", "Events with “bystander”."),
    (
        'bystander "executive sponsor" after:2023',
        "Events held on or after 1 January 2023, with “bystander” and exactly “executive sponsor” anywhere.",
    ),
    ("before:2024-02", "Events held on or before 29 February 2024."),
    ("before:2023", "Events held on or before 31 December 2023."),
    ("after:2023-05-12 before:2023-06-01", "Events held on or after 12 May 2023, held on or before 1 June 2023."),
    ("year:2021-2023 pay", "Events held in 2021 to 2023, with “pay”."),
    ("equalit*", "Events with words that begin with “equalit”."),
    ("a OR b", "Events with “a” or “b”."),
    ("pay -gap", "Events with “pay”, without “gap”."),
    ("pay kind:slide", "Events with “pay”. Only slides are listed."),
    ("pay in:note,table", "Events with “pay”, looking in notes and tables only."),
    ("pay -in:title", "Events with “pay”, looking anywhere but in titles."),
    ("is:starred has:deck", "Events that are starred, with a deck."),
    ("tag:6 has:evidence", "Events tagged as evidence for “6”, with evidence for an action of a framework."),
    ("person:wren -topic:pay", "Events with “wren” taking part, not on the topic “pay”."),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "said"), SAID)
def test_it_reads_as_a_sentence(typed: str, said: str) -> None:
    assert explain(parse(typed)) == said
