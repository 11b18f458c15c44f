# SPDX-License-Identifier: MIT
"""Read a written briefing back into lines of (kind, words), each format by means of its own, to compare them.

A reference in the text is written as ⟦number⟧ when its link leads to the source of that number, as ⟦?⟧ otherwise.
"""

import io
import re
from typing import Any
from zipfile import ZipFile

import pypdfium2
from lxml import etree
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from eqbrief.briefing.document import (
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

Line = tuple[str, str]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def squeeze(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def of_document(document: Document) -> list[Line]:
    """Give the lines that every format must hold."""
    title = document.title
    lines = [("classification", title.classification), ("title", title.title), ("about", title.line())]
    lines += [("contents", one.text) for one in document.listed()]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append((f"heading {block.level}", block.text))
        elif isinstance(block, Paragraph):
            lines.append(("paragraph", _said(block.content)))
        elif isinstance(block, Listing):
            lines += _items(block)
        elif isinstance(block, Table):
            lines += [("caption", block.caption)] if block.caption else []
            lines += [("header", words) for words in block.header]
            lines += [("cell", _said(cell)) for row in block.rows for cell in row]
        elif isinstance(block, Picture):
            lines += [("picture", block.alternative), ("caption", _said(block.caption))]
        else:
            lines += [("source", _said(one.full())) for one in document.references]
    return [(kind, squeeze(words)) for kind, words in lines if squeeze(words)]


def of_html(data: bytes) -> list[Line]:
    """Read an HTML file's lines."""
    return _html(LexborHTMLParser(data.decode()))


def of_markdown(data: bytes) -> list[Line]:
    """Read a Markdown file's lines, as a reader of CommonMark shows it."""
    return _html(LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(data.decode())), markdown=True)


def _items(block: Listing) -> list[Line]:
    lines: list[Line] = []
    for item in block.items:
        lines.append(("item", _said(item.content)))
        lines += _items(item.below) if item.below else []
    return lines


def _said(content: Inlines) -> str:
    return "".join(
        "".join(f"⟦{number}⟧" for number in run.numbers) if isinstance(run, Cite) else run.text for run in content
    )


def _html(tree: LexborHTMLParser, *, markdown: bool = False) -> list[Line]:
    sources = {node.attributes.get("id"): node for node in tree.css('[id^="source-"]')}
    lines: list[Line] = []
    for node in tree.body.traverse(include_text=False):
        kind = _kind(node, markdown)
        if kind == "picture":
            lines.append((kind, squeeze(node.attributes.get("alt") or "")))
        elif kind:
            lines.append((kind, squeeze(_text(node, sources))))
    return [line for line in _named(lines, markdown) if line[1]]


def _kind(node: Any, markdown: bool) -> str:
    tag, parent = node.tag, node.parent.tag if node.parent else ""
    classes = (node.attributes.get("class") or "").split()
    if tag == "li":
        inside = node.parent.parent.tag if node.parent.parent else ""
        if inside == "nav":
            return "contents"
        return "source" if "sources" in (node.parent.attributes.get("class") or "") else "item"
    if tag == "p" and (parent == "li" or "contents" in classes):
        return ""
    if tag == "p" and set(classes) & {"classification", "about"}:
        return classes[0]
    if tag == "p" and markdown and node.css_first("img"):
        return ""
    return {
        "h1": "title", "h2": "heading 1", "h3": "heading 2", "h4": "heading 3", "h5": "heading 4", "p": "paragraph",
        "td": "cell", "th": "header", "caption": "caption", "figcaption": "caption", "img": "picture",
    }.get(tag, "")  # fmt: skip


def _text(node: Any, sources: dict[str | None, Any]) -> str:
    """Give a node's words without those of a list below it, references as marks."""
    said = ""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            said += child.text(deep=False) or ""
        elif child.tag in ("ul", "ol"):
            continue
        elif child.tag == "a" and (child.attributes.get("href") or "").startswith("#source-"):
            target = (child.attributes.get("href") or "")[1:]
            said += f"⟦{target[7:]}⟧" if target in sources and child.text() == target[7:] else "⟦?⟧"
        else:
            said += _text(child, sources)
    return re.sub(r"\s*\[?(⟦[\d?]+⟧)(?:, (?=⟦))?\]?", r"\1", said)


def _named(lines: list[Line], markdown: bool) -> list[Line]:
    """Name what Markdown has no words of its own for, by where it stands."""
    if not markdown:
        return lines
    named: list[Line] = []
    first = next(at for at, line in enumerate(lines) if line[0] == "heading 1")
    sources = max(at for at, line in enumerate(lines) if line[0] == "heading 1")
    for at, (kind, words) in enumerate(lines):
        before, after = lines[at - 1][0] if at else "", lines[at + 1][0] if at + 1 < len(lines) else ""
        if kind == "paragraph" and at < first:
            kind = "classification" if at == 0 else "about"
        elif kind == "item":
            kind = "contents" if at < first else "source" if at > sources else kind
        elif kind == "paragraph" and (after == "header" or before == "picture"):
            kind = "caption"
        named.append((kind, words))
    return named


def of_docx(data: bytes) -> list[Line]:
    """Read a Word file's lines by its styles."""
    with ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    marks = {mark.get(f"{W}name"): mark.getparent() for mark in body.iter(f"{W}bookmarkStart")}
    lines: list[Line] = []
    for child in body:
        if child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                kind = "header" if row.find(f"{W}trPr/{W}tblHeader") is not None else "cell"
                lines += [(kind, _words(cell, marks)) for cell in row.iter(f"{W}tc")]
        elif child.tag == f"{W}p":
            lines += _paragraph(child, marks)
    return [(kind, squeeze(words)) for kind, words in lines if squeeze(words)]


def _paragraph(node: Any, marks: dict[str, Any]) -> list[Line]:
    named = node.find(f"{W}pPr/{W}pStyle")
    style = named.get(f"{W}val") if named is not None else "Normal"
    pictures = [("picture", one.get("descr")) for one in node.iter(f"{WP}docPr")]
    if pictures:
        return pictures
    kind = {
        "Title": "title", "Subtitle": "about", "Classification": "classification", "Caption": "caption",
        "Contents": "contents", "Contents2": "contents", "ContentsTitle": "",
    }.get(style, "paragraph")  # fmt: skip
    if style.startswith("Heading"):
        kind = f"heading {style[7:]}"
    elif style.startswith("List"):
        kind = "item"
    start = node.find(f"{W}bookmarkStart")
    if start is not None and start.get(f"{W}name").startswith("source_"):
        kind = "source"
    return [(kind, _words(node, marks))] if kind else []


def _words(node: Any, marks: dict[str, Any]) -> str:
    said = ""
    for one in node.iter(f"{W}t", f"{W}hyperlink"):
        link = next((up for up in one.iterancestors() if up.tag == f"{W}hyperlink"), None)
        anchor = link.get(f"{W}anchor") if link is not None else one.get(f"{W}anchor")
        if one.tag == f"{W}hyperlink":
            if (anchor or "").startswith("source_"):
                words = "".join(text.text for text in one.iter(f"{W}t"))
                said += f"⟦{words}⟧" if anchor in marks and anchor == f"source_{words}" else "⟦?⟧"
        elif not (anchor or "").startswith("source_"):
            said += one.text or ""
    return said.replace("⟧, ⟦", "⟧⟦")


def pdf_words(data: bytes, document: Document) -> str:
    """Give a PDF's words in reading order without white space, page numbers, bullets and headers said again."""
    headers = ["".join(block.header) for block in document.blocks if isinstance(block, Table)]
    pdf = pypdfium2.PdfDocument(data)
    try:
        pages = [pdf[at].get_textpage() for at in range(len(pdf))]
        said = "\n".join(_fresh(page.get_text_range(), headers, at) for at, page in enumerate(pages))
        for page in pages:
            page.close()
    finally:
        pdf.close()
    said = re.sub(r"(OFFICIAL·)?Page\d+of\d+(?=\n|$)", "", said.replace("\x02", ""))
    return re.sub(r"[\s•\ufffe\u00ad]", "", said)


def _fresh(page: str, headers: list[str], at: int) -> str:
    """Leave out a table's header that is said again at the top of a page on which the table goes on."""
    bare = re.sub(r"\s", "", page)
    again = next((header for header in headers if at and bare.startswith(re.sub(r"\s", "", header))), "")
    return bare[len(re.sub(r"\s", "", again)) :]


def document_words(document: Document) -> str:
    """Give the words that a PDF must hold, in reading order, as `pdf_words` gives them."""
    said = ""
    for kind, words in of_document(document):
        if kind == "source":
            number = sum(1 for _ in re.finditer("\u241e", said)) + 1
            said += f"\u241e{number}."
        if kind == "picture":
            continue
        said += words
    contents = "Contents" if document.contents else ""
    head = next(at for at, line in enumerate(of_document(document)) if line[0] == "contents") if contents else 0
    before = "".join(words for _, words in of_document(document)[:head])
    said = before + contents + said[len(before) :]
    said = re.sub(r"⟧⟦", ",", said)
    return re.sub(r"[\s⟦⟧\u241e•]", "", said)


def anchors(document: Document) -> set[str]:
    """Name the anchors of a document's sources."""
    return {source_anchor(number) for number in range(1, len(document.references) + 1)}
