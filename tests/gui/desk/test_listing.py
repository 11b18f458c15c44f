# SPDX-License-Identifier: MIT
"""Of a page that lists several events the person chooses which are added, and corrects one without losing the rest."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk import Desk
from eqbrief.gui.desk.changes import Changes
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.listing import ListingSheet
from eqbrief.gui.desk.news import EventNews
from eqbrief.gui.kit import Banner, IconButton
from eqbrief.gui.theme import px
from eqbrief.model import Difference, Draft, DraftPerson, ListingNews, Named
from tests.gui.desk.drafts import mark, page, week
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import put, settled, titles
from tests.gui.looks import dress
from tests.helpers.named import unnamed

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listing(qtbot, qapp) -> ListingSheet:
    dress(qapp)
    made = ListingSheet(Known(), week(40), 0)
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show()
    made.activateWindow()
    made.view.setFocus()
    made.view.setCurrentIndex(made.model.index(0))
    return made


def counted(sheet: ListingSheet) -> str:
    return sheet._counted.text()


def wanted(sheet: ListingSheet) -> tuple[tuple[Draft, ...], tuple[int, ...] | None]:
    found = sheet.decided(0, page(week(40)))
    assert found is not None
    return found.draft.events, found.events


def test_all_are_chosen_until_somebody_says_otherwise(qtbot, listing: ListingSheet) -> None:
    assert counted(listing) == "40 of 40 chosen" and not listing.is_edited()
    assert wanted(listing) == (week(40).events, None)
    assert listing.model.index(0).data() == "Chosen: Rest week: talk 1, 1 July 2024, 10:00."
    with qtbot.waitSignal(listing.changed):
        QTest.keyClick(listing.view, Qt.Key.Key_Space)
    assert counted(listing) == "39 of 40 chosen" and listing.is_edited()
    assert listing.model.index(0).data().startswith("Left out: ")
    assert listing.model.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert wanted(listing) == (week(40).events, tuple(range(1, 40)))
    assert unnamed(listing) == []


def test_several_rows_are_turned_together_and_all_or_none_at_once(listing: ListingSheet) -> None:
    for _ in range(3):
        QTest.keyClick(listing.view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(listing.view, Qt.Key.Key_Space)
    assert counted(listing) == "36 of 40 chosen"
    listing.none.click()
    assert counted(listing) == "0 of 40 chosen" and listing.decided(0, page(week(40))) is None
    listing.all.click()
    assert counted(listing) == "40 of 40 chosen"


def test_the_box_is_pressed_and_the_rest_of_the_row_is_not_one(listing: ListingSheet) -> None:
    spot = listing.view.visualRect(listing.model.index(2))
    QTest.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(px(24), spot.center().y()))
    assert 2 not in listing.model.chosen()
    QTest.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert counted(listing) == "39 of 40 chosen" and listing.view.currentIndex().row() == 2
    QTest.mouseDClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert listing.open_sheet() is not None


def test_the_filter_narrows_what_all_and_none_mean(listing: ListingSheet) -> None:
    listing.words.setText("talk 3 july")
    shown = [listing.model.number(row) for row in range(listing.model.rowCount())]
    assert 2 in shown and 29 in shown and 0 < len(shown) < 40
    listing.none.click()
    listing.words.setText("")
    assert listing.model.count() == 40 - len(shown) and listing.model.rowCount() == 40
    few = ListingSheet(Known(), week(5), 0)
    assert few.words.isHidden()
    few.deleteLater()


def test_one_event_is_corrected_and_the_list_shows_it(qtbot, listing: ListingSheet) -> None:
    listing.view.setCurrentIndex(listing.model.index(4))
    with qtbot.waitSignal(listing.event_opened) as opened:
        QTest.keyClick(listing.view, Qt.Key.Key_Return)
    sheet = listing.open_sheet()
    assert opened.args == [4] and sheet is not None and listing._at.text() == "5 of 40"
    assert sheet.isAncestorOf(QApplication.focusWidget())
    type_anew(sheet.form.fields["title"], "A talk about naps")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert listing.open_sheet() is None and QApplication.focusWidget() is listing.view
    assert listing.view.currentIndex().row() == 4
    assert listing.model.index(4).data().startswith("Chosen: A talk about naps,")
    events, _numbers = wanted(listing)
    assert events[4].title == "A talk about naps" and events[3] == week(40).events[3]
    listing.open_event(4)
    assert listing.open_sheet() is sheet
    next(one for one in listing.findChildren(IconButton) if one.accessibleName() == "The next event").click()
    assert listing._at.text() == "6 of 40"


def test_an_event_that_cannot_be_stored_is_shown_with_the_reason(qtbot, desk: Desk, library) -> None:
    put(desk, page(week(5)))
    listing = desk.sheets.listing(0)
    assert listing is not None
    listing.open_event(3)
    sheet = listing.open_sheet()
    assert sheet is not None
    type_anew(sheet.form.fields["title"], "")
    listing.go_back()
    desk.accept_page()
    assert listing.open_sheet() is sheet and "needs a title" in sheet.trouble()
    type_anew(sheet.form.fields["title"], "Rest at last")
    desk.accept_page()
    qtbot.waitUntil(lambda: len(titles(library)) == 5)
    assert "Rest at last" in titles(library)
    qtbot.waitUntil(lambda: not desk.isVisible())


def test_what_is_chosen_is_added_and_the_button_says_how_many(qtbot, desk: Desk, library) -> None:
    put(desk, page(week(40)), page(week(3), "second.html"))
    assert desk.accepting.text() == "Accept 40 events and next"
    listing = desk.sheets.listing(0)
    assert listing is not None
    listing.none.click()
    assert not desk.accepting.isEnabled()
    for row in (3, 5):
        listing.model.toggle([row])
    assert desk.accepting.text() == "Accept 2 of 40 events and next"
    assert not desk.queue.items[0].is_certain and desk.queue.items[1].is_certain
    desk.step(1)
    desk.step(-1)
    assert desk.sheets.currentWidget() is listing and listing.model.chosen() == [3, 5]
    desk.accept_page()
    qtbot.waitUntil(settled(desk))
    assert titles(library) == ["Rest week: talk 4", "Rest week: talk 6"]


def test_the_page_marks_the_event_that_the_keyboard_is_on(desk: Desk) -> None:
    draft = week(5)
    events = tuple(replace(one, evidence={"title": mark(draft.text, one.title or "")}) for one in draft.events)
    put(desk, page(replace(draft, events=events)))
    listing = desk.sheets.listing(0)
    assert listing is not None
    listing.view.setCurrentIndex(listing.model.index(2))
    assert [one.cursor.selectedText() for one in desk.page.text.extraSelections()] == ["Rest week: talk 3"]
    listing.open_event(3)
    assert [one.cursor.selectedText() for one in desk.page.text.extraSelections()] == ["Rest week: talk 4"]


def test_a_large_listing_scrolls_and_turns_at_once(qtbot, qapp) -> None:
    draft = week(1351)
    people = tuple(
        DraftPerson(f"Ada Larch-{n}", roles=("head of care",), organisations=("Larkmoor",)) for n in range(4)
    )
    draft = replace(draft, events=tuple(replace(event, people=people) for event in draft.events))
    dress(qapp)
    sheet = ListingSheet(Known(), draft, 0)
    qtbot.addWidget(sheet)
    sheet.resize(520, 900)
    sheet.show()
    sheet.grab()
    took: list[float] = []

    def timed(does) -> None:
        began = perf_counter()
        does()
        sheet.grab()
        took.append(perf_counter() - began)

    bar = sheet.view.verticalScrollBar()
    for value in range(0, bar.maximum(), bar.maximum() // 12):
        timed(lambda value=value: bar.setValue(value))
    timed(sheet.none.click)
    timed(sheet.all.click)
    for row in (3, 700):
        timed(lambda row=row: sheet.model.toggle([row]))
    for typed in ("talk 12", "ada larch-2", ""):
        timed(lambda typed=typed: sheet.words.setText(typed))
    took.sort()
    # A busy machine may be slow once; a list that works through all its rows at each step is slow each time.
    assert took[len(took) * 3 // 4] < 0.05, [round(seconds * 1000) for seconds in took]


def test_a_listing_says_its_events(qtbot) -> None:
    undated = replace(week(1), events=(replace(week(1).events[0], starts_at=None, status="cancelled"),))
    sheet = ListingSheet(Known(), undated, 1)
    qtbot.addWidget(sheet)
    assert sheet.model.index(0).data() == "Chosen: Rest week: talk 1, Cancelled, 1 to check."
    assert sheet.checks() == 1
    sheet.open_event(0)
    opened = sheet.open_sheet()
    assert opened is not None
    type_anew(opened.form.fields["starts_at"], "1 July 2024")
    assert sheet.checks() == 0


def test_a_newer_copy_says_what_is_new_and_what_changed(qtbot, qapp) -> None:
    dress(qapp)
    row = Difference("title", "Title", "Rest week: talk one", "Rest week: talk 1", wins=True)
    news = ListingNews(((row,), (), None), (Named(9, "Rest week: talk 9", "u9"),))
    made = ListingSheet(Known(), week(3), 0, news=news)
    qtbot.addWidget(made)
    made.show()
    assert [made.model.index(n).data().split(", ", 3)[3] for n in range(3)] == [
        "Here already, 1 change.",
        "Here already, nothing new.",
        "New.",
    ]
    banners = [one.accessibleName() for one in made.findChildren(Banner)]
    assert any(
        "1 new, 1 told otherwise, 1 as before" in text and "1 event it no longer has" in text for text in banners
    )
    made.open_event(0)
    [shown] = made.findChildren(EventNews)
    assert "Rest week: talk one" in shown.findChildren(Changes)[0].toPlainText()
    made.go_back()
    made.open_event(1)
    assert len(made.findChildren(EventNews)) == 1
    assert unnamed(made) == []
