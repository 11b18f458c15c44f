# SPDX-License-Identifier: MIT
"""Write a document as a tagged PDF after PDF/UA-1 (ISO 14289-1), by typst.

typst runs what stands in its source, so nothing of a document ever stands there: our own template reads it as data
(JSON) out of a folder of its own, beyond which it can read nothing. It has no packages, and the fonts are ours.
"""

import json
import tempfile
from pathlib import Path
from typing import Any, cast

import typst
from typst import TypstError

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
from eqbrief.briefing.lettering import say_letters, unshown
from eqbrief.files import resource

_STANDARD = "ua-1"
_JPEG = b"\xff\xd8"


def write_pdf(document: Document) -> bytes:
    """Give the document as a PDF file.

    Our own fonts come first, those of the system where a letter is missing; what neither has is said in words.
    """
    with tempfile.TemporaryDirectory(prefix="eqbrief-") as name:
        root = Path(name)
        plain = _plain(document, root)
        try:
            return _typeset(root, plain)
        except TypstError:
            lost = unshown(json.dumps(plain, ensure_ascii=False), lambda text: _can_show(root, text))
            return _typeset(root, _reworded(plain, say_letters(lost)), system_fonts=True)


def _typeset(root: Path, plain: dict[str, Any], template: str = "briefing.typ", *, system_fonts: bool = False) -> bytes:
    """Set a template with its content, out of a folder beyond which nothing is read."""
    (root / "packages").mkdir(exist_ok=True)
    (root / template).write_bytes(resource("briefing", template).read_bytes())
    (root / "content.json").write_text(json.dumps(plain), encoding="utf-8")
    return typst.compile(
        root / template,
        format="pdf",
        root=root,
        font_paths=[resource("fonts")],
        ignore_system_fonts=not system_fonts,
        pdf_standards=_STANDARD,
        package_path=root / "packages",
        package_cache_path=root / "packages",
    )


def _can_show(root: Path, text: str) -> bool:
    try:
        _typeset(root, {"text": text}, "letters.typ", system_fonts=True)
    except TypstError:
        return False
    return True


def _reworded(plain: Any, said: dict[int, str]) -> Any:
    """Give the content with some letters said in another way, wherever they stand."""
    if isinstance(plain, str):
        return plain.translate(said)
    if isinstance(plain, list):
        return [_reworded(one, said) for one in cast(list[Any], plain)]
    if isinstance(plain, dict):
        return {key: _reworded(value, said) for key, value in cast(dict[str, Any], plain).items()}
    return plain


def _plain(document: Document, folder: Path) -> dict[str, Any]:
    title = document.title
    blocks = [_block(block, document, folder / f"picture-{at}") for at, block in enumerate(document.blocks)]
    return {
        "title": title.title,
        "line": title.line(),
        "author": title.author,
        "classification": title.classification,
        "cover": document.cover,
        "keywords": list(document.keywords),
        "contents": [{"text": one.text, "level": one.level, "anchor": one.anchor} for one in document.listed()],
        "blocks": blocks,
    }


def _block(block: Block, document: Document, file: Path) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text, "level": block.level, "anchor": block.anchor}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "look": block.look, "runs": _runs(block.content, document)}
    if isinstance(block, Listing):
        return _list(block, document)
    if isinstance(block, Table):
        rows = [[_runs(cell, document) for cell in row] for row in block.rows]
        widths = list(block.widths)
        return {"kind": "table", "caption": block.caption, "header": list(block.header), "rows": rows, "widths": widths}
    if isinstance(block, Picture):
        named = file.with_suffix(".jpg" if block.data.startswith(_JPEG) else ".png")
        named.write_bytes(block.data)
        caption = _runs(block.caption, document)
        return {"kind": "picture", "file": named.name, "alternative": block.alternative, "caption": caption}
    entries = [
        {"anchor": source_anchor(number), "runs": _runs(reference.full(), document)}
        for number, reference in enumerate(document.references, 1)
    ]
    return {"kind": "sources", "entries": entries}


def _list(block: Listing, document: Document) -> dict[str, Any]:
    items = [
        {"runs": _runs(item.content, document), "below": _list(item.below, document) if item.below else None}
        for item in block.items
    ]
    return {"kind": "list", "ordered": block.ordered, "items": items}


def _runs(content: Inlines, document: Document) -> list[dict[str, Any]]:
    return [_run(run, document) for run in content]


def _run(run: Inline, document: Document) -> dict[str, Any]:
    if isinstance(run, Cite):
        marks = [{"text": shown, "anchor": anchor} for shown, anchor in document.mark(run)]
        return {"cite": marks, "style": document.style}
    return {"text": run.text, "strong": run.strong, "emphasis": run.emphasis, "link": run.link}
