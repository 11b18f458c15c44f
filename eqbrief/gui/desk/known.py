# SPDX-License-Identifier: MIT
"""Names that the library has already, for completion. A large library's are read by a job, so that nobody waits."""

from collections.abc import Iterable, Mapping
from typing import Literal

from eqbrief import store as db
from eqbrief.gui.jobs import Jobs
from eqbrief.store import Store

NameKind = Literal["topic", "series", "publisher", "person", "organisation"]
KINDS: tuple[NameKind, ...] = ("topic", "series", "publisher", "person", "organisation")
_MOST = 8
_LEAST = 2
"""From so many letters on a name is offered."""


def names_of(store: Store) -> dict[NameKind, tuple[str, ...]]:
    """Read the names of every kind; who published nothing yet may still publish, so organisations stand there too."""
    names: dict[NameKind, tuple[str, ...]] = {
        kind: tuple(named.name for named in db.all_named(store, kind)) for kind in KINDS if kind != "publisher"
    }
    names["publisher"] = tuple(dict.fromkeys((*db.publishers(store), *names["organisation"])))
    return names


class Known:
    """The names of a library: none until `load` has read them."""

    def __init__(self, names: Mapping[NameKind, Iterable[str]] | None = None) -> None:
        self._names: dict[NameKind, tuple[str, ...]] = {}
        self._folded: dict[NameKind, list[str]] = {}
        self._take(names or {})

    def load(self, store: Store, jobs: Jobs) -> None:
        """Read the names of a library by a job."""
        jobs.ask("the names in the library", lambda: names_of(store)).done.connect(self._take)

    def names(self, kind: NameKind) -> tuple[str, ...]:
        """Give all names of a kind."""
        return self._names.get(kind, ())

    def like(self, kind: NameKind, typed: str) -> list[str]:
        """Give a few names of which a word begins as was typed, those that begin so themselves first."""
        wanted = " ".join(typed.casefold().split())
        if len(wanted) < _LEAST:
            return []
        first: list[str] = []
        rest: list[str] = []
        within = f" {wanted}"
        for name, folded in zip(self.names(kind), self._words(kind), strict=True):
            if folded == wanted:
                return []  # there is nothing to complete
            if folded.startswith(wanted):
                first.append(name)
            elif within in folded and len(rest) < _MOST:
                rest.append(name)
        return [*first, *rest][:_MOST]

    def _words(self, kind: NameKind) -> list[str]:
        if kind not in self._folded:
            self._folded[kind] = [name.casefold() for name in self.names(kind)]
        return self._folded[kind]

    def _take(self, names: Mapping[NameKind, Iterable[str]]) -> None:
        self._names = {kind: tuple(found) for kind, found in names.items()}
        self._folded = {}
