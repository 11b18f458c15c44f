# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtWidgets import QLineEdit

from eqbrief.gui.kit import ComboBox, Form, Label
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import colours, dress, near, spoken


@pytest.fixture
def form(qapp, qtbot) -> Form:
    dress(qapp)
    made = Form()
    qtbot.addWidget(made)
    made.resize(500, 300)
    return made


def test_a_label_names_its_field_and_lines_up_at_the_right(form):
    title, held = QLineEdit(), QLineEdit()
    form.add("Title", title)
    form.add("Held on", held)
    form.show()
    assert (spoken(title), spoken(held)) == ("Title", "Held on")
    labels = [label for label in form.findChildren(Label) if label.text() in ("Title", "Held on")]
    assert len({label.geometry().right() for label in labels}) == 1


def test_a_field_to_check_has_a_border_a_sign_and_a_sentence(form):
    field = QLineEdit("8 May")
    row = form.add("Held on", field)
    form.show()
    before = near(colours(row), theme_in_use().caution)
    row.check("Is this when it was held?")
    assert near(colours(field), theme_in_use().caution) > 100
    assert before == 0
    assert field.accessibleDescription() == "Is this when it was held?"
    assert any(label.isVisible() and label.text() == "Is this when it was held?" for label in row.findChildren(Label))
    row.check(None)
    assert near(colours(row), theme_in_use().caution) == 0
    assert field.accessibleDescription() == ""


def test_a_field_without_label_must_have_a_name(form):
    with pytest.raises(ValueError, match="accessible name"):
        form.add("", QLineEdit())
    state = ComboBox("State", ("To review", "Reviewed"))
    form.add("", state)
    assert spoken(state) == "State" and state.count() == 2
