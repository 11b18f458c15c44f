# SPDX-License-Identifier: MIT
"""Write a document as Markdown that reads well as plain text too: CommonMark with the tables of GitHub."""

import re
from base64 import b64encode

from eqbrief.briefing.document import (
    Block,
    Cite,
    Document,
    Heading,
    Inline,
    Inlines,
    Listing,
    Paragraph,
    Picture,
    Table,
    source_anchor,
)

# What would be markup within a line, and what would be at its start: https://spec.commonmark.org/0.31.2/
_WITHIN = re.compile(r"([\\`*_\[\]<>|~]|&(?=[#\w]))")
_AT_START = re.compile(r"^(\s*)(?:([#+\-=])|(\d{1,9})([.)]))")
_JPEG = b"\xff\xd8"


def write_markdown(document: Document) -> bytes:
    """Give the document as Markdown in UTF-8. Pictures stand in full at its end, out of the way of who reads it."""
    title = document.title
    parts = [f"**{_text(title.classification)}**"] if title.classification else []
    parts.append(f"# {_text(title.title)}")
    parts += [_start(_text(title.line()))] if title.line() else []
    if listed := document.listed():
        parts.append("\n".join(f"{'  ' * (one.level - 1)}- [{_text(one.text)}](#{one.anchor})" for one in listed))
    pictures: list[str] = []
    parts += [_block(block, document, pictures) for block in document.blocks]
    parts += ["\n".join(pictures)] if pictures else []
    return ("\n\n".join(parts) + "\n").encode()


def _block(block: Block, document: Document, pictures: list[str]) -> str:
    if isinstance(block, Heading):
        anchor = f'<a id="{block.anchor}"></a>\n\n' if document.contents else ""
        return f"{anchor}{'#' * (block.level + 1)} {_text(block.text)}"
    if isinstance(block, Paragraph):
        said = _start(_runs(block.content, document))
        return f"> {said}" if block.look == "quote" else said
    if isinstance(block, Listing):
        return "\n".join(_items(block, document, 0))
    if isinstance(block, Table):
        return _table(block, document)
    if isinstance(block, Picture):
        name = f"picture-{len(pictures) + 1}"
        kind = "jpeg" if block.data.startswith(_JPEG) else "png"
        pictures.append(f"[{name}]: data:image/{kind};base64,{b64encode(block.data).decode()}")
        return f"![{_text(block.alternative)}][{name}]\n\n{_start(_runs(block.caption, document))}"
    return _sources(document)


def _items(block: Listing, document: Document, deep: int) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.ordered else "-"
        lines.append(f"{' ' * deep}{mark} {_start(_runs(item.content, document))}")
        if item.below:
            lines += _items(item.below, document, deep + len(mark) + 1)
    return lines


def _table(block: Table, document: Document) -> str:
    lines = [
        f"| {' | '.join(_text(words) for words in block.header)} |",
        f"|{' --- |' * len(block.header)}",
        *(f"| {' | '.join(_runs(cell, document) for cell in row)} |" for row in block.rows),
    ]
    return (f"{_start(_text(block.caption))}\n\n" if block.caption else "") + "\n".join(lines)


def _sources(document: Document) -> str:
    return "\n".join(
        f'{number}. <a id="{source_anchor(number)}"></a>{_runs(reference.full(), document)}'
        for number, reference in enumerate(document.references, 1)
    )


def _runs(content: Inlines, document: Document) -> str:
    return "".join(_run(run, document) for run in content)


def _run(run: Inline, document: Document) -> str:
    if isinstance(run, Cite):
        numbered = document.style == "numbered"
        marks = (", " if numbered else "; ").join(
            f"[{_text(shown)}](#{anchor})" for shown, anchor in document.mark(run)
        )
        return rf" \[{marks}\]" if numbered else f" ({marks})"
    said = _text(run.text)
    core = said.strip()
    if not core:
        return said
    mark = ("**" if run.strong else "") + ("*" if run.emphasis else "")
    # Outside the marks, since a space within them makes them plain stars.
    before, after = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
    if run.link:
        core = f"[{core}]({_address(run.link)})"
    return f"{before}{mark}{core}{mark[::-1]}{after}"


def _address(link: str) -> str:
    return link.translate({ord(sign): f"%{ord(sign):02X}" for sign in ' ()<>"\\'})


def _text(text: str) -> str:
    return _WITHIN.sub(r"\\\1", " ".join(text.splitlines()))


def _start(said: str) -> str:
    """Keep a line's beginning from being taken for a heading, a list or a rule."""
    return _AT_START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", said
    )
