# SPDX-License-Identifier: MIT
"""A form that was learnt from one line takes the next one apart, in one pass whatever it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.cuts import Cut
from eqbrief.reading.learnt.forms import card_of, form_of, parts_of_card, take


def taken(text: str, form: str) -> dict[str, str] | None:
    found = take(Cut(text, 0), form)
    return None if found is None else {name: cut.text for name, cut in found.items()}


@pytest.mark.parametrize(
    ("line", "form", "another", "name"),
    [
        ("Larkmoor Trust: Ann Orr (porter)", "{organisation}: {name} ({role})", "Dunmere: Bo Ely (nurse)", "Bo Ely"),
        ("porter\tAnn Orr\tLarkmoor Trust", "{role}\t{name}\t{organisation}", "nurse \t Bo Ely\t\tDunmere", "Bo Ely"),
        ("Ann Orr\n\nporter\n  • Larkmoor Trust", "{name}\n{role}\n{organisation}", "Bo Ely\nnurse\nDunmere", "Bo Ely"),
        ("Led by Ann Orr, porter at Larkmoor Trust.", "Led by {name}, {role} at {organisation}.",
         "Led by  Bo Ely, nurse at Dunmere.", "Bo Ely"),
    ],
)  # fmt: skip
def test_the_form_of_one_line_reads_another(line: str, form: str, another: str, name: str) -> None:
    parts = {"name": "Ann Orr", "role": "porter", "organisation": "Larkmoor Trust"}
    assert form_of(line, parts) == form
    assert taken(line, form) == parts
    assert taken(another, form) == {"name": name, "role": "nurse", "organisation": "Dunmere"}


@pytest.mark.parametrize("another", ["Dunmere – Bo Ely (nurse)", "Dunmere: Bo Ely", ": Bo Ely (nurse)", "", "x" * 900])
def test_a_line_of_another_form_is_left_alone(another: str) -> None:
    assert taken(another, "{organisation}: {name} ({role})") is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Ann Orr, porter", {"name": "Bo Ely"}),
        ("Ann Orr Porter", {"name": "Ann Orr", "role": "Orr Porter"}),
        ("Ann Orrporter", {"name": "Ann Orr", "role": "porter"}),
        ("Ann Orr, " + "who has long been known for her work, a " + "porter", {"name": "Ann Orr", "role": "porter"}),
        ("Ann Orr {x} porter", {"name": "Ann Orr", "role": "porter"}),
    ],
)
def test_what_would_be_no_form_is_none(line: str, parts: dict[str, str]) -> None:
    assert form_of(line, parts) is None


def test_a_card_names_its_parts_each_with_a_form() -> None:
    parts = [(".who", "{name}"), ("p:1", "{role} / {organisation}")]
    form = card_of(parts)
    assert form == "@.who={name}|p:1={role} / {organisation}"
    assert parts_of_card(form) == parts
    assert card_of([("p", "{role} | {organisation}")]) is None
    assert parts_of_card("{name}") == []


pieces = st.lists(st.sampled_from(("{name}", "{role}", "{value}", " ", ", ", "\n", "\t", "x", "(", ")")), max_size=8)


@given(st.text(st.sampled_from("ab ,()\n\t•{}"), max_size=60), pieces.map("".join))
def test_whatever_is_taken_stands_in_the_text_in_its_place(text: str, form: str) -> None:
    found = take(Cut(text, 7), form) or {}
    assert all(text[cut.start - 7 : cut.end - 7] == cut.text and cut.text for cut in found.values())
