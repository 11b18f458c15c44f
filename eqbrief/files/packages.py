# SPDX-License-Identifier: MIT
"""Look into a ZIP package: which presentation or document it is, has it macros, is it made to burst.

Sizes are counted from the directory before anything is inflated, and only three small parts ever are.
"""

import errno
import posixpath
import struct
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from eqbrief.files.kinds import Content

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
DIRECTORY_LIMIT = 4 << 20  # Some 60,000 parts; the largest real decks have 5,000.
INFLATED_LIMIT = 4 << 30
# Text shrinks to a tenth or a thirtieth, empty pictures to a hundredth; a bomb to a thousandth.
RATIO_LIMIT, RATIO_FROM = 150, 100 << 20
_PART_LIMIT = 4 << 20

# The main part's type, as [Content_Types].xml gives it, between these two.
_MAIN = {
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml": "ppsx",
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml": "potx",
    "application/vnd.ms-powerpoint.presentation.macroenabled.main+xml": "pptm",
    "application/vnd.ms-powerpoint.slideshow.macroenabled.main+xml": "pptm",
    "application/vnd.ms-powerpoint.template.macroenabled.main+xml": "pptm",
    "application/vnd.ms-powerpoint.addin.macroenabled.main+xml": "add-in",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xlsx",
    "application/vnd.ms-word.document.macroenabled.main+xml": "macro document",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "macro document",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": "macro document",
    "application/vnd.ms-excel.template.macroenabled.main+xml": "macro document",
    "application/vnd.ms-excel.addin.macroenabled.main+xml": "add-in",
}
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.presentation-template": "odp",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_KEYNOTE = ("index.apxl", "index.apxl.gz", "index/document.iwa", "index.zip")
# A package with one of these is a program whatever else it holds.
_PROGRAMS = ("androidmanifest.xml", "meta-inf/manifest.mf", "install.rdf", "appxmanifest.xml", "__main__.py")


class _Entities(ValueError):
    """A part declares entities, which no honest package does."""


def look_into_package(file: BinaryIO, size: int) -> Content:
    """Tell what a ZIP file of so many bytes is from its open file; `damaged` or `bomb` when it cannot be trusted."""
    import zipfile  # noqa: PLC0415 - 10 ms that the first frame does not need

    try:
        if _directory_bytes(file, size) > DIRECTORY_LIMIT:
            return Content("bomb")
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            if _bursts(entries, size):
                return Content("bomb")
            names = {_plain(entry.filename): entry for entry in entries}
            if len(names) < len(entries) and _twice(entries, "[content_types].xml"):
                return Content("entities")
            return _which(package, names)
    except _Entities:
        return Content("entities")
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError, NotImplementedError):
        # RuntimeError: a part with a ZIP password, which no program that makes decks sets.
        return Content("damaged")
    except OSError as error:
        # A directory that claims to start before the file does.
        if error.errno != errno.EINVAL:
            raise
        return Content("damaged")


def _which(package: "ZipFile", names: dict[str, "ZipInfo"]) -> Content:
    if "[content_types].xml" in names:
        return _office(package, names)
    if "mimetype" in names or "meta-inf/manifest.xml" in names:
        return _open_document(package, names)
    if any(name in names for name in _PROGRAMS):
        return Content("program")
    # Older Keynote makes a folder, which mail and web sites pack with its name: 'Talk.key/Index.zip'.
    if any(name in _KEYNOTE or name.partition(".key/")[2] in _KEYNOTE for name in names):
        return Content("key")
    return Content("zip")


def _office(package: "ZipFile", names: dict[str, "ZipInfo"]) -> Content:
    types = _elements(_part(package, names, "[content_types].xml"))
    overrides = {_plain(a["PartName"]): a.get("ContentType", "").lower() for _, a in types if "PartName" in a}
    defaults = {a["Extension"].lower(): a.get("ContentType", "").lower() for _, a in types if "Extension" in a}
    main = next((target for kind, target in _links(package, names, "") if kind == "officeDocument"), "")
    kind = _MAIN.get(overrides.get(main) or defaults.get(PurePosixPath(main).suffix.lstrip("."), ""), "")
    if not kind:
        return Content("xml" if main else "zip")
    if main not in names:
        return Content("damaged")
    macros = (
        any(PurePosixPath(name).name == "vbaproject.bin" for name in names)
        or any(said.endswith("vbaproject") for said in (*overrides.values(), *defaults.values()))
        or any(link == "vbaProject" for link, _ in _links(package, names, main))
    )
    return Content(kind, macros=macros or kind == "pptm")


def _open_document(package: "ZipFile", names: dict[str, "ZipInfo"]) -> Content:
    manifest = _elements(_part(package, names, "meta-inf/manifest.xml"))
    media = {attributes.get("full-path", ""): attributes.get("media-type", "") for _, attributes in manifest}
    said = _part(package, names, "mimetype").decode("ascii", "replace").strip() or media.get("/", "")
    kind = _OPEN_DOCUMENT.get(said)
    if not kind:
        return Content("zip")
    return Content(
        kind,
        macros=any(name.startswith(("basic/", "scripts/")) and not name.endswith("/") for name in names),
        protected=any(element == "encryption-data" for element, _ in manifest),
    )


def _links(package: "ZipFile", names: dict[str, "ZipInfo"], part: str) -> list[tuple[str, str]]:
    """Give the kind and the target of each relationship of a part ('' for the package) within the package."""
    folder = PurePosixPath(part).parent
    found: list[tuple[str, str]] = []
    for _, link in _elements(_part(package, names, _plain(str(folder / "_rels" / f"{PurePosixPath(part).name}.rels")))):
        if "Target" in link:
            target = link["Target"]
            whole = posixpath.normpath(target if target.startswith("/") else str(folder / target))
            found.append((link.get("Type", "").rpartition("/")[2], _plain(whole)))
    return found


def _part(package: "ZipFile", names: dict[str, "ZipInfo"], name: str) -> bytes:
    """Inflate a small part; b'' when there is none."""
    entry = names.get(name)
    if entry is None:
        return b""
    if entry.file_size > _PART_LIMIT or entry.compress_type not in (0, 8):
        raise ValueError("a part too big or packed in a way that no package is")
    with package.open(entry) as part:
        return part.read(_PART_LIMIT)


def _elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """Give each element's name without its namespace, and its attributes likewise. Expands no entity."""
    from xml.parsers import expat  # noqa: PLC0415 - only for packages

    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((_local(name), {_local(key): value for key, value in attributes.items()}))

    def entity(*_: object) -> None:
        raise _Entities("a part declares entities")

    if not xml:
        return found
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError("a part is no XML") from error
    return found


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _plain(name: str) -> str:
    """Give a part's name as parts are compared: small letters, no slash in front, and `/` only."""
    return name.replace("\\", "/").lstrip("/").lower()


def _twice(entries: "Iterable[ZipInfo]", name: str) -> bool:
    return sum(_plain(entry.filename) == name for entry in entries) > 1


def _bursts(entries: "list[ZipInfo]", size: int) -> bool:
    inflated = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    # More packed data than there is file: parts that overlap, each inflating the same bytes.
    return inflated > INFLATED_LIMIT or packed > size or (inflated > RATIO_FROM and inflated > size * RATIO_LIMIT)


def _directory_bytes(file: BinaryIO, size: int) -> int:
    """Give the size that the archive's directory claims, without reading the directory.

    Format: APPNOTE.TXT 4.3.16, and 4.3.14 for ZIP64. Raises ValueError when there is no end of a directory.
    """
    reach = min(size, 65535 + 22 + 20 + 56)
    file.seek(size - reach)
    tail = file.read(reach)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        raise ValueError("no end of the directory")
    claims = [struct.unpack_from("<I", tail, at + 12)[0]]
    locator = tail[max(at - 20, 0) : at]
    if locator.startswith(b"PK\x06\x07") and len(locator) == 20:
        # Readers differ in whether they believe the locator or look right before it, so both are counted.
        file.seek(min(struct.unpack_from("<Q", locator, 8)[0], size))
        ends = (file.read(56), tail[max(at - 76, 0) : at - 20])
        wide = [
            struct.unpack_from("<Q", end, 40)[0] for end in ends if end.startswith(b"PK\x06\x06") and len(end) == 56
        ]
        claims = [claim for claim in claims if claim != 0xFFFFFFFF] + wide
    return max(claims, default=0)
