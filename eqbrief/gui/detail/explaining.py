# SPDX-License-Identifier: MIT
"""Mark the acronyms in what is read at an event, and say what they mean there."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from eqbrief import store as db
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import ReadingText
from eqbrief.store import Store


def explain_letters(page: QWidget, store: Store, jobs: Jobs, event_id: int) -> None:
    """Mark every acronym of the glossary in the texts of a page, once the glossary has been asked.

    At an event that writes an acronym out, it has that meaning alone; elsewhere all of its meanings are told.
    """
    texts = page.findChildren(ReadingText)
    if not texts:
        return
    written = [text.toPlainText() for text in texts]

    def look() -> list[list[tuple[int, int, str]]]:
        from eqbrief.matching.terms import acronyms_in  # noqa: PLC0415 - not needed before the first frame

        meanings = db.meanings(store, event_id)
        known = frozenset(meanings)
        return [
            [(start, end, " or ".join(meanings[short])) for start, end, short in acronyms_in(text, known)]
            for text in written
        ]

    def show(found: list[list[tuple[int, int, str]]]) -> None:
        for text, said, places in zip(texts, written, found, strict=True):
            if isValid(text) and text.toPlainText() == said:  # the page may show something else by now
                text.explain(places)

    jobs.ask("what letters mean", look).done.connect(show)
