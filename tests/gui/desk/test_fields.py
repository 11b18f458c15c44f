# SPDX-License-Identifier: MIT
"""A field gives back what it was given until somebody types; it grows with its text; Enter is the window's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eqbrief.gui.desk.fields import ChoiceField, TextField, lines_of
from eqbrief.gui.desk.line import Line
from eqbrief.gui.desk.measures import count_lines
from eqbrief.gui.theme import font, line_height, px, theme_in_use
from eqbrief.model import UserError, say_period
from eqbrief.tasks.typed import period_of
from tests.gui.looks import colours, dress, near, spoken


def held() -> TextField:
    return TextField("Held on", lambda a, b: say_period(a, b, weekday=True), period_of, tidies=True)


def type_anew(field: TextField, text: str) -> None:
    cursor = field.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)


@given(st.none() | st.text(max_size=60))
def test_showing_does_not_edit(qapp, text: str | None) -> None:
    field = TextField("Title")
    field.put(text)
    assert field.take() == (text,)
    field.deleteLater()


def test_what_is_typed_is_read(qtbot) -> None:
    field = TextField("Questions", "\n".join, lines_of, breaks=True)
    qtbot.addWidget(field)
    field.put(("Why?", "How\xa0much?"))
    assert field.take() == (("Why?", "How\xa0much?"),)
    type_anew(field, " Who?\n\n  When? ")
    assert field.take() == (("Who?", "When?"),)


def test_enter_makes_a_line_only_where_lines_are_meant(qtbot) -> None:
    title, body = TextField("Title"), TextField("Body", breaks=True)
    for field in (title, body):
        qtbot.addWidget(field)
        qtbot.keyClicks(field, "one")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClicks(field, "two")
    assert (title.toPlainText(), body.toPlainText()) == ("onetwo", "one\ntwo")


def test_pasted_lines_and_markup_are_text(qtbot) -> None:
    field = TextField("Title")
    qtbot.addWidget(field)
    data = QMimeData()
    data.setText("A title\nin two <b>lines</b>")
    data.setHtml('<img src="file:///etc/hostname">A title')
    field.insertFromMimeData(data)
    assert field.take() == ("A title in two <b>lines</b>",)


def test_leaving_says_what_was_understood(qtbot) -> None:
    field = held()
    qtbot.addWidget(field)
    said: list[str] = []
    field.judged.connect(said.append)
    type_anew(field, "20/2/2024 9:30 to 11am")
    field.tidy()
    assert field.toPlainText() == "Tuesday 20 February 2024, 09:30 to 11:00"
    assert field.take() == ("2024-02-20T09:30", "2024-02-20T11:00")
    type_anew(field, "Febtember")
    field.tidy()
    assert field.toPlainText() == "Febtember"
    assert said[0] == "" and "“Febtember” is not a date" in said[1]
    with pytest.raises(UserError):
        field.take()


def test_a_moment_with_a_zone_is_kept_though_it_is_not_shown(qtbot) -> None:
    field = held()
    qtbot.addWidget(field)
    field.put("2024-02-20T09:30:00+01:00", None)
    field.tidy()
    assert field.take() == ("2024-02-20T09:30:00+01:00", None)


@pytest.mark.parametrize("size", [100, 200])
def test_a_long_title_is_seen_whole(qtbot, qapp, size: int) -> None:
    dress(qapp, "light", size)
    top = QWidget()
    qtbot.addWidget(top)
    field = TextField("Title")
    QVBoxLayout(top).addWidget(field)
    top.resize(420, 300)
    field.put("Conversations that nobody had " * 6)
    top.show()
    shown = field.viewport().height()
    lines = count_lines(field.toPlainText(), field.font(), field.viewport().width(), 99)
    assert lines >= 3
    assert shown >= lines * field.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
    dress(qapp)


def test_undo_ends_at_what_was_shown(qtbot) -> None:
    field = TextField("Summary", breaks=True)
    qtbot.addWidget(field)
    field.put("As it was\nread")
    qtbot.keyClicks(field, "x")
    for _ in range(3):
        field.undo()
    assert field.toPlainText() == "As it was\nread"
    assert field.take() == ("As it was\nread",)


def test_lines_are_counted(qapp) -> None:
    wide = 10_000
    assert [count_lines(text, font("body"), wide, 9) for text in ("", "a", "a\nb", "a\n\nb", "a\n")] == [1, 1, 2, 3, 2]
    assert count_lines("a\n" * 50, font("body"), wide, 9) == 9


def test_a_choice_offers_what_the_draft_has(qtbot) -> None:
    field = ChoiceField("Status", {None: "As planned", "cancelled": "Cancelled"})
    qtbot.addWidget(field)
    field.put("moved online")
    assert field.take() == ("moved online",)
    assert field.currentText() == "Moved online"
    field.put(None)
    assert field.take() == (None,)
    assert field.currentText() == "As planned"


def test_a_line_names_its_field_and_says_what_to_look_at(qtbot) -> None:
    field = held()
    line = Line("Held on", field, "starts_at")
    qtbot.addWidget(line)
    line.show()
    line.check("Check this: is this when it was held?")
    assert field.accessibleDescription() == "Check this: is this when it was held?"
    assert spoken(field) == "Held on"
    type_anew(field, "never")
    field.tidy()
    assert "not a date" in field.accessibleDescription()
    type_anew(field, "8 May 2024")
    field.tidy()
    assert field.accessibleDescription() == "Check this: is this when it was held?"
    line.check("")
    assert field.accessibleDescription() == ""


@pytest.mark.parametrize("size", [100, 200])
def test_a_label_stands_on_the_line_of_its_field(qtbot, qapp, size: int) -> None:
    dress(qapp, "light", size)
    metrics = QFontMetrics(font("body"))
    for breaks in (False, True):
        field = TextField("Questions", "\n".join, lines_of, breaks=breaks)
        line = Line("Questions", field)
        qtbot.addWidget(line)
        field.put(("How did it begin?",))
        line.resize(px(500), line.sizeHint().height())
        line.show()
        block = field.document().begin()
        first = block.layout().lineAt(0)
        inside = field.document().documentLayout().blockBoundingRect(block).y() + first.y() + first.ascent()
        written = field.viewport().mapTo(line, QPoint(0, 0)).y() + inside
        label = line.label
        lead = (line_height("body") - metrics.height()) / 2
        named = label.mapTo(line, label.contentsRect().topLeft()).y() + lead + metrics.ascent()
        assert abs(written - named) <= 1, (breaks, written, named)
    dress(qapp)


def test_a_hint_leans_and_goes_with_the_first_letter(qtbot, qapp) -> None:
    dress(qapp, "contrast light")
    field = TextField("Date", hint="Such as 20 February 2024")
    qtbot.addWidget(field)
    field.resize(400, field.height())
    field.show()
    hinted = near(colours(field), theme_in_use().mute)
    field.put("x")
    assert hinted > 100 > near(colours(field), theme_in_use().mute)
    assert not field.font().italic() and not field.document().defaultFont().italic()
    dress(qapp)


def test_another_theme_is_no_edit(qtbot, qapp) -> None:
    dress(qapp)
    field = TextField("Text", breaks=True)
    qtbot.addWidget(field)
    field.put("One.\nTwo.")
    field.show()
    with qtbot.assertNotEmitted(field.changed):
        dress(qapp, "dark", 150)
        dress(qapp)
