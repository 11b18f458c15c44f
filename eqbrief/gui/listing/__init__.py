# SPDX-License-Identifier: MIT
"""The list pane and what it is made of: rows as finished text, a model that reads a screenful, a card's drawing."""

from eqbrief.gui.listing.rows import Row, event_row, hit_row, name_row, plural

__all__ = ["Row", "event_row", "hit_row", "name_row", "plural"]
