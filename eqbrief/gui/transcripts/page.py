# SPDX-License-Identifier: MIT
"""The transcripts of an event: one is shown, its words can be found, its speakers named, its passages noted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, ComboBox, EmptyState, Hairline, IconButton, Label, MenuButton, SearchBox, surface
from eqbrief.gui.kit.plain import no_mnemonic
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.gui.transcripts.turns import TurnsModel, TurnsView, spans_of
from eqbrief.model import Appearance, Piece, Transcript, Turn, say_time
from eqbrief.store import Store
from eqbrief.tasks import briefing

_FIRST_STEPS = """Download it in Teams or Zoom, as .vtt, or in Teams as a Word document.
Attach the file here, or drop it on the event.
Then find who said what, and make notes of it."""


class TranscriptPage(QWidget):
    """Show what was said at one event."""

    note_wanted = Signal(str, int)
    """The Markdown of a note on some turns, and the id of the first of them."""
    play_wanted = Signal(float)
    """The recording is to be played from this second on."""
    attach_wanted = Signal()
    said = Signal(str)

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._people: Sequence[Appearance] = ()
        self.transcripts: tuple[Transcript, ...] = ()
        self._build()

    def show_event(self, event_id: int, people: Sequence[Appearance]) -> None:
        """Show the transcripts of an event, from the one that is shown already where it is of this event."""
        self._people = people
        shown = self._shown.id if self._shown else None
        before, self.transcripts = self.transcripts, db.transcripts_of(self._store, event_id)
        if before == self.transcripts and before:
            return
        blocked = self._which.blockSignals(True)
        self._which.clear()
        self._which.addItems([one.title for one in self.transcripts])
        self._which.blockSignals(blocked)
        self._which.setVisible(len(self.transcripts) > 1)
        self._stack.setCurrentWidget(self._body if self.transcripts else self._none)
        places = [place for place, one in enumerate(self.transcripts) if one.id == shown]
        self._show(places[0] if places else 0)

    def reveal(self, turn_id: int, words: str = "") -> None:
        """Show a turn, with words marked."""
        for place, one in enumerate(self.transcripts):
            rows = [row for row, turn in enumerate(one.turns) if turn.id == turn_id]
            if rows:
                self._which.setCurrentIndex(place)
                self.finder.setText(words)
                self._go_to(rows[0])

    def show_moment(self, transcript_id: int, seconds: float) -> None:
        """Show the turn that is being spoken at a moment of a transcript, and put the keyboard there."""
        found = next((one for one in self.transcripts if one.id == transcript_id), None)
        turns = [turn for turn in found.turns if turn.starts_at < seconds + 1] if found else []
        if turns:
            self.reveal(turns[-1].id)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard into the list of turns, or on what brings in a transcript."""
        (self.view if self.transcripts else self._attach).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def make_note(self) -> None:
        """Ask for a note on the selected turns."""
        if turns := self._selected():
            self.note_wanted.emit(note_of(turns), turns[0].id)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the selected turns, to put into a briefing."""
        shown = self._shown
        return briefing.turn_pieces(store, shown, self._selected()) if shown else []

    def play(self) -> None:
        """Ask for the recording from the first selected turn on, or from its beginning."""
        turns = self._selected()
        self.play_wanted.emit(turns[0].starts_at if turns else 0.0)

    def _build(self) -> None:
        self._model = TurnsModel()
        self.view = TurnsView(self._model)
        self._which = ComboBox("Transcript")
        self._which.currentIndexChanged.connect(self._show)
        self._line = Label("", "secondary", "mute", wrap=False)
        self.finder = SearchBox("Find in the transcript", "Find in the transcript")
        self.finder.textChanged.connect(lambda _words: self._find(0))
        self.finder.returnPressed.connect(lambda: self._find(1))
        self._speakers = MenuButton("Speakers", "users", QMenu("Speakers", self), "quiet")
        self._speakers.menu().aboutToShow.connect(self._fill_speakers)
        note = Button("Note", "note-pencil", hint="Enter")
        note.setAccessibleName("Make a note of the selected passage")
        note.clicked.connect(self.make_note)
        adding = IconButton("Add the selected passage to the briefing", "clipboard-text", "Ctrl+G", tone="mute")
        adding.clicked.connect(lambda: gather(self.view))
        play = IconButton("Play the recording from the selected passage", "play", "Space", tone="mute")
        play.clicked.connect(self.play)
        self._remove = IconButton("Remove this transcript", "trash", tone="mute")
        self._remove.clicked.connect(self._take_away)
        bar = QHBoxLayout()
        bar.setContentsMargins(px(28), px(12), px(20), px(4))
        bar.setSpacing(px(8))
        for widget in (self._which, self.finder, note, play, adding, self._remove):
            bar.addWidget(widget, 1 if widget is self.finder else 0)
        facts = QHBoxLayout()
        facts.setContentsMargins(px(28), 0, px(20), px(4))
        facts.addWidget(self._line, 1)
        facts.addWidget(self._speakers)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(bar)
        body.addLayout(facts)
        body.addWidget(Hairline())
        body.addWidget(self.view, 1)
        self._attach = Button("Attach a transcript…", "paperclip", "primary")
        self._attach.clicked.connect(lambda: self.attach_wanted.emit())
        self._none = EmptyState("chats", "No transcript yet", _FIRST_STEPS, [self._attach])
        self._stack = QStackedWidget()
        for page in (self._none, self._body):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.view.note_pressed.connect(self.make_note)
        self.view.copy_pressed.connect(self._copy)
        self.view.play_pressed.connect(self.play)
        for each in (self, self.view):
            surface(each, "card")

    @property
    def _shown(self) -> Transcript | None:
        place = self._which.currentIndex()
        return self.transcripts[place] if 0 <= place < len(self.transcripts) else None

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self.transcripts):
            self._model.show(())
            return
        if self._which.currentIndex() != place:
            self._which.setCurrentIndex(place)
            return
        shown = self.transcripts[place]
        at = self.view.currentIndex().row()
        self._model.show(shown.turns)
        self._line.setText(said_transcript(shown))
        if 0 <= at < len(shown.turns):
            self.view.setCurrentIndex(self._model.index(at))

    def _find(self, step: int) -> None:
        """Mark what is looked for, and go to the first turn that holds it, from the current one on."""
        words = self.finder.text()
        self.view.mark(words)
        turns = self._model.turns
        at = max(0, self.view.currentIndex().row()) + step
        order = [*range(at, len(turns)), *range(min(at, len(turns)))]
        row = next((row for row in order if spans_of(turns[row].text, words)), None)
        if row is not None:
            self._go_to(row)
        elif words.strip():
            self.said.emit(f"Nobody says “{words}” in this transcript")

    def _go_to(self, row: int) -> None:
        self.view.setCurrentIndex(self._model.index(row))
        self.view.scrollTo(self._model.index(row), TurnsView.ScrollHint.PositionAtCenter)

    def _selected(self) -> list[Turn]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self._model.turns[row] for row in rows]

    def _copy(self) -> None:
        if turns := self._selected():
            QApplication.clipboard().setText("\n\n".join(f"{_heading(turn)}\n{turn.text}" for turn in turns))
            self.said.emit(f"Copied {plural(len(turns), 'passage')}")

    def _fill_speakers(self) -> None:
        """List the speakers, each with the people of the event that it may be."""
        menu = self._speakers.menu()
        menu.clear()
        shown = self._shown
        known = {one.person_id: one.printed.name for one in self._people}
        meant = {turn.speaker: turn.person_id for turn in shown.turns if turn.speaker} if shown else {}
        if not meant:
            menu.addAction("The transcript names no speakers").setEnabled(False)
        for speaker, person in meant.items():
            who = known.get(person) if person is not None else None
            under = menu.addMenu(no_mnemonic(f"{speaker}: {who or 'not known yet'}"))
            for number, name in ((None, "Nobody of this event"), *known.items()):
                item = under.addAction(no_mnemonic(name))
                item.setCheckable(True)
                item.setChecked(number == person)
                item.triggered.connect(lambda _on, s=speaker, n=number: self._name(s, n))

    def _name(self, speaker: str, person: int | None) -> None:
        if (shown := self._shown) is not None:
            self._write(lambda: tasks.name_speaker(self._store, shown.id, speaker, person))

    def _take_away(self) -> None:
        if (shown := self._shown) is not None:
            self._write(lambda: tasks.remove_transcript(self._store, shown.id))
            self.said.emit(f"Removed “{shown.title}”; Undo brings it back")

    def _write(self, work: object) -> None:
        job = self._jobs.save(work)  # type: ignore[arg-type]
        job.failed.connect(lambda error: tell(self, error))


def said_transcript(shown: Transcript) -> str:
    """Write a line about a transcript: '54:10 · 3 speakers, 2 of them known · 212 passages'."""
    ends_at = max((turn.ends_at or turn.starts_at for turn in shown.turns), default=0)
    meant = {turn.speaker: turn.person_id for turn in shown.turns if turn.speaker}
    known = sum(person is not None for person in meant.values())
    speakers = plural(len(meant), "speaker") + (f", {known} of them known" if known < len(meant) else "")
    parts = [say_time(ends_at), speakers if meant else "no speakers named", plural(len(shown.turns), "passage")]
    return " · ".join(parts)


def note_of(turns: Sequence[Turn]) -> str:
    """Write turns as quotations with their speakers and times, in Markdown, with room for a thought below."""
    return "\n\n".join(f"> {turn.text}\n>\n> {_heading(turn)}" for turn in turns) + "\n\n"


def _heading(turn: Turn) -> str:
    return ", ".join(part for part in (turn.speaker, say_time(turn.starts_at)) if part)
