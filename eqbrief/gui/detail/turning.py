# SPDX-License-Identifier: MIT
"""The pages of an event as data: by the key of its tab, what each is called and how it is filled."""

from collections.abc import Callable
from dataclasses import replace

from eqbrief.gui.detail import pages
from eqbrief.gui.detail.pages import Doing
from eqbrief.gui.kit import ScrollColumn
from eqbrief.model import Event

PAGES: dict[str, tuple[str, Callable[[ScrollColumn, Event, Doing], None]]] = {
    "overview": ("Overview", pages.overview),
    "panel": ("Panel", pages.panel),
    "decks": ("Decks", pages.decks),
    "questions": ("Questions", pages.questions),
    "source": ("Source", pages.source),
}

PAGE_OF_HIT = {
    "person": "panel",
    "deck": "decks",
    "slide": "decks",
    "question": "questions",
    "source": "source",
}
"""On which page the words of a hit stand; on the overview, where it is not named."""


def shown_of(event: Event) -> tuple[object, ...]:
    """Give what the pages show: a star, a topic or a word in a note is no reason to draw them again."""
    return (replace(event.draft, topics=()), event.appearances, event.decks, event.sources)
