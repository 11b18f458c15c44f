# SPDX-License-Identifier: MIT
import threading

from PySide6.QtWidgets import QProgressBar

from eqbrief.gui.dialogs.working import Working, said_progress
from eqbrief.gui.kit import Button, ElidedLabel
from eqbrief.model import Progress


def test_progress_is_said_in_words():
    assert said_progress(Progress(2, 12, "Checking slides.pptx")) == "Checking slides.pptx, 3 of 12"
    assert said_progress(Progress(12, 12, "Checking")) == "Checking, 12 of 12"
    assert said_progress(Progress(0, 0, "Checking the database")) == "Checking the database"


def test_it_follows_a_job_and_goes_when_that_ends(jobs, qtbot):
    row = Working()
    qtbot.addWidget(row)
    go_on = threading.Event()

    def work(job):
        job.report(Progress(1, 4, "Copying"))
        go_on.wait(10)
        return "done"

    assert not row.isVisible()
    job = jobs.run("Backing up", work)
    row.follow(job, "Backing up")
    assert row.isVisible()
    bar, words = row.findChild(QProgressBar), row.findChild(ElidedLabel)
    qtbot.waitUntil(lambda: words.text() == "Copying, 2 of 4")
    assert (bar.value(), bar.maximum()) == (1, 4)
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert not row.isVisible()


def test_cancel_asks_the_job_to_stop(jobs, qtbot):
    row = Working()
    qtbot.addWidget(row)
    job = jobs.run("Backing up", lambda j: next(iter(lambda: "going" if not j.stop() else "stopped", "going"), None))
    row.follow(job, "Backing up")
    with qtbot.waitSignal(job.done) as heard:
        row.findChild(Button).click()
    assert heard.args == ["stopped"]
    assert job.stop()
