# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from eqbrief.gui.notes.markdown import MarkdownLook
from eqbrief.gui.theme import colour, font
from tests.gui.looks import dress


@pytest.fixture
def styled(qapp, qtbot):
    """Give a function that gives the styles of a line: (from, length, format) each."""
    dress(qapp)
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    look = MarkdownLook(field.document())

    def formats(line: str):
        field.setPlainText(line)
        look.rehighlight()
        found = field.document().firstBlock().layout().formats()
        return [(each.start, each.length, QTextCharFormat(each.format)) for each in found]

    return formats


def test_a_heading_is_large_and_its_signs_are_quiet(styled):
    (at, length, signs), (_, _, words) = styled("## A sponsor")
    assert (at, length) == (0, 2)
    assert signs.foreground().color() == colour("mute") and words.font().pixelSize() == font("subheading").pixelSize()


def test_a_list_has_its_sign_in_the_accent(styled):
    for line in ("- one", "* one", "3. one", "- [ ] one"):
        assert styled(line)[0][2].foreground().color() == colour("accent"), line


def test_stresses_are_shown_and_lone_signs_are_not(styled):
    weights = {length: each.fontWeight() for _, length, each in styled("**both** words")}
    assert weights == {8: QFont.Weight.DemiBold}
    assert styled("an *odd* one")[0][2].fontItalic()
    for line in ("2 * 3 * 4", "a lone * star", "#no heading", ""):
        assert styled(line) == [], line


def test_a_quotation_is_quiet(styled):
    assert styled("> said the ward")[0][2].foreground().color() == colour("mute")
