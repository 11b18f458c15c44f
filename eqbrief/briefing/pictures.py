# SPDX-License-Identifier: MIT
"""Make a PNG of drawn pixels, without any library, after https://www.w3.org/TR/png-3/ alone."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(width: int, height: int, stride: int, data: bytes) -> bytes:
    """Write pixels of blue, green, red and one byte of no meaning, in rows of `stride` bytes, as a PNG."""
    rows = bytearray()
    for row in range(height):
        pixels = data[row * stride : row * stride + width * 4]
        line = bytearray(width * 3)
        line[0::3], line[1::3], line[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows += b"\x00" + line
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, part) for kind, part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
