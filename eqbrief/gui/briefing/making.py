# SPDX-License-Identifier: MIT
"""Everything that the builder shows of a briefing, composed away from the window's thread."""

from dataclasses import dataclass

from eqbrief.briefing import Document, Material, compose
from eqbrief.briefing.checking import Finding, check
from eqbrief.gui.briefing.preview import Shown, made_ready
from eqbrief.model import Briefing
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
    to_draw: list[int]


def make(store: Store, briefing: Briefing, material: Material | None, drawn: tasks.Drawn) -> Made:
    """Compose a briefing, gathering what it is made of unless that is at hand."""
    gathered = tasks.material_of(store, briefing, drawn) if material is None else material
    waiting = tasks.decks_to_draw(store, briefing) if material is None else []
    document = compose(briefing, gathered)
    return Made(briefing, gathered, document, made_ready(document), check(briefing, gathered, document), waiting)
