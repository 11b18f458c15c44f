# SPDX-License-Identifier: MIT
"""The one style sheet: ordinary Qt widgets in our colours and sizes. What the kit paints itself is not repeated here.

Written at 100 %: `@name` is a colour of the theme, `4px` and more grow with the text, lines of 1 to 3 px stay lines.
"""

import re

from eqbrief.gui.theme.tokens import Theme

SHEET = """
QMainWindow, QDialog { background: @bg; }
QWidget[surface="bg"] { background: @bg; }
QWidget[surface="pane"] { background: @pane; }
QWidget[surface="card"] { background: @card; }
QFrame[hairline="true"] { background: @hairline; border: none; }

QLabel { color: @text; background: transparent; }
QLabel[tone="mute"] { color: @mute; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="caution"] { color: @caution; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="on-accent-tint"] { color: @on_accent_tint; }
QLabel:disabled { color: @disabled; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { font-size: 13px; }
QLabel[role="title"] { font-size: 24px; font-weight: 600; }
QLabel[role="heading"] { font-size: 17px; font-weight: 600; }
QLabel[role="subheading"] { font-size: 15px; font-weight: 600; }
QLabel[role="small"] { font-size: 12.5px; font-weight: 600; }

QPushButton {
    background: @card; color: @text; border: 1px solid @border; border-radius: 6px;
    padding: 0 12px; min-height: 30px; font-weight: 500;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:hover, QPushButton:pressed, QPushButton:checked { border-color: @touched; }
QPushButton:default { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton:default:hover { background: @accent_hover; }
QPushButton:default:pressed { background: @accent_pressed; }
QPushButton:disabled { background: transparent; color: @disabled; border-color: @hairline; }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton {
    background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px;
    padding: 0 6px; min-height: 30px; icon-size: 18px;
}
QToolButton[inside="true"] { padding: 0; min-height: 22px; icon-size: 14px; }
QToolButton:hover { background: @hover; border-color: @lifted; }
QToolButton:pressed { background: @pressed; border-color: @lifted; }
QToolButton:disabled { color: @disabled; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox {
    background: @card; color: @text; placeholder-text-color: @mute; border: 1px solid @border; border-radius: 6px;
    selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit, QDateEdit, QSpinBox { padding: 0 9px; min-height: 30px; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; min-height: 0; padding: 0 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; height: 0; border: none; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { background: @bg; color: @disabled; }
QLineEdit[check="true"], QPlainTextEdit[check="true"], QTextEdit[check="true"], QComboBox[check="true"] {
    border-color: @caution;
}
QTextEdit[plain="true"], QPlainTextEdit[plain="true"] {
    background: transparent; border: none; border-radius: 0; padding: 0;
}

QComboBox {
    background: @card; color: @text; border: 1px solid @border; border-radius: 6px;
    padding: 0 30px 0 10px; min-height: 30px;
}
QComboBox:hover { background: @hover; }
QComboBox:disabled { color: @disabled; border-color: @hairline; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; width: 0; }
QComboBox QAbstractItemView { background: @card; border: 1px solid @border; padding: 4px; outline: none; }

QCheckBox, QRadioButton { color: @text; spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 18px; height: 18px; }

QMenuBar { background: @bg; color: @text; padding: 2px 8px; border-bottom: 1px solid @hairline; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; border: 1px solid @lifted; }
QMenuBar::item:pressed { background: @pressed; }
QMenu { background: @card; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; border: 1px solid transparent; min-height: 20px; }
QMenu::item:selected { background: @selected; border-color: @lifted; color: @text; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }

QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: @mute; padding: 0 2px; margin-right: 18px; min-height: 34px; font-weight: 500;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:disabled { color: @disabled; }

QScrollArea, QScrollArea > QWidget > QWidget[scrolled="true"] { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @border; border-radius: 2px; margin: 4px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @mute; border-radius: 3px; margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractItemView {
    background: @pane; color: @text; border: none; outline: none;
    selection-background-color: @selected; selection-color: @text; alternate-background-color: @bg;
}
QListView::item, QTreeView::item, QTableView::item {
    min-height: 28px; padding: 0 8px; border: 1px solid transparent; color: @text;
}
QListView::item:hover, QTreeView::item:hover, QTableView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: @selected; color: @text; border-color: @lifted;
}
QListView::item:selected, QTreeView::item:selected:first, QTreeView::item:selected:only-one {
    border-left: 3px solid @accent; padding-left: 6px;
}
QTableView::item:selected { border-top: 1px solid @accent; border-bottom: 1px solid @accent; }
QHeaderView { background: @pane; border: none; qproperty-defaultAlignment: "AlignLeft|AlignVCenter"; }
QHeaderView::section {
    background: @pane; color: @mute; font-size: 12.5px; font-weight: 600; min-height: 30px; padding: 0 8px;
    border: none; border-bottom: 1px solid @hairline;
}
QTableView { gridline-color: @hairline; }

QToolTip { background: @card; color: @text; border: 1px solid @border; padding: 4px 6px; font-size: 13px; }
QProgressBar {
    background: @track; border: 1px solid @track_edge; border-radius: 3px; color: @text;
    min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSplitter { background: transparent; }
QSplitter::handle { background: @hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: @bg; color: @mute; border-top: 1px solid @hairline; font-size: 13px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @mute; font-size: 13px; }
QToolBar { background: @bg; border: none; border-bottom: 1px solid @hairline; padding: 8px 12px; spacing: 8px; }
QGroupBox { border: none; margin-top: 26px; padding: 0; font-weight: 600; color: @text; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0; }
"""

_COLOUR = re.compile(r"@(\w+)")
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)px")


def render(theme: Theme, scale: float) -> str:
    """Write the style sheet of a theme at a scale of 1.0 to 2.0."""
    # In a contrast theme a tint marks nothing: what would be lifted by one is framed instead.
    extra = {
        "lifted": theme.accent if theme.is_contrast else "transparent",
        "touched": theme.accent if theme.is_contrast else theme.border,
        "track": theme.card if theme.is_contrast else theme.hairline,
        "track_edge": theme.border if theme.is_contrast else "transparent",
    }

    def length(found: re.Match[str]) -> str:
        pixels = float(found[1])
        return f"{round(pixels * scale) if pixels >= 4 else round(pixels)}px"

    coloured = _COLOUR.sub(lambda found: extra.get(found[1]) or theme.tone(found[1]), SHEET)
    return _LENGTH.sub(length, coloured)
