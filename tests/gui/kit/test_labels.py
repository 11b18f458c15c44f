# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eqbrief.gui.kit import ElidedLabel, Label, SectionHeading
from eqbrief.gui.kit.labels import lay_out
from eqbrief.gui.theme import line_height, theme_in_use
from tests.gui.looks import colours, dress, spoken

MARKUP = '<img src="file:///etc/hostname"> <b>A&E</b>'


@pytest.mark.parametrize("kind", [Label, ElidedLabel, SectionHeading])
def test_markup_is_shown_as_text_and_is_the_name(qapp, qtbot, kind):
    label = kind(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP == label.accessibleName() == spoken(label)
    label.setText("Other words")
    assert spoken(label) == "Other words"


# Letters of the West and their signs: a sign of another script may alone be wider than a narrow pane.
@given(st.text(st.characters(max_codepoint=0x24F), max_size=300), st.integers(40, 500))
def test_wrapped_text_never_leaves_its_width(qapp, words, width):
    dress(qapp)
    layout, height = lay_out(words, "body", width)
    assert height == line_height("body") * max(1, layout.lineCount())
    for index in range(layout.lineCount()):
        assert layout.lineAt(index).naturalTextWidth() <= width + 1


def test_a_label_is_as_high_as_its_lines_at_the_width_it_has(qapp, qtbot):
    dress(qapp, "light", 200)
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    label = Label("Many words that do not fit on one line of a narrow pane. " * 4, "secondary", "mute")
    rows.addWidget(label)
    window.resize(300, 900)
    window.show()
    assert label.heightForWidth(label.width()) > 5 * line_height("secondary")
    assert label.height() >= label.heightForWidth(label.width())
    dress(qapp, "light", 100)
    assert label.heightForWidth(300) < 10 * line_height("secondary")


def test_tones_are_painted_and_can_change(qapp, qtbot):
    dress(qapp)
    theme = theme_in_use()
    label = Label("MMMM", "title", "good")
    qtbot.addWidget(label)
    assert theme.good.lower() in colours(label)
    label.set_tone("caution")
    assert theme.caution.lower() in colours(label)
    assert theme.good.lower() not in colours(label)


def test_a_selectable_label_can_be_reached_and_copied(qapp, qtbot):
    label = Label("Copy me", selectable=True)
    qtbot.addWidget(label)
    assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus
    label.setSelection(0, 4)
    assert label.selectedText() == "Copy"


def test_what_is_cut_stands_in_the_tooltip_and_cannot_be_markup(qapp, qtbot):
    dress(qapp)
    label = ElidedLabel(MARKUP)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.shown().endswith("…") and len(label.shown()) < len(MARKUP)
    assert "<img" not in label.toolTip() and "&lt;img" in label.toolTip()
    label.resize(900, 20)
    assert (label.shown(), label.toolTip()) == (MARKUP, "")
