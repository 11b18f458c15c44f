# SPDX-License-Identifier: MIT
"""Commands on evidence: tag what is chosen with an action of a framework, and show what there is for which."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from eqbrief.gui.actions import action
from eqbrief.gui.asking import tell
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.detail.tagged import Tagged
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit.lines import Line
from eqbrief.gui.sidebar import EVIDENCE, Place
from eqbrief.model import Framework, Piece, PlanAction, Tag, Target, UserError
from eqbrief.store import Store

_MANY = 100
_HOW = "Type its number or a word of it. One that is tagged already is untagged."
Offer = tuple[Framework, PlanAction, str]
"""An action with how it stands: 'Tagged', 'Suggested' or ''."""


class EvidenceCommands(QObject):
    """What can be done with evidence from everywhere; `chosen` gives what is chosen, as pieces of a briefing."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        detail: DetailPane,
        chosen: Callable[[], list[Piece]],
        go: Callable[[Place], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._chosen, self._go, self._say = chosen, go, say
        self.tagged = Tagged(detail, store, jobs)
        self.tagged.said.connect(say)

    @action(
        "Tag as evidence…",
        icon="target",
        menu="Event",
        shortcut="Ctrl+M",
        help="Say for which action of a framework it is evidence: events, a slide, a question or a note.",
    )
    def tag_evidence(self) -> None:
        """Ask for an action and tag what is chosen with it, or take that tag away."""
        from eqbrief.tasks import frameworks as plans  # noqa: PLC0415 - the first frame tags nothing

        try:
            targets = plans.targets_of(self._store, self._chosen())
        except UserError as error:
            tell(self._window, error)
            return
        if not targets:
            self._say("Choose something first: an event, a slide, a question or a note")
            return
        job = self._jobs.ask("actions to tag with", lambda: plans.offers(self._store, targets))
        job.done.connect(lambda offers: self._choose(targets, offers))
        job.failed.connect(lambda error: tell(self._window, error))

    @action(
        "Evidence",
        icon="target",
        menu="View",
        shortcut="Ctrl+Shift+M",
        help="Show what evidence there is for which action of a framework, and where there is none.",
    )
    def show_evidence(self) -> None:
        """Show the grid."""
        self._go(EVIDENCE)

    def _choose(self, targets: Sequence[Target], offers: Sequence[Offer]) -> None:
        from eqbrief.gui.detail.naming.asking import ChooseDialog  # noqa: PLC0415 - not before it is asked for

        several = len({framework.key for framework, _action, _how in offers}) > 1
        lines = [
            Line(
                str(at),
                f"{one.number}  {one.title}",
                framework.name if several else "",
                "target",
                chip=how,
                chip_tone="good" if how == "Tagged" else "accent",
            )
            for at, (framework, one, how) in enumerate(offers)
        ]
        dialog = ChooseDialog(f"Tag {said_targets(targets)} as evidence", _HOW, lines, "Tag or untag", self._window)
        chosen = dialog.key() if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        if chosen:
            self._take(targets, offers[int(chosen)])

    def _take(self, targets: Sequence[Target], offer: Offer) -> None:
        from eqbrief.tasks import frameworks as plans  # noqa: PLC0415 - the first frame tags nothing

        framework, one, how = offer
        if how == "Tagged":
            job = self._jobs.save(lambda: plans.untag(self._store, self._tags(targets, framework, one)))
            said = f"Tag with action {one.number} taken away. Undo brings it back."
        else:
            # Many stand behind the long work, so that what is typed meanwhile is saved at once.
            lane = self._jobs.save if len(targets) < _MANY else lambda do: self._jobs.run("Tagging", lambda _job: do())
            job = lane(lambda: plans.tag(self._store, targets, framework, one))
            said = f"Tagged with action {one.number} · Ctrl+Shift+M shows all evidence"
        job.done.connect(lambda _result: self._say(said))
        job.failed.connect(lambda error: tell(self._window, error))

    def _tags(self, targets: Sequence[Target], framework: Framework, one: PlanAction) -> list[Tag]:
        from eqbrief.tasks import frameworks as plans  # noqa: PLC0415 - as above

        return [
            tag
            for tag in plans.tags_on(self._store, targets)
            if (tag.framework, tag.action) == (framework.key, one.number)
        ]


def said_targets(targets: Sequence[Target]) -> str:
    """Say what is to be tagged: 'slide 4', 'this event', '3 events'."""
    if len(targets) > 1:
        kinds = {target.kind for target in targets}
        return f"{len(targets)} {kinds.pop() + 's' if len(kinds) == 1 else 'things'}"
    (target,) = targets
    return f"{target.kind} {target.tie.number}" if target.tie else f"this {target.kind}"
