# SPDX-License-Identifier: MIT
"""Two versions of a deck: what is reported is what was done, for decks edited at random and for those of every day."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.matching import compare_slides, compare_words
from eqbrief.model import DeckChanges, Slide, no_text
from tests.matching.editing import Edit, edited


def reported(found: DeckChanges) -> set[Edit]:
    """Write what was reported as the key is written."""
    return {
        (what, one.before or 0, one.after or 0)
        for one in found.slides
        for what in one.what
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_the_reported_set_is_the_made_one(seed: int) -> None:
    made = edited(seed)
    assert reported(compare_slides(made.before, made.after)) == made.edits


def slide(number: int, body: str, title: str = "", **more) -> Slide:
    text = no_text() | {"title": title, "body": body, **{k: more.pop(k) for k in ("notes", "table") if k in more}}
    return Slide(number, title or None, text=text, **more)


def deck(*bodies: str) -> tuple[Slide, ...]:
    return tuple(slide(number, body) for number, body in enumerate(bodies, start=1))


def test_the_same_deck_has_no_changes() -> None:
    made = edited(1)
    found = compare_slides(made.before, made.before)
    assert found.is_same and reported(found) == set()
    assert [one.after for one in found.slides] == [one.number for one in made.before]
    assert compare_slides((), ()).is_same


def test_every_slide_stands_once_in_the_order_of_the_newer_deck() -> None:
    found = compare_slides(deck("A first", "B second", "C third"), deck("C third", "X new one", "A first"))
    assert [(one.before, one.after) for one in found.slides] in (
        [(3, 1), (None, 2), (1, 3), (2, None)],
        [(2, None), (3, 1), (None, 2), (1, 3)],
    )


def test_what_was_taken_out_and_put_in_stands_by_its_place() -> None:
    old = (slide(1, "We ask first, then act.", "Rotas", notes="Say it slowly"),)
    new = (slide(1, "We ask twice, then act.", "Rotas", notes="Say it slowly and smile"),)
    (one,) = compare_slides(old, new).slides
    assert one.what == ("reworded",)
    assert [(w.place, w.taken_out, w.put_in) for w in one.words] == [
        ("body", ("first",), ("twice",)),
        ("notes", (), ("and smile",)),
    ]


def test_blanks_and_ends_of_lines_are_no_words() -> None:
    assert compare_slides(deck("We ask  first\nthen act"), deck("We ask first then\n act")).is_same


@pytest.mark.parametrize("foot", ["{n}", "Page {n} of {whole}", "{n} / {whole}", "Larkmoor | {n}", "‹{n}›"])
def test_a_number_that_only_counts_the_slides_is_no_change(foot: str) -> None:
    bodies = ["Rotas that hold", "Who asks whom", "What we learnt", "Where to go on", "Thanks to all"]

    def numbered(words: list[str]) -> tuple[Slide, ...]:
        return deck(*(f"{body}\n{foot.format(n=n, whole=len(words))}" for n, body in enumerate(words, start=1)))

    new = ["One that is new", *bodies]
    assert reported(compare_slides(numbered(bodies), numbered(new))) == {("added", 0, 1)}


def test_a_number_that_says_something_is_a_change() -> None:
    assert reported(compare_slides(deck("Staff: 1"), deck("Staff: 2"))) == {("reworded", 1, 1)}


def test_slides_that_are_alike_keep_their_place() -> None:
    old = deck("Alpha beta", "Questions?", "Gamma delta", "Questions?", "Epsilon zeta")
    assert reported(compare_slides(old, deck("Alpha beta", "Gamma delta", "Questions?", "Epsilon zeta"))) == {
        ("removed", 2, 0)
    }


def test_a_picture_in_the_place_of_another_is_a_change_of_pictures() -> None:
    old = (slide(1, "The ward", pictures=1, prints=("a1",), alternatives=("A ward",)),)
    assert reported(compare_slides(old, (replace(old[0], prints=("b2",)),))) == {("pictures", 1, 1)}
    assert reported(compare_slides(old, (replace(old[0], alternatives=("A ward at night",)),))) == {("pictures", 1, 1)}


def test_pictures_without_a_word_are_known_by_what_they_are() -> None:
    def only(number: int, mark: str) -> Slide:
        return Slide(number, pictures=1, prints=(mark,))

    old, new = (only(1, "a"), only(2, "b"), only(3, "c")), (only(1, "c"), only(2, "a"), only(3, "b"))
    assert reported(compare_slides(old, new)) == {("moved", 3, 1)}
    # Of a picture in the place of another nobody can say that it is the same slide, but that is what most people mean.
    assert reported(compare_slides(old, (only(1, "a"), only(2, "z"), only(3, "c")))) == {("pictures", 2, 2)}


def test_a_slide_in_its_place_under_its_title_is_the_same_slide_however_much_is_new() -> None:
    old = (slide(1, "Welcome to all"), slide(2, "Ask nurses about rotas", "Next steps"), slide(3, "Thanks"))
    new = (slide(1, "Welcome to all"), slide(2, "Publish figures each quarter", "Next steps"), slide(3, "Thanks"))
    assert reported(compare_slides(old, new)) == {("reworded", 2, 2)}


def test_one_slide_for_a_quite_different_one_is_one_out_and_one_in() -> None:
    old, new = deck("Welcome to all", "Ask nurses about rotas"), deck("Welcome to all", "Figures of the quarter")
    assert reported(compare_slides(old, new)) == {("removed", 2, 0), ("added", 0, 2)}


def test_hidden_and_shown_and_links_are_told() -> None:
    from eqbrief.model import SlideLink

    old = slide(1, "Rotas that hold")
    (one,) = compare_slides((old,), (replace(old, hidden=True),)).slides
    assert one.what == ("hidden",)
    (one,) = compare_slides((replace(old, hidden=True),), (old,)).slides
    assert one.what == ("shown",)
    (one,) = compare_slides((old,), (replace(old, links=(SlideLink("More", "https://larkmoor.example/"),)),)).slides
    assert one.what == ("links",)


_SAID = st.lists(st.sampled_from(["a", "b", "c", "d,", "e.", "(f)", "g's", "h-i"]))


@given(_SAID, _SAID)
def test_word_differences_lose_nothing(old: list[str], new: list[str]) -> None:
    pieces = compare_words(" ".join(old), " ".join(new))
    said = {kind: "".join(p.text for p in pieces if p.kind in ("same", kind)) for kind in ("in", "out")}
    assert said["in"].split() == " ".join(new).split()
    assert said["out"].split() == " ".join(old).split()
    assert all(p.kind == "same" for p in pieces) == (old == new)
    assert all(a.kind != b.kind for a, b in pairwise(pieces))


def test_very_long_texts_are_compared_soon() -> None:
    old = " ".join(f"word{n % 7}" for n in range(20_000))
    begun = time.monotonic()
    (one,) = [piece for piece in compare_words(old, old.replace("word3", "word8", 1)) if piece.kind == "in"]
    assert one.text == " word8"
    # Too much of it for any figure to be weighed: all of it is new, and nothing is lost.
    pieces = compare_words(old, "first " + old.replace("word3 word4", "word4 word3") + " last")
    assert [piece.kind for piece in pieces] == ["out", "in"]
    assert pieces[0].text == old and time.monotonic() - begun < 5
