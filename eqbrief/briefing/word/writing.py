# SPDX-License-Identifier: MIT
"""Write each block of a document into a Word file."""

import io
from typing import Any

from docx import Document as new_document
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from eqbrief.briefing.document import (
    Block,
    Cite,
    Document,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    Picture,
    Table,
    source_anchor,
)
from eqbrief.briefing.word import parts
from eqbrief.briefing.word.styles import MUTE, set_styles

_WIDTH_CM, _TALLEST_CM = 17.0, 20.0
_LOOKS = {"body": "", "lead": "Lead", "quote": "Quote", "quiet": "Details"}


def write_docx(document: Document) -> bytes:
    """Give the document as a Word file (ECMA-376, .docx)."""
    return _Writer(document).write()


class _Writer:
    """One document on its way into Word's XML."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word: Any = new_document()
        self.marks = 0
        self.pictures = 0
        self.styles: dict[str, str] = {}
        self.below_table = False

    def write(self) -> bytes:
        """Write all of it and give the file."""
        set_styles(self.word, self.document.language)
        # python-docx looks through all styles each time that one is named: most of the time a long briefing took.
        self.styles = {style.name: style.style_id for style in self.word.styles}
        self._properties()
        self._page()
        self._title()
        self._contents()
        for block in self.document.blocks:
            before = len(self.word.element.body)
            below_table, self.below_table = self.below_table, False
            self._block(block)
            if below_table:
                self._part_from_table(before)
        out = io.BytesIO()
        self.word.save(out)
        return out.getvalue()

    def _properties(self) -> None:
        about, title = self.word.core_properties, self.document.title
        about.title, about.author, about.language = title.title, title.author, self.document.language
        about.comments, about.last_modified_by = "", title.author
        about.keywords = ", ".join(self.document.keywords)[:250]
        about.category = title.classification[:250]

    def _page(self) -> None:
        page = self.word.sections[0]
        page.page_width, page.page_height = Cm(21.0), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2.0)
        page.top_margin, page.bottom_margin = Cm(2.2), Cm(2.0)
        foot = page.footer.paragraphs[0]
        title = self.document.title
        foot.add_run(f"{title.classification} · Page " if title.classification else "Page ")
        parts.page_number(foot)

    def _title(self) -> None:
        title = self.document.title
        if title.classification:
            self._paragraph("Classification", title.classification)
        last = self._paragraph("Title", title.title)
        if title.line():
            last = self._paragraph("Subtitle", title.line())
        if self.document.cover:
            self.word.paragraphs[0].paragraph_format.space_before = Cm(6)
            last.add_run().add_break(WD_BREAK.PAGE)

    def _contents(self) -> None:
        listed = self.document.listed()
        if not listed:
            return
        self._paragraph("Contents Title", "Contents")
        for heading in listed:
            paragraph = self._paragraph("Contents" if heading.level == 1 else "Contents 2")
            parts.link_within(paragraph, heading.text, _name(heading.anchor), self.styles["Hyperlink"])

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._mark(self._paragraph(f"Heading {block.level}", block.text), block.anchor)
        elif isinstance(block, Paragraph):
            self._runs(self._paragraph(_LOOKS[block.look]), block.content)
        elif isinstance(block, Listing):
            self._list(block, 1)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._picture(block)
        else:
            self._sources()

    def _list(self, block: Listing, level: int) -> None:
        style = f"List {'Number' if block.ordered else 'Bullet'}{f' {level}' if level > 1 else ''}"
        number = parts.fresh_list(self.word, style) if block.ordered else 0
        for item in block.items:
            paragraph = self._paragraph(style)
            if number:
                parts.set_list(paragraph, number)
            self._runs(paragraph, item.content)
            if item.below:
                self._list(item.below, min(level + 1, 3))

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._paragraph("Caption", block.caption)
            caption.paragraph_format.keep_with_next = True
        table = self.word.add_table(rows=1, cols=len(block.header))
        table.autofit = False
        whole = sum(block.widths)
        widths = [Cm(_WIDTH_CM * share / whole) for share in block.widths]
        for at, words in enumerate(block.header):
            cell = table.rows[0].cells[at]
            cell.paragraphs[0]._p.style = self.styles["Table Words"]
            cell.paragraphs[0].add_run(words).bold = True
        parts.head_row(table.rows[0])
        for row in block.rows:
            made = table.add_row()
            for cell, content in zip(made.cells, row, strict=True):
                cell.paragraphs[0]._p.style = self.styles["Table Words"]
                self._runs(cell.paragraphs[0], content)
        for row in table.rows:
            parts.keep_row(row)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        parts.frame_table(table, "DEDBD4", "84898C", "F4F3F0")
        parts.describe_table(table, block.caption or ", ".join(block.header))
        self.below_table = True

    def _part_from_table(self, at: int) -> None:
        """Give what follows a table room above it, in its own style, since an empty paragraph would be read out."""
        follower = self.word.element.body[at - 1]
        if follower.tag.endswith("}p"):
            paragraph: Any = WordParagraph(follower, self.word)
            if not paragraph.style.name.startswith("Heading"):
                paragraph.paragraph_format.space_before = Pt(12)

    def _picture(self, block: Picture) -> None:
        width = min(_WIDTH_CM, _TALLEST_CM * block.width / max(block.height, 1))
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(io.BytesIO(block.data), width=Cm(width))
        self.pictures += 1
        about = shape._inline.docPr
        about.set("descr", block.alternative)
        about.set("name", f"Picture {self.pictures}")
        self._runs(self._paragraph("Caption"), block.caption)

    def _sources(self) -> None:
        number = parts.fresh_list(self.word, "List Number")
        for at, reference in enumerate(self.document.references, 1):
            paragraph = self._paragraph("List Number")
            parts.set_list(paragraph, number)
            paragraph.paragraph_format.left_indent = Cm(1.1)
            paragraph.paragraph_format.first_line_indent = Cm(-1.1)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.1))
            self._runs(paragraph, reference.full())
            self._mark(paragraph, source_anchor(at))

    def _paragraph(self, style: str, text: str = "") -> Any:
        paragraph = self.word.add_paragraph(text)
        if style:
            paragraph._p.style = self.styles[style]
        return paragraph

    def _mark(self, paragraph: Any, anchor: str) -> None:
        self.marks += 1
        parts.bookmark(paragraph, _name(anchor), self.marks)

    def _runs(self, paragraph: Any, content: Inlines) -> None:
        for run in content:
            if isinstance(run, Cite):
                self._cite(paragraph, run)
            elif run.link:
                made = parts.link_out(paragraph, run.text, run.link, self.styles["Hyperlink"])
                made.bold, made.italic = run.strong or None, run.emphasis or None
            else:
                made = paragraph.add_run(run.text)
                made.bold, made.italic = run.strong or None, run.emphasis or None

    def _cite(self, paragraph: Any, cite: Cite) -> None:
        numbered = self.document.style == "numbered"
        between, style = ", " if numbered else "; ", self.styles["Reference Mark" if numbered else "Hyperlink"]
        for at, (shown, anchor) in enumerate(self.document.mark(cite)):
            if at or not numbered:
                joint = paragraph.add_run(between if at else " (")
                joint.font.superscript = numbered or None
            made = parts.link_within(paragraph, shown, _name(anchor), style)
            if not numbered:
                made.font.color.rgb = MUTE
        if not numbered:
            paragraph.add_run(")")


def _name(anchor: str) -> str:
    """Give an anchor as Word takes a bookmark: letters, digits and underlines, 40 at most."""
    return anchor.replace("-", "_")[:40]
