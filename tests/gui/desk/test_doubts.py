# SPDX-License-Identifier: MIT
"""A gap, a day that cannot be and words that are no name are doubtful, however sure the reading was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.desk.checks import is_certain, to_check
from eqbrief.gui.desk.doubts import doubts, short
from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.theme import theme_in_use
from eqbrief.model import Draft, DraftDeck, DraftPerson
from eqbrief.model.dates import DAYS, say_date
from tests.gui.desk.drafts import certain, mark, other, page, porters
from tests.gui.desk.working import put
from tests.gui.looks import colours, dress, near

WHOLE = porters(doubts=False)


def dated(printed: str, iso: str, words: str) -> Draft:
    """Give a draft held on a day that its page prints with more words around it."""
    text = f"A title\n\nHeld on {printed} in a hall.\n"
    return replace(certain(1), starts_at=iso, text=text, evidence={"starts_at": mark(text, words)})


def of(draft: Draft) -> dict[str, str]:
    return dict(doubts(draft, date(2024, 7, 1)))


def test_a_whole_page_leaves_no_doubt_nor_does_one_without_people_or_deck() -> None:
    assert of(WHOLE) == {} == of(replace(WHOLE, people=(), decks=()))
    assert is_certain(WHOLE)


def test_a_gap_is_said_at_its_field() -> None:
    assert of(replace(WHOLE, title=None)) == {"title": "No title was found. Type one."}
    said = of(replace(WHOLE, starts_at=None))
    assert said == {"starts_at": "No date was found. Type the day on which it was held, if you know it."}
    assert list(of(other())) == ["title", "starts_at"]


@pytest.mark.parametrize("words", ["Tuesday 20 March 2023", "20 March 2023"])
@pytest.mark.parametrize("between", [" ", ", ", " the "])
def test_a_weekday_that_cannot_be_is_said(words: str, between: str) -> None:
    draft = dated(f"Tuesday{between}20 March 2023", "2023-03-20", words if between == " " else "20 March 2023")
    assert of(draft) == {"starts_at": "The page says Tuesday; 20 March 2023 was a Monday."}
    assert not is_certain(draft)
    assert of(replace(draft, starts_at="2023-03-20T09:30")) == of(draft)


def test_a_day_to_come_is_said_as_such() -> None:
    assert of(dated("Monday 6 May 2025", "2025-05-06", "6 May 2025")) == {
        "starts_at": "The page says Monday; 6 May 2025 is a Tuesday."
    }


def test_a_weekday_of_something_else_is_left_alone() -> None:
    assert of(dated("20 March 2023, a Tuesday evening later", "2023-03-20", "20 March 2023")) == {}
    assert of(dated("Monday 20 March 2023", "2023-03-20", "20 March 2023")) == {}
    assert of(dated("Tuesday 21 March 2023", "2023-03-20", "Tuesday 21 March 2023")) == {}  # evidence of another day
    assert of(dated("Tuesday March 2023", "2023-03", "March 2023")) == {}


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(DAYS))
def test_every_day_has_one_weekday(day: date, printed: str) -> None:
    written = say_date(day.isoformat())
    said = of(dated(f"{printed} {written}", day.isoformat(), written))
    assert bool(said) == (DAYS[day.weekday()] != printed)


GRIFF = DraftPerson("Griff Penhallow")


@pytest.mark.parametrize(
    ("person", "words", "what"),
    [
        (replace(GRIFF, roles=("porter", "Download: rota slides")), "Download: rota slides", "a role"),
        (replace(GRIFF, roles=("rota slides (1.4 MB)",)), "rota slides (1.4 MB)", "a role"),
        (replace(GRIFF, roles=("griff@larkmoor.example",)), "griff@larkmoor.example", "a role"),
        (replace(GRIFF, organisations=("www.larkmoor.example",)), "www.larkmoor.example", "an organisation"),
        (replace(GRIFF, name="Find out more"), "Find out more", "a person's name"),
        (replace(GRIFF, name="Griff Penhallow and others"), "Griff Penhallow and others", "a person's name"),
        (replace(GRIFF, name="See below"), "See below", "a person's name"),
        (replace(GRIFF, name="TBC"), "TBC", "a person's name"),
    ],
)
def test_words_that_are_no_name_are_said_of_their_person(person: DraftPerson, words: str, what: str) -> None:
    draft = replace(WHOLE, people=(WHOLE.people[0], person))
    assert to_check(draft) == {"people.1": f"Check this: “{words}” does not look like {what}."}


@pytest.mark.parametrize("role", ["head of downloads", "watch manager", "clinical lead for see and treat",
                                  "others' advocate", "A&E lead, 24 beds", "lead for MB ChB teaching"])  # fmt: skip
def test_a_real_role_is_left_alone(role: str) -> None:
    assert of(replace(WHOLE, people=(DraftPerson("Griff Penhallow", roles=(role,)),))) == {}


def test_a_deck_called_by_a_link_is_said() -> None:
    for title in ("see below", "Download here", "here", "Click here", "View slides"):
        said = of(replace(WHOLE, decks=(DraftDeck("Rota slides"), DraftDeck(title))))
        assert said == {"decks": f"Check this: “{title}” does not look like the title of a deck."}
    for title in ("Slides", "Presentation 200323", "How to view the board", "Rota slides (1.4 MB)"):
        assert of(replace(WHOLE, decks=(DraftDeck(title),))) == {}


def test_the_field_has_the_border_of_caution(qtbot, qapp) -> None:
    dress(qapp)
    form = DraftForm()
    qtbot.addWidget(form)
    form.resize(520, 1400)
    form.show()
    form.set_draft(replace(WHOLE, title=None, starts_at=None, decks=(DraftDeck("see below"),)))
    rows = (form.fields["title"], form.fields["starts_at"], form.fields["decks"])
    assert all(near(colours(row), theme_in_use().caution) > 100 for row in rows)
    assert near(colours(form.fields["publisher"]), theme_in_use().caution) == 0
    assert form.fields["starts_at"].accessibleDescription().startswith("No date was found.")
    form.set_draft(WHOLE)
    assert not any(near(colours(row), theme_in_use().caution) for row in rows)


def test_the_page_to_check_is_shown_first(desk) -> None:
    put(desk, page(certain(1)), page(replace(certain(2), starts_at=None)), page(porters()))
    assert desk.list.currentIndex().row() == 1
    assert [item.page.name for item in desk.queue.items] == ["belonging-1.html", "belonging-2.html", "porters.html"]


def test_a_long_text_is_cut() -> None:
    assert short("one\n two") == "one two"
    assert len(short("word " * 40)) == 60 and short("word " * 40).endswith("…")
