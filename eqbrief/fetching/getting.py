# SPDX-License-Identifier: MIT
"""Fetch what one address leads to, by QtNetwork, which knows the system's proxy, its PAC file and its certificates.

Every redirect is judged before it is followed. No cookie is sent or kept, no referrer, no name, no password.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QSslError,
    QSslSocket,
)

from eqbrief import __version__
from eqbrief.fetching import trouble
from eqbrief.fetching.finding import LookUp, Target, found, look_up, redirected, url_of, written
from eqbrief.fetching.judging import Step, check_step, is_numeric
from eqbrief.fetching.naming import name_of
from eqbrief.fetching.waiting import PAGE, Clock, Limits, Wait

USER_AGENT = f"EqBrief/{__version__}"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE, _BUFFER = 64 << 10, 1 << 20
_Attribute = QNetworkRequest.Attribute
_Error = QNetworkReply.NetworkError
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8"}
_ATTRIBUTES = (
    (_Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy.value),
    # With HTTP/2 the site's name would be taken from the address, which holds the machine that was judged.
    (_Attribute.Http2AllowedAttribute, False),
)
# What another machine of the same name may do better.
_UNREACHED = (_Error.ConnectionRefusedError, _Error.HostNotFoundError, _Error.TimeoutError, _Error.UnknownNetworkError)

Report = Callable[[int, int], None]
"""Told how many bytes are here, and of how many; 0 while that is not known."""


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


@dataclass(frozen=True, slots=True)
class _Answer:
    """How one request ended: a `reason` of our own ('stopped', 'late', 'large'), a status, or the network's error."""

    reason: str
    status: int
    error: QNetworkReply.NetworkError
    faults: tuple[QSslError, ...]
    connected: bool
    headers: dict[str, str]
    data: bytes


def quiet(here: int, whole: int) -> None:
    """Tell nobody."""


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
    clock = Clock(limits, stop)
    url = url_of(address)
    before: Step | None = None
    for _ in range(limits.redirects + 1):
        target = found(url, clock, limits, look_up)
        if isinstance(target, str):
            return _ended(target, url.host(), limits)
        if before is not None:
            check_step(before, target.step)
        answer = _asked(target, limits, clock, report)
        if answer.reason:
            return _ended(answer.reason, target.host, limits)
        if answer.status not in _REDIRECTS or not answer.headers.get("location"):
            return _whole(target, answer)
        before = target.step
        url = _onward(before, url, answer.headers["location"])
    raise trouble.too_far(url.host())


def _onward(before: Step, url: QUrl, location: str) -> QUrl:
    """Read where an answer sends on to, and judge what can be judged before its name is looked up."""
    onward = redirected(url, location)
    check_step(before, Step(written(onward), onward.scheme(), onward.host(), public=True))
    return onward


def _ended(reason: str, site: str, limits: Limits) -> None:
    if reason == "large":
        raise trouble.too_large(site, limits.size)
    if reason == "late":
        raise trouble.too_slow(site)


def _whole(target: Target, answer: _Answer) -> Fetched:
    if answer.faults:
        raise trouble.of_certificate([fault.error() for fault in answer.faults], target.host)
    if answer.status >= 400:
        raise trouble.of_status(answer.status, target.host)
    if answer.error != _Error.NoError:
        raise trouble.of_error(answer.error, target.host)
    if answer.status >= 300:
        raise trouble.of_status(answer.status, target.host)
    address, header = written(target.url), answer.headers.get("content-type", "")
    kind, charset = header.partition(";")[0].strip().casefold(), _CHARSET.search(header)
    name = name_of(address, kind, answer.headers.get("content-disposition", ""))
    return Fetched(address, answer.data, kind, charset[1] if charset else None, name)


def _asked(target: Target, limits: Limits, clock: Clock, report: Report) -> _Answer:
    """Ask a target's machines in turn until one can be reached."""
    if target.url.scheme() == "https" and not QSslSocket.supportsSsl():
        raise trouble.no_tls(target.host)
    *others, last = target.machines or ("",)
    for machine in others:
        answer = _Exchange(_request(target, machine), target.proxy, limits, clock, report).run()
        was_late = answer.reason == "late" and not clock.is_over()
        if answer.connected or not (was_late or (not answer.reason and answer.error in _UNREACHED)):
            return answer
    return _Exchange(_request(target, last), target.proxy, limits, clock, report).run()


def _request(target: Target, machine: str) -> QNetworkRequest:
    """Make a request to the machine that was judged, in the name of the site that was meant."""
    url = QUrl(target.url)
    request = QNetworkRequest()
    if machine and not is_numeric(target.host):
        url.setHost(machine)
        port = f":{url.port()}" if url.port() > 0 else ""
        request.setRawHeader(b"Host", f"{target.host}{port}".encode("ascii"))
        request.setPeerVerifyName(target.host)  # the name in the certificate, and the one asked for (SNI)
    request.setUrl(url)
    for name, value in _HEADERS.items():
        request.setRawHeader(name.encode("ascii"), value.encode("ascii"))
    for attribute, value in _ATTRIBUTES:
        request.setAttribute(attribute, value)
    # Qt's own guard against swelling answers is for those who take any size; here the bytes are counted as they come.
    request.setDecompressedSafetyCheckThreshold(-1)
    return request


class _Exchange(QObject):
    """One request and what came of it. Its manager goes with it, so no cookie or connection is left for the next."""

    def __init__(
        self, request: QNetworkRequest, proxy: QNetworkProxy, limits: Limits, clock: Clock, report: Report
    ) -> None:
        super().__init__()
        self._limits, self._clock, self._report = limits, clock, report
        self._data = bytearray()
        self._faults: tuple[QSslError, ...] = ()
        self._connected, self._expected = False, 0
        self._wait = Wait(clock.why)
        clock.allow(limits.connect_s)
        self._manager = QNetworkAccessManager()
        self._manager.setProxy(proxy)
        self._reply = self._manager.get(request)
        self._reply.setReadBufferSize(_BUFFER)
        self._reply.requestSent.connect(self._sent)
        self._reply.metaDataChanged.connect(self._head)
        self._reply.readyRead.connect(self._take)
        self._reply.sslErrors.connect(self._doubt)
        self._reply.finished.connect(self._done)

    def run(self) -> _Answer:
        """Wait for the end, and say how it was; what is still under way then is broken off."""
        reason = self._wait.run()
        reply = self._reply
        answer = _Answer(
            reason, self._status(), reply.error(), self._faults, self._connected, self._headers(), bytes(self._data)
        )
        if not reply.isFinished():
            reply.abort()
        return answer

    def _sent(self) -> None:
        self._connected = True
        self._clock.allow(self._limits.idle_s)

    def _head(self) -> None:
        """Look at the head of the answer: of a redirect nothing more is wanted."""
        headers = self._headers()
        length = headers.get("content-length", "")
        self._expected = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0
        if self._status() in _REDIRECTS:
            self._wait.end()
        elif self._status() < 300 and self._expected > self._limits.size:
            self._wait.end("large")
        if "content-encoding" in headers:
            self._expected = 0  # what is counted is what it swells to

    def _take(self) -> None:
        if self._wait.is_over:
            return
        self._clock.allow(self._limits.idle_s)
        while piece := self._reply.read(_PIECE).data():
            self._data += piece
            if self._status() >= 300:
                self._data.clear()  # the words of a refusal are for the browser
            elif len(self._data) > self._limits.size:
                self._wait.end("large")
                return
        self._report(len(self._data), self._expected)

    def _doubt(self, faults: list[QSslError]) -> None:
        self._faults = tuple(faults)

    def _done(self) -> None:
        if self._reply.isOpen():
            self._take()
        self._wait.end()

    def _status(self) -> int:
        return int(self._reply.attribute(_Attribute.HttpStatusCodeAttribute) or 0)

    def _headers(self) -> dict[str, str]:
        pairs = [(_text(name.data()), _text(value.data())) for name, value in self._reply.rawHeaderPairs()]
        return {name.casefold(): value for name, value in pairs}


def _text(raw: "bytes | bytearray | memoryview") -> str:
    """Read a header; some sites write UTF-8 where only ASCII is meant."""
    data = bytes(raw)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
