# SPDX-License-Identifier: MIT
"""What is corrected on one page of a site is right on the next, also where that lies on the desk already."""

from dataclasses import replace
from pathlib import Path

from eqbrief import store as db
from eqbrief.gui.desk import Desk
from eqbrief.model import Draft
from eqbrief.store import Store
from eqbrief.tasks import read_page, rules_for
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import form, put, settled
from tests.reading.sites import SITES
from tests.reading.sites.facts import FIELDS, Sheet

SITE = next(site for site in SITES if site.name == "norstrand")


def lay(desk: Desk, folder: Path, *sheets: Sheet) -> None:
    for sheet in sheets:
        (folder / sheet.name).write_bytes(sheet.data)
    put(desk, *(read_page(folder / sheet.name) for sheet in sheets))


def correct(desk: Desk, sheet: Sheet) -> None:
    """Put into the form what a person would make of the page."""
    made = form(desk).form.draft()
    form(desk).form.set_draft(replace(made, **{field: getattr(sheet.wanted, field) for field in FIELDS}))


def wrong_in(draft: Draft | None, sheet: Sheet) -> list[str]:
    return [field for field in FIELDS if getattr(draft, field) != getattr(sheet.wanted, field)]


def test_pages_that_wait_are_read_again_and_those_in_hand_are_left(qtbot, desk: Desk, library: Store, tmp_path) -> None:
    first, second, third, _ = SITE.pages
    lay(desk, tmp_path, first, second, third)
    assert all(wrong_in(desk.queue.items[number].page.draft, SITE.pages[number]) for number in range(3))
    desk.list.choose(2)
    type_anew(form(desk).form.lines["title"].field, "A title that somebody is typing")
    assert desk.queue.items[2].is_edited
    desk.list.choose(0)
    correct(desk, first)
    desk.accept_page()
    qtbot.waitUntil(settled(desk))
    assert {rule.site for rule in rules_for(library)} == {"norstrand.example"}
    qtbot.waitUntil(lambda: not wrong_in(desk.queue.items[1].page.draft, second))
    assert desk._current == 1
    assert form(desk).form.draft().title == second.wanted.title
    assert wrong_in(desk.queue.items[2].page.draft, third)
    assert desk.queue.items[2].is_edited


def test_the_next_page_that_is_read_is_right(qtbot, desk: Desk, library: Store, tmp_path) -> None:
    first, second, *_ = SITE.pages
    lay(desk, tmp_path, first)
    correct(desk, first)
    desk.accept_page()
    qtbot.waitUntil(lambda: bool(db.rules(library)) and settled(desk)())
    (tmp_path / second.name).write_bytes(second.data)
    desk.read([tmp_path / second.name])
    qtbot.waitUntil(lambda: len(desk.queue.items) == 2)
    assert wrong_in(desk.queue.items[1].page.draft, second) == []
