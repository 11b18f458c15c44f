# SPDX-License-Identifier: MIT
"""What runs in the child process that draws: a page of a PDF as a picture, and where its words stand, within limits.

The file that was drawn last stays open, so that the next page of it comes at once.
"""

import math
from pathlib import Path
from typing import Any

from eqbrief.decks.libraries import pypdfium2
from eqbrief.decks.pdf import plain_text
from eqbrief.files.checking import look
from eqbrief.files.limited import limit_myself, serve

SECONDS = 12.0
"""How long one page may take to draw."""
MOST_PIXELS = 12_000_000
"""The largest picture of a page; a screen of 4K has 8 million."""
MOST_PAGES = 5000
_MOST_LETTERS = 100_000

_Key = tuple[str, int, int, str | None]


class _Open:
    """The PDF that is open."""

    key: _Key | None = None
    document: Any = None


def main() -> None:
    """Draw what is asked for on standard input, until it ends."""
    pypdfium2()  # while whoever started it is still busy with something else
    serve(answer)


def answer(request: dict[str, Any]) -> dict[str, Any] | tuple[dict[str, Any], bytes]:
    """Do 'open', 'draw' or 'words' with `file`; give what was found, `password` (needed, wrong) or `error`."""
    limit_myself(SECONDS + 5)
    password = request.get("password")
    try:
        document = _document(Path(request["file"]), password)
        return _DOING[request["do"]](document, request)
    except _Locked:
        return {"password": "needed" if password is None else "wrong"}
    except OSError:
        return {"error": "it is no longer there"}
    except MemoryError:
        return {"error": "it needs more memory than a page may"}
    except (ValueError, IndexError, pypdfium2().PdfiumError):
        return {"error": "it is damaged"}


class _Locked(Exception):
    """The PDF needs a password, or another one."""


def _document(file: Path, password: str | None) -> Any:
    pdfium = pypdfium2()
    about = file.stat()
    key = (str(file), about.st_size, about.st_mtime_ns, password)
    if _Open.key != key:
        if _Open.document is not None:
            _Open.document.close()
        _Open.key, _Open.document = None, None
        if look(file).kind != "pdf":
            raise ValueError("no PDF")
        try:
            _Open.document = pdfium.PdfDocument(file, password=password)
        except pdfium.PdfiumError as error:
            if "password" in str(error).casefold():
                raise _Locked from error
            raise
        _Open.key = key
    return _Open.document


def _sizes(document: Any, _request: dict[str, Any]) -> dict[str, Any]:
    """Give the width and height of each page in points."""
    pages = range(min(len(document), MOST_PAGES))
    return {"pages": [[max(side, 1.0) for side in document.get_page_size(number)] for number in pages]}


def _drawn(document: Any, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Draw `page`, counted from 1, at a `width` in pixels: four bytes a pixel, blue first, rows of `stride` bytes."""
    page = document[request["page"] - 1]
    try:
        wide, high = max(page.get_width(), 1.0), max(page.get_height(), 1.0)
        scale = min(request["width"] / wide, math.sqrt(MOST_PIXELS / (wide * high)))
        bitmap = page.render(scale=scale, prefer_bgrx=True, limit_image_cache=True)
        try:
            about = {"width": bitmap.width, "height": bitmap.height, "stride": bitmap.stride}
            return about, bytes(bitmap.buffer)
        finally:
            bitmap.close()
    finally:
        page.close()


def _words(document: Any, request: dict[str, Any]) -> dict[str, Any]:
    """Give each word of `page` with its box: left, top, right and bottom as parts of the page as it is shown."""
    page = document[request["page"] - 1]
    try:
        text = page.get_textpage()
        try:
            return {"words": _boxes(page, text)}
        finally:
            text.close()
    finally:
        page.close()


def _boxes(page: Any, text: Any) -> list[list[Any]]:
    count = min(text.count_chars(), _MOST_LETTERS)
    raw = text.get_text_range(0, count) if count > 0 else ""
    if len(raw) != count:
        # One letter of PDFium is not always one of Python's; then no word knows its box.
        return []
    place = _place(page)
    found: list[list[Any]] = []
    start: int | None = None
    for at in range(count + 1):
        inside = at < count and not raw[at].isspace()
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            boxes = [text.get_charbox(letter, loose=True) for letter in range(start, at)]
            edges = [place(box) for box in boxes if box[2] > box[0]]
            word = plain_text(raw[start:at])
            if edges and word:
                left, top, right, bottom = zip(*edges, strict=True)
                found.append([word, min(left), min(top), max(right), max(bottom)])
            start = None
    return found


def _place(page: Any) -> Any:
    """Give what turns a box of the page, left, low, right, high in points, to parts of the page as it is shown."""
    left, low, right, high = page.get_cropbox()
    wide, tall = max(right - left, 1.0), max(high - low, 1.0)

    def place(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = box[0] - left, box[1] - low, box[2] - left, box[3] - low
        turned = page.get_rotation()
        if turned == 90:
            return y0 / tall, x0 / wide, y1 / tall, x1 / wide
        if turned == 180:
            return 1 - x1 / wide, y0 / tall, 1 - x0 / wide, y1 / tall
        if turned == 270:
            return 1 - y1 / tall, 1 - x1 / wide, 1 - y0 / tall, 1 - x0 / wide
        return x0 / wide, 1 - y1 / tall, x1 / wide, 1 - y0 / tall

    return place


_DOING: dict[str, Any] = {"open": _sizes, "draw": _drawn, "words": _words}
