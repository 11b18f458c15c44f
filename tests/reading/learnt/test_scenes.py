# SPDX-License-Identifier: MIT
"""What stands at a place or behind a label is found, with its own place in the page's text."""

import pytest

from eqbrief.reading.blocks import page_of_text
from eqbrief.reading.learnt.scenes import Scene, inside, scene_of, spots_at
from eqbrief.reading.learnt.wheres import best_first, labels_at, places_at
from eqbrief.reading.markup import page_of_html

PAGE = """<nav class=trail><ol><li>Home</li><li>Autumn</li></ol></nav><main data-topics="Rest; Rotas">
<h1>Rest at night</h1><div class="when post-7">3 May 2024</div><p>Convener: Ann Orr</p><h2>Guests</h2><ul class=who>
<li>Bo Ely</li><li>Cy Fay</li></ul>
<h2>More</h2><p>Nothing.</p></main>"""
TEXT = """Rest at night

Convener: Ann Orr

Guests

- Bo Ely
- Cy Fay

Papers

- Rotas
"""


@pytest.fixture(scope="module")
def scene() -> Scene:
    return scene_of(page_of_html(PAGE, "page.html"))


def said(scene: Scene, how: str, what: str) -> list[str]:
    return [spot.cut.text for spot in spots_at(scene, how, what)]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (".when", ["3 May 2024"]),
        ("h1", ["Rest at night"]),
        (".who li", ["Bo Ely", "Cy Fay"]),
        (".who li:2", ["Cy Fay"]),
        ("main .who li:1", ["Bo Ely"]),
        (".trail li:2", ["Autumn"]),
        ("[data-topics]", ["Rest; Rotas"]),
        (".who p", []),
        (".absent", []),
        ("", []),
        ("::: li", []),
    ],
)
def test_places(scene: Scene, what: str, words: list[str]) -> None:
    assert said(scene, "place", what) == words


def test_what_is_shown_knows_its_place_and_what_is_not_says_so(scene: Scene) -> None:
    (shown,), (hidden,) = spots_at(scene, "place", ".when"), spots_at(scene, "place", ".trail li:2")
    assert scene.page.text[shown.cut.start : shown.cut.end] == "3 May 2024"
    assert (shown.seen, hidden.seen) == (True, False)


@pytest.mark.parametrize(
    ("what", "words"),
    [("Convener", ["Ann Orr"]), ("guests:", ["Bo Ely", "Cy Fay"]), ("Absent", []), ("", []), ("More", ["Nothing."])],
)
def test_labels_of_markup(scene: Scene, what: str, words: list[str]) -> None:
    assert said(scene, "label", what) == words


@pytest.mark.parametrize(
    ("what", "words"), [("convener", ["Ann Orr"]), ("Guests", ["Bo Ely", "Cy Fay"]), ("Papers", ["Rotas"])]
)
def test_labels_of_text(what: str, words: list[str]) -> None:
    assert said(scene_of(page_of_text(TEXT, "page.txt")), "label", what) == words


def test_an_element_inside_another(scene: Scene) -> None:
    (around,) = spots_at(scene, "place", ".who")
    found = inside(scene, around.region, "li:2")
    assert found is not None and found.cut.text == "Cy Fay"
    assert inside(scene, around.region, "h2") is None


def test_places_and_labels_are_named_the_most_telling_first(scene: Scene) -> None:
    at = scene.page.text.index("Cy Fay")
    ranked = [*places_at(scene, at, at + 6), *labels_at(scene, at)]
    assert best_first(ranked)[:3] == [("place", ".who"), ("label", "Guests"), ("place", ".who li")]
    assert ("label", "Guests") not in best_first(ranked, frozenset({"guests"}))


def test_a_class_with_figures_and_a_label_with_a_day_tell_nothing(scene: Scene) -> None:
    at = scene.page.text.index("3 May")
    assert ("place", ".post-7") not in best_first(places_at(scene, at, at + 5))
    assert best_first([(0, ("label", "3 May 2024")), (0, ("label", "Held"))]) == [("label", "Held")]
