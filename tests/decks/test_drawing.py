# SPDX-License-Identifier: MIT
"""Pages are drawn in the child process, their words know where they stand, and every trouble is a sentence."""

import os
import random
import threading
import time
from pathlib import Path

import pytest

from eqbrief.decks import PasswordWanted
from eqbrief.decks.drawing import PageDrawer, Picture
from eqbrief.files import resource
from eqbrief.model import UserError
from tests.decks.making import deck, pdf


@pytest.fixture
def drawer():
    made = PageDrawer()
    yield made
    made.close()


@pytest.fixture
def paper(tmp_path) -> Path:
    """Give a PDF of 720 × 540 points: a page of two lines, and one with a red square at its lower left."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf([("Kinder rotas", 40, 440), ("for night staff", 20, 60)], []))
    return file


def pixel(picture: Picture, across: float, down: float) -> tuple[int, int, int]:
    """Give red, green and blue at a place in parts of the picture."""
    at = int(down * picture.height) * picture.stride + int(across * picture.width) * 4
    blue, green, red = picture.data[at : at + 3]
    return red, green, blue


def test_a_page_is_drawn_at_the_wanted_width(drawer, paper):
    assert drawer.pages(paper) == ((720.0, 540.0), (720.0, 540.0))
    picture = drawer.draw(paper, 2, 800)
    assert (picture.width, picture.height) == (800, 600)
    assert len(picture.data) == picture.stride * picture.height
    red = pixel(picture, 0.3, 0.7)
    assert red[0] > 240 and red[1] < 20
    assert pixel(picture, 0.9, 0.1) == (255, 255, 255)
    assert drawer.draw(paper, 2, 120).width == 120


def test_a_page_that_would_be_too_large_is_drawn_smaller(drawer, paper):
    picture = drawer.draw(paper, 1, 100_000)
    assert 11_000_000 < picture.width * picture.height < 12_100_000


def test_words_know_where_they_stand(drawer, paper):
    words = drawer.words(paper, 1)
    assert [word.text for word in words] == ["Kinder", "rotas", "for", "night", "staff"]
    first, low = words[0], words[2]
    assert abs(first.left - 40 / 720) < 0.01 and first.top < 1 - 440 / 540 < first.bottom + 0.02
    assert low.top > 0.8 and low.left < words[3].left < words[4].left
    assert all(0 <= word.left < word.right <= 1 and 0 <= word.top < word.bottom <= 1 for word in words)
    assert drawer.words(paper, 2) == ()


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_words_of_a_turned_page_stand_where_they_are_seen(drawer, paper, turned):
    paper.write_bytes(paper.read_bytes().replace(b"/MediaBox", b"/Rotate %d/MediaBox" % turned))
    boxes = [(word.left, word.top, word.right, word.bottom) for word in drawer.words(paper, 1)]
    picture = drawer.draw(paper, 1, 360)
    places = [(x / picture.width, y / picture.height) for x in range(picture.width) for y in range(picture.height)]
    dark = [(x, y) for x, y in places if max(pixel(picture, x, y)) < 120]
    inside = [(x, y) for x, y in dark if any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)]
    assert len(dark) > 100 and len(inside) > 0.95 * len(dark)
    assert sum((b[2] - b[0]) * (b[3] - b[1]) for b in boxes) < 0.1


def test_a_file_that_changed_is_opened_anew(drawer, paper):
    assert len(drawer.pages(paper)) == 2
    paper.write_bytes(pdf([("One page", 40, 440)]))
    assert len(drawer.pages(paper)) == 1


def test_a_password_is_asked_for_and_told_apart(drawer, tmp_path):
    file = tmp_path / "locked.pdf"
    file.write_bytes(pdf([("Kinder rotas", 40, 440)], password="sesame"))
    with pytest.raises(PasswordWanted) as needed:
        drawer.pages(file)
    assert not needed.value.wrong
    with pytest.raises(PasswordWanted) as wrong:
        drawer.draw(file, 1, 300, "open")
    assert wrong.value.wrong
    assert drawer.draw(file, 1, 300, "sesame").width == 300


def test_every_trouble_is_a_sentence(drawer, paper, tmp_path):
    broken, other = tmp_path / "broken.pdf", tmp_path / "other.pdf"
    broken.write_bytes(paper.read_bytes()[:60])
    other.write_bytes(deck())
    for what in (
        lambda: drawer.pages(broken),
        lambda: drawer.pages(other),
        lambda: drawer.pages(tmp_path / "gone.pdf"),
        lambda: drawer.draw(paper, 3, 300),
        lambda: drawer.words(paper, 0),
    ):
        with pytest.raises(UserError, match="Could not draw"):
            what()
    assert len(drawer.pages(paper)) == 2


def test_another_thread_can_end_what_is_drawn_and_the_next_page_comes(drawer, paper, tmp_path):
    hard = tmp_path / "hard.pdf"
    lines = [("Kinder rotas for night staff", 3, up) for up in range(4000)]
    hard.write_bytes(pdf(lines))
    drawer.pages(paper)
    ending = threading.Timer(0.05, drawer.interrupt)
    ending.start()
    began = time.monotonic()
    try:
        while time.monotonic() - began < 20:
            drawer.draw(hard, 1, 4000)
    except UserError as error:
        assert "stops whatever draws it" in error.what
    else:
        pytest.fail("nothing was ended")
    ending.join()
    assert drawer.draw(paper, 1, 300).width == 300


def test_a_process_that_was_killed_meanwhile_is_replaced(drawer, paper):
    drawer.pages(paper)
    os.kill(drawer._child._process.pid, 9)
    drawer._child._process.wait()
    assert drawer.draw(paper, 1, 300).width == 300


def test_damaged_files_are_drawn_or_said_and_the_next_page_comes(drawer, paper, tmp_path):
    """Forty copies of a real deck with a few bytes changed or cut, the same each time."""
    whole = resource("sample", "decks", "Summer meeting slides 040723.pdf").read_bytes()
    chance, outcomes = random.Random(4), {"drawn": 0, "said": 0}
    for number in range(40):
        data = bytearray(whole)
        for _ in range(chance.choice((3, 30, 300))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
        try:
            drawer.draw(file, 1, 200)
            drawer.words(file, 1)
            outcomes["drawn"] += 1
        except UserError:
            outcomes["said"] += 1
    assert outcomes["drawn"] > 3 and outcomes["said"] > 3
    assert drawer.draw(paper, 1, 200).width == 200
