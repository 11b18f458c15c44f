# SPDX-License-Identifier: MIT
"""Tags on events, slides, questions and notes: put, taken away, found again, counted; and what is suggested."""

import json
from dataclasses import replace

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Framework, PlanAction, Slide, Tag, Target, UserError, no_text
from eqbrief.store import Store
from eqbrief.store.backing import remove_event, remove_notes_binned_before
from eqbrief.tasks import erasing
from eqbrief.tasks import frameworks as plans
from eqbrief.tasks.handing import export_list
from tests.store.filling import KEYS, add_event, attach, draft, note, show
from tests.tasks.test_tying import put_slides

REST = PlanAction("1", "Rest after nights", terms=("pay gap", "kinder rota"), hints=("night staff", "heron", "ward"))
OTHER = PlanAction("2", "Ask first", terms=("asked beforehand",))


@pytest.fixture
def plan(library: Store) -> Framework:
    return plans.save_framework(library, Framework("", "Kinder rotas", actions=(REST, OTHER)))


def items(store: Store, plan: Framework, action: str = "1") -> list[tuple[str, str]]:
    return [(item.hit.kind, item.hit.title) for item in plans.evidence(store, plan, action)]


def slide(number: int, title: str, body: str = "") -> Slide:
    return Slide(number, title, text={**no_text(), "title": title, "body": body})


def test_everything_can_be_tagged_once_and_untagged_and_all_of_it_undone(library: Store, plan: Framework) -> None:
    event = add_event(library)
    deck = attach(library, event)
    show(library, deck)
    written = note(library, event, "Ask the **heron**.")
    uid = db.notes(library, event)[0].uid
    targets = [
        Target(event),
        Target(event, tasks.tie_slide(library, deck, 2)),
        Target(event, tasks.tie_question(library, event, 1)),
        Target(event, note=uid),
    ]
    assert plans.tag(library, targets, plan, REST) == 4
    assert plans.tag(library, targets, plan, REST) == 0, "once each"
    found = plans.evidence(library, plan)
    assert [(item.hit.kind, item.hit.id) for item in found if item.hit.kind in ("event", "note")] == [
        ("event", event), ("note", written)
    ]  # fmt: skip
    assert sorted(items(library, plan)) == [
        ("event", "Kinder rotas 1"), ("note", "Note"), ("question", "Question 1"), ("slide", "Slide 2 · Rotas.pptx"),
    ]  # fmt: skip
    assert next(item.hit.snippet for item in found if item.hit.kind == "note") == "Ask the heron."
    (row, gap) = plans.grid(library, plan)
    assert (row.counts, row.events, row.total) == ({"event": 1, "slide": 1, "question": 1, "note": 1}, 1, 4)
    assert gap.total == 0
    plans.untag(library, [found[0].tag])
    assert plans.grid(library, plan)[0].total == 3
    assert tasks.undo(library) == "Take away a tag"
    assert plans.grid(library, plan)[0].total == 4
    assert tasks.undo(library) == "Tag 4 things with action 1"
    assert items(library, plan) == []


def test_undo_says_what_was_tagged(library: Store, plan: Framework) -> None:
    first, second = add_event(library), add_event(library, 2)
    plans.tag(library, [Target(first)], plan, REST)
    assert db.next_undo(library) == "Tag “Kinder rotas 1” with action 1"
    plans.tag(library, [Target(first), Target(second)], plan, OTHER)
    assert db.next_undo(library) == "Tag 2 events with action 2"
    plans.tag(library, [Target(first, tasks.tie_question(library, first, 2))], plan, REST)
    assert db.next_undo(library) == "Tag question 2 with action 1"


def test_a_tag_stays_with_its_slide_when_the_deck_is_another(library: Store, plan: Framework) -> None:
    event = add_event(library)
    deck = put_slides(library, event, None, ["Welcome", "Rest rooms\nOne on each ward", "Thanks"])
    plans.tag(library, [Target(event, tasks.tie_slide(library, deck, 2))], plan, REST)
    put_slides(library, event, deck, ["Welcome", "New here", "Thanks", "Rest rooms\nOne on each ward"])
    (item,) = plans.evidence(library, plan)
    assert (item.hit.slide, item.hit.deck, item.placed) == (4, (deck, "Rotas.pptx"), True)
    again = Target(event, tasks.tie_slide(library, deck, 4))
    assert plans.tag(library, [again], plan, REST) == 0, "it is tagged already, under its earlier number"
    put_slides(library, event, deck, ["Something else"])
    (item,) = plans.evidence(library, plan)
    assert (item.placed, item.hit.kind) == (False, "event")
    assert item.hit.title == "No longer there: slide 2 · Rotas.pptx"


def test_a_tag_stays_with_its_question(library: Store, plan: Framework) -> None:
    event = add_event(library)
    plans.tag(library, [Target(event, tasks.tie_question(library, event, 1))], plan, REST)
    with library.change(name="Add again") as change:
        asked = replace(draft(), questions=("Who paid?", "How did the wards begin?"))
        db.update_event(library, change, event, asked, KEYS, ("questions",))
    assert items(library, plan) == [("question", "Question 2")]


def test_what_lies_in_the_bin_counts_no_more_and_comes_back(library: Store, plan: Framework) -> None:
    event = add_event(library)
    number = note(library, event, "Heron")
    plans.tag(library, [Target(event), Target(event, note=db.notes(library, event)[0].uid)], plan, REST)
    tasks.delete_note(library, number)
    assert items(library, plan) == [("event", "Kinder rotas 1")]
    tasks.delete(library, [event])
    assert items(library, plan) == []
    tasks.put_back(library, [event])
    assert items(library, plan) == [("event", "Kinder rotas 1")]
    with library.change("note") as change:
        remove_notes_binned_before(library, change, "9999")
    assert library.db.execute("SELECT count(*) FROM tag").fetchone()[0] == 1, "that of the note went with it"
    with library.change("event") as change:
        remove_event(library, change, event)
    assert library.db.execute("SELECT count(*) FROM tag").fetchone()[0] == 0
    with pytest.raises(UserError):
        plans.tag(library, [Target(event)], plan, REST)


def test_erasing_a_person_takes_the_name_out_of_what_tags_hold(library: Store, plan: Framework) -> None:
    event = add_event(library)
    deck = put_slides(library, event, None, ["Rest rooms\nRafiq Umberley 1 asked beforehand"])
    plans.tag(library, [Target(event, tasks.tie_slide(library, deck, 1))], plan, REST)
    erasing.erase_person(library, db.find_record(library, "person", "Rafiq Umberley 1"))
    (tag,) = db.tags(library)
    assert "Umberley" not in tag.words
    assert tag.words.startswith("Rest rooms")


def test_one_term_or_two_different_hints_are_enough(library: Store, plan: Framework) -> None:
    quiet = {"title": "Quarterly meeting", "summary": "Nothing of note.", "body": "", "questions": (), "topics": ()}
    texts = {
        1: "The Pay Gaps of two trusts",
        2: "What night staff say of the ward",
        3: "What night staff say, and what night staff do",
        4: "An unkinder rotation",
    }
    for number, title in texts.items():
        add_event(library, number, **{**quiet, "title": title})
    found = plans.suggestions(library, plan, "1")
    assert {one.hit.event[1]: one.words for one in found if one.hit.event} == {
        "The Pay Gaps of two trusts": ("pay gap",),
        "What night staff say of the ward": ("night staff", "ward"),
    }
    assert "<mark>Pay Gaps</mark>" in next(one.hit.snippet for one in found if "pay gap" in one.words)


def test_a_hint_within_another_says_nothing_more(library: Store) -> None:
    speak = PlanAction("1", "Speak", hints=("speak up", "freedom to speak up", "speaking up", "bullying", "bullied"))
    plan = plans.save_framework(library, Framework("", "Speaking", actions=(speak,)))
    add_event(library, 1, title="The freedom to speak up")
    add_event(library, 2, title="Speaking up: who does speak up?")
    add_event(library, 3, title="Bullying, and being bullied")
    assert plans.suggestions(library, plan) == []
    add_event(library, 4, title="Speaking up about bullying")
    assert [one.words for one in plans.suggestions(library, plan)] == [("speaking up", "bullying")]


def test_what_was_tagged_or_dismissed_does_not_come_back(library: Store, plan: Framework) -> None:
    event = add_event(library, title="Quarterly meeting", summary="", body="", questions=("Is a kinder rota fair?",))
    deck = put_slides(library, event, None, ["Kinder rotas", "A kinder rota\nOn the ward", "Thanks"])
    note(library, event, "A kinder rota for us")
    first = plans.suggestions(library, plan)
    assert sorted(one.hit.kind for one in first) == ["note", "question", "slide", "slide"]
    chosen = {one.hit.kind: one for one in first}
    assert plans.accept(library, plan, [chosen["note"], chosen["question"]]) == 2
    assert db.next_undo(library) == "Accept 2 suggestions for action 1"
    assert plans.dismiss(library, plan, [chosen["slide"]]) == 1
    left = plans.suggestions(library, plan)
    assert len(left) == 1
    assert sorted(items(library, plan)) == [("note", "Note"), ("question", "Question 1")]
    put_slides(library, event, deck, ["Welcome", "Kinder rotas", "A kinder rota\nOn the ward"])
    assert [one.hit.slide for one in plans.suggestions(library, plan)] == [
        number + 1 for one in left if (number := one.hit.slide)
    ]
    put_slides(library, event, None, ["Kinder rotas", "A kinder rota\nOn the ward"])
    assert len(plans.suggestions(library, plan)) <= 2, "another deck with the same slide does not bring it back"
    assert all(one.target.tie and one.target.tie.words != chosen["slide"].target.tie.words  # type: ignore[union-attr]
               for one in plans.suggestions(library, plan))  # fmt: skip
    tasks.undo(library)


def test_of_a_deck_only_a_few_slides_are_suggested(library: Store, plan: Framework) -> None:
    event = add_event(library, title="Quarterly meeting", summary="", body="")
    show(library, attach(library, event), *(slide(number, f"Kinder rota {number}") for number in range(1, 9)))
    found = plans.suggestions(library, plan)
    assert [one.hit.slide for one in found] == [1, 2, 3]
    plans.accept(library, plan, found)
    assert plans.suggestions(library, plan) == [], "and no more once these are decided"


def test_what_is_tagged_after_all_was_dismissed_before(library: Store, plan: Framework) -> None:
    event = add_event(library)
    found = [one for one in plans.suggestions(library, plan) if one.hit.kind == "event"]
    plans.dismiss(library, plan, found)
    assert items(library, plan) == []
    assert plans.tag(library, [Target(event)], plan, REST) == 1
    assert items(library, plan) == [("event", "Kinder rotas 1")]
    assert [tag.dismissed for tag in db.tags(library, dismissed=True)] == [False]


def test_private_notes_are_shown_here_and_never_leave(library: Store, plan: Framework, tmp_path) -> None:
    event = add_event(library)
    tasks.new_note(library, event, "=SECRET heron", private=True)
    tasks.new_note(library, event, "=SUM(A1) of herons")
    uids = [one.uid for one in db.notes(library, event)]
    plans.tag(library, [Target(event, note=uids[0])], plan, REST)
    assert [item.private for item in plans.evidence(library, plan)] == [True]
    assert plans.export_evidence(library, plan, tmp_path / "out.csv") == 0
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert "SECRET" not in text
    assert "Private notes only" in text
    assert "None yet" in text
    plans.tag(library, [Target(event, note=uids[1])], plan, REST)
    assert plans.export_evidence(library, plan, tmp_path / "out.csv") == 1
    assert ",'=SUM(A1)" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(UserError, match="csv"):
        plans.export_evidence(library, plan, tmp_path / "out.docx")


def test_an_events_json_tells_its_tags_but_none_of_a_private_note_once_it_leaves(
    library: Store, plan: Framework, tmp_path
) -> None:
    event = add_event(library)
    tasks.new_note(library, event, "Secret", private=True)
    secret = db.notes(library, event)[0].uid
    plans.tag(library, [Target(event), Target(event, note=secret)], plan, REST)
    told = tasks.event_json(library, tasks.event(library, event))["tags"]
    assert [(one["kind"], one["action"], one["framework"]) for one in told] == [
        ("event", "1", "kinder-rotas"), ("note", "1", "kinder-rotas"),
    ]  # fmt: skip
    export_list(library, "events", tmp_path / "out.json")
    (plain,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [one["kind"] for one in plain["tags"]] == ["event"]
    assert secret not in json.dumps(plain)


def test_tags_say_what_they_are_tied_to(library: Store, plan: Framework) -> None:
    event = add_event(library)
    plans.tag(library, [Target(event)], plan, REST)
    (tag,) = db.tags(library, plan.key)
    assert isinstance(tag, Tag)
    assert (tag.kind, tag.tie, tag.record) == ("event", None, tasks.event(library, event).uid)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag:1", {1, 2}),
        ("tag:2", set()),
        ("tag:rotas", {1, 2}),
        ("tag:rotas:1", {1, 2}),
        ("tag:kinder-rotas:1", {1, 2}),
        ('tag:"kinder rotas"', {1, 2}),
        ("tag:rotas:2", set()),
        ("tag:nhs:1", set()),
        ("has:evidence", {1, 2}),
        ("-has:evidence", {3}),
        ("tag:1 -tag:rotas", set()),
    ],
)
def test_search_finds_events_by_what_they_are_evidence_for(
    library: Store, plan: Framework, query: str, found: set[int]
) -> None:
    first, second, third = (add_event(library, number) for number in (1, 2, 3))
    plans.tag(library, [Target(first), Target(second, tasks.tie_question(library, second, 1))], plan, REST)
    plans.dismiss(library, plan, [one for one in plans.suggestions(library, plan) if one.target.event_id == third])
    assert db.events_found(library, query) == found


def test_a_long_note_is_cut_between_words(library: Store, plan: Framework) -> None:
    event = add_event(library)
    note(library, event, "Seventeen herons wait beside the ward. " * 20)
    plans.tag(library, [Target(event, note=db.notes(library, event)[0].uid)], plan, REST)
    (item,) = plans.evidence(library, plan)
    assert len(item.hit.said) <= 282
    words = {"Seventeen", "herons", "wait", "beside", "the", "ward.", "…"}
    assert set(item.hit.said.split()) <= words and item.hit.said.endswith(" …")


def test_many_are_tagged_in_portions_and_undone_together(library: Store, plan: Framework) -> None:
    events = [add_event(library, number) for number in range(1, 231)]
    assert plans.tag(library, [Target(number) for number in events], plan, REST) == 230
    assert plans.grid(library, plan)[0].events == 230
    assert tasks.undo(library) == "Tag 230 events with action 1"
    assert plans.grid(library, plan)[0].total == 0


def test_a_term_that_stands_twice_in_two_spellings_counts_once(library: Store) -> None:
    action = PlanAction("1", "Speak", terms=("Bullying", "bullying"))
    plan = plans.save_framework(library, Framework("", "Speaking", actions=(action,)))
    add_event(library, title="Bullying on wards")
    assert [one.words for one in plans.suggestions(library, plan)] == [("Bullying",)]
