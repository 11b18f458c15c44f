# SPDX-License-Identifier: MIT
"""Get a deck of the library as something whose pages can be drawn: its own PDF, or what a renderer made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eqbrief import store as db
from eqbrief.decks.drawn import draw_deck, kept
from eqbrief.decks.renderers import renderer_for
from eqbrief.files.checking import look
from eqbrief.files.running import Stopped
from eqbrief.model import Progress, Slide
from eqbrief.store import Store
from eqbrief.tasks.decks import path_of
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

FOLDER = "drawn"
"""Where in the library's folder what was drawn is kept. Nothing in it is needed: it can be made anew."""


@dataclass(frozen=True, slots=True)
class Drawable:
    """What the slides of a deck can be drawn from now. `file` is a PDF, None where there is none yet.

    `waits` says that a renderer could make one; with neither, only the words can be shown.
    """

    file: Path | None
    waits: bool = False


def drawable(store: Store, deck_id: int) -> Drawable:
    """Say what the slides of a deck can be drawn from, at once and without drawing anything.

    Raises:
        UserError: when its file is not here.
    """
    deck = db.deck(store, deck_id)
    path = path_of(store, deck)
    content = look(path)
    if content.kind == "pdf":
        return Drawable(path)
    if content.protected or content.kind == "protected":
        # What is unlocked is never written to a disk, and a renderer would need that.
        return Drawable(None)
    if deck.sha256 and (before := kept(store.folder / FOLDER, deck.sha256)):
        return Drawable(before)
    return Drawable(None, waits=renderer_for(content.kind) is not None)


def draw_slides(store: Store, deck_id: int, report: Report = quiet, stop: Stop = go_on) -> Drawable:
    """Let a renderer draw a deck, unless that was done before, and say what its slides can be drawn from now.

    Raises:
        UserError: when its file is not here, or it cannot be drawn.
    """
    ready = drawable(store, deck_id)
    if not ready.waits:
        return ready
    deck = db.deck(store, deck_id)
    report(Progress(0, 0, f"Drawing the slides of {deck.offered.title}", counts=False))
    assert deck.sha256 is not None, "a deck that is here has its hash"
    try:
        return Drawable(draw_deck(path_of(store, deck), deck.offered.title, deck.sha256, store.folder / FOLDER, stop))
    except Stopped:
        return ready


def pages_of_slides(slides: Sequence[Slide], pages: int) -> dict[int, int]:
    """Give the page on which each slide is drawn, by its number; empty where the two do not go together.

    A renderer that leaves out hidden slides gives a page for each of the others.
    """
    if len(slides) == pages:
        return {slide.number: page for page, slide in enumerate(slides, 1)}
    shown = [slide for slide in slides if not slide.hidden]
    if len(shown) == pages:
        return {slide.number: page for page, slide in enumerate(shown, 1)}
    return {}
