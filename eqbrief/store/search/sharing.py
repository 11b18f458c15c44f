# SPDX-License-Identifier: MIT
"""Sort what was found by kind, count it, and share the room out among the kinds."""

from eqbrief.model import MOST_COUNTED, Tally
from eqbrief.model.query.values import KINDS
from eqbrief.store.search.hits import Candidate
from eqbrief.store.search.ranges import kind_of


def by_kind(best: dict[int, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Put the passages of each code together by kind, in the order of the kinds."""
    kinds: dict[str, list[Candidate]] = {kind: [] for kind in KINDS}
    for code, found in best.items():
        kinds[kind_of(code)] += found
    kinds["slide"].sort(key=lambda one: (not one.full, not one.title))
    return {kind: found for kind, found in kinds.items() if found}


def counted(kinds: dict[str, list[Candidate]]) -> tuple[Tally, ...]:
    """Count the passages of each kind, up to a thousand."""
    return tuple(
        Tally(kind, min(len(found), MOST_COUNTED), len(found) > MOST_COUNTED)  # pyright: ignore[reportArgumentType]
        for kind, found in kinds.items()
    )


def shared(kinds: dict[str, list[Candidate]], limit: int) -> list[Candidate]:
    """Share the room out: no kind is left out because another has many, and none gets more than it has."""
    room, share = limit, dict.fromkeys(kinds, 0)
    while room and (wanting := [kind for kind in kinds if share[kind] < len(kinds[kind])]):
        each = max(room // len(wanting), 1)
        for kind in wanting[:room]:
            more = min(each, len(kinds[kind]) - share[kind], room)
            share[kind] += more
            room -= more
    return [one for kind, found in kinds.items() for one in found[: share[kind]]]
