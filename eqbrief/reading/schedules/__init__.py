# SPDX-License-Identifier: MIT
"""Conference schedules become listings: frab's XML and JSON, pretalx, Indico. Each form is known by what is in it."""

from eqbrief.reading.schedules.forms import draft_of_schedule, is_schedule

__all__ = ["draft_of_schedule", "is_schedule"]
