# SPDX-License-Identifier: MIT
"""Two versions of a deck compared in the window: proposed, chosen, read, gone through by keyboard, copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from eqbrief.gui.dialogs.deck_choice import DeckChoice
from eqbrief.gui.kit import Button, EmptyState
from eqbrief.gui.sidebar import Place
from eqbrief.gui.views.comparing import ComparingView
from eqbrief.gui.views.comparing import view as view_module
from tests.gui.views.comparing_decks import add_versions

CHANGES = [
    ("2 · What the figures say", "Re-worded: table"),
    ("The old way", "Removed; it was slide 4"),
    ("3 · Why we began", "Moved from 2"),
    ("4 · Three rules for a fair rota", "Re-worded: text"),
    ("5 · Who takes part", "Other pictures"),
    ("6 · What people told us", "Added"),
]


@pytest.fixture
def decks(library, tmp_path) -> tuple[int, int, int]:
    return add_versions(library, tmp_path)


@pytest.fixture
def window(library, decks, open_window):
    return open_window(library)


def opened(window, number: int | None = None) -> ComparingView:
    window.sidebar.choose(Place("Compare two decks", "compare", id=number))
    view = window.views.view
    assert isinstance(view, ComparingView)
    return view


@pytest.fixture
def compared(window, decks, qtbot) -> ComparingView:
    """Give the view with both versions read, begun from the older one."""
    view = opened(window, decks[0])
    qtbot.waitUntil(lambda: view.result.isVisible(), timeout=20_000)
    return view


def lines(view: ComparingView) -> list[tuple[str, str]]:
    return [(line.title, line.line) for line in view.result.list.lines()]


def marked(view: ComparingView) -> list[list[tuple[str, str]]]:
    return [found for text in view.result.slides.texts() if (found := text.marked())]


def test_the_likeliest_version_is_laid_beside_it_the_older_at_the_left(compared, decks, window):
    assert compared._decks == [decks[0], decks[1]]
    assert lines(compared) == CHANGES
    assert "1 added, 1 removed, 1 moved, 2 re-worded, 1 with other pictures" in window.status._said.text()
    assert QApplication.focusWidget() is compared.result.list


def test_n_and_p_go_from_change_to_change_and_words_are_marked_not_by_colour_alone(compared):
    def press(key: Qt.Key) -> str:
        QTest.keyClick(QApplication.focusWidget(), key)
        return compared.result.list.current().title

    assert marked(compared) == [
        [("struck through", "41"), ("struck through", "17")],
        [("underlined", "23"), ("underlined", "11")],
    ]
    assert [press(Qt.Key.Key_N) for _ in range(3)] == [title for title, _ in CHANGES[1:4]]
    assert marked(compared) == [[("struck through", "six")], [("underlined", "eight"), ("underlined", MORE)]]
    assert press(Qt.Key.Key_P) == CHANGES[2][0]
    assert press(Qt.Key.Key_Down) == CHANGES[3][0]
    said = [text.accessibleDescription() for text in compared.result.slides.texts()]
    assert "Taken out: six" in said and f"Put in: eight. Put in: {MORE}" in said


MORE = ", and take no for an answer"


def test_a_slide_that_is_in_one_version_only_is_shown_on_its_side(compared):
    compared.result.list.step(5)
    names = [text.accessibleName() for text in compared.result.slides.texts()]
    assert names == ["Title, newer, slide 6", "Text, newer, slide 6"] and marked(compared) == []


def test_all_slides_can_be_listed(compared):
    compared.result.findChild(QCheckBox).click()
    assert len(lines(compared)) == 8
    assert ("7 · Next steps", "The same") in lines(compared)


def test_the_summary_is_copied_as_text(compared, window):
    next(one for one in compared.findChildren(Button) if one.text() == "Copy the summary").click()
    copied = QApplication.clipboard().text()
    assert "“Rotas that hold v1”, Rotas that hold, spring (7 slides), compared with" in copied
    assert (
        "- Slide 4, Three rules for a fair rota: Re-worded: text\n    Text, taken out: six\n    Text, put in: eight"
        in copied
    )
    assert window.status._said.text() == "The summary has been copied"


def test_swapped_what_was_added_was_removed(compared, qtbot):
    compared.head.swapped.emit()
    qtbot.waitUntil(lambda: ("The old way", "Removed; it was slide 4") not in lines(compared), timeout=20_000)
    assert ("4 · The old way", "Added") in lines(compared)


def test_another_deck_is_chosen_and_the_same_deck_has_no_changes(compared, decks, qtbot, monkeypatch):
    monkeypatch.setattr(view_module, "choose_deck", lambda *_: decks[0])
    compared.head.newer_wanted.emit()
    qtbot.waitUntil(lambda: lines(compared) == [], timeout=20_000)
    assert _shown(compared) == ["Nothing was changed"]


def test_without_a_likely_version_one_is_asked_for_and_esc_goes_back(window, decks, qtbot, monkeypatch):
    view = opened(window, decks[2])
    assert _shown(view) == ["Choose two decks"]
    assert QApplication.focusWidget().accessibleName() == "Choose a deck…"
    asked: list[int | None] = []
    monkeypatch.setattr(view_module, "choose_deck", lambda _v, _s, _j, other: asked.append(other))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert asked == [decks[2]] and _shown(view) == ["Choose two decks"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not view.isVisible() and window.listing.isVisible()


def test_a_deck_that_cannot_be_read_is_said(window, decks, library, qtbot):
    view = opened(window)
    from eqbrief import store as db

    library.path(str(db.deck(library, decks[1]).file)).write_bytes(b"no deck any more, and no package either")
    view.compare(decks[0], decks[1])
    qtbot.waitUntil(lambda: view._failing.isVisible(), timeout=20_000)
    assert "Could not read" in _shown(view)[0] and "Rotas that hold v2 final" in _shown(view)[0]


def test_a_deck_that_is_deleted_meanwhile_leaves_the_comparison(compared, decks, library, qtbot):
    from eqbrief import store as db

    library.path(str(db.deck(library, decks[1]).file)).unlink()
    with library.change("deck"):
        pass
    qtbot.waitUntil(lambda: _shown(compared) == ["Choose two decks"])
    assert compared._decks == [decks[0], None]


def test_decks_are_found_by_words_versions_first(window, library, decks, qtbot):
    dialog = DeckChoice(library, window._jobs, decks[0], window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog._list.lines()) == 2)
    assert [(line.title, line.chip) for line in dialog._list.lines()] == [
        ("Rotas that hold v2 final", "Likely version"),
        ("Pay gaps", ""),
    ]
    assert dialog.chosen == decks[1]
    QTest.keyClick(dialog._field, Qt.Key.Key_Down)
    assert dialog.chosen == decks[2]
    QTest.keyClicks(dialog._field, "year on 2024")
    assert [line.title for line in dialog._list.lines()] == ["Rotas that hold v2 final"]
    QTest.keyClicks(dialog._field, " heron")
    assert dialog.chosen is None and not dialog._take.isEnabled()


def test_the_menu_beside_a_deck_leads_here(window, decks, qtbot):
    window.show_event(1)
    window.detail.choose_tab("decks")
    from eqbrief.gui.detail.deck_rows import DeckRow

    row = next(one for one in window.detail.findChildren(DeckRow) if one.deck_id == decks[0])
    compare = next(one for one in row._menu().actions() if one.text() == "Compare with…")
    compare.trigger()
    view = window.views.view
    assert isinstance(view, ComparingView)
    qtbot.waitUntil(lambda: view._decks == [decks[0], decks[1]])


def _shown(view: ComparingView) -> list[str]:
    return [one.accessibleName() for one in view.findChildren(EmptyState) if one.isVisible()]
