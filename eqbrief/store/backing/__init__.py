# SPDX-License-Identifier: MIT
"""What keeping a library safe asks of its database: whole copies, what should lie beside it, mending, the bin."""

from eqbrief.store.backing.binned import binned_before, files_of_event, remove_event, remove_notes_binned_before
from eqbrief.store.backing.copies import Contents, contents, copy_database, settle, trouble_in
from eqbrief.store.backing.mending import Kept, kept_files, mend_indexes, point_to, rebuild_search, troubles
from eqbrief.store.connecting import REPAIR, alone
from eqbrief.store.opening import flush

__all__ = [
    "REPAIR",
    "Contents",
    "Kept",
    "alone",
    "binned_before",
    "contents",
    "copy_database",
    "files_of_event",
    "flush",
    "kept_files",
    "mend_indexes",
    "point_to",
    "rebuild_search",
    "remove_event",
    "remove_notes_binned_before",
    "settle",
    "trouble_in",
    "troubles",
]
