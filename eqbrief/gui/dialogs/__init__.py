# SPDX-License-Identifier: MIT
"""The dialogs of the window, each in a file of its name; questions with a plain answer are in gui.asking."""

from eqbrief.gui.dialogs.about import AboutDialog
from eqbrief.gui.dialogs.address import AddressDialog
from eqbrief.gui.dialogs.backups import BackupsDialog
from eqbrief.gui.dialogs.check import CheckDialog
from eqbrief.gui.dialogs.crash import CrashReport
from eqbrief.gui.dialogs.help import HelpDialog
from eqbrief.gui.dialogs.history import DeletedNotesDialog, HistoryDialog
from eqbrief.gui.dialogs.learnt import LearntDialog
from eqbrief.gui.dialogs.libraries import LibrariesDialog
from eqbrief.gui.dialogs.new_library import NewLibraryDialog
from eqbrief.gui.dialogs.palette import CommandPalette
from eqbrief.gui.dialogs.paste import PasteDialog
from eqbrief.gui.dialogs.reporting import make_report
from eqbrief.gui.dialogs.restoring import RestoreDialog
from eqbrief.gui.dialogs.settings import SettingsDialog

__all__ = [
    "AboutDialog",
    "AddressDialog",
    "BackupsDialog",
    "CheckDialog",
    "CommandPalette",
    "CrashReport",
    "DeletedNotesDialog",
    "HelpDialog",
    "HistoryDialog",
    "LearntDialog",
    "LibrariesDialog",
    "NewLibraryDialog",
    "PasteDialog",
    "RestoreDialog",
    "SettingsDialog",
    "make_report",
]
