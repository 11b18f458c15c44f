# SPDX-License-Identifier: MIT
"""Turn the bytes of a foreign page into a draft: pure, no store, no network, no exception but UserError."""

from eqbrief.reading.learnt import Taught, say_briefly, say_rule, site_at, taught_by
from eqbrief.reading.offered import people_in
from eqbrief.reading.readers import page_in, read_bytes, read_path, read_text

__all__ = [
    "Taught",
    "page_in",
    "people_in",
    "read_bytes",
    "read_path",
    "read_text",
    "say_briefly",
    "say_rule",
    "site_at",
    "taught_by",
]
