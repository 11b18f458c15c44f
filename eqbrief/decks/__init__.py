# SPDX-License-Identifier: MIT
"""Text, links and pictures of decks, slide by slide; foreign files are only ever read in a child process.

`asking` is this side of it; what else is here runs in the child, and is imported by `worker` alone.
"""

from eqbrief.decks.asking import EDITION, DeckReader, PasswordWanted
from eqbrief.decks.older import LibreOfficeWanted

__all__ = ["EDITION", "DeckReader", "LibreOfficeWanted", "PasswordWanted"]
