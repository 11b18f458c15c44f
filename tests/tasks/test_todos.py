# SPDX-License-Identifier: MIT
"""Actions handed out: a calendar that a reader of its own understands, a table, and nothing of private notes."""

import csv
from datetime import date
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import ActionEvidence, UserError
from eqbrief.tasks.handing import export_list
from tests.store.filling import act, add_event


def written(library, target: Path, **chosen) -> int:
    done = export_list(library, "actions", target, **chosen)
    assert done is not None and done.file == target
    return done.number


def parts(target: Path) -> list[dict[str, str]]:
    """Read a calendar by RFC 5545 alone: unfold its lines, and give each part's properties by their names."""
    data = target.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    found: list[dict[str, str]] = []
    open_: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_.append({"": value})
        elif name == "END":
            assert open_[-1][""] == value
            found.append(open_.pop())
        elif line:
            open_[-1][name] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert not open_
    assert found[-1][""] == "VCALENDAR"
    return found[:-1]


@pytest.mark.parametrize(
    ("due", "key", "value"),
    [
        ("2024-03-14", "DUE;VALUE=DATE", "20240314"),
        ("2024-03-14T09:30", "DUE", "20240314T093000"),
        ("2024-02", "DUE;VALUE=DATE", "20240229"),
        ("2025", "DUE;VALUE=DATE", "20251231"),
    ],
)
def test_a_to_do_is_due_when_the_action_is(library, tmp_path, due, key, value):
    number = act(library, add_event(library), "Ask for the guide; then read it, all of it", owner="Ada Larch", due=due)
    assert written(library, tmp_path / "a.ics") == 1
    todo, entry = parts(tmp_path / "a.ics")
    assert (todo[""], entry[""]) == ("VTODO", "VEVENT")
    assert todo["SUMMARY"] == "Ask for the guide; then read it, all of it" and todo[key] == value
    assert todo["UID"] == tasks.acting.action(library, number).uid
    assert todo["STATUS"] == "NEEDS-ACTION" and "Owner: Ada Larch\nEvent: Kinder rotas 1" in todo["DESCRIPTION"]
    starts = entry["DTSTART" + key.removeprefix("DUE")]
    assert starts == value and entry["UID"] != todo["UID"]


def test_what_is_done_is_told_as_done_and_takes_no_day(library, tmp_path):
    number = act(library, add_event(library), "Ask for the guide", due="2024-03-14")
    tasks.finish_action(library, number, "It came; ä")
    written(library, tmp_path / "a.ics")
    (todo,) = parts(tmp_path / "a.ics")
    assert (todo["STATUS"], todo["PERCENT-COMPLETE"]) == ("COMPLETED", "100")
    assert todo["COMPLETED"].startswith(date.today().strftime("%Y%m")) and todo["COMPLETED"].endswith("Z")
    assert "Outcome: It came; ä" in todo["DESCRIPTION"]


def test_only_chosen_actions_go_where_some_were_chosen(library, tmp_path):
    event = add_event(library)
    first, second = act(library, event, "One", due="2024-03-14"), act(library, event, "Two")
    chosen = [action for action in tasks.list_actions(library) if action.id == second]
    assert written(library, tmp_path / "a.ics", actions=chosen) == 1
    assert [part["SUMMARY"] for part in parts(tmp_path / "a.ics")] == ["Two"]
    assert first != second


@pytest.mark.parametrize("name", ["a.ics", "a.csv"])
def test_words_of_private_and_of_deleted_notes_stay_here(library, tmp_path, name):
    event = add_event(library)
    for text, private, deleted in (("For all", False, False), ("Only mine", True, False), ("Thrown away", False, True)):
        number = tasks.new_note(library, event, text, private=private)
        uid = next(note.uid for note in db.notes(library, event) if note.id == number)
        act(library, event, "Do it", evidence=ActionEvidence("note", uid, text))
        if deleted:
            tasks.delete_note(library, number)
    act(library, event, "Ask it again", evidence=ActionEvidence("question", "gone", "How did the wards begin?"))
    written(library, tmp_path / name)
    said = (tmp_path / name).read_text(encoding="utf-8").replace("\n ", "")
    assert "For all" in said and "How did the wards begin?" in said
    assert "Only mine" not in said and "Thrown away" not in said


def test_a_table_has_a_line_for_each_and_no_formula(library, tmp_path):
    act(library, add_event(library), "=1+1", owner="Ada Larch", due="2024-03-14")
    written(library, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Action"], row["Owner"], row["Due"], row["State"]) == ("'=1+1", "Ada Larch", "14 March 2024", "overdue")
    assert (row["Event"], row["Date of the event"]) == ("Kinder rotas 1", "2 February 2023")


def test_another_kind_of_file_is_refused(library, tmp_path):
    with pytest.raises(UserError, match="not a kind of file"):
        written(library, tmp_path / "a.doc")
    assert not list(tmp_path.glob("a.*"))
