# SPDX-License-Identifier: MIT
"""The sample library is whole, the same every time, quick to make, with nothing to undo; a demo is a fresh copy."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.model import Filter, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks import frameworks
from eqbrief.tasks.indexing import index_decks
from eqbrief.tasks.keeping import check
from eqbrief.tasks.looking import since_looked
from eqbrief.tasks.sample import demo_folder, make_sample
from eqbrief.tasks.searching import standing
from eqbrief.tasks.showing import event_json

WISHES: list[dict[str, Any]] = tomllib.loads(resource("sample", "library.toml").read_text(encoding="utf-8"))["events"]
# What differs from one making to the next: keys, the moment, and where it was made.
CHANGING = {
    "id",
    "uid",
    "event_id",
    "created_at",
    "updated_at",
    "done_at",
    "added_at",
    "looked_at",
    "record",
    "made_at",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "library"
    make_sample(folder).close()
    return folder


@pytest.fixture
def store(sample: Path):
    opened = Store.open(sample)
    yield opened
    opened.close()


def plain(store: Store) -> list[dict[str, Any]]:
    """Give every event as JSON, oldest first, without what differs from one making to the next."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: kept(one) for key, one in value.items() if key not in CHANGING}
        return [kept(one) for one in value] if isinstance(value, list | tuple) else value

    events = (db.event(store, number) for number in sorted(db.event_ids(store, Filter())))
    return [kept(event_json(store, event)) for event in events if event is not None]


def event_of(store: Store, page: str) -> dict[str, Any]:
    (found,) = [one for one in plain(store) if one["sources"][0]["file"].endswith(page)]
    return found


def test_each_place_of_the_window_has_something_in_it(store: Store) -> None:
    actions = db.actions(store, done=True)
    assert {action.state for action in actions} == {"open", "done"} and len(actions) >= 4
    (said,) = [one for event in db.event_ids(store, Filter()) for one in db.transcripts_of(store, event)]
    assert {turn.person_id is not None for turn in said.turns} == {True}
    assert all(standing(store, one).number for one in db.saved_searches(store)) and len(db.saved_searches(store)) == 2
    assert len(db.briefings(store)) == 1


def test_evidence_is_there_for_all_actions_of_the_plan_but_one_and_more_is_suggested(store: Store) -> None:
    plan = frameworks.find_framework(store)
    totals = {row.action.number: row.total for row in frameworks.grid(store, plan)}
    assert [number for number, total in totals.items() if not total] == ["3"]
    items = frameworks.evidence(store, plan)
    assert {item.tag.kind for item in items} == {"event", "slide", "question", "note"}
    assert all(item.placed for item in items)
    suggested = {one.action for one in frameworks.suggestions(store, plan)}
    assert "6" in suggested
    assert "3" not in suggested


def test_every_page_became_an_event(store: Store) -> None:
    assert len(plain(store)) == len(WISHES) == 15
    for event in plain(store):
        assert event["title"], event["source"]
        assert event["starts_at"], event["source"]
        assert event["publisher"], event["source"]
        assert event["people"], event["source"]


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish["page"])
def test_what_somebody_did_since_is_there(store: Store, wish: dict[str, Any]) -> None:
    event = event_of(store, wish["page"])
    assert (event["state"], event["starred"]) == (wish["state"], wish["starred"])
    assert [(note["text"], note["private"]) for note in event["notes"]] == [
        (note["text"].strip(), note["private"]) for note in wish.get("notes", ())
    ]
    here = {deck["title"]: Path(deck["file"]).name for deck in event["decks"] if deck["state"] == "here"}
    assert here == {deck["offered"]: deck["file"] for deck in wish.get("decks", ())}


def test_the_one_real_event_has_nothing_made_up_about_it(store: Store) -> None:
    event = event_of(store, "11-empowering-the-workforce.html")
    assert (event["state"], event["starred"], event["notes"]) == ("to review", False, [])
    assert [(deck["title"], deck["size_bytes"], deck["state"]) for deck in event["decks"]] == [
        ("Presentation 200224", 2_300_000, "named")
    ]


def test_it_is_in_order_and_undo_begins_with_what_the_person_does(store: Store) -> None:
    assert check(store) == []
    assert db.next_undo(store) is None


def test_it_can_be_searched(store: Store) -> None:
    words = re.findall(r"\w{9,}", next(note["text"] for wish in WISHES for note in wish.get("notes", ())))
    assert any(hit.kind == "note" for hit in db.find(store, words[0]).hits)


def test_it_is_the_same_every_time(store: Store, tmp_path: Path) -> None:
    seen: list[Progress] = []
    again = make_sample(tmp_path / "again", report=seen.append)
    try:
        assert plain(again) == plain(store)
    finally:
        again.close()
    assert len(seen) == len(WISHES)


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="not empty"):
        make_sample(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_stopped_it_holds_what_there_is_so_far(tmp_path: Path) -> None:
    seen: list[Progress] = []
    store = make_sample(tmp_path / "library", report=seen.append, stop=lambda: len(seen) == 2)
    try:
        assert len(db.event_ids(store, Filter())) == 2
        assert check(store) == []
    finally:
        store.close()


def test_a_demo_is_a_fresh_copy_and_clears_those_that_nobody_uses(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with demo_folder() as first, demo_folder() as second:
        assert first != second
        opened = Store.open(second)
        assert len(db.event_ids(opened, Filter())) == len(WISHES)
        opened.close()
        assert first.is_dir(), "the first was in use while the second was made"
        with demo_folder() as third:
            assert {first, second, third} == set(first.parent.iterdir())
    with demo_folder() as last:
        assert set(last.parent.iterdir()) == {last}
    assert (last / "library.db").is_file(), "the last copy stays until the next one is made"


def test_a_demo_that_cannot_be_written_says_so(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(UserError, match="file"), demo_folder():
        pass


def test_one_review_is_finished_one_half_way_and_one_has_news(filled_library: Store) -> None:
    store = filled_library
    index_decks(store)
    titles = ("Leading through discomfort", "Three years on", "Rest, rotas and respect")
    whole, half, changed = (db.event_ids(store, Filter(words=title))[0] for title in titles)
    assert db.review_of(store, whole).done == 5
    assert [step.item for step in db.review_of(store, half).steps if step.done] == ["page", "notes", "actions"]
    assert db.review_of(store, half).steps[1].detail == "4 of 12 slides"
    cards = {card.id: card.changed for card in db.event_cards(store, [whole, half, changed])}
    assert cards == {whole: False, half: False, changed: True}
    since = since_looked(store, changed)
    assert since is not None
    assert since.said == "1 deck added, 1 transcript added"
