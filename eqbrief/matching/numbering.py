# SPDX-License-Identifier: MIT
"""Leave out of slides the numbers that only count them, which change on every slide behind one that was put in."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from eqbrief.model import Slide

_ALONE = re.compile(r"\W*(?:(?:page|slide|p\.)\s*)?(\d{1,5})\W*(?:(?:of|/|\|)\s*\d{1,5}\W*)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}")
_OFTEN = 0.3
"""On how many of the slides a line must stand, but for its number, to be one that counts them."""


def without_numbers(slides: Sequence[Slide]) -> list[Slide]:
    """Give the slides without lines that are their number alone, and with the number taken out of their footers.

    A line is taken for a footer where it stands on many slides, alike but for each slide's own number in it.
    """
    whole = len(slides)
    feet = Counter(foot for slide in slides for foot in {_foot(slide, line, whole) for line in _lines(slide)} if foot)
    usual = {foot for foot, many in feet.items() if many >= max(3, _OFTEN * whole)}
    # One that counts alone on a slide may be a figure that happens to be its number.
    counting = sum(any(_counts(slide, line) for line in _lines(slide)) for slide in slides)
    counted = counting >= max(2, _OFTEN * whole)
    return [_cleared(slide, usual, whole, counted=counted) for slide in slides]


def _cleared(slide: Slide, usual: set[str], whole: int, *, counted: bool) -> Slide:
    lines: list[str] = []
    for line in _lines(slide):
        if counted and _counts(slide, line):
            continue
        foot = _foot(slide, line, whole)
        lines.append(foot.replace("#", "").strip() if foot in usual else line)
    body = "\n".join(lines)
    return slide if body == slide.text["body"] else replace(slide, text={**slide.text, "body": body})


def _lines(slide: Slide) -> list[str]:
    return slide.text["body"].split("\n")


def _counts(slide: Slide, line: str) -> bool:
    found = _ALONE.fullmatch(line.strip())
    return found is not None and int(found[1]) == slide.number


def _foot(slide: Slide, line: str, whole: int) -> str:
    """Give a line with `#` for the slide's own number and for how many there are; '' where its own is not in it."""
    numbers = {int(found) for found in _NUMBER.findall(line)} if len(line) <= 200 else set[int]()
    if slide.number not in numbers or "#" in line:
        return ""
    return _NUMBER.sub(
        lambda found: "#" if int(found[0]) in (slide.number, whole) else found[0], " ".join(line.split())
    )
