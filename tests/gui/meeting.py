# SPDX-License-Identifier: MIT
"""Meet the questions and dialogs that a test makes the window ask: they run an event loop of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget


def meet(around: QObject, kind: type[QWidget], do: Callable[[Any], None]) -> list[str]:
    """Do something with the next dialog of a kind, as soon as it stands there; the list then holds what it says.

    Not the dialog itself: that is gone soon after it was answered.
    """
    met: list[str] = []
    timer = QTimer(around, interval=10)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible() and not met:
            met.append(dialog.accessibleName())
            timer.stop()
            try:
                do(dialog)
            except BaseException:
                dialog.close()  # or the test would wait for it for ever
                raise

    timer.timeout.connect(look)
    timer.start()
    return met


def press(text: str) -> Callable[[QWidget], None]:
    """Give what presses the button with this word on it."""

    def do(dialog: QWidget) -> None:
        buttons = {each.text(): each for each in dialog.findChildren(QAbstractButton)}
        assert text in buttons, f"no button '{text}' among {sorted(buttons)}"
        buttons[text].click()

    return do


def choosing(monkeypatch, *paths: Path) -> None:
    """Let every file dialog of the system answer with these paths."""
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (names[0] if names else "", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: names[0] if names else "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (names[0] if names else "", ""))


def stand_in_opener(folder: Path, monkeypatch) -> Path:
    """Put a program called xdg-open first on the PATH; what it was asked to open stands in the file that is given."""
    asked = folder / "asked.txt"
    program = folder / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{asked}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    return asked
