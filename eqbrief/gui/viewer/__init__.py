# SPDX-License-Identifier: MIT
"""The viewer of decks: in the place of an event's pages, and in a window of its own. Import its modules by name."""
