# SPDX-License-Identifier: MIT
"""Searching in the window: what stands above the results, how the box completes, and who asks for what when."""

from eqbrief.gui.finding.head import FoundHead

__all__ = ["FoundHead"]
