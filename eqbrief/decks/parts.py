# SPDX-License-Identifier: MIT
"""The parts of a ZIP package, inflated with counted limits and parsed without entities, types or network.

A part that cannot be read costs what hangs on it, never the deck: it raises `Unreadable` with a reason in words.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from eqbrief.decks.libraries import lxml_etree

PART_LIMIT = 32 << 20
"""The most bytes of one part; the largest slides of real decks have some 3 MB."""
WHOLE_LIMIT = 256 << 20
"""The most bytes of all parts of a deck that are read together; pictures and films are never inflated."""
DEPTH_LIMIT = 200
"""The deepest that shapes are followed into groups; nobody groups by hand more than some ten times."""

_ETREE = lxml_etree()
_PARSER: Any = _ETREE.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
    remove_comments=True, remove_pis=True,
)  # fmt: skip
_LOCAL: dict[str, str] = {}


class Unreadable(Exception):
    """A part that cannot be read; the message completes 'slide 3: …'."""


class PasswordTrouble(Exception):
    """The file is encrypted and the password is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: another part of the package by its whole name or, when `outside`, an address."""

    kind: str
    target: str
    outside: bool


class Package:
    """An open package. `left` is how many bytes may still be inflated."""

    def __init__(self, file: "Path | BinaryIO") -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
            raise Unreadable("the file is damaged or incomplete") from error
        self._names = {_plain(entry.filename): entry for entry in self._zip.infolist()}
        self.left = WHOLE_LIMIT

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def holds(self, name: str) -> bool:
        """Say whether there is a part of this name."""
        return _plain(name) in self._names

    def print_of(self, name: str) -> str:
        """Give a short mark of a part's content as the package's directory tells it; '' when there is no such part."""
        entry = self._names.get(_plain(name))
        return f"{entry.CRC:08x}-{entry.file_size:x}" if entry is not None else ""

    def data(self, name: str) -> bytes:
        """Inflate a part.

        Raises:
            Unreadable: when it is missing, damaged, packed oddly, or too big.
        """
        entry = self._names.get(_plain(name))
        if entry is None:
            raise Unreadable(f"its part '{_shown(name)}' is missing from the file")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 1:
            raise Unreadable(f"its part '{_shown(name)}' is packed in a way that no presentation is")
        room = min(PART_LIMIT, self.left)
        if entry.file_size > room:
            raise Unreadable(f"its part '{_shown(name)}' is too big to be read safely")
        try:
            with self._zip.open(entry) as part:
                data = part.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError) as error:
            raise Unreadable(f"its part '{_shown(name)}' is damaged") from error
        self.left -= len(data)
        return data

    def xml(self, name: str) -> Any:
        """Parse a part and give its root element.

        Raises:
            Unreadable: as `data`, and when it is no well-formed XML or declares a document type.
        """
        data = self.data(name)
        try:
            root: Any = _ETREE.fromstring(data, _PARSER)
        except (_ETREE.XMLSyntaxError, ValueError) as error:
            raise Unreadable(f"its part '{_shown(name)}' is damaged") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(f"its part '{_shown(name)}' declares a document type, which no honest presentation does")
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """Give what a part ('' for the package) leads to, by the ids that it uses; nothing where that is not told.

        Raises:
            Unreadable: when the part that tells it is there and cannot be read.
        """
        folder, _, last = name.rpartition("/")
        told = f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
        if not self.holds(told):
            return {}
        found: dict[str, Relation] = {}
        for element in self.xml(told):
            target = element.get("Target") or ""
            outside = element.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[element.get("Id") or ""] = Relation((element.get("Type") or "").rpartition("/")[2], target, outside)
        return found


def local(element: Any) -> str:
    """Give an element's name without its namespace, so that strict and transitional files read alike."""
    tag = element.tag
    name = _LOCAL.get(tag)
    if name is None:
        # A comment's or an entity's tag is a function.
        name = str(tag).rpartition("}")[2] if isinstance(tag, str) else ""
        if len(_LOCAL) < 5000:
            _LOCAL[tag] = name
    return name


def attribute(element: Any, name: str) -> str:
    """Give an attribute by its name without the namespace; '' when there is none."""
    for key, value in element.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return ""


def child(element: Any, *path: str) -> Any:
    """Follow names (without namespaces) from an element to the first child of each; None where one is missing."""
    for name in path:
        element = next((one for one in element if local(one) == name), None)
        if element is None:
            return None
    return element


def _plain(name: str) -> str:
    """Give a part's name as parts are compared: small letters, no slash in front, and `/` only."""
    return name.replace("\\", "/").lstrip("/").lower()


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name[-80:])
