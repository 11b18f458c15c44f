# SPDX-License-Identifier: MIT
"""The queue of downloads on the real window and a real server: one after another, held, resumed, given up, kept."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import Question
from eqbrief.gui.detail.deck_rows import DeckRow, said_deck
from eqbrief.model import Choice, Deck, Draft, DraftDeck
from eqbrief.store import Store, decks_of, downloads
from eqbrief.tasks.downloading import part_of
from eqbrief.tasks.pages import Page
from tests.gui.meeting import meet, press
from tests.helpers.named import unnamed
from tests.helpers.offering import Offer
from tests.helpers.serving import Site

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%" + b"x" * 400_000 + b"\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@pytest.fixture
def event(library: Store, site: Site) -> int:
    """Give an event whose page names three decks on the site, and a fourth without an address."""
    named = [DraftDeck(f"Deck {n}", 400_000, "pdf", None, site.at(f"/{n}.pdf")) for n in (1, 2, 3)]
    draft = Draft("p", "event", "Rotas", decks=(*named, DraftDeck("Handout")), address=site.at("/event"))
    (added,) = tasks.accept(library, Page("page.html", b"page", draft), choice=Choice(apart=True))
    assert added.event is not None
    return added.event.id


def offer(site: Site, **how) -> list[Offer]:
    made = [Offer(PDF, **how) for _ in range(3)]
    for number, one in enumerate(made, 1):
        one.on(site, f"/{number}.pdf")
    return made


def opened(library: Store, open_window, event: int):
    window = open_window(library)
    window.show_event(event)
    window.detail.choose_tab("decks")
    return window


def button(window, text: str, at: int = 0) -> QPushButton:
    QApplication.sendPostedEvents(None, 52)
    return [one for one in window.detail._column.findChildren(QPushButton) if one.text() == text][at]


def here(library: Store) -> list[bool]:
    return [bool(deck.file) for deck in decks_of(library)]


def states(window, library: Store) -> list[str | None]:
    found = (window.downloads.standing(deck.id) for deck in decks_of(library))
    return [one and one.state for one in found]


def test_nothing_is_asked_of_the_network_until_a_button_is_pressed(library, site, event, open_window, qtbot):
    offer(site)
    window = opened(library, open_window, event)
    qtbot.wait(50)
    assert site.asked == []
    button(window, "Download", 1).click()
    qtbot.waitUntil(lambda: here(library) == [False, True, False, False])
    qtbot.waitUntil(lambda: window.status._said.text() == "1 deck downloaded")
    assert [one.path for one in site.asked] == ["/2.pdf"]
    assert button(window, "Open").isEnabled() and downloads(library) == []


def test_one_that_is_to_come_later_waits_until_it_is_resumed_also_over_a_restart(
    library, site, event, open_window, close_window, qtbot
):
    offer(site)
    window = opened(library, open_window, event)
    first, second, *_ = decks_of(library)
    window.downloads.ask_later([first.id])
    qtbot.waitUntil(lambda: states(window, library)[:2] == ["held", None])
    row = next(one for one in window.detail.findChildren(DeckRow) if one.deck_id == second.id)
    next(one for one in row._menu().actions() if one.text() == "Download it later").trigger()
    qtbot.waitUntil(lambda: states(window, library)[:2] == ["held", "held"])
    qtbot.wait(50)
    assert site.asked == [] and window.downloads._said_held() == "2 decks wait to be downloaded"
    close_window(window)
    window = opened(library, open_window, event)
    assert states(window, library)[:2] == ["held", "held"] and site.asked == []
    window.downloads.resume()
    qtbot.waitUntil(lambda: here(library) == [True, True, False, False])


def test_all_come_one_after_another_with_progress_in_the_status_line(library, site, event, open_window, qtbot):
    offer(site, pace_s=0.02)
    window = opened(library, open_window, event)
    said: set[str] = set()
    assert button(window, "Download all").isEnabled()
    button(window, "Download all").click()

    def look() -> bool:
        said.add(window.status._work.text())
        return here(library) == [True, True, True, False]

    qtbot.waitUntil(look, timeout=10_000)
    qtbot.waitUntil(lambda: window.status._said.text() == "3 decks downloaded")
    assert [one.path for one in site.asked] == ["/1.pdf", "/2.pdf", "/3.pdf"]
    assert any(
        text.startswith("Downloading Deck 1, 0.") and text.endswith(" of 0.4 MB, 2 more waiting") for text in said
    )
    assert not window.status._pause.isVisible() and unnamed(window.status) == []


def test_pause_holds_all_and_resume_goes_on_where_it_was(library, site, event, open_window, qtbot):
    offers = offer(site)
    offers[0].stalls = [200_000]
    window = opened(library, open_window, event)
    window.actions_["download_decks"].trigger()
    qtbot.waitUntil(lambda: window.status._work.text().startswith("Downloading Deck 1, 0.2 of 0.4 MB"))
    assert states(window, library) == ["running", "waiting", "waiting", None]
    assert window.status._pause.isVisible()
    window.status._pause.click()
    qtbot.waitUntil(lambda: window.status._resume.isVisible())
    assert states(window, library) == ["held", "held", "held", None]
    assert window.status._held.text() == "3 decks wait to be downloaded" and len(site.asked) == 1
    site.ended.set()
    window.status._resume.click()
    qtbot.waitUntil(lambda: here(library) == [True, True, True, False])
    assert offers[0].asked == ["", "bytes=200000-"]
    qtbot.waitUntil(lambda: not window.status._resume.isVisible())


def test_what_was_not_finished_is_asked_about_at_the_next_start(library, site, event, open_window, close_window, qtbot):
    offers = offer(site)
    offers[0].stalls = [200_000]
    window = opened(library, open_window, event)
    window.actions_["download_decks"].trigger()
    qtbot.waitUntil(lambda: len(site.asked) == 1)
    close_window(window)
    site.ended.set()
    again = opened(library, open_window, event)
    assert states(again, library) == ["held", "held", "held", None]
    assert again.status._resume.isVisible()
    qtbot.wait(80)
    assert len(site.asked) == 1, "nothing leaves the machine unasked"
    button(again, "Resume", 2).click()
    qtbot.waitUntil(lambda: here(library) == [False, False, True, False])
    qtbot.waitUntil(lambda: again.status._held.isVisible())
    assert again.status._held.text() == "2 decks wait to be downloaded"
    again.status._give_up.click()
    qtbot.waitUntil(lambda: downloads(library) == [])
    assert not list((library.folder / "downloads").glob("*.part"))
    assert len(site.asked) == 2


def test_a_failure_stands_on_the_tile_and_can_be_tried_again(library, site, event, open_window, close_window, qtbot):
    window = opened(library, open_window, event)
    button(window, "Download").click()
    qtbot.waitUntil(lambda: states(window, library)[0] == "failed")
    qtbot.waitUntil(lambda: window.status._said.text().startswith("1 could not be downloaded"))
    close_window(window)
    window = opened(library, open_window, event)
    row = window.detail._column.findChildren(DeckRow)[0]
    standing = window.downloads.standing(row.deck_id)
    assert said_deck(row._deck, standing) == "It could not be downloaded"
    shown = [label.text() for label in row.findChildren(QLabel)]
    assert any(text.startswith("'127.0.0.1' has no file at this address. Check the address") for text in shown)
    assert not window.status._resume.isVisible(), "what failed is not held"
    offer(site)
    button(window, "Try again").click()
    qtbot.waitUntil(lambda: here(library)[0])


def test_cancel_takes_the_part_away_and_the_next_goes_on(library, site, event, open_window, qtbot):
    offers = offer(site)
    offers[0].stalls = [200_000]
    window = opened(library, open_window, event)
    button(window, "Download all").click()
    first = decks_of(library)[0]
    qtbot.waitUntil(lambda: part_of(library, first).is_file() and states(window, library)[0] == "running")
    button(window, "Cancel").click()
    qtbot.waitUntil(lambda: here(library) == [False, True, True, False])
    qtbot.waitUntil(lambda: states(window, library) == [None] * 4)
    assert not part_of(library, first).exists()
    site.ended.set()


def test_the_keyboard_stays_on_the_deck_while_it_is_downloaded(library, site, event, open_window, qtbot):
    offer(site)
    window = opened(library, open_window, event)
    QApplication.processEvents()
    button(window, "Download").setFocus()
    button(window, "Download").click()
    qtbot.waitUntil(lambda: here(library)[0])
    qtbot.waitUntil(lambda: button(window, "View").hasFocus())


def test_all_decks_of_the_library_only_after_a_question(library, site, event, open_window, qtbot):
    offer(site)
    window = opened(library, open_window, event)
    meet(window, Question, lambda question: question.reject())
    window.actions_["download_all"].trigger()
    qtbot.wait(30)
    assert downloads(library) == []
    meet(window, Question, press("Download them"))
    window.actions_["download_all"].trigger()
    qtbot.waitUntil(lambda: here(library) == [True, True, True, False])
    window.actions_["download_decks"].trigger()
    qtbot.waitUntil(lambda: window.status._said.text() == "There is no deck to download")


def test_a_deck_attached_meanwhile_is_not_downloaded(library, site, event, open_window, tmp_path, qtbot):
    offer(site)
    (tmp_path / "Deck 1.pdf").write_bytes(PDF)
    window = opened(library, open_window, event)
    window.downloads.pause()
    deck: Deck = decks_of(library)[0]
    with library.change("download") as change:
        db.ask_for(library, change, [deck.id])
    tasks.attach(library, event, tmp_path / "Deck 1.pdf", deck.id)
    window.downloads.ask([deck.id])
    qtbot.waitUntil(lambda: downloads(library) == [])
    assert site.asked == []
