# SPDX-License-Identifier: MIT
"""What is printed, and what the preview of it shows, are the pages of the PDF: tried into a PDF printer, offscreen."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.briefing import write
from eqbrief.gui.briefing.printing import a4, pages_of, paint
from eqbrief.model import Filter
from eqbrief.tasks import briefing as tasks
from tests.briefing.making import document


@pytest.fixture(scope="module")
def pages() -> list[bytes]:
    found = pages_of(document(), lambda _progress: None, lambda: False)
    assert found is not None
    return found


def printed(pages: list[bytes], target: Path, first: int = 0, last: int = 0) -> pypdfium2.PdfDocument:
    printer = a4("Herons")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    if first:
        printer.setFromTo(first, last)
    paint(pages, printer)
    return pypdfium2.PdfDocument(target)


def greys(page: pypdfium2.PdfPage) -> list[int]:
    """Give how light a page is, in fields of which 30 stand side by side."""
    return list(page.render(scale=240 / page.get_width()).to_pil().convert("L").resize((30, 42)).tobytes())


def apart(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage) -> float:
    """Give by how much two pages differ, from 0 to 255."""
    pairs = zip(greys(one), greys(other), strict=True)
    return sum(abs(here - there) for here, there in pairs) / (30 * 42)


def test_paper_shows_what_the_pdf_shows_page_by_page(qapp, pages, tmp_path: Path) -> None:
    wanted = pypdfium2.PdfDocument(write(document(), ".pdf"))
    found = printed(pages, tmp_path / "printed.pdf")
    assert len(found) == len(wanted) == len(pages) > 2
    for number in range(len(wanted)):
        assert [round(one) for one in found[number].get_size()] == [595, 842]
        assert apart(found[number], wanted[number]) < 3, number
        assert apart(found[number], wanted[(number + 1) % len(wanted)]) > 5, "another page is told from it"
    found.close()
    wanted.close()


def test_only_the_pages_asked_for_are_printed(qapp, pages, tmp_path: Path) -> None:
    found = printed(pages, tmp_path / "second.pdf", 2, 2)
    assert len(found) == 1
    found.close()


def test_preparing_can_be_stopped() -> None:
    assert pages_of(document(), lambda _progress: None, lambda: True) is None


@pytest.mark.qt_log_ignore("This plugin does not support", "QPrint")
def test_the_preview_shows_every_page(window, filled_library, qtbot) -> None:
    numbers = db.event_ids(filled_library, Filter())[:3]
    tasks.new_briefing(filled_library, "Herons", pieces=tasks.pieces_of_events(filled_library, numbers))
    window.briefings.open_briefing()
    view = window.views.view
    qtbot.waitUntil(lambda: view._made is not None, timeout=9000)
    met: list[tuple[str, int]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintPreviewDialog):
            QTimer.singleShot(50, window, look)
            return
        dialog.findChild(QPrintPreviewWidget).updatePreview()
        met.append((dialog.windowTitle(), dialog.findChild(QPrintPreviewWidget).pageCount()))
        dialog.reject()

    look()
    view.head.print.click()
    qtbot.waitUntil(lambda: bool(met), timeout=20_000)
    pdf = pypdfium2.PdfDocument(write(view._made.document, ".pdf"))
    assert met == [("Print the briefing – EqBrief", len(pdf))]
    pdf.close()
