# SPDX-License-Identifier: MIT
"""The pages behind the tabs of an event: Overview, Panel, Decks, Questions, Source. Each fills a column."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from eqbrief.gui.detail.deck_rows import DeckRow
from eqbrief.gui.detail.parts import NotedRow, PersonRow, QuestionRow
from eqbrief.gui.downloads import Standing
from eqbrief.gui.kit import Button, EmptyState, Hairline, Label, ReadingText, ScrollColumn
from eqbrief.gui.theme import px
from eqbrief.model import Deck, DeckReading, Event, local_clock, say_date, say_period
from eqbrief.tasks.downloading import can_be_asked_for

_INDENT = 44
"""Where a person's name begins, to the right of the initials."""

FIRST_STEPS = """Save the event's page in your browser, as HTML or as text.
Add it here, or drop it on this window.
Look over what was read, beside the page, and accept it.
Then keep its decks and your notes with it."""
"""How the first event comes into a library."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What the pages may ask for: functions of the pane that shows them."""

    show_person: Callable[[int], None]
    deck: Callable[[str, Deck], None]
    attach: Callable[[], None]
    edit: Callable[[], None]
    link: Callable[[str], None]
    download: Callable[[list[int]], None]
    standing: Callable[[int], Standing | None]
    reading: Callable[[int], DeckReading]
    note_on: Callable[[Literal["question", "session"], int], None]


def overview(column: ScrollColumn, event: Event, doing: Doing) -> None:
    """Fill the page that tells what the event was: summary, panel and decks first, then what was said."""
    draft = event.draft
    if draft.summary:
        column.add_heading("Summary")
        column.add(_text("Summary", draft.summary, doing))
    if event.appearances:
        column.add_heading("Panel")
        _people(column, event, doing)
    if event.decks:
        column.add_heading("Decks")
        for deck in event.decks:
            column.add(_deck(event, deck, doing), before=0)
    if draft.body:
        column.add_heading("What was said")
        column.add(_text("What was said", draft.body, doing))
    if draft.sessions:
        column.add_heading("Agenda")
        for number, session in enumerate(draft.sessions, 1):
            when = say_period(session.starts_at, session.ends_at)
            line = " · ".join(part for part in (when, session.title, ", ".join(session.people)) if part)
            name = f"Write a note on the session {session.title}"
            column.add(NotedRow(line, name, partial(doing.note_on, "session", number)), before=4)
    if draft.recordings:
        column.add_heading("Recordings")
        for recording in draft.recordings:
            column.add(Label(recording.title, "body", selectable=True), before=4)
    if not (draft.summary or draft.body or event.appearances):
        column.add(_nothing("note-blank", "Nothing was read here", "Edit the event to fill in what you know.", doing))


def panel(column: ScrollColumn, event: Event, doing: Doing) -> None:
    """Fill the page of the people: in their order, and what the page says each spoke on."""
    if not event.appearances:
        column.add(_nothing("users", "Nobody is named", "Edit the event to add who took part.", doing))
        return
    _people(column, event, doing, spoke=True)


def decks(column: ScrollColumn, event: Event, doing: Doing) -> None:
    """Fill the page of the decks: those the page names and those that are here."""
    attach = Button("Attach a deck…", "paperclip")
    attach.clicked.connect(lambda: doing.attach())
    if not event.decks:
        text = "Drop a PowerPoint or PDF file here, or attach it. EqBrief keeps a copy beside the event."
        column.add(EmptyState("presentation", "No deck yet", text, [attach]))
        return
    for deck in event.decks:
        column.add(_deck(event, deck, doing, whole=True), before=0)
        column.add(Hairline(), before=4)
    buttons = QHBoxLayout()
    buttons.setSpacing(px(8))
    buttons.addWidget(attach)
    if any(deck.file is None for deck in event.decks):
        several = Button("Attach from a folder…", "folder-open")
        several.clicked.connect(lambda: doing.deck("folder", event.decks[0]))
        buttons.addWidget(several)
    offered = [deck.id for deck in event.decks if can_be_asked_for(event, deck) and doing.standing(deck.id) is None]
    if len(offered) > 1:
        every = Button("Download all", "download-simple")
        every.clicked.connect(lambda: doing.download(offered))
        buttons.addWidget(every)
    buttons.addStretch(1)
    column.add(buttons, before=16)


def questions(column: ScrollColumn, event: Event, doing: Doing) -> None:
    """Fill the page of the questions that the panel answered."""
    if not event.draft.questions:
        column.add(
            _nothing("chat-circle-dots", "No questions", "Edit the event to add what the panel was asked.", doing)
        )
        return
    for number, question in enumerate(event.draft.questions, 1):
        column.add(QuestionRow(number, question, event, partial(doing.note_on, "question", number)), before=4)


def source(column: ScrollColumn, event: Event, doing: Doing) -> None:
    """Fill the page that shows where the event came from, and the page as it was."""
    if not event.sources:
        column.add(_nothing("file-text", "No page was kept", "This event was written by hand.", doing))
        return
    newest = event.sources[0]
    added = f"{say_date(newest.added_at[:10])}, {local_clock(newest.added_at)}"
    for label, text in (("From", newest.address), ("Kept as", newest.file or ""), ("Added", added)):
        if text:
            column.add(Label(f"{label}: {text}", "secondary", "mute", selectable=True), before=2)
    if len(event.sources) > 1:
        column.add(Label(f"{len(event.sources)} copies of the page are kept.", "secondary", "mute"), before=2)
    column.add_heading("The page, as it was")
    page = ReadingText("The page, as it was")
    page.set_plain(event.draft.text)
    column.add(page)


def _deck(event: Event, deck: Deck, doing: Doing, *, whole: bool = False) -> DeckRow:
    """Make the row of a deck; `whole` says what of it could not be read, too."""
    reading = doing.reading(deck.id)
    offered = can_be_asked_for(event, deck)
    return DeckRow(deck, doing.deck, doing.standing(deck.id), reading, offered=offered, whole=whole)


def _people(column: ScrollColumn, event: Event, doing: Doing, *, spoke: bool = False) -> None:
    """Add a row a person, and below the last of those who share it what the page says they spoke on."""
    people = event.appearances
    for number, appearance in enumerate(people):
        said = appearance.printed.spoke_on
        column.add(PersonRow(appearance, doing.show_person), before=16 if spoke and number else 4)
        if not spoke or not said or any(other.printed.spoke_on == said for other in people[number + 1 :]):
            continue
        names = " and ".join(other.printed.name for other in people if other.printed.spoke_on == said)
        indented = QHBoxLayout()
        indented.setContentsMargins(px(_INDENT), 0, 0, 0)
        indented.addWidget(_text(f"What {names} spoke on", said, doing))
        column.add(indented, before=4)


def _text(name: str, markdown: str, doing: Doing) -> ReadingText:
    text = ReadingText(name)
    text.set_markdown(markdown)
    text.link_pressed.connect(doing.link)
    return text


def _nothing(icon: str, title: str, text: str, doing: Doing) -> QWidget:
    button = Button("Edit the event…", "pencil-simple")
    button.clicked.connect(lambda: doing.edit())
    return EmptyState(icon, title, text, [button])
