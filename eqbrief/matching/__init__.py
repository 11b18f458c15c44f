# SPDX-License-Identifier: MIT
"""When two names mean one person or one organisation, two titles one event, two slides one slide."""

from eqbrief.matching.blocks import organisation_words, person_words
from eqbrief.matching.events import title_likeness
from eqbrief.matching.match import Match
from eqbrief.matching.organisations import acronyms_of, organisation_key, same_organisation
from eqbrief.matching.people import person_key, same_person
from eqbrief.matching.placing import find_again
from eqbrief.matching.versions import compare_slides
from eqbrief.matching.wording import changed_places, compare_words

__all__ = [
    "Match",
    "acronyms_of",
    "changed_places",
    "compare_slides",
    "compare_words",
    "find_again",
    "organisation_key",
    "organisation_words",
    "person_key",
    "person_words",
    "same_organisation",
    "same_person",
    "title_likeness",
]
