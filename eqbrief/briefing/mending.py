# SPDX-License-Identifier: MIT
"""See to it that a document can be read by everyone, whatever it was composed of; a PDF refuses one that cannot.

PDF/UA-1 (ISO 14289-1) wants headings without a gap, words for every picture and a title; so does WCAG 2.2.
"""

import re
from dataclasses import replace

from eqbrief.briefing.document import (
    DEEPEST,
    Block,
    Cite,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Picture,
    Reference,
    Sources,
    Table,
    Text,
    map_runs,
    words_of,
)

UNTITLED = "Briefing"


def mend(document: Document) -> Document:
    """Give the document with every heading, table and picture as readers need them, and every reference numbered.

    Headings get anchors of their own and no jumps; an empty section is left out; a picture without words says that it
    has none; references stand in the order in which the text leads to them, and those it never leads to go.
    """
    title = replace(document.title, title=document.title.title or UNTITLED)
    blocks = _levels(_without_empty([_block(block) for block in document.blocks]))
    return _numbered(replace(document, title=title, blocks=tuple(_anchored(blocks))))


def _block(block: Block) -> Block:
    if isinstance(block, Picture) and not block.alternative.strip():
        said = words_of(block.caption).strip()
        return replace(block, alternative=f"Picture without a description: {said}" if said else "Picture")
    if isinstance(block, Table):
        header = tuple(words or f"Column {at}" for at, words in enumerate(block.header, 1))
        across = len(header)
        rows = tuple((*row[:across], *(() for _ in range(across - len(row)))) for row in block.rows)
        widths = block.widths if len(block.widths) == across else (1,) * across
        return replace(block, header=header, rows=rows, widths=widths)
    return block


def _without_empty(blocks: list[Block]) -> list[Block]:
    """Leave out headings under which nothing stands, from the end, so that those above them go too."""
    kept: list[Block] = []
    deeper = 0  # the level of the heading kept last, looking from the end; 0 for anything else
    for block in reversed(blocks):
        if isinstance(block, Heading):
            if not kept or (deeper and deeper <= block.level):
                continue
            deeper = block.level
        elif isinstance(block, Paragraph) and not words_of(block.content).strip():
            continue
        else:
            deeper = 0
        kept.append(block)
    return kept[::-1]


def _levels(blocks: list[Block]) -> list[Block]:
    """Take the jumps out of the headings: none lies more than one level below the one before it."""
    made: list[Block] = []
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            block = replace(block, level=min(len(open_levels), DEEPEST))
        made.append(block)
    return made


def _anchored(blocks: list[Block]) -> list[Block]:
    taken: set[str] = set()
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            words = re.sub(r"[^a-z0-9]+", "-", block.text.casefold()).strip("-")[:30].strip("-") or "part"
            # A letter in front, since an anchor of Word may not begin with a digit.
            name, number = f"h-{words}", 2
            while name in taken:
                name, number = f"h-{words}-{number}", number + 1
            taken.add(name)
            block = replace(block, anchor=name)
        made.append(block)
    return made


def _numbered(document: Document) -> Document:
    order: dict[Reference, int] = {}
    for run in document.runs():
        for number in run.numbers if isinstance(run, Cite) else ():
            order.setdefault(document.references[number - 1], len(order) + 1)
    new = {at: order[one] for at, one in enumerate(document.references, 1) if one in order}
    blocks = [_renumbered(block, new) for block in document.blocks]
    if order and not any(isinstance(block, Sources) for block in blocks):
        blocks += [Heading("Sources", 1, "h-sources-of-statements"), Sources()]
    if not order:
        blocks = _without_empty([block for block in blocks if not isinstance(block, Sources)])
    return replace(document, blocks=tuple(blocks), references=tuple(order))


def _renumbered(block: Block, new: dict[int, int]) -> Block:
    return map_runs(block, lambda runs: _cites(runs, new))


def _cites(content: Inlines, new: dict[int, int]) -> Inlines:
    return tuple(
        replace(run, numbers=tuple(sorted({new[number] for number in run.numbers}))) if isinstance(run, Cite) else run
        for run in content
        if isinstance(run, Text) or run.numbers
    )
