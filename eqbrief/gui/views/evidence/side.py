# SPDX-License-Identifier: MIT
"""Beside the grid: the chosen action in full, its evidence, and what is suggested for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from eqbrief.gui.kit import Button, FlowLayout, Hairline, Label, ScrollColumn
from eqbrief.gui.theme import px
from eqbrief.gui.views.evidence.rows import EvidenceRow, SuggestionRow
from eqbrief.model import EvidenceItem, Framework, PlanAction, TagSuggestion, say_date

_MOST_EVIDENCE = 80
_MOST = 25
"""More suggestions than that nobody reads at once; the next come when these are decided."""
_HOW = "Nothing is tagged with this action yet. Press Ctrl+M where you read an event, a slide, a question or a note."


class Side(ScrollColumn):
    """Show one action; what is to be done is said by signals."""

    opened = Signal(object)
    removed = Signal(object)
    decided = Signal(list, bool)
    """TagSuggestions, and whether they are accepted."""
    filled = Signal()

    def __init__(self) -> None:
        super().__init__("The chosen action and its evidence", wide=True)
        self.evidence: list[EvidenceRow] = []
        self.suggested: list[SuggestionRow] = []
        self._shown: object = None

    def show_action(
        self,
        framework: Framework,
        action: PlanAction,
        items: Sequence[EvidenceItem],
        suggestions: Sequence[TagSuggestion] | None,
    ) -> None:
        """Show an action; `suggestions` is None while they are looked for. What is shown already stays as it is."""
        wanted = (framework, action, tuple(items), None if suggestions is None else tuple(suggestions))
        if wanted == self._shown:
            return
        before, self._shown = self._shown, wanted
        same = isinstance(before, tuple) and before[:2] == wanted[:2]  # pyright: ignore[reportUnknownVariableType]
        at, held = (self.verticalScrollBar().value(), self._held()) if same else (0, None)
        self.setUpdatesEnabled(False)
        self.clear()
        self._fill(framework, action, items, suggestions)
        self.setUpdatesEnabled(True)
        self.verticalScrollBar().setValue(at)
        self.filled.emit()
        if held is not None:
            self._focus_again(*held)

    def show_nothing(self) -> None:
        """Show no action."""
        self._shown = None
        self.evidence, self.suggested = [], []
        self.clear()

    def focus_first(self) -> bool:
        """Put the keyboard on the first piece of evidence or suggestion; False where there is none."""
        rows = [*self.evidence, *self.suggested]
        if rows:
            rows[0].link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(rows)

    def _fill(
        self,
        framework: Framework,
        action: PlanAction,
        items: Sequence[EvidenceItem],
        suggestions: Sequence[TagSuggestion] | None,
    ) -> None:
        self.add(Label(f"Action {action.number}", "small", "mute", wrap=False), before=0)
        self.add(Label(action.title, "heading", selectable=True), before=4)
        if action.explanation:
            self.add(Label(action.explanation, "body", "mute", selectable=True), before=8)
        self.evidence = [EvidenceRow(item) for item in items[:_MOST_EVIDENCE]]
        self.add_heading(f"Evidence  {len(items):,}" if items else "Evidence")
        if not items:
            self.add(Label(_HOW, "body", "mute"), before=8)
        for row in self.evidence:
            row.opened.connect(self.opened)
            row.removed.connect(self.removed)
            self._add_row(row)
        if len(items) > _MOST_EVIDENCE:
            more = f"{len(items) - _MOST_EVIDENCE:,} more: choose a topic, a series or a year above to see them."
            self.add(Label(more, "secondary", "mute"), before=12)
        self._fill_suggestions(suggestions)
        self.add_heading("The framework")
        self.add(Label(framework.name, "body", selectable=True), before=8)
        source = " · ".join(part for part in (framework.publisher, say_date(framework.published)) if part)
        for text in (framework.about, source, framework.address):
            if text:
                self.add(Label(text, "secondary", "mute", selectable=text == framework.address), before=2)

    def _fill_suggestions(self, suggestions: Sequence[TagSuggestion] | None) -> None:
        self.suggested = [SuggestionRow(one) for one in (suggestions or ())[:_MOST]]
        self.add_heading(f"Suggested  {len(suggestions):,}" if suggestions else "Suggested")
        if suggestions is None:
            self.add(Label("Looking through the library…", "body", "mute"), before=8)
        elif not suggestions:
            self.add(Label("Nothing more holds the words of this action.", "body", "mute"), before=8)
        elif len(suggestions) > 1:
            self.add(self._for_all(list(suggestions)), before=8)
        for row in self.suggested:
            row.opened.connect(self.opened)
            row.accepted.connect(lambda one: self.decided.emit([one], True))
            row.dismissed.connect(lambda one: self.decided.emit([one], False))
            self._add_row(row)
        if suggestions and len(suggestions) > _MOST:
            more = f"{len(suggestions) - _MOST:,} more come when these are decided."
            self.add(Label(more, "secondary", "mute"), before=12)

    def _for_all(self, suggestions: list[TagSuggestion]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=px(8))
        answers: tuple[tuple[str, str, bool], ...] = (("Accept all", "checks", True), ("Dismiss all", "x", False))
        for text, icon, accept in answers:
            button = Button(text, icon, "plain" if accept else "quiet")
            button.clicked.connect(self._all_of(suggestions, accept))
            flow.addWidget(button)
        return holder

    def _all_of(self, suggestions: list[TagSuggestion], accept: bool) -> Callable[[], None]:
        return lambda: self.decided.emit(suggestions, accept)

    def _held(self) -> tuple[bool, int] | None:
        """Give in which row the keyboard is: whether it is a suggestion, and its place."""
        focused = QApplication.focusWidget()
        for suggested, rows in ((True, self.suggested), (False, self.evidence)):
            for at, row in enumerate(rows):
                if row.isAncestorOf(focused or self):
                    return suggested, at
        return None

    def _focus_again(self, suggested: bool, at: int) -> None:
        """Put the keyboard on the row that came into the place of the one that had it."""
        if suggested and self.suggested:
            self.suggested[min(at, len(self.suggested) - 1)].accept.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.evidence:
            place = 0 if suggested else min(at, len(self.evidence) - 1)
            self.evidence[place].link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, row: QWidget) -> None:
        self.add(row, before=0)
        self.add(Hairline(), before=0)
