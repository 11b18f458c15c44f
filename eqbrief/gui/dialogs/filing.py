# SPDX-License-Identifier: MIT
"""Keep the topics in order: rename, merge, colour and drop them. What stands before a stroke is the topic above."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, ComboBox, EmptyState, Hairline, Label
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.listing.rows import plural
from eqbrief.model import NameCard, UserError
from eqbrief.store import Store
from eqbrief.tasks import topics

_LINE = "A topic with a stroke in its name lies below another: Workforce/Retention is found with Workforce too."
_EMPTY = (
    "Topics come with the pages you add, and you can give an event others at its head. They are kept in order here."
)


class TopicsDialog(Dialog):
    """List the topics by name, and change the one that is chosen."""

    def __init__(self, store: Store, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Topics", _LINE, parent, (640, 560))
        self._store, self._jobs = store, jobs
        self._cards: dict[str, NameCard] = {}
        self._build()
        self._read()

    def rename(self) -> None:
        """Ask for another name, and give it to the topic and those below it."""
        from eqbrief.gui.detail.naming.asking import NameDialog  # noqa: PLC0415 - the detail knows the dialogs' frame

        card = self._chosen()
        if card is None:
            return
        dialog = NameDialog(f"Rename {card.name}", "Topics below it go with it.", "Name", card.name, "Rename", self)
        name = dialog.name() if dialog.exec() else ""
        dialog.deleteLater()
        if name:
            self._write(lambda: topics.rename_topic(self._store, card.id, name), f"Now called {name}.")

    def merge(self) -> None:
        """Ask for the topic that the chosen one is to become, and merge the two."""
        from eqbrief.gui.detail.naming.asking import ChooseDialog  # noqa: PLC0415 - as above

        card = self._chosen()
        if card is None:
            return
        lines = [Line(key, one.name, icon="tag") for key, one in self._cards.items() if one.id != card.id]
        what = f"Every event on {card.name} gets the other topic instead."
        dialog = ChooseDialog(f"Merge {card.name} into…", what, lines, "Merge", self)
        key = dialog.key() if dialog.exec() else ""
        dialog.deleteLater()
        if key:
            into = self._cards[key]
            self._write(lambda: topics.merge_topics(self._store, into.id, card.id), f"Merged into {into.name}.")

    def drop(self) -> None:
        """Take the topic away from every event."""
        card = self._chosen()
        if card is not None:
            said = f"{plural(card.events, 'event')} no longer on {card.name}."
            self._write(lambda: topics.drop_topic(self._store, card.id), said)

    def colour(self, place: int) -> None:
        """Give the topic the colour of this place in the list, the first being none."""
        card = self._chosen()
        if card is not None:
            wanted = [None, *topics.COLOURS][place]
            self._write(lambda: topics.colour_topic(self._store, card.id, wanted), "")

    def _build(self) -> None:
        self._list = LineList("Topics")
        self._list.moved.connect(lambda _key: self._allow())
        self._none = EmptyState("tag", "No topics yet", _EMPTY)
        self.add(Hairline(), margin=0)
        self.add(self._list, 1, margin=0)
        self.add(self._none, 1, margin=0)
        self.add_line_above_foot()
        self._buttons = [
            Button("Rename…", "pencil-simple"),
            Button("Merge into…", "git-merge"),
            Button("Drop", "trash"),
        ]
        for button, do in zip(self._buttons, (self.rename, self.merge, self.drop), strict=True):
            button.clicked.connect(do)
        self._colour = ComboBox("Colour", ("No colour", *topics.COLOURS.values()))
        self._colour.activated.connect(self.colour)
        close = Button("Close")
        close.clicked.connect(self.accept)
        name = Label("Colour", "body", "mute", wrap=False)
        name.setBuddy(self._colour)
        self.finish([*self._buttons, name, self._colour], [close])
        self._list.setFocus()

    def _read(self) -> None:
        self._colours = db.topic_colours(self._store)
        cards = sorted(db.topics(self._store), key=lambda card: card.name.casefold())
        self._cards = {str(card.id): card for card in cards}
        self._list.show_lines(
            Line(
                key,
                "    " * card.name.count("/") + card.name.rpartition("/")[2],
                plural(card.events, "event"),
                "tag",
                chip=topics.COLOURS.get(self._colours.get(card.id, ""), ""),
            )
            for key, card in self._cards.items()
        )
        self._list.setVisible(bool(cards))
        self._none.setVisible(not cards)
        self._allow()

    def _allow(self) -> None:
        card = self._chosen()
        for button in (*self._buttons, self._colour):
            button.setEnabled(card is not None)
        colour = self._colours.get(card.id) if card else None
        self._colour.setCurrentIndex([None, *topics.COLOURS].index(colour))

    def _chosen(self) -> NameCard | None:
        return self._cards.get(self._list.current_key())

    def _write(self, work: Callable[[], Any], said: str) -> None:
        job = self._jobs.save(work)
        job.done.connect(lambda _result: self.say(f"{said} Undo brings it back." if said else ""))
        job.failed.connect(self._complain)
        job.ended.connect(self._read)

    def _complain(self, error: UserError) -> None:
        self.say(str(error), "caution")
