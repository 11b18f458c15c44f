# SPDX-License-Identifier: MIT
"""Small files of every kind, honest and otherwise, made here so that nothing dangerous lies in the repository."""

import io
import struct
import zipfile
from collections.abc import Mapping

PLAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
SHOW = "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
MACRO = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
MACRO_SHOW = "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml"
ADD_IN = "application/vnd.ms-powerpoint.addin.macroEnabled.main+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORD_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
VBA_TYPE = "application/vnd.ms-office.vbaProject"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VBA_ATOM = b"\x0f\0\xff\x03\x14\0\0\0\x02\0\0\x04\x0c\0\0\0\x07\0\0\0"
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def zipped(parts: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def links(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(targets)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="urn:links">{rows}</Relationships>'


def types(main: str, *, more: str = "", part: str = "/ppt/presentation.xml") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="urn:types"><Default Extension="xml" '
        f'ContentType="application/xml"/>{more}<Override PartName="{part}" ContentType="{main}"/></Types>'
    )


def office_parts(main: str = PLAIN, *, more: str = "", part: str = "ppt/presentation.xml") -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": types(main, more=more, part=f"/{part}"),
        "_rels/.rels": links(("extended-properties", "docProps/app.xml"), ("officeDocument", part)),
        part: "<presentation/>",
    }


def office(main: str = PLAIN, *, more: str = "", part: str = "ppt/presentation.xml", **extra: str | bytes) -> bytes:
    """Make a package; `extra` are further parts, their names with `__` for the slash and `_dot_` for the dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in extra.items()}
    return zipped(office_parts(main, more=more, part=part) | named)


def open_document(
    media: str = "application/vnd.oasis.opendocument.presentation", *, inside: str = "", **extra: str | bytes
) -> bytes:
    manifest = (
        '<?xml version="1.0"?><m:manifest xmlns:m="urn:manifest">'
        f'<m:file-entry m:full-path="/" m:media-type="{media}"/>{inside}</m:manifest>'
    )
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in extra.items()}
    return zipped({"mimetype": media, "META-INF/manifest.xml": manifest, "content.xml": "<office/>"} | named)


def compound(streams: Mapping[str, bytes], *, root: bytes = b"\0" * 16, scattered: bool = False) -> bytes:
    """Make an OLE2 file; `scattered` lays the sectors of a stream out backwards, so that no two are neighbours."""
    table: list[int] = [TABLE]
    sectors: list[bytes] = [b""]
    starts: dict[str, int] = {}
    for name, data in streams.items():
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, max(len(data), 1), 512)]
        places = list(range(len(sectors), len(sectors) + len(pieces)))
        order = places[::-1] if scattered else places
        by_place = dict(zip(order, pieces, strict=True))
        following = dict(zip(order, [*order[1:], END], strict=True))
        starts[name] = order[0]
        sectors += [by_place[place] for place in places]
        table += [following[place] for place in places]
    rows = [row("Root Entry", 5, END, 0, root)]
    rows += [row(name, 2, starts[name], len(data)) for name, data in streams.items()]
    rows += [b"\0" * 128] * (-len(rows) % 4)
    first = len(sectors)
    for at in range(0, len(rows), 4):
        sectors.append(b"".join(rows[at : at + 4]))
        table.append(len(sectors) if at + 4 < len(rows) else END)
    assert len(table) <= 128
    sectors[0] = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    head = OLE_MARK + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, first, 0, 4096, END, 0, END, 0)
    return head + struct.pack("<109I", 0, *[FREE] * 108) + b"".join(sectors)


def row(name: str, kind: int, start: int, size: int, root: bytes = b"\0" * 16) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1) + struct.pack("<III", FREE, FREE, FREE)
        + root + b"\0" * 20 + struct.pack("<IQ", start, size)
    )  # fmt: skip


def old_deck(*, macros: int | None = None, at: int = 40_000, scattered: bool = False, **more: bytes) -> bytes:
    """Make a .ppt in outline; `macros` is the flag of its VBA record, None for no such record."""
    record = b"" if macros is None else VBA_ATOM + struct.pack("<II", macros, 2)
    body = b"\x0f\0\xe8\x03" + b"s" * (at - 4) + record + b"t" * 3000
    return compound({"PowerPoint Document": body, "Current User": b"x" * 40} | more, scattered=scattered)
