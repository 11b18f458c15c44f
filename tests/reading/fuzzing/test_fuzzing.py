# SPDX-License-Identifier: MIT
"""Whatever comes in: a draft or a sentence, the same twice. Drawn page by page, and made of good files by damage.

The second is the short form of the long run, `python -m tests.reading.fuzzing`.
"""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.model import Draft, DraftPerson, Evidence
from tests.reading.fuzzing.drawing import files
from tests.reading.fuzzing.judging import NAMES, faults, faults_of
from tests.reading.fuzzing.mutating import PIECES, mutated
from tests.reading.fuzzing.seeds import made_up

SHORT = 400
SEEDS = made_up()


@settings(max_examples=200)
@given(data=files(), name=st.sampled_from(NAMES))
def test_any_file_gives_a_draft_or_a_sentence_the_same_twice(data: bytes, name: str):
    assert faults(data, name) == []


@settings(max_examples=200)
@given(seed=st.sampled_from(sorted(SEEDS)), chance=st.integers(0, 1 << 32))
def test_a_good_file_that_is_damaged_is_still_read_or_refused(seed: str, chance: int):
    assert faults(mutated(SEEDS[seed], Random(chance), tuple(SEEDS.values())), seed) == []


@pytest.mark.parametrize("name", SEEDS)
def test_the_good_files_are_good(name: str):
    assert faults(SEEDS[name], name) == []


def test_damage_is_the_same_each_time_and_often_something_new():
    data = SEEDS["panel.html"]
    made = [mutated(data, Random(number)) for number in range(SHORT)]
    assert made == [mutated(data, Random(number)) for number in range(SHORT)]
    assert len({*made, data}) > SHORT // 2
    assert any(piece in one and piece not in data for one in made for piece in PIECES if len(piece) > 5)


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (Draft("x", title="Tea\x07"), "title is"),
        (Draft("x", title=" Tea"), "title is"),
        (Draft("x", people=(DraftPerson(""),)), "people.0.name is"),
        (Draft("x", starts_at="2024-02-30"), "starts_at is no date"),
        (Draft("x", starts_at="2024-02-20T25:00"), "starts_at is no date"),
        (Draft("x", starts_at="2024-02-20T09:00", ends_at="2024-02-20T08:00"), "it ends before it starts"),
        (Draft("x", title="Tea", text="Tea", evidence={"title": (Evidence(1, 4, "Tea", "x", 0.9),)}), "does not stand"),
        (
            Draft("x", title="Tea", text="Tea", evidence={"people.0.name": (Evidence(0, 3, "Tea", "x", 1),)}),
            "of nothing",
        ),
        (Draft("x", kind="listing", events=(Draft("x", kind="event", title="Tea"),)), "sessions are not its events"),
    ],
)
def test_the_judge_sees_what_it_is_there_to_see(draft: Draft, says: str):
    assert any(says in fault for fault in faults_of(draft))


def test_the_judge_sees_a_second_reading_that_differs():
    drafts = iter([Draft("x", title="Tea"), Draft("x", title="Cake")])
    assert faults(b"", "x", lambda *_: next(drafts)) == ["reading again gives something else"]
