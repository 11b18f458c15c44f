# SPDX-License-Identifier: MIT
"""People are cards that open in place; they are corrected, added, moved and removed by keyboard too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk.people import PeopleField
from eqbrief.gui.desk.person import PersonCard
from eqbrief.gui.desk.summary import said_person, said_roles
from eqbrief.gui.kit import IconButton
from eqbrief.gui.theme import px, theme_in_use
from eqbrief.model import DraftPerson
from tests.gui.desk.drafts import porters
from tests.gui.desk.test_fields import type_anew
from tests.gui.looks import colours, dress, near, spoken
from tests.helpers.named import unnamed

PEOPLE = porters().people


@pytest.fixture
def people(qtbot, qapp) -> PeopleField:
    dress(qapp)
    field = PeopleField()
    qtbot.addWidget(field)
    field.put(PEOPLE, {"people.3": "Check this: is this one role?"})
    field.resize(500, 900)
    field.show()
    field.activateWindow()
    return field


def button(card: PersonCard, name: str) -> IconButton:
    return next(one for one in card.findChildren(IconButton) if one.accessibleName() == name)


def labels(field: PeopleField) -> list[str]:
    return [line.label.text() for line in field._lines]


def test_a_card_reads_as_one_sentence_and_shows_what_to_check(people: PeopleField) -> None:
    card = people.cards()[3]
    assert spoken(card.summary) == f"{said_person(PEOPLE[3])}. Enter opens the fields."
    assert said_person(PEOPLE[1]).startswith("Tobias Wetherby, Professor, CBE, panellist, chief porter")
    assert card.summary.accessibleDescription() == "Check this: is this one role?"
    assert near(colours(card.summary), theme_in_use().caution) > 100
    assert near(colours(people.cards()[2].summary), theme_in_use().caution) == 0
    assert labels(people) == ["Chair", "Panel", "", ""]


def test_roles_are_said_as_the_detail_says_them() -> None:
    assert said_roles(PEOPLE[0]) == ""  # who chairs is called so beside the card
    assert said_roles(PEOPLE[1]) == "Chief porter · deputy head of estates"


def test_a_card_shows_that_it_can_be_corrected(qapp, people: PeopleField) -> None:
    card = people.cards()[2].summary
    assert "Correct this person" in card.toolTip()
    rest = card.grab().toImage()
    pencil = card.pencil
    assert near(colours(pencil), theme_in_use().mute, 40) > 5
    assert card.width() - px(40) < pencil.x() < pencil.x() + pencil.width() < card.width()
    card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    card.pointed(True)
    assert near(colours(card), theme_in_use().hover, 0) > card.width() * card.height() / 2
    assert card.grab().toImage() != rest


def test_showing_does_not_edit(people: PeopleField) -> None:
    for card in people.cards():
        card.open()
        card.close_fields()
    assert people.take() == PEOPLE
    assert people.order() == [0, 1, 2, 3]


def test_enter_opens_and_escape_closes_with_what_was_typed(qtbot, people: PeopleField) -> None:
    card = people.cards()[3]
    card.summary.setFocus()
    qtbot.keyClick(card.summary, Qt.Key.Key_Return)
    assert card.editor is not None and card.editor.isVisible()
    name = card.editor.fields["name"]
    assert QApplication.focusWidget() is name
    assert unnamed(people) == []
    type_anew(name, "Griffith Penhallow")
    type_anew(card.editor.fields["roles"], "head of people\nhead of operations")
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert card.editor.isHidden() and card.summary.isVisible()
    assert QApplication.focusWidget() is card.summary
    person = people.take()[3]
    assert (person.name, person.roles) == ("Griffith Penhallow", ("head of people", "head of operations"))
    assert person.organisations == PEOPLE[3].organisations
    assert card.check == ""


def test_another_capacity_is_another_group(people: PeopleField) -> None:
    card = people.cards()[1]
    card.open()
    assert card.editor is not None
    card.editor.fields["capacity"].put("moderator")
    assert labels(people) == ["Chair", "Moderator", "Panel", ""]
    assert people.take()[1].capacity == "moderator"


def test_people_move_up_and_down(people: PeopleField) -> None:
    card = people.cards()[3]
    card.open()
    button(card, "Move up").click()
    button(card, "Move up").click()
    assert people.order() == [0, 3, 1, 2]
    button(card, "Move down").click()
    assert [person.name for person in people.take()] == [PEOPLE[n].name for n in (0, 1, 3, 2)]
    first = people.cards()[0]
    first.open()
    button(first, "Move up").click()
    assert people.order() == [0, 1, 3, 2]


def test_people_are_removed_and_the_keyboard_goes_to_the_next(people: PeopleField) -> None:
    card = people.cards()[1]
    card.open()
    button(card, "Remove this person").click()
    assert people.order() == [0, 2, 3]
    assert QApplication.focusWidget() is people.cards()[1].summary
    for _ in range(3):
        people.cards()[0].open()
        button(people.cards()[0], "Remove this person").click()
    assert people.take() == ()
    assert QApplication.focusWidget() is people.more
    assert people._last.label.text() == "People"


def test_a_person_is_added_and_nobody_without_a_name(people: PeopleField) -> None:
    people.more.click()
    assert people.take() == PEOPLE
    card = people.cards()[4]
    assert card.editor is not None
    type_anew(card.editor.fields["name"], "Wilhelmina Tarrant-Okoro")
    type_anew(card.editor.fields["organisations"], "Pennywick Care Trust")
    assert people.take()[4] == DraftPerson(
        "Wilhelmina Tarrant-Okoro", capacity="panellist", organisations=("Pennywick Care Trust",)
    )
    assert people.order() == [0, 1, 2, 3, None]
