# SPDX-License-Identifier: MIT
"""Fetch the page that one address leads to, by QtNetwork, which knows the system's proxy and its certificates."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eqbrief.fetching import trouble
from eqbrief.fetching.asking import USER_AGENT, Ask, Report, quiet, whole_of
from eqbrief.fetching.finding import LookUp, look_up, written
from eqbrief.fetching.following import fault_of, follow
from eqbrief.fetching.naming import name_of
from eqbrief.fetching.waiting import PAGE, Clock, Limits

__all__ = ["USER_AGENT", "Fetched", "fetch"]

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEADERS = {"Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to. `address` is the last one, after redirects; `kind` and `charset` stand in its header.

    `name` is a safe file name, '' where neither header nor address gives one that says anything.
    """

    address: str
    data: bytes
    kind: str
    charset: str | None
    name: str


class _Memory:
    """Take an answer into memory, up to a limit."""

    def __init__(self, size: int) -> None:
        self.data = bytearray()
        self.whole = 0
        self._size = size

    @property
    def here(self) -> int:
        return len(self.data)

    def begin(self, status: int, headers: Mapping[str, str]) -> str:
        """Turn down what announces too much."""
        self.whole = whole_of(headers)
        large = self.whole > self._size
        if "content-encoding" in headers:
            self.whole = 0  # what is counted is what it swells to
        return "large" if large else ""

    def take(self, piece: bytes) -> str:
        """Keep a piece."""
        self.data += piece
        return "large" if len(self.data) > self._size else ""


def fetch(
    address: str,
    *,
    limits: Limits = PAGE,
    report: Report = quiet,
    stop: Callable[[], bool] = lambda: False,
    look_up: LookUp = look_up,
) -> Fetched | None:
    """Fetch an address into memory; None when it was stopped. It blocks, and needs a QCoreApplication.

    Raises:
        UserError: naming the site and what to do, whatever stood in the way.
    """
    memory = _Memory(limits.size)
    ask = Ask(_HEADERS, memory, limits, Clock(limits, stop), report)
    met = follow(address, ask, look_up, lambda _target, _ask: None)
    if met.reason == "large":
        raise trouble.too_large(met.site, limits.size)
    if met.reason == "late":
        raise trouble.too_slow(met.site)
    if met.reason or met.answer is None or met.target is None:
        return None
    if fault := fault_of(met.answer, met.site, ask):
        raise fault
    headers = met.answer.headers
    address, header = written(met.target.url), headers.get("content-type", "")
    kind, charset = header.partition(";")[0].strip().casefold(), _CHARSET.search(header)
    name = name_of(address, kind, headers.get("content-disposition", ""))
    return Fetched(address, bytes(memory.data), kind, charset[1] if charset else None, name)
