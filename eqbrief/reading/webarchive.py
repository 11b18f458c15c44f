# SPDX-License-Identifier: MIT
"""Safari's saved pages (.webarchive): a property list whose main part is the page; its pictures and frames are left."""

import plistlib
from dataclasses import replace
from typing import Any, cast
from xml.parsers.expat import ExpatError

from eqbrief.reading.blocks import Page, page_of_text
from eqbrief.reading.decoding import decode
from eqbrief.reading.markup import page_of_html

BINARY = b"bplist00"
"""How a binary property list starts."""


def page_of_webarchive(data: bytes, source: str) -> Page | None:
    """Read the page inside a web archive, binary or XML; None when there is none, or the file is damaged."""
    try:
        whole: object = plistlib.loads(data)
    except (ValueError, ExpatError, OverflowError, RecursionError, LookupError, AttributeError, TypeError, MemoryError):
        # What a damaged list makes plistlib stumble over is not documented; each of these was met.
        return None
    archive = cast(dict[str, Any], whole) if isinstance(whole, dict) else {}
    main = archive.get("WebMainResource")
    part = cast(dict[str, Any], main) if isinstance(main, dict) else {}
    content = part.get("WebResourceData")
    if not isinstance(content, bytes) or not content.strip():
        return None
    declared = part.get("WebResourceTextEncodingName")
    text, charset = decode(content, declared if isinstance(declared, str) else None)
    kind = str(part.get("WebResourceMIMEType", "text/html"))
    page = (page_of_text if kind == "text/plain" else page_of_html)(text, source, charset)
    address = part.get("WebResourceURL")
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        page = replace(page, hints={**page.hints, "address": address})
    return page
