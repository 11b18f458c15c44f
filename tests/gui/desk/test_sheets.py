# SPDX-License-Identifier: MIT
"""What was typed on a page is still there when one comes back to it, until the page is stored."""

import pytest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk.items import Item, item_of
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.listing import ListingSheet
from eqbrief.gui.desk.sheet import FormSheet, SentenceSheet
from eqbrief.gui.desk.sheets import Sheets
from eqbrief.gui.kit import Button
from eqbrief.model import Added
from tests.gui.desk.drafts import certain, other, page, porters, week
from tests.gui.desk.test_fields import type_anew


@pytest.fixture
def sheets(qtbot) -> Sheets:
    made = Sheets(Known())
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    made.activateWindow()
    return made


def test_each_page_has_the_sheet_it_needs(sheets: Sheets) -> None:
    kinds = []
    for number, item in enumerate(
        [
            item_of(page(porters())),
            item_of(page(week())),
            item_of(page(None, "b.html", "It is empty. Save it again.")),
            Item(page(certain(1)), "stored", results=(Added("x", "added"),)),
            Item(page(certain(2)), "failed", results=(Added("x", "failed", reason="The disk is full."),)),
            item_of(page(other())),
        ]
    ):
        sheets.show_item(number, item)
        kinds.append(type(sheets.currentWidget()))
    assert kinds == [FormSheet, ListingSheet, SentenceSheet, SentenceSheet, FormSheet, FormSheet]
    failed = sheets.form(4)
    assert failed is not None and failed.trouble().startswith("The disk is full.")
    assert sheets.form(1) is None
    assert isinstance(sheets.listing(1), ListingSheet)
    assert sheets.count() == 4


def test_what_was_typed_is_kept_until_it_is_forgotten(qtbot, sheets: Sheets) -> None:
    first, second = item_of(page(porters())), item_of(page(certain(1)))
    sheets.show_item(0, first)
    with qtbot.waitSignal(sheets.edited, check_params_cb=lambda number: number == 0):
        type_anew(sheets.currentWidget().form.fields["title"], "Typed")
    sheets.show_item(1, second)
    sheets.show_item(0, first)
    assert sheets.currentWidget().form.draft().title == "Typed"
    sheets.show_item(1, second)
    sheets.forget(0)
    assert sheets.form(0) is None
    assert sheets.count() == 1


def test_the_keyboard_goes_to_what_is_to_check_or_to_the_button(qtbot, sheets: Sheets) -> None:
    sheets.show_item(0, item_of(page(porters())))
    assert sheets.take_keyboard()
    assert QApplication.focusWidget() is sheets.currentWidget().form.fields["publisher"]
    sheets.show_item(1, item_of(page(None, "b.html", "It is empty.")))
    assert sheets.take_keyboard()
    button = QApplication.focusWidget()
    assert isinstance(button, Button)
    with qtbot.waitSignal(sheets.skip_wanted):
        button.click()
    sheets.put(SentenceSheet("file-text", "Nothing", "Here."))
    assert not sheets.take_keyboard()
