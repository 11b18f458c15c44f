# SPDX-License-Identifier: MIT
"""The drawn pages are what they claim to be: the same each time, and printing all that they say."""

from itertools import groupby

from tests.reading.varied.cases import all_cases, closed_cases, open_cases
from tests.reading.varied.forms import FORMS
from tests.reading.varied.scoring import plain


def test_there_are_enough_forms_and_pages_and_a_third_is_held_out():
    assert len({form.name for form in FORMS}) == len(FORMS) >= 40
    assert len(all_cases()) >= 300
    assert len(open_cases()) + len(closed_cases()) == len(all_cases())
    assert 0.25 < len(closed_cases()) / len(all_cases()) < 0.42


def test_a_page_prints_what_it_says_of_people():
    for case in all_cases():
        shown = " ".join(case.text.replace("**", "").split())
        for person in case.says["people"]:
            assert person["name"] in shown.replace("<strong>", ""), case.name
            for body in person["organisations"]:
                assert plain(body) in plain(shown.replace("&amp;", "&")), case.name


def test_each_form_draws_different_pages():
    for _, cases in groupby(all_cases(), key=lambda case: case.name.rsplit(" ", 1)[0]):
        texts = [case.text for case in cases]
        assert len(set(texts)) == len(texts)
