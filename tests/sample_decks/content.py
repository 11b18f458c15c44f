# SPDX-License-Identifier: MIT
"""The sample decks' content as data, one TOML file a deck, and the colours of the organisers who show them."""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent


class Look(NamedTuple):
    """The colours of an organiser's slides, and the name at their foot."""

    foot: str
    accent: str
    second: str
    tint: str


LOOKS = {
    "ashdown": Look("Ashdown Trusts Network", "0A6670", "C2762B", "E4F1F2"),
    "copperbridge": Look("Copperbridge Staff College", "8A4B1F", "3C6E71", "F6EBE2"),
    "marlshire": Look("Marlshire Integrated Care Partnership", "2F5D34", "B0662A", "E6F0E6"),
    "quillmere": Look("Quillmere Community Health", "5A3E7A", "2E7D7A", "EEE8F4"),
}


def contents() -> list[dict[str, Any]]:
    """Give the content of every sample deck, in the order of the content files' names."""
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.toml"))]


def points(bullets: str) -> list[tuple[int, str]]:
    """Split a bullets text into (level, words); a line that begins with '- ' stands on the second level."""
    lines = [line.strip() for line in bullets.splitlines() if line.strip()]
    return [(1, line[2:]) if line.startswith("- ") else (0, line) for line in lines]


def digest(content: dict[str, Any]) -> str:
    """Give the short hash of a deck's content that a PDF carries among its keywords."""
    return "content-" + hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()[:16]
