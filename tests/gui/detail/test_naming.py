# SPDX-License-Identifier: MIT
"""The page of a person or an organisation, and merging from there, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.detail.naming.asking import ChooseDialog, NameDialog
from eqbrief.gui.detail.naming.erasing import EraseDialog
from eqbrief.gui.detail.naming.merging import MergeDialog
from eqbrief.gui.kit import Banner, Button
from eqbrief.gui.kit.lines import Line
from eqbrief.gui.sidebar import DIRECTORIES
from eqbrief.tasks import naming


def organisation(store, name: str) -> int:
    return next(card.id for card in db.organisations(store) if card.name == name)


@pytest.fixture
def page(window, filled_library, qtbot):
    """Give the page of an organisation that is likely another."""
    window.show_name("organisation", organisation(filled_library, "Harrow Vale Hospitals"))
    page = window.detail.names
    qtbot.waitUntil(lambda: page.findChild(Banner) is not None, timeout=9000)
    return page


def test_a_career_reads_from_top_to_bottom_and_what_was_said_beside_it(window, filled_library, qtbot):
    person = db.people(filled_library)[0]
    window.show_name("person", person.id)
    page = window.detail.names
    assert window.listing.place == DIRECTORIES["person"]
    assert page._title.text() == person.name
    assert [page._tabs.isTabVisible(page._tabs._index(key)) for key in ("career", "events", "people", "said")] == [
        *(True, False, False, True)
    ]
    qtbot.waitUntil(lambda: page._tabs.tabText(page._tabs._index("said")) != "Said")
    page._tabs.choose("said")
    page.focus_first()
    link = QApplication.focusWidget()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert window.detail.event_id is not None


def test_what_is_likely_the_same_is_proposed_and_can_be_told_apart(page, filled_library, qtbot):
    banner = page.findChild(Banner)
    assert banner.accessibleName().startswith("“Harrow Vale Hospitals Trust” is likely the same organisation.")
    apart = next(button for button in banner.findChildren(Button) if button.accessibleName() == "Not the same")
    apart.setFocus()
    QTest.keyClick(apart, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.findChild(Banner) is None, timeout=9000)
    assert len(db.told_apart(filled_library, "organisation")) == 1


def test_two_are_compared_and_merged_by_keyboard(page, window, filled_library, qtbot):
    kept, other = page.shown[1], organisation(filled_library, "Harrow Vale Hospitals Trust")
    dialog = MergeDialog(filled_library, window._jobs, "organisation", kept, other, window)
    dialog.setModal(False)
    dialog.show()
    assert dialog._list.current_key() == str(other)
    assert [dialog._stays.itemText(n) for n in range(2)] == ["Harrow Vale Hospitals", "Harrow Vale Hospitals Trust"]
    dialog._stays.setCurrentIndex(1)
    dialog._merge.setFocus()
    QTest.keyClick(dialog._merge, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.merged is not None)
    assert dialog.merged == (other, kept)
    dialog.deleteLater()
    window.show_name("organisation", kept)
    assert page._title.text() == "Harrow Vale Hospitals Trust"
    assert "also printed as Harrow Vale Hospitals" in page._line.text()


def test_the_dialog_finds_others_by_typing_and_shows_nothing_at_first(window, filled_library, qtbot):
    person = db.people(filled_library)[0]
    dialog = MergeDialog(filled_library, window._jobs, "person", person.id, None, window)
    dialog.setModal(False)
    dialog.show()
    dialog._field.setText("gwilym")
    assert [line.title for line in dialog._list.lines()] == ["Gwilym Tarrant"]
    assert dialog._preview is not None and dialog._preview.other.name == "Gwilym Tarrant"
    dialog._field.setText("nobody of this name")
    assert dialog._preview is None and not dialog._merge.isEnabled()
    dialog.reject()
    dialog.deleteLater()


def test_a_merged_record_is_unmerged_from_the_menu(page, window, filled_library, qtbot):
    other = organisation(filled_library, "Harrow Vale Hospitals Trust")
    naming.merge(filled_library, "organisation", page.shown[1], other)
    qtbot.waitUntil(lambda: "also printed" in page._line.text())
    window.actions_["unmerge_name"].trigger()
    qtbot.waitUntil(lambda: "also printed" not in page._line.text())
    assert db.root_of(filled_library, "organisation", other) == other


def test_names_are_asked_for(window, qtbot):
    dialog = NameDialog("Rename: X", "A line.", "Name", "X", "Rename", window)
    assert dialog.name() == "X" and dialog._yes.isEnabled()
    dialog._field.setText("  ")
    assert not dialog._yes.isEnabled()
    dialog.deleteLater()
    chooser = ChooseDialog("Which?", "", [Line("1", "One"), Line("2", "Two")], "Choose", window)
    chooser._field.setText("tw")
    assert chooser.key() == "2"
    chooser.deleteLater()


def test_a_person_is_erased_once_the_name_is_typed(window, filled_library, qtbot):
    person = db.people(filled_library)[0]
    dialog = EraseDialog(filled_library, window._jobs, person.id, None, window)
    dialog.setModal(False)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._found is not None, timeout=9000)
    assert not dialog._erase.isEnabled()
    dialog._field.setText(person.name)
    dialog._erase.setFocus()
    QTest.keyClick(dialog._erase, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.erased, timeout=9000)
    assert dialog.said().startswith(f"{person.name} was erased.")
    assert person.id not in {card.id for card in db.people(filled_library)}
    dialog.reject()
    dialog.deleteLater()


def test_what_is_known_of_a_person_is_exported(window, filled_library, qtbot, tmp_path, monkeypatch):
    person = db.people(filled_library)[0]
    window.show_name("person", person.id)
    target = tmp_path / "known.md"
    monkeypatch.setattr("eqbrief.gui.commands.directory.choose_target", lambda *_asked: target)
    window.actions_["export_person"].trigger()
    qtbot.waitUntil(target.exists, timeout=9000)
    assert person.name in target.read_text(encoding="utf-8")


def test_a_note_on_a_person_is_saved_and_comes_back(window, filled_library, qtbot):
    person = db.people(filled_library)[0]
    window.show_name("person", person.id)
    page = window.detail.names
    page._tabs.choose("notes")
    page.notes.new_note()
    (editor,) = page.notes.editors
    QTest.keyClicks(editor.writing, "Ask her about rotas")
    qtbot.waitUntil(lambda: len(on_person(filled_library, person.id)) == 1, timeout=9000)
    window.show_name("person", db.people(filled_library)[1].id)
    assert page.notes.editors == []
    window.show_name("person", person.id)
    assert [editor.page.text for editor in page.notes.editors] == ["Ask her about rotas"]
    qtbot.waitUntil(lambda: page._tabs.tabText(page._tabs._index("notes")) == "Notes 1")


def test_what_is_typed_on_a_person_is_saved_when_the_window_closes(window, filled_library, close_window):
    person = db.people(filled_library)[0]
    window.show_name("person", person.id)
    page = window.detail.names
    page._tabs.choose("notes")
    page.notes.new_note()
    QTest.keyClicks(page.notes.editors[0].writing, "The last words")
    close_window(window)
    assert [note.text for note in on_person(filled_library, person.id)] == ["The last words"]


def on_person(store, number):
    return db.notes_on(store, "person", [db.name_record(store, "person", number).uid])
