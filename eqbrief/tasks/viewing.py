# SPDX-License-Identifier: MIT
"""Get what a viewer shows of a deck: what it is and of which event, its slides, and what could not be read of them."""

from dataclasses import dataclass

from eqbrief import store as db
from eqbrief.model import Deck, DeckText, Slide, Unread, say_date
from eqbrief.store import Store
from eqbrief.tasks.decks import with_state
from eqbrief.tasks.drawing import draw_slides
from eqbrief.tasks.editing import event
from eqbrief.tasks.slides import read_file, read_stored
from eqbrief.tasks.steps import Report, Stop, go_on, quiet


@dataclass(frozen=True, slots=True)
class ShownDeck:
    """A deck as a viewer shows it. `date` is its event's as it is said; '' where it is not known."""

    deck: Deck
    event_title: str
    date: str
    slides: tuple[Slide, ...]
    unread: tuple[Unread, ...] = ()
    format: str = ""

    @property
    def title(self) -> str:
        """What the deck is called."""
        return self.deck.offered.title

    def slide(self, number: int) -> Slide | None:
        """Give a slide by its number."""
        return next((slide for slide in self.slides if slide.number == number), None)

    def reference(self, number: int) -> str:
        """Write where a slide stands as a line to quote: 'Deck, slide 12, event, 20 February 2024'."""
        parts = (self.title, f"slide {number}", self.event_title, self.date)
        return ", ".join(part for part in parts if part)


def shown_deck(store: Store, deck_id: int, password: str | None = None) -> ShownDeck:
    """Read a deck of the library to be shown, its slides from its file.

    Raises:
        PasswordWanted: when it needs a password that was not given, or another one.
        UserError: when its file is not here, or nothing of it can be read.
    """
    deck, text = read_stored(store, deck_id, password)
    return _shown(store, deck, text)


def shown_from_drawing(store: Store, deck_id: int, report: Report = quiet, stop: Stop = go_on) -> ShownDeck | None:
    """Read a deck that EqBrief itself cannot from what a renderer draws of it, as PowerPoint's older format; None where
    nothing draws it.

    Raises:
        UserError: when its file is not here, or it cannot be drawn either.
    """
    made = draw_slides(store, deck_id, report, stop)
    if made.file is None:
        return None
    return _shown(store, with_state(store, db.deck(store, deck_id)), read_file(made.file))


def _shown(store: Store, deck: Deck, text: DeckText) -> ShownDeck:
    found = event(store, deck.event_id)
    date = say_date(found.date[:10]) if found.date else ""
    return ShownDeck(deck, found.draft.title or "", date, text.slides, text.unread, text.format)
