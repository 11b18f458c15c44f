# SPDX-License-Identifier: MIT
"""Keys that belong to the window, also while a text field has the keyboard.

On X11 Qt's text fields take Ctrl+K for 'delete to the end of the line' and Ctrl+E for 'go to the end', before any
shortcut is asked: somebody who wants to search would lose what stands behind the cursor.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_CONTROL = Qt.KeyboardModifier.ControlModifier
WINDOW_KEYS = frozenset({Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_T, Qt.Key.Key_J})


def is_for_the_window(event: QEvent) -> bool:
    """Say whether a field should leave this event to the window's shortcuts; if so, the event is ignored."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() != _CONTROL or event.key() not in WINDOW_KEYS:
        return False
    event.ignore()
    return True
