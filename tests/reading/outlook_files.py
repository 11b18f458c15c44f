# SPDX-License-Identifier: MIT
"""Outlook's own files, made here: a compound file with its small streams, and the properties of a message in it."""

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _SMALL_MOST = 512, 64, 4096
Tree = Mapping[str, Any]


def compound_of(tree: Tree) -> bytes:
    """Make a compound file of streams (bytes) and storages (dictionaries of the same)."""
    rows: list[list[Any]] = [["Root Entry", 5, END, 0, FREE]]
    sectors: list[bytes] = []
    chain: list[int] = []
    small = bytearray()
    small_chain: list[int] = []

    def put(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        sectors.extend(pieces)
        chain.extend([*range(first + 1, first + len(pieces)), END])
        return first

    def put_small(data: bytes) -> int:
        first, count = len(small_chain), -(-len(data) // _SMALL)
        small.extend(data.ljust(count * _SMALL, b"\0"))
        small_chain.extend([*range(first + 1, first + count), END])
        return first

    def add(inside: Tree) -> int:
        """Write the entries of one storage as a chain of right siblings; give the number of the first."""
        numbers: list[int] = []
        # Shorter names come first in this format, and equal ones by their capitals.
        for name, value in sorted(inside.items(), key=lambda one: (len(one[0]), one[0].upper())):
            numbers.append(len(rows))
            row: list[Any] = [name, 1 if isinstance(value, Mapping) else 2, END, 0, FREE, FREE]
            rows.append(row)
            if isinstance(value, Mapping):
                row[4] = add(value)
            elif value:
                row[2], row[3] = (put_small if len(value) < _SMALL_MOST else put)(value), len(value)
        for number, following in pairwise(numbers):
            rows[number][5] = following
        return numbers[0] if numbers else FREE

    rows[0].append(FREE)
    rows[0][4] = add(tree)
    rows[0][2], rows[0][3] = (put(bytes(small)), len(small)) if small else (END, 0)
    small_table = put(struct.pack(f"<{len(small_chain)}I", *small_chain).ljust(_SECTOR, b"\xff")) if small else END
    directory = put(b"".join(_row(*row) for row in rows).ljust(-(-len(rows) // 4) * _SECTOR, b"\0"))
    tables = 1
    while (len(sectors) + tables) * 4 > tables * _SECTOR:
        tables += 1
    places = [*range(len(sectors), len(sectors) + tables)]
    whole = [*chain, *[TABLE] * tables]
    table = struct.pack(f"<{len(whole)}I", *whole).ljust(tables * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIII", 0, tables, directory, 0, _SMALL_MOST)
    head += struct.pack("<IIII", small_table, -(-len(small_chain) * 4 // _SECTOR), END, 0)
    return head + struct.pack("<109I", *places, *[FREE] * (109 - tables)) + b"".join(sectors) + table


def _row(name: str, kind: int, first: int, size: int, child: int, right: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1) + struct.pack("<III", FREE, right, child)
        + b"\0" * 36 + struct.pack("<IQ", first, size)
    )  # fmt: skip


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def ticks(iso: str) -> int:
    return (
        int((datetime.fromisoformat(iso).replace(tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds())
        * 10**7
    )


def saved(streams: Tree, fixed: Mapping[tuple[int, int], int] | None = None) -> bytes:
    """Make a message of streams by the last eight letters of their names, and properties of fixed length."""
    rows = b"".join(struct.pack("<HHIQ", sort, number, 6, value) for (number, sort), value in (fixed or {}).items())
    named = {f"__substg1.0_{key}" if len(key) == 8 else key: value for key, value in streams.items()}
    return compound_of({"__properties_version1.0": b"\0" * 32 + rows, **named})
