# SPDX-License-Identifier: MIT
"""Make a large library of invented events by a fixed seed."""

import random
from pathlib import Path

from eqbrief.matching import organisation_key, person_key
from eqbrief.model import Draft, DraftDeck, DraftPerson
from eqbrief.store import Keys, Store, insert_event

_SUBJECTS = ("retention", "recruitment", "belonging", "the pay gap", "adjustments", "staff networks", "board reporting")
_FORMS = ("What works for {}", "A year of {}", "Questions on {}: a panel", "{} in practice", "Measuring {}, honestly")
_FIRST = ("Ada", "Bilal", "Carys", "Dara", "Esi", "Farah", "Gwen", "Hari", "Imogen", "Jonah", "Kezia", "Lowri")
_LAST = ("Abernethy", "Bright", "Castellan", "Dunmore", "Eze", "Fairweather", "Grange", "Hollis", "Imrie", "Jessop")
_PLACES = ("Harrow Vale", "Marlshire", "Ashdown", "Wexcombe", "Thornbury Cross", "Lyme Hill", "Coldbrook", "Penhallow")
_KEYS = Keys(person_key, organisation_key)


def make_large(folder: Path, events: int, seed: int = 7) -> Store:
    """Make a library of so many events, each with a panel of two to five, a deck, topics and questions."""
    random_ = random.Random(seed)
    store = Store.create(folder)
    for first in range(0, events, 500):
        with store.change("event") as change:
            for number in range(first, min(events, first + 500)):
                insert_event(store, change, invented(random_, number), _KEYS, f"event {number}")
    return store


def invented(random_: random.Random, number: int) -> Draft:
    """Invent an event."""
    subject = random_.choice(_SUBJECTS)
    year, month, day = random_.randint(2005, 2025), random_.randint(1, 12), random_.randint(1, 28)
    title = random_.choice(_FORMS).format(subject)
    people = tuple(
        DraftPerson(
            f"{random_.choice(_FIRST)} {random_.choice(_LAST)}",
            capacity="chair" if place == 0 else "panellist",
            roles=(f"head of {random_.choice(_SUBJECTS)}",),
            organisations=(f"{random_.choice(_PLACES)} Hospitals Trust",),
        )
        for place in range(random_.randint(2, 5))
    )
    return Draft(
        source=f"{number}.html",
        kind="event",
        title=f"{title[:1].upper()}{title[1:]} ({number})",
        publisher=f"{random_.choice(_PLACES)} Network",
        series=f"{random_.choice(_PLACES)} programme",
        starts_at=f"{year}-{month:02}-{day:02}",
        summary=f"What {random_.randint(2, 9)} organisations did about {subject}, and what they would do again.",
        body=" ".join(random_.choice(_SUBJECTS) for _ in range(60)),
        topics=(subject.capitalize(),),
        people=people,
        decks=(DraftDeck(f"Presentation {number}", 1_000_000),),
        questions=(f"How was {subject} paid for?", "What would you do first?"),
    )
