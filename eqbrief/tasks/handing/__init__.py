# SPDX-License-Identifier: MIT
"""Hand events over as a pack: a site that anyone can read, and that an EqBrief elsewhere can add."""

from eqbrief.tasks.handing.lists import Exported, export_list, list_endings
from eqbrief.tasks.handing.packing import Packed, make_pack
from eqbrief.tasks.handing.unpacking import add_pack, is_pack

__all__ = ["Exported", "Packed", "add_pack", "export_list", "is_pack", "list_endings", "make_pack"]
