# SPDX-License-Identifier: MIT
"""A deck's file lies in the library once, whoever has it, and a kill at any moment leaves what `check` can mend."""

import subprocess
import sys
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks import filing
from eqbrief.tasks.decks import OnlyAlike
from eqbrief.tasks.keeping import check, repair
from tests.decks.making import Made, deck, shape
from tests.store.filling import add_event

KILLED = """
import os, signal, sys
from pathlib import Path
from eqbrief import tasks
from eqbrief.store import Store
from eqbrief.tasks import filing
real = filing.take_name
def killed(passing, path):
    if sys.argv[3] == "after":
        real(passing, path)
    os.kill(os.getpid(), signal.SIGKILL)
filing.take_name = killed
tasks.attach(Store.open(Path(sys.argv[1])), 1, Path(sys.argv[2]))
"""


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    file = tmp_path / "Herons.pptx"
    file.write_bytes(deck(Made(shape("Herons", holder="title"))))
    return file


def kept(library: Store) -> list[str]:
    return sorted(path.relative_to(library.folder).as_posix() for path in library.folder.glob("files/*/*.pptx"))


def kinds(library: Store) -> list[str]:
    return [problem.kind for problem in check(library)]


def test_a_file_of_two_events_is_stored_once(library: Store, slides: Path) -> None:
    one, two = (add_event(library, number, decks=()) for number in (1, 2))
    first, second = (tasks.attach(library, event, slides) for event in (one, two))
    assert (first.id != second.id, first.file) == (True, second.file)
    assert kept(library) == [first.file]
    assert kinds(library) == []
    tasks.undo(library)
    assert [one.state for one in tasks.event(library, two).decks] == []
    assert tasks.with_state(library, db.deck(library, first.id)).state == "here"


def test_a_file_that_was_changed_since_is_no_twin(library: Store, slides: Path) -> None:
    one, two = (add_event(library, number, decks=()) for number in (1, 2))
    first = tasks.attach(library, one, slides)
    library.path(str(first.file)).write_bytes(b"changed")
    second = tasks.attach(library, two, slides)
    assert second.file != first.file
    assert library.path(str(second.file)).read_bytes() == slides.read_bytes()


def test_a_shared_file_that_was_moved_is_found_for_both(library: Store, slides: Path) -> None:
    one, two = (add_event(library, number, decks=()) for number in (1, 2))
    decks = [tasks.attach(library, event, slides).id for event in (one, two)]
    path = library.path(str(db.deck(library, decks[0]).file))
    path.rename(path.with_name("Moved.pptx"))
    assert kinds(library) == ["moved file", "moved file"]
    assert repair(library) == []
    assert {Path(str(db.deck(library, number).file)).name for number in decks} == {"Moved.pptx"}
    again = path.with_name("Moved.pptx").rename(path.with_name("Once more.pptx"))
    tasks.find_again(library, decks[1])
    assert {db.deck(library, number).file for number in decks} == {again.relative_to(library.folder).as_posix()}


@pytest.mark.parametrize(("moment", "left"), [("before", []), ("after", ["files/2023 Kinder rotas 1/Herons.pptx"])])
def test_a_kill_leaves_no_deck_half_kept(library: Store, slides: Path, moment: str, left: list[str]) -> None:
    event = add_event(library, 1, decks=())
    library.close()
    command = [sys.executable, "-c", KILLED, str(library.folder), str(slides), moment]
    assert subprocess.run(command, timeout=60, cwd=Path(__file__).parents[2]).returncode != 0
    assert kept(library) == left
    assert tasks.event(library, event).decks == ()
    assert kinds(library) == ["stray file"] * len(left)
    assert repair(library) == []
    assert kinds(library) == []
    shown = [one.offered.title for one in tasks.event(library, event).decks]
    assert shown == (["Herons"] if left else [])
    assert tasks.attach(library, event, slides).file == "files/2023 Kinder rotas 1/Herons.pptx"
    assert kept(library) == ["files/2023 Kinder rotas 1/Herons.pptx"]


def test_an_error_before_the_commit_takes_the_file_back(library: Store, slides: Path, monkeypatch) -> None:
    event = add_event(library, 1, decks=())
    real = filing.take_name

    def full(passing: Path, path: Path) -> None:
        real(passing, path)
        raise UserError("The disk is full.", "Make room.")

    monkeypatch.setattr(filing, "take_name", full)
    with pytest.raises(UserError, match="full"):
        tasks.attach(library, event, slides)
    assert (kept(library), kinds(library), tasks.event(library, event).decks) == ([], [], ())


def test_a_deck_that_is_copied_into_the_folder_by_hand_can_be_made_one(library: Store, slides: Path) -> None:
    event = add_event(library, 1)
    folder = library.folder / "files" / tasks.event(library, event).folder
    (folder / "Presentation 1.pptx").write_bytes(slides.read_bytes())
    (folder / "wolf.pptx").write_bytes(b"MZ" + bytes(100))
    (folder / "thoughts.txt").write_text("none of ours", encoding="utf-8")
    problems = check(library)
    assert [(one.kind, "makes it one" in one.next_step) for one in problems] == [
        ("stray file", True),
        ("stray file", False),
        ("stray file", True),
    ]
    left = repair(library)
    assert sorted(Path(one.what.split("'")[1]).name for one in left) == ["thoughts.txt", "wolf.pptx"]
    assert [(one.offered.title, one.state) for one in tasks.event(library, event).decks] == [("Presentation", "here")]


def test_a_file_of_the_same_name_is_offered_where_the_deck_is_not_found(
    library: Store, slides: Path, tmp_path: Path
) -> None:
    event = add_event(library, 1, decks=())
    number = tasks.attach(library, event, slides).id
    library.path(str(db.deck(library, number).file)).unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with pytest.raises(UserError, match="was not found again"):
        tasks.find_again(library, number, elsewhere)
    newer = elsewhere / "herons.PPTX"
    newer.write_bytes(deck(Made(shape("Herons, newly counted", holder="title"))))
    with pytest.raises(OnlyAlike) as alike:
        tasks.find_again(library, number, elsewhere)
    assert alike.value.file == newer
    tasks.attach(library, event, newer, number)
    assert tasks.with_state(library, db.deck(library, number)).state == "here"
    assert kinds(library) == []
