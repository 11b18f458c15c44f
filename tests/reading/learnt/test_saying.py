# SPDX-License-Identifier: MIT
"""Every rule reads as a sentence, and so does the correction that it was learnt from."""

from dataclasses import replace

import pytest

from eqbrief.model import Draft, DraftPerson, Rule
from eqbrief.reading.learnt.saying import say_briefly, say_change, say_rule


def rule(field: str, how: str, what: str, form: str = "", value: str = "") -> Rule:
    return Rule("talks.example", field, how, what, form, value)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (rule("publisher", "always", "Larkmoor Trust"), "The publisher is always “Larkmoor Trust”."),
        (rule("starts_at", "place", ".evt-when"), "The date of the event is what stands in the part “evt-when”."),
        (rule("series", "place", ".trail li:2"), "The series is what stands in item 2 of the part “trail”."),
        (rule("topics", "place", "[data-topics]", ";"),
         "The topics are what stands in the page's own data “topics”, divided by “;”."),
        (rule("decks", "place", ".dl-pptx", "", "PPTX"),
         "The decks are what stands in the part “dl-pptx”, all PPTX."),
        (rule("title", "place", "h1", "Recap: {value}"),
         "The title is what stands in the main heading, without what stands around it in “Recap: …”."),
        (rule("title", "label", "What"), "The title is what stands after “What”."),
        (rule("date", "order", "day first"), "03/04/2024 is 3 April 2024."),
        (rule("date", "order", "month first"), "03/04/2024 is 4 March 2024."),
        (rule("kind", "always", "event"), "What looks like no event is one all the same."),
        (rule("people", "label", "Steered by", "", "moderator"), "The moderator stands after “Steered by”."),
        (rule("people", "place", ".who tr", "{role}\t{name}", "speaker"),
         "Speakers stand in each row of the part “who”, role and name in this order."),
        (rule("people", "place", ".card", "@.n={name}|.o={organisation}"),
         "The people stand in the part “card”, name and organisation each in a place of its own."),
        (rule("people", "not place", ".press"), "Nobody in the part “press” took part."),
        (rule("people", "never", "Ann Orr"), "“Ann Orr” is never somebody who took part."),
        (rule("topics", "never", "Free"), "“Free” is never a topic."),
        (rule("questions", "not label", "Terms"), "Nothing after “Terms” is a question."),
    ],
)  # fmt: skip
def test_rules(one: Rule, said: str) -> None:
    assert say_briefly(one) == said
    assert say_rule(one) == f"On pages of talks.example, {said[:1].lower()}{said[1:]}"


def test_corrections() -> None:
    before = Draft("x", title="Talks", starts_at="2024-04-03", people=(DraftPerson("Ann Orr"),))
    after = replace(before, title="Rest at night", starts_at="2024-04-03T10:00", ends_at="2024-04-03T11:00", people=())
    assert say_change("title", before, after) == "“Talks” became “Rest at night”"
    assert say_change("starts_at", before, after) == "“3 April 2024” became “3 April 2024, 10:00 to 11:00”"
    assert say_change("people", before, after) == "“Ann Orr” was taken out"
    assert say_change("people", after, before) == "“Ann Orr” was filled in"
    assert len(say_change("summary", before, replace(before, summary="word " * 90))) < 90
