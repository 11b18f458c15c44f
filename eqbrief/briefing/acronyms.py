# SPDX-License-Identifier: MIT
"""Write acronyms out where they are first used, and list those that were used.

A reader of the board has not sat through the webinar: "ICB" stands there as "Integrated Care Board (ICB)" once.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from eqbrief.briefing.document import Block, Document, Heading, Inlines, Text, map_runs, with_blocks


class Expander:
    """Writes out each acronym once, in the order of reading. `terms` are short forms with what they stand for."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self._terms = {short: full for short, full in terms.items() if short.strip() and full.strip()}
        self.used: dict[str, str] = {}
        self._written: set[str] = set()
        longest = sorted(self._terms, key=len, reverse=True)
        # A plural's s may follow, but no other letter and no digit: 'ICBs', not 'ICBX'.
        self._find = re.compile(rf"(?<![\w&])({'|'.join(map(re.escape, longest))})(s?)(?![\w&])") if longest else None

    def note(self, text: str) -> None:
        """Take acronyms of a heading into the glossary; there they are not written out."""
        for found in self._find.finditer(text) if self._find else ():
            self.used.setdefault(found[1], self._terms[found[1]])

    def write_out(self, text: str) -> str:
        """Give the text with acronyms that were not written out before written out."""
        return self._find.sub(lambda found: self._one(found, text), text) if self._find else text

    def _one(self, found: re.Match[str], text: str) -> str:
        short, plural = found[1], found[2]
        full = self._terms[short]
        if short in self._written:
            return found[0]
        self._written.add(short)
        self.used.setdefault(short, full)
        # Where the text itself explains it, before or after, nothing is added.
        around = text[max(0, found.start() - len(full) - 8) : found.end() + len(full) + 8].casefold()
        if full.casefold() in around:
            return found[0]
        return f"{full}{plural} ({short}{plural})"


def write_out(document: Document, terms: Mapping[str, str]) -> tuple[Document, dict[str, str]]:
    """Write acronyms out at their first use, and give those that the document uses with what they stand for."""
    expander = Expander(terms)
    expander.note(document.title.title)
    blocks = [_block(block, expander) for block in document.blocks]
    return with_blocks(document, blocks), expander.used


def _block(block: Block, expander: Expander) -> Block:
    if isinstance(block, Heading):
        expander.note(block.text)
    return map_runs(block, lambda content: _runs(content, expander))


def _runs(content: Inlines, expander: Expander) -> Inlines:
    return tuple(
        replace(run, text=expander.write_out(run.text)) if isinstance(run, Text) and not run.link else run
        for run in content
    )
