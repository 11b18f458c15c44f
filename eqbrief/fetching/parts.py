# SPDX-License-Identifier: MIT
"""The part of a file that is here already: kept on disk with what is needed to go on with it, after a kill too.

Beside the bytes lies a note of how many of them are surely on the disk and which state of the file they are of. A
range is asked for only with that state's mark (If-Range, RFC 9110 section 13.1.5), so two states are never mixed.
"""

import json
import os
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from eqbrief.fetching.asking import whole_of
from eqbrief.files import write_whole
from eqbrief.model import UserError

STEP_BYTES = 8_000_000
SPARE_BYTES = 50_000_000
"""What is left free on the disk for everything else."""

_PDF_END = 4096
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")
_ZIPPED = 16 + zlib.MAX_WBITS  # a gzip header and nothing else, as zlib names it


@dataclass(frozen=True, slots=True)
class Known:
    """Which file the bytes are of. `mark` is its strong ETag or date, '' where it cannot be gone on with.

    `whole` is its size in bytes, 0 while that is not known; `sure` how many bytes are on the disk for good.
    """

    address: str
    mark: str = ""
    whole: int = 0
    sure: int = 0


class Part:
    """The bytes of one file that are here, taken up where they ended. `path` is a name of its own, never the file's."""

    def __init__(self, path: Path, address: str, size: int) -> None:
        self.path, self._note, self._size = path, path.with_suffix(".json"), size
        self.here, self._asked_from = 0, 0
        self.fault: OSError | UserError | None = None
        self._out: BinaryIO | None = None
        self._opened: Any = None
        self._known = Known(address)
        read = _read(self._note)
        if read is not None and read.address == address and read.mark and path.is_file():
            self._known = replace(read, sure=min(read.sure, path.stat().st_size))

    @property
    def whole(self) -> int:
        """How many bytes there will be; 0 while that is not known."""
        return self._known.whole

    @property
    def is_whole(self) -> bool:
        """Whether all bytes are here, as far as the site said how many there are, or a PDF's end tells it."""
        if self._opened is not None:
            return bool(self._opened.eof)
        if self._known.whole:
            return self._known.whole == self.here
        return not _lacks_its_end(self.path)

    def headers(self) -> dict[str, str]:
        """Give what a request says to go on with the part: nothing, where there is none to go on with."""
        self._asked_from = self._known.sure if self._known.mark else 0
        if self._known.whole:
            # Of a part that is whole the last byte is asked for once more, to hear whether the file is still the same.
            self._asked_from = min(self._asked_from, self._known.whole - 1)
        if not self._asked_from:
            return {}
        return {"Range": f"bytes={self._asked_from}-", "If-Range": self._known.mark}

    def begin(self, status: int, headers: Mapping[str, str]) -> str:
        """Go on with the part where the answer does, or begin anew; see `Taker`.

        'range' for an answer that fits neither, 'large', 'full' (the disk) or 'disk' (its fault is kept).
        """
        if begun := self._go_on(headers) if status == 206 else self._anew(headers):
            return begun
        left = self.whole - self.here
        if self.whole > self._size:
            return "large"
        try:
            free = shutil.disk_usage(self.path.parent).free
        except OSError as error:
            return self._broke(error)
        return "full" if left > 0 and left + SPARE_BYTES > free else ""

    def take(self, piece: bytes) -> str:
        """Write a piece; see `begin` for what it gives."""
        try:
            for plain in self._plain(piece):
                self.here += len(plain)
                if self.here > self._size:
                    return "large"
                assert self._out is not None, "an answer begins with its head"
                self._out.write(plain)
                if self.here - self._known.sure >= STEP_BYTES:
                    self._settle()
        except zlib.error:
            return "range"
        except (OSError, UserError) as error:
            return self._broke(error)
        return ""

    def close(self) -> None:
        """See what is here onto the disk and note it, to be gone on with; raises OSError or UserError."""
        if self._out is not None:
            try:
                self._settle()
            finally:
                self._out.close()
                self._out = None

    def release(self) -> None:
        """Let go of the file, whatever has happened before; what was noted of it stays noted."""
        if self._out is not None:
            self._out.close()
            self._out = None

    def forget(self) -> None:
        """Take away what is here; the next request begins anew. Raises OSError."""
        self.release()
        self._note.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)
        self.here = 0
        self._known = Known(self._known.address)

    def _go_on(self, headers: Mapping[str, str]) -> str:
        """Take up an answer that brings a range, if it is the one that was asked for, of the same state."""
        said = _RANGE.fullmatch(headers.get("content-range", "").strip())
        if said is None or not self._asked_from or int(said[1]) != self._asked_from or _zipped(headers) is not False:
            return "range"
        whole = 0 if said[3] == "*" else int(said[3])
        if whole and (int(said[2]) >= whole or self._known.whole not in (0, whole)):
            return "range"
        tag = headers.get("etag", "")
        if tag and self._known.mark.startswith('"') and tag != self._known.mark:
            return "range"  # another state, sent in spite of If-Range
        self._known = replace(self._known, whole=whole or self._known.whole)
        return self._open(self._asked_from)

    def _anew(self, headers: Mapping[str, str]) -> str:
        zipped = _zipped(headers)
        if zipped is None:
            return "coded"
        mark = "" if zipped else _mark(headers)
        # What a zipped answer swells to is known at its end.
        self._known = Known(self._known.address, mark, 0 if zipped else whole_of(headers))
        if zipped and whole_of(headers) > self._size:
            return "large"
        self._opened = zlib.decompressobj(_ZIPPED) if zipped else None
        return self._open(0)

    def _open(self, at: int) -> str:
        """Open the file with the first `at` bytes kept, and the note saying the same."""
        self.here = at
        self._known = replace(self._known, sure=at)
        try:
            if self._out is not None:
                self._out.close()
            self._out = self.path.open("r+b" if at else "wb")
            self._out.truncate(at)
            self._out.seek(at)
            self._settle()
        except (OSError, UserError) as error:
            return self._broke(error)
        return ""

    def _settle(self) -> None:
        assert self._out is not None, "only what is open is settled"
        self._out.flush()
        os.fsync(self._out.fileno())
        self._known = replace(self._known, sure=self.here)
        write_whole(self._note, json.dumps(asdict(self._known)).encode(), replace=True)

    def _broke(self, error: OSError | UserError) -> str:
        self.fault = error
        return "disk"

    def _plain(self, piece: bytes) -> Iterator[bytes]:
        """Give what is to be written; a zipped piece unpacked in steps, so that a bomb meets the limit first."""
        if self._opened is None:
            yield piece
            return
        while piece and not self._opened.eof:
            yield self._opened.decompress(piece, STEP_BYTES)
            piece = self._opened.unconsumed_tail


def _lacks_its_end(path: Path) -> bool:
    """Say whether a file is a PDF that is cut off: its last line is missing (ISO 32000-2, 7.5.5).

    Where a connection ends before Qt has looked at the answer, Qt asks again by itself, and may then call what came of
    the first answer whole. Of a package the directory is missing then, of other formats nothing tells it.
    """
    try:
        with path.open("rb") as file:
            if not file.read(5).startswith(b"%PDF-"):
                return False
            file.seek(max(file.seek(0, os.SEEK_END) - _PDF_END, 0))
            return b"%%EOF" not in file.read()
    except OSError:
        return False  # whoever keeps the file meets it again, and says it


def _zipped(headers: Mapping[str, str]) -> bool | None:
    """Tell whether an answer is zipped although it was not to be; None where it is coded in another way."""
    coding = headers.get("content-encoding", "").strip().casefold()
    return {"": False, "identity": False, "gzip": True, "x-gzip": True}.get(coding)


def _mark(headers: Mapping[str, str]) -> str:
    """Give what tells a file's state for sure: its ETag if it is a strong one, else its date.

    Nothing of a site that takes no ranges.
    """
    if headers.get("accept-ranges", "").strip().casefold() == "none":
        return ""
    tag = headers.get("etag", "").strip()
    return tag if tag.startswith('"') and tag.isascii() else _plain_date(headers.get("last-modified", ""))


def _plain_date(text: str) -> str:
    return text.strip() if re.fullmatch(r"[\x20-\x7e]{8,40}", text.strip()) else ""


def _read(note: Path) -> Known | None:
    """Read the note beside a part; None where there is none that makes sense."""
    try:
        plain: Any = json.loads(note.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(plain, dict):
        return None
    named = cast(dict[str, Any], plain)
    kinds = {"address": str, "mark": str, "whole": int, "sure": int}
    if any(type(named.get(one.name)) is not kinds[one.name] for one in fields(Known)):
        return None
    return Known(**{one.name: named[one.name] for one in fields(Known)})
