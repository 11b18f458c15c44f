# SPDX-License-Identifier: MIT
"""A folder's files are matched to the names and sizes that the page gives, and only proposed."""

from pathlib import Path

import pytest

from eqbrief import tasks
from eqbrief.model import DraftDeck, UserError
from eqbrief.store import Store
from eqbrief.tasks.proposing import Proposal, propose
from tests.store.filling import add_event

NAMED = (
    DraftDeck("Presentation 200323", 40_000, "pptx"),
    DraftDeck("Handout", None, None, None, "https://example.org/files/Night%20rota-notes.pdf"),
    DraftDeck("Keynote by the chair", 90_000, "pptx"),
    DraftDeck("Ward map", 20_000, "pdf"),
)


@pytest.fixture
def event(library: Store) -> int:
    return add_event(library, 1, decks=NAMED)


def write(folder: Path, name: str, size: int) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF-1.7 " + bytes([len(name)]) * (size - 9))
    return path


def told(proposals: list[Proposal]) -> list[tuple[str, str | None, bool]]:
    return [(one.file.name, one.deck and one.deck.offered.title, one.sure) for one in proposals]


def test_files_are_matched_by_name_and_size(library: Store, event: int, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    write(folder, "presentation-200323_final (1).pptx", 40_700)
    write(folder, "below/Night rota notes.pdf", 5_000)
    write(folder, "slides.pptx", 91_000)
    write(folder, "Ward map.pdf", 60_000)
    write(folder, "Something else.pptx", 1_000)
    write(folder, "~$Something else.pptx", 900)
    write(folder, "readme.txt", 900)
    assert told(propose(library, event, folder)) == [
        ("Night rota notes.pdf", "Handout", True),
        ("presentation-200323_final (1).pptx", "Presentation 200323", True),
        ("Ward map.pdf", "Ward map", False),
        ("slides.pptx", "Keynote by the chair", False),
        ("Something else.pptx", None, False),
    ]


def test_each_file_and_each_deck_is_proposed_once_and_the_better_fit_wins(
    library: Store, event: int, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    write(folder, "a/Presentation 200323.pptx", 40_100)
    write(folder, "b/Presentation 200323 draft.pptx", 39_500)
    write(folder, "Presentation 200323.pdf", 40_000)  # not of the form that the page names
    assert told(propose(library, event, folder)) == [
        ("Presentation 200323.pptx", "Presentation 200323", True),
        ("Presentation 200323.pdf", None, False),
        ("Presentation 200323 draft.pptx", None, False),
    ]


def test_what_the_event_has_already_is_not_proposed(library: Store, event: int, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    file = write(folder, "Night rota notes.pdf", 5_000)
    tasks.attach(library, event, file, tasks.event(library, event).decks[1].id)
    write(folder, "Other rota.pdf", 5_000)
    assert told(propose(library, event, folder)) == [("Other rota.pdf", None, False)]
    assert propose(library, event, folder, stop=lambda: True) == []


def test_a_folder_that_is_not_there_is_said(library: Store, event: int, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        propose(library, event, tmp_path / "absent")
