# SPDX-License-Identifier: MIT
"""Files of this computer: safe names, whole writes, what a file really is, opening, settings and places. No Qt.

`checking` (what a file really is) and `opening` are imported by their own names where they are needed: every start of
the window passes by here, and they cost as much as all the rest.
"""

from eqbrief.files.beside import is_open, put_or_beside
from eqbrief.files.joining import safe_join
from eqbrief.files.kinds import DECK_ENDINGS, KINDS, MACRO_ENDINGS, Content, Kind
from eqbrief.files.names import event_folder_name, free_name, names_in, safe_name, unique_name
from eqbrief.files.places import default_library, unsafe_place
from eqbrief.files.resources import resource
from eqbrief.files.settings import THEME_CHOICES, Settings, ThemeChoice, save_settings, settings_file
from eqbrief.files.trouble import explain
from eqbrief.files.whole import (
    clear_beside,
    clear_leftovers,
    copy_whole,
    file_sha256,
    is_leftover,
    link_whole,
    make_folder,
    passing_name,
    take_name,
    write_whole,
)

__all__ = [
    "DECK_ENDINGS",
    "KINDS",
    "MACRO_ENDINGS",
    "THEME_CHOICES",
    "Content",
    "Kind",
    "Settings",
    "ThemeChoice",
    "clear_beside",
    "clear_leftovers",
    "copy_whole",
    "default_library",
    "event_folder_name",
    "explain",
    "file_sha256",
    "free_name",
    "is_leftover",
    "is_open",
    "link_whole",
    "make_folder",
    "names_in",
    "passing_name",
    "put_or_beside",
    "resource",
    "safe_join",
    "safe_name",
    "save_settings",
    "settings_file",
    "take_name",
    "unique_name",
    "unsafe_place",
    "write_whole",
]
