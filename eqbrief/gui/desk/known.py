# SPDX-License-Identifier: MIT
"""Names that the library has already, for completion."""

from dataclasses import dataclass

from eqbrief import store as db
from eqbrief.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """Names that the library has already, for completion."""

    topics: tuple[str, ...] = ()

    @classmethod
    def of(cls, store: Store) -> "Known":
        """Read the names of a library."""
        return cls(tuple(named.name for named in db.all_named(store, "topic")))
