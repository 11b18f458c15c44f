# SPDX-License-Identifier: MIT
"""The desk: read, correct, accept, skip, accept what is certain. Nothing is stored before, nothing typed is lost."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.desk import Desk
from eqbrief.gui.kit import Label
from eqbrief.model import Filter
from eqbrief.store import Store
from eqbrief.tasks import accept, delete, put_back
from tests.gui.desk.drafts import certain, other, page, porters, week
from tests.gui.desk.test_fields import type_anew
from tests.gui.desk.working import form, put, sentence, settled, states, titles


def test_files_are_read_and_nothing_is_stored(qtbot, desk: Desk, library: Store, sample_page) -> None:
    desk.read([sample_page("one.txt", title="Rotas for all"), sample_page("two.html", title="Rest for all")])
    qtbot.waitUntil(lambda: len(desk.queue.items) == 2)
    assert desk.header.words() == ("Add 2 pages", "Nothing is stored until you accept it")
    assert "Rotas for all" in desk.page.text.toPlainText()
    assert titles(library) == []
    assert not desk.strip.isVisible()


def test_a_bad_file_says_so_and_is_skipped(qtbot, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    desk.read([tmp_path / "empty.html"])
    qtbot.waitUntil(lambda: len(desk.queue.items) == 1)
    assert "empty.html could not be read" in sentence(desk)
    assert not desk.accepting.isEnabled() and desk.skip.isEnabled()
    with qtbot.waitSignal(desk.finished_with) as finished:
        desk.skip_page()
    assert finished.args[0] == []


def test_what_was_corrected_is_stored(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()))
    type_anew(form(desk).form.fields["title"], "Why porters stay")
    type_anew(form(desk).form.fields["starts_at"], "9/5/2024")
    assert desk.queue.items[0].is_edited
    with qtbot.waitSignal(desk.finished_with) as finished:
        desk.accept_page()
    assert [(result.action, result.event.name) for result in finished.args[0]] == [("added", "Why porters stay")]
    (number,) = db.event_ids(library, Filter())
    event = db.event(library, number)
    assert event is not None
    assert (event.draft.title, event.draft.starts_at) == ("Why porters stay", "2024-05-09")
    assert [person.name for person in event.draft.people] == [person.name for person in porters().people]
    assert event.draft.text == porters().text
    assert not desk.isVisible()


def test_the_next_page_comes_at_once_and_the_outcome_is_shown(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()), page(certain(1)))
    assert desk.accepting.text() == "Accept and next"
    desk.accept_page()
    assert form(desk).form.fields["title"].toPlainText() == "Board talk about belonging, part 1"
    qtbot.waitUntil(settled(desk))
    assert states(desk) == ["stored", "waiting"]
    assert "Added, porters.html." in desk.queue.index(0).data()
    assert desk.strip.words() == "Added."
    assert desk.accepting.text() == "Accept"
    desk.accept_page()
    qtbot.waitUntil(settled(desk))
    assert "All 2 pages are done" in sentence(desk) and "2 added" not in sentence(desk)
    assert desk.header.words() == ("Add 2 pages", "2 added")
    assert not desk.strip.isVisible()
    assert not any(button.isVisible() for button in (desk.leave, desk.skip, desk.certain, desk.accepting))
    desk.list.choose(0)
    assert desk.leave.isVisible() and not desk.accepting.isEnabled()
    assert titles(library) == ["Board talk about belonging, part 1", "Why experienced porters stay"]


def test_what_is_certain_is_accepted_together_and_the_rest_waits(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()), page(certain(1)), page(other()), page(certain(2)), page(week(3)))
    assert desk.certain.text() == "Accept all certain (3)"
    desk.accept_certain()
    qtbot.waitUntil(settled(desk))
    assert states(desk) == ["waiting", "stored", "waiting", "stored", "stored"]
    assert desk.certain.text() == "Accept all certain (0)" and not desk.certain.isEnabled()
    assert len(titles(library)) == 5
    assert desk.strip.words() == "5 added."
    assert form(desk).form.fields["title"].toPlainText() == "Why experienced porters stay"


def test_an_edited_page_is_not_accepted_unseen(desk: Desk) -> None:
    put(desk, page(certain(1)), page(certain(2)))
    type_anew(form(desk).form.fields["title"], "Mine")
    assert desk.certain.text() == "Accept all certain (1)"


def test_a_listing_is_accepted_whole(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(week(5)))
    assert desk.accepting.text() == "Accept 5 events"
    desk.accept_page()
    qtbot.waitUntil(lambda: len(titles(library)) == 5)
    qtbot.waitUntil(lambda: not desk.isVisible())


def test_a_page_that_is_no_event_can_be_made_one(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(other()))
    assert any("does not look like" in label.text() for label in form(desk).findChildren(Label))
    type_anew(form(desk).form.fields["title"], "")
    desk.accept_page()
    assert form(desk).trouble() == "An event needs a title. Type a title, then accept it again."
    assert QApplication.focusWidget() is form(desk).form.fields["title"]
    type_anew(form(desk).form.fields["title"], "A conference after all")
    desk.accept_page()
    qtbot.waitUntil(lambda: titles(library) == ["A conference after all"])
    qtbot.waitUntil(lambda: not desk.isVisible())


def test_a_date_that_is_none_keeps_the_page_here(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()), page(certain(1)))
    type_anew(form(desk).form.fields["published_on"], "one day")
    desk.accept_page()
    assert "“one day” is not a date" in form(desk).trouble()
    desk.step(1)
    desk.step(-1)
    assert form(desk).form.fields["published_on"].toPlainText() == "one day"
    type_anew(form(desk).form.fields["published_on"], "1 June 2024")
    desk.accept_page()
    qtbot.waitUntil(lambda: titles(library) == ["Why experienced porters stay"])
    qtbot.waitUntil(settled(desk))


def test_a_skipped_page_can_be_thought_better_of(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()), page(certain(1)))
    desk.skip_page()
    assert states(desk) == ["skipped", "waiting"]
    desk.step(-1)
    assert desk.accepting.isEnabled() and not desk.skip.isEnabled()
    desk.accept_page()
    qtbot.waitUntil(lambda: titles(library) == ["Why experienced porters stay"])
    qtbot.waitUntil(settled(desk))


def test_a_page_that_is_here_already_says_so(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(certain(1)), page(certain(1)))
    desk.accept_certain()
    qtbot.waitUntil(settled(desk))
    assert [item.results[0].action for item in desk.queue.items] == ["added", "unchanged"]
    assert desk.header.words() == ("Add 2 pages", "1 added, 1 here already")
    assert len(titles(library)) == 1


def test_very_bytes_that_are_here_ask_for_nothing(qtbot, desk: Desk, library: Store) -> None:
    accept(library, page(porters()))
    put(desk, page(porters()), page(certain(1)))
    assert desk.list.currentIndex().row() == 1
    assert desk.queue.index(0).data() == "Why experienced porters stay, In the library already, porters.html."
    desk.step(-1)
    assert any("In the library already, as “Why" in label.text() for label in form(desk).findChildren(Label))
    assert not desk.accepting.isEnabled() and desk.skip.text() == "Next"
    desk.skip.click()
    assert desk.list.currentIndex().row() == 1 and states(desk) == ["waiting", "waiting"]
    desk.accept_page()
    qtbot.waitUntil(settled(desk))
    assert desk.header.words() == ("Add 2 pages", "1 added, 1 here already")
    with qtbot.waitSignal(desk.finished_with) as finished:
        desk.reject()
    assert [result.action for result in finished.args[0]] == ["unchanged", "added"]


def test_what_is_corrected_on_a_page_that_is_here_is_changed_there(qtbot, desk: Desk, library: Store) -> None:
    accept(library, page(porters()))
    put(desk, page(porters()))
    assert desk.header.words() == ("Add a page", "1 here already")
    assert not desk.accepting.isEnabled() and not desk.skip.isEnabled()
    type_anew(form(desk).form.fields["title"], "Why porters stay")
    assert desk.accepting.isEnabled()
    with qtbot.waitSignal(desk.finished_with) as finished:
        desk.accept_page()
    assert [result.action for result in finished.args[0]] == ["updated"]
    assert titles(library) == ["Why porters stay"]


def test_a_page_whose_event_is_in_the_bin_says_where_to_find_it(desk: Desk, library: Store) -> None:
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    delete(library, [added.event.id])
    put(desk, page(porters()), page(porters("again.html")))
    desk.list.choose(0)
    assert "In the bin" in desk.queue.index(0).data()
    assert any("Restore it from there" in label.text() for label in form(desk).findChildren(Label))
    type_anew(form(desk).form.fields["title"], "Mine")
    assert not desk.accepting.isEnabled() and desk.skip.isEnabled()
    desk.hide()


def test_keys_are_written_with_a_plus(desk: Desk) -> None:
    assert [button._hint for button in (desk.leave, desk.accepting)] == ["Esc", "Ctrl+Enter"]
    assert (
        desk.leave.mapTo(desk, desk.leave.rect().topLeft()).x() < desk.skip.mapTo(desk, desk.skip.rect().center()).x()
    )
    desk.leave.click()
    assert not desk.isVisible()


def test_what_cannot_be_stored_says_why_and_can_be_tried_again(qtbot, desk: Desk, library: Store) -> None:
    put(desk, page(porters()))
    (added,) = accept(library, page(porters()))
    assert added.event is not None
    delete(library, [added.event.id])
    desk.accept_page()
    qtbot.waitUntil(settled(desk))
    assert states(desk) == ["failed"]
    assert "in the bin" in form(desk).trouble()
    assert "to see it again, porters.html." in desk.queue.index(0).data()
    put_back(library, [added.event.id])
    desk.accept_page()
    qtbot.waitUntil(lambda: states(desk) == ["stored"])
    assert desk.header.words() == ("Add a page", "1 here already")
    assert "The library is as it was." in sentence(desk)
    assert titles(library) == ["Why experienced porters stay"]
