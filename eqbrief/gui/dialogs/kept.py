# SPDX-License-Identifier: MIT
"""Backups as the lists show them: one row for each, wherever its copies lie."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eqbrief.gui.detail.parts import said_size
from eqbrief.gui.dialogs.words import said_moment
from eqbrief.gui.kit.chips import ChipTone
from eqbrief.gui.kit.lines import Line
from eqbrief.gui.listing.rows import plural
from eqbrief.model import Backup
from eqbrief.tasks.keeping import backups

_STATES: dict[bool | None, tuple[str, ChipTone, str, str]] = {
    None: ("Not yet tried", "neutral", "archive", "mute"),
    True: ("Tried, good", "good", "check-circle", "good"),
    False: ("Damaged", "caution", "warning", "caution"),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup with all its copies, the library's own first."""

    copies: tuple[Backup, ...]

    @property
    def key(self) -> str:
        """What tells it apart from the others."""
        return self.copies[0].uid or f"{self.copies[0].place} {self.copies[0].id}"

    @property
    def id(self) -> str:
        """By which it is restored."""
        return self.copies[0].id

    @property
    def moment(self) -> str:
        """When it was made, in local time."""
        return said_moment(self.copies[0].made_at)


def kept_backups(folder: Path, second_place: Path | None) -> list[Kept]:
    """List the backups of a library, newest first. Reads files: not for the window's thread."""
    gathered: dict[str, Kept] = {}
    for one in backups(folder, second_place):
        key = Kept((one,)).key
        known = gathered.get(key)
        gathered[key] = Kept((*known.copies, one)) if known else Kept((one,))
    return list(gathered.values())


def backup_lines(kept: Iterable[Kept], folder: Path, tried: Mapping[str, bool | None]) -> list[Line]:
    """Make the rows of backups; `tried` says by key how trying them went."""
    return [_line(one, folder, tried.get(one.key, one.copies[0].ok)) for one in kept]


def _line(one: Kept, folder: Path, state: bool | None) -> Line:
    chip, tone, icon, icon_tone = _STATES[state]
    first = one.copies[0]
    where = " and ".join(dict.fromkeys(_where(copy, folder) for copy in one.copies))
    about = " · ".join((plural(first.events, "event"), said_size(first.size_bytes), where))
    return Line(one.key, one.moment, about, icon, icon_tone, chip, tone)


def _where(copy: Backup, folder: Path) -> str:
    place = Path(copy.place)
    return "in the library's folder" if place.is_relative_to(folder) else f"in {place}"
