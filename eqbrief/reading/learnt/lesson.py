# SPDX-License-Identifier: MIT
"""One correction to learn from: the page, how it is read now, and what the person made of it."""

from dataclasses import dataclass, field

from eqbrief.model import Draft
from eqbrief.reading.cuts import key
from eqbrief.reading.learnt.scenes import Scene


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page with its draft `now` and as `wanted`. `own` are the letters of what is this page's own: no words of a
    label for the next page, and nothing that would stand around the next page's value."""

    scene: Scene
    now: Draft
    wanted: Draft
    site: str
    own: frozenset[str] = field(default_factory=frozenset[str])


def lesson_of(scene: Scene, now: Draft, wanted: Draft, site: str) -> Lesson:
    """Make a lesson of a page that was corrected."""
    names = [
        name
        for draft in (now, wanted)
        for name in (draft.title, draft.publisher, draft.series, *draft.topics, *(one.name for one in draft.people))
    ]
    return Lesson(scene, now, wanted, site, frozenset(key(name) for name in names if name))
