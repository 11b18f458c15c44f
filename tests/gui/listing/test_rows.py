# SPDX-License-Identifier: MIT
"""What a card says, as text and as one sentence, and that a snippet's markup never reaches the screen."""

import html
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.listing.rows import event_row, hit_row, name_row, near_first, plural, unmarked
from eqbrief.model import EventCard, Hit, NameCard

CARD = EventCard(
    id=7,
    title="Kinder rotas",
    date="2023-03-20",
    publisher="Larkmoor Alliance",
    summary="Night staff draw up\n their own  rota.",
    people=3,
    decks_here=0,
    decks_named=1,
    notes=2,
    state="to review",
    starred=True,
)


def test_an_event_is_one_sentence_to_a_screen_reader():
    row = event_row(CARD)
    said = "Kinder rotas, 20 March 2023, Larkmoor Alliance, 3 people, 2 notes, no deck yet, To review, starred."
    assert row.sentence == said
    assert row.more == "Night staff draw up their own rota."


def test_what_came_since_the_last_look_is_said_and_marked():
    row = event_row(replace(CARD, changed=True))
    assert row.mark == "Changed"
    assert row.sentence.endswith("To review, Changed, starred.")


def test_what_is_not_known_leaves_no_gap():
    bare = EventCard(1, "Kinder rotas", None, None, None, 0, 0, 0, 0, "reviewed", False)
    assert event_row(bare).sentence == "Kinder rotas, Date not known."
    assert event_row(bare).parts == ()


def test_a_cancelled_event_says_so_instead_of_its_review():
    row = event_row(EventCard(1, "Kinder rotas", "2023", None, None, 0, 1, 4, 0, "to review", False, "cancelled"))
    assert (row.chip, row.parts) == ("Cancelled", (("presentation", "1 of 5 decks"),))


def test_a_name_says_where_it_was_last_seen_and_how_often():
    assert name_row(NameCard(1, "Rafiq Umberley", "Head, Pennywick", 2)).sentence == (
        "Rafiq Umberley, Head, Pennywick, 2 events."
    )


def test_numbers_have_their_nouns():
    assert [plural(n, "person") for n in (0, 1, 2, 2000)] == ["0 people", "1 person", "2 people", "2,000 people"]
    assert plural(1, "deck") == "1 deck"


def test_a_hit_shows_its_words_marked_and_its_event():
    hit = Hit(
        "note", 4, (7, "Kinder rotas", "2023-03-20"), "Ask about cost", "what it <mark>cost</mark> &amp; who paid"
    )
    row = hit_row(hit)
    assert row.title == "Your note, Ask about cost"
    assert row.line == "Kinder rotas · 20 March 2023"
    assert row.more == "what it cost & who paid"
    assert [row.more[start : start + length] for start, length in row.marks] == ["cost"]
    assert row.sentence == "Your note, Ask about cost, Kinder rotas, 20 March 2023, what it cost & who paid."


def test_markup_in_a_page_stays_letters():
    text, marks = unmarked("&lt;mark&gt;no&lt;/mark&gt; <mark>&lt;b&gt;</mark>")
    assert text == "<mark>no</mark> <b>"
    assert [text[a : a + n] for a, n in marks] == ["<b>"]


@given(st.lists(st.tuples(st.booleans(), st.text(max_size=8)), max_size=6))
def test_marks_stand_where_the_words_stand(parts):
    snippet = "".join(f"<mark>{html.escape(t)}</mark>" if marked else html.escape(t) for marked, t in parts)
    text, marks = unmarked(snippet)
    assert text == "".join(t for _, t in parts)
    assert [text[a : a + n] for a, n in marks] == [t for marked, t in parts if marked]


def test_a_word_found_late_is_shown_early():
    text, marks = near_first(*unmarked("word " * 30 + "what it <mark>cost</mark> the wards"))
    assert text == "… word word word what it cost the wards"
    assert [text[a : a + n] for a, n in marks] == ["cost"]
    assert near_first("what it cost", ((8, 4),)) == ("what it cost", ((8, 4),))
    assert near_first("x" * 90 + "cost", ((90, 4),)) == ("x" * 90 + "cost", ((90, 4),))


@given(st.lists(st.text(alphabet="ab ", max_size=30), min_size=1, max_size=5), st.text(alphabet="cd", min_size=1))
def test_cutting_the_beginning_loses_no_mark(parts, found):
    snippet = f"<mark>{found}</mark>".join(parts)
    text, marks = near_first(*unmarked(snippet))
    assert [text[a : a + n] for a, n in marks] == [found] * (len(parts) - 1)
