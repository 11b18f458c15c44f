# SPDX-License-Identifier: MIT
"""A framework is written and changed in a dialog, by keyboard; what is wrong is said there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from eqbrief import tasks
from eqbrief.gui.views.evidence import editing
from eqbrief.gui.views.evidence.editing import FrameworkDialog
from eqbrief.model import Framework, Target
from eqbrief.tasks import frameworks as plans
from tests.gui.looks import spoken
from tests.store.filling import add_event


@pytest.fixture
def opened(library, open_window, qtbot):
    """Give a function that opens the dialog on a framework; what it made is closed after the test."""
    window = open_window(library)
    made: list[FrameworkDialog] = []

    def show(framework: Framework) -> FrameworkDialog:
        dialog = FrameworkDialog(framework, window._jobs, lambda one: plans.save_framework(library, one), window)
        dialog.setModal(False)
        dialog.show()
        made.append(dialog)
        return dialog

    yield show
    for dialog in made:
        dialog.done(0)  # not reject(), which asks
        dialog.deleteLater()


def put(field, text: str) -> None:
    """Type into a field in place of what stands there."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_new_one_is_written_saved_and_undone(opened, library, qtbot):
    dialog = opened(Framework("", ""))
    put(dialog._fields["name"], "Kinder rotas")
    put(dialog._fields["published"], "2024-03")
    put(dialog.title, "Ask first")
    dialog.terms.setPlainText("asked beforehand\n\nkinder rota\nkinder rota\n--")
    dialog.add_action()
    assert dialog.number.text() == "2" and dialog.focusWidget() is dialog.title
    QTest.keyClicks(dialog.title, "Rest after nights")
    assert [dialog.list.itemText(at) for at in range(2)] == ["1  Ask first", "2  Rest after nights"]
    dialog.move_action(-1)
    dialog.save()
    qtbot.waitUntil(lambda: dialog.saved is not None)
    plan = plans.find_framework(library, "kinder-rotas")
    assert (plan.published, [one.number for one in plan.actions]) == ("2024-03", ["2", "1"])
    assert plan.actions[1].terms == ("asked beforehand", "kinder rota")
    assert tasks.undo(library) == "Add the framework “Kinder rotas”"


def test_what_is_wrong_is_said_and_nothing_is_lost(opened, library, qtbot):
    dialog = opened(Framework("", ""))
    put(dialog._fields["name"], "Kinder rotas")
    QTest.keyClick(dialog._fields["name"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "action 1 has no title" in dialog.said())
    put(dialog.title, "Ask first")
    put(dialog._fields["address"], "nowhere")
    dialog.save()
    qtbot.waitUntil(lambda: "address is not one of the web" in dialog.said())
    assert dialog.written().name == "Kinder rotas"
    assert len(plans.frameworks(library)) == 1


def test_the_shipped_one_is_changed_for_this_library_alone_and_tags_stay(opened, library, qtbot):
    plan = plans.shipped()[0]
    plans.tag(library, [Target(add_event(library))], plan, plan.actions[5])
    dialog = opened(plan)
    dialog._choose(5)
    put(dialog.title, "Nobody is bullied here")
    dialog.save()
    qtbot.waitUntil(lambda: dialog.saved is not None)
    (own,) = plans.frameworks(library)
    assert own.is_own and own.key == plan.key
    assert [(row.action.title, row.total) for row in plans.grid(library, own)][5] == ("Nobody is bullied here", 1)
    plans.remove_framework(library, own)
    assert plans.frameworks(library) == [plan], "the one that comes with the program is there again"


def test_a_second_press_of_save_makes_no_second_framework(opened, library, qtbot):
    dialog = opened(Framework("", ""))
    put(dialog._fields["name"], "Kinder rotas")
    put(dialog.title, "Ask first")
    dialog.save()
    dialog.save()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.saved is not None)
    qtbot.wait(300)
    assert [one.key for one in plans.frameworks(library)][1:] == ["kinder-rotas"]


def test_what_was_typed_is_not_thrown_away_unasked(opened, monkeypatch):
    asked: list[str] = []
    answers = iter(["stay", "leave"])
    monkeypatch.setattr(editing, "ask", lambda _parent, title, *_: asked.append(title) or next(answers))
    dialog = opened(Framework("", ""))
    put(dialog.title, "Ask first")
    QTest.keyClick(dialog.title, Qt.Key.Key_Escape)
    assert dialog.isVisible() and asked == ["What you typed is not saved."]
    dialog.reject()
    assert not dialog.isVisible()
    untouched = opened(Framework("", ""))
    untouched.reject()
    assert not untouched.isVisible() and len(asked) == 2


def test_actions_are_taken_out_but_never_the_last(opened):
    dialog = opened(Framework("", "Kinder rotas"))
    dialog.add_action()
    put(dialog.title, "Rest")
    dialog.list.setCurrentIndex(0)
    dialog.list.activated.emit(0)
    dialog.remove_action()
    dialog.remove_action()
    assert [one.title for one in dialog.written().actions] == ["Rest"]


def test_everything_has_a_name(opened):
    dialog = opened(plans.shipped()[0])
    widgets = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(widgets) > 14
    assert [one for one in widgets if not spoken(one)] == []
