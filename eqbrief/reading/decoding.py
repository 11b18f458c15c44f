# SPDX-License-Identifier: MIT
"""Bytes to text. Pages declare their encoding wrongly or not at all, and an HTML parser given bytes assumes UTF-8.

The order is: byte order mark, what decodes as UTF-8, what is declared, what the bytes look like.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I
)
_HEAD, _SAMPLE, _WESTERN_READ = 8 << 10, 32 << 10, 256 << 10
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôõöøùúûüßœÀÂÄÁÃÅÆÇÈÉÊËÍÎÏÑÓÔÕÖØÚÛÜŒ‘’“”„–—…•·€£©®°§«»¿¡½™\u00a0\u00ad")
# As the WHATWG encoding standard has it: what is called Latin-1 or ASCII on the web is Windows-1252.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
_FAMILIAR = ("cp1252", "latin_1", "iso8859_15")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Turn bytes into text, and say which encoding was assumed. Never fails: what fits nowhere becomes U+FFFD.

    `declared` is what stands outside the bytes, in a message's header.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig")
    if wide := _wide(data):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    if _mostly_right(text):
        return text, "utf-8"
    for name in (declared, _in_page(data)):
        if name and (known := _known(name)) and known != "utf-8":
            try:
                return data.decode(known), known
            except UnicodeDecodeError:
                continue
    detected = "cp1252" if _is_western(data) else _detected(data)
    return data.decode(detected, "replace"), detected


def _wide(data: bytes) -> str | None:
    """Know UTF-16 without a mark by its zeros: every other byte of western text."""
    head = data[:4096]
    if len(head) < 4 or b"\0" not in head:
        return None
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _mostly_right(text: str) -> bool:
    """Tell broken UTF-8 from another encoding: of what is not ASCII, most decoded."""
    broken = text.count("\ufffd")
    right = sum(1 for char in text[:2_000_000] if char > "\x7f") - broken
    return right >= broken


def _in_page(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Python also keeps codecs that are no character encodings ("base64"), and those that would be dangerous to guess.
    if not getattr(found, "_is_text_encoding", True) or found.name in ("utf-7", "idna", "punycode", "undefined"):
        return None
    return _MEANT.get(found.name, found.name)


def _is_western(data: bytes) -> bool:
    """Know Windows-1252 by what it decodes to: letters and signs of western languages, few of them, and no others."""
    high = [char for char in data[:_WESTERN_READ].decode("cp1252", "replace") if char > "\x7f"]
    fitting = sum(map(_WESTERN.__contains__, high))
    return 0 < len(high) < 0.25 * min(len(data), _WESTERN_READ) and fitting >= 0.98 * len(high)


def _detected(data: bytes) -> str:
    """Judge by a sample around the first byte that is not ASCII."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rare, and start-up should not pay for it

    first = next((match.start() for match in re.finditer(rb"[\x80-\xff]", data)), 0)
    at = max(first - _SAMPLE // 4, 0)
    found = from_bytes(data[at : at + _SAMPLE]).best()
    if found is None:
        return "cp1252"
    # Central European tables fit western text nearly as well; of equals, the commoner is meant.
    if found.encoding in ("cp1250", "iso8859_2", "mac_latin2", "cp1257", "cp1258", "iso8859_16") and any(
        name in found.could_be_from_charset for name in _FAMILIAR
    ):
        return "cp1252"
    return _known(found.encoding) or "cp1252"
