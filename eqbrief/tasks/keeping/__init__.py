# SPDX-License-Identifier: MIT
"""Keep the library safe: backups in two places, proven by rehearsal; restore; check and repair; emptying the bin."""

from eqbrief.tasks.keeping.backing_up import PartlyBackedUp, backup, backups, due, newest_good
from eqbrief.tasks.keeping.checking import check, repair
from eqbrief.tasks.keeping.emptying import purge_bin
from eqbrief.tasks.keeping.place import BACKUPS
from eqbrief.tasks.keeping.restoring import Restored, rehearse, restore

__all__ = [
    "BACKUPS",
    "PartlyBackedUp",
    "Restored",
    "backup",
    "backups",
    "check",
    "due",
    "newest_good",
    "purge_bin",
    "rehearse",
    "repair",
    "restore",
]
