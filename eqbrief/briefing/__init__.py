# SPDX-License-Identifier: MIT
"""Compose briefings and write them: one document, and from it Word, PDF, HTML and Markdown that say the same.

`compose` makes the document of plain records; `WRITERS` turn it into the bytes of a file, by its name's ending.
"""

from eqbrief.briefing.composing import compose
from eqbrief.briefing.document import Document
from eqbrief.briefing.material import Material, ShownSlide
from eqbrief.briefing.writing import ENDINGS, write

__all__ = ["ENDINGS", "Document", "Material", "ShownSlide", "compose", "write"]
