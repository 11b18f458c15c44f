# SPDX-License-Identifier: MIT
"""Slides hang on the content of files: read once for all decks that have it, found by their place, gone in step."""

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Slide, SlideLink, Unread, UserError, content_hash, no_text
from eqbrief.store import Store
from eqbrief.store.soundness import unsound
from tests.store.filling import add_event, attach, put, show

RICH = Slide(
    3,
    "Heron ward",
    True,
    {
        "title": "Heron ward",
        "body": "quince",
        "table": "plum\t1",
        "diagram": "medlar",
        "chart": "damson",
        "notes": "bullace",
    },
    2,
    ("A sloe in bloom",),
    (SlideLink("the rota", "https://example.org/rota"),),
)


def places(store: Store, word: str) -> list[tuple[int | None, int | None, str | None]]:
    """Give deck, slide and place of each slide with a word."""
    hits = db.find(store, word, kinds=["slide"]).hits
    return sorted((hit.deck[0] if hit.deck else None, hit.slide, hit.where) for hit in hits)


def test_slides_are_given_back_as_they_were_read(library: Store) -> None:
    deck = attach(library, add_event(library))
    assert (db.slides_of(library, deck), db.reading_of(library, deck).state) == ((), "waiting")
    plain = Slide(4)
    show(library, deck, RICH, plain, unread=(Unread(4, "pictures only, no text"), Unread(None, "it goes on")))
    assert db.slides_of(library, deck) == (RICH, plain)
    reading = db.reading_of(library, deck)
    assert (reading.state, reading.slides, reading.format, reading.edition) == ("read", 2, "pptx", 1)
    assert reading.unread == (Unread(4, "pictures only, no text"), Unread(None, "it goes on"))
    assert db.slides_of(library, 999) == ()


def test_each_word_is_found_with_its_deck_its_slide_and_its_place(library: Store) -> None:
    deck = attach(library, add_event(library))
    show(library, deck, RICH)
    where = {
        "heron": "title", "quince": "body", "sloe": "body", "plum": "table", "medlar": "diagram", "damson": "chart",
        "bullace": "speaker-notes",
    }  # fmt: skip
    assert {word: places(library, word) for word in where} == {word: [(deck, 3, at)] for word, at in where.items()}
    (hit,) = db.find(library, "bullace", kinds=["slide"]).hits
    assert (hit.title, hit.where, hit.event and hit.event[1]) == ("Heron ward", "speaker-notes", "Kinder rotas 1")
    show(library, deck, Slide(5, text={**no_text(), "body": "quince"}))
    (hit,) = db.find(library, "quince", kinds=["slide"]).hits
    assert (hit.title, hit.slide) == ("Slide 5", 5)


def test_a_file_at_two_events_is_kept_once_and_found_at_both(library: Store) -> None:
    one, two = (attach(library, add_event(library, number)) for number in (1, 2))
    show(library, one, RICH)
    assert db.slides_of(library, two) == (RICH,)
    assert places(library, "quince") == [(one, 3, "body"), (two, 3, "body")]
    assert library.db.execute("SELECT count(*) FROM slide").fetchone()[0] == 1


def test_a_file_that_an_event_has_twice_is_found_once(library: Store) -> None:
    event = add_event(library)
    one, two = attach(library, event), attach(library, event, name="Again.pptx")
    show(library, two, RICH)
    assert places(library, "quince") == [(one, 3, "body")]
    with library.change() as change:
        change.delete("deck", one)
        db.index_event(library, change, event)
    assert places(library, "quince") == [(two, 3, "body")]
    assert unsound(library.db) == []


def test_a_file_that_was_read_before_is_found_as_soon_as_it_is_attached(library: Store) -> None:
    one = attach(library, add_event(library, 1))
    show(library, one, RICH)
    two = attach(library, add_event(library, 2))
    assert places(library, "quince") == [(one, 3, "body"), (two, 3, "body")]


def test_slides_go_and_come_with_the_bin_undo_and_another_file(library: Store) -> None:
    event = add_event(library)
    deck = attach(library, event)
    show(library, deck, RICH)
    tasks.delete(library, [event])
    assert places(library, "quince") == []
    tasks.undo(library)
    assert places(library, "quince") == [(deck, 3, "body")]
    file, sha256 = put(library, "files/other.pptx", b"another")
    with library.change(name="Attach another") as change:
        db.put_file(library, change, deck, file=file, sha256=sha256, size_bytes=7, format="pptx")
    assert (places(library, "quince"), db.slides_of(library, deck)) == ([], ())
    tasks.undo(library)
    assert places(library, "quince") == [(deck, 3, "body")]
    tasks.undo(library)  # the attaching itself
    assert places(library, "quince") == []
    assert unsound(library.db) == []


def test_reading_again_leaves_nothing_of_what_was_read_before(library: Store) -> None:
    deck = attach(library, add_event(library))
    show(library, deck, RICH)
    ids = [row[0] for row in library.db.execute("SELECT uid FROM slide")]
    show(library, deck, Slide(3, "Other", text={**no_text(), "title": "Other", "body": "pear"}))
    assert (places(library, "quince"), places(library, "pear")) == ([], [(deck, 3, "body")])
    assert [row[0] for row in library.db.execute("SELECT uid FROM slide")] == ids
    with library.change() as change:
        db.note_unreadable(library, change, str(db.deck(library, deck).sha256), UserError("Not so.", "Try."), 1)
    assert (places(library, "pear"), db.reading_of(library, deck).reason) == ([], "Not so.")
    assert library.db.execute("SELECT count(*) FROM passage WHERE kind = 'slide'").fetchone()[0] == 0
    assert unsound(library.db) == []


def test_editing_an_event_leaves_the_passages_of_its_slides_alone(library: Store) -> None:
    event = add_event(library)
    deck = attach(library, event)
    show(library, deck, RICH)
    before = [tuple(row) for row in library.db.execute("SELECT id FROM passage WHERE kind = 'slide' ORDER BY id")]
    assert len(before) == 6
    tasks.edit_fields(library, event, {"title": "Another title"})
    after = [tuple(row) for row in library.db.execute("SELECT id FROM passage WHERE kind = 'slide' ORDER BY id")]
    assert (after, places(library, "quince")) == (before, [(deck, 3, "body")])


def test_what_is_to_be_read_is_each_file_once_and_what_an_older_reader_read(library: Store) -> None:
    one, two = (attach(library, add_event(library, number)) for number in (1, 2))
    other = attach(library, add_event(library, 3), b"other", "Other.pptx")
    waiting = {deck.sha256 for deck in db.decks_to_read(library, 1)}
    assert waiting == {db.deck(library, one).sha256, db.deck(library, other).sha256}
    assert len(db.decks_to_read(library, 1)) == 2
    show(library, two)
    assert [deck.id for deck in db.decks_to_read(library, 1)] == [other]
    assert len(db.decks_to_read(library, 2)) == 2
    tasks.delete(library, [db.deck(library, other).event_id])
    assert db.decks_to_read(library, 1) == []


def test_many_slides_leave_room_for_the_other_kinds(library: Store) -> None:
    event = add_event(library, topics=("Herons",))
    deck = attach(library, event)
    show(library, deck, *(Slide(number, text={**no_text(), "body": "herons"}) for number in range(1, 301)))
    assert {hit.kind for hit in db.find(library, "herons", limit=20).hits} == {"event", "slide", "topic"}


def test_the_content_of_a_slide_is_known_wherever_it_stands() -> None:
    moved = Slide(9, *(getattr(RICH, name) for name in ("title", "hidden", "text", "pictures", "alternatives")))
    assert content_hash(moved) == content_hash(RICH)
    assert content_hash(Slide(3, "Heron ward")) != content_hash(RICH)
