# SPDX-License-Identifier: MIT
"""The detail pane and its pages."""

from eqbrief.gui.detail.pane import DetailPane

__all__ = ["DetailPane"]
