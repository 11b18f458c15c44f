# SPDX-License-Identifier: MIT
"""Names in the lines of notes: read, begun and written."""

import pytest

from eqbrief.model.mentions import (
    event_mention,
    mention_at,
    mention_begun,
    mentions_in,
    same_tag,
    slide_mention,
    slide_named,
    topic_mention,
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ask @Ada Larch about it", [("@", "Ada Larch")]),
        ("- [ ] @Rafiq van der Umberley by Friday", [("@", "Rafiq van der Umberley")]),
        ("(@Éva Ødegård-Bell)", [("@", "Éva Ødegård-Bell")]),
        ("@Ada and the rest", [("@", "Ada")]),
        ("mail ada@larkmoor.example", []),
        ("# A heading", []),
        ("about #Race-equality, #A&E and #3", [("#", "Race-equality"), ("#", "A&E")]),
        ("see [[Kinder rotas (1 May 2024)]] [[slide 3 of Rotas]]", [
            ("[[", "Kinder rotas (1 May 2024)"), ("[[", "slide 3 of Rotas"),
        ]),
        ("a [link](https://larkmoor.example/#part)", []),
        ("[[]] and [[ unfinished", []),
    ],
)  # fmt: skip
def test_names_are_found(line, found):
    assert [(one.sign, one.words) for one in mentions_in(line)] == found
    for one in mentions_in(line):
        assert line[one.start : one.end].strip("[]@#") == one.words


@pytest.mark.parametrize(
    ("before", "begun"),
    [
        ("Ask @", ("@", "")),
        ("Ask @Ada La", ("@", "Ada La")),
        ("@", ("@", "")),
        ("x [[slide 3", ("[[", "slide 3")),
        ("#", ("#", "")),
        ("about #ra", ("#", "ra")),
        ("ada@larkmoor", None),
        ("# heading", None),
        ("## ", None),
        ("[[closed]] and", None),
        ("plain", None),
    ],
)
def test_a_name_that_is_being_typed_is_known(before, begun):
    found = mention_begun(before)
    assert (found and (found.sign, found.words)) == begun
    if found:
        assert before[found.start :] == f"{found.sign}{found.words}"


def test_a_place_within_or_right_behind_a_name_is_on_it():
    line = "Ask @Ada Larch now"
    assert [at for at in range(len(line)) if mention_at(line, at)] == list(range(4, 15))


def test_what_is_written_is_read_again():
    assert topic_mention("Race equality / board") == "#Race-equality-board"
    assert same_tag("Race equality", "race-equality") and not same_tag("Race equality", "race")
    assert event_mention("What [we] tried\nfirst") == "[[What we tried first]]"
    (found,) = mentions_in(slide_mention(12, "Rotas [final]"))
    assert slide_named(found.words) == (12, "Rotas final") and slide_named("Kinder rotas") is None
