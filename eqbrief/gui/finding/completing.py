# SPDX-License-Identifier: MIT
"""Complete the names of people, organisations, topics and series, and the words of the language, in the search box."""

import re
from collections.abc import Callable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from eqbrief.gui.jobs import Jobs
from eqbrief.model.query.values import HAS, IS, KINDS, PLACES, STATES

_TYPING = re.compile(r'(?:^|(?<=[\s(]))-?([A-Za-z]+):((?:"(?=[^"]*$))?)((?<=")[^"]*|[^"\s]*)$')
_NAMES = {"person": "person", "org": "org", "organisation": "org", "topic": "topic", "series": "series"}
_FIXED: dict[str, tuple[str, ...]] = {
    "kind": tuple(KINDS),
    "in": (*PLACES, *KINDS),
    "has": tuple(HAS),
    "is": tuple(IS),
    "state": tuple(STATES),
}
_FEWEST = 1

Ask = Callable[[str, str], list[str]]
"""Gives the names of a field that begin as typed."""


class QueryCompleter:
    """Offer names below the search box: arrows choose, Enter takes, Esc puts them away."""

    def __init__(self, field: QLineEdit, jobs: Jobs, ask: Ask) -> None:
        self._jobs, self._ask = jobs, ask
        self._field = field
        self._names = QStringListModel(field)
        self._list = QCompleter(self._names, field)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setWidget(field)
        self._list.activated.connect(self._take)
        self._popup().setAccessibleName("Names in the library")
        field.textEdited.connect(lambda _text: self._typed())

    def names(self) -> list[str]:
        """Give the names that are offered."""
        return self._names.stringList() if self.is_open() else []

    def is_open(self) -> bool:
        """Say whether names are offered."""
        return self._popup().isVisible()

    def _typed(self) -> None:
        typed = _TYPING.search(self._before())
        if typed is None:
            self._popup().hide()
            return
        field, words = typed[1].casefold(), typed[3].split(",")[-1]
        if field in _FIXED:
            self._offer([word for word in _FIXED[field] if word.startswith(words.casefold())])
        elif field in _NAMES and len(words) >= _FEWEST:
            before = self._before()
            job = self._jobs.ask("names", lambda: self._ask(_NAMES[field], words))
            job.done.connect(lambda names: self._offer(names) if self._before() == before else None)
        else:
            self._popup().hide()

    def _offer(self, names: list[str]) -> None:
        if not names or not self._field.hasFocus():
            self._popup().hide()
            return
        self._names.setStringList(names)
        self._list.complete()

    def _take(self, name: str) -> None:
        before = self._before()
        typed = _TYPING.search(before)
        if typed is None:
            return
        value = f'"{name}"' if re.search(r"[\s()]", name) else name
        if "," in typed[3]:
            value = f"{typed[3].rpartition(',')[0]},{value}"
        start = typed.start(2)
        after = self._field.text()[len(before) :]
        self._field.setText(f"{before[:start]}{value} {after.lstrip()}")
        self._field.setCursorPosition(start + len(value) + 1)

    def _before(self) -> str:
        return self._field.text()[: self._field.cursorPosition()]

    def _popup(self) -> QAbstractItemView:
        popup = self._list.popup()
        assert popup is not None, "a completer makes its list when it is first asked for"
        # Its focus policy is left alone: the list hands it on to the field, which Tab could then no longer reach.
        return popup
