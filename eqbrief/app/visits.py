# SPDX-License-Identifier: MIT
"""What the self-test visits: each pane and dialog is brought onto the screen as a person would, and drawn."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from eqbrief.app.session import Session
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.sidebar import ACTIONS, EVIDENCE, NOTES, Place
from eqbrief.gui.views.kinds import COMPARE
from eqbrief.gui.window import MainWindow
from eqbrief.model import Filter, Framework, News, SinceLooked
from eqbrief.store import LibraryDamaged, Store, counts, decks_here, enquiries, event, event_ids, find, notes, people

_PLACES = (
    Place("People", "people"),
    Place("Organisations", "organisations"),
    Place("Glossary", "glossary"),
    Place("Who speaks for whom", "speakers"),
    Place("To review", filter=Filter("to review")),
    Place("Reviewing", filter=Filter("reviewing")),
    Place("Starred", filter=Filter("starred")),
    Place("Looked at", filter=Filter("looked")),
    Place("Bin", filter=Filter("bin")),
    ACTIONS,
    NOTES,
    EVIDENCE,
)
_TABS = ("overview", "panel", "decks", "questions", "source")
_PAGES = {
    "one.html": "<title>The first trial</title><h1>The first trial</h1><p>Held on 20 March 2023.</p>",
    "two.txt": "The second trial\n\nThe event took place on 21 March 2023.\n",
}
_NEWS = SinceLooked("2024-03-03T10:00:00.000Z", (News("date changed", "Date changed", "3 May", "4 May"),))
_PATIENCE_MS = 60_000

Visit = Callable[[], QWidget]


def visits(session: Session, window: MainWindow, scratch: Path) -> dict[str, Visit]:
    """List what to visit: each function brings a pane or a dialog onto the screen and gives its widget.

    `scratch` is an empty folder for what the desk is to read.
    """
    store = session.store
    assert store is not None, "its window is open"
    found: dict[str, Visit] = {"window": lambda: window, "desk": lambda: _desk(session, window, scratch)}
    for key in _TABS:
        found[key] = lambda key=key: _tab(window, key)
    for deck in decks_here(store)[:1]:
        found["viewer"] = lambda deck=deck: _viewer(window, deck.id)
        found["reading view"] = lambda: _reading_view(window)
    if window.listing.model.rowCount():
        found["edit"] = lambda: _edit(session, window)
    if window.detail.event_id is not None:
        found["find in note"] = lambda: _find_in_note(window)
    found["search"] = lambda: _search(window, store)
    for one in enquiries(store)[:1]:
        found["enquiry"] = lambda one=one: _place(window, Place(one.name, "enquiry", id=one.id))
    known = counts(store)
    places = {place.title.lower(): place for place in _PLACES}
    for one in known.topics[:1]:
        places["topic"] = Place(one.name, filter=Filter("topic", one.id))
    for one in known.series[:1]:
        places["series"] = Place(one.name, filter=Filter("series", one.id))
    for name, place in places.items():
        found[name] = lambda place=place: _place(window, place)
    found["compare"] = lambda: _compare(window, store)
    found["briefing"] = lambda: _briefing(session, window)
    for name, make in _dialogs(session, window, store).items():
        found[name] = lambda make=make: _shown(session, make())
    return found


def _dialogs(session: Session, window: MainWindow, store: Store) -> dict[str, Callable[[], QDialog]]:
    from eqbrief.gui import dialogs  # noqa: PLC0415 - the first frame is timed as a person meets it, without them
    from eqbrief.gui.asking import Question  # noqa: PLC0415 - the same
    from eqbrief.gui.dialogs.one_line import OneLine  # noqa: PLC0415 - the same
    from eqbrief.gui.dialogs.since import SinceDialog  # noqa: PLC0415 - the same
    from eqbrief.gui.dialogs.templates import TemplatesDialog  # noqa: PLC0415 - the same

    jobs, library, folder = session.jobs, window.library, store.folder
    assert jobs is not None, "its window is open"
    damage = LibraryDamaged("This is how a damaged library would be met.", "Restore a backup.")
    commands = list(window.actions_.all())
    found = _record_dialogs(window, store, jobs)
    return found | {
        "settings": lambda: dialogs.SettingsDialog(library.settings, folder, window),
        "about": lambda: dialogs.AboutDialog(window),
        "help": lambda: dialogs.HelpDialog(commands, window),
        "address": lambda: dialogs.AddressDialog(window),
        "paste": lambda: dialogs.PasteDialog(window),
        "palette": lambda: dialogs.CommandPalette(commands, window),
        "libraries": lambda: dialogs.LibrariesDialog(library.settings, folder, window),
        "new library": lambda: dialogs.NewLibraryDialog(window),
        "backups": lambda: dialogs.BackupsDialog(store, library.second_place, jobs, window),
        "deletednotes": lambda: dialogs.DeletedNotesDialog(store, jobs, window),
        "history": lambda: _history(store, jobs, window),
        "templates": lambda: TemplatesDialog(event(store, next(iter(event_ids(store, Filter())), 0)), window),
        "learnt": lambda: dialogs.LearntDialog(store, jobs, window),
        "check": lambda: dialogs.CheckDialog(store, jobs, window, library.second_place),
        "restore": lambda: dialogs.RestoreDialog(folder, damage, library.second_place, window),
        "crash report": lambda: dialogs.CrashReport(dialogs.make_report(LookupError("no fault")), window),
        "one line": lambda: OneLine("Save this search", "It stands in the sidebar.", "Name", "pay", "Save", window),
        "since": lambda: SinceDialog(_NEWS, window),
        "question": lambda: Question(window, "Is this drawn?", "Then all is well.", [("ok", "OK")]),
    }


def _find_in_note(window: MainWindow) -> QWidget:
    """Show the bar that finds and replaces within a note."""
    window.detail.notes.find_words()
    return window.detail.notes


def _history(store: Store, jobs: Jobs, window: MainWindow) -> QDialog:
    """Show the history of some note, and where there is none the notes that were deleted."""
    from eqbrief.gui import dialogs  # noqa: PLC0415 - as above

    number = next((note.id for event in event_ids(store, Filter()) for note in notes(store, event)), None)
    if number is None:
        return dialogs.DeletedNotesDialog(store, jobs, window)
    return dialogs.HistoryDialog(store, jobs, number, window)


def _record_dialogs(window: MainWindow, store: Store, jobs: Jobs) -> dict[str, Callable[[], QDialog]]:
    from eqbrief.gui.detail.naming.asking import ChooseDialog, NameDialog  # noqa: PLC0415 - as above
    from eqbrief.gui.detail.naming.erasing import EraseDialog  # noqa: PLC0415 - the same
    from eqbrief.gui.detail.naming.merging import MergeDialog  # noqa: PLC0415 - the same
    from eqbrief.gui.dialogs.filing import TopicsDialog  # noqa: PLC0415 - the same
    from eqbrief.gui.kit.lines import Line  # noqa: PLC0415 - the same
    from eqbrief.gui.views.evidence.editing import FrameworkDialog  # noqa: PLC0415 - the same

    made: dict[str, Callable[[], QDialog]] = {
        "name": lambda: NameDialog("Rename", "What pages printed stays as it was.", "Name", "A name", "Rename", window),
        "topics": lambda: TopicsDialog(store, jobs, window),
        "choose": lambda: ChooseDialog("Which?", "", [Line("1", "This one")], "Choose", window),
    }
    plan = Framework("", "A plan")
    made["framework"] = lambda: FrameworkDialog(plan, jobs, lambda written: written, window)
    known = people(store)
    if len(known) > 1:
        made["erase"] = lambda: EraseDialog(store, jobs, known[0].id, None, window)
        made["merge"] = lambda: MergeDialog(store, jobs, "person", known[0].id, known[1].id, window)
    return made


def draw(name: str, visit: Visit, panes: dict[str, float], failed: list[str]) -> None:
    """Visit one, draw it, and note how long that took in ms, or what went wrong."""
    begun = time.perf_counter()
    try:
        widget = visit()
        if widget.grab().isNull():
            failed.append(f"{name}: nothing was drawn")
        panes[name] = round((time.perf_counter() - begun) * 1000, 1)
        if isinstance(widget, QDialog):
            widget.done(QDialog.DialogCode.Rejected)  # not close(), by which the desk asks about its pages
            widget.deleteLater()
    except Exception as error:  # noqa: BLE001 - a fault in one pane is what this looks for
        failed.append(f"{name}: {type(error).__name__}: {error}")


def _tab(window: MainWindow, key: str) -> QWidget:
    window.detail.choose_tab(key)
    return window


def _place(window: MainWindow, place: Place) -> QWidget:
    window.sidebar.choose(place)
    if window.listing.model.rowCount():
        window.listing.choose_row(0)
    return window


def _viewer(window: MainWindow, deck_id: int) -> QWidget:
    """Show a deck, and wait until it is read; drawing it may take a program of its own, and longer."""
    showing = window.detail.showing
    window.detail.show_deck(deck_id)
    viewer = showing.viewer
    assert viewer is not None, "it was just shown"
    if viewer.shown is None:
        with waiting() as loop:
            viewer.settled.connect(loop.quit)
    return window


def _reading_view(window: MainWindow) -> QWidget:
    viewer = window.detail.showing.viewer
    assert viewer is not None, "the visit before showed it"
    viewer.do("read")
    return window


def _briefing(session: Session, window: MainWindow) -> QWidget:
    """Open the builder, empty or on the briefing opened last, and let it compose what it shows."""
    assert session.jobs is not None
    window.sidebar.choose(Place("Briefing", "briefing"))
    _until_done(session.jobs.ask("the self-test", lambda: None))
    return window


def _search(window: MainWindow, store: Store) -> QWidget:
    window.listing.show_found("the", find(store, "the"))
    return window


def _compare(window: MainWindow, store: Store) -> QWidget:
    """Compare the first two decks that are here; where there are none, choose them."""
    from eqbrief.gui.views.comparing import ComparingView  # noqa: PLC0415 - the first frame is timed without it

    window.sidebar.choose(Place("Compare two decks", COMPARE))
    here = [deck.id for deck in decks_here(store) if store.path(str(deck.file)).is_file()]
    if isinstance(window.views.view, ComparingView) and len(here) > 1:
        _until_done(window.views.view.compare(here[0], here[1]))
    return window


def _edit(session: Session, window: MainWindow) -> QWidget:
    from eqbrief.gui.desk import EditEvent  # noqa: PLC0415 - the first frame is timed without it
    from eqbrief.tasks import event  # noqa: PLC0415 - the same

    assert session.store is not None and session.jobs is not None
    number = window.detail.event_id
    if number is None:
        raise ValueError("there are events, but none is shown")
    return _shown(session, EditEvent(session.store, session.jobs, event(session.store, number), window))


def _desk(session: Session, window: MainWindow, scratch: Path) -> QWidget:
    """Let the desk read two pages, and show first one, then the other."""
    from eqbrief.gui.desk import Desk  # noqa: PLC0415 - the first frame is timed without it

    assert session.store is not None and session.jobs is not None
    for name, text in _PAGES.items():
        (scratch / name).write_text(text, encoding="utf-8")
    desk = Desk(session.store, session.jobs, window)
    desk.read([scratch])
    _until_done(session.jobs.run("Trying the desk", lambda _job: None))  # jobs run in order: then the pages are read
    drafts = [item.page.draft for item in desk.queue.items]
    if len(drafts) != len(_PAGES) or None in drafts:
        raise ValueError(f"the desk read {sum(draft is not None for draft in drafts)} of {len(_PAGES)} pages")
    _shown(session, desk).grab()
    desk.step(1)
    desk.step(-1)
    return desk


def _shown(session: Session, dialog: QDialog) -> QDialog:
    """Show a dialog that nobody need close, and wait until what it asked of the library has come."""
    assert session.jobs is not None
    dialog.setModal(False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
    dialog.show()
    _until_done(session.jobs.ask("the self-test", lambda: None))
    return dialog


def _until_done(job: Job) -> None:
    with waiting() as loop:
        job.ended.connect(loop.quit)


@contextmanager
def waiting() -> Generator[QEventLoop]:
    """Run the event loop after the block until somebody quits it.

    Raises:
        TimeoutError: when nobody does for a minute.
    """
    loop, late = QEventLoop(), QTimer(singleShot=True, interval=_PATIENCE_MS)
    late.timeout.connect(lambda: loop.exit(1))
    yield loop
    late.start()
    if loop.exec():
        raise TimeoutError(f"nothing came in {_PATIENCE_MS // 1000} seconds")
    late.stop()
