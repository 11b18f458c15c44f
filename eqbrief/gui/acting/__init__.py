# SPDX-License-Identifier: MIT
"""What is to be done about an event, below its notes: ticked, written in one line, edited where it stands."""

from eqbrief.gui.acting.doing import ActionDoing
from eqbrief.gui.acting.row import ActionRow, said_action
from eqbrief.gui.acting.section import ActionsSection

__all__ = ["ActionDoing", "ActionRow", "ActionsSection", "said_action"]
