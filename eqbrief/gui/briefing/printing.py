# SPDX-License-Identifier: MIT
"""Print a briefing: its pages are those of the PDF, drawn beforehand, so that paper and preview show just these."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from eqbrief.briefing import Document, write
from eqbrief.decks.drawing import PageDrawer, Picture
from eqbrief.gui.asking import tell
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.model import Briefing, Progress
from eqbrief.store import Store
from eqbrief.tasks.briefing import document_of
from eqbrief.tasks.steps import Report, Stop

_WIDTH = 1654
"""An A4 page at 200 dots an inch."""


def print_briefing(parent: QWidget, store: Store, jobs: Jobs, briefing: Briefing, say: Callable[[str], None]) -> None:
    """Draw the pages in the background, then show them as they will be printed, and print them from there."""

    def work(job: Job) -> list[bytes] | None:
        job.report(Progress(0, 0, "Gathering the briefing", counts=False))
        return pages_of(document_of(store, briefing, render=True), job.report, job.stop)

    def show(pages: list[bytes] | None) -> None:
        if pages is None:
            say("Stopped; nothing was printed")
        else:
            _preview(parent, briefing.title, pages)

    job = jobs.run("Preparing the pages", work)
    job.done.connect(show)
    job.failed.connect(lambda error: tell(parent, error))


def pages_of(document: Document, report: Report, stop: Stop) -> list[bytes] | None:
    """Draw every page of a document's PDF as PNG; None when it was stopped."""
    drawer = PageDrawer()
    pages: list[bytes] = []
    with tempfile.TemporaryDirectory(prefix="eqbrief-") as folder:
        file = Path(folder, "pages.pdf")
        file.write_bytes(write(document, ".pdf"))
        try:
            number = len(drawer.pages(file))
            for page in range(1, number + 1):
                if stop():
                    return None
                report(Progress(page, number, "Preparing the pages"))
                pages.append(_png(drawer.draw(file, page, _WIDTH)))
        finally:
            drawer.close()
    return pages


def paint(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Put pages onto paper: all of them, or those that were asked for in the system's dialog."""
    first = printer.fromPage() or 1
    chosen = pages[first - 1 : printer.toPage() or len(pages)]
    painter = QPainter(printer)
    for at, page in enumerate(chosen):
        if at:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), QImage.fromData(page))
    painter.end()


def a4(title: str) -> QPrinter:
    """Give a printer of A4 paper; the pages bring their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def _preview(parent: QWidget, title: str, pages: Sequence[bytes]) -> None:
    printer = a4(title)  # the dialog does not keep it alive
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle("Print the briefing – EqBrief")
    dialog.paintRequested.connect(lambda printer: paint(pages, printer))
    dialog.exec()
    dialog.deleteLater()


def _png(drawn: Picture) -> bytes:
    image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # quickly rather than small  # pyright: ignore[reportCallIssue, reportArgumentType]
    buffer.close()
    return bytes(packed.data())
