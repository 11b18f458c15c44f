# SPDX-License-Identifier: MIT
"""Know web addresses by their look, in what a person typed, pasted or dropped. No network, no Qt."""

import re
from urllib.parse import urljoin, urlsplit

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
# 'www.larkmoor.example/events' and 'larkmoor.example:8080', as people leave the scheme out; no mail address, no file.
_BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_MOST = 200


def is_address(text: str) -> bool:
    """Tell whether a text begins as a web address: with 'http://' or 'https://'."""
    return bool(_SCHEME.match(text.strip()))


def addresses_in(text: str) -> list[str]:
    """List the web addresses in what was typed or pasted, one a word, each once and in order.

    A name without a scheme ('www.larkmoor.example/events') is taken for https. Angle brackets and quotation marks
    around an address go; text that is no address gives nothing, and no more than 200 are taken.
    """
    found: dict[str, None] = {}
    for word in text.split():
        bare = word.strip("<>\"'“”‘’«»,;")
        if is_address(bare):
            found[bare] = None
        elif not _ANY_SCHEME.match(bare) and _BARE.fullmatch(bare):
            found[f"https://{bare}"] = None
    return list(found)[:_MOST]


def said_site(address: str) -> str:
    """Name the site of an address for a sentence: 'larkmoor.example'; the address itself where it names none."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def joined(base: str, url: str) -> str:
    """Make an address whole that is written from where `base` is; as it stands, where that makes no sense."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url
