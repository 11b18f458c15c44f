# SPDX-License-Identifier: MIT
"""What was learnt from a person's corrections to the pages of one site."""

from dataclasses import dataclass
from typing import Literal, get_args

How = Literal["always", "place", "label", "order", "not place", "not label", "never"]
"""How a rule knows: 'always', the value is the same on every page; 'place', by the element that it stands in; 'label',
by the words before or above it; 'order', which way round days in figures are; 'not …', what stands there is none;
'never', what is so called is none."""

HOWS: tuple[How, ...] = get_args(How)


@dataclass(frozen=True, slots=True)
class Rule:
    """One small rule for the pages of a site. `site` is whose pages, as `reading` names it; `field` is what it sets.

    `field` is one of a draft ('title', 'people'…), or 'time' (the time of day alone) or 'date' (how days are written).
    `what` is the value, the place of the element ('.breadcrumb li:2') or the label's words, as `how` says; `form` says
    how the value is taken from there ('{role}, {name}', or a divider of several), '' for the whole; `value` is what
    each found there is: a capacity, a deck's format. `example` is the correction that it was learnt from, in words.
    """

    site: str
    field: str
    how: How
    what: str
    form: str = ""
    value: str = ""
    example: str = ""
    id: int = 0
    learnt_at: str = ""
    uid: str = ""

    def same(self, other: "Rule") -> bool:
        """Tell whether another rule says the same, wherever and whenever it was learnt."""
        return _said(self) == _said(other)


def _said(rule: Rule) -> tuple[str, ...]:
    return rule.site, rule.field, rule.how, rule.what, rule.form, rule.value
