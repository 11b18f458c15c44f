# SPDX-License-Identifier: MIT
"""Start EqBrief from a checkout: `python main.py [COMMAND]`."""

import sys

from eqbrief.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
