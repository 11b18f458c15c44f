# SPDX-License-Identifier: MIT
"""Read a stretch of a page that a person chose: they say that people stand there, and the rules for lines say whom."""

from collections.abc import Sequence

from eqbrief.model import DraftPerson
from eqbrief.reading.cuts import Cut, tidy
from eqbrief.reading.lines import Found, people_in_line

_MOST = 5_000
_SIGNS = " \t•*·-–—"


def people_in(text: str) -> tuple[DraftPerson, ...]:
    """Read the people whom a chosen stretch of text presents, one a line or one over several; () where it names none.

    'Dr Ada Larch, head of care, Larkmoor' gives a name with honorific, role and organisation; lines below a bare
    name are that person's posts.
    """
    lines = [bare for line in text[:_MOST].splitlines() if (bare := line.strip(_SIGNS))]
    return tuple(_printed(one) for part in _presenting(lines) for one in people_in_line(Cut(part, 0)))


def _presenting(lines: Sequence[str]) -> list[str]:
    """Join what belongs to one person: a line that is none, and lines that only say what the bare name before is."""
    parts: list[str] = []
    is_bare = False
    for line in lines:
        found = people_in_line(Cut(line, 0), strict=True)
        if found or not parts:
            parts.append(line)
            is_bare = len(found) == 1 and not found[0].posts.roles and not found[0].posts.organisations
        else:
            # A line that was broken by its width goes on; a card's lines stand for themselves.
            parts[-1] += f", {line}" if is_bare else f" {line}"
    return parts


def _printed(found: Found) -> DraftPerson:
    name, posts = found.named, found.posts
    return DraftPerson(
        name=name.name.value,
        honorific=tidy(name.honorific.text) if name.honorific else None,
        credentials=tidy(name.credentials.text) if name.credentials else None,
        capacity=found.capacity or "speaker",
        roles=tuple(role.value for role in posts.roles),
        organisations=tuple(body.value for body in posts.organisations),
    )
