# SPDX-License-Identifier: MIT
"""From the text of an address to the machine that will be asked: parsed once, looked up once, then never again.

The connection is made to the very machines that were judged, so that a name which says something else a moment later
(DNS rebinding) leads nowhere. Where a proxy stands between, it looks the name up, and only the name itself is judged.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import (
    QAbstractSocket,
    QHostInfo,
    QNetworkInterface,
    QNetworkProxy,
    QNetworkProxyFactory,
    QNetworkProxyQuery,
)

from eqbrief.fetching import trouble
from eqbrief.fetching.judging import Step, is_numeric, is_own_name, is_public
from eqbrief.fetching.waiting import Clock, Limits, Wait
from eqbrief.model import UserError

LookUp = Callable[[str, Clock, Limits], "list[str] | str"]
"""A function from a host's name to its machines in numbers, or 'stopped' or 'late'; no machines where it has none."""

_LONGEST, _MOST_MACHINES = 4000, 4
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded
_CHECK = "Copy it once more from your browser's address bar, beginning with https://."


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to ask for what. `machines` are the numbers that were judged; none where `proxy` looks the name up."""

    url: QUrl
    host: str
    machines: tuple[str, ...]
    proxy: QNetworkProxy
    public: bool

    @property
    def step(self) -> Step:
        """Give it as a step to be judged against the one before."""
        return Step(written(self.url), self.url.scheme(), self.host, self.public)


def url_of(text: str) -> QUrl:
    """Read an address.

    Raises:
        UserError: when it is none, is not of http or https, or holds a name or a password.
    """
    text = text.strip()
    url = QUrl(text, QUrl.ParsingMode.TolerantMode)
    shown = text[:200]
    if _ODD.search(text) or len(text) > _LONGEST or not url.isValid() or not url.host():
        raise UserError(f"'{_plain(shown)}' is not a whole web address.", _CHECK)
    if url.scheme() not in ("http", "https"):
        raise UserError(f"'{shown}' is no address of a web page; those begin with http:// or https://.", _CHECK)
    if url.userInfo() or "@" in url.authority():
        raise UserError(
            f"The address of '{url.host()}' holds a name or a password, which EqBrief neither sends nor keeps.",
            "Take out what stands before the @. If the page asks you to sign in, save it in your browser and add that "
            "file.",
        )
    if url.port() == 0:
        raise UserError(f"'{shown}' is not a whole web address.", _CHECK)
    url.setFragment(None)  # pyright: ignore[reportArgumentType] - Qt's null string: no '#' is left either
    return url


def redirected(url: QUrl, location: str) -> QUrl:
    """Read the address that an answer sends on to; relative ones are taken from where it was. Raises as `url_of`."""
    text = location.strip()
    onward = url.resolved(QUrl(text, QUrl.ParsingMode.TolerantMode))
    if onward.scheme() not in ("http", "https") and onward.scheme():
        return onward  # which is judged, and named, as a step
    return url_of(written(onward) if onward.isValid() else text)


def found(url: QUrl, clock: Clock, limits: Limits, look_up: LookUp) -> Target | str:
    """Find whom to ask, by the system's own settings for proxies; 'stopped' or 'late' where it took too long.

    Raises:
        UserError: when the name leads nowhere.
    """
    host = url.host(_ENCODED).rstrip(".")
    proxy = _proxy_for(url)
    if proxy.type() not in (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy):
        public = is_public(host) if is_numeric(host) else not is_own_name(host)
        return Target(url, host, (), proxy, public)
    if is_numeric(host):
        return Target(url, host, (host,), proxy, is_public(host))
    machines = look_up(host, clock, limits)
    if isinstance(machines, str):
        return machines
    if not machines:
        raise trouble.unknown_site(host, offline=_is_offline())
    return Target(url, host, tuple(machines[:_MOST_MACHINES]), proxy, all(map(is_public, machines)))


def look_up(host: str, clock: Clock, limits: Limits) -> "list[str] | str":
    """Ask the system for a name's machines, those of IPv4 first, since IPv6 often leads nowhere; see `LookUp`."""
    answers: list[QHostInfo] = []
    wait = Wait(clock.why)

    def take(info: QHostInfo) -> None:
        answers.append(info)
        wait.end()

    clock.allow(limits.connect_s)
    # Asked in this way, Qt gives no number to call it off by: an answer that comes too late finds nobody.
    QHostInfo.lookupHost(host, take)  # pyright: ignore[reportCallIssue]
    if reason := wait.run():
        return reason
    machines = answers[0].addresses()
    machines.sort(key=lambda one: one.protocol() != QAbstractSocket.NetworkLayerProtocol.IPv4Protocol)
    return [one.toString() for one in machines]


def written(url: QUrl) -> str:
    """Write an address as it is sent and kept, in ASCII."""
    return url.toString(_ENCODED)  # pyright: ignore[reportArgumentType]


def _proxy_for(url: QUrl) -> QNetworkProxy:
    """Ask the system, which knows the proxy, its exceptions and the PAC file; its first answer counts."""
    proxies = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(url))
    return proxies[0] if proxies else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)


def _is_offline() -> bool:
    """Tell whether no interface but this computer's own is up."""
    flag = QNetworkInterface.InterfaceFlag
    return not any(
        one.flags() & flag.IsRunning and not one.flags() & flag.IsLoopBack and one.addressEntries()
        for one in QNetworkInterface.allInterfaces()
    )


def _plain(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)
