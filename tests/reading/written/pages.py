# SPDX-License-Identifier: MIT
"""The written pages: a label of one line a fact, a line of equals signs, and the page. A third was held out."""

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.reading.varied.cases import Case

FOLDER = Path(__file__).parent / "pages"
_LISTS = {"topic": "topics", "question": "questions", "recording": "recordings"}
_HELD_OUT = "written, a third"


@cache
def written_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Give every page of a folder, by name."""
    return tuple(_case(path) for path in sorted(folder.glob("*.page")))


def _case(path: Path) -> Case:
    head, _, page = path.read_text(encoding="utf-8").partition("\n=====\n")
    says: dict[str, Any] = {"people": [], "decks": [], "sessions": []}
    says |= {name: [] for name in _LISTS.values()}
    for line in head.splitlines():
        name, _, value = line.partition(":")
        _put(says, name, value.strip())
    return Case(path.stem, says.pop("form"), page, says)


def _put(says: dict[str, Any], name: str, value: str) -> None:
    parts = [part.strip() for part in value.split("|")]
    if name in _LISTS:
        says[_LISTS[name]].append(value)
    elif name == "deck":
        says["decks"].append((parts[0], int(parts[1]) if parts[1] else None))
    elif name == "session":
        says["sessions"].append((parts[0], parts[1] or None))
    elif name == "person":
        capacity, honorific, person, letters, roles, bodies = parts
        says["people"].append(
            {
                "name": person,
                "capacity": capacity,
                "honorific": honorific or None,
                "credentials": letters or None,
                "roles": _several(roles),
                "organisations": _several(bodies),
            }
        )
    else:
        says[name] = value


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def is_held_out(case: Case) -> bool:
    """Tell whether a page belongs to the third by which no rule was made."""
    return Random(f"{_HELD_OUT}: {case.name}").random() < 1 / 3
