# SPDX-License-Identifier: MIT
"""A deck in a window of its own, or over the whole screen: there with the slide alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from eqbrief.gui.actions import Actions
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.theme import px
from eqbrief.gui.viewer.commands import SlideCommands
from eqbrief.gui.viewer.viewer import Viewer
from eqbrief.store import Store


class ViewerWindow(QMainWindow):
    """Hold a viewer; Esc leaves the whole screen first, then closes the window."""

    closed = Signal()

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.viewer = Viewer(store, jobs, own_window=True)
        self.viewer.left.connect(self._leave)
        self.viewer.slide_shown.connect(lambda _deck, _number: self._name())
        self.viewer.window_wanted.connect(lambda _deck, _slide, _whole: self._switch())
        self._actions = Actions(self)
        self._actions.take(SlideCommands(self, lambda: self.viewer))
        self.setCentralWidget(self.viewer)
        self.setWindowTitle("EqBrief")
        self.resize(px(1100), px(760))

    def open(self, *, whole_screen: bool = False) -> None:
        """Bring the window onto the screen."""
        self._whole(whole_screen)
        self.viewer.focus_slide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the deck."""
        self.viewer.end()
        event.accept()
        self.closed.emit()

    def _leave(self) -> None:
        if self.isFullScreen():
            self._whole(False)
        else:
            self.close()

    def _switch(self) -> None:
        self._whole(not self.isFullScreen())

    def _whole(self, whole: bool) -> None:
        self.viewer.show_alone(whole)
        if whole:
            self.showFullScreen()
        else:
            self.showNormal()

    def _name(self) -> None:
        shown = self.viewer.shown
        if shown is not None:
            self.setWindowTitle(f"{shown.title}, slide {self.viewer.number} – EqBrief")
