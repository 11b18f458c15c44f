# SPDX-License-Identifier: MIT
"""The status line: how things stand, what was done, and the progress of one job after another."""

import threading

import pytest

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.status import StatusLine
from eqbrief.model import Progress
from tests.gui.looks import dress
from tests.helpers.named import unnamed


@pytest.fixture
def status(qapp, qtbot):
    dress(qapp)
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(1000, 30)
    made.show()
    yield made
    made._fade.stop()


def test_what_was_done_is_said_for_a_while(status, qtbot):
    status._fade.setInterval(50)
    status.say("1 deck attached")
    assert status._said.text() == "1 deck attached"
    qtbot.waitUntil(lambda: status._said.text() == "")


def test_how_things_stand_is_said_with_a_sign_and_leads_on(status, qtbot):
    status.show_order("1 file is missing", in_order=False)
    status.show_backup("Backed up 09:12")
    with qtbot.waitSignal(status.check_wanted):
        status._order.click()
    with qtbot.waitSignal(status.backups_wanted):
        status._backup.click()
    assert (status._order.text(), status._backup.text()) == ("1 file is missing", "Backed up 09:12")
    assert unnamed(status) == []


def test_work_is_shown_one_after_another_and_can_be_stopped(status, library, qtbot):
    jobs, step = Jobs(library), threading.Event()

    def work(job):
        job.report(Progress(2, 12, "Reading decks"))
        while not job.stop():
            step.wait(0.01)

    jobs.busy.connect(status.follow)
    jobs.run("Reading", work)
    jobs.run("Exporting", work)
    qtbot.waitUntil(lambda: status._work.text() == "Reading decks, 3 of 12")
    assert status._bar.isVisible() and (status._bar.maximum(), status._bar.value()) == (12, 2)
    status._cancel.click()
    assert status._work.text() == "Stopping…"
    qtbot.waitUntil(lambda: len(status._jobs) == 1 and status._work.text() != "Stopping…")
    status._cancel.click()
    qtbot.waitUntil(lambda: not status._cancel.isVisible())
    assert not status._bar.isVisible()
    jobs.shutdown()
    jobs.deleteLater()


def test_what_is_held_is_said_with_what_can_be_done_where_nothing_else_is_shown(status, library, qtbot):
    jobs, step = Jobs(library), threading.Event()

    def work(job):
        while not job.stop():
            step.wait(0.01)

    status.show_held("2 decks wait to be downloaded")
    assert status._held.isVisible() and status._resume.isVisible() and not status._pause.isVisible()
    with qtbot.waitSignal(status.resume_wanted):
        status._resume.click()
    with qtbot.waitSignal(status.give_up_wanted):
        status._give_up.click()
    jobs.busy.connect(status.follow)
    jobs.run("Reading", work)
    assert not status._held.isVisible() and not status._pause.isVisible(), "only downloads can be held"
    status._cancel.click()
    qtbot.waitUntil(lambda: status._held.isVisible())
    jobs.fetch("Downloading", work)
    assert status._pause.isVisible() and unnamed(status) == []
    with qtbot.waitSignal(status.pause_wanted):
        status._pause.click()
    status.show_held("")
    jobs.shutdown()
    jobs.deleteLater()
