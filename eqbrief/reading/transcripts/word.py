# SPDX-License-Identifier: MIT
"""Teams' transcripts as Word documents: a speaker with a time, or two times, and below that what was said."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from eqbrief.model import Turn
from eqbrief.reading.transcripts.cues import seconds_of

PART_LIMIT = 40_000_000
"""The largest document part that is read, in bytes after inflating; four hours of talk take about one million."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CLOCK = r"\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?"
_SPEAKER = re.compile(rf"^(?P<name>\S.{{0,100}}?)[ \t\u00a0]+(?P<time>{_CLOCK})$")
_SPAN = re.compile(rf"^(?P<time>{_CLOCK})\s*-->\s*(?P<end>{_CLOCK})$")
_STARTED = re.compile(r"\b(?:started|stopped) transcription$|\btranscription (?:started|stopped)$", re.IGNORECASE)


def turns_of_word(data: bytes) -> list[Turn]:
    """Read a Teams transcript; none where the document is no transcript, or no document."""
    text = document_text(data)
    return turns_of_lines(text.split("\n")) if text else []


def document_text(data: bytes) -> str:
    """Give a Word document's paragraphs as lines; '' where there is none to read, or it is far too large."""
    etree = _etree()
    parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("word/document.xml") as part:
            source = part.read(PART_LIMIT + 1)
        if len(source) > PART_LIMIT or b"<!DOCTYPE" in source[:4096]:
            return ""
        body: Any = etree.fromstring(source, parser)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError, RuntimeError, etree.XMLSyntaxError):
        return ""
    return "\n".join(_paragraph(paragraph) for paragraph in body.iter(f"{_W}p"))


def _etree() -> Any:
    from lxml import etree  # noqa: PLC0415 - 20 ms, and most sources are pages  # pyright: ignore

    return etree  # pyright: ignore


def turns_of_lines(lines: Iterable[str]) -> list[Turn]:
    """Read the lines of a transcript: 'Fiona Grey   0:07' or '0:0:7.0 --> 0:0:9.5' and what follows each."""
    turns: list[Turn] = []
    for times, name, words in _blocks(lines):
        if name is None and len(words) > 1:  # under two times the speaker has a line of their own
            name, *words = words
        if said := " ".join(" ".join(words).split()):
            turns.append(Turn(times[0], times[1], name, said))
    return turns


def _blocks(lines: Iterable[str]) -> Iterator[tuple[tuple[float, float | None], str | None, list[str]]]:
    times: tuple[float, float | None] | None = None
    name: str | None = None
    words: list[str] = []
    for line in (line.strip() for line in lines):
        head = _SPAN.match(line) or _SPEAKER.match(line)
        starts_at = seconds_of(head["time"]) if head else None
        if head is None or starts_at is None:
            if line and not _STARTED.search(line):
                words.append(line)
            continue
        if times is not None:
            yield times, name, words
        parts = head.groupdict()
        times, name, words = (starts_at, seconds_of(parts.get("end") or "")), parts.get("name"), []
    if times is not None:
        yield times, name, words


def _paragraph(paragraph: Any) -> str:
    pieces: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab"):
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        else:
            pieces.append("\t" if node.tag == f"{_W}tab" else "\n")
    return "".join(pieces)
