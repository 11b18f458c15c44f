# SPDX-License-Identifier: MIT
"""What stands above the results: counts by kind, how the query was understood, close spellings."""

import pytest
from PySide6.QtCore import Qt

from eqbrief.gui.finding import FoundHead
from eqbrief.gui.kit import Link
from eqbrief.model import Found, Tally
from eqbrief.model.query import parse
from tests.gui.looks import dress


@pytest.fixture
def head(qapp, qtbot) -> FoundHead:
    dress(qapp)
    made = FoundHead()
    qtbot.addWidget(made)
    made.resize(360, 200)
    made.show()
    return made


def chips(head: FoundHead) -> list[str]:
    return [chip.text() for chip in head._chips.values()]


def test_it_counts_by_kind_and_says_how_the_query_was_understood(head: FoundHead) -> None:
    head.show_found(Found(parse("pay after:2023"), (), (Tally("event", 3), Tally("slide", 1000, more=True))))
    assert head.title() == "1,000+ found"
    assert chips(head) == ["All 1,000+", "Events 3", "Slides 1,000+"]
    assert head.said.text() == "Events held on or after 1 January 2023, with “pay”."
    head.show_found(Found(parse("colour:red")), unread="3 decks are not indexed yet.")
    assert head.title() == "Nothing found"
    assert head.said.text().endswith("Taken as words: “colour:red”. 3 decks are not indexed yet.")


def test_a_kind_is_chosen_by_mouse_and_by_keyboard_and_kept_while_it_is_there(head: FoundHead, qtbot) -> None:
    both = (Tally("event", 3), Tally("note", 2))
    head.show_found(Found(parse("pay"), (), both))
    with qtbot.waitSignal(head.kind_chosen) as chosen:
        qtbot.mouseClick(head._chips["note"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["note"]
    assert [name for name, chip in head._chips.items() if chip.isChecked()] == ["note"]
    chip = head._chips["event"]
    chip.setFocus()
    with qtbot.waitSignal(head.kind_chosen):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    head.show_found(Found(parse("pays"), (), both))
    assert head._chips["event"] is chip and head.kind == "event"
    head.show_found(Found(parse("paying"), (), (Tally("note", 1),)))
    assert head.kind == "" and head._chips[""].isChecked()


def test_close_spellings_are_pressed(head: FoundHead, qtbot) -> None:
    head.offer(["bystander", "by standard"])
    links = head._near.findChildren(Link)
    assert [link.accessibleName() for link in links] == [
        "Search for bystander instead", "Search for by standard instead",
    ]  # fmt: skip
    with qtbot.waitSignal(head.query_wanted) as wanted:
        links[0].click()
    assert wanted.args == ["bystander"]
    head.offer([])
    assert not head._near.isVisible()
