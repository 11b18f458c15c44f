# SPDX-License-Identifier: MIT
"""The page is shown as text, marks stand where the evidence is, and nothing that a page names is opened."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.desk.page import MOST, PagePane, PageText, headings
from eqbrief.gui.kit import reading_width
from eqbrief.gui.theme import theme_in_use
from eqbrief.model import Draft
from tests.gui.desk.drafts import TEXT, mark, porters
from tests.gui.looks import colours, dress, near


@pytest.fixture
def page(qtbot, qapp) -> PagePane:
    dress(qapp)
    pane = PagePane()
    qtbot.addWidget(pane)
    pane.resize(700, 400)
    pane.show()
    return pane


def marked(text: PageText) -> list[str]:
    return [selection.cursor.selectedText() for selection in text.extraSelections()]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab \n•#:😀é"), max_size=40), st.text(st.sampled_from("xy😀"), min_size=1, max_size=6))
def test_a_mark_stands_on_its_words_whatever_is_before_them(page: PagePane, before: str, words: str) -> None:
    text = f"{before}|{words}|"
    page.show_page(Draft("x", text=text), "x")
    page.text.mark_places([(len(before) + 1, len(before) + 1 + len(words))])
    assert marked(page.text) == [words]


def test_the_text_is_the_pages_and_markup_is_text(page: PagePane) -> None:
    hostile = '<img src="file:///etc/hostname"> <b>bold</b>\n<script>x</script>\n[a](file:///etc/hosts)'
    page.show_page(Draft("x", text=hostile, title="<img src=x>"), '<img src="file:///etc/hostname">')
    assert page.text.toPlainText() == hostile
    assert page.text.loadResource(2, "file:///etc/hostname") is None


def test_a_field_is_marked_and_brought_into_sight(page: PagePane) -> None:
    filler = "A line of the page.\n" * 200
    draft = porters()
    text = filler + draft.text
    page.show_page(Draft("x", text=text, evidence={"starts_at": mark(text, "Wednesday 8 May 2024")}), "x")
    assert page.text.verticalScrollBar().value() == 0
    page.mark("starts_at")
    assert marked(page.text) == ["Wednesday 8 May 2024"]
    assert page.text.verticalScrollBar().value() > 0
    (selection,) = page.text.extraSelections()
    spot = page.text.cursorRect(selection.cursor)
    assert 0 < spot.top() < page.text.viewport().height()
    assert near(colours(page.text), theme_in_use().found) > 200
    page.mark("publisher")
    assert marked(page.text) == []


def test_a_selection_is_made_when_the_button_is_let_go(page: PagePane) -> None:
    page.show_page(porters(), "x")
    told: list[bool] = []
    page.selected.connect(told.append)
    surface = page.text.viewport()
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=QPoint(2, 8))
    QTest.mouseMove(surface, QPoint(120, 8))
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(120, 8), surface.mapToGlobal(QPointF(120, 8)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(surface, moved)
    assert page.selection()[0] and told == []
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=QPoint(120, 8))
    assert told == [True]


def test_another_theme_keeps_text_and_marks(page: PagePane, qapp) -> None:
    page.show_page(porters(), "porters.html")
    page.mark("people.2")
    before = marked(page.text)
    page.resize(700, 1200)
    dress(qapp, "dark", 150)
    assert page.text.toPlainText() == TEXT
    assert marked(page.text) == before and len(before) == 1
    assert near(colours(page.text), theme_in_use().found) > 200
    dress(qapp)


def test_lines_keep_the_reading_width(page: PagePane) -> None:
    page.resize(1600, 400)
    page.show_page(porters(), "x")
    assert page.text.viewport().width() <= reading_width() + 16  # room for a scroll bar
    page.resize(300, 400)
    assert page.text.viewport().width() > 200


def test_a_long_page_is_shown_a_part_at_a_time_and_marked_at_once(qtbot, page: PagePane) -> None:
    text = "".join(f"Line {number} of a long page.\n" for number in range(4000))
    page.show_page(
        Draft("x", text=text, evidence={"title": mark(text, "Line 3000"), "series": mark(text, "Line 9 ")}), "x"
    )
    assert 10_000 < len(page.text.toPlainText()) < len(text) / 2
    page.mark("series")
    assert marked(page.text) == ["Line 9 "]
    page.mark("title")
    assert marked(page.text) == ["Line 3000"]
    assert page.text.textCursor().position() == text.index("Line 3000")
    qtbot.waitUntil(lambda: page.text.toPlainText() == text)
    page.show_page(Draft("x", text="Short."), "x")
    qtbot.wait(5)
    assert page.text.toPlainText() == "Short."


def test_a_very_long_page_is_cut_with_a_word_about_it(qtbot, page: PagePane) -> None:
    text = "word word word word word\n" * (MOST // 25) + "END"
    page.show_page(Draft("x", text=text), "x")
    qtbot.waitUntil(lambda: len(page.text.toPlainText()) >= MOST, timeout=9000)
    shown = page.text.toPlainText()
    assert "The page goes on" in shown and "END" not in shown
    page.text.mark_places([(len(text) - 3, len(text))])
    assert marked(page.text) == []


def test_headings_are_the_title_and_what_leads_a_list() -> None:
    found = headings(TEXT, "Why experienced porters stay")
    lines = TEXT.split("\n")
    assert {lines[number]: role for number, role in found.items()} == {
        "Why experienced porters stay": "heading",
        "Chair": "strong",
        "Panellists:": "strong",
    }
    assert headings("Title\n\ntext\n# Part\nTitle", "title") == {0: "heading", 3: "strong"}
    assert headings("", None) == {}
