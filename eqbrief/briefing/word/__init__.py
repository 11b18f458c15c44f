# SPDX-License-Identifier: MIT
"""Write a document for Word: real styles, contents as links, header rows, alternative texts, language and title."""

from eqbrief.briefing.word.writing import write_docx

__all__ = ["write_docx"]
