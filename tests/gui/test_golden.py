# SPDX-License-Identifier: MIT
"""The main views as golden pictures, light and dark: look at each when you change it. They are the README's too."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.decks import renderers
from eqbrief.files import resource
from eqbrief.gui.desk import Desk
from eqbrief.gui.kit import Label
from eqbrief.gui.sidebar import ACTIONS, Place
from eqbrief.model import ActionEvidence, Draft, DraftDeck, DraftPerson, Filter
from eqbrief.tasks import accept, attach, edit_fields, enquiring, new_action, searching
from eqbrief.tasks.pages import Page
from tests.gui.desk.drafts import page, porters, week
from tests.gui.desk.working import put
from tests.gui.looks import dress
from tests.gui.views.comparing_decks import add_versions

BOTH = pytest.mark.parametrize("theme", ["light", "dark"])
VIEWED = ("Night staff wellbeing 110624", 5, "night")
READ = ("Small tests fairer wards", 6, "week")
SHOWN = "Leading through discomfort"


def stand_still(widget, qtbot) -> None:
    """Wait until a widget looks as it did a moment before: on a busy machine layouts take their time."""
    before = None
    for _ in range(40):
        qtbot.wait(60)
        now = widget.grab().toImage()
        if now == before:
            return
        before = now
    raise AssertionError("The window does not come to rest.")


def settle(window, qtbot) -> None:
    """Let the window come to rest: nothing under way, no cursor, nothing that tells the time."""
    qtbot.waitUntil(lambda: not window.detail.notes.keeper.waiting)
    window.status.show_order("Library in order", in_order=True)
    window.status.show_backup("Backed up 09:12 · only on this disk")
    window.status._said.setText("")
    qtbot.waitUntil(lambda: "since looked" not in window._jobs._asked)
    since = window.detail._page.review._since
    since.setText(re.sub(r"today at \d\d:\d\d", "today at 09:12", since.text()))
    if QApplication.focusWidget() is not None:
        QApplication.focusWidget().clearFocus()
    stand_still(window, qtbot)


@BOTH
def test_window(filled_library, open_window, golden, qtbot, theme):
    window = open_window(filled_library, theme=theme)
    wanted = db.event_ids(filled_library, Filter(words=SHOWN))[0]
    window.listing.choose_id(wanted)
    settle(window, qtbot)
    window.listing.view.verticalScrollBar().setValue(0)
    golden(window, f"window-{theme}")
    dress(QApplication.instance())


@BOTH
def test_empty(library, open_window, golden, qtbot, theme):
    window = open_window(library, theme=theme, title="Race equality")
    settle(window, qtbot)
    golden(window, f"empty-{theme}")
    dress(QApplication.instance())


@pytest.mark.parametrize("theme", ["light"])
def test_search(filled_library, open_window, golden, qtbot, theme):
    window = open_window(filled_library, theme=theme)
    window.top.search.setText("discomfort")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    window.listing.choose_row(0)
    settle(window, qtbot)
    golden(window, f"search-{theme}")


@BOTH
def test_compare(library, open_window, golden, qtbot, tmp_path, theme):
    older, newer, _ = add_versions(library, tmp_path)
    window = open_window(library, theme=theme, title="Race equality")
    window.sidebar.choose(Place("Compare two decks", "compare"))
    view = window.views.view
    view.compare(older, newer)
    qtbot.waitUntil(view.result.isVisible, timeout=20_000)
    view.result.list.step(3)
    settle(window, qtbot)
    golden(window, f"compare-{theme}")
    dress(QApplication.instance())


@pytest.mark.parametrize("theme", ["light"])
def test_person(filled_library, open_window, golden, qtbot, theme):
    window = open_window(filled_library, theme=theme)
    window.sidebar.choose(Place("People", "people"))
    settle(window, qtbot)
    golden(window, f"person-{theme}")


def view(window, store, qtbot, title: str, slide: int, words: str = ""):
    """Show a deck of the sample library and go into it."""
    (deck,) = [deck for deck in db.decks_here(store) if deck.offered.title == title]
    window.show_event(deck.event_id)
    window.detail.show_deck(deck.id, slide, words)
    window.detail.showing.enter()
    viewer = window.detail.showing.viewer
    qtbot.waitUntil(lambda: viewer.number == slide, timeout=20000)
    return viewer


@BOTH
def test_viewer(filled_library, open_window, golden, qtbot, theme):
    """A PDF, which needs no other program: drawn, with found words marked on the slide and counted in the list."""
    window = open_window(filled_library, theme=theme)
    viewer = view(window, filled_library, qtbot, *VIEWED)
    qtbot.waitUntil(lambda: viewer.stage.is_drawn and bool(viewer.stage.page._found), timeout=20000)
    seen = viewer.slides.seen()
    qtbot.waitUntil(lambda: all(viewer._thumbnail(number) is not None for number in seen), timeout=20000)
    settle(window, qtbot)
    golden(window, f"viewer-{theme}")


@BOTH
def test_reading_view(filled_library, open_window, golden, qtbot, theme, monkeypatch):
    """A chart, a list and the speaker's notes where nothing draws PowerPoint decks."""
    monkeypatch.setattr(renderers, "RENDERERS", ())
    window = open_window(filled_library, theme=theme)
    viewer = view(window, filled_library, qtbot, *READ)
    qtbot.waitUntil(lambda: "words of the slides" in viewer.stage._hint.text(), timeout=20000)
    settle(window, qtbot)
    golden(window, f"reading-view-{theme}")


@BOTH
def test_actions(filled_library, open_window, golden, qtbot, theme, monkeypatch):
    """Actions across events, one of them overdue, and below the notes of an event whose note is being written."""
    store, today = filled_library, "2024-05-10"
    for module in ("eqbrief.gui.acting.row", "eqbrief.gui.views.actions"):
        monkeypatch.setattr(f"{module}.today", lambda: today)
    first, second = db.event_ids(store, Filter(words=SHOWN))[0], db.event_ids(store, Filter())[0]
    uid = db.notes(store, first)[0].uid
    ground = ActionEvidence("note", uid, "Race equality as a risk in the board assurance framework")
    new_action(store, first, "Compare with our own survey, by site", owner="Amal", due="8 March 2024", evidence=ground)
    new_action(store, first, "Put on the June steering group agenda", owner="me", due="1 June 2031")
    new_action(store, second, "Ask which of the three trusts kept the shared route", owner="Adaeze Nwankwo-Bell")
    window = open_window(store, theme=theme)
    window.sidebar.choose(ACTIONS)
    settle(window, qtbot)
    golden(window, f"actions-{theme}")
    window.show_event(first)
    editor = window.detail.notes._editors[0].writing
    editor.setFocus()
    editor.setTextCursor(editor.document().find("What would we do"))
    settle(window, qtbot)
    golden(window, f"notes-{theme}")
    dress(QApplication.instance())


@pytest.fixture
def desk(filled_library, open_window, sample_page, qtbot):
    """Give a desk with two pages, of which the second has something to check, at the size of the pictures."""

    def lay(theme: str) -> Desk:
        window = open_window(filled_library, theme=theme)
        made = Desk(filled_library, window._jobs, window)
        held = "Tuesday 12 June 2023"  # it was a Monday
        second = sample_page("second.txt", title="What three wards tried first", held=held, posted="19 June 2023")
        made.read([sample_page("rotas.html"), second])
        made.resize(1440, 900)
        made.show()
        qtbot.waitUntil(lambda: len(made.queue.items) == 2 and made._reading is None, timeout=9000)
        settle(window, qtbot)
        laid.append(made)
        return made

    laid: list[Desk] = []
    yield lay
    for made in laid:
        made.hide()
        made.deleteLater()
    dress(QApplication.instance())


@BOTH
def test_add(desk, golden, theme):
    golden(desk(theme), f"add-{theme}")


def test_add_with_a_selection(desk, golden, qtbot):
    shown = desk("light")
    shown.sheets.form(1).form.fields["publisher"].setFocus()
    shown.page.text.setTextCursor(shown.page.text.document().find("Larkmoor Alliance"))
    qtbot.wait(50)
    QApplication.focusWidget().clearFocus()
    golden(shown, "add-offer-light")


def test_add_a_listing(desk, golden, qtbot):
    shown = desk("light")
    put(shown, page(week(40)))
    shown.list.choose(2)
    listing = shown.sheets.listing(2)
    listing.model.toggle([1, 4, 5])
    listing.view.setCurrentIndex(listing.model.index(2))
    shown.strip.say("")
    qtbot.wait(50)
    golden(shown, "add-listing-light")


@BOTH
def test_add_what_is_here_already(desk, filled_library, golden, qtbot, theme):
    (added,) = accept(filled_library, page(porters()))
    edit_fields(filled_library, added.event.id, {"series": "Steady Hands, spring"})
    draft = porters()
    more = (*draft.people[:1], DraftPerson("Ada Larch", "Dr", None, "panellist", ("head of care",), ("Larkmoor",)))
    newer = replace(
        draft, starts_at="2024-05-15", people=(*more, *draft.people[2:]), series="Steady Hands", text=f"{draft.text}\n",
        publisher="Kestrel Vale Alliance", questions=draft.questions[:2],
    )  # fmt: skip
    shown = desk(theme)
    put(shown, page(newer))
    shown.list.choose(2)
    sheet = shown.sheets.ledger(2)
    for label in sheet.findChildren(Label):
        label.setText(re.sub(r"added on [^.]*", "added on 3 March 2024", label.text()))
    sheet.rows[3].box.setFocus()
    shown.strip.say("")
    qtbot.wait(50)
    golden(shown, f"add-ledger-{theme}")


@BOTH
def test_downloads(filled_library, open_window, golden, qtbot, theme):
    """A deck that is here, and those that are offered, held and failed, with what is held in the status line."""
    store, titles = filled_library, ("The rota in figures", "What wards said", "Six weeks ahead", "Handout", "Answers")
    decks = tuple(DraftDeck(title, 2_300_000, "pptx", None, f"https://larkmoor.example/{title}") for title in titles)
    draft = Draft("p", "event", "Kinder rotas for night staff", starts_at="2023-03-20", decks=decks)
    (added,) = accept(store, Page("page.html", b"page", draft))
    assert added.event is not None
    number = added.event.id
    here, _offered, *held, failed = [deck.id for deck in db.decks_of(store, [number])]
    attach(store, number, resource("sample", "decks", "Small tests fairer wards.pptx"), here)
    with store.change("download") as change:
        db.ask_for(store, change, [*held, failed])
        db.note_failure(store, change, failed, "'larkmoor.example' has taken this file away. Check the address.")
    window = open_window(store, theme=theme)
    window.show_event(number)
    window.detail.choose_tab("decks")
    settle(window, qtbot)
    golden(window, f"downloads-{theme}")


@BOTH
def test_found(filled_library, open_window, golden, qtbot, theme):
    searching.save_search(filled_library, "Night staff since 2022", "night staff after:2022")
    window = open_window(filled_library, theme=theme)
    window.kept.count()
    window.top.search.setText('people "night shift" OR discomfort after:2019')
    qtbot.waitUntil(lambda: "found" in window.listing.found_head.title())
    window.listing.choose_row(1)
    settle(window, qtbot)
    golden(window, f"found-{theme}")
    dress(QApplication.instance())


@BOTH
def test_enquiry(filled_library, open_window, golden, qtbot, theme):
    made = enquiring.enquire(filled_library, "What do panels say about night staff?", "staff night")
    with filled_library.change() as change:  # or the picture would tell the day
        change.update("enquiry", made.id, asked_at="2024-06-12T09:12:00.000Z")
    rows = db.enquiry_rows(filled_library, made.id)
    enquiring.leave_out(filled_library, [rows[1].id])
    window = open_window(filled_library, theme=theme)
    window.sidebar.choose(Place(made.name, "enquiry", id=made.id))
    window.views.view._all.click()
    settle(window, qtbot)
    golden(window, f"enquiry-{theme}")
    dress(QApplication.instance())
