# SPDX-License-Identifier: MIT
"""What a fetched page is to be called when it is kept: as its site names it, without what a name must not hold."""

import re
from urllib.parse import unquote, urlsplit

from eqbrief.files import safe_name
from eqbrief.files.kinds import PROGRAM_ENDINGS

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/calendar": ".ics",
    "multipart/related": ".mhtml",
}
# How pages are called by the programs that make them, and names that say nothing.
_SERVED = re.compile(r"\.(?:x?html?|php\d?|aspx?|jspx?|cfm|do|cgi)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(?:index|default|home|view|show|page|event|node|article|details?|\d*)", re.IGNORECASE)
_EXTENDED = re.compile(r"filename\*\s*=\s*([\w-]+)'[\w-]*'([^;\s]+)", re.IGNORECASE)
_PLAIN = re.compile(r"filename\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^;\s]+))", re.IGNORECASE)


def name_of(address: str, kind: str, disposition: str) -> str:
    """Name a page by its Content-Disposition (RFC 6266), else by the last part of its address; '' where neither says.

    `kind` is its content type without parameters; the ending agrees with it where it is known.
    """
    named = _disposed(disposition) or _last_part(address)
    return named and with_ending(named, kind)


def offered_name(disposition: str) -> str:
    """Give the name that a site gives a file, just as it stands there: it is judged by whoever keeps the file."""
    return _disposed(disposition)


def last_part(address: str) -> str:
    """Give the last part of an address's path, decoded: often a file's name."""
    return _base(unquote(urlsplit(address).path.rstrip("/")))


def with_ending(name: str, kind: str) -> str:
    """Make a safe file name of any words, with the ending of its content type where that is one of a page's."""
    ending = _ENDINGS.get(kind)
    if ending is None:
        return safe_name(name)
    stem = _SERVED.sub("", name)
    # 'setup.exe' that turns out to be a page must not look like a program.
    while "." in stem and stem.rpartition(".")[2].casefold() in {*PROGRAM_ENDINGS, ending[1:]}:
        stem = stem.rpartition(".")[0]
    return safe_name(f"{stem}{ending}")


def _disposed(header: str) -> str:
    extended = _EXTENDED.search(header)
    if extended:
        try:
            return _base(unquote(extended[2], encoding=extended[1], errors="replace"))
        except LookupError:
            return ""
    plain = _PLAIN.search(header)
    return _base(re.sub(r"\\(.)", r"\1", plain[1] or "") or plain[2] or "") if plain else ""


def _last_part(address: str) -> str:
    part = last_part(address)
    return "" if _SAYS_NOTHING.fullmatch(_SERVED.sub("", part)) else part


def _base(path: str) -> str:
    """Give the last part of what may be a whole path, of any system."""
    return re.split(r"[/\\]", path)[-1].strip()
