# SPDX-License-Identifier: MIT
"""The sample's decks as committed say what their content files say, and a build of the same content agrees."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from eqbrief.files.resources import resource
from tests.make_sample_decks import DECKS, write_deck
from tests.sample_decks.content import contents, digest, points

LIBRARY = tomllib.loads(resource("sample", "library.toml").read_text(encoding="utf-8"))["events"]
PAGES = resource("sample", "pages")

every_deck = pytest.mark.parametrize("content", contents(), ids=lambda content: content["file"])


@every_deck
def test_a_deck_is_small_and_has_enough_slides(content: dict[str, Any]) -> None:
    path = DECKS / content["file"]
    assert path.stat().st_size < 120_000
    assert 6 <= len(content["slide"]) + 1 <= 14
    page = next(PAGES / event["page"] for event in LIBRARY if path.name in str(event["decks"]))
    assert f"{round(path.stat().st_size / 1000)} KB" in page.read_text(encoding="utf-8")


@every_deck
def test_a_built_deck_says_what_its_content_says(content: dict[str, Any]) -> None:
    path = DECKS / content["file"]
    if path.suffix == ".pdf":
        data = path.read_bytes()
        assert data.startswith(b"%PDF-")
        assert digest(content).encode() in data, "run python -m tests.make_sample_decks"
        return
    slides = list(Presentation(str(path)).slides)
    plans = [{"title": content["title"], "notes": content["notes"]}, *content["slide"]]
    assert len(slides) == len(plans)
    for slide, plan in zip(slides, plans, strict=True):
        assert slide.shapes.title.text_frame.text == plan["title"]
        assert slide.notes_slide.notes_text_frame.text == plan["notes"]
        assert (slide._element.get("show") == "0") == bool(plan.get("hidden"))
        if plan is not plans[0]:
            assert words_on(slide) == words_planned(plan)


def words_planned(plan: dict[str, Any]) -> dict[str, Any]:
    """Give what a slide is to show, by kind; levels of the bullets with their words."""
    bullets = points(plan.get("bullets", ""))
    quote = [(0, f"“{plan['quote']}”")] if "quote" in plan else []
    chart = plan.get("chart")
    series = [(one["name"], [float(value) for value in one["values"]]) for one in chart["series"]] if chart else []
    return {
        "points": quote + bullets,
        "table": plan.get("table", []),
        "diagram": plan.get("diagram", []),
        "chart": (chart["categories"], series) if chart else None,
    }


def words_on(slide: Any) -> dict[str, Any]:
    """Give what a slide of a built deck shows, in the shape of `words_planned`."""
    found: dict[str, Any] = {"points": [], "table": [], "diagram": [], "chart": None}
    for shape in slide.shapes:
        if shape.has_chart:
            plot = shape.chart.plots[0]
            found["chart"] = (list(plot.categories), [(one.name, list(one.values)) for one in plot.series])
        elif shape.has_table:
            found["table"] = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        elif shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found["diagram"] = [part.text_frame.text for part in shape.shapes if part.text_frame.text]
        elif shape != slide.shapes.title:
            found["points"] = [(line.level, line.text) for line in shape.text_frame.paragraphs]
    return found


def test_the_decks_have_one_of_everything() -> None:
    slides = [slide for content in contents() for slide in content["slide"]]
    kinds = {
        kind: len([slide for slide in slides if kind in slide]) for kind in ("table", "chart", "diagram", "hidden")
    }
    assert kinds["hidden"] == 1
    assert kinds["chart"] >= 2
    assert kinds["diagram"] >= 1
    assert kinds["table"] >= 5
    assert sorted(Path(content["file"]).suffix for content in contents()) == [".pdf"] * 3 + [".pptx"] * 7


@pytest.mark.parametrize(
    "name", ["Leading through discomfort.pptx", "Presentation 140323.pptx", "Night staff wellbeing 110624.pdf"]
)
def test_building_twice_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    content = next(content for content in contents() if content["file"] == name)
    once = write_deck(content, tmp_path).read_bytes()
    assert write_deck(content, tmp_path).read_bytes() == once
