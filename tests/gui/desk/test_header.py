# SPDX-License-Identifier: MIT
"""The bar takes a second line where the buttons have no room beside the words, and cuts nothing."""

import pytest

from eqbrief.gui.desk.header import Header
from eqbrief.gui.kit import Button
from tests.gui.looks import dress


@pytest.mark.parametrize(("width", "size"), [(1280, 100), (900, 100), (600, 100), (1280, 200), (900, 200)])
def test_every_button_is_whole_and_below_or_beside_the_words(qtbot, qapp, width: int, size: int) -> None:
    dress(qapp, "light", size)
    buttons = [
        Button("Close", kind="quiet", hint="Esc"),
        Button("Skip"),
        Button("Accept all certain (12)"),
        Button("Accept and next", kind="primary", hint="Ctrl+Enter"),
    ]
    header = Header(buttons)
    qtbot.addWidget(header)
    header.say("Add 4 pages", "Nothing is stored until you accept it")
    header.resize(width, header.sizeHint().height())
    header.show()
    header.resize(width, header.layout().totalHeightForWidth(width))
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        at = button.mapTo(header, button.rect().bottomRight())
        assert at.x() <= width and at.y() <= header.height()
    assert header.words() == ("Add 4 pages", "Nothing is stored until you accept it")
    dress(qapp)
