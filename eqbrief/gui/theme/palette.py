# SPDX-License-Identifier: MIT
"""From a theme to Qt's palette, and, where the system has a high-contrast palette of its own, from that to a theme."""

from PySide6.QtGui import QColor, QPalette

from eqbrief.gui.theme.tokens import Theme, luminance

Role = QPalette.ColorRole

_ROLES: dict[QPalette.ColorRole, str] = {
    Role.Window: "bg",
    Role.WindowText: "text",
    Role.Base: "card",
    Role.AlternateBase: "pane",
    Role.Text: "text",
    Role.PlaceholderText: "mute",
    Role.Button: "card",
    Role.ButtonText: "text",
    Role.BrightText: "danger",
    Role.ToolTipBase: "card",
    Role.ToolTipText: "text",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.Accent: "accent",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Light: "card",
    Role.Midlight: "hairline",
    Role.Mid: "hairline",
    Role.Dark: "border",
    Role.Shadow: "border",
}

_DISABLED = (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText)


def palette_of(theme: Theme) -> QPalette:
    """Make Qt's palette of a theme. Selected text is the same in a window that is not active."""
    made = QPalette()
    for role, tone in _ROLES.items():
        made.setColor(role, QColor(theme.tone(tone)))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(theme.hairline))
    made.setColor(QPalette.ColorGroup.Disabled, Role.HighlightedText, QColor(theme.text))
    return made


def theme_of(system: QPalette) -> Theme:
    """Make a contrast theme of the system's palette, its colours as they come."""

    def taken(role: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return system.color(group, role).name()

    back, text = taken(Role.Window), taken(Role.WindowText)
    accent, on_accent = taken(Role.Highlight), taken(Role.HighlightedText)
    link = taken(Role.Link)
    backs = dict.fromkeys(
        ("bg", "pane", "card", "accent_tint", "selected", "good_tint", "caution_tint", "danger_tint", "chip"), back
    )
    texts = dict.fromkeys(
        ("text", "mute", "on_accent_tint", "good", "caution", "danger", "hairline", "border", "ring"), text
    )
    return Theme(
        name="system contrast",
        is_dark=luminance(back) < 0.2,
        is_contrast=True,
        **backs,
        **texts,
        accent=link,
        accent_hover=accent,
        accent_pressed=accent,
        on_accent=on_accent if link == accent else back,
        found=accent,
        on_found=on_accent,
        hover=back,
        pressed=back,
        disabled=taken(Role.WindowText, QPalette.ColorGroup.Disabled),
    )
