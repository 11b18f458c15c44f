# SPDX-License-Identifier: MIT
"""What a person is warned of before a deck is opened in the system's program: what it takes from elsewhere."""

from eqbrief import store as db
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks.decks import path_of

_NAMED = 3
"""How many places a warning names; of more it says how many."""


def warn_of_links(store: Store, deck_id: int) -> UserError | None:
    """Say of a deck from where its program will take pictures, films or figures; None when it takes nothing.

    It is read from the package, and nothing is followed.

    Raises:
        UserError: when the file is not here.
    """
    from eqbrief.files.outside import taken_from_outside  # noqa: PLC0415 - not needed by the first frame

    deck = db.deck(store, deck_id)
    places = taken_from_outside(path_of(store, deck))
    return links_warning(deck.offered.title, places) if places else None


def links_warning(title: str, places: tuple[str, ...]) -> UserError:
    """Write the warning for a deck that takes something from these places."""
    named = [f"'{place}'" for place in places[:_NAMED]]
    more = len(places) - len(named)
    if more:
        named.append(f"{more} more {'place' if more == 1 else 'places'}")
    said = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    return UserError(
        f"'{title}' has links to what lies outside it, which its program may fetch when it opens: {said}.",
        "Open it only if whoever runs these may know that you did.",
    )
