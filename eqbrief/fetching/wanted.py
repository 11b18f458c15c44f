# SPDX-License-Identifier: MIT
"""What is fetched, as the sentences about it name it: a page or a deck, and how a person gets it without EqBrief."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of thing to fetch. `by_hand` completes 'Try again later, or …'; `any_size` completes 'more than …'."""

    thing: str
    by_hand: str
    any_size: str
    elsewhere: str


PAGE = Wanted(
    "page",
    "open it in your browser, save the page as HTML, and add that file",
    "any event's page",
    "Check the address. If it leads to a deck, download that in your browser and attach it to its event.",
)
DECK = Wanted(
    "file",
    "open its address in your browser, download it there, and attach the file to its event",
    "EqBrief takes for a deck",
    "If it is a deck, download it in your browser and attach it to its event.",
)
