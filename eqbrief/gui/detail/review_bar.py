# SPDX-License-Identifier: MIT
"""The list of a review below the head of an event: five boxes, how many are ticked, and what is new since last time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit import FlowLayout, Label, Link, plain_tip
from eqbrief.gui.theme import px
from eqbrief.model import REVIEW_ITEMS, Review, ReviewStep, SinceLooked


class ReviewBar(QWidget):
    """Show how far a review is, and say what the person ticks by hand."""

    ticked = Signal(str, bool)
    """A line's key, and whether it is done."""
    news_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Review")
        self._steps: tuple[ReviewStep, ...] = ()
        self._build()

    def show_review(self, review: Review) -> None:
        """Show the list of a review; what stands there already is not drawn again, as while one types."""
        if review.steps == self._steps and all(self.boxes[step.item].isChecked() == step.done for step in review.steps):
            return
        self._steps = review.steps
        self._count.setText(f"Review {review.said}")
        self._count.setAccessibleName(f"Review: {review.said} done")
        for step in review.steps:
            box = self.boxes[step.item]
            blocked = box.blockSignals(True)
            box.setChecked(step.done)
            box.blockSignals(blocked)
            box.setText(said_step(step))
            box.setAccessibleName(f"Review: {explained(step)}")
            box.setToolTip(plain_tip(explained(step)))
        self._flow.invalidate()
        self._ticks.updateGeometry()

    def show_since(self, since: SinceLooked | None) -> None:
        """Say what has come since somebody last looked; where nothing has, only what is counted tells when that was."""
        said = since.sentence if since else ""
        self._since.setText(said)
        self._count.setToolTip(plain_tip(said))
        self._count.setAccessibleDescription(said)
        self._news.setAccessibleName(f"{said} Show changes")  # a mere text has no keyboard
        self._told.setVisible(bool(since and since.news))

    def _build(self) -> None:
        self._ticks = QWidget()
        self._flow = FlowLayout(self._ticks, spacing=px(16), lines=px(2))
        self._count = Label("", "small", "mute", wrap=False)
        self._flow.addWidget(self._count)
        self.boxes: dict[str, QCheckBox] = {}
        for item in REVIEW_ITEMS:
            box = self.boxes[item] = QCheckBox()
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box.toggled.connect(lambda on, item=item: self.ticked.emit(item, on))
            self._flow.addWidget(box)
        self._since = Label("", "secondary")
        self._since.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._news = Link("Show changes")
        self._news.clicked.connect(self.news_wanted)
        self._told = QWidget()
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(px(12))
        told.addWidget(self._since)
        told.addWidget(self._news)
        told.addStretch(1)
        self._told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(28), 0, px(28), px(4))
        layout.setSpacing(px(2))
        layout.addWidget(self._ticks)
        layout.addWidget(self._told)


def said_step(step: ReviewStep) -> str:
    """Write a line of the list for its box: how many slides were seen stands there while some were not."""
    counted = step.item == "slides" and not step.done and step.detail[:1].isdigit() and not step.detail.startswith("0 ")
    return f"{step.title} ({step.detail.removesuffix(' slides')})" if counted else step.title


def explained(step: ReviewStep) -> str:
    """Write a line of the list with what it goes by: 'Slides seen: 18 of 24 slides, not ticked by hand'."""
    by_hand = f"{'ticked' if step.done else 'left open'} by hand" if step.by_hand is not None else ""
    about = ", ".join(part for part in (step.detail, by_hand) if part)
    return f"{step.title}: {about}" if about else step.title
