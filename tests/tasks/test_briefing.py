# SPDX-License-Identifier: MIT
"""Briefings are begun, filled, changed, written and undone; private words stay unless chosen where they stand."""

import time
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.briefing import outline
from eqbrief.briefing.document import Picture
from eqbrief.files import resource
from eqbrief.model import Hit, UserError
from eqbrief.store import Store, next_undo, undo_last
from eqbrief.tasks import attach as attach_deck
from eqbrief.tasks import briefing as tasks
from eqbrief.tasks.briefing.picking import note_piece, question_piece
from eqbrief.tasks.briefing.templating import own_folder
from eqbrief.tasks.noting import new_note
from tests.store.filling import act, add_event, attach


@pytest.fixture
def event(library: Store) -> int:
    return add_event(library)


def test_things_are_added_to_the_one_opened_last_and_begin_one_where_there_is_none(library: Store, event: int) -> None:
    gathered = tasks.add_pieces(library, tasks.pieces_of_events(library, [event]), title="Herons", author="Amal")
    made = gathered.briefing
    assert (made.title, made.author, made.template, gathered.added) == ("Herons", "Amal", "1-one-page", 1)
    again = tasks.add_pieces(library, tasks.pieces_of_events(library, [event]))
    assert (again.briefing.id, again.added, again.there) == (made.id, 0, 1)
    assert (str(gathered), str(again)) == ("Added to “Herons”", "It is in “Herons” already")
    more = [*tasks.pieces_of_events(library, [event, add_event(library, 2), add_event(library, 3)])]
    assert str(tasks.add_pieces(library, more)) == "2 added to “Herons”; 1 was there already"
    assert next_undo(library) == "Add 2 things to the briefing “Herons”"
    undo_last(library)
    other = tasks.new_briefing(library, "Other", template=tasks.find_template("full"))
    second = tasks.add_pieces(library, tasks.pieces_of_events(library, [event])).briefing
    assert second.id == other
    tasks.open_briefing(library, made.id)
    assert db.current_briefing(library).id == made.id
    undo_last(library)
    assert tasks.briefing(library, other).pieces == ()


def test_it_is_changed_deleted_and_brought_back(library: Store, event: int) -> None:
    number = tasks.new_briefing(library, "Herons", pieces=tasks.pieces_of_events(library, [event]))
    uid = tasks.briefing(library, number).pieces[0].uid
    tasks.change(library, number, lambda one: outline.remove(one, uid), name="Take out")
    assert tasks.briefing(library, number).pieces == ()
    undo_last(library)
    assert len(tasks.briefing(library, number).pieces) == 1
    tasks.delete_briefing(library, number)
    with pytest.raises(UserError, match="no longer"):
        tasks.briefing(library, number)
    undo_last(library)
    assert tasks.briefing(library, number).title == "Herons"


def test_a_kept_one_is_written_and_that_is_noted(library: Store, event: int, tmp_path: Path) -> None:
    number = tasks.new_briefing(library, "Herons", pieces=tasks.pieces_of_events(library, [event]))
    written = tasks.issue(library, number, tmp_path / "Herons.md")
    assert written is not None and "# Herons" in written.file.read_text(encoding="utf-8")
    assert tasks.briefing(library, number).issued_at
    assert tasks.issue(library, number, tmp_path / "x.md", stop=lambda: True) is None
    assert not (tmp_path / "x.md").exists()


def test_what_a_search_found_becomes_a_piece(library: Store, event: int) -> None:
    attach(library, event)
    note = new_note(library, event, "Ask about herons")
    secret = new_note(library, event, "Secret herons", private=True)
    act(library, event, "Send the rota")
    whole = db.event(library, event)
    assert whole is not None
    place = (event, "Kinder rotas 1", None)
    person = whole.appearances[0].person_id
    found = [
        tasks.piece_of_hit(library, Hit(kind, number, where, title, snippet))
        for kind, number, where, title, snippet in (
            ("event", event, place, "", ""),
            ("person", person, None, "", ""),
            ("note", note, place, "", ""),
            ("action", whole.actions[0].id, place, "", ""),
            ("question", 1, place, "How did the wards begin?", ""),
            ("source", 1, place, "", "A &amp; <mark>B</mark>"),
        )
    ]
    assert [piece.kind for piece in found] == ["event", "person", "note", "action", "question", "text"]
    assert found[-1].text == "A & B"
    for hit in (
        Hit("note", secret, place, "", ""),
        Hit("topic", 1, None, "Rotas", ""),
        Hit("action", 99, place, "", ""),
    ):
        with pytest.raises(UserError):
            tasks.piece_of_hit(library, hit)
    number = tasks.new_briefing(library, "All", template=tasks.find_template("full"), pieces=found)
    text = str(tasks.document_of(library, tasks.briefing(library, number)).blocks)
    for words in ("Ask about herons", "Send the rota", "How did the wards begin?", "A & B", "Imogen Thistlewood"):
        assert words in text
    assert "Secret" not in text


def test_a_private_note_goes_out_only_when_chosen_where_it_stands(library: Store, event: int) -> None:
    new_note(library, event, "Secret herons", private=True)
    whole = db.event(library, event)
    assert whole is not None
    piece = note_piece(whole, whole.notes[0])
    number = tasks.new_briefing(library, "T", pieces=[*tasks.pieces_of_events(library, [event])])
    assert "Secret" not in str(tasks.document_of(library, tasks.briefing(library, number)))
    tasks.add_pieces(library, [piece, question_piece(whole, "How?")], number)
    assert "Secret" in str(tasks.document_of(library, tasks.briefing(library, number)).blocks)


def test_what_lies_in_the_bin_is_left_out(library: Store, event: int) -> None:
    from eqbrief.tasks import delete

    number = tasks.new_briefing(library, "T", pieces=tasks.pieces_of_events(library, [event]))
    delete(library, [event])
    assert "Kinder rotas" not in str(tasks.document_of(library, tasks.briefing(library, number)).blocks)


def test_a_template_is_copied_under_a_name_and_used(library: Store) -> None:
    path = tasks.copy_template(tasks.find_template("one-page"), 'Board "paper"')
    assert path.parent == own_folder()
    path.write_text(path.read_text(encoding="utf-8").replace('kind = "said"', 'kind = "people"'), encoding="utf-8")
    (own_folder() / "broken.toml").write_text("name =", encoding="utf-8")
    found, wrong = tasks.templates()
    assert [one.name for one in found][-1] == 'Board "paper"' and found[-1].own
    assert len(wrong) == 1 and "broken.toml" in wrong[0].what
    assert [one.kind for one in tasks.find_template("board").sections][1] == "people"
    with pytest.raises(UserError, match="no template"):
        tasks.find_template("poster")
    with pytest.raises(UserError, match="no name"):
        tasks.copy_template(found[0], "  ")


def test_slides_are_shown_as_pictures_and_as_words(library: Store, event: int) -> None:
    pdf = attach_deck(library, event, resource("sample", "decks", "Adjustments passport slides.pdf"))
    pptx = attach_deck(library, event, resource("sample", "decks", "Presentation 140323.pptx"))
    whole = db.event(library, event)
    assert whole is not None
    pieces = [
        tasks.slide_piece(whole.uid, pdf.uid, 2),
        tasks.slide_piece(whole.uid, pptx.uid, 2, show="text"),
        tasks.slide_piece(whole.uid, pptx.uid, 999),
    ]
    number = tasks.new_briefing(library, "Slides", pieces=pieces)
    drawn: tasks.Drawn = {}
    found = tasks.material_of(library, tasks.briefing(library, number), drawn)
    shown = found.slides[(pdf.uid, 2)]
    assert shown.picture and shown.picture.startswith(b"\x89PNG") and shown.width > 600
    assert found.slides[(pptx.uid, 2)].slide.title
    assert list(drawn) == [(pdf.sha256, 2)]
    document = tasks.document_of(library, tasks.briefing(library, number))
    (picture,) = [block for block in document.blocks if isinstance(block, Picture)]
    assert picture.alternative and f"slide 2 of “{pdf.offered.title}”" in [one.place for one in document.references]


def test_terms_of_the_library_are_written_out(library: Store, tmp_path: Path) -> None:
    text = "The integrated care board (ICB) met."
    event = add_event(library, 9, text=text, body="The ICB met. The ICB agreed.", summary="What the ICB said.")
    pieces = tasks.pieces_of_events(library, [event])
    number = tasks.new_briefing(library, "T", template=tasks.find_template("full"), pieces=pieces)
    written = tasks.issue(library, number, tmp_path / "t.md")
    assert written is not None
    said = written.file.read_text(encoding="utf-8").casefold()
    assert "what the integrated care board (icb) said." in said and "the icb met. the icb agreed." in said
    assert "| icb | integrated care board |" in said


def test_twenty_thousand_events_are_gathered_soon(library: Store) -> None:
    with library.change("event") as change:
        rows = [(n, f"event-{n}", f"Event {n}") for n in range(1, 20_001)]
        change.db.conn.executemany(
            "INSERT INTO event(id, uid, title, kind, folder, created_at, updated_at) "
            "VALUES (?, ?, ?, 'event', '', '2024', '2024')",
            rows,
        )
    begun = time.perf_counter()
    pieces = tasks.pieces_of_events(library, range(1, 20_001))
    gathered = time.perf_counter() - begun
    assert [pieces[0].record, pieces[-1].record] == ["event-1", "event-20000"] and gathered < 1.0
    kept = tasks.add_pieces(library, pieces)
    assert (kept.added, tasks.add_pieces(library, pieces).there) == (20_000, 20_000)
    assert time.perf_counter() - begun < 8
    print(f"gathered in {gathered:.2f} s, kept twice in {time.perf_counter() - begun - gathered:.2f} s")
