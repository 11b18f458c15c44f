# SPDX-License-Identifier: MIT
import pytest

from eqbrief.gui.dialogs import CheckDialog
from eqbrief.gui.dialogs.check import problem_lines
from eqbrief.gui.kit import Button, EmptyState
from eqbrief.gui.kit.lines import LineList
from eqbrief.model import Problem
from eqbrief.tasks.keeping import check
from tests.gui.dialogs.test_settings import named


@pytest.fixture
def checked(library, jobs, shown, qtbot):
    """Give a function that opens the dialog and waits until it has said how things stand."""

    def show() -> CheckDialog:
        dialog = shown(CheckDialog(library, jobs))
        qtbot.waitUntil(lambda: bool(dialog.said()) or is_good(dialog))
        return dialog

    return show


def test_it_says_when_all_is_in_order(checked):
    dialog = checked()
    assert dialog.said() == ""
    assert is_good(dialog)
    assert not named(dialog, Button, "Repair").isEnabled()


def test_a_file_that_belongs_to_nobody_is_named_and_left_alone(library, checked):
    stray = library.folder / "files" / "stray.pdf"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"%PDF-1.7\n")
    dialog = checked()
    assert [line.chip for line in dialog.findChild(LineList).lines()] == ["Stray file"]
    assert dialog.said() == "1 thing out of order."
    assert not named(dialog, Button, "Repair").isEnabled()


def test_a_search_index_that_lies_is_mended(library, checked, qtbot):
    with library.change("passage") as change:
        change.execute(f"DROP TRIGGER {triggers(library)[0]}")
    assert check(library) != []
    dialog = checked()
    assert {line.chip for line in dialog.findChild(LineList).lines()} == {"Search index"}
    named(dialog, Button, "Repair").click()
    qtbot.waitUntil(lambda: "mended" in dialog.said())
    assert check(library) == []
    assert dialog.findChild(LineList).isHidden()


def is_good(dialog: CheckDialog) -> bool:
    states = dialog.findChildren(EmptyState)
    return any(each.isVisible() and each.accessibleName() == "The library is in order" for each in states)


def triggers(library) -> list[str]:
    return [row[0] for row in library.db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]


def test_it_can_be_asked_again(library, checked, qtbot):
    dialog = checked()
    (library.folder / "files").mkdir(exist_ok=True)
    (library.folder / "files" / "stray.pdf").write_bytes(b"%PDF-1.7\n")
    named(dialog, Button, "Check again").click()
    qtbot.waitUntil(lambda: dialog.said() == "1 thing out of order.")


def test_closing_at_once_leaves_nothing_running(library, jobs, shown):
    dialog = shown(CheckDialog(library, jobs))
    dialog.reject()
    assert not dialog.isVisible()


def test_of_very_many_problems_the_rest_is_counted():
    many = [Problem("missing file", f"The deck {number} is missing.", "Attach it.") for number in range(1203)]
    lines = problem_lines(many)
    assert len(lines) == 501
    assert lines[-1].title == "And 703 more"
    assert len({line.key for line in lines}) == 501
    assert problem_lines([]) == []


def test_every_kind_has_a_sign_of_its_own():
    kinds = ["database", "search index", "missing file", "changed file", "moved file", "stray file"]
    lines = problem_lines([Problem(kind, "What.", "Next.") for kind in kinds])
    assert len({line.icon for line in lines}) == len(kinds)
    assert problem_lines([Problem("something new", "What.", "Next.")])[0].icon == "warning"
