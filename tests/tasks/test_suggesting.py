# SPDX-License-Identifier: MIT
"""How well evidence for the shipped framework is suggested: sentences as pages write them, and near misses."""

from collections.abc import Iterator

import pytest

from eqbrief.store import Store
from eqbrief.tasks import frameworks as plans
from eqbrief.tasks.frameworks.suggesting import words_of_term
from tests.store.filling import add_event

# What is evidence for which action; '' where it is for none, though its words come near.
CASES = (
    ("1", "Every executive at Larkmoor now has an EDI objective that can be counted, and is asked about it in March."),
    ("1", "How the race equality risk came into the board assurance framework, and stayed there."),
    ("1", "Non-executive directors were held to account for what the staff survey said."),
    ("2", "Four wards debiased their adverts; shortlisting without names brought forty more interviews."),
    ("2", "Reciprocal mentoring and open succession planning moved people into senior posts."),
    ("2", "Inclusive recruitment for hospital porters: what changed in a year."),
    ("3", "Our ethnicity pay gap, doctor by doctor, and what we closed of it."),
    ("3", "Mend the Gap two years on."),
    ("3", "Clinical excellence awards and part-time consultants: who was put forward."),
    ("4", "Occupational health had a queue of eleven weeks for a reasonable adjustment."),
    ("4", "Menopause, fatigue and rest breaks on the night shift."),
    ("4", "Sickness absence fell where managers held wellbeing conversations."),
    ("5", "What internationally educated nurses met in their first winter."),
    ("5", "Induction and pastoral care for colleagues who came from overseas."),
    ("5", "The OSCE, the visa and the first rent: a welcome that is planned."),
    ("6", "An active bystander programme for theatre staff."),
    ("6", "Racist abuse from patients: reporting it, and being believed."),
    ("6", "Fewer formal cases since the disciplinary policy began with a conversation."),
    ("6", "Where bullying is spoken of, freedom to speak up works."),
    ("", "The chair of the session welcomed members of the programme committee."),
    ("", "Object-oriented design and its objections."),
    ("", "A code of conduct protects our attendees against harassment."),
    ("", "Gap analysis of the pay roll system before the upgrade."),
    ("", "Recruitment of patients for the trial ended in May."),
    ("", "Adjustment of the confidence interval for small samples."),
    ("", "The board approved the minutes of the last meeting."),
    ("", "Violence in the films of the seventies."),
    ("", "A visa is not needed for the conference in Lisbon."),
    ("", "Discrimination between two classifiers by area under the curve."),
    ("", "Promotion of the event on social media."),
    ("", "Rest interfaces and breaking changes."),
    ("", "Health inequalities among patients of two boroughs."),
    ("", "Induction by strong hypothesis, a proof in four lines."),
    ("", "The annual appraisal of flood risk."),
    ("", "An accountable care organisation in another country."),
    ("", "Mentoring for first-time contributors to the library."),
    ("", "Part-time course, salary on application."),
)


@pytest.fixture
def suggested(library: Store) -> Iterator[dict[str, set[str]]]:
    """Give for each sentence the actions that it is suggested for."""
    quiet = {"summary": "", "body": "", "questions": (), "topics": (), "series": None, "sessions": (), "decks": ()}
    for number, (_action, text) in enumerate(CASES):
        add_event(library, number, title=text, **quiet)
    found: dict[str, set[str]] = {text: set() for _action, text in CASES}
    for one in plans.suggestions(library, plans.shipped()[0]):
        assert one.hit.event is not None
        found[one.hit.event[1]].add(one.action)
    yield found


def test_most_suggestions_are_right_and_most_that_is_right_is_suggested(
    suggested: dict[str, set[str]],
) -> None:
    wanted = dict(reversed(case) for case in CASES)
    wrong = [(action, text) for text, actions in suggested.items() for action in actions if action != wanted[text]]
    missed = [(action, text) for action, text in CASES if action and action not in suggested[text]]
    right = sum(bool(action) for action, _text in CASES) - len(missed)
    print(f"{right} of {right + len(wrong)} suggested are right, {len(missed)} missed", wrong, missed, sep="\n")
    assert right / (right + len(wrong)) >= 0.9
    assert right >= 0.7 * sum(bool(action) for action, _text in CASES)


@pytest.mark.parametrize(
    ("term", "also"), [("pay gap", ("pay gaps",)), ("board members", ()), ("salary", ("salaries",)), ("day", ("days",))]
)
def test_a_term_is_looked_for_in_the_plural_too(term: str, also: tuple[str, ...]) -> None:
    words = words_of_term(term)
    assert (words.text, words.together, words.also) == (term, True, also)
