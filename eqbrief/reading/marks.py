# SPDX-License-Identifier: MIT
"""Collects where each field was found, under the paths that a draft's evidence is keyed by."""

from dataclasses import dataclass, field

from eqbrief.model import Evidence
from eqbrief.reading.cuts import Cut


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of one field, and where it stands; several places where the page says it more than once."""

    value: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(slots=True)
class Marks:
    """The evidence of a draft while it is put together."""

    found: dict[str, list[Evidence]] = field(default_factory=dict[str, list[Evidence]])

    def put(self, path: str, cut: Cut | None, origin: str, confidence: float) -> None:
        """Say that the field at `path` stands in `cut`; nothing is said of an empty cut."""
        if cut is not None and cut.text:
            self.found.setdefault(path, []).append(cut.evidence(origin, round(confidence, 2)))

    def take(self, path: str, fact: Fact | None) -> str | None:
        """Note the evidence of a fact under a path, and give its value."""
        if fact is None:
            return None
        if fact.evidence:
            self.found.setdefault(path, []).extend(fact.evidence)
        return fact.value

    def done(self) -> dict[str, tuple[Evidence, ...]]:
        """Give all evidence, the best of each field first."""
        return {path: tuple(sorted(all_, key=lambda one: -one.confidence)) for path, all_ in self.found.items()}


def fact(cut: Cut, origin: str, confidence: float, value: str | None = None) -> Fact:
    """Make a fact of a stretch of text; its value is what stands there, unless another is given."""
    return Fact(cut.value if value is None else value, (cut.evidence(origin, confidence),))
