# SPDX-License-Identifier: MIT
"""Download a file to disk over a line that breaks: tried again, taken up where it ended, never mixed of two states.

Only what may pass is tried again: time-outs, trouble of the site's own, connections that break.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QNetworkReply

from eqbrief.fetching import trouble
from eqbrief.fetching.asking import Ask, Report, quiet
from eqbrief.fetching.finding import LookUp, Target, found, look_up, url_of, written
from eqbrief.fetching.following import Met, fault_of, follow
from eqbrief.fetching.judging import is_own_name
from eqbrief.fetching.naming import last_part, offered_name
from eqbrief.fetching.parts import Part
from eqbrief.fetching.waiting import DECK, Clock, Limits, rest
from eqbrief.fetching.wanted import DECK as A_DECK
from eqbrief.files import explain
from eqbrief.model import UserError

_HEADERS = {"Accept": "*/*", "Accept-Encoding": "identity"}
_Error = QNetworkReply.NetworkError
_MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})
_BREAKS = (
    _Error.RemoteHostClosedError,
    _Error.TimeoutError,
    _Error.TemporaryNetworkFailureError,
    _Error.NetworkSessionFailedError,
    _Error.UnknownNetworkError,
    _Error.ProxyTimeoutError,
)
_NO_SUCH_RANGE = 416
_ENOUGH = 1_000_000
"""So many new bytes, and the tries are counted anew: a line that breaks each minute still brings a large file."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait before each further try, in seconds, and the longest wait that a site may ask for."""

    pauses: tuple[float, ...] = (1.0, 4.0)
    longest: float = 60.0


@dataclass(frozen=True, slots=True)
class Saved:
    """What was downloaded. `address` is the last one; `offered` the name that the site gives it, '' for none.

    `named` are the last parts of the last address and of the first; nothing of a name is to be trusted.
    """

    address: str
    offered: str
    named: tuple[str, str]
    size_bytes: int


class Download(Protocol):
    """A function like `download`, perhaps with limits or a patience of its own."""

    def __call__(
        self, address: str, part: Path, *, page: str | None, report: Report, stop: Callable[[], bool]
    ) -> Saved | None:
        """Download a file; see `download`."""
        ...


@dataclass(frozen=True, slots=True)
class _Setback:
    """Why a try brought no whole file, though another may: what to say in the end, and how long the site wants."""

    fault: UserError
    wait_s: float | None = None
    at_once: bool = False


def download(
    address: str,
    part: Path,
    *,
    page: str | None = None,
    limits: Limits = DECK,
    patience: Patience = Patience(),
    report: Report = quiet,
    stop: Callable[[], bool] = lambda: False,
    look_up: LookUp = look_up,
) -> Saved | None:
    """Download what `page` names at an address into the file `part`, going on with what is there of it already.

    None when it was stopped; then, and after what may pass, the part stays. The folder must exist. It blocks, and
    needs a QCoreApplication. An address of the own network is asked only if the page is of the own network too.

    Raises:
        UserError: naming the site and what to do, whatever stood in the way.
    """

    def may_ask(target: Target, ask: Ask) -> None:
        _judge_first(target, page, ask, look_up)

    lock = QLockFile(str(part.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # by the process alone: a large file takes hours
    if not lock.tryLock(0):
        raise UserError(
            "This file is being downloaded by another EqBrief just now, or its folder cannot be written.",
            "Wait until that is done, then look again.",
        )
    kept = Part(part, address, limits.size)
    try:
        tried, best = 0, 0
        while True:
            ask = Ask({**_HEADERS, **kept.headers()}, kept, limits, Clock(limits, stop), report, A_DECK)
            met = follow(address, ask, look_up, may_ask)
            kept.close()
            result = _judged(met, ask, kept, address)
            if not isinstance(result, _Setback):
                return result
            if kept.here >= best + _ENOUGH:
                tried, best = 0, kept.here
            if tried >= len(patience.pauses) or (result.wait_s or 0) > patience.longest:
                raise result.fault
            pause = 0 if result.at_once else max(patience.pauses[tried], result.wait_s or 0)
            tried += 1
            if not rest(pause, stop):
                return None
    except OSError as error:
        raise explain(error, part) from error
    finally:
        kept.release()
        lock.unlock()


def _judged(met: Met, ask: Ask, kept: Part, address: str) -> Saved | _Setback | None:
    """Say what became of a try; what cannot get better raises, and leaves nothing behind."""
    if met.reason == "stopped":
        return None
    if met.reason == "late":
        return _Setback(trouble.too_slow(met.site, A_DECK))
    if met.reason == "range":
        kept.forget()
        return _Setback(trouble.broken_off(met.site, A_DECK), at_once=True)
    if met.reason == "disk":
        raise _of_disk(kept)
    if met.reason == "full":
        raise trouble.no_room(met.site, kept.whole, kept.path.parent)
    answer, target = met.answer, met.target
    assert answer is not None, "it was asked"
    assert target is not None, "it was found"
    if not met.reason and answer.status == _NO_SUCH_RANGE and "Range" in ask.headers:
        kept.forget()
        return _Setback(trouble.broken_off(met.site, A_DECK), at_once=True)
    fault = _REFUSALS[met.reason](met.site, ask.limits) if met.reason in _REFUSALS else fault_of(answer, met.site, ask)
    if fault is None and not kept.is_whole:
        return _Setback(trouble.broken_off(met.site, A_DECK))
    if fault is None:
        last = written(target.url)
        offered = offered_name(answer.headers.get("content-disposition", ""))
        return Saved(last, offered, (last_part(last), last_part(address)), kept.here)
    breaks = answer.status in _MAY_PASS or (answer.status < 300 and answer.error in _BREAKS)
    if breaks and not met.reason and not answer.faults:
        return _Setback(fault, _wait_of(answer.headers.get("retry-after", "")))
    kept.forget()
    raise fault


_REFUSALS: dict[str, Callable[[str, Limits], UserError]] = {
    "large": lambda site, limits: trouble.too_large(site, limits.size, A_DECK),
    "coded": lambda site, _limits: trouble.coded(site, A_DECK),
}


def _of_disk(kept: Part) -> UserError:
    fault = kept.fault
    assert fault is not None, "something broke"
    return explain(fault, kept.path) if isinstance(fault, OSError) else fault


def _judge_first(target: Target, page: str | None, ask: Ask, look_up: LookUp) -> None:
    """Judge the first step, which a page wrote and not a person: from the internet none leads to the own network.

    Raises:
        UserError: when the page is not known to be of the own network itself.
    """
    if target.public:
        return
    if page is not None:
        place = url_of(page)
        if place.host() == target.url.host() or is_own_name(place.host()):
            return
        at = found(place, ask.clock, ask.limits, look_up)
        if isinstance(at, Target) and not at.public:
            return
    raise UserError(
        f"The page names a file at '{target.host}', a machine of your own network, so it was not asked for.",
        f"If you know that machine and trust the page, {A_DECK.by_hand}.",
    )


def _wait_of(text: str) -> float | None:
    """Read Retry-After, seconds or a date (RFC 9110, section 10.2.3), as seconds from now."""
    if text.isascii() and text.strip().isdigit() and len(text) < 10:
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
