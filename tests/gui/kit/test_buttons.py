# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from eqbrief.gui.kit import Button, IconButton, Link, MenuButton
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import THEMES, colours, dress, near, spoken


@pytest.mark.parametrize("size", [100, 200])
def test_buttons_are_32_high_and_never_cut_their_word(qapp, qtbot, size):
    dress(qapp, "light", size)
    for button in (
        Button("Add"),
        Button("Accept and next", "check", "primary", hint="Ctrl ↵"),
        MenuButton("Reviewing"),
    ):
        qtbot.addWidget(button)
        assert button.sizeHint().height() == 32 * size // 100
        assert button.minimumSizeHint() == button.sizeHint()
        assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text())


def test_a_link_and_an_icon_alone_are_large_enough_to_hit(qapp, qtbot):
    dress(qapp)
    for button in (Link("Original page", "globe"), IconButton("Back", "arrow-left")):
        qtbot.addWidget(button)
        assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_names_follow_the_word_and_the_count(qapp, qtbot):
    button = Button("Q&A")
    qtbot.addWidget(button)
    assert spoken(button) == "Q&A"
    button.set_count(2)
    assert spoken(button) == "Q&A 2"
    button.set_count(None)
    button.setText("Questions")
    assert spoken(button) == "Questions"


def test_an_icon_alone_must_have_a_name_and_shows_it_with_its_shortcut(qapp, qtbot):
    with pytest.raises(ValueError, match="needs a name"):
        IconButton(" ", "star")
    star = IconButton("Star", "star", "Ctrl+D", on="star-fill", on_tone="accent")
    qtbot.addWidget(star)
    assert star.isCheckable() and spoken(star) == "Star" and "Star (Ctrl+D)" in star.toolTip()
    star.set_name("Remove the star")
    assert spoken(star) == "Remove the star" and "Remove the star (Ctrl+D)" in star.toolTip()
    assert star.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("choice", THEMES)
def test_the_kinds_are_painted_from_the_theme(qapp, qtbot, choice):
    dress(qapp, choice)
    theme = theme_in_use()
    for kind, tone in (("primary", "accent"), ("danger", "danger"), ("plain", "border")):
        ground = QWidget()
        qtbot.addWidget(ground)
        button = Button("Go", "plus", kind, parent=ground)
        button.resize(button.sizeHint())
        assert near(colours(ground), theme.tone(tone), 12) > 20, kind
        button.setEnabled(False)
        if kind == "primary":
            assert near(colours(ground), theme.accent, 2) == 0


def test_space_presses_a_button_and_opens_a_menu(qapp, qtbot):
    pressed: list[str] = []
    button = Button("Compare")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append("compare"))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = QMenu()
    opener = MenuButton("Add", "plus", menu)
    qtbot.addWidget(opener)
    assert opener.menu() is menu and opener.sizeHint().width() > Button("Add", "plus").sizeHint().width()
    assert pressed == ["compare"]
    menu.deleteLater()
