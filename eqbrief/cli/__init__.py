# SPDX-License-Identifier: MIT
"""The command line: the same verbs as the window, for people at a terminal and for other programs.

`run(argv, opener)` is all that the app calls; `Opener` is what the app gives, since only it knows the window.
"""

from eqbrief.cli.running import run
from eqbrief.cli.session import Opener

__all__ = ["Opener", "run"]
