# SPDX-License-Identifier: MIT
"""Everything that the builder shows of a briefing, composed away from the window's thread."""

from dataclasses import dataclass

from eqbrief.briefing import Document, Material
from eqbrief.briefing.checking import Finding, check
from eqbrief.briefing.composing import composed
from eqbrief.gui.briefing.preview import Shown, made_ready
from eqbrief.model import Briefing, Deck
from eqbrief.store import Store
from eqbrief.tasks import briefing as tasks


@dataclass(frozen=True, slots=True)
class Made:
    """What was composed away from the window's thread."""

    of: Briefing
    material: Material
    document: Document
    shown: Shown
    findings: list[Finding]
    to_draw: list[Deck]


@dataclass(frozen=True, slots=True)
class Around:
    """What the builder knows beside the briefing: pictures that were drawn, decks that could not be, and since when
    it tells what is new."""

    drawn: tasks.Drawn
    undrawable: set[int]
    since: str = ""


def make(store: Store, briefing: Briefing, before: Made | None, around: Around) -> Made:
    """Compose a briefing out of what was gathered `before`, else out of what is gathered anew."""
    material = before.material if before else tasks.material_of(store, briefing, around.drawn)
    to_draw = before.to_draw if before else tasks.decks_to_draw(store, briefing)
    made = composed(briefing, material)
    waiting = {deck.uid for deck in to_draw if deck.id not in around.undrawable}
    found = check(briefing, material, made, since=around.since, waiting=waiting)
    return Made(briefing, material, made.document, made_ready(made.document), found, to_draw)
