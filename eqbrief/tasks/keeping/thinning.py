# SPDX-License-Identifier: MIT
"""Which backups may go: the newest of each of 7 days, 4 weeks and 12 months stay, and all of the last 24 hours.

Days, weeks and months count only where there is a backup, so that a long absence or a wrong clock empties nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from eqbrief.files import explain
from eqbrief.tasks.keeping.place import Found, found_in

_SPANS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (7, lambda made: (made.year, made.month, made.day)),
    (4, lambda made: made.isocalendar()[:2]),
    (12, lambda made: (made.year, made.month)),
)
_RECENT = timedelta(hours=24)
_GRACE = timedelta(hours=1)
"""A kept file younger than this may belong to a backup that another process is making now."""


def superfluous(made: Sequence[datetime], now: datetime) -> set[int]:
    """Say which of these backups may go, by their place in the list, which is newest first.

    The first two stay in any case. Moments carry their zone; days are those of the person's own clock.
    """
    stay = {0, 1} | {number for number, moment in enumerate(made) if now - moment < _RECENT}
    for most, span in _SPANS:
        seen: set[tuple[int, ...]] = set()
        for number, moment in enumerate(made):
            key = span(moment.astimezone())
            if key not in seen and len(seen) < most:
                seen.add(key)
                stay.add(number)
    return set(range(len(made))) - stay


def thin_out(place: Path, now: datetime | None = None) -> list[str]:
    """Remove the backups that may go from a place, and the kept files that no manifest names; give their names."""
    now = now or datetime.now(UTC)
    found = found_in(place)
    go = superfluous([datetime.fromisoformat(one.made_at) for one in found], now)
    try:
        for number in go:
            found[number].note.unlink(missing_ok=True)  # first, so that what a kill leaves has no manifest
            found[number].database.unlink(missing_ok=True)
        stay = [one for number, one in enumerate(found) if number not in go]
        _clear_shelves(place, stay, now)
    except OSError as error:
        raise explain(error, place) from error
    return [found[number].id for number in sorted(go)]


def _clear_shelves(place: Path, stay: Iterable[Found], now: datetime) -> None:
    wanted: set[str] = set()
    for one in stay:
        if one.manifest is None:
            return  # whatever it needs may be any of them
        wanted |= one.manifest.hashes
    for path in (place / "files").glob("*/*"):
        age = now - datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if path.name not in wanted and path.is_file() and abs(age) >= _GRACE:
            path.unlink()
