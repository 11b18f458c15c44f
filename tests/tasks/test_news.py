# SPDX-License-Identifier: MIT
"""Before a newer copy of a listing is stored it is said which of its events are new, changed, as before, or gone."""

from dataclasses import replace

from eqbrief import tasks
from eqbrief.store import Store
from eqbrief.tasks.editing import edit_fields
from eqbrief.tasks.news import news_of
from eqbrief.tasks.pages import Page
from tests.tasks.test_schedules import schedule, talk


def said(store: Store, page: Page) -> list[list[str] | None] | None:
    assert page.draft is not None
    news = news_of(store, page, page.draft)
    return None if news is None else [None if rows is None else [row.key for row in rows] for rows in news.events]


def test_nothing_is_said_of_a_listing_that_is_new(library: Store) -> None:
    assert said(library, schedule([talk(1), talk(2)])) is None


def test_new_changed_and_as_before(library: Store) -> None:
    tasks.accept(library, schedule([talk(1), talk(2), talk(3)]))
    again = schedule([talk(1), talk(2, starts_at="2024-06-03T18:00", status="cancelled"), talk(3), talk(4)], "2")
    assert said(library, again) == [[], ["starts_at", "status"], [], None]
    tasks.accept(library, again)
    assert said(library, again) == [[], [], [], []]


def test_what_it_no_longer_has(library: Store) -> None:
    tasks.accept(library, schedule([talk(n) for n in range(1, 9)]))
    page = schedule([talk(n) for n in (1, 3, 4, 5, 6, 7, 8)], "2")
    assert page.draft is not None
    news = news_of(library, page, page.draft)
    assert news is not None
    assert [one.name for one in news.gone] == ["Talk 2"]
    assert (news.new, news.changed) == (0, 0)
    tasks.accept(library, page)
    after = news_of(library, page, page.draft)
    assert after is not None and after.gone == ()


def test_what_was_edited_by_hand_does_not_win(library: Store) -> None:
    [first, *_] = tasks.accept(library, schedule([talk(1), talk(2)]))
    assert first.event is not None
    edit_fields(library, first.event.id, {"title": "My own title"})
    page = schedule([talk(1, title="Another title"), talk(2)], "2")
    assert page.draft is not None
    news = news_of(library, page, page.draft)
    assert news is not None and news.events[0]
    [row] = [row for row in news.events[0] if row.key == "title"]
    assert not row.wins and row.before == "My own title"


def test_an_event_that_a_page_of_its_own_made(library: Store) -> None:
    alone = replace(talk(1), source="talk.html")
    tasks.accept(library, Page("talk.html", b"talk", alone))
    assert said(library, schedule([talk(1, title="Another title"), talk(2)])) == [["title"], None]
