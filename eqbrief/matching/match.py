# SPDX-License-Identifier: MIT
"""What comparing two names says. What is only alike is left to the person: None."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two names mean the same: yes, no, or None where the person has to say; `score` is 0 to 1."""

    same: bool | None
    score: float
    reason: str
