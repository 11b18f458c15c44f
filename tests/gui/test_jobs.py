# SPDX-License-Identifier: MIT
"""The three lanes on a real library with real threads: order, newest first, cancel, faults, notices, the end."""

import gc
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication

from eqbrief import store as db
from eqbrief.gui.jobs import Job, Jobs, touches
from eqbrief.model import Progress, UserError
from eqbrief.store import EVERY_TABLE, Store
from tests.helpers.leaks import running
from tests.store.filling import add_event

_SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def jobs(library: Store, qtbot):
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


def star(store: Store, number: int) -> None:
    with store.change("event") as change:
        db.set_on_event(store, change, number, starred=1)


def test_a_job_starts_on_the_next_turn_so_that_its_caller_has_connected(jobs, qtbot):
    seen = []
    job = jobs.save(lambda: seen.append(threading.current_thread().name) or 7)
    assert seen == []
    with qtbot.waitSignal(job.done) as blocker:
        pass
    assert blocker.args == [7]
    assert seen == ["eqbrief-save"]


def test_saves_and_long_work_each_keep_their_order(jobs, qtbot):
    done: list[str] = []
    for number in range(5):
        jobs.save(lambda number=number: done.append(f"save {number}"))
        last = jobs.run("Counting", lambda _job, number=number: done.append(f"run {number}"))
    with qtbot.waitSignal(last.ended):
        pass
    qtbot.waitUntil(lambda: len(done) == 10)
    for lane in ("save", "run"):
        assert [one for one in done if one.startswith(lane)] == [f"{lane} {number}" for number in range(5)]


def test_a_save_is_done_while_long_work_goes_on(jobs, library, qtbot):
    number, go_on = add_event(library), threading.Event()
    long = jobs.run("Waiting", lambda _job: go_on.wait(10))
    save = jobs.save(lambda: star(library, number))
    ended: list[Job] = []
    long.ended.connect(lambda: ended.append(long))
    with qtbot.waitSignal(save.done):
        pass
    assert db.event(library, number).starred and ended == []
    go_on.set()
    qtbot.waitUntil(lambda: ended == [long])


def test_the_newest_question_wins_and_interrupts_the_older_query(jobs, library, qtbot):
    begun, heard = threading.Event(), []

    def slow():
        begun.set()
        return library.db.execute(_SLOW).fetchone()

    older = jobs.ask("search", slow)
    older.done.connect(heard.append)
    older.ended.connect(lambda: heard.append("ended"))
    jobs.broken.connect(heard.append)
    qtbot.waitUntil(begun.is_set)
    newer = jobs.ask("search", lambda: "new")
    with qtbot.waitSignal(newer.done) as blocker:
        pass
    assert blocker.args == ["new"] and heard == []


def test_questions_about_other_things_stand_beside_each_other(jobs, qtbot):
    first, second = jobs.ask("search", lambda: 1), jobs.ask("how things stand", lambda: 2)
    with qtbot.waitSignals([first.done, second.done]):
        pass


def test_of_many_questions_asked_while_typing_only_the_last_is_answered(jobs, qtbot):
    answers = []
    for number in range(50):
        jobs.ask("search", lambda number=number: number).done.connect(answers.append)
    qtbot.waitUntil(lambda: answers != [])
    assert answers == [49]


def test_work_reports_on_the_windows_thread_and_stops_when_it_is_cancelled(jobs, qtbot):
    shown: list[tuple[int, bool]] = []

    def count(job: Job) -> int:
        for number in range(1_000_000):
            if job.stop():
                return number
            job.report(Progress(number, 1_000_000, "Counting"))
            waiting.wait(0.001)
        return -1

    waiting = threading.Event()
    job = jobs.run("Counting", count)
    main = threading.current_thread()
    job.progressed.connect(lambda progress: shown.append((progress.done, threading.current_thread() is main)))
    qtbot.waitUntil(lambda: len(shown) > 3)
    with qtbot.waitSignal(job.done) as blocker:
        job.cancel()
    assert blocker.args[0] >= 3
    numbers = [number for number, _ in shown]
    assert numbers == sorted(set(numbers)) and numbers[-1] <= blocker.args[0]
    assert all(on_main for _, on_main in shown)


def test_a_known_trouble_is_a_sentence_and_a_bug_is_told_apart(jobs, qtbot):
    def wrong():
        raise UserError("The file is gone.", "Choose another.")

    troubled, broken = jobs.save(wrong), jobs.save(lambda: 1 // 0)
    bugs = []
    jobs.broken.connect(bugs.append)
    with qtbot.waitSignal(troubled.failed) as blocker, qtbot.waitSignal(broken.ended):
        pass
    assert blocker.args[0].what == "The file is gone."
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    with qtbot.waitSignal(jobs.save(lambda: 3).done):
        pass


def test_the_notice_of_a_write_comes_to_the_windows_thread_with_its_tables(jobs, library, qtbot):
    number, threads = add_event(library), []
    jobs.changed.connect(lambda _tables: threads.append(threading.current_thread() is threading.main_thread()))
    with qtbot.waitSignal(jobs.changed, check_params_cb=lambda tables: "event" in tables):
        jobs.save(lambda: star(library, number))
    assert threads and all(threads)


def test_many_small_writes_in_a_row_are_told_of_together_and_before_the_work_is_done(jobs, library, qtbot):
    """Each listener takes a while to read again; the window must not be kept at it for every single write."""
    told: list[str] = []

    def listener(tables):
        threading.Event().wait(0.02)
        told.extend(sorted(tables))

    def work(_job: Job) -> None:
        for number in range(200):
            with library.change("event" if number < 199 else "note"):
                pass

    jobs.changed.connect(listener)
    job = jobs.run("Writing", work)
    with qtbot.waitSignal(job.done, check_params_cb=lambda _result: told[-1] == "note"):
        pass
    assert 1 < len(told) < 100
    assert told[0] == "event"


def test_what_another_process_writes_counts_as_every_table(jobs, library, qtbot):
    number = add_event(library)
    qtbot.waitUntil(lambda: not library.changed_elsewhere())
    script = (
        "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('UPDATE event SET starred = 1'); d.commit()"
    )
    subprocess.run([sys.executable, "-c", script, str(library.file)], check=True)
    with qtbot.waitSignal(jobs.changed, timeout=4000) as blocker:
        pass
    assert blocker.args[0] == EVERY_TABLE and touches(blocker.args[0], "anything")
    assert db.event(library, number).starred


def test_shutdown_finishes_what_is_being_saved_and_stops_the_rest(library, qtbot):
    jobs, number, begun = Jobs(library), add_event(library), threading.Event()
    ran, heard = [], []

    def endless(job: Job) -> None:
        begun.set()
        library.db.execute(_SLOW).fetchone()

    for name in ("first", "second"):
        work = endless if name == "first" else lambda _job: ran.append("second")
        jobs.run(name, work).ended.connect(lambda: heard.append("ended"))
    jobs.ask("search", lambda: ran.append("search"))
    qtbot.waitUntil(begun.is_set)
    jobs.save(lambda: star(library, number))
    jobs.shutdown()
    assert db.event(library, number).starred
    assert "second" not in ran and heard == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("eqbrief-")]
    with pytest.raises(RuntimeError):
        jobs.save(lambda: None)
    jobs.shutdown()


def test_work_that_is_broken_off_within_a_question_keeps_no_file_open(library, qtbot):
    """An error holds the frames that it went through, and with them the question: no circle may keep it."""
    jobs, started = Jobs(library), threading.Event()

    def work() -> int:
        first = library.db.execute("SELECT 1 UNION ALL SELECT 2")
        next(iter(first))
        started.set()
        return library.db.execute(_SLOW).fetchone()[0] + first.fetchone()[0]

    gc.collect()
    gc.disable()
    try:
        jobs.ask("sum", work)
        qtbot.waitUntil(started.is_set)
        jobs.shutdown()
        library.close()
        QCoreApplication.sendPostedEvents(jobs)  # what came too late is let go of
        assert running(library.folder).files == {}
    finally:
        gc.enable()
        jobs.deleteLater()


def test_after_shutdown_nothing_is_told(library, qtbot):
    jobs, heard = Jobs(library), []
    jobs.changed.connect(heard.append)
    jobs.shutdown()
    add_event(library)
    assert heard == []


def test_tables_are_compared_by_name():
    assert touches(frozenset({"event", "deck"}), "deck")
    assert not touches(frozenset({"note"}), "event", "deck")
    assert touches(frozenset({"*"}), "event")


class Held:
    """A helper of a lane that works until it is interrupted."""

    def __init__(self) -> None:
        self.freed, self.closed = threading.Event(), 0

    def work(self) -> bool:
        return self.freed.wait(20)

    def interrupt(self) -> None:
        self.freed.set()

    def close(self) -> None:
        self.closed += 1


def test_a_helper_is_interrupted_and_closed_with_the_lanes(library):
    jobs, helper = Jobs(library), Held()
    jobs.keep(helper)
    jobs.draw(helper.work)
    jobs._start_waiting()
    began = time.monotonic()
    jobs.shutdown()
    assert time.monotonic() - began < 10 and helper.closed == 1
    jobs.deleteLater()


def test_a_helper_that_is_let_go_is_closed_once_its_work_has_ended(library, qtbot):
    jobs, helper = Jobs(library), Held()
    jobs.keep(helper)
    jobs.draw(helper.work)
    jobs.let_go(helper)
    qtbot.waitUntil(lambda: helper.closed == 1)
    jobs.shutdown()
    assert helper.closed == 1
    jobs.deleteLater()
