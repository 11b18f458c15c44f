# SPDX-License-Identifier: MIT
"""Set a sample deck as PDF, because organisers publish those too."""

import json
from typing import Any

import typst

from eqbrief.files.resources import resource
from tests.sample_decks.content import HERE, LOOKS, digest, points


def build_pdf(content: dict[str, Any]) -> bytes:
    """Set a deck as a tagged PDF, one slide a page, with typst; the content goes in as data, never as markup."""
    look = LOOKS[content["look"]]
    slides = [{**slide, "points": points(slide.get("bullets", ""))} for slide in content["slide"]]
    day = content["date"]
    data = {**content, "look": look._asdict(), "slide": slides, "digest": digest(content)}
    data["date"] = [day.year, day.month, day.day]
    return typst.compile(
        str(HERE / "deck.typ"),
        root=str(HERE),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        sys_inputs={"deck": json.dumps(data)},
        pdf_standards="ua-1",
    )
