# SPDX-License-Identifier: MIT
"""The import desk, where what was read is set beside its page and corrected before it is stored; and the same form
on an event that is kept already."""

from eqbrief.gui.desk.desk import Desk
from eqbrief.gui.desk.edit import EditEvent
from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.page import PagePane

__all__ = ["Desk", "DraftForm", "EditEvent", "Known", "PagePane"]
