# SPDX-License-Identifier: MIT
"""What went wrong on the network, as a sentence that names the site and a step that the person can take."""

from collections.abc import Sequence

from PySide6.QtNetwork import QNetworkReply, QSslError

from eqbrief.model import UserError

_Error = QNetworkReply.NetworkError
_Certificate = QSslError.SslError
_IN_BROWSER = "open it in your browser, save the page as HTML, and add that file"

_LATER = f"Try again later, or {_IN_BROWSER}."
_CONNECT = f"Check that this computer is connected, then try again; or {_IN_BROWSER}."
_GONE = "Check the address, or look for the event on the organiser's site."
_SIGN_IN = f"Sign in there: {_IN_BROWSER}."
_PROXY = f"Ask your IT team whether EqBrief may reach the internet through it, or {_IN_BROWSER}."
_GUARDED = f"The site may let browsers in only: {_IN_BROWSER}."

# By the status of the answer: https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
_STATUSES: dict[int, tuple[str, str]] = {
    401: ("'{site}' shows this page only to people who have signed in.", _SIGN_IN),
    403: ("'{site}' does not let EqBrief see this page.", _GUARDED),
    404: ("'{site}' has no page at this address.", _GONE),
    406: ("'{site}' does not let EqBrief see this page.", _GUARDED),
    407: ("The proxy of your network asks for a name and a password.", _PROXY),
    410: ("'{site}' has taken this page away.", _GONE),
    429: ("'{site}' takes no more requests for now.", _LATER),
    451: ("'{site}' may not show this page here, for legal reasons.", _GONE),
}
_ERRORS: dict[QNetworkReply.NetworkError, tuple[str, str]] = {
    _Error.ConnectionRefusedError: ("'{site}' refused the connection.", _LATER),
    _Error.RemoteHostClosedError: ("'{site}' broke off before the whole page was here.", _LATER),
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


def of_status(status: int, site: str) -> UserError:
    """Say what an answer of 400 and more means."""
    known = _STATUSES.get(status)
    if known is None and status >= 500:
        known = (f"'{{site}}' has trouble of its own (it answered {status}).", _LATER)
    what, next_step = known or (f"'{{site}}' refused to send this page (it answered {status}).", _GUARDED)
    return _made(what, next_step, site)


def of_error(error: QNetworkReply.NetworkError, site: str) -> UserError:
    """Say what stood in the way where no whole answer came."""
    what, next_step = _ERRORS.get(
        error, (f"The page could not be fetched from '{{site}}' (the network's error {error.value}).", _CONNECT)
    )
    return _made(what, next_step, site)


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
            "Connect it and try again, or add a page that you have saved.",
        )
    return _made(*_ERRORS[_Error.HostNotFoundError], site)


def too_large(site: str, limit: int) -> UserError:
    """Say that an answer is larger than what is taken."""
    return UserError(
        f"What '{site}' sends from this address is larger than {limit // 1_000_000} MB, which is more than any "
        "event's page.",
        "Check the address. If it leads to a deck, download that in your browser and attach it to its event.",
    )


def too_slow(site: str) -> UserError:
    """Say that an answer did not come in time."""
    return _made(*_ERRORS[_Error.TimeoutError], site)


def too_far(site: str) -> UserError:
    """Say that one redirect followed another without an end."""
    return UserError(
        f"'{site}' sends from one address to the next without an end.", f"It may want you to sign in: {_IN_BROWSER}."
    )


def no_tls(site: str) -> UserError:
    """Say that this computer cannot make a safe connection at all."""
    return UserError(
        f"This computer lacks what a safe connection to '{site}' needs (TLS), so nothing was fetched.",
        f"To add the page without it, {_IN_BROWSER}.",
    )


def _made(what: str, next_step: str, site: str) -> UserError:
    return UserError(what.format(site=site), next_step)
