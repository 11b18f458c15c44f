# SPDX-License-Identifier: MIT
"""Look into a file of Microsoft's older kind (OLE2): is it a presentation, has it macros, has it a password.

Only what that takes is read: the table of sectors, the directory and, for macros, the presentation's own stream.
Format: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb and .../ms-ppt.
"""

import struct
from array import array
from collections.abc import Iterator
from typing import BinaryIO

from eqbrief.files.kinds import Content

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A table of 8 MB covers a file of 1 GB; a directory of 2 MB names 16,384 streams; real decks need a hundredth.
_TABLE_LIMIT, _DIRECTORY_LIMIT, _STREAM_LIMIT = 8 << 20, 2 << 20, 512 << 20
_LAST_SECTOR = 0xFFFFFFFA  # Numbers from here on are marks: end of chain, free, table.
_RUN_BYTES = 1 << 20

# The root entry's class for Windows Installer's packages, patches and transforms.
_INSTALLERS = tuple(
    struct.pack("<IHH", number, 0, 0) + b"\xc0\0\0\0\0\0\0F" for number in (0x000C1084, 0x000C1086, 0x000C1082)
)
# The stream that gives a file away; the first that is there counts.
_STREAMS = (
    ("encryptedpackage", Content("protected", protected=True)),
    ("powerpoint document", Content("ppt")),
    ("pp40", Content("ppt")),
    ("pp97_dualstorage", Content("ppt")),
    ("worddocument", Content("office")),
    ("workbook", Content("office")),
    ("book", Content("office")),
    ("__properties_version1.0", Content("office")),
)
# A VBAInfoContainer holding a VBAInfoAtom; eight bytes on stands whether there are macros (MS-PPT 2.4.10 and 2.4.11).
_VBA = b"\x0f\0\xff\x03\x14\0\0\0\x02\0\0\x04\x0c\0\0\0"


def look_into_compound(file: BinaryIO) -> Content:
    """Tell what an OLE2 file is from its open file; `damaged` when its tables make no sense."""
    try:
        compound = _Compound(file)
        root, streams = compound.directory()
        if root in _INSTALLERS:
            return Content("installer")
        for name, content in _STREAMS:
            if name not in streams:
                continue
            macros = content.kind == "ppt" and (
                any(known.startswith("_vba_project") for known in streams) or compound.has_macros(streams)
            )
            locked = content.protected or "encryptedsummary" in streams
            return Content(content.kind, macros=macros, protected=locked)
        return Content("ole")
    except (ValueError, IndexError, struct.error):
        return Content("damaged")


class _Compound:
    """The sectors of one open file, and the chains that they form."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0)
        head = file.read(512)
        shift = struct.unpack_from("<H", head, 30)[0]
        if shift not in (9, 12):
            raise ValueError("no sector size of this format")
        self._size = 1 << shift
        tables, self._first_of_directory = struct.unpack_from("<II", head, 44)
        more, _ = struct.unpack_from("<II", head, 68)
        places = array("I", head[76:512])
        while more < _LAST_SECTOR and len(places) < tables and len(places) * self._size < _TABLE_LIMIT:
            sector = array("I", self._sector(more))
            places.extend(sector[:-1])
            more = sector[-1]
        self._next = array("I")
        for place in places[: min(tables, _TABLE_LIMIT // self._size)]:
            if place < _LAST_SECTOR:
                self._next.frombytes(self._sector(place))

    def directory(self) -> tuple[bytes, dict[str, tuple[int, int]]]:
        """Give the root's class, and each stream's and storage's first sector and size by its name in small letters."""
        data = b"".join(self._chain(self._first_of_directory, _DIRECTORY_LIMIT))
        found: dict[str, tuple[int, int]] = {}
        for at in range(0, len(data) - 127, 128):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            if kind in (1, 2, 5) and 2 <= length <= 64:
                name = data[at : at + length - 2].decode("utf-16-le", "replace").lower()
                found[name] = struct.unpack_from("<II", data, at + 116)
        return data[80:96], found

    def has_macros(self, streams: dict[str, tuple[int, int]]) -> bool:
        """Say whether the presentation's stream declares macros."""
        first, size = streams.get("powerpoint document", (_LAST_SECTOR, 0))
        rest = b""
        for run in self._chain(first, min(size, _STREAM_LIMIT)):
            data = rest + run
            at = data.find(_VBA)
            while at >= 0 and at + 24 <= len(data):
                if struct.unpack_from("<I", data, at + 20)[0]:
                    return True
                at = data.find(_VBA, at + 1)
            rest = data[-24:]
        return False

    def _sector(self, number: int, count: int = 1) -> bytes:
        self._file.seek((number + 1) * self._size)
        data = self._file.read(self._size * count)
        # The last sector of a file is now and then cut short; what is no sector at all is damage.
        if not data:
            raise ValueError("a sector beyond the end of the file")
        return data.ljust(self._size * count, b"\0")

    def _chain(self, first: int, limit: int) -> Iterator[bytes]:
        """Read a chain of sectors, neighbours together, up to about so many bytes; a loop cannot outlast the limit."""
        start, count, left = first, 1, limit
        while start < _LAST_SECTOR and left > 0:
            following = self._next[start + count - 1]
            if following == start + count and count * self._size < min(_RUN_BYTES, left):
                count += 1
                continue
            yield self._sector(start, count)
            left -= count * self._size
            start, count = following, 1
