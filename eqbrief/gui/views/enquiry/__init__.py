# SPDX-License-Identifier: MIT
"""A question put to all events: its table of answers over the whole width."""

from eqbrief.gui.views.enquiry.pane import EnquiryView

__all__ = ["EnquiryView"]
