# SPDX-License-Identifier: MIT
"""People and organisations in the window: their page, and the dialogs that merge, name, export and erase them."""

from eqbrief.gui.detail.naming.page import OF_NAMES, NamePage

__all__ = ["OF_NAMES", "NamePage"]
