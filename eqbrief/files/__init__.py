# SPDX-License-Identifier: MIT
"""Files of this computer: safe names, whole writes, what a file really is, opening, settings and places. No Qt."""

from eqbrief.files.checking import DeckFile, checked_file, deck_file, look
from eqbrief.files.joining import safe_join
from eqbrief.files.kinds import DECK_ENDINGS, KINDS, MACRO_ENDINGS, Content, Kind
from eqbrief.files.names import event_folder_name, safe_name, unique_name
from eqbrief.files.opening import open_file, show_in_folder
from eqbrief.files.places import default_library, unsafe_place
from eqbrief.files.resources import resource
from eqbrief.files.settings import THEME_CHOICES, Settings, ThemeChoice, save_settings, settings_file
from eqbrief.files.trouble import explain
from eqbrief.files.whole import clear_leftovers, copy_whole, file_sha256, is_leftover, write_whole

__all__ = [
    "DECK_ENDINGS",
    "KINDS",
    "MACRO_ENDINGS",
    "THEME_CHOICES",
    "Content",
    "DeckFile",
    "Kind",
    "Settings",
    "ThemeChoice",
    "checked_file",
    "clear_leftovers",
    "copy_whole",
    "deck_file",
    "default_library",
    "event_folder_name",
    "explain",
    "file_sha256",
    "is_leftover",
    "look",
    "open_file",
    "resource",
    "safe_join",
    "safe_name",
    "save_settings",
    "settings_file",
    "show_in_folder",
    "unique_name",
    "unsafe_place",
    "write_whole",
]
