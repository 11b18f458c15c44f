# SPDX-License-Identifier: MIT
"""A library with two versions of one invented deck, for the tests and pictures of the view that compares them."""

from dataclasses import replace
from pathlib import Path

from eqbrief import tasks
from eqbrief.store import Store
from tests.decks.making import Made, deck, picture, shape, table
from tests.store.filling import add_event


def slide(title: str, *lines: str, **more) -> Made:
    extra = more.pop("shapes", "")
    notes = more.pop("notes", "")
    shown = Made(shape(title, holder="title") + (shape(*lines) if lines else "") + extra, **more)
    return replace(shown, notes=shape(notes, holder="body")) if notes else shown


OLD = [
    slide("Rotas that hold", "Harbourside Trust", "Spring meeting"),
    slide("Why we began", "One nurse in five was asked to change a shift in the week before.", "Nobody kept count."),
    slide("What the figures say", shapes=table(["Ward", "Changes"], ["Harbour", "41"], ["Orchard", "17"])),
    slide("The old way", "Changes by telephone", "No record"),
    slide(
        "Three rules for a fair rota",
        "Publish it six weeks ahead.",
        "Ask before you change it.",
        "Say why in one sentence.",
        notes="Say each rule slowly, and let people write it down.",
    ),
    slide("Who takes part", "Two wards and the people who plan for them", shapes=picture("The two wards")),
    slide("Next steps", "Meet again in the autumn"),
]
NEW = [
    OLD[0],
    slide("What the figures say", shapes=table(["Ward", "Changes"], ["Harbour", "23"], ["Orchard", "11"])),
    slide("Why we began", "One nurse in five was asked to change a shift in the week before.", "Nobody kept count."),
    slide(
        "Three rules for a fair rota",
        "Publish it eight weeks ahead.",
        "Ask before you change it, and take no for an answer.",
        "Say why in one sentence.",
        notes="Say each rule slowly, and let people write it down.",
    ),
    slide("Who takes part", "Two wards and the people who plan for them", shapes=picture("The three wards")),
    slide("What people told us", "“I can plan my week again.”", "“It took one form to change everything.”"),
    slide("Next steps", "Meet again in the autumn"),
]


def add_versions(store: Store, folder: Path) -> tuple[int, int, int]:
    """Add two events with a version of the deck each, and one with another deck; give the decks' ids."""
    files = {"Rotas that hold v1.pptx": OLD, "Rotas that hold v2 final.pptx": NEW, "Pay gaps.pptx": NEW[:1]}
    days = ("2023-03-20", "2024-02-20", "2024-05-07")
    titles = ("Rotas that hold, spring", "Rotas that hold, one year on", "Pay gaps at Harbourside Trust")
    made: list[int] = []
    for number, (name, slides) in enumerate(files.items()):
        event = add_event(store, number + 1, title=titles[number], starts_at=days[number])
        path = folder / name
        path.write_bytes(deck(*slides))
        made.append(tasks.attach(store, event, path).id)
    return made[0], made[1], made[2]
