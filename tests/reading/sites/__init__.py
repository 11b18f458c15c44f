# SPDX-License-Identifier: MIT
"""Ten sites that never were, four pages each; written before the rules that learn from corrections to them.

`ASIDE` names the third that was not looked at while the rules were written.
"""

import random

from tests.reading.sites.boxes import BOXES
from tests.reading.sites.facts import Site
from tests.reading.sites.lists import LISTS

SITES: tuple[Site, ...] = (*BOXES, *LISTS)
ASIDE = frozenset(random.Random(2024).sample([site.name for site in SITES], 3))
