# SPDX-License-Identifier: MIT
"""Questions to the person. Each is one function that returns a value, so that callers read straight."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, Label, Picture
from eqbrief.gui.theme import px
from eqbrief.model import UserError

CANCEL = "cancel"
_ENDING = re.compile(r"\*(\.\w+)")


class Question(QDialog):
    """A sentence, what follows from it, and a button for each answer; `answer` holds the key of the one pressed."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, answers: Sequence[tuple[str, str]], icon: str = "question"
    ) -> None:
        super().__init__(parent)
        self.answer = CANCEL
        self._default: Button | None = None
        self.setWindowTitle("EqBrief")
        self.setAccessibleName(f"{title} {text}")
        self.setModal(True)
        words = QVBoxLayout()
        words.setSpacing(px(8))
        words.addWidget(Label(title, "subheading", selectable=True))
        words.addWidget(Label(text, "body", "mute", selectable=True))
        top = QHBoxLayout()
        top.setSpacing(px(16))
        top.addWidget(Picture(icon, "accent", 28), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        for number, (key, label) in enumerate(answers):
            button = Button(label, kind="primary" if number == len(answers) - 1 else "plain")
            button.clicked.connect(lambda _checked=False, key=key: self._take(key))
            row.addWidget(button)
            if number == len(answers) - 1:
                button.setDefault(True)
                self._default = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(16))
        layout.setSpacing(px(24))
        layout.addLayout(top)
        layout.addLayout(row)
        self.setMinimumWidth(px(440))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, and let Enter give the usual answer."""
        width = max(self.width(), self.minimumWidth())
        self.setMinimumHeight(self.layout().totalHeightForWidth(width))  # type: ignore[union-attr]
        super().showEvent(event)
        if self._default is not None:
            self._default.setFocus()

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(parent: QWidget | None, title: str, text: str, answers: Sequence[tuple[str, str]]) -> str:
    """Ask a question and give the key of the answer; the last one is the default, Esc gives 'cancel'."""
    question = Question(parent, title, text, answers)
    question.exec()
    question.deleteLater()
    return question.answer


def tell(parent: QWidget | None, error: UserError) -> None:
    """Say what could not be done and what to do next."""
    question = Question(parent, error.what, error.next_step, [("ok", "OK")], "warning")
    question.exec()
    question.deleteLater()


def confirm(parent: QWidget | None, error: UserError, yes: str) -> bool:
    """Say what stands in the way, and let the person go on all the same or another way; False when they do not."""
    return ask(parent, error.what, error.next_step, [(CANCEL, "Cancel"), ("yes", yes)]) == "yes"


def choose_files(parent: QWidget | None, title: str, kinds: str) -> list[Path]:
    """Let the person choose files; `kinds` is Qt's form, 'Decks (*.pptx *.pdf)'. Nothing chosen gives []."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, "", f"{kinds};;All files (*)")
    return [Path(name) for name in names]


def choose_file(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """Let the person choose one file, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, "", f"{kinds};;All files (*)")
    return Path(name) if name else None


def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """Let the person choose a folder, or None."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def choose_target(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Let the person say where a file is to be written, or None."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    if not chosen:
        return None
    target = Path(chosen)
    ending = _ENDING.search(kind)  # a name that was typed without its ending gets that of the kind that was chosen
    return target if target.suffix or ending is None else target.with_name(target.name + ending[1])


def may_lose(window: QWidget, error: UserError) -> bool:
    """Ask whether to close although words could not be saved."""
    # Staying is the last answer and so what Enter gives: a hurried key must not lose words.
    answers = [("leave", "Close and lose what is not saved"), ("stay", "Go on here")]
    return ask(window, error.what, f"{error.next_step} Your last words are still on the screen.", answers) == "leave"
