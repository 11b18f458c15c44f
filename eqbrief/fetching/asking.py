# SPDX-License-Identifier: MIT
"""One request to the machine that was judged, and what came of it; what the answer holds goes to a taker.

No cookie is sent or kept, no referrer, no name, no password.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

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
from eqbrief.fetching.finding import Target
from eqbrief.fetching.judging import is_numeric
from eqbrief.fetching.waiting import Clock, Limits, Wait
from eqbrief.fetching.wanted import PAGE, Wanted

REDIRECTS = frozenset({301, 302, 303, 307, 308})
USER_AGENT = f"EqBrief/{__version__}"
_PIECE, _BUFFER = 64 << 10, 1 << 20
_Attribute = QNetworkRequest.Attribute
_Error = QNetworkReply.NetworkError
_ATTRIBUTES = (
    (_Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy.value),
    # With HTTP/2 the site's name would be taken from the address, which holds the machine that was judged.
    (_Attribute.Http2AllowedAttribute, False),
)
# What another machine of the same name may do better.
_UNREACHED = (_Error.ConnectionRefusedError, _Error.HostNotFoundError, _Error.TimeoutError, _Error.UnknownNetworkError)

Report = Callable[[int, int], None]
"""Told how many bytes are here, and of how many; 0 while that is not known."""


class Taker(Protocol):
    """What takes an answer. `begin` and `take` may give a word for why no more of it is wanted, else ''."""

    @property
    def here(self) -> int:
        """How many bytes are here."""
        ...

    @property
    def whole(self) -> int:
        """How many there will be; 0 while that is not known."""
        ...

    def begin(self, status: int, headers: Mapping[str, str]) -> str:
        """Look at the head of an answer that brings something."""
        ...

    def take(self, piece: bytes) -> str:
        """Take the next bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Ask:
    """How to ask: the headers to send, who takes the answer, within which limits, and who is told."""

    headers: Mapping[str, str]
    taker: Taker
    limits: Limits
    clock: Clock
    report: Report
    wanted: Wanted = PAGE


@dataclass(frozen=True, slots=True)
class Answer:
    """How one request ended: a `reason` of our own ('stopped', 'late', or the taker's), a status, or an error."""

    reason: str
    status: int
    error: QNetworkReply.NetworkError
    faults: tuple[QSslError, ...]
    connected: bool
    headers: dict[str, str]


def quiet(here: int, whole: int) -> None:
    """Tell nobody."""


def whole_of(headers: Mapping[str, str]) -> int:
    """Give what an answer says of its own length, in bytes; 0 where it says nothing that makes sense."""
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0


def asked(target: Target, ask: Ask) -> Answer:
    """Ask a target's machines in turn until one can be reached.

    Raises:
        UserError: when this computer cannot make a safe connection.
    """
    if target.url.scheme() == "https" and not QSslSocket.supportsSsl():
        raise trouble.no_tls(target.host, ask.wanted)
    *others, last = target.machines or ("",)
    for machine in others:
        answer = _Exchange(_request(target, machine, ask.headers), target.proxy, ask).run()
        was_late = answer.reason == "late" and not ask.clock.is_over()
        if answer.connected or not (was_late or (not answer.reason and answer.error in _UNREACHED)):
            return answer
    return _Exchange(_request(target, last, ask.headers), target.proxy, ask).run()


def _request(target: Target, machine: str, headers: Mapping[str, str]) -> QNetworkRequest:
    """Make a request to the machine that was judged, in the name of the site that was meant."""
    url = QUrl(target.url)
    request = QNetworkRequest()
    if machine and not is_numeric(target.host):
        url.setHost(machine)
        port = f":{url.port()}" if url.port() > 0 else ""
        request.setRawHeader(b"Host", f"{target.host}{port}".encode("ascii"))
        request.setPeerVerifyName(target.host)  # the name in the certificate, and the one asked for (SNI)
    request.setUrl(url)
    for name, value in {"User-Agent": USER_AGENT, **headers}.items():
        request.setRawHeader(name.encode("ascii"), value.encode("ascii"))
    for attribute, value in _ATTRIBUTES:
        request.setAttribute(attribute, value)
    # Qt's own guard against swelling answers is for those who take any size; here the bytes are counted as they come.
    request.setDecompressedSafetyCheckThreshold(-1)
    return request


class _Exchange(QObject):
    """One request and what came of it. Its manager goes with it, so no cookie or connection is left for the next."""

    def __init__(self, request: QNetworkRequest, proxy: QNetworkProxy, ask: Ask) -> None:
        super().__init__()
        self._ask, self._clock = ask, ask.clock
        self._faults: tuple[QSslError, ...] = ()
        self._connected = False
        self._wait = Wait(ask.clock.why)
        self._clock.allow(ask.limits.connect_s)
        self._manager = QNetworkAccessManager()
        self._manager.setProxy(proxy)
        self._reply = self._manager.get(request)
        self._reply.setReadBufferSize(_BUFFER)
        self._reply.requestSent.connect(self._sent)
        self._reply.metaDataChanged.connect(self._head)
        self._reply.readyRead.connect(self._take)
        self._reply.sslErrors.connect(self._doubt)
        self._reply.finished.connect(self._done)

    def run(self) -> Answer:
        """Wait for the end, and say how it was; what is still under way then is broken off."""
        reason = self._wait.run()
        reply = self._reply
        answer = Answer(reason, self._status(), reply.error(), self._faults, self._connected, self._headers())
        if not reply.isFinished():
            reply.abort()
        return answer

    def _sent(self) -> None:
        self._connected = True
        self._clock.allow(self._ask.limits.idle_s)

    def _head(self) -> None:
        """Look at the head of the answer: of a redirect nothing more is wanted."""
        if self._wait.is_over:
            return
        if self._status() in REDIRECTS:
            self._wait.end()
        elif self._status() < 300 and (reason := self._ask.taker.begin(self._status(), self._headers())):
            self._wait.end(reason)

    def _take(self) -> None:
        if self._wait.is_over:
            return
        self._clock.allow(self._ask.limits.idle_s)
        taker = self._ask.taker
        while piece := bytes(self._reply.read(_PIECE).data()):
            if self._status() >= 300:
                continue  # the words of a refusal are for the browser
            if reason := taker.take(piece):
                self._wait.end(reason)
                return
        self._ask.report(taker.here, taker.whole)

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
