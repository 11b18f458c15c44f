# SPDX-License-Identifier: MIT
"""Ticks by hand that undo knows by name, the way through the queue, and what is new since somebody last looked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Look, UserError
from eqbrief.tasks import looking, reviewing
from tests.store.filling import add_event, attach, note


def boxes(store, event) -> dict[str, bool]:
    return {step.item: step.done for step in db.review_of(store, event).steps}


def look_long_ago(store, event: int) -> None:
    """Say that somebody looked at an event as it is now, and that it is long ago."""
    looking.come_to(store, event)
    ago = "2020-01-01T09:00:00.000Z"
    for table, columns in (
        ("event", ("updated_at",)),
        ("source", ("added_at",)),
        ("look", ("looked_at", "began_at")),
        ("deck", ("added_at",)),
        ("note", ("created_at",)),
        ("change_log", ("made_at",)),
    ):
        with store.change(table) as change:
            for column in columns:
                change.execute(f"UPDATE {table} SET {column} = ? WHERE {column} IS NOT NULL", (ago,))


def test_a_tick_by_hand_is_undone_by_its_name(library):
    event = add_event(library)
    reviewing.tick(library, event, "page", True)
    reviewing.tick(library, event, "Slides seen", True)
    assert (boxes(library, event)["page"], boxes(library, event)["slides"]) == (True, True)
    assert tasks.undo(library) == "Tick “Slides seen” of “Kinder rotas 1”"
    assert (boxes(library, event)["page"], boxes(library, event)["slides"]) == (True, False)
    reviewing.tick(library, event, "page", False)
    assert tasks.undo(library) == "Take the tick from “Page read” of “Kinder rotas 1”"
    assert boxes(library, event)["page"]


def test_a_tick_that_what_was_done_says_anyway_is_not_kept_by_hand(library):
    event = add_event(library)
    reviewing.tick(library, event, "notes", True)
    note(library, event, "Ask the ward.")
    reviewing.tick(library, event, "notes", False)
    assert not boxes(library, event)["notes"]
    reviewing.tick(library, event, "notes", True)
    step = next(step for step in db.review_of(library, event).steps if step.item == "notes")
    assert (step.done, step.by_hand) == (True, None)


def test_a_line_that_there_is_not_is_refused_with_those_there_are(library):
    with pytest.raises(UserError, match="no line 'tea'") as refused:
        reviewing.tick(library, add_event(library), "tea", True)
    assert "page, slides, notes, actions, briefed" in refused.value.next_step


def test_the_queue_leads_through_what_is_not_reviewed(library):
    first, second, third, fourth = (add_event(library, n) for n in range(1, 5))
    tasks.set_state(library, [second], "reviewed")
    order = [fourth, third, second, first]
    assert reviewing.next_in_queue(library, order, third, 1) == first
    assert reviewing.next_in_queue(library, order, first, 1) is None
    assert reviewing.next_in_queue(library, order, first, -1) == third
    assert reviewing.next_in_queue(library, order, None, 1) == fourth
    assert reviewing.next_in_queue(library, order, 999, -1) == first


def test_nothing_is_new_to_who_never_looked_or_missed_nothing(library):
    event = add_event(library)
    assert looking.since_looked(library, event) is None
    look_long_ago(library, event)
    since = looking.since_looked(library, event)
    assert since is not None
    assert (since.at, since.news, since.said) == ("2020-01-01T09:00:00.000Z", (), "")


def test_what_came_since_is_told_kind_by_kind(library):
    event = add_event(library)
    look_long_ago(library, event)
    attach(library, event)
    note(library, event, "Ask the ward.")
    done = tasks.new_action(library, event, "Send the rota")
    tasks.finish_action(library, done)
    found = tasks.event(library, event).draft
    questions = (*found.questions[:1], "What did it cost?")
    tasks.edit(library, event, replace(found, starts_at="2023-02-05", questions=questions, topics=("Rotas",)))
    since = looking.since_looked(library, event)
    assert since is not None
    assert since.said == (
        "1 deck added, 1 note written, 1 action agreed, 1 action done, date changed, 1 question added, "
        "1 question removed, 1 topic added, 2 topics removed"
    )
    changes = {one.title: (one.before, one.after) for one in since.news}
    assert changes["Date changed"] == ("2 February 2023", "5 February 2023")
    assert changes["Question added"] == ("", "What did it cost?")
    assert changes["Topic added"] == ("", "Rotas")
    assert all(one.at > since.at for one in since.news)


def test_what_was_undone_is_no_news(library):
    event = add_event(library)
    look_long_ago(library, event)
    tasks.edit(library, event, replace(tasks.event(library, event).draft, title="Another title"))
    assert looking.since_looked(library, event).said == "title changed"
    tasks.undo(library)
    assert looking.since_looked(library, event).said == ""


def test_a_page_that_is_brought_in_again_is_told_with_what_it_changed(library, sample_page):
    page = sample_page("page.html", title="Kinder rotas", held="20 March 2023")
    event = tasks.accept(library, tasks.read_page(page))[0].event.id
    look_long_ago(library, event)
    sample_page("page.html", title="Kinder rotas", held="21 March 2023")
    tasks.accept(library, tasks.read_page(page))
    since = looking.since_looked(library, event)
    assert since.said.startswith("the page was brought in again, ")
    assert "date changed" in since.said


def test_what_is_seen_while_one_looks_is_no_news_the_next_time(library):
    event = add_event(library)
    look_long_ago(library, event)
    note(library, event, "Mine")
    assert db.is_changed(library, event)
    looking.stay_at(library, event)
    assert not db.is_changed(library, event)


def test_who_comes_back_at_once_is_told_the_same_again(library):
    event = add_event(library)
    look_long_ago(library, event)
    note(library, event, "Theirs")
    before = looking.since_looked(library, event)
    looking.come_to(library, event)
    looking.stay_at(library, event)
    assert looking.since_looked(library, event) == before
    assert not db.is_changed(library, event)


def test_looking_leaves_undo_and_the_log_alone(library):
    event = add_event(library)
    deck = attach(library, event)
    before = library.db.execute("SELECT count(*), max(id) FROM change_log").fetchone()
    looking.come_to(library, event)
    looking.stay_at(library, event, read=True)
    looking.see_slide(library, deck, 1)
    assert tuple(library.db.execute("SELECT count(*), max(id) FROM change_log").fetchone()) == tuple(before)
    assert boxes(library, event)["page"]


def test_the_first_look_has_no_look_before_it(library):
    event = add_event(library)
    looking.come_to(library, event)
    look = db.look_at(library, event)
    assert isinstance(look, Look)
    assert look.since is None


def test_what_comes_within_the_half_hour_is_told_too_and_again(library):
    event = add_event(library)
    moment = (datetime.now(UTC) - timedelta(minutes=10)).isoformat(timespec="milliseconds")
    look_long_ago(library, event)
    with library.change("look") as change:
        db.keep_look(library, change, event, Look(moment, moment))
    note(library, event, "Theirs")
    before = looking.since_looked(library, event)
    assert before is not None and (before.at, before.said) == (moment, "1 note written")
    looking.come_to(library, event)
    assert looking.since_looked(library, event) == before
