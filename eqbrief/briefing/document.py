# SPDX-License-Identifier: MIT
"""The one document that all four formats are written from: what it says, in order, and where each statement is from.

A writer decides how things look, never what they say; so what is here is the same in every format.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Look = Literal["body", "lead", "quote", "quiet"]
"""How a paragraph is meant: 'lead' opens a section, 'quote' is somebody's own words, 'quiet' says where things are."""

ReferenceStyle = Literal["numbered", "bracketed"]
LANGUAGE = "en-GB"
DEEPEST = 4
"""No heading lies deeper; Word, typst and HTML all know four levels."""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words in one look. `link` is a web address or a mail address, never anything else."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """Where the statement before it comes from: numbers of the document's references.

    `named`: the event stands beside it already, so that brackets need not say it again.
    """

    numbers: tuple[int, ...]
    named: bool = False


Inline = Text | Cite
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section's, the document's title is none. `anchor` is what links to it name."""

    text: str
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    content: Inlines
    look: Look = "body"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with a list below it where there is one."""

    content: Inlines
    below: "Listing | None" = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with bullets or numbered."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `caption` says what it shows; `widths` are the columns' shares, equal where it is empty."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, PNG or JPEG, with the words for those who cannot see it. `width` and `height` are its pixels."""

    data: bytes
    alternative: str
    caption: Inlines
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The place where the document's references stand in full."""


Block = Heading | Paragraph | Listing | Table | Picture | Sources


@dataclass(frozen=True, slots=True)
class Reference:
    """Where statements come from: an event on a day, and there a slide, a question, a person or a note.

    `place` says where within the event ('slide 12 of “Presentation 200224”'), '' for the event as a whole. `speaker`
    is who said it, '' where that is not known; `address` the page on the web, '' where there is none.
    """

    event: str
    date: str = ""
    place: str = ""
    speaker: str = ""
    publisher: str = ""
    address: str = ""
    kept: str = ""

    def short(self) -> str:
        """Give it as it stands in brackets: event, date, speaker, place."""
        return ", ".join(part for part in (self.event, self.date, self.speaker, self.place) if part)

    def within(self) -> str:
        """Give it as it stands in brackets where the event is named beside it: speaker and place, else 'source'."""
        return ", ".join(part for part in (self.speaker, self.place) if part) or "source"

    def full(self) -> Inlines:
        """Give it as it stands in Sources, the page's address as a link."""
        about = ", ".join(part for part in (self.publisher, self.date) if part)
        said = ". ".join(part[:1].upper() + part[1:] for part in (about, self.speaker, self.place, self.kept) if part)
        words: list[Inline] = [Text(self.event, strong=True)]
        words += [Text(f"{'' if self.event.endswith(('.', '?', '!')) else '.'} {said}." if said else ".")]
        if self.address:
            words += [Text(" "), Text(self.address, link=self.address)]
        return tuple(words)


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands before everything else. `date` is in words."""

    title: str
    audience: str = ""
    author: str = ""
    date: str = ""
    classification: str = ""

    def line(self) -> str:
        """Give audience, author and date as one line."""
        audience = f"For {self.audience}" if self.audience else ""
        return " · ".join(part for part in (audience, self.author, self.date) if part)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole briefing. `cover`: its title has a page of its own; `contents`: it begins with a list of its headings."""

    title: TitlePage
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    style: ReferenceStyle = "numbered"
    cover: bool = False
    contents: bool = False
    language: str = LANGUAGE
    keywords: tuple[str, ...] = field(default_factory=tuple)

    def headings(self) -> tuple[Heading, ...]:
        """Give its headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    def listed(self) -> tuple[Heading, ...]:
        """Give the headings of its contents, the two upper levels; none where it has no contents."""
        return tuple(one for one in self.headings() if one.level <= 2) if self.contents else ()

    def mark(self, cite: Cite) -> tuple[tuple[str, str], ...]:
        """Give what stands in the text for references, each with the anchor it leads to."""
        shown = ((str(n), source_anchor(n)) for n in cite.numbers)
        if self.style == "numbered":
            return tuple(shown)
        cited = ((n, self.references[n - 1]) for n in cite.numbers)
        return tuple((one.within() if cite.named else one.short(), source_anchor(n)) for n, one in cited)

    def cited(self) -> set[int]:
        """Give the numbers of all references that something in the document leads to."""
        return {number for run in self.runs() if isinstance(run, Cite) for number in run.numbers}

    def runs(self) -> Iterator[Inline]:
        """Give every run of every block but the sources, in order."""
        for block in self.blocks:
            yield from runs_of(block)


def source_anchor(number: int) -> str:
    """Give the anchor of a reference in Sources."""
    return f"source-{number}"


def runs_of(block: Block) -> Iterator[Inline]:
    """Give the runs of one block in order."""
    if isinstance(block, Paragraph):
        yield from block.content
    elif isinstance(block, Listing):
        for item in block.items:
            yield from item.content
            if item.below:
                yield from runs_of(item.below)
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell
    elif isinstance(block, Picture):
        yield from block.caption


def map_runs(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Give the block with its runs changed, in the order in which they are read."""
    if isinstance(block, Paragraph):
        return replace(block, content=change(block.content))
    if isinstance(block, Listing):
        return _map_list(block, change)
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(change(cell) for cell in row) for row in block.rows))
    return replace(block, caption=change(block.caption)) if isinstance(block, Picture) else block


def _map_list(block: Listing, change: Callable[[Inlines], Inlines]) -> Listing:
    items = [Item(change(item.content), _map_list(item.below, change) if item.below else None) for item in block.items]
    return replace(block, items=tuple(items))


def words_of(content: Inlines) -> str:
    """Give the words of some runs without references."""
    return "".join(run.text for run in content if isinstance(run, Text))


def plain(text: str, *numbers: int, named: bool = False) -> Inlines:
    """Make runs of plain text, with the references that it comes from; `named` as `Cite` has it."""
    return (Text(text), *((Cite(numbers, named),) if numbers else ()))


def with_blocks(document: Document, blocks: list[Block]) -> Document:
    """Give the document with other blocks."""
    return replace(document, blocks=tuple(blocks))
