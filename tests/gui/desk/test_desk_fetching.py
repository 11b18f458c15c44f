# SPDX-License-Identifier: MIT
"""Pages from web addresses on the desk: fetched, set beside what was read, stored; or said why not."""

from PySide6.QtWidgets import QDialog

from eqbrief.gui.desk import Desk
from eqbrief.store import Store
from tests.gui.desk.working import answer, form, sentence, settled, titles
from tests.helpers.pages import Page, page_html
from tests.helpers.serving import Site

HTML = page_html(Page()).encode()


def silent(site: Site) -> str:
    """Let a path say nothing until the test is over."""
    site.answers["/silent"] = lambda _request: bool(site.ended.wait(20)) and None
    return site.at("/silent")


def test_a_page_is_fetched_shown_and_stored(desk: Desk, library: Store, site: Site, qtbot) -> None:
    desk.fetch([site.put("/events/rotas", HTML)])
    qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
    assert form(desk).form.draft().title == "Kinder rotas for night staff"
    assert titles(library) == []
    desk.accept_page()
    qtbot.waitUntil(settled(desk))
    assert titles(library) == ["Kinder rotas for night staff"]


def test_what_cannot_be_fetched_stands_in_the_queue_with_the_reason(desk: Desk, site: Site, qtbot) -> None:
    desk.fetch([site.at("/gone"), site.put("/events/rotas", HTML)])
    qtbot.waitUntil(lambda: len(desk.queue.items) == 2)
    desk.list.choose(0)
    assert "no page at this address" in sentence(desk) and site.at("/gone") in sentence(desk)
    assert desk.queue.items[1].page.draft is not None


def test_it_tells_how_far_it_is_and_can_be_cancelled(desk: Desk, site: Site, qtbot) -> None:
    desk.fetch([site.put("/events/rotas", HTML), silent(site), site.put("/never", HTML)])
    assert "Fetching…" in sentence(desk)
    qtbot.waitUntil(lambda: desk.strip.words() == "Fetching from 127.0.0.1, 2 of 3")
    qtbot.waitUntil(lambda: any(one.path == "/silent" for one in site.asked))
    assert desk.strip.cancel.isVisible()
    desk.strip.cancel.click()
    qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
    assert [one.path for one in site.asked] == ["/events/rotas", "/silent"]


def test_closing_the_desk_ends_the_fetch(desk: Desk, site: Site, qtbot) -> None:
    desk.fetch([silent(site)])
    qtbot.waitUntil(lambda: len(site.asked) == 1)
    desk.reject()
    assert desk.result() == QDialog.DialogCode.Rejected and not desk.isVisible()
    qtbot.waitUntil(lambda: desk._jobs.findChildren(type(desk._reading)) == [] or desk._reading is None)


def test_a_fetched_page_is_not_thrown_away_unasked(desk: Desk, site: Site, qtbot) -> None:
    desk.fetch([site.put("/events/rotas", HTML)])
    qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
    said = answer("Go on here")
    desk.reject()
    assert said[0] == "This page is not stored yet." and desk.isVisible()
