# SPDX-License-Identifier: MIT
"""When two names mean one person or one organisation, and two titles one event."""

from eqbrief.matching.events import title_likeness
from eqbrief.matching.keys import organisation_key, person_key
from eqbrief.matching.names import Match, same_organisation, same_person

__all__ = ["Match", "organisation_key", "person_key", "same_organisation", "same_person", "title_likeness"]
