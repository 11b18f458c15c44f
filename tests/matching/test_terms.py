# SPDX-License-Identifier: MIT
"""Acronyms that a text writes out are found both ways, with the right words, and none is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.matching.terms import acronyms_in, term_key, written_out


def pairs(text: str) -> list[tuple[str, str]]:
    return [(found.short, found.long) for found in written_out(text)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("An NHS equality, diversity and inclusion (EDI) plan", "EDI", "equality, diversity and inclusion"),
        ("outcomes in the Quiet shift rota standard (QSRS), and", "QSRS", "Quiet shift rota standard"),
        ("NHS Lyme, Lymeshire and Wexcombe (LLW) works", "LLW", "Lyme, Lymeshire and Wexcombe"),
        ("said the ICB (Integrated Care Board) at noon", "ICB", "Integrated Care Board"),
        ("a Freedom to Speak Up (FTSU) guardian", "FTSU", "Freedom to Speak Up"),
        ("patients in accident and emergency (A&E) wait", "A&E", "accident and emergency"),
        ("lesbian, gay, bisexual and trans (LGBT+) staff", "LGBT+", "lesbian, gay, bisexual and trans"),
        ("The Royal College of Psychiatrists (RCPsych) said", "RCPsych", "Royal College of Psychiatrists"),
        ("two general practitioners (GPs) came", "GPs", "general practitioners"),
        ("a personal health record (PHR, since 2019)", "PHR", "personal health record"),
        ("attention deficit hyperactivity disorder (ADHD)", "ADHD", "attention deficit hyperactivity disorder"),
        ("authentication, authorization and audit (AAA)", "AAA", "authentication, authorization and audit"),
        ("each primary\ncare network (PCN) has", "PCN", "primary care network"),
        ("a full-time equivalent (FTE) post", "FTE", "full-time equivalent"),
        (
            "The National Institute for Health and Care Excellence (NICE)",
            "NICE",
            "National Institute for Health and Care Excellence",
        ),
    ],
)
def test_an_acronym_and_its_long_form(text: str, short: str, long: str):
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "The NHS is not written out here. NHS staff (NHS) know.",
        "Ada Quill (BMA) and Tom Whitlock (RCN)",
        "the University of Kentmere (UK)",
        "slides of the talk (PDF)",
        "It ended. Care began (CQC)",
        "see section two (II)",
        "Extinction (XR)",
        "one thing after the other (TLA)",
        "New York (NY) and Washington State (WA)",
        "for all of us (2024)",
    ],
)
def test_what_is_no_acronym_of_the_words_before_it(text: str):
    assert pairs(text) == []


def test_each_is_found_as_often_as_it_is_written_out_and_where():
    text = "Quiet shift lead (QSL). Then a quiet shift lead (QSL)."
    assert [(found.start, text[found.start : found.start + 3]) for found in written_out(text)] == [
        (18, "QSL"),
        (49, "QSL"),
    ]


def test_spellings_of_one_meaning_share_a_key_and_two_meanings_do_not():
    assert term_key("GPs", "general practitioners") == term_key("GP", "General Practitioner")
    assert term_key("EDI", "equality, diversity & inclusion") == term_key("EDI", "Equality, Diversity and Inclusion")
    assert term_key("CT", "computed tomography") != term_key("CT", "change tracking")


def test_known_acronyms_are_found_as_words_of_their_own():
    known = frozenset({"ICB", "EDI", "A&E"})
    text = "ICBs and the ICB's EDI plan; not EDIT, MICB or A&Eish, but A&E."
    assert [text[start:end] for start, end, _ in acronyms_in(text, known)] == ["ICB", "ICB", "EDI", "A&E"]


@given(st.text(alphabet="AbC (D)e.\nf&-1", max_size=80))
def test_no_text_is_too_strange(text: str):
    for found in written_out(text):
        assert text[found.start :].startswith(found.short)
        assert found.long.strip() == found.long != ""
