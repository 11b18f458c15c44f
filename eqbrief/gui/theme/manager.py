# SPDX-License-Identifier: MIT
"""Dress the application in a theme, and change it when the system or the person does."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from eqbrief.gui.theme.current import put_in_use, scale_in_use, theme_in_use, themes
from eqbrief.gui.theme.focus import FocusRing
from eqbrief.gui.theme.fonts import font, interface_font, system_scale
from eqbrief.gui.theme.palette import palette_of, theme_of
from eqbrief.gui.theme.sheet import render
from eqbrief.gui.theme.style import Marks
from eqbrief.gui.theme.tokens import Theme

Choice = Literal["system", "light", "dark", "contrast light", "contrast dark"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
LARGEST = 2.0


class ThemeManager(QObject):
    """Own the look of the application: one is made by the app, and it says `changed` after each change.

    Widgets need not listen: Qt repaints them, and they ask `colour`, `px` and `font` as they paint.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "system"
        self._text_size = 100
        self._system_font = app.font()
        self._ring = FocusRing(app, self)
        app.setStyle(Marks())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def apply(self, choice: Choice = "system", text_size: int = 100) -> None:
        """Put on a theme; `text_size` is in per cent of the system's, and text ends at twice the usual size."""
        self._choice, self._text_size = choice, text_size
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice.rpartition(" ")[2])
        hints = self._app.styleHints()
        hints.blockSignals(True)
        hints.setColorScheme(scheme or Qt.ColorScheme.Unknown)
        hints.blockSignals(False)
        self._dress()

    @contextmanager
    def undressed(self) -> Generator[None]:
        """Build a window without the style sheet, and put it on at the end: each widget is then polished once."""
        sheet = self._app.styleSheet()
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(sheet)

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._dress()

    def _dress(self) -> None:
        theme = self._chosen()
        scale = min(LARGEST, max(1.0, system_scale(self._system_font) * self._text_size / 100))
        if (theme, scale) == (theme_in_use(), scale_in_use()) and self._app.styleSheet():
            return
        put_in_use(theme, scale)
        self._app.setPalette(palette_of(theme))
        self._app.setFont(interface_font(self._system_font))
        self._app.setFont(font("body"))
        self._app.setStyleSheet(render(theme, scale))
        self.changed.emit()

    def _chosen(self) -> Theme:
        if self._choice != "system":
            return themes()[self._choice]
        hints = self._app.styleHints()
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if hints.accessibility().contrastPreference() != Qt.ContrastPreference.HighContrast:
            return themes()["dark" if is_dark else "light"]
        if self._app.platformName() == "windows":
            # There the person chose each colour of the high-contrast palette: take them as they come.
            self._app.setPalette(QPalette())
            return theme_of(self._app.palette())
        return themes()["contrast dark" if is_dark else "contrast light"]
