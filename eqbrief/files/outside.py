# SPDX-License-Identifier: MIT
"""What a presentation takes from elsewhere when it is opened: linked pictures, films, sheets. Read, never followed.

A link that somebody has to click is none of it. Formats: ECMA-376 part 2, 9.3 (relationships); OpenDocument part 3, 19.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from eqbrief.files.packages import SIGNATURES

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST = 50
"""The most places that are listed."""
_PART_LIMIT, _WHOLE_LIMIT = 4 << 20, 32 << 20
_MOST_PARTS = 20_000
_WHEN_CLICKED = frozenset({"hyperlink", "hlinkHover"})
# What of an OpenDocument is shown or played at once; a link in a text is not.
_SHOWN = frozenset({"image", "object", "object-ole", "plugin", "floating-frame", "fill-image", "sound", "applet"})
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")
_ODF_PARTS = ("content.xml", "styles.xml")


def taken_from_outside(file: Path) -> tuple[str, ...]:
    """Name the places from which a presentation takes something when it is opened: sites, or files by their names.

    Each once; nothing for what is no package, or is damaged: whoever opens it judges that.
    """
    import zipfile  # noqa: PLC0415 - 10 ms that the first frame does not need

    found: dict[str, None] = {}
    try:
        with file.open("rb") as opened:
            if not opened.read(4).startswith(SIGNATURES):
                return ()
            with zipfile.ZipFile(opened) as package:
                for target in _targets(package):
                    found[_place(target)] = None
                    if len(found) >= MOST:
                        break
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error):
        return tuple(found)
    return tuple(found)


def _targets(package: "ZipFile") -> Iterator[str]:
    left = _WHOLE_LIMIT
    for entry in package.infolist()[:_MOST_PARTS]:
        name = entry.filename.replace("\\", "/").lower()
        read = _of_relationships if name.endswith(".rels") else _of_open_document if name in _ODF_PARTS else None
        if read is None or entry.file_size > min(_PART_LIMIT * (1 if name.endswith(".rels") else 4), left):
            continue
        left -= entry.file_size
        yield from read(_elements(package, entry))


def _of_relationships(elements: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    for _, link in elements:
        outside = link.get("TargetMode", "").casefold() == "external"
        if outside and link.get("Target") and link.get("Type", "").rpartition("/")[2] not in _WHEN_CLICKED:
            yield link["Target"]


def _of_open_document(elements: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    for name, attributes in elements:
        target = attributes.get("href", "")
        if name in _SHOWN and (_SCHEME.match(target) or target.startswith(("/", "../", "\\"))):
            yield target


def _elements(package: "ZipFile", entry: "ZipInfo") -> list[tuple[str, dict[str, str]]]:
    """Give the elements of a part that point somewhere, by their names without a namespace. Expands no entity."""
    from xml.parsers import expat  # noqa: PLC0415 - only for packages

    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if "Target" in plain or "href" in plain:
            found.append((name.rpartition(":")[2], plain))

    def entity(*_: object) -> None:
        raise ValueError("a part declares entities")

    with package.open(entry) as part:
        data = part.read(_PART_LIMIT * 4)
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return found  # what was told before it breaks off
    return found


def _place(target: str) -> str:
    """Name a target for a sentence: a site, or a file with the machine that it lies on."""
    text = "".join(letter for letter in unquote(target) if letter.isprintable())
    try:
        parts = urlsplit(text.replace("\\", "/"))
        host = parts.hostname or ""
    except ValueError:
        return text[:80]
    if parts.scheme.lower() in ("http", "https", "ftp", "rtsp", "mms") and host:
        return host
    name = text.replace("\\", "/").rstrip("/").rpartition("/")[2] or text
    return f"{name[:80]} on {host}" if host else name[:80]
