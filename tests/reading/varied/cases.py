# SPDX-License-Identifier: MIT
"""All the pages: each form with facts drawn several times, and the pages that are no event. A third is held out."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from eqbrief.model import Draft
from eqbrief.reading import read_bytes
from tests.reading.varied.facts import drawn
from tests.reading.varied.forms import FORMS
from tests.reading.varied.no_events import PAGES
from tests.reading.varied.rendering import RENDERERS
from tests.reading.varied.sheet import Sheet

_DRAWS, _OTHER_DRAWS = 5, 6
_HELD_OUT = "a third, once"


@dataclass(frozen=True, slots=True)
class Case:
    """One page: the name of its form and draw, its text as written, and what a draft of it must say."""

    name: str
    suffix: str
    text: str
    says: dict[str, Any]

    def read(self) -> Draft:
        """Read it as the program does."""
        return read_bytes(self.text.encode(), f"page.{self.suffix}")


@cache
def all_cases() -> tuple[Case, ...]:
    """Give every page, always the same."""
    found: list[Case] = []
    for form in FORMS:
        for number in range(_DRAWS):
            sheet = Sheet(drawn(f"{form.name} {number}", form.language))
            for part in form.parts:
                part(sheet)
            found.append(_case(f"{form.name} {number}", form.written, sheet))
    writings = ("text", "markdown", "html lists", "text wrapped", "html boxes", "text dashes")
    for page in PAGES:
        for number, written in zip(range(_OTHER_DRAWS), writings, strict=True):
            sheet = Sheet(drawn(f"{page.__name__} {number}", "en"))
            page(sheet)
            found.append(_case(f"{page.__name__} {number}", written, sheet))
    return tuple(found)


def _case(name: str, written: str, sheet: Sheet) -> Case:
    suffix, write = RENDERERS[written]
    return Case(name, suffix, write(sheet.pieces), sheet.says)


def held_out(case: Case) -> bool:
    """Tell whether a page belongs to the third that rules were not made by."""
    return Random(f"{_HELD_OUT}: {case.name}").random() < 1 / 3


def open_cases() -> tuple[Case, ...]:
    """Give the two thirds by which rules may be made."""
    return tuple(case for case in all_cases() if not held_out(case))


def closed_cases() -> tuple[Case, ...]:
    """Give the third that was opened once."""
    return tuple(case for case in all_cases() if held_out(case))
