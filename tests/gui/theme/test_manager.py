# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from eqbrief.gui.theme import CHOICES, colour, px, scale_in_use, theme_in_use, themes
from tests.gui.looks import THEMES, dress


def test_each_choice_is_put_on_and_said(qapp, qtbot):
    manager = dress(qapp, "light")
    for choice in (*THEMES[1:], "light"):
        with qtbot.waitSignal(manager.changed, timeout=0, raising=False) as said:
            manager.apply(choice)
        assert said.signal_triggered
        assert theme_in_use() == themes()[choice]
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == themes()[choice].bg.lower()
        assert colour("on-accent").name() == themes()[choice].on_accent.lower()


def test_the_same_again_says_nothing(qapp, qtbot):
    manager = dress(qapp, "dark")
    with qtbot.assertNotEmitted(manager.changed):
        manager.apply("dark")


def test_text_ends_at_twice_the_usual_size_and_never_shrinks(qapp):
    for asked, got in ((100, 1.0), (150, 1.5), (200, 2.0), (900, 2.0), (10, 1.0)):
        dress(qapp, "light", asked)
        assert scale_in_use() == got
        assert qapp.font().pixelSize() == round(14 * got)
        assert px(8) == round(8 * got)


def test_the_systems_change_is_followed_only_where_that_was_chosen(qapp, monkeypatch):
    manager = dress(qapp, "light")
    hints = qapp.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert theme_in_use().name == "light"
    manager.apply("system")
    hints.setColorScheme(Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme_in_use().is_dark == (hints.colorScheme() == Qt.ColorScheme.Dark)
    assert theme_in_use().name in ("light", "dark")


def test_the_choices_are_the_themes_and_the_system():
    assert set(CHOICES) == {"system", *themes()}


def test_a_label_on_screen_changes_with_the_theme(qapp, qtbot):
    dress(qapp, "light")
    label = QLabel("Words")
    qtbot.addWidget(label)
    label.show()
    dress(qapp, "contrast dark", 200)
    assert label.palette().color(label.foregroundRole()).name() == "#ffffff"
    assert label.fontInfo().pixelSize() == 28
