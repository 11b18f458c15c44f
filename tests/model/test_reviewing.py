# SPDX-License-Identifier: MIT
"""Looks that go on or begin anew, and what is said of them."""

from eqbrief.model import Look, News, Review, ReviewStep, SinceLooked, say_moment

AT = "2024-03-03T10:00:00.000Z"
SOON, LATER = "2024-03-03T10:20:00.000Z", "2024-03-03T10:31:00.000Z"


def test_a_look_goes_on_for_half_an_hour_and_then_begins_anew():
    look = Look(AT, "2024-03-03T09:50:00.000Z")
    assert look.again(SOON, changed=False) == Look(SOON, look.began_at)
    assert look.again(LATER, changed=False) == Look(LATER, LATER, AT)


def test_what_was_new_stays_new_while_the_look_goes_on():
    look = Look(AT, AT, "2024-02-01T08:00:00.000Z")
    assert look.again(SOON, changed=True) == Look(SOON, SOON, look.since)
    assert Look(AT, AT).again(SOON, changed=True) == Look(SOON, SOON, AT)


def test_a_clock_that_was_put_back_begins_a_look_and_breaks_nothing():
    assert Look(LATER, LATER).again("2024-03-01T10:00:00.000Z", changed=False).since == LATER


def test_a_moment_is_said_as_people_do():
    assert say_moment("2024-03-03T12:00:00.000Z", "2024-11-29") == "on 3 March 2024"
    assert say_moment("2024-03-03T12:00:00.000Z", "2024-03-03").startswith("today at ")
    assert say_moment("") == ""


def test_a_sentence_says_each_kind_of_news_once():
    news = (News("2 decks added", "Deck added", "", "One"), News("2 decks added", "Deck added", "", "Two"))
    since = SinceLooked(AT, (*news, News("date changed", "Date changed")))
    assert since.sentence == "Since you last looked on 3 March 2024: 2 decks added, date changed."
    assert SinceLooked(AT).sentence == "You last looked on 3 March 2024."


def test_what_the_person_says_goes_before_what_was_done():
    steps = (
        ReviewStep("page", True, by_hand=False),
        ReviewStep("notes", False, by_hand=True),
        ReviewStep("slides", True),
    )
    assert [step.done for step in steps] == [False, True, True]
    assert Review(1, "reviewing", steps).said == "2 of 3"
