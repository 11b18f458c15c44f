# SPDX-License-Identifier: MIT
"""The parts of Word's XML that python-docx has no words for: links, bookmarks, lists that start anew, page numbers.

ECMA-376 part 1 names them: 17.16.22 hyperlink, 17.13.6.2 bookmarkStart, 17.4.78 tblHeader, 20.4.2.5 docPr.
"""

from typing import Any, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement  # pyright: ignore[reportUnknownVariableType]
from docx.oxml.ns import qn


def element(tag: str, /, **values: str) -> Any:
    """Make an element with attributes of Word's own namespace: `element("w:lang", val="en-GB")`."""
    made = cast(Any, OxmlElement)(tag)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Put a bookmark around all that stands in a paragraph; `number` is the document's own for it."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    own = paragraph._p
    own.insert(1 if own.pPr is not None else 0, start)
    own.append(element("w:bookmarkEnd", id=str(number)))


def link_within(paragraph: Any, words: str, anchor: str, style: str) -> Any:
    """Add a link to a bookmark; `style` is the id of a character style."""
    link = element("w:hyperlink", anchor=anchor, history="1")
    return _linked(paragraph, link, words, style)


def link_out(paragraph: Any, words: str, address: str, style: str) -> Any:
    """Add a link to an address."""
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink")
    link.set(qn("r:id"), number)
    return _linked(paragraph, link, words, style)


def _linked(paragraph: Any, link: Any, words: str, style: str) -> Any:
    run = paragraph.add_run(words)
    run._r.style = style
    link.append(run._r)
    paragraph._p.append(link)
    return run


def fresh_list(document: Any, style: str) -> int:
    """Give the number of a new list in a style of numbered lists, so that it begins at 1."""
    numbering = document.part.numbering_part.element
    used = int(document.styles[style].element.xpath("w:pPr/w:numPr/w:numId/@w:val")[0])
    abstract = numbering.num_having_numId(used).abstractNumId.val
    for tabs in numbering.xpath(f"w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl=0]/w:pPr/w:tabs"):
        tabs.getparent().remove(tabs)  # its stop lies where a number of two digits ends, and no gap would follow
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return made.numId


def set_list(paragraph: Any, number: int) -> None:
    """Say which list a paragraph belongs to."""
    own = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    own.get_or_add_ilvl().val = 0
    own.get_or_add_numId().val = number


def head_row(row: Any) -> None:
    """Say that a row is the table's header, repeated on every page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_row(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))


def describe_table(table: Any, caption: str) -> None:
    """Give a table its title, which screen readers say."""
    own = table._tbl.tblPr
    own.append(element("w:tblCaption", val=caption))


def frame_table(table: Any, colour: str, strong: str, fill: str) -> None:
    """Draw lines between the rows only, and shade the header."""
    borders = element("w:tblBorders")
    for side, size, tone in (("top", 0, ""), ("bottom", 6, colour), ("insideH", 6, colour)):
        line = element(f"w:{side}", val="single" if size else "nil")
        if size:
            line.set(qn("w:sz"), str(size))
            line.set(qn("w:color"), tone)
        borders.append(line)
    margins = element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{side}", w="85" if side in ("top", "bottom") else "110", type="dxa"))
    own = table._tbl.tblPr
    own.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")
    own.insert_element_before(margins, "w:tblLook", "w:tblCaption")
    for cell in table.rows[0].cells:
        shade = element("w:shd", val="clear", color="auto", fill=fill)
        below = element("w:tcBorders")
        below.append(element("w:bottom", val="single", sz="8", color=strong))
        cell._tc.get_or_add_tcPr().append(below)
        cell._tc.get_or_add_tcPr().append(shade)


def page_number(paragraph: Any) -> None:
    """Add the number of the page, as a field."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("words", "1"), ("end", "")):
        run = paragraph.add_run("1" if kind == "words" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("w:fldChar", fldCharType=kind))
        elif not kind:
            code = element("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = text
            run._r.append(code)
