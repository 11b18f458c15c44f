# SPDX-License-Identifier: MIT
"""Follow an address from one redirect to the next until something answers; each step is judged before it is taken."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkReply

from eqbrief.fetching import trouble
from eqbrief.fetching.asking import REDIRECTS, Answer, Ask, asked
from eqbrief.fetching.finding import LookUp, Target, found, redirected, url_of, written
from eqbrief.fetching.judging import Step, check_step
from eqbrief.model import UserError

Judge = Callable[[Target, Ask], None]
"""Told of the first machine that will be asked; raises a UserError where that must not be."""


@dataclass(frozen=True, slots=True)
class Met:
    """What an address led to in the end. `reason` says why there is no whole answer: the one of `Answer`."""

    site: str
    reason: str
    target: Target | None = None
    answer: Answer | None = None


def follow(address: str, ask: Ask, look_up: LookUp, judge: Judge) -> Met:
    """Ask an address, and those that it sends on to.

    Raises:
        UserError: when a step must not be taken, a name leads nowhere, or there is no end to it.
    """
    url = url_of(address)
    before: Step | None = None
    for _ in range(ask.limits.redirects + 1):
        target = found(url, ask.clock, ask.limits, look_up)
        if isinstance(target, str):
            return Met(url.host(), target)
        if before is None:
            judge(target, ask)
        else:
            check_step(before, target.step, ask.wanted)
        answer = asked(target, ask)
        if answer.reason or answer.status not in REDIRECTS or not answer.headers.get("location"):
            return Met(target.host, answer.reason, target, answer)
        before = target.step
        url = _onward(before, url, answer.headers["location"], ask)
    raise trouble.too_far(url.host(), ask.wanted)


def fault_of(answer: Answer, site: str, ask: Ask) -> UserError | None:
    """Say what was wrong with an answer that came to its end; None where nothing was."""
    if answer.faults:
        return trouble.of_certificate([fault.error() for fault in answer.faults], site)
    if answer.status >= 400:
        return trouble.of_status(answer.status, site, ask.wanted)
    if answer.error != QNetworkReply.NetworkError.NoError:
        return trouble.of_error(answer.error, site, ask.wanted)
    return trouble.of_status(answer.status, site, ask.wanted) if answer.status >= 300 else None


def _onward(before: Step, url: QUrl, location: str, ask: Ask) -> QUrl:
    """Read where an answer sends on to, and judge what can be judged before its name is looked up."""
    onward = redirected(url, location)
    check_step(before, Step(written(onward), onward.scheme(), onward.host(), public=True), ask.wanted)
    return onward
