# SPDX-License-Identifier: MIT
"""Read a PDF page by page: its words, the title of each page, its links, and whether it is pictures only.

Format: ISO 32000-2; PDFium does the reading and is not to be trusted with foreign files outside the worker.
"""

import ctypes
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from eqbrief.decks.gathering import Gathered, one_line
from eqbrief.decks.libraries import pypdfium2
from eqbrief.decks.parts import PasswordTrouble
from eqbrief.decks.titles import Line, title_lines
from eqbrief.model import Slide, Unread

MOST_PAGES = 5000
_MOST_LETTERS = 2_000_000
_MOST_OBJECTS = 20_000
_MOST_LINKS = 200
_MOST_PRINTS = 100
_MOST_BYTES = 4 << 20
_MOST_BOOKMARKS = 5000
# Latin ligatures, and the shapes that Arabic letters take in a line: signs of printing, not letters.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+")
# PDFium writes a hyphen that breaks a word at the end of a line as U+0002 or U+FFFE, and joins the lines itself.
_BROKEN = re.compile("[\u0002\ufffe](?:\r\n|\n)?|\u00ad(?:\r\n|\n)?")


def slides_of_pdf(file: Path, password: str | None) -> Iterator[tuple[Slide | None, list[Unread]]]:
    """Give each page as a slide with what could not be read of it, one after the other.

    Raises:
        PasswordTrouble: when it needs a password that was not given, or another one.
        ValueError: when PDFium cannot read the file at all.
    """
    pdfium = pypdfium2()
    try:
        document = pdfium.PdfDocument(file, password=password)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise PasswordTrouble from error
        raise ValueError(str(error)) from error
    try:
        bookmarks = _bookmarks(document)
        for number in range(1, len(document) + 1):
            if number > MOST_PAGES:
                yield None, [Unread(number, f"this page and those after it were not read: more than {MOST_PAGES:,}")]
                return
            bookmark = bookmarks.get(number, "")
            # 'Slide 11' is what programs call a page that has no title.
            yield _page(document, number, "" if re.fullmatch(rf"\D{{0,20}}\b{number}", bookmark) else bookmark)
    finally:
        document.close()


def plain_text(text: str) -> str:
    """Write PDFium's text as words: ligatures and printing shapes as letters, words broken at a line's end whole."""
    text = _BROKEN.sub("", text).replace("\t", " ")
    return _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).replace("\r\n", "\n")


def _page(document: Any, number: int, bookmark: str) -> tuple[Slide, list[Unread]]:
    pdfium = pypdfium2()
    found = Gathered()
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return Slide(number), [Unread(number, "the page could not be read, because it is damaged")]
    try:
        found.prints = _prints(page)
        found.pictures = len(found.prints)
        words = page.get_textpage()
        try:
            lines = _lines(words, page)
            _take(found, lines, bookmark)
            if not lines and not found.pictures:
                drawn = pdfium.raw.FPDFPage_CountObjects(page) > 0
                found.unread.append("drawings only, no text" if drawn else "nothing was found on the page")
            _links(document, page, words, found)
        finally:
            words.close()
    except pdfium.PdfiumError:
        found.unread.append("its text could not be read, because it is damaged")
    finally:
        page.close()
    return found.slide(number, title=bookmark), found.troubles(number)


def _take(found: Gathered, lines: list[Line], bookmark: str) -> None:
    first, last = title_lines(lines, bookmark)
    found.add("title", "\n".join(line.text for line in lines[first:last]))
    found.add("body", "\n".join(line.text for line in (*lines[:first], *lines[last:])))


def _lines(words: Any, page: Any) -> list[Line]:
    """Give the lines of a page in the order of the file, with their place and the height of their letters."""
    count = min(words.count_chars(), _MOST_LETTERS)
    if count <= 0:
        return []
    raw = words.get_text_range(0, count)
    # One letter of PDFium is not always one of Python's; only then are the sizes left out.
    measure = _measure(words, page) if len(raw) == count else None
    lines: list[Line] = []
    at = 0
    for piece in raw.split("\r\n"):
        text = plain_text(piece)
        if text.strip():
            size, top = measure(piece, at) if measure else (0.0, 0.0)
            lines.append(Line(text.strip("\n"), size, top))
        at += len(piece) + 2
    return lines


def _measure(words: Any, page: Any) -> Callable[[str, int], tuple[float, float]]:
    """Give a function from a line and where it starts to the height of its letters and how far down it stands, both
    as parts of the page's height as it is shown: boxes are told as if the page were not turned."""
    left, low, right, high = page.get_cropbox()
    turned = page.get_rotation()
    across = turned in (90, 270)
    whole = max(right - left if across else high - low, 1.0)

    def place(box: tuple[float, float, float, float]) -> tuple[float, float]:
        size = box[2] - box[0] if across else box[3] - box[1]
        down = {0: high - box[3], 90: box[0] - left, 180: box[1] - low, 270: right - box[2]}[turned]
        return size / whole, down / whole

    def measure(piece: str, start: int) -> tuple[float, float]:
        found: list[tuple[float, float]] = []
        for at, letter in enumerate(piece):
            box = _box(words, start + at) if letter.isalnum() else None
            if box is not None:
                found.append(place(box))
            if len(found) == 3:
                break
        return sorted(found)[len(found) // 2] if found else (0.0, 0.0)

    return measure


def _box(words: Any, at: int) -> tuple[float, float, float, float] | None:
    pdfium = pypdfium2()
    try:
        return words.get_charbox(at, loose=True)
    except pdfium.PdfiumError:
        return None


def _prints(page: Any) -> list[str]:
    """Give a short mark for each picture of a page: of its bytes in the file, where these are not too many."""
    raw = pypdfium2().raw
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(count))
    found: list[str] = []
    for picture in objects:
        if raw.FPDFPageObj_GetType(picture) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        size = raw.FPDFImageObj_GetImageDataRaw(picture, None, 0)
        mark = f"{size:x}"
        if size <= _MOST_BYTES and len(found) < _MOST_PRINTS:
            data = ctypes.create_string_buffer(size)
            raw.FPDFImageObj_GetImageDataRaw(picture, data, size)
            mark = f"{zlib.crc32(data.raw):08x}-{mark}"
        found.append(mark)
    return found


def _bookmarks(document: Any) -> dict[int, str]:
    """Give the first bookmark that leads to each page."""
    pdfium = pypdfium2()
    found: dict[int, str] = {}
    try:
        for seen, mark in enumerate(document.get_toc(max_depth=10)):
            if seen >= _MOST_BOOKMARKS:
                break
            target = mark.get_dest()
            page = target.get_index() if target is not None else None
            title = one_line(plain_text(mark.get_title()))
            if page is not None and page >= 0 and title:
                found.setdefault(page + 1, title)
    except (pdfium.PdfiumError, ValueError, UnicodeError):
        # Titles are found without them.
        return found
    return found


def _links(document: Any, page: Any, words: Any, found: Gathered) -> None:
    """Gather the links of a page that leave the file, with the words that they lie on."""
    raw = pypdfium2().raw
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, place, link):
            return
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < size < 10_000:
            continue
        address = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, address, size)
        box = raw.FS_RECTF()
        raw.FPDFLink_GetAnnotRect(link, box)
        said = words.get_text_bounded(box.left, box.bottom, box.right, box.top)
        found.link(plain_text(said), address.value.decode("utf-8", "replace"))
