# SPDX-License-Identifier: MIT
"""Storing the events of a listing: once each, brought up to date, marked when they are gone, finished after a kill."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Added, Choice, Draft, DraftPerson, Filter, Progress
from eqbrief.store import Store
from eqbrief.tasks.pages import Page
from eqbrief.tasks.schedules import part_names


def talk(number: int, **facts: object) -> Draft:
    speaker = DraftPerson(f"Speaker {number} Thistlewood")
    values = {
        "source": "schedule.json",
        "kind": "event",
        "title": f"Talk {number}",
        "starts_at": f"2024-06-0{number % 4 + 1}T1{number % 10}:00",
        "people": (speaker,),
        "address": f"https://larkmoor.example/talks/{number}",
        "text": f"Talk {number}\n",
        **facts,
    }
    return Draft(**values)  # pyright: ignore[reportArgumentType]


def schedule(talks: Sequence[Draft], version: str = "1", title: str | None = "Larkmoor Days") -> Page:
    """Make a page of a schedule that was read; its bytes differ with its version."""
    draft = Draft("schedule.json", kind="listing", title=title, events=tuple(talks), text="all talks")
    return Page("schedule.json", f"{title} {version}".encode(), draft)


def actions(results: Sequence[Added]) -> list[str]:
    return [one.action for one in results]


def live(store: Store) -> dict[str, str | None]:
    found = (tasks.event(store, number) for number in db.event_ids(store, Filter()))
    return {str(event.draft.title): event.draft.status for event in found}


def test_every_event_is_stored_once_with_one_copy_of_the_page(library: Store) -> None:
    page = schedule([talk(n) for n in range(40)])
    first = tasks.accept(library, page)
    assert actions(first) == ["added"] * 40
    assert [one.event and one.event.name for one in first] == [f"Talk {n}" for n in range(40)]
    assert actions(tasks.accept(library, page)) == ["unchanged"] * 40
    events = [tasks.event(library, number) for number in db.event_ids(library, Filter())]
    assert len(events) == 40
    (file,) = {source.file for event in events for source in event.sources}
    assert (library.folder / str(file)).read_bytes() == page.data
    assert len({event.folder for event in events}) == 40
    assert db.intakes(library) == []


def test_only_what_was_chosen_is_stored_and_the_rest_can_follow(library: Store) -> None:
    page = schedule([talk(n) for n in range(6)])
    assert actions(tasks.accept(library, page, wanted=(1, 4))) == ["added", "added"]
    assert set(live(library)) == {"Talk 1", "Talk 4"}
    assert sorted(actions(tasks.accept(library, page))) == ["added"] * 4 + ["unchanged"] * 2
    assert not any(live(library).values())


def test_a_newer_schedule_updates_marks_and_adds(library: Store) -> None:
    talks = [talk(n) for n in range(8)]
    tasks.accept(library, schedule(talks))
    number = db.find_event(library, "Talk 3")
    tasks.new_note(library, number, "Ask about the rota.")
    tasks.star(library, [number], True)
    tasks.edit_fields(library, db.find_event(library, "Talk 5"), {"title": "Mine"})
    newer = [
        *talks[:3],
        replace(talks[3], starts_at="2024-06-02T09:00", status="cancelled"),
        replace(talks[5], title="Theirs", summary="New."),
        *talks[6:],
        talk(9),
    ]
    results = tasks.accept(library, schedule(newer, "2"))
    assert actions(results) == [
        "unchanged",
        "unchanged",
        "unchanged",
        "updated",
        "updated",
        "unchanged",
        "unchanged",
        "added",
        "updated",
    ]
    (row,) = results[3].changes[:1]
    assert (row.label, row.before, row.after) == ("Held on", "4 June 2024, 13:00", "2 June 2024, 09:00")
    said = live(library)
    assert said.pop("Talk 3") == "cancelled"
    assert said.pop("Talk 4") == "removed"
    assert set(said) == {"Talk 0", "Talk 1", "Talk 2", "Mine", "Talk 6", "Talk 7", "Talk 9"}
    kept = tasks.event(library, number)
    assert (kept.starred, [note.text for note in kept.notes]) == (True, ["Ask about the rota."])
    assert tasks.event(library, db.find_event(library, "Mine")).draft.summary == "New."


def test_an_event_that_comes_back_is_no_longer_marked(library: Store) -> None:
    talks = [talk(n) for n in range(6)]
    tasks.accept(library, schedule(talks))
    tasks.accept(library, schedule([*talks[:3], *talks[4:]], "2"))
    assert live(library)["Talk 3"] is None, "behind the last day that the schedule is about nothing is known to be gone"
    tasks.accept(library, schedule([*talks[:2], *talks[3:]], "3"))
    assert live(library)["Talk 2"] == "removed"
    tasks.accept(library, schedule(talks, "4"))
    assert not any(live(library).values())


def test_a_listing_that_only_bears_the_same_name_marks_nothing(library: Store) -> None:
    tasks.accept(library, schedule([talk(n) for n in range(6)]))
    others = [talk(n, address=None, title=f"Other {n}") for n in range(6)]
    assert actions(tasks.accept(library, schedule(others, "2"))) == ["added"] * 6
    assert not any(live(library).values())


def test_a_talk_without_an_address_is_known_by_its_title_when_it_moves(library: Store) -> None:
    talks = [talk(n, address=None) for n in range(4)]
    tasks.accept(library, schedule(talks))
    moved = [replace(talks[0], starts_at="2024-06-02T18:00"), *talks[1:]]
    assert actions(tasks.accept(library, schedule(moved, "2"))) == ["updated", *["unchanged"] * 3]
    assert len(live(library)) == 4


def test_talks_of_one_title_are_told_apart() -> None:
    same = talk(1, address=None)
    lunch = Draft("x", kind="listing", events=(same, replace(same, starts_at="2024-06-03"), same))
    assert len(set(part_names(lunch))) == 3


def test_an_event_that_has_a_page_of_its_own_is_not_doubled(library: Store) -> None:
    own = talk(1, source="talk.html", summary="From its page.", address=None)
    tasks.accept(library, Page("talk.html", b"talk", own))
    results = tasks.accept(library, schedule([talk(1, topics=("Rotas",)), talk(2)]))
    assert actions(results) == ["updated", "added"]
    found = tasks.event(library, db.find_event(library, "Talk 1"))
    assert (found.draft.summary, found.draft.topics) == ("From its page.", ("Rotas",))


def test_what_lies_in_the_bin_stays_there(library: Store) -> None:
    page = schedule([talk(n) for n in range(3)])
    first = tasks.accept(library, page)
    assert first[1].event is not None
    tasks.delete(library, [first[1].event.id])
    again = tasks.accept(library, schedule([talk(n) for n in range(3)], "2"))
    assert actions(again) == ["unchanged", "skipped", "unchanged"]
    assert "bin" in str(again[1].reason)


def test_adding_a_schedule_is_undone_as_one(library: Store) -> None:
    tasks.accept(library, schedule([talk(n) for n in range(60)]))
    assert tasks.undo(library) == "Add “Larkmoor Days”"
    assert live(library) == {}
    assert db.next_undo(library) is None


def test_stopping_keeps_what_is_done_and_leaves_nothing_to_finish(library: Store) -> None:
    seen: list[Progress] = []
    results = tasks.accept(
        library, schedule([talk(n) for n in range(300)]), report=seen.append, stop=lambda: len(seen) > 1
    )
    assert 0 < len(results) == len(live(library)) < 300
    assert db.intakes(library) == []
    assert actions(tasks.accept(library, schedule([talk(n) for n in range(300)]))).count("added") == 300 - len(results)


SCHEDULE = """BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Larkmoor Days\r\n{}END:VCALENDAR\r\n"""
TALK = "BEGIN:VEVENT\r\nUID:{0}@larkmoor.example\r\nDTSTART:20240601T0{0}0000\r\nSUMMARY:Rota {0}\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize("wanted", [None, (0, 2, 3)])
def test_what_a_kill_left_half_done_is_finished(library: Store, tmp_path, wanted: tuple[int, ...] | None) -> None:
    path = tmp_path / "days.ics"
    path.write_bytes(SCHEDULE.format("".join(TALK.format(n) for n in range(5))).encode())
    page = tasks.read_page(path)
    file = "files/2024-06-01 Larkmoor Days/days.ics"
    (library.folder / file).parent.mkdir(parents=True)
    (library.folder / file).write_bytes(page.data)
    with library.change() as change:  # what a kill leaves that comes before the first event is stored
        db.begin_intake(change, page.name, file, wanted)
    done = tasks.finish_intakes(library)
    assert actions(done) == ["added"] * (len(wanted) if wanted else 5)
    assert db.intakes(library) == []
    assert tasks.finish_intakes(library) == []
    assert {str(tasks.event(library, n).sources[0].file) for n in db.event_ids(library, Filter())} == {file}


def test_a_choice_about_one_page_is_no_matter_for_a_listing(library: Store) -> None:
    page = schedule([talk(n) for n in range(2)])
    assert actions(tasks.accept(library, page, choice=Choice(apart=True))) == ["added", "added"]
    assert actions(tasks.accept(library, page, choice=Choice(apart=True))) == ["unchanged", "unchanged"]


def test_an_error_half_way_keeps_the_page_of_what_is_stored_and_goes_on_later(library: Store) -> None:
    talks = [talk(n) for n in range(300)]

    def out_of_order(progress: Progress) -> None:
        if progress.done:
            raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        tasks.accept(library, schedule(talks), report=out_of_order)
    (intake,) = db.intakes(library)
    assert 0 < len(live(library)) < 300
    assert (library.folder / intake.file).is_file()
    stored = len(live(library))
    assert actions(tasks.accept(library, schedule(talks))).count("added") == 300 - stored


def test_what_was_corrected_in_one_event_of_a_listing_outlives_a_newer_copy(library: Store) -> None:
    page = schedule([talk(n) for n in range(3)])
    assert page.draft is not None
    corrected = replace(page.draft, events=(talk(0), replace(talk(1), title="Mine"), talk(2)))
    assert actions(tasks.accept(library, page, corrected)) == ["added"] * 3
    assert tasks.event(library, db.find_event(library, "Mine")).edited == ("title",)
    newer = [talk(0), talk(1, title="Theirs", summary="New."), talk(2)]
    tasks.accept(library, schedule(newer, "2"))
    assert tasks.event(library, db.find_event(library, "Mine")).draft.summary == "New."
    again = replace(page.draft, events=(talk(0), talk(1), replace(talk(2), title="Mine too")))
    assert actions(tasks.accept(library, page, again)) == ["unchanged", "unchanged", "updated"]
