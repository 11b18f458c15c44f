# SPDX-License-Identifier: MIT
"""Markdown as it looks while it is typed: signs step back but on the line being written, lists hang, undo is whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import colour, font
from tests.gui.looks import dress


@pytest.fixture
def field(qapp, qtbot):
    dress(qapp)
    made = Writing("Note")
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def styled(field):
    """Give a function that gives the styles of the first line: (from, length, format) each."""

    def formats(text: str, *, written: bool = False):
        field.setPlainText(text)
        field._look.show_signs_in(field.document().firstBlock() if written else None)
        found = field.document().firstBlock().layout().formats()
        return [(each.start, each.length, QTextCharFormat(each.format)) for each in found]

    return formats


def unseen(style: QTextCharFormat) -> bool:
    return style.foreground().color().alpha() == 0


def test_a_heading_is_large_and_its_signs_are_seen_only_while_it_is_written(styled):
    (at, length, signs), (_, _, words) = styled("## A sponsor")
    assert (at, length) == (0, 3) and unseen(signs)
    assert words.font().pixelSize() == font("subheading").pixelSize()
    (_, _, signs), (_, _, words) = styled("## A sponsor", written=True)
    assert signs.foreground().color() == colour("mute") and signs.font().pixelSize() == words.font().pixelSize()


def test_items_and_boxes_have_their_signs_painted(styled, field):
    for line in ("- one", "* one", "- [ ] one", "> one"):
        assert unseen(styled(line, written=True)[0][2]), line
    assert styled("3. one")[0][2].foreground().color() == colour("accent")


def test_stresses_are_shown_and_lone_signs_are_not(styled):
    found = styled("**both** words")
    assert [(at, length, each.fontWeight(), unseen(each)) for at, length, each in found] == [
        (0, 2, QFont.Weight.DemiBold, True), (2, 4, QFont.Weight.DemiBold, False), (6, 2, QFont.Weight.DemiBold, True),
    ]  # fmt: skip
    assert not any(unseen(each) for _, _, each in styled("**both** words", written=True))
    assert any(each.fontItalic() and not unseen(each) for _, _, each in styled("an *odd* one"))
    for line in ("2 * 3 * 4", "a lone * star", "#no heading there", ""):
        assert [each for _, _, each in styled(line) if each.fontItalic() or unseen(each)] == [], line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ask @Ada Larch about it", "@Ada Larch"),
        ("on #rotas today", "#rotas"),
        ("see [[Kinder rotas]] too", "Kinder rotas"),
        ("see [the guide](https://larkmoor.example)", "the guide"),
    ],
)
def test_names_topics_events_and_links_stand_out(styled, line, words):
    accent = colour("accent")
    shown = [line[at : at + length] for at, length, each in styled(line) if each.foreground().color() == accent]
    assert shown == [words]


def test_an_address_is_no_name_and_a_number_no_topic(styled):
    for line in ("write to ada@larkmoor.example", "issue #12", "a#b"):
        assert styled(line) == [], line


def test_a_quotation_is_quiet_and_what_is_ticked_too(styled):
    assert styled("> said the ward")[1][2].foreground().color() == colour("mute")
    assert styled("- [x] done")[1][2].foreground().color() == colour("mute")


def test_a_table_has_quiet_bars_and_a_head(styled):
    found = styled("| Ward | Staff |\n|---|---|\n| A | 3 |")
    assert all(each.fontWeight() == QFont.Weight.DemiBold for _, length, each in found if length > 1)
    assert [at for at, _, each in found if each.foreground().color() == colour("mute")] == [0, 7, 15]


def test_lists_hang_and_one_more_key_undoes_the_shape_with_the_words(field, qtbot):
    field.setPlainText("one")
    assert field.document().firstBlock().blockFormat().leftMargin() == 0
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for sign in "- ":
        qtbot.keyClicks(field, sign)
    shape = field.document().firstBlock().blockFormat()
    assert shape.leftMargin() > 0 and shape.textIndent() < 0
    while field.document().isUndoAvailable():
        field.undo()
    assert field.toPlainText() == "one" and field.document().firstBlock().blockFormat().leftMargin() == 0
    assert field.document().isRedoAvailable()
    while field.document().isRedoAvailable():
        field.redo()
    assert field.toPlainText() == "- one" and field.document().firstBlock().blockFormat().leftMargin() > 0


def test_the_signs_are_seen_on_the_line_with_the_cursor_alone(field, qtbot):
    field.setPlainText("## One\n\n## Two")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    def hidden() -> list[bool]:
        blocks = (field.document().findBlockByNumber(number) for number in (0, 2))
        return [next(unseen(each.format) for each in block.layout().formats()) for block in blocks]

    assert hidden() == [False, True]
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert hidden() == [True, False]
    field.clearFocus()
    assert hidden() == [True, True]
