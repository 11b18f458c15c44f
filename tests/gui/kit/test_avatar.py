# SPDX-License-Identifier: MIT
import pytest

from eqbrief.gui.kit import Avatar, initials
from tests.gui.looks import dress, spoken


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Tom Whitlock", "TW"), ("Zoë O'Neill", "ZO"), ("Ana Maria de Souza", "AS"), ("Cher", "C"), ("", ""), ("( )", "")],
)
def test_initials_are_of_the_first_and_the_last_word(name, letters):
    assert initials(name) == letters


def test_an_avatar_is_named_and_grows_with_the_text(qapp, qtbot):
    dress(qapp, "light", 200)
    avatar = Avatar("Tom Whitlock")
    qtbot.addWidget(avatar)
    assert spoken(avatar) == "Tom Whitlock"
    assert avatar.sizeHint().width() == 64
