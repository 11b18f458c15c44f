# SPDX-License-Identifier: MIT
"""When two names mean one person or one organisation."""

from eqbrief.matching.keys import organisation_key, person_key

__all__ = ["organisation_key", "person_key"]
