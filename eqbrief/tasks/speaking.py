# SPDX-License-Identifier: MIT
"""Who speaks for whom: how often people appeared at chosen events, by capacity and organisation, topic or year.

It counts what was printed. Nothing about a person is guessed, not their sex, not their origin, nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eqbrief import store as db
from eqbrief.model import CAPACITIES, Filter, SpeakerRow
from eqbrief.store import By, Store

GROUPS: dict[By, str] = {
    "organisation": "Organisation",
    "topic": "Topic",
    "year": "Year",
    "capacity": "Capacity",
    "person": "Person",
}
_NOTHING: dict[By, str] = {
    "organisation": "No organisation printed",
    "topic": "No topic",
    "year": "No date",
    "capacity": "No capacity",
    "person": "Nobody",
}


@dataclass(frozen=True, slots=True)
class Table:
    """The counts: a row for each organisation, topic or year, a column for each capacity that occurs."""

    by: By
    columns: tuple[str, ...]
    rows: tuple[SpeakerRow, ...]
    events: int

    @property
    def total(self) -> int:
        """All appearances; more than there are people at the events where somebody is printed for two bodies."""
        return sum(row.total for row in self.rows)


def who_speaks(store: Store, by: By = "organisation", events: Sequence[int] | None = None) -> Table:
    """Count the appearances at some events, or at all; most first, years in their order."""
    counted = db.appearance_counts(store, events, by)
    present = {capacity for _, _, capacity, _ in counted}
    known = [capacity for capacity in CAPACITIES if capacity in present]
    columns = (*known, *sorted(present - set(known)))
    found: dict[tuple[int | None, str], dict[str, int]] = defaultdict(dict)
    for number, name, capacity, times in counted:
        found[number, name][capacity] = times
    rows = [
        SpeakerRow(name or _NOTHING[by], tuple(times.get(column, 0) for column in columns), number)
        for (number, name), times in found.items()
    ]
    if by == "year":
        rows.sort(key=lambda row: row.name)
    else:
        rows.sort(key=lambda row: (-row.total, row.name.casefold()))
    number = len(events) if events is not None else len(db.event_ids(store, Filter()))
    return Table(by, columns, tuple(rows), number)


def table_json(table: Table) -> dict[str, Any]:
    """Give the table as the command line prints it."""
    return {
        "by": table.by,
        "events": table.events,
        "total": table.total,
        "columns": list(table.columns),
        "rows": [
            {"id": row.id, "name": row.name, **dict(zip(table.columns, row.counts, strict=True)), "total": row.total}
            for row in table.rows
        ],
    }
