# SPDX-License-Identifier: MIT
"""Names are offered while one types, and taken or put away by key; nothing is taken by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk.fields import TextField, lines_of
from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.known import Known
from tests.gui.desk.drafts import porters
from tests.gui.looks import dress

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KNOWN = Known({"publisher": ("Larkmoor Alliance", "Larkmoor Hospitals"), "organisation": ("Pennywick Care Trust",),
               "person": ("Tobias Wetherby",)})  # fmt: skip


def shown(qtbot, field: TextField) -> TextField:
    qtbot.addWidget(field)
    field.resize(300, field.height())
    field.show()
    field.activateWindow()
    field.setFocus()
    return field


def names(field: TextField) -> list[str]:
    assert field.completing is not None
    return field.completing.names()


def press(name: Qt.Key) -> None:
    """Press a key where it goes: to the list while one is open."""
    QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), name)


def test_a_name_is_offered_and_taken_by_arrow_and_enter(qtbot) -> None:
    field = shown(qtbot, TextField("Publisher", like=lambda typed: KNOWN.like("publisher", typed)))
    qtbot.keyClicks(field, "lark")
    assert names(field) == ["Larkmoor Alliance", "Larkmoor Hospitals"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.toPlainText() == "Larkmoor Hospitals" and names(field) == []
    field.undo()
    assert field.toPlainText() == "lark"


def test_what_is_typed_stays_unless_a_name_is_chosen(qtbot) -> None:
    field = shown(qtbot, TextField("Publisher", like=lambda typed: KNOWN.like("publisher", typed)))
    qtbot.keyClicks(field, "lark")
    press(Qt.Key.Key_Escape)
    assert field.toPlainText() == "lark" and names(field) == []
    qtbot.keyClicks(field, "m")
    assert len(names(field)) == 2
    press(Qt.Key.Key_Return)
    assert field.toPlainText() == "larkm" and names(field) == []
    qtbot.keyClicks(field, "zz")
    assert names(field) == []


def test_each_line_of_a_list_is_completed_by_itself(qtbot) -> None:
    field = shown(
        qtbot,
        TextField(
            "Organisations", "\n".join, lines_of, breaks=True, like=lambda typed: KNOWN.like("organisation", typed)
        ),
    )
    qtbot.keyClicks(field, "Larkmoor")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "penny")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.take() == (("Larkmoor", "Pennywick Care Trust"),)


def test_the_form_completes_publisher_series_people_and_organisations(qtbot, qapp) -> None:
    dress(qapp)
    form = DraftForm(KNOWN)
    qtbot.addWidget(form)
    form.set_draft(porters())
    card = form.fields["people"].cards()[0]
    card.open()
    fields = [form.fields["publisher"], form.fields["series"], card.editor.fields["name"],
              card.editor.fields["organisations"]]  # fmt: skip
    assert all(field.completing is not None for field in fields)
    assert form.fields["title"].completing is None and card.editor.fields["roles"].completing is None
