# SPDX-License-Identifier: MIT
"""Words by which names that may mean one are found among thousands, so that only those are compared."""

from functools import cache

from eqbrief.matching.keys import plain, table


def person_words(name: str) -> frozenset[str]:
    """Give the words of a name that another spelling of it is likely to share."""
    return frozenset(word for word in plain(name).split() if len(word) > 2)


def organisation_words(name: str) -> frozenset[str]:
    """Give the words that are an organisation's own, and the letters that they begin with, as an acronym has them."""
    words = plain(name).split()
    own = [word for word in words if len(word) > 2 and word not in _common()]
    letters = "".join(word[0] for word in words if word not in table("matching")["organisation"]["fillers"])
    return frozenset({*own, letters[:3]} if len(words) > 1 else {*own, words[0][:3] if words else ""})


@cache
def _common() -> frozenset[str]:
    rules = table("matching")["organisation"]
    kinds = {word for listed in rules["kinds"] for name in listed for word in name.split()}
    return frozenset(
        {*kinds, *rules["fillers"], *rules["apart"], *rules["sides"], "nhs", "hospitals", "royal", "health"}
    )
