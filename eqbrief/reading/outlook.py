# SPDX-License-Identifier: MIT
"""Messages and appointments as Outlook saves them (.msg): what they are about, when it is, and their words.

Format: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg. Streams are read only where they are
needed and never beyond the length of the file, so that attached decks and forged lengths cost nothing.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from eqbrief.reading.blocks import Page, page_of_text
from eqbrief.reading.calendars import Entry, Moment
from eqbrief.reading.cuts import is_seen
from eqbrief.reading.decoding import decode
from eqbrief.reading.markup import page_of_html

_SIGNATURE, _MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "__properties_version1.0"
# Properties by their numbers in MS-OXPROPS.
_CLASS, _SUBJECT, _BODY, _HTML = 0x001A, 0x0037, 0x1000, 0x1013
_STARTS, _ENDS, _SENDER = 0x0060, 0x0061, 0x0C1A
_CODE_PAGE, _WEB_CODE_PAGE = 0x3FFD, 0x3FDE
_FILE_NAME, _LONG_FILE_NAME, _FILE_KIND, _FILE_DATA = 0x3704, 0x3707, 0x370E, 0x3701
_WIDE, _NARROW, _BYTES, _NUMBER, _TIME = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040
_HEAD = 32
# The sizes that sectors and small sectors have, as powers of two.
_SECTORS = (struct.pack("<HH", 9, 6), struct.pack("<HH", 12, 6))
_MOST_PARTS, _MOST_PROPERTIES = 100, 5000
_ENCODINGS = {65001: "utf-8", 28591: "cp1252", 20127: "cp1252", 1200: "utf-16-le"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
# What the library raises at a file whose tables make no sense, beside its own error, which is an OSError.
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, struct.error, RecursionError)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a message holds. Times are UTC, '2024-05-04T08:30'; `calendars` are those that are attached."""

    subject: str = ""
    text: str = ""
    html: str = ""
    sender: str = ""
    starts: str | None = None
    ends: str | None = None
    cancelled: bool = False
    calendars: tuple[tuple[str, str], ...] = ()


def is_outlook(data: bytes) -> bool:
    """Tell a file that Outlook saved from other files of Microsoft's older kind."""
    return data.startswith(_SIGNATURE) and _MARK.encode("utf-16-le") in data


def outlook_of(data: bytes) -> Outlook | None:
    """Read a message; None when it is broken."""
    import olefile  # noqa: PLC0415 - 20 ms, and most sources are pages

    if data[30:34] not in _SECTORS:
        return None
    try:
        opened = cast(Any, olefile).OleFileIO(io.BytesIO(data))
        with closing(opened):
            return _Message(opened, len(data)).read()
    except _BROKEN:
        return None


def entry_of_outlook(found: Outlook) -> Entry | None:
    """Give an appointment as a calendar's entry; None for a message that is no appointment, or has no title or day."""
    if not found.starts or not is_seen(found.subject):
        return None
    ends = Moment(found.ends, "UTC") if found.ends and found.ends > found.starts else None
    return Entry(
        title=found.subject,
        starts=Moment(found.starts, "UTC"),
        ends=ends,
        status="cancelled" if found.cancelled else None,
        organiser=found.sender,
        description=found.text or found.html,
        html=not found.text,
    )


def page_of_outlook(found: Outlook, source: str) -> Page | None:
    """Give a message's words as a page, its markup where it has any; None where it has no words."""
    for told, read in ((found.html, page_of_html), (found.text, page_of_text)):
        page = read(told, source)
        if page.blocks:
            return replace(page, hints={"window": found.subject, **page.hints} if found.subject else page.hints)
    return None


class _Message:
    """One open file, and how much may be read of it."""

    def __init__(self, file: Any, length: int) -> None:
        self._file, self._length = file, length

    def read(self) -> Outlook:
        numbers = self._fixed()
        narrow, web = _encoding(numbers.get((_CODE_PAGE, _NUMBER))), _encoding(numbers.get((_WEB_CODE_PAGE, _NUMBER)))
        kind = self._words("", _CLASS, narrow).casefold()
        of_time = kind.startswith(("ipm.appointment", "ipm.schedule.meeting"))
        return Outlook(
            subject=self._words("", _SUBJECT, narrow).strip(),
            text=self._words("", _BODY, web or narrow).strip(),
            html=(self._words("", _HTML, web) or decode(self._stream("", _HTML, _BYTES), web)[0]).strip("\0 \r\n\t"),
            sender=self._words("", _SENDER, narrow).strip(),
            starts=_moment(numbers.get((_STARTS, _TIME))) if of_time else None,
            ends=_moment(numbers.get((_ENDS, _TIME))) if of_time else None,
            cancelled=kind.startswith("ipm.schedule.meeting.canceled"),
            calendars=tuple(self._calendars(narrow)),
        )

    def _calendars(self, narrow: str | None) -> Iterator[tuple[str, str]]:
        parts = [one for one in self._file.listdir(streams=False, storages=True) if len(one) == 1]
        for [part] in parts[:_MOST_PARTS]:
            if part.startswith("__attach_version1.0_#"):
                name = self._words(part, _LONG_FILE_NAME, narrow) or self._words(part, _FILE_NAME, narrow)
                kind = self._words(part, _FILE_KIND, narrow).casefold()
                if name.casefold().strip("\0 ").endswith(".ics") or kind.startswith("text/calendar"):
                    text, charset = decode(self._stream(part, _FILE_DATA, _BYTES))
                    if text.strip():
                        yield text, charset

    def _words(self, part: str, number: int, encoding: str | None) -> str:
        if wide := self._stream(part, number, _WIDE):
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(part, number, _NARROW)
        return decode(narrow, encoding)[0].rstrip("\0") if narrow else ""

    def _stream(self, part: str, number: int, sort: int) -> bytes:
        return self._bytes(part, f"__substg1.0_{number:04X}{sort:04X}")

    def _bytes(self, part: str, name: str) -> bytes:
        """Read a stream; one that is not there is empty.

        Raises:
            ValueError: when it is said to be longer than the file.
        """
        path = [part, name] if part else [name]
        if not self._file.exists(path):
            return b""
        if self._file.get_size(path) > self._length:
            raise ValueError("a stream longer than its file")
        with closing(self._file.openstream(path)) as stream:
            return stream.read()

    def _fixed(self) -> dict[tuple[int, int], int]:
        """Give the properties of fixed length by number and sort, each as a whole number of eight bytes."""
        data = self._bytes("", _MARK)[_HEAD : _HEAD + 16 * _MOST_PROPERTIES]
        rows = struct.iter_unpack("<HHIQ", data[: len(data) // 16 * 16])
        return {(number, sort): value for sort, number, _, value in rows}


def _encoding(code_page: int | None) -> str | None:
    page = (code_page or 0) & 0xFFFFFFFF
    return _ENCODINGS.get(page, f"cp{page}") if page else None


def _moment(ticks: int | None) -> str | None:
    """Turn tenths of microseconds since 1601 into UTC; times that no event has are none."""
    try:
        when = _EPOCH + timedelta(microseconds=(ticks or 0) // 10)
    except OverflowError:
        return None
    return f"{when:%Y-%m-%dT%H:%M}" if 1900 < when.year < 2200 else None
