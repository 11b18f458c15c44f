# SPDX-License-Identifier: MIT
"""Write a document as one HTML file that asks nothing of any network, prints well and is read well aloud.

Structure after WCAG 2.2 and https://www.w3.org/WAI/tutorials/: landmarks, one h1, header cells with a scope, captions.
"""

from base64 import b64encode
from html import escape

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
from eqbrief.files import resource

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_JPEG = b"\xff\xd8"


def write_html(document: Document) -> bytes:
    """Give the document as one HTML file in UTF-8."""
    title = document.title
    style = resource("briefing", "briefing.css").read_text(encoding="utf-8")
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title.title)}</title>",
        *([f'<meta name="author" content="{escape(title.author)}">'] if title.author else []),
        f"<style>{style}</style>",
    ]
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n'
        + "\n".join(head)
        + f'\n</head>\n<body>\n<main class="page">\n{body_html(document)}\n</main>\n</body>\n</html>\n'
    ).encode()


def body_html(document: Document) -> str:
    """Give what stands in the page itself, from the title on."""
    return "\n".join([_title(document), *_contents(document), *(_block(block, document) for block in document.blocks)])


def _title(document: Document) -> str:
    title = document.title
    lines = [f"<h1>{escape(title.title)}</h1>"]
    if title.line():
        lines.append(f'<p class="about">{escape(title.line())}</p>')
    if title.classification:
        lines.insert(0, f'<p class="classification">{escape(title.classification)}</p>')
    return f'<header class="{"cover" if document.cover else "top"}">\n' + "\n".join(lines) + "\n</header>"


def _contents(document: Document) -> list[str]:
    listed = document.listed()
    if not listed:
        return []
    items = (
        f'<li class="level-{one.level}"><a href="#{escape(one.anchor)}">{escape(one.text)}</a></li>' for one in listed
    )
    return ['<nav aria-label="Contents">\n<p class="contents">Contents</p>\n<ul>', *items, "</ul>\n</nav>"]


def _block(block: Block, document: Document) -> str:
    if isinstance(block, Heading):
        level = block.level + 1  # the title is the only h1
        return f'<h{level} id="{escape(block.anchor)}">{escape(block.text)}</h{level}>'
    if isinstance(block, Paragraph):
        said = _runs(block.content, document)
        if block.look == "quote":
            return f"<blockquote><p>{said}</p></blockquote>"
        return f"<p>{said}</p>" if block.look == "body" else f'<p class="{block.look}">{said}</p>'
    if isinstance(block, Listing):
        return _list(block, document)
    if isinstance(block, Table):
        return _table(block, document)
    if isinstance(block, Picture):
        kind = "jpeg" if block.data.startswith(_JPEG) else "png"
        shown = (
            f'<img src="data:image/{kind};base64,{b64encode(block.data).decode()}" alt="{escape(block.alternative)}"'
            f' width="{block.width}" height="{block.height}">'
        )
        return f"<figure>{shown}<figcaption>{_runs(block.caption, document)}</figcaption></figure>"
    return _sources(document)


def _list(block: Listing, document: Document) -> str:
    tag = "ol" if block.ordered else "ul"
    items = (
        f"<li>{_runs(item.content, document)}{_list(item.below, document) if item.below else ''}</li>"
        for item in block.items
    )
    return f"<{tag}>\n" + "\n".join(items) + f"\n</{tag}>"


def _table(block: Table, document: Document) -> str:
    whole = sum(block.widths) or 1
    columns = "".join(f'<col style="width: {share * 100 / whole:.1f}%">' for share in block.widths)
    header = "".join(f'<th scope="col">{escape(words)}</th>' for words in block.header)
    lines = [
        "<table>",
        *([f"<caption>{escape(block.caption)}</caption>"] if block.caption else []),
        f"<colgroup>{columns}</colgroup>" if columns else "",
        f"<thead><tr>{header}</tr></thead>\n<tbody>",
    ]
    for row in block.rows:
        cells = "".join(f"<td>{_runs(cell, document)}</td>" for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join(one for one in lines if one) + "\n</tbody>\n</table>"


def _sources(document: Document) -> str:
    items = (
        f'<li id="{source_anchor(number)}">{_runs(reference.full(), document)}</li>'
        for number, reference in enumerate(document.references, 1)
    )
    return '<ol class="sources">\n' + "\n".join(items) + "\n</ol>"


def _runs(content: Inlines, document: Document) -> str:
    return "".join(_run(run, document) for run in content)


def _run(run: Inline, document: Document) -> str:
    if isinstance(run, Cite):
        marks = document.mark(run)
        if document.style == "bracketed":
            links = "; ".join(f'<a href="#{anchor}">{escape(shown)}</a>' for shown, anchor in marks)
            return f' <span class="reference">({links})</span>'
        links = ", ".join(f'<a href="#{anchor}" aria-label="Source {shown}">{shown}</a>' for shown, anchor in marks)
        return f"<sup>{links}</sup>"
    said = escape(run.text)
    if run.link:
        said = f'<a href="{escape(run.link)}" rel="noreferrer">{said}</a>'
    if run.emphasis:
        said = f"<em>{said}</em>"
    return f"<strong>{said}</strong>" if run.strong else said
