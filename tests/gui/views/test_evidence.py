# SPDX-License-Identifier: MIT
"""The grid of a framework: evidence counted and opened, suggestions decided, by keyboard; and its golden pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.kit import Button
from eqbrief.gui.sidebar import EVIDENCE
from eqbrief.gui.views.evidence import EvidenceView, managing
from eqbrief.gui.views.evidence import view as view_module
from eqbrief.model import Framework, PlanAction, Target
from eqbrief.tasks import frameworks as plans
from eqbrief.tasks.indexing import index_decks
from tests.gui.looks import dress, spoken
from tests.gui.test_golden import BOTH, settle


@pytest.fixture
def view(window, qtbot) -> EvidenceView:
    return shown(window, qtbot)


def shown(window, qtbot) -> EvidenceView:
    window.sidebar.choose(EVIDENCE)
    view = window.views.view
    assert isinstance(view, EvidenceView)
    qtbot.waitUntil(lambda: view._suggestions is not None and view.side._shown is not None, timeout=9000)
    return view


def said(view: EvidenceView, row: int) -> list[str]:
    """Give a row as a screen reader reads it."""
    model = view.grid
    return [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(model.columnCount())]


def texts(outline) -> list[str]:
    model = outline.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def choose(view: EvidenceView, number: str, qtbot) -> None:
    rows = [row.action.number for row in view.grid.rows]
    view.table.selectRow(rows.index(number))
    qtbot.waitUntil(lambda: number in view._items)


def test_the_grid_says_what_there_is_and_where_there_is_none(view):
    assert view._line.text() == "5 of 6 actions have evidence"
    assert said(view, 2)[0] == (
        "Action 3: Develop and implement an improvement plan to eliminate pay gaps. No evidence yet."
    )
    assert said(view, 2)[1:] == [
        "Events: none yet", "Slides: none yet", "Questions: none yet", "Notes: none yet", "Suggested: none yet",
    ]  # fmt: skip
    assert said(view, 1)[0].endswith("3 pieces at 2 events.")
    assert said(view, 1)[1:5] == ["Events: 1", "Slides: 1", "Questions: 1", "Notes: none yet"]
    view.choices.gaps.click()
    assert [row.action.number for row in view.grid.rows] == ["3"]


def test_a_slide_opens_exactly_there_by_keyboard_and_back_leads_to_the_grid(view, window, qtbot):
    choose(view, "2", qtbot)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    slide = next(row for row in view.side.evidence if row.item.tag.kind == "slide")
    assert view.side.evidence[0].link.hasFocus()
    QTest.keyClick(view.side.evidence[0].link, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    slide.link.setFocus()
    QTest.keyClick(slide.link, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.detail.showing.on_show is not None, timeout=9000)
    assert window.detail.showing.on_show[1] == 4
    window.go_back()
    qtbot.waitUntil(lambda: window.views.place == EVIDENCE or window.detail.showing.on_show is None)


def test_suggestions_say_why_and_are_decided_one_by_one(view, window, filled_library, qtbot):
    choose(view, "6", qtbot)
    qtbot.waitUntil(lambda: len(view.side.suggested) > 3)
    first, second = view.side.suggested[:2]
    words = [label.text() for label in first.findChildren(QWidget) if hasattr(label, "text")]
    assert any(text.startswith("Suggested for “") for text in words if isinstance(text, str))
    number = len(view.side.suggested)
    first.accept.setFocus()
    QTest.keyClick(first.accept, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(view.side.suggested) == number - 1)
    assert view.side.suggested[0].suggestion.hit == second.suggestion.hit
    assert view.side.suggested[0].accept.hasFocus(), "the next one is at hand"
    qtbot.waitUntil(lambda: len(view.side.evidence) == 3)
    view.side.suggested[0].dismissed.emit(view.side.suggested[0].suggestion)
    qtbot.waitUntil(lambda: len(view.side.suggested) == number - 2)
    qtbot.waitUntil(lambda: "Dismiss a suggestion for action 6" in window.actions_["undo"].text())
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: len(view.side.suggested) == number - 1)
    view.side.removed.emit(view.side.evidence[0].item)
    qtbot.waitUntil(lambda: len(view.side.evidence) == 2)
    assert db.next_undo(filled_library) == "Take away a tag"


def test_all_of_an_actions_suggestions_are_accepted_at_once(view, filled_library, qtbot):
    choose(view, "6", qtbot)
    qtbot.waitUntil(lambda: len(view.side.suggested) > 3)
    view.side.decided.emit([row.suggestion for row in view.side.suggested], True)
    qtbot.waitUntil(lambda: view._suggestions is not None and not view.side.suggested and len(view.side.evidence) > 5)
    assert view.table.current().action.number == "6"


def test_it_is_narrowed_by_topic_and_year(view, qtbot):
    view.choices.years.setCurrentText("2025")
    view.choices.years.activated.emit(view.choices.years.currentIndex())
    qtbot.waitUntil(lambda: [row.total for row in view.grid.rows] == [0, 1, 0, 0, 0, 0])
    view.choices.years.setCurrentIndex(0)
    view.choices.events.setCurrentText("Topic: Race equality")
    view.choices.events.activated.emit(view.choices.events.currentIndex())
    qtbot.waitUntil(lambda: 1 < sum(row.total for row in view.grid.rows) < 11)
    qtbot.waitUntil(lambda: view._suggestions is not None)


def test_a_narrow_window_shows_one_after_the_other(view, window, qtbot):
    window.resize(900, 800)
    qtbot.waitUntil(lambda: not view.side.isVisible())
    choose(view, "6", qtbot)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.side.isVisible() and not view.table.isVisible()
    window.go_back()
    assert view.table.isVisible() and view.table.hasFocus()


def test_a_framework_is_added_saved_and_removed_from_the_menu(view, filled_library, tmp_path: Path, qtbot, monkeypatch):
    file = tmp_path / "Kinder rotas.toml"
    file.write_text('name = "Kinder rotas"\n[[action]]\nnumber = "1"\ntitle = "Ask first"\n', encoding="utf-8")
    monkeypatch.setattr(managing, "choose_file", lambda *_: file)
    view._managing.add_file()
    qtbot.waitUntil(lambda: [row.action.title for row in view.grid.rows] == ["Ask first"])
    assert view.framework.name == "Kinder rotas"
    monkeypatch.setattr(managing, "choose_target", lambda *_: tmp_path / "out.toml")
    view._managing.save_file()
    qtbot.waitUntil((tmp_path / "out.toml").exists)
    view._managing.remove()
    qtbot.waitUntil(lambda: view.framework.key == "nhs-edi-improvement-plan")
    assert tasks.undo(filled_library) == "Remove the framework “Kinder rotas”"
    monkeypatch.setattr(view_module, "choose_target", lambda *_: tmp_path / "out.csv")
    view._export()
    qtbot.waitUntil((tmp_path / "out.csv").exists)


def test_an_action_or_the_whole_plan_goes_into_the_briefing(view, window, filled_library, qtbot):
    choose(view, "6", qtbot)
    view.table.setFocus()
    window.actions_["add_to_briefing"].trigger()
    qtbot.waitUntil(lambda: any(one.kind == "plan" for one in db.current_briefing(filled_library).pieces))
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: all(one.kind != "plan" for one in db.current_briefing(filled_library).pieces))
    button = next(one for one in view.findChildren(Button) if one.accessibleName() == "Add to briefing")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(one.kind == "plan" for one in db.current_briefing(filled_library).pieces))
    (piece,) = [one for one in db.current_briefing(filled_library).pieces if one.kind == "plan"]
    assert (piece.record, piece.text) == ("nhs-edi-improvement-plan", "")
    window.briefings.open_briefing()
    builder = window.views.view
    qtbot.waitUntil(lambda: any("improvement plan" in text for text in texts(builder.outline)), timeout=9000)
    qtbot.waitUntil(lambda: "none yet for action 3" in builder.preview.page.toPlainText(), timeout=9000)
    plan = plans.shipped()[0]
    window._jobs.save(lambda: plans.tag(filled_library, [Target(1)], plan, plan.actions[2]))
    qtbot.waitUntil(lambda: "6 of 6 actions have evidence." in builder.preview.page.toPlainText(), timeout=9000)


def test_a_long_title_and_many_actions_are_shown(filled_library, open_window, qtbot):
    actions = tuple(PlanAction(f"{at}.{at}", "A very long title of an action " * 6) for at in range(40))
    plans.save_framework(filled_library, Framework("", "A plan with a very long name " * 6, actions=actions))
    view = shown(open_window(filled_library), qtbot)
    view._show_framework(view._known[1])
    qtbot.waitUntil(lambda: len(view.grid.rows) == 40)
    assert view.table.rowHeight(0) < 140
    assert view.table.horizontalHeader().length() <= view.table.viewport().width() + 1


def test_everything_has_a_name_and_tab_goes_through_all_of_it(view, window, qtbot):
    choose(view, "6", qtbot)
    widgets = [one for one in view.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one for one in widgets if one.isVisible() and not spoken(one)] == []
    qtbot.waitUntil(lambda: bool(view.side.suggested))
    number = len(view.side.suggested)
    view.side.suggested[0].accepted.emit(view.side.suggested[0].suggestion)
    qtbot.waitUntil(lambda: len(view.side.evidence) == 3 and len(view.side.suggested) == number - 1)
    view.table.setFocus()
    walked: list[QWidget] = []
    names: list[str] = []  # of what stands beside the table: it may be made anew while more is found
    while (focused := QApplication.focusWidget()) is not None and focused not in walked and len(walked) < 200:
        walked.append(focused)
        names.append(spoken(focused))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    places = [names.index(spoken(one)) for one in (view.side.evidence[0].link, view.side.suggested[0].accept)]
    assert places == sorted(places) and places[0] < 5, "after the table comes what stands beside it"
    assert window.top.search in walked, "no trap"


@BOTH
def test_golden(filled_library, open_window, golden, qtbot, theme):
    index_decks(filled_library)
    window = open_window(filled_library, theme=theme)
    view = shown(window, qtbot)
    choose(view, "6", qtbot)
    qtbot.waitUntil(lambda: bool(view.side.suggested))
    view.table.verticalScrollBar().setValue(0)
    settle(window, qtbot)
    golden(window, f"evidence-{theme}")
    dress(QApplication.instance())
