# SPDX-License-Identifier: MIT
"""Find slides and questions again: inserted before, moved, deleted, edited, alike, with a picture alone."""

import random

import pytest

from eqbrief.matching import find_again

BOILERPLATE = "Larkmoor Alliance · Fair Shifts programme · in confidence"
WORDS = [
    "rota",
    "ward",
    "night",
    "nurse",
    "porter",
    "shift",
    "rest",
    "survey",
    "chart",
    "staff",
    "leave",
    "team",
    "sickness",
    "pay",
    "bank",
    "agency",
    "manager",
    "plan",
    "trial",
    "month",
    "figure",
    "board",
    "union",
    "shared",
    "reply",
    "change",
    "office",
    "clinic",
    "bed",
    "visit",
    "count",
    "share",
    "rise",
    "fall",
    "answer",
    "question",
    "path",
]


def slide(chance: random.Random, number: int) -> str:
    title = " ".join(chance.sample(WORDS, 3)) + f" {number}"
    lines = [" ".join(chance.sample(WORDS, chance.randint(4, 9))) for _ in range(chance.randint(1, 5))]
    return "\n".join([title, *lines, BOILERPLATE])


def edited(chance: random.Random, text: str) -> str:
    """Change a word in ten of a slide, but its title at most by one."""
    title, *lines = text.split("\n")
    words = [[chance.choice(WORDS) if chance.random() < 0.1 else word for word in line.split()] for line in lines]
    return "\n".join([title, *(" ".join(line) for line in words)])


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_slides_are_where_they_are_or_said_to_be_gone(seed):
    """Each of 100 slides is found after others were inserted, moved, edited and deleted; a deleted one is never."""
    chance = random.Random(seed)
    before = [slide(chance, number) for number in range(1, 101)]
    order = [(number, text) for number, text in enumerate(before, 1) if chance.random() > 0.2]
    for _ in range(10):
        order.insert(chance.randrange(len(order)), order.pop(chance.randrange(len(order))))
    for _ in range(15):
        order.insert(chance.randrange(len(order)), (0, slide(chance, 900 + chance.randrange(99))))
    after = [(number, edited(chance, text) if chance.random() < 0.3 else text) for number, text in order]
    texts = [text for _, text in after]
    wrong, lost, gone = [], [], 0
    for number, text in enumerate(before, 1):
        found = find_again(text, number, texts)
        truth = next((at for at, (was, _) in enumerate(after, 1) if was == number), None)
        gone += truth is None
        if found is not None and found != truth:
            wrong.append(number)
        elif found is None and truth is not None:
            lost.append(number)
    assert wrong == [] and lost == [] and gone > 5


@pytest.mark.parametrize(
    ("words", "number", "texts", "found"),
    [
        ("Questions?", 3, ["Questions?", "Rotas", "Other", "Questions?"], 4),
        ("Questions?", 2, ["Questions?", "Rotas", "Other", "Questions?"], 1),
        ("", 2, ["Rotas", "", "Other"], 2),
        ("", 2, ["Rotas", "Now with words", ""], None),
        ("", None, ["", ""], None),
        ("", 9, ["", ""], None),
        ("Rotas\nwho decides what", 1, [], None),
        ("Rotas\nwho decides what", 1, ["Beds\nhow many there are"], None),
        ("ROTAS – who decides?", 5, ["Beds", "Rotas: who decides"], 2),
    ],
)
def test_equal_ones_are_told_by_number_and_pictures_by_it_alone(words, number, texts, found):
    assert find_again(words, number, texts) == found


def test_two_slides_of_one_boilerplate_differ_by_their_titles():
    frame = "Figures for the quarter, by site and by band, as counted by the programme office on the last day of it"
    assert find_again(f"Staff in post\n{frame}", 1, [f"Sickness absence\n{frame}"]) is None
    texts = [f"Sickness absence\n{frame}", f"Staff in post, 2024\n{frame}"]
    assert find_again(f"Staff in post\n{frame}", 1, texts) == 2
