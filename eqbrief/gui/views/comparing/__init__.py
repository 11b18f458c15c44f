# SPDX-License-Identifier: MIT
"""The view in which two versions of a deck are compared: `view` is the whole, the rest its parts."""

from eqbrief.gui.views.comparing.view import ComparingView

__all__ = ["ComparingView"]
