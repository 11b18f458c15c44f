# SPDX-License-Identifier: MIT
"""A question put to all events gives a table that is kept, put again, left out of, copied and exported."""

import csv
import zipfile
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.briefing.document import Table, words_of
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks import briefing, enquiring
from tests.store.filling import add_event, fill, note, rows


@pytest.fixture
def filled(library: Store) -> Store:
    fill(library)
    return library


def test_its_answers_name_event_person_place_and_passage(filled: Store) -> None:
    made = enquiring.enquire(filled, "Who leads on rotas?", "umberley kind:person")
    assert (made.name, made.query, made.rows, made.left_out) == ("Who leads on rotas?", "umberley kind:person", 3, 0)
    first, *_ = db.enquiry_rows(filled, made.id)
    assert enquiring.cells(first) == (
        "Kinder rotas 3", "4 February 2023", "Rafiq Umberley 3", "The panel", "panellist · head · lead · Pennywick",
    )  # fmt: skip
    heron = enquiring.enquire(filled, "", "heron")
    assert [row.says for row in db.enquiry_rows(filled, heron.id)] == ["Note"] * 3
    assert [one.id for one in db.enquiries(filled)] == [heron.id, made.id]


def test_asked_again_it_keeps_what_was_left_out_and_drops_what_is_no_more(filled: Store) -> None:
    made = enquiring.enquire(filled, "", "heron")
    first, second, third = db.enquiry_rows(filled, made.id)
    enquiring.leave_out(filled, [first.id])
    with filled.change() as change:
        db.bin_note(filled, change, third.record_id)
    new = note(filled, add_event(filled, 9), "One more heron.")
    again = enquiring.ask_again(filled, made.id)
    assert (again.rows, again.left_out) == (3, 1)
    assert again.asked_at >= made.asked_at
    assert {row.record_id for row in db.enquiry_rows(filled, made.id)} == {second.record_id, new}
    assert tasks.undo(filled) == "Ask “heron” again"
    assert {row.id for row in db.enquiry_rows(filled, made.id, left_out=True)} == {first.id, second.id, third.id}


def test_an_answer_whose_record_was_written_anew_stays_left_out(filled: Store) -> None:
    made = enquiring.enquire(filled, "", '"wards begin"')
    (first, *_) = db.enquiry_rows(filled, made.id)
    enquiring.leave_out(filled, [first.id])
    tasks.edit_fields(filled, first.event_id, {"questions": "How did the wards begin?; And then?"})
    assert enquiring.ask_again(filled, made.id).left_out == 1


def test_all_of_it_is_undone(filled: Store) -> None:
    before = rows(filled.folder, leave=("change_log",))
    made = enquiring.enquire(filled, "Birds?", "heron")
    (first, *_) = db.enquiry_rows(filled, made.id)
    enquiring.leave_out(filled, [first.id])
    enquiring.rename_enquiry(filled, made.id, "Which birds?")
    kept = rows(filled.folder, leave=("change_log",))
    enquiring.delete_enquiry(filled, made.id)
    assert db.enquiries(filled) == []
    assert tasks.undo(filled) == "Delete the enquiry “Which birds?”"
    assert rows(filled.folder, leave=("change_log",)) == kept
    assert tasks.undo(filled) == "Rename “Birds?”"
    assert tasks.undo(filled) == "Leave out 1 answer"
    assert tasks.undo(filled) == "Ask “Birds?”"
    assert rows(filled.folder, leave=("change_log",)) == before


def test_an_event_in_the_bin_takes_its_answers_along(filled: Store) -> None:
    made = enquiring.enquire(filled, "", "heron")
    tasks.delete(filled, [1])
    assert len(db.enquiry_rows(filled, made.id)) == db.enquiry(filled, made.id).rows == 2
    tasks.put_back(filled, [1])
    assert len(db.enquiry_rows(filled, made.id)) == 3


def test_its_table_is_copied_and_exported_and_runs_nothing(filled: Store, tmp_path: Path) -> None:
    note(filled, 1, "=1+1 heron\nand\tmore")
    hidden = note(filled, 2, "A private heron.")
    with filled.change() as change:
        change.update("note", hidden, private=1)
    made = enquiring.enquire(filled, "", "heron")
    target = tmp_path / "birds.csv"
    assert enquiring.export_enquiry(filled, made.id, target) == 4
    text = target.read_text(encoding="utf-8-sig")
    table = list(csv.reader(text.splitlines()))
    assert table[0] == list(enquiring.COLUMNS)
    assert all(len(row) == 5 for row in table)
    assert not any(cell.startswith("=") for row in table for cell in row)
    assert "private" not in text
    assert enquiring.export_enquiry(filled, made.id, tmp_path / "birds.XLSX") == 4
    assert zipfile.is_zipfile(tmp_path / "birds.XLSX")
    copied = enquiring.table_text(db.enquiry_rows(filled, made.id)).splitlines()
    assert [len(line.split("\t")) for line in copied] == [5] * 6


def test_what_cannot_be_done_is_said(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to ask"):
        enquiring.enquire(filled, "Why?", "?")
    with pytest.raises(UserError, match="no longer"):
        db.enquiry(filled, 9)
    made = enquiring.enquire(filled, "", "heron")
    with pytest.raises(UserError, match="not a kind of file"):
        enquiring.export_enquiry(filled, made.id, tmp_path / "x.pdf")


def test_its_answers_go_into_a_briefing_but_not_what_is_private(filled: Store) -> None:
    made = enquiring.enquire(filled, "", "heron")
    secret, *shared = db.enquiry_rows(filled, made.id)
    tasks.save_note(filled, secret.event_id, secret.record_id, "A heron of my own.", private=True)
    people = db.enquiry_rows(filled, enquiring.enquire(filled, "", "umberley kind:person").id)
    pieces = briefing.pieces_of_answers(filled, [secret, *shared, people[0]])
    assert [piece.kind for piece in pieces] == ["note", "note", "text"]
    assert pieces[-1].speaker == "Rafiq Umberley 3" and pieces[-1].event
    kept = briefing.add_pieces(filled, pieces, title="Herons")
    words = str(briefing.document_of(filled, kept.briefing))
    assert kept.added == 3 and "Ask ward 2 about its heron" in words and "of my own" not in words


def test_it_goes_into_a_briefing_as_a_table_whose_rows_lead_to_their_sources(filled: Store) -> None:
    made = enquiring.enquire(filled, "Where do herons stand?", "heron")
    secret, *shared = db.enquiry_rows(filled, made.id)
    tasks.save_note(filled, secret.event_id, secret.record_id, "A heron of my own.", private=True)
    kept = briefing.add_pieces(filled, [briefing.table_piece(made)], title="Herons").briefing
    document = briefing.document_of(filled, kept)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert "Where do herons stand?" in [one.text for one in document.headings()]
    assert table.header == ("Event", "Person", "Where", "Passage") and len(table.rows) == len(shared)
    cited = [document.references[row[3][-1].numbers[0] - 1] for row in table.rows]
    assert [words_of(row[0]).startswith(one.event) for row, one in zip(table.rows, cited, strict=True)].count(
        False
    ) == 0
    assert "of my own" not in str(document)
    enquiring.delete_enquiry(filled, made.id)
    assert not [block for block in briefing.document_of(filled, kept).blocks if isinstance(block, Table)]
