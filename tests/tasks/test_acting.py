# SPDX-License-Identifier: MIT
"""Actions: written in a line, listed for one and for all, done and undone by name, left alone by pages and backups."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Action, ActionEvidence, Draft, DraftPerson, UserError
from eqbrief.store import Store
from eqbrief.tasks import acting
from eqbrief.tasks.acting import Wanted, read_line
from eqbrief.tasks.pages import Page

TUESDAY = date(2026, 11, 24)
PEOPLE = ("Imogen Thistlewood", "Imogen Thistlewood Hale", "Rafiq Umberley", "Zoë O’Hanrahan")
ME = "Perpetua Quill"

LINES = {
    "Ask for the guide by 14 March @me": Wanted("Ask for the guide", ME, "2027-03-14"),
    "Ask for the guide": Wanted("Ask for the guide"),
    "  Ask\tfor  it ": Wanted("Ask for it"),
    "Ask @imogen thistlewood for it by Friday": Wanted("Ask for it", "imogen thistlewood", "2026-11-27"),
    "Call @Imogen Thistlewood Hale.": Wanted("Call.", "Imogen Thistlewood Hale"),
    "@Rafiq Umberley: book the room": Wanted("book the room", "Rafiq Umberley"),
    "Call @Zoë O’Hanrahan, then write, due in two weeks": Wanted("Call, then write", "Zoë O’Hanrahan", "2026-12-08"),
    "Book it @Somebody New by Monday": Wanted("Book it", "Somebody New", "2026-11-30"),
    "Book it @reception by Monday": Wanted("Book it", "reception", "2026-11-30"),
    "Send it @“the ward clerks” due May 2027": Wanted("Send it", "the ward clerks", "2027-05"),
    "Stand by by Friday": Wanted("Stand by", None, "2026-11-27"),
    "Write it up by hand": Wanted("Write it up by hand"),
    "Decide by next Friday": Wanted("Decide by next Friday"),
    "by Friday": Wanted("by Friday"),
    "Write to desk@example.org": Wanted("Write to desk@example.org"),
    "Meet @ noon": Wanted("Meet @ noon"),
    "@me": Wanted("", ME),
}


@pytest.fixture
def number(library: Store) -> int:
    draft = Draft("p", "event", "Rotas", people=(DraftPerson("Imogen Thistlewood"),), questions=("How so?",))
    (added,) = tasks.accept(library, Page("page.html", b"page", draft))
    assert added.event is not None
    return added.event.id


def ago(days: int) -> str:
    return (date.today() - timedelta(days)).isoformat()


def texts(found: list[Action]) -> list[str]:
    return [one.text for one in found]


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_taken_apart(line: str) -> None:
    assert read_line(line, PEOPLE, ME, TUESDAY) == LINES[line]


def test_me_stays_me_while_nobody_has_said_who_that_is() -> None:
    assert read_line("Ask @Me", (), "", TUESDAY) == Wanted("Ask", "me")


@given(st.text(max_size=60))
def test_any_line_is_taken_apart_and_loses_no_word_but_its_marks(line: str) -> None:
    wanted = read_line(line, PEOPLE, ME, TUESDAY)
    if wanted.owner is None and wanted.due is None:
        assert wanted.text == " ".join(line.split())


@given(
    st.sampled_from(["Ask for it", "Write, then call", "Go by bus", "Plan 2 of 3"]),
    st.none()
    | st.sampled_from(["Imogen Thistlewood", "the ward clerks", "reception", "Dr Umberley, RN", "Anna by May"]),
    st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat) | st.sampled_from(["2027", "2027-05"]),
)
def test_an_action_becomes_a_line_and_the_line_the_action(text: str, owner: str | None, due: str | None) -> None:
    line = acting.line_of(Action(1, "", 1, text, owner, None, due))
    assert read_line(line, PEOPLE, ME, TUESDAY) == Wanted(text, owner, due)


def test_a_line_names_a_person_of_the_library(library: Store, number: int) -> None:
    tasks.add_line(library, number, "Ask @imogen thistlewood by 14 March 2027")
    (kept,) = db.actions_of(library, number)
    assert (kept.text, kept.owner, kept.due) == ("Ask", "Imogen Thistlewood", "2027-03-14")
    assert kept.person_id == tasks.event(library, number).appearances[0].person_id
    tasks.edit_line(library, kept.id, "Ask again @Somebody Else")
    (kept,) = db.actions_of(library, number)
    assert (kept.text, kept.owner, kept.person_id, kept.due) == ("Ask again", "Somebody Else", None, None)


def test_fields_are_taken_as_they_are_typed(library: Store, number: int) -> None:
    made = tasks.new_action(library, number, "Reply by\nhand", owner="@me", due="tomorrow", own_name=ME)
    kept = acting.action(library, made)
    assert (kept.text, kept.owner, kept.due) == ("Reply by hand", ME, ago(-1))
    for words in ({"text": " \n"}, {"text": "x", "due": "some day"}):
        with pytest.raises(UserError):
            tasks.new_action(library, number, **words)
    with pytest.raises(UserError, match="no text"):
        tasks.add_line(library, number, "@me")
    assert len(db.actions_of(library, number)) == 1


def test_each_change_is_undone_by_its_name(library: Store, number: int) -> None:
    made = tasks.add_line(library, number, "Ask for the swallowtail")
    states = [acting.action(library, made)]
    steps = {
        "Edit the action “Ask for the swallowtail”": lambda: tasks.edit_line(library, made, "Ask twice by 2027-01-01"),
        "Mark as done: “Ask twice”": lambda: tasks.finish_action(library, made, "They\nagreed"),
        "Outcome of “Ask twice”": lambda: tasks.finish_action(library, made, "They refused"),
        "Reopen “Ask twice”": lambda: tasks.reopen_action(library, made),
        "Delete the action “Ask twice”": lambda: tasks.delete_action(library, made),
    }
    for name, step in steps.items():
        step()
        assert db.next_undo(library) == name
        states.append(db.action(library, made))  # type: ignore[arg-type]
    assert [state and (state.state, state.outcome) for state in states] == [
        ("open", None),
        ("open", None),
        ("done", "They agreed"),
        ("done", "They refused"),
        ("open", "They refused"),
        None,
    ]
    for name, state in zip(reversed(steps), reversed(states[:-1]), strict=True):
        assert tasks.undo(library) == name
        assert db.action(library, made) == state
        assert [hit.id for hit in db.find(library, state.text, kinds=("action",)).hits] == [made]
    assert tasks.undo(library) == "Add the action “Ask for the swallowtail”"
    assert (db.actions_of(library, number), db.find(library, "swallowtail").hits) == ((), ())


def test_what_changes_nothing_leaves_nothing_to_undo(library: Store, number: int) -> None:
    made = tasks.add_line(library, number, "Ask")
    tasks.finish_action(library, made, "Done so")
    before = acting.action(library, made)
    tasks.finish_action(library, made)
    tasks.finish_action(library, made, "Done so")
    assert tasks.edit_line(library, made, "Ask") is False
    assert acting.action(library, made) == before
    assert db.next_undo(library) == "Mark as done: “Ask”"
    tasks.undo(library)
    tasks.reopen_action(library, made)
    assert db.next_undo(library) == "Add the action “Ask”"


def test_a_long_text_is_shortened_in_the_name_alone(library: Store, number: int) -> None:
    text = "Ask " + "again and again " * 20
    tasks.add_line(library, number, text)
    assert len(db.next_undo(library) or "") < 80
    assert db.actions_of(library, number)[0].text == text.strip()


def test_actions_are_listed_for_one_for_all_and_by_their_dates(library: Store, number: int) -> None:
    tasks.new_action(library, number, "mine", owner=f"Dr {ME.upper()}", due=ago(-1))
    tasks.new_action(library, number, "for me", owner="me")
    tasks.new_action(library, number, "late", owner="Imogen Thistlewood", due=ago(1))
    tasks.new_action(library, number, "nobody’s", due=ago(0))
    tasks.finish_action(library, tasks.new_action(library, number, "done late", due=ago(9)))
    assert texts(tasks.list_actions(library)) == ["late", "nobody’s", "mine", "for me"]
    assert texts(tasks.list_actions(library, done=True))[-1] == "done late"
    assert texts(tasks.list_actions(library, mine=ME)) == ["mine", "for me"]
    assert texts(tasks.list_actions(library, mine="")) == ["for me"]
    assert texts(tasks.list_actions(library, overdue=True, done=True)) == ["late"]
    assert texts(tasks.list_actions(library, owner="thistle IMOGEN")) == ["late"]
    assert texts(tasks.list_actions(library, event_id=number + 1)) == []


def test_adding_the_page_again_leaves_actions_alone(library: Store, number: int) -> None:
    event = tasks.event(library, number)
    proof = ActionEvidence("question", "uid-of-then", "How so?")
    tasks.new_action(library, number, "Ask", owner="Imogen Thistlewood", due="2027-03-14", evidence=proof)
    before = db.actions_of(library, number)
    newer = Draft("p", "event", "Rotas", people=(DraftPerson("Rafiq Umberley"),), questions=("Why so?",))
    (again,) = tasks.accept(library, Page("page.html", b"newer", newer))
    assert again.action == "updated"
    assert tasks.event(library, number).draft.questions != event.draft.questions
    assert db.actions_of(library, number) == before
    tasks.delete(library, [number])
    tasks.put_back(library, [number])
    assert db.actions_of(library, number) == before


def test_the_json_of_an_action_names_its_event(library: Store, number: int) -> None:
    proof = ActionEvidence("question", "a-uid", "How so?")
    made = tasks.new_action(library, number, "Ask", due=ago(1), evidence=proof)
    (plain,) = tasks.event_json(library, tasks.event(library, number))["actions"]
    assert plain == tasks.action_json(acting.action(library, made))
    assert plain["event"] == {"id": number, "title": "Rotas", "date": None}
    assert (plain["overdue"], plain["evidence"]) == (True, {"kind": "question", "uid": "a-uid", "text": "How so?"})


def test_what_is_gone_is_said(library: Store, number: int) -> None:
    made = tasks.add_line(library, number, "Ask")
    tasks.delete_action(library, made)
    for step in (tasks.finish_action, tasks.reopen_action, tasks.delete_action):
        with pytest.raises(UserError, match="no action with the number"):
            step(library, made)
