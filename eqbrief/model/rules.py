# SPDX-License-Identifier: MIT
"""What was learnt from a person's corrections to the pages of one site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One small rule for the pages of a site. `site` is whose pages, as `reading` names it; `field` is what it sets.

    `how` names the kind of rule ('always', 'label', 'path'…) and `what` is its only word: the value, the label's
    words, the path of elements. `example` is the correction that it was learnt from, in words.
    """

    site: str
    field: str
    how: str
    what: str
    example: str = ""
    id: int = 0
    learnt_at: str = ""
