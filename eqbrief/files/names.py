# SPDX-License-Identifier: MIT
"""Names for files and folders that hold on Windows, macOS and Linux alike.

Titles and names come from pages and other people's computers, so nothing of them is trusted but the letters.
"""

import re
import unicodedata
from pathlib import Path

LIMIT_BYTES = 150
FOLDER_LENGTH = 60
UNTITLED = "Untitled"

# Letters C: control, format (direction marks, zero width), surrogates, private use, unassigned.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SPACES = frozenset({"Zs", "Zl", "Zp"})
_REPLACED = {"/": "-", "\\": "-", "|": "-", ":": "-", "<": "(", ">": ")", '"': "'", "?": "", "*": ""}
# Windows takes these for devices whatever follows the first dot; the raised digits count as well:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE)
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}$")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def safe_name(text: str, *, limit_bytes: int = LIMIT_BYTES) -> str:
    """Make a name for one file or folder out of any text, keeping its letters, accents and ending.

    The name is at most `limit_bytes` long in UTF-8, holds no separator, control or direction character, is no
    device of Windows, neither starts nor ends in a dot or space, and is never empty: 'Untitled' stands in.

    Raises:
        ValueError: when `limit_bytes` is below 16, too short for a name with an ending.
    """
    if limit_bytes < 16:
        raise ValueError("A name needs at least 16 bytes.")
    # 'Questions: why now' reads better as 'Questions - why now'.
    spaced = re.sub(r"\s*:\s+", " - ", unicodedata.normalize("NFC", text))
    kept = spaced.translate(_KEPT)
    name = _trimmed(unicodedata.normalize("NFC", kept)) or UNTITLED
    if _RESERVED.match(name):
        stem, dot, rest = name.partition(".")
        name = f"{stem.rstrip()}_{dot}{rest}"
    return _shortened(name, limit_bytes)


def names_in(folder: Path) -> set[str]:
    """Give the names in a folder, in the form in which `free_name` compares them; raises OSError."""
    try:
        return {_folded(entry.name) for entry in folder.iterdir()}
    except FileNotFoundError:
        return set()


def unique_name(folder: Path, name: str) -> str:
    """Give the name, or 'name (2).pptx' and so on, so that nothing in the folder bears it yet.

    Names that differ only in case or in how an accent is written count as the same, as they do on Windows and
    macOS. A folder that does not exist has no names in it. Raises OSError when it cannot be read.
    """
    return free_name(name, names_in(folder))


def free_name(name: str, taken: set[str]) -> str:
    """Give the name, or one with a number, that is not among those `taken`, and add it to them."""
    stem, ending = _parts(name)
    chosen, number = name, 1
    while _folded(chosen) in taken:
        number += 1
        mark = f" ({number})"
        room = max(LIMIT_BYTES, len(name.encode())) - len((mark + ending).encode())
        chosen = f"{_cut(stem, room)}{mark}{ending}"
    taken.add(_folded(chosen))
    return chosen


def event_folder_name(date: str | None, title: str) -> str:
    """Name an event's folder by its date (ISO 8601) and title, cut after a word at about 60 characters."""
    day = _DAY.match(date or "")
    name = safe_name(f"{day[0]} {title}" if day else title, limit_bytes=4 * LIMIT_BYTES)
    if len(name) > FOLDER_LENGTH:
        cut = name[: FOLDER_LENGTH + 1]
        words = cut.rpartition(" ")[0]
        # A writing without spaces, or one long word, is cut where it stands.
        name = words if len(words) > FOLDER_LENGTH // 2 else cut[:FOLDER_LENGTH]
    return safe_name(name.rstrip(" -–—,;&("))


class _Kept(dict[int, str]):
    """What becomes of each letter in a name, for `str.translate`; found once a letter, and then known."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = unicodedata.category(letter)
        if letter in _REPLACED:
            kept = _REPLACED[letter]
        elif kind in _SPACES or letter in "\t\n\r\v\f":
            kept = " "
        else:
            kept = "" if kind in _DROPPED else letter
        self[code] = kept
        return kept


_KEPT = _Kept()


def _trimmed(name: str) -> str:
    return re.sub(r" {2,}", " ", name).strip(" .")


def _parts(name: str) -> tuple[str, str]:
    ending = _ENDING.search(name)
    return (name[: ending.start()], ending[0]) if ending and ending.start() else (name, "")


def _shortened(name: str, limit_bytes: int) -> str:
    if len(name.encode()) <= limit_bytes:
        return name
    stem, ending = _parts(name)
    return _cut(stem, limit_bytes - len(ending)) + ending


def _cut(text: str, limit_bytes: int) -> str:
    """Cut to so many bytes of UTF-8, never between a letter and its accent."""
    if len(text.encode()) <= limit_bytes:
        return text
    short = text.encode()[:limit_bytes].decode(errors="ignore")
    while short and unicodedata.combining(text[len(short)]):
        short = short[:-1]
    return short.rstrip(" .") or UNTITLED[:limit_bytes]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
