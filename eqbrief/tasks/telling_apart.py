# SPDX-License-Identifier: MIT
"""How names are told apart, for every task that stores people."""

from eqbrief.matching import organisation_key, person_key
from eqbrief.store import Keys

KEYS = Keys(person=person_key, organisation=organisation_key)
"""Two names with the same key mean one person, or one organisation."""
