# SPDX-License-Identifier: MIT
"""Let in and open only what is what it says it is: the name and the content of a file must agree.

Names and pages come from outside, and a double click starts whatever the ending says.
"""

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eqbrief.files.compound import SIGNATURE, look_into_compound
from eqbrief.files.kinds import DECK_ENDINGS, KINDS, MACRO_ENDINGS, PROGRAM_ENDINGS, STARTS, Content, Use
from eqbrief.files.packages import SIGNATURES, look_into_package
from eqbrief.files.trouble import explain
from eqbrief.model import UserError

_HEAD = 64 << 10
_PDF_REACH = 1024  # A PDF may have something before its first line, and viewers take it.
_PDF_ENDS = 1 << 20
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Possessive, because comments could otherwise be grouped in exponentially many ways.
_BLANK = r"(?:\s|<!--.*?-->|<\?xml.*?\?>)*+"
_TAGS = "!doctype html|html|head|body|title|meta|script|style|form|div|table|p|h[1-6]|br|iframe|a"
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
# What a text is, by how it begins; the first that fits counts.
_TEXTS: tuple[tuple[str, str], ...] = (
    (r"\s*\[(?:desktop entry|internetshortcut|\{000214a0[^\]]*|autorun)\]", "shortcut"),
    (r"\s*(?:windows registry editor|regedit4)", "script"),
    (r"\s*@?(?:echo (?:off|on)\b|setlocal\b)|\s*(?:@rem|rem @|powershell -|cmd(?:\.exe)? /)", "script"),
    (r"\s*<\?php|" + _BLANK + r"<(?:job|package|scriptlet|component)\b|.{0,4000}?<hta:application\b", "script"),
    (r"(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?mime-version:", "mhtml"),
    (_BLANK + rf"<(?:{_TAGS})\b", "html"),
    (r"\s*(?:(?:var|const|let)\s+[\w$]+\s*=|(?:async\s+)?function\s*\w*\s*\(|option explicit\b|param\s*\()", "script"),
    (r"\s*(?:import [\w.]+\s*\n|from [\w.]+ import )", "script"),
    (r".{0,4000}?\b(?:wscript\.\w|createobject\(|new activexobject|invoke-expression|start-process)", "script"),
    (r"\s*<\?xml|\s*<!doctype|\s*<[a-z][\w:.-]*[\s/>]", "xml"),
)
_ASKS_PASSWORD = re.compile(
    r"<input[^>]*type\s*=\s*[\"']?password|<(?:title|h1)[^>]*>[^<]*\b(?:sign|log)[- ]?(?:in|on)\b", re.IGNORECASE
)
_MACRO_FREE = frozenset({"pptx", "ppsx", "potx", "docx", "dotx", "xlsx", "xltx"})
_DECKS = "PowerPoint, OpenDocument, Keynote or PDF"
_RECORDINGS = f"Choose a recording: {', '.join(ending.upper() for ending in KINDS['media'].endings)}."
# What to do about content that is not wanted, by its use.
_NEXT: dict[Use, str] = {
    "danger": "Do not open it; ask whoever sent it what it is, and delete it if you did not expect it.",
    "damaged": "Download it or ask for it once more, then try again with the new copy.",
    "page": "Open the link in your browser, sign in there if asked, download the file itself and try again with that.",
    "other": f"Choose a presentation: {_DECKS}.",
    "document": f"Save it as a PDF or a presentation, and choose that ({_DECKS}).",
    "picture": f"Choose a presentation: {_DECKS}.",
    "recording": f"Choose a presentation: {_DECKS}.",
}


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A file that was found to be what its name says.

    `format` is its ending in small letters ('pptx'). With `macros` it may run a program of its own when opened, so
    the person is warned each time; `protected` files are encrypted and may ask for a password.
    """

    format: str
    macros: bool
    protected: bool = False


def deck_file(path: Path, called: str | None = None) -> DeckFile:
    """Say what kind of presentation a file is. Reads little of it, runs and changes nothing.

    `called` is the name that it is to bear, where it does not bear it yet.

    Raises:
        UserError: with the reason, when it is no presentation, when its content is not what its name says, when
            its name hides a program's ending or macros, or when it is empty, damaged or made to do harm.
    """
    return checked_file(path, ("deck",), called)


def checked_file(path: Path, uses: tuple[Use, ...], called: str | None = None) -> DeckFile:
    """Do as `deck_file` for files of several uses ('deck', 'document', 'picture'), or of another ('recording')."""
    borne = path.name if called is None else called
    name = _shown(borne)
    ending = _ending(borne)
    fault = _fault_of_name(borne)
    if fault:
        raise UserError(f"'{name}' was not accepted: {fault}.", _NEXT["danger"])
    content = look(path)
    kind = KINDS[content.kind]
    if kind.use not in uses:
        raise UserError(f"'{name}' was not accepted: it is {kind.words}.", _next_step(kind.use, uses))
    if content.macros and ending in _MACRO_FREE:
        raise UserError(
            f"'{name}' was not accepted: it holds macros, which a file that ends in '.{ending}' must not.",
            "Ask for a copy without macros; one with macros that you need and trust has to end in '.pptm'.",
        )
    if ending not in kind.endings:
        claimed = f"its name ends in '.{ending}'" if ending else "its name has no ending"
        raise UserError(
            f"'{name}' was not accepted: its content is {kind.words}, but {claimed}.",
            f"If you trust where it comes from, rename it so that it ends in '.{kind.endings[0]}', then try again.",
        )
    if ending not in DECK_ENDINGS and uses == ("deck",):
        raise UserError(f"'{name}' was not accepted: it is {kind.words}, but no presentation.", _NEXT["other"])
    if content.macros and kind.use == "document":
        raise UserError(f"'{name}' was not accepted: it holds macros, which are programs.", _NEXT["danger"])
    return DeckFile(ending, macros=content.macros or ending in MACRO_ENDINGS, protected=content.protected)


def _next_step(use: Use, uses: tuple[Use, ...]) -> str:
    """Say what to do about content of a use that is not wanted."""
    if uses == ("recording",) and use not in ("danger", "damaged"):
        return _RECORDINGS
    return _NEXT.get(use, _NEXT["other"])


def look(path: Path) -> Content:
    """Tell what a file is by its content alone; what makes no sense is 'unknown' or 'damaged', never an exception.

    Raises:
        UserError: when it is not there or cannot be read.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return Content("folder")
        # A pipe or a device would block, or never end.
        if not stat.S_ISREG(found.st_mode):
            return Content("special")
        with path.open("rb") as file:
            return _look(file, found.st_size)
    except OSError as error:
        raise explain(error, path) from error


def _look(file: BinaryIO, size: int) -> Content:
    head = file.read(_HEAD)
    if not head:
        return Content("empty")
    if head.startswith(SIGNATURE):
        return look_into_compound(file)
    if head.startswith(SIGNATURES):
        return look_into_package(file, size)
    if head.startswith(b"%PDF-"):
        return Content("pdf", protected=_encrypted_pdf(file, size))
    for at, start, kind in STARTS:
        if head.startswith(start, at):
            return Content(kind)
    if head.startswith(b"BM") and len(head) > 18 and head[14] in (12, 40, 52, 56, 64, 108, 124):
        return Content("bmp")
    text = _text_kind(head)
    # A script or a page with a PDF inside is a script or a page.
    if b"%PDF-" in head[:_PDF_REACH] and text in ("", "text"):
        return Content("pdf", protected=_encrypted_pdf(file, size))
    return Content(text or "unknown")


def _text_kind(head: bytes) -> str:
    if not head.strip(b"\0"):
        return "damaged"  # What a download or a sync that was broken off leaves: room without content.
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    elif b"\0" in head:
        return ""
    else:
        text = head.decode("utf-8-sig", "replace")
    for pattern, kind in _TEXTS:
        if re.match(pattern, text[:8192], re.IGNORECASE | re.DOTALL):
            return "sign-in" if kind == "html" and _ASKS_PASSWORD.search(text) else kind
    odd = sum(letter < " " and letter not in "\t\n\r\f\x1b" for letter in text[:4096])
    return "text" if odd * 50 <= len(text[:4096]) else ""


def _encrypted_pdf(file: BinaryIO, size: int) -> bool:
    # Its trailer stands at the end, or near the start where it was made for the web.
    file.seek(0)
    first = file.read(_PDF_ENDS)
    file.seek(max(size - _PDF_ENDS, 0))
    return bool(_ENCRYPTED.search(first) or _ENCRYPTED.search(file.read(_PDF_ENDS)))


def _fault_of_name(name: str) -> str:
    if _OVERRIDES.search(name):
        return "its name holds hidden signs that turn the order of its letters, so it may not end as it seems to"
    if any(unicodedata.category(letter) == "Cc" for letter in name):
        return "its name holds a control character"
    # Windows passes over spaces and dots at the end; a space in front makes '1. Action.pptx' a title.
    parts = [unicodedata.normalize("NFKC", part).rstrip().casefold() for part in name.split(".")[1:]]
    for ending in [part for part in parts if part][-2:]:
        if ending in PROGRAM_ENDINGS:
            return f"'.{ending}' in its name is the ending of a program"
    return ""


def _ending(name: str) -> str:
    return name.rpartition(".")[2].casefold() if "." in name.strip(".") else ""


def _shown(name: str) -> str:
    return "".join("?" if unicodedata.category(letter)[0] == "C" else letter for letter in name)
