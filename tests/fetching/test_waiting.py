# SPDX-License-Identifier: MIT
"""Waiting for the network ends: by silence, by time, by the person, and on any thread."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from eqbrief.fetching.getting import Fetched, fetch
from eqbrief.fetching.waiting import Limits
from tests.fetching.asking import PAGE, got, refused
from tests.helpers.serving import Site

TASKS = Path("/proc/self/task")


def silent(site: Site, *, after: bytes = b"") -> str:
    """Let a path say nothing more until the test is over."""

    def wait(request: BaseHTTPRequestHandler) -> None:
        if after:
            request.send_response(200)
            request.end_headers()
            request.wfile.write(after)
        site.ended.wait(20)

    site.answers["/silent"] = wait
    return site.at("/silent")


@pytest.mark.parametrize("after", [b"", b"<p>half"])
def test_silence_ends(site: Site, after: bytes) -> None:
    assert "did not answer in time" in refused(silent(site, after=after), limits=Limits(idle_s=0.2))


def test_drops_of_an_answer_end_too(site: Site) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while not site.ended.wait(0.05):
            request.wfile.write(b".")

    site.answers["/drip"] = drip
    assert "did not answer in time" in refused(site.at("/drip"), limits=Limits(idle_s=5, whole_s=0.4))


def test_it_can_be_stopped(site: Site) -> None:
    address = silent(site)
    assert fetch(address, stop=lambda: bool(site.asked)) is None
    assert fetch(address, stop=lambda: True, look_up=lambda *_: "stopped") is None


def test_a_look_up_can_be_stopped_and_this_machine_is_known(site: Site) -> None:
    site.put("/event", PAGE)
    assert fetch(site.at("/event", "localhost"), stop=lambda: True) is None
    assert got(site.at("/event", "localhost")).data == PAGE


def test_it_works_on_a_thread_of_its_own_and_leaves_no_thread(site: Site) -> None:
    site.put("/event", PAGE)
    before = threads()

    def work(into: list[Fetched | None]) -> None:
        into.append(fetch(site.at("/event")))

    found: list[Fetched | None] = []
    for _ in range(5):
        thread = threading.Thread(target=work, args=(found,))
        thread.start()
        thread.join(20)
    assert [one and one.data for one in found] == [PAGE] * 5
    # What the server's own thread for a kept connection needs ends with that connection.
    assert until(lambda: threads() <= before)


def threads() -> int:
    return len(list(TASKS.iterdir())) if TASKS.is_dir() else threading.active_count()


def until(holds: Callable[[], bool]) -> bool:
    """Give it ten seconds to come true."""
    pause = threading.Event()
    return any(holds() or pause.wait(0.05) for _ in range(200)) and holds()
