# SPDX-License-Identifier: MIT
"""What is particular to a site is learnt: from a page and what a person made of it to rules, and back to the next page.

Pure, like all of reading: rules come in as values and go out as values; keeping them is for others.
"""

from eqbrief.reading.learnt.applying import read_with
from eqbrief.reading.learnt.deriving import Taught, taught_by
from eqbrief.reading.learnt.saying import say_briefly, say_rule
from eqbrief.reading.learnt.sites import site_at, site_of

__all__ = ["Taught", "read_with", "say_briefly", "say_rule", "site_at", "site_of", "taught_by"]
