# SPDX-License-Identifier: MIT
"""What bytes are, by their content: a page in one of the forms that can be read, or something else by its name."""

import re

from eqbrief.files import KINDS
from eqbrief.files.kinds import STARTS

_HEAD = 64 << 10
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGES = (
    (rb"ppt/(?:presentation|slides)", "pptx"),
    (rb"word/document", "docx"),
    (rb"xl/(?:workbook|worksheets)", "xlsx"),
    (rb"mimetypeapplication/vnd\.oasis\.opendocument\.presentation", "odp"),
    (rb"mimetypeapplication/vnd\.oasis\.opendocument\.text", "odt"),
    (rb"mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet", "ods"),
    (rb"Index/(?:Slide|Presentation)|index\.apxl", "key"),
)
_BLANK = r"(?:\s|<!--.*?-->|<\?xml.*?\?>)*+"
_HTML = re.compile(
    _BLANK
    + r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|main|article|section|header|nav|div|table"
    r"|p|h[1-6]|ul|ol|dl|br|span|a|strong|em|b|i|img)\b",
    re.IGNORECASE | re.DOTALL,
)
_MESSAGE = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:mime-version|content-type):", re.IGNORECASE)
_ODD = re.compile("[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]+")
_CLOSES = re.compile(r"</(?:p|div|h[1-6]|li|ul|table|body|html|a|span|td)\s*>", re.IGNORECASE)
_MARKDOWN = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]{1,400}\)"),
    re.compile(r"(?<![\w*])\*\*[^*\n]{1,200}\*\*(?![\w*])"),
    re.compile(r"\A---\n(?:[\w-]+:.*\n|[ \t-].*\n){1,60}?---\n"),
    re.compile(r"^(?:\|[^\n]*\|\n)\|[-: |]{3,}\|$", re.MULTILINE),
)


def foreign_kind(data: bytes) -> str | None:
    """Name the kind (a key of `files.KINDS`) of bytes that are no page; None for what may be text."""
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        listed = head + data[-_HEAD:]
        return next((kind for pattern, kind in _PACKAGES if re.search(pattern, listed)), "zip")
    if head.startswith(_COMPOUND):
        wide = "PowerPoint Document".encode("utf-16-le")
        return "ppt" if wide in data else "ole"
    if head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    for at, start, kind in STARTS:
        # A page may start with the letters of a signature; only what is no text at all is foreign then.
        if head.startswith(start, at) and (not _texty(start) or b"\0" in head[:512]):
            return kind
    if head.startswith(b"BM") and b"\0" in head[:32]:
        return "bmp"
    return None


def is_gibberish(text: str) -> bool:
    """Tell whether what was decoded is no text: many control characters, or hardly a letter."""
    head = text[: _HEAD // 2]
    odd = sum(map(len, _ODD.findall(head)))
    nothing = head.count("\0")
    return odd * 12 > len(head) or nothing * 4 > len(head)


def is_message(text: str) -> bool:
    """Tell a saved page in MHTML, or an e-mail: it starts with such headers."""
    return bool(_MESSAGE.match(text[:_HEAD].lstrip("\ufeff \r\n")))


def page_kind(text: str, name: str) -> str:
    """Name the form that a decoded page is in: 'html', 'markdown' or 'text'."""
    head = text[:_HEAD].lstrip("\ufeff")
    if _HTML.match(head):
        return "html"
    if len(_CLOSES.findall(head)) >= 3:
        return "html"
    signs = sum(1 for pattern in _MARKDOWN if pattern.search(head))
    if signs >= 2 or (signs and name.casefold().endswith((".md", ".markdown", ".qmd", ".rmd"))):
        return "markdown"
    return "text"


def said(kind: str) -> str:
    """Say what a kind of file is, so that it completes 'it is …'."""
    return KINDS[kind].words.removesuffix(", not a presentation")


def is_deck(kind: str) -> bool:
    """Tell whether a kind of file is a deck, which belongs to an event rather than being one."""
    return KINDS[kind].use == "deck"


def _texty(start: bytes) -> bool:
    return all(0x20 <= byte < 0x7F or byte in b"\t\r\n" for byte in start)
