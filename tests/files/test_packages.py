# SPDX-License-Identifier: MIT
"""ZIP packages are told apart by their parts, counted before anything is inflated, and damage never surprises."""

import io
import random
import struct
import tracemalloc
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.files.kinds import KINDS, Content
from eqbrief.files.packages import look_into_package
from tests.files import making
from tests.files.making import MACRO, PLAIN, SHOW, VBA_TYPE, links, office, office_parts, open_document, types, zipped


def looked(data: bytes) -> Content:
    return look_into_package(io.BytesIO(data), len(data))


MAIN = "ppt/presentation.xml"
DEFAULT_VBA = f'<Default Extension="bin" ContentType="{VBA_TYPE}"/>'


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (office(), Content("pptx")),
        (office(SHOW), Content("ppsx")),
        (office(MACRO), Content("pptm", macros=True)),
        (office(making.MACRO_SHOW), Content("pptm", macros=True)),
        (office(making.ADD_IN), Content("add-in")),
        (office(making.WORD), Content("docx")),
        (office(making.EXCEL), Content("xlsx")),
        (office(making.WORD_MACRO), Content("macro document")),
        (office("application/x-something"), Content("xml")),
        (office(PLAIN.upper()), Content("pptx")),
        (office(part="slides/main.xml"), Content("pptx")),
        (office(ppt__vbaProject_dot_bin=b"x"), Content("pptx", macros=True)),
        (office(ppt__VBAPROJECT_dot_BIN=b"x"), Content("pptx", macros=True)),
        (office(more=DEFAULT_VBA, ppt__notes_dot_bin=b"x"), Content("pptx", macros=True)),
        (
            zipped(office_parts() | {"ppt/_rels/presentation.xml.rels": links(("vbaProject", "theme.dat"))}),
            Content("pptx", macros=True),
        ),
        (zipped(office_parts() | {"ppt\\vbaProject.bin": b"x"}), Content("pptx", macros=True)),
        (zipped({"ppt/presentation.xml": "<presentation/>"}), Content("zip")),
        (zipped({"[Content_Types].xml": types(PLAIN), "ppt/presentation.xml": "<presentation/>"}), Content("zip")),
        (zipped({"[Content_Types].xml": types(PLAIN), "_rels/.rels": links(("officeDocument", MAIN))}),
         Content("damaged")),
        (zipped(office_parts() | {"[Content_Types].xml": "<Types"}), Content("damaged")),
        (zipped(office_parts() | {"_rels/.rels": links(("officeDocument", "ppt/../ppt/./presentation.xml"))}),
         Content("pptx")),
        (open_document(), Content("odp")),
        (open_document("application/vnd.oasis.opendocument.presentation-template"), Content("odp")),
        (open_document(Basic__Standard__Module1_dot_xml="x"), Content("odp", macros=True)),
        (open_document(Scripts__python__a_dot_py="x"), Content("odp", macros=True)),
        (open_document(inside='<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'),
         Content("odp", protected=True)),
        (open_document("application/vnd.oasis.opendocument.text"), Content("odt")),
        (open_document("application/epub+zip"), Content("zip")),
        (zipped({"Index/Document.iwa": b"x", "Index/Slide.iwa": b"x"}), Content("key")),
        (zipped({"Talk.key/Index.zip": b"x"}), Content("key")),
        (zipped({"index.apxl": b"x"}), Content("key")),
        (zipped({"META-INF/MANIFEST.MF": b"x", "Main.class": b"x"}), Content("program")),
        (zipped({"AndroidManifest.xml": b"x"}), Content("program")),
        (zipped({"__main__.py": b"x"}), Content("program")),
        (zipped({}), Content("zip")),
    ],
)  # fmt: skip
def test_the_parts_tell_what_it_is(data: bytes, content: Content) -> None:
    assert looked(data) == content


def test_entities_are_refused_and_nothing_is_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE T [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Types>&b;</Types>'
    outside = '<?xml version="1.0"?><!DOCTYPE T [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>'
    for part in (bomb, outside):
        assert looked(zipped(office_parts() | {"[Content_Types].xml": part})) == Content("entities")
        assert looked(zipped(office_parts() | {"_rels/.rels": part})) == Content("entities")


def test_a_part_given_twice_is_refused() -> None:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as package:
        warnings.simplefilter("ignore")
        for name, content in (*office_parts(MACRO).items(), ("[content_types].xml", types(PLAIN))):
            package.writestr(name, content)
    assert looked(out.getvalue()) == Content("entities")


def test_a_burst_is_seen_before_it_happens() -> None:
    bomb = office(ppt__media__blank_dot_bmp=bytes(200 << 20))
    assert len(bomb) < 1 << 20
    tracemalloc.start()
    try:
        assert looked(bomb) == Content("bomb")
        assert tracemalloc.get_traced_memory()[1] < 2 << 20
    finally:
        tracemalloc.stop()


def claiming(data: bytes, part: str, inflated: int) -> bytes:
    """Change the size that the directory claims for a part."""
    at = data.rfind(part.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + 24] + struct.pack("<I", inflated) + data[at + 28 :]


def test_claimed_sizes_count_and_are_not_believed() -> None:
    honest = office()
    assert looked(claiming(honest, "ppt/presentation.xml", 0xF0000000)) == Content("bomb")
    assert looked(claiming(honest, "[Content_Types].xml", 50 << 20)) == Content("damaged")
    long_types = zipped(office_parts() | {"[Content_Types].xml": types(PLAIN) + " " * (50 << 20)})
    assert looked(claiming(long_types, "[Content_Types].xml", len(types(PLAIN)))).kind in ("pptx", "damaged")


def test_parts_that_overlap_are_a_bomb() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("kernel", random.randbytes(20_000))
        package.filelist += [zipfile.ZipInfo(f"copy{number}") for number in range(40)]
        for copy in package.filelist[1:]:
            copy.compress_size = copy.file_size = 20_000
            copy.header_offset = copy.CRC = 0
    assert looked(out.getvalue()) == Content("bomb")


def test_a_huge_directory_is_not_read() -> None:
    data = bytearray(office())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 64 << 20)
    assert looked(bytes(data)) == Content("bomb")
    wide = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 9, 9, 1 << 40, 0)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    data[end + 12 : end + 16] = b"\xff" * 4
    assert looked(bytes(data[:end] + wide + locator + data[end:])) == Content("bomb")


def test_a_part_packed_in_another_way_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        for name, content in office_parts().items():
            package.writestr(name, content)
    assert looked(out.getvalue()) == Content("damaged")


def test_a_part_with_a_password_is_damaged() -> None:
    data = bytearray(office())
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert looked(bytes(data)) == Content("damaged")


@pytest.mark.parametrize("length", [0, 4, 21, 22, 100, 300])
def test_what_is_cut_short_is_damaged(length: int) -> None:
    assert looked(office()[:length]) == Content("damaged")
    assert looked(office()[:-length] if length else b"") == Content("damaged")


@given(st.integers(0, 2**32), st.integers(1, 30))
def test_no_damage_surprises(seed: int, count: int) -> None:
    chance = random.Random(seed)
    data = bytearray(office(ppt__media__a_dot_bmp=b"x" * 400))
    for _ in range(count):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert looked(bytes(data)).kind in KINDS


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_no_rubbish_surprises(front: bytes, back: bytes) -> None:
    assert looked(front + b"PK\x05\x06" + back).kind in KINDS
