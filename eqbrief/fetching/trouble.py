# SPDX-License-Identifier: MIT
"""What went wrong on the network, as a sentence that names the site and a step that the person can take."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtNetwork import QNetworkReply, QSslError

from eqbrief.fetching.wanted import PAGE, Wanted
from eqbrief.model import UserError

_Error = QNetworkReply.NetworkError
_Certificate = QSslError.SslError

# {site} is whom was asked, {thing} and {by_hand} come from what was wanted of it.
_LATER = "Try again later, or {by_hand}."
_CONNECT = "Check that this computer is connected, then try again; or {by_hand}."
_GONE = "Check the address, or look for the event on the organiser's site."
_SIGN_IN = "Sign in there: {by_hand}."
_PROXY = "Ask your IT team whether EqBrief may reach the internet through it, or {by_hand}."
_GUARDED = "The site may let browsers in only: {by_hand}."

# By the status of the answer: https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
_STATUSES: dict[int, tuple[str, str]] = {
    401: ("'{site}' shows this {thing} only to people who have signed in.", _SIGN_IN),
    403: ("'{site}' does not let EqBrief see this {thing}.", _GUARDED),
    404: ("'{site}' has no {thing} at this address.", _GONE),
    406: ("'{site}' does not let EqBrief see this {thing}.", _GUARDED),
    407: ("The proxy of your network asks for a name and a password.", _PROXY),
    410: ("'{site}' has taken this {thing} away.", _GONE),
    429: ("'{site}' takes no more requests for now.", _LATER),
    451: ("'{site}' may not show this {thing} here, for legal reasons.", _GONE),
}
_ERRORS: dict[QNetworkReply.NetworkError, tuple[str, str]] = {
    _Error.ConnectionRefusedError: ("'{site}' refused the connection.", _LATER),
    _Error.RemoteHostClosedError: ("'{site}' broke off before the whole {thing} was here.", _LATER),
    _Error.HostNotFoundError: ("No site called '{site}' was found.", _GONE),
    _Error.TimeoutError: ("'{site}' did not answer in time.", _LATER),
    _Error.TemporaryNetworkFailureError: ("The connection to '{site}' broke down.", _CONNECT),
    _Error.NetworkSessionFailedError: ("The connection to '{site}' broke down.", _CONNECT),
    _Error.SslHandshakeFailedError: (
        "No safe connection to '{site}' could be agreed on, so nothing was fetched.",
        "Tell whoever runs the site; if you open it in your browser, take that browser's warnings seriously.",
    ),
    _Error.ProxyConnectionRefusedError: ("The proxy of your network refused the connection to '{site}'.", _PROXY),
    _Error.ProxyConnectionClosedError: ("The proxy of your network closed the connection to '{site}'.", _PROXY),
    _Error.ProxyNotFoundError: ("The proxy of your network was not found.", _CONNECT),
    _Error.ProxyTimeoutError: ("The proxy of your network did not answer in time.", _LATER),
    _Error.ProxyAuthenticationRequiredError: _STATUSES[407],
    _Error.UnknownProxyError: ("The proxy of your network did not let the request for '{site}' pass.", _PROXY),
}
_CERTIFICATES: dict[QSslError.SslError, str] = {
    _Certificate.CertificateExpired: "it has run out",
    _Certificate.CertificateNotYetValid: "it is not valid yet, if this computer's clock is right",
    _Certificate.HostNameMismatch: "it belongs to another site",
    _Certificate.CertificateRevoked: "it was withdrawn",
    _Certificate.CertificateBlacklisted: "it was withdrawn",
    _Certificate.SelfSignedCertificate: "nobody that this computer trusts has signed it",
    _Certificate.SelfSignedCertificateInChain: "nobody that this computer trusts has signed it",
    _Certificate.UnableToGetIssuerCertificate: "nobody that this computer trusts has signed it",
    _Certificate.UnableToGetLocalIssuerCertificate: "nobody that this computer trusts has signed it",
    _Certificate.UnableToVerifyFirstCertificate: "nobody that this computer trusts has signed it",
    _Certificate.CertificateUntrusted: "nobody that this computer trusts has signed it",
    _Certificate.NoPeerCertificate: "the site showed none",
}


def of_status(status: int, site: str, wanted: Wanted = PAGE) -> UserError:
    """Say what an answer of 400 and more means."""
    known = _STATUSES.get(status)
    if known is None and status >= 500:
        known = ("'{site}' has trouble of its own (it answered {status}).", _LATER)
    what, next_step = known or ("'{site}' refused to send this {thing} (it answered {status}).", _GUARDED)
    return _made(what, next_step, site, wanted, status=status)


def of_error(error: QNetworkReply.NetworkError, site: str, wanted: Wanted = PAGE) -> UserError:
    """Say what stood in the way where no whole answer came."""
    known = _ERRORS.get(error)
    what, next_step = known or (
        "The {thing} could not be fetched from '{site}' (the network's error {code}).",
        _CONNECT,
    )
    return _made(what, next_step, site, wanted, code=error.value)


def of_certificate(errors: Sequence[QSslError.SslError], site: str) -> UserError:
    """Say what is wrong with a site's certificate. There is no way around it."""
    reasons = list(dict.fromkeys(_CERTIFICATES.get(error, "it is faulty") for error in errors))
    return UserError(
        f"The certificate by which '{site}' proves who it is cannot be trusted: {', and '.join(reasons)}. "
        "Nothing was fetched.",
        "Check the address, and tell whoever runs the site; on your organisation's own sites, ask your IT team.",
    )


def unknown_site(site: str, *, offline: bool) -> UserError:
    """Say that a name could not be looked up, and why as far as this computer knows."""
    if offline:
        return UserError(
            f"This computer is not connected to a network, so nothing could be fetched from '{site}'.",
            "Connect it and try again, or add what you have saved.",
        )
    return _made(*_ERRORS[_Error.HostNotFoundError], site)


def too_large(site: str, limit: int, wanted: Wanted = PAGE) -> UserError:
    """Say that an answer is larger than what is taken."""
    return UserError(
        f"What '{site}' sends from this address is larger than {limit // 1_000_000} MB, which is more than "
        f"{wanted.any_size}.",
        wanted.elsewhere,
    )


def too_slow(site: str, wanted: Wanted = PAGE) -> UserError:
    """Say that an answer did not come in time."""
    return _made(*_ERRORS[_Error.TimeoutError], site, wanted)


def broken_off(site: str, wanted: Wanted = PAGE) -> UserError:
    """Say that an answer ended too soon."""
    return _made(*_ERRORS[_Error.RemoteHostClosedError], site, wanted)


def coded(site: str, wanted: Wanted = PAGE) -> UserError:
    """Say that an answer is packed in a way that was not asked for."""
    return _made(
        "'{site}' sends the {thing} packed in a way that EqBrief does not read.", "To get it, {by_hand}.", site, wanted
    )


def no_room(site: str, size_bytes: int, folder: Path) -> UserError:
    """Say that the disk has no room for what a site has announced."""
    return UserError(
        f"The disk that holds '{folder}' has no room for the {size_bytes / 1e6:.0f} MB that '{site}' sends.",
        "Free some space on it, then try again.",
    )


def too_far(site: str, wanted: Wanted = PAGE) -> UserError:
    """Say that one redirect followed another without an end."""
    what = "'{site}' sends from one address to the next without an end."
    return _made(what, "It may want you to sign in: {by_hand}.", site, wanted)


def no_tls(site: str, wanted: Wanted = PAGE) -> UserError:
    """Say that this computer cannot make a safe connection at all."""
    what = "This computer lacks what a safe connection to '{site}' needs (TLS), so nothing was fetched."
    return _made(what, "To get the {thing} without it, {by_hand}.", site, wanted)


def _made(what: str, next_step: str, site: str, wanted: Wanted = PAGE, **facts: int) -> UserError:
    words = {"site": site, "thing": wanted.thing, "by_hand": wanted.by_hand, **facts}
    return UserError(what.format(**words), next_step.format(**words))
