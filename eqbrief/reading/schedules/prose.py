# SPDX-License-Identifier: MIT
"""The abstracts and descriptions of a schedule as Markdown and as readable text.

Programs that keep schedules take Markdown, break its lines where they are broken, and let HTML through.
"""

import re
from dataclasses import dataclass

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import tidy
from eqbrief.reading.markdown import page_of_markdown
from eqbrief.reading.markup import page_of_html

_TAG = re.compile(
    r"</?(?:p|br|ul|ol|li|a|b|i|u|em|strong|div|span|h[1-6]|table|tr|td|th|tbody|thead|blockquote|pre|code|img|hr|sup|sub"
    r"|font|small|center|iframe|script|style|object|embed|video|audio|form|input|svg|dl|dt|dd|section|article|figure)"
    r"(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_SETS_LINES = re.compile(r"</?(?:p|br|ul|li|div|h[1-6]|table|pre)(?=[\s/>])", re.IGNORECASE)
_MARKDOWN = re.compile(r"\]\(https?://|\*\*\w|^#{1,6} \S|^```", re.MULTILINE)
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_EMPTY = re.compile(r"\n{3,}")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(")
_MARKS = re.compile(r"[\\`*_\[\]<>]")
_AT_START = re.compile(r"^(#{1,6}\s|[-+]\s|\d{1,9}[.)]\s)")
_ODD = re.compile(r"[\s()<>]")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as people read it, and the Markdown that it is."""

    text: str = ""
    markdown: str = ""


NO_PROSE = Prose()


def prose_of(written: str) -> Prose:
    """Read an abstract or a description; HTML in it is read as a page is, so that no markup is left."""
    if not written:
        return NO_PROSE
    if ("<" in written and _TAG.search(written)) or ("&" in written and _ENTITY.search(written)):
        return _of_html(written)
    text = _clean(written).lstrip()
    marked = "\n\n".join(part.replace("\n", "  \n") for part in text.split("\n\n"))
    if "![" in marked:
        # A picture would be fetched when it is shown; as a link it waits to be asked for.
        marked = _PICTURE.sub(lambda match: f"[{match[1] or 'picture'}](", marked)
    return Prose(text, marked)


def _clean(written: str) -> str:
    """Leave line ends of one kind, no white space before them, no more than one empty line, and nothing invisible."""
    text = "\n".join([line.rstrip() for line in written.splitlines()])
    if not text.replace("\n", "").isprintable():
        text = _UNSEEN.sub("", text)
    if "\n\n\n" in text:
        text = _EMPTY.sub("\n\n", text)
    return text.strip("\n").rstrip()


def _of_html(written: str) -> Prose:
    written = "\n".join(written.splitlines())
    if _MARKDOWN.search(written):
        page = page_of_markdown(written, "")
    elif _SETS_LINES.search(written):
        page = page_of_html(written, "")
    else:
        # Plain text with a link or a bold word in it: its line breaks are meant.
        page = page_of_html(written.replace("\n", "<br>\n"), "")
    text = _clean(page.text)
    return Prose(text, markdown_of(page.blocks)) if text else NO_PROSE


def markdown_of(blocks: tuple[Block, ...]) -> str:
    """Write blocks as Markdown, with the links that lead to the web."""
    told = ""
    before = ""
    for block in blocks:
        words = _linked(block)
        if block.kind == "bullet":
            lead, words = "\n" if before == "bullet" else "\n\n", f"- {words}"
        else:
            lead, words = "\n\n", f"{'#' * max(block.level, 2)} {words}" if block.level else words
        told += lead + words
        before = block.kind
    return told.strip()


def escaped(words: str) -> str:
    """Keep what Markdown would take for markup as the characters that they are."""
    return _AT_START.sub(r"\\\1", _MARKS.sub(r"\\\g<0>", words))


def link(title: str, address: str) -> str:
    """Write a link in Markdown; one that is named by its address alone stays that."""
    target = f"<{address}>" if _ODD.search(address) else address
    return f"<{address}>" if title == address and not _ODD.search(address) else f"[{escaped(title)}]({target})"


def _linked(block: Block) -> str:
    """Give a block's words with its links in their places."""
    told, at = "", 0
    text, start = block.cut.text, block.cut.start
    for one in block.links:
        first, last = one.words.start - start, one.words.end - start
        if first >= at and one.address.startswith(("http://", "https://")) and tidy(one.words.text):
            told += escaped(text[at:first]) + link(tidy(one.words.text), one.address)
            at = last
    return tidy(told + escaped(text[at:]))
