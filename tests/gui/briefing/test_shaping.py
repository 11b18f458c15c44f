# SPDX-License-Identifier: MIT
"""Templates of one's own are made, changed, copied and taken away in the window by keyboard; they are plain data."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from eqbrief import store as db
from eqbrief.briefing import outline
from eqbrief.gui.asking import Question
from eqbrief.gui.briefing import shaping
from eqbrief.gui.dialogs.one_line import OneLine
from eqbrief.model import Filter
from eqbrief.tasks import briefing as tasks
from eqbrief.tasks.briefing.templating import own_folder
from tests.gui.meeting import meet


@pytest.fixture
def view(window, filled_library, qtbot):
    numbers = db.event_ids(filled_library, Filter())[:1]
    tasks.new_briefing(filled_library, "Herons", pieces=tasks.pieces_of_events(filled_library, numbers))
    window.briefings.open_briefing()
    shown = window.views.view
    qtbot.waitUntil(lambda: shown._made is not None, timeout=9000)
    return shown


def chosen(view, words: str):
    """Choose an entry of the menu of templates, as by its key."""
    view.head._list_templates()
    (item,) = [one for one in view.head._templates.actions() if words in one.text()]
    item.trigger()


def typing(name: str):
    def type_(dialog: OneLine) -> None:
        field = dialog.findChild(QLineEdit)
        assert dialog.focusWidget() is field and field.accessibleName() == "Name"
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    return type_


def test_a_shape_is_kept_changed_and_begun_from(view, window, qtbot) -> None:
    view.alter(lambda one: outline.add_section(one, "people", heading='Who "spoke"'))
    qtbot.waitUntil(lambda: not view._saving)
    met = meet(window, OneLine, typing("Board paper"))
    chosen(view, "Keep this shape")
    assert len(met) == 1
    (file,) = own_folder().glob("*.toml")
    plain = tomllib.loads(file.read_text(encoding="utf-8"))
    assert plain["name"] == "Board paper" and plain["section"][-2]["heading"] == 'Who "spoke"'
    assert "Herons" not in file.read_text(encoding="utf-8"), "what was gathered and titled stays out"
    qtbot.waitUntil(lambda: not view._saving)
    assert view.head.template.accessibleName() == "Template: Board paper"
    view.alter(lambda one: outline.move(one, one.sections[0].uid, 1))
    met = meet(window, OneLine, typing("board PAPER"))
    chosen(view, "Keep this shape")
    assert len(list(own_folder().glob("*.toml"))) == 1
    assert [one["kind"] for one in tomllib.loads(file.read_text(encoding="utf-8"))["section"]][:2] == [
        "said",
        "summary",
    ]
    made = tasks.new_briefing(window._store, "New", template=tasks.find_template("board paper"))
    assert [one.kind for one in tasks.briefing(window._store, made).sections][:2] == ["said", "summary"]


def test_one_is_copied_as_text_and_shown_and_taken_away(view, window, qtbot, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(shaping, "show_in_folder", shown.append)
    meet(window, OneLine, typing("As text"))
    chosen(view, "Copy this template")
    assert [one.name for one in shown] == ["As text.toml"] and shown[0].is_file()
    view.head.template_chosen.emit(tasks.find_template("as text"))
    qtbot.waitUntil(lambda: not view._saving and view.briefing.template == "As text")
    met = meet(window, Question, lambda dialog: QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return))
    chosen(view, "Take “As text” away")
    assert len(met) == 1 and not shown[0].exists()
    assert view.briefing.pieces, "what was gathered stays"


def test_esc_keeps_nothing_and_a_broken_file_is_named_in_the_menu(view, window) -> None:
    meet(window, OneLine, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    chosen(view, "Keep this shape")
    assert not own_folder().exists() or not list(own_folder().glob("*.toml"))
    own_folder().mkdir(parents=True, exist_ok=True)
    (own_folder() / "broken.toml").write_text('name = "x"\n__import__("os")', encoding="utf-8")
    view.head._list_templates()
    (item,) = [one for one in view.head._templates.actions() if "broken.toml" in one.text()]
    assert not item.isEnabled()
