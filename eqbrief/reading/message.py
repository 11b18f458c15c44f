# SPDX-License-Identifier: MIT
"""MHTML, as browsers save a whole page in one file, and e-mail: the part that is the page, with its own encoding."""

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage, Message
from typing import cast

from eqbrief.reading.blocks import Page, page_of_text
from eqbrief.reading.cuts import tidy
from eqbrief.reading.decoding import decode
from eqbrief.reading.markup import page_of_html

_MOST_PARTS = 2000


def page_of_message(data: bytes, source: str) -> Page:
    """Read the page inside a message: its first HTML part, else its first text part, else all of it as text."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = _parts(message)
    page: Page | None = None
    for kind, read in (("text/html", page_of_html), ("text/plain", page_of_text)):
        part = next((part for part in parts if part.get_content_type() == kind and not _is_attached(part)), None)
        if part is not None:
            text, charset = decode(_body(part), _charset(part))
            page = read(text, source, charset)
            if page.blocks:
                break
    if page is None or not page.blocks:
        text, charset = decode(data)
        page = page_of_text(text, source, charset)
    hints = dict(page.hints)
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if address.startswith(("http://", "https://")):
        hints["address"] = address
    if subject := _header(message, "Subject"):
        hints.setdefault("window", subject)
    return replace(page, hints=hints)


def calendar_in(data: bytes) -> tuple[str, str] | None:
    """Give the calendar that a message carries, an invitation mostly, and its encoding; None where there is none."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in _parts(message):
        named = str(part.get_filename() or "").casefold()
        if part.get_content_type() in ("text/calendar", "application/ics") or named.endswith(".ics"):
            text, charset = decode(_body(part), _charset(part))
            if text.strip():
                return text, charset
    return None


def _parts(message: "Message | EmailMessage") -> list[Message]:
    found: list[Message] = []
    for part in message.walk():
        found.append(cast(Message, part))
        if len(found) >= _MOST_PARTS:
            break
    return found


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).lower().startswith("attachment")


def _body(part: Message) -> bytes:
    # Broken transfer encodings come back as they stand; they are read as far as they go.
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _charset(part: Message) -> str | None:
    named = part.get_param("charset")
    return named if isinstance(named, str) else None


def _header(message: Message, name: str) -> str:
    """Give a header as words: encoded ones are decoded where they can be."""
    from email.header import decode_header, make_header  # noqa: PLC0415 - only messages need it

    raw = str(message.get(name, ""))
    try:
        return tidy(str(make_header(decode_header(raw))))
    except (LookupError, ValueError, UnicodeError):
        return tidy(raw)
