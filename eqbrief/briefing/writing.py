# SPDX-License-Identifier: MIT
"""The table of formats: which writer makes a file of which ending. Each is loaded when it is asked for."""

from importlib import import_module

from eqbrief.briefing.document import Document
from eqbrief.model import UserError

_WRITERS = {
    ".docx": ("eqbrief.briefing.word", "write_docx"),
    ".pdf": ("eqbrief.briefing.pdf", "write_pdf"),
    ".html": ("eqbrief.briefing.html", "write_html"),
    ".htm": ("eqbrief.briefing.html", "write_html"),
    ".md": ("eqbrief.briefing.markdown", "write_markdown"),
}
ENDINGS = {".docx": "Word document", ".pdf": "PDF", ".html": "Web page", ".md": "Markdown"}
"""What a briefing can be saved as, by the name's ending."""


def check_ending(ending: str, name: str) -> None:
    """Refuse a name with an ending that no writer knows.

    Raises:
        UserError: when there is none.
    """
    if ending.lower() not in _WRITERS:
        raise UserError(
            f"'{name}' is not a kind of file that a briefing can be.", "End its name in .docx, .pdf, .html or .md."
        )


def write(document: Document, ending: str) -> bytes:
    """Give the bytes of a document in the format that a file of this ending has ('.docx').

    Raises:
        UserError: when no format has this ending.
    """
    check_ending(ending, f"A file ending in {ending}")
    module, function = _WRITERS[ending.lower()]
    return getattr(import_module(module), function)(document)
