# SPDX-License-Identifier: MIT
"""Small widgets that every pane is made of, each with its accessible name by construction."""

from eqbrief.gui.kit.avatar import Avatar, initials
from eqbrief.gui.kit.banner import Banner
from eqbrief.gui.kit.buttons import Button, IconButton, Link, MenuButton
from eqbrief.gui.kit.chips import Chip, ChipButton, CountBadge
from eqbrief.gui.kit.choice import ComboBox
from eqbrief.gui.kit.column import ScrollColumn
from eqbrief.gui.kit.empty import EmptyState, Picture
from eqbrief.gui.kit.flow import FlowLayout
from eqbrief.gui.kit.form import Form, FormRow
from eqbrief.gui.kit.hairline import Hairline
from eqbrief.gui.kit.keys import is_for_the_window
from eqbrief.gui.kit.labels import ElidedLabel, Label, SectionHeading
from eqbrief.gui.kit.plain import empty, no_mnemonic, plain_tip, surface
from eqbrief.gui.kit.reading import ReadingText, reading_width
from eqbrief.gui.kit.search_box import SearchBox
from eqbrief.gui.kit.tabs import Tabs

__all__ = [
    "Avatar",
    "Banner",
    "Button",
    "Chip",
    "ChipButton",
    "ComboBox",
    "CountBadge",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "Form",
    "FormRow",
    "Hairline",
    "IconButton",
    "Label",
    "Link",
    "MenuButton",
    "Picture",
    "ReadingText",
    "ScrollColumn",
    "SearchBox",
    "SectionHeading",
    "Tabs",
    "empty",
    "initials",
    "is_for_the_window",
    "no_mnemonic",
    "plain_tip",
    "reading_width",
    "surface",
]
