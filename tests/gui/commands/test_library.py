# SPDX-License-Identifier: MIT
"""Commands on the library as a whole: adding, exporting, the dialogs, and what they say."""

import csv

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from eqbrief.files import Settings
from eqbrief.gui.commands.library import said_added
from eqbrief.gui.desk import Desk
from eqbrief.gui.dialogs import AddressDialog, PasteDialog
from eqbrief.model import Added
from tests.gui.meeting import choosing, meet
from tests.helpers.pages import Page, page_html


def test_what_became_of_what_was_added_is_one_sentence():
    results = [Added("a", "added"), Added("b", "added"), Added("c", "updated"), Added("d", "failed", reason="No.")]
    assert said_added(results) == "2 added, 1 updated, 1 could not be added"
    assert said_added([Added("a", "unchanged")]) == "1 here already"
    assert said_added([]) == "Nothing was added"


def test_events_are_exported_to_a_file(window, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "events.csv"
    choosing(monkeypatch, target)
    window.actions_["export"].trigger()
    number = window.listing.model.rowCount()
    qtbot.waitUntil(lambda: window.status._said.text() == f"{number} events exported to 'events.csv'")
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == number + 1


def test_nothing_chosen_is_nothing_done(window, monkeypatch):
    choosing(monkeypatch)
    for name in ("add_pages", "add_folder", "export"):
        window.actions_[name].trigger()
    assert QApplication.activeModalWidget() is None and window.status._said.text() == ""


def test_a_folder_of_pages_opens_the_desk_on_all_of_them(window, sample_page, qtbot, monkeypatch):
    folder = sample_page("one.html").parent
    (folder / "pages").mkdir()
    for number, name in enumerate(("pages/one.html", "pages/two.html"), 1):
        sample_page(name, title=f"Kinder rotas on {number} wards", held=f"2{number} March 2023")
    choosing(monkeypatch, folder / "pages")

    def accept_all(desk: Desk) -> None:
        for done in (1, 2):
            qtbot.waitUntil(lambda: desk._reading is None and desk._item() is not None and desk._item().can_store)
            desk.accept_page()
            qtbot.waitUntil(lambda done=done: sum(bool(item.results) for item in desk.queue.items) == done)
        if desk.isVisible():
            desk.reject()

    before = window.listing.model.rowCount()
    met = meet(window, Desk, accept_all)
    window.actions_["add_folder"].trigger()
    assert len(met) == 1
    qtbot.waitUntil(lambda: window.listing.model.rowCount() == before + 2)
    assert window.status._said.text() == "2 added"
    assert window.detail._header._title.text().startswith("Kinder rotas on ")


def test_a_pasted_text_goes_to_the_desk(window, qtbot):
    def paste(dialog: PasteDialog) -> None:
        dialog._field.setPlainText("Kinder rotas for night staff\n\nThis webinar took place on 20 March 2023.\n")
        second = meet(window, Desk, read)
        dialog.accept()
        assert second == []

    def read(desk: Desk) -> None:
        qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
        seen.append(desk.queue.items[0].pasted)
        desk.queue.set(0, state="skipped", results=())
        desk.reject()

    seen: list[bool] = []
    meet(window, PasteDialog, paste)
    window.actions_["paste_page"].trigger()
    assert seen == [True]


@pytest.mark.parametrize("name", ["libraries", "backups", "check", "open_settings", "palette", "help", "about"])
def test_each_dialog_opens_and_closes(window, name):
    met = meet(window, QDialog, lambda dialog: dialog.reject())
    window.actions_[name].trigger()
    assert len(met) == 1 and window.isVisible()


def test_settings_are_kept_and_a_folder_that_cannot_be_written_is_said(window, settings_folder):
    window.library.keep(Settings(own_name="Imogen Thistlewood"))
    assert Settings.load().own_name == "Imogen Thistlewood"
    for file in settings_folder.iterdir():
        file.unlink()
    settings_folder.rmdir()
    settings_folder.write_text("in the way", encoding="utf-8")
    window.library.keep(Settings(own_name="Somebody else"))
    assert window.status._said.text() != "" and window.library.settings.own_name == "Somebody else"


def test_asking_for_the_sample_and_for_the_end(window, qtbot):
    with qtbot.waitSignal(window.library.sample_wanted):
        window.actions_["open_sample"].trigger()
    with qtbot.waitSignal(window.closed):
        window.actions_["quit"].trigger()


def test_an_address_goes_to_the_desk(window, site, qtbot):
    address = site.put("/events/rotas", page_html(Page()).encode())

    def give(dialog: AddressDialog) -> None:
        dialog._field.setText(address)
        second = meet(window, Desk, accept)
        dialog.accept()
        assert second == []

    def accept(desk: Desk) -> None:
        qtbot.waitUntil(lambda: desk._item() is not None and desk._item().can_store)
        desk.accept_page()

    meet(window, AddressDialog, give)
    before = window.listing.model.rowCount()
    window.actions_["add_address"].trigger()
    qtbot.waitUntil(lambda: window.listing.model.rowCount() == before + 1)
    assert window.status._said.text() == "1 added"


def test_no_address_given_is_nothing_done(window, monkeypatch):
    assert len(meet(window, AddressDialog, lambda dialog: dialog.reject())) == 0
    window.actions_["add_address"].trigger()
    assert QApplication.activeModalWidget() is None and window.status._said.text() == ""
