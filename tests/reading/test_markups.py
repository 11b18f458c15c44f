# SPDX-License-Identifier: MIT
"""The labelled real pages say the same whichever way a site wrote them and a browser saved them, and so do ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes
from tests.reading.forms import FORMS, as_html, as_mhtml, as_webarchive, nodes_of
from tests.reading.invented import CASES, PANEL, Case
from tests.reading.scoring import Labelled, labelled_pages, score
from tests.reading.test_pages import check

Way = Callable[[str, str], Draft]
SAVED: dict[str, Way] = {
    "as one file by Chromium": lambda text, title: read_bytes(as_mhtml(text, "lists", "", title), "p.mhtml"),
    "with its frame": lambda text, title: read_bytes(as_mhtml(text, "framed", "", title), "p.mht"),
    "by Safari": lambda text, title: read_bytes(as_webarchive(text, "cards", title), "p.webarchive"),
}
WAYS: dict[str, Way] = {
    **{
        form: lambda text, title, form=form: read_bytes(as_html(text, form, title).encode(), "p.html") for form in FORMS
    },
    **SAVED,
}
NEAR = 0.02


@pytest.fixture(scope="module")
def as_text() -> dict[str, float]:
    """Keep the figure of the text pages, which the others are measured by."""
    return {}


def figure(pages: list[Labelled], way: Way) -> tuple[float, list[str]]:
    return score((page, way(page.text, page.title)) for page in pages)


@pytest.mark.parametrize("name", WAYS)
def test_the_labelled_pages_in_every_markup(real_files: Path, as_text: dict[str, float], name: str):
    pages = labelled_pages(real_files / "pages")
    if "mean" not in as_text:
        as_text["mean"], _ = figure(pages, lambda text, _: read_bytes(text.encode(), "p.txt"))
    mean, faults = figure(pages, WAYS[name])
    assert as_text["mean"] >= 0.95
    assert mean >= as_text["mean"] - NEAR, "\n".join(faults)


@pytest.mark.parametrize("name", SAVED)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_invented_pages_as_browsers_save_them(case: Case, name: str):
    check(SAVED[name](case.text, ""), case)


def test_a_page_is_divided_as_it_reads():
    assert [node.kind for node in nodes_of(PANEL.text)] == [
        *("line", "title", "line", "text", "list", "label", "label", "list", "label", "list", "text", "text"),
        *("label", "list"),
    ]
