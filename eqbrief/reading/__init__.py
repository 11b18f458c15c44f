# SPDX-License-Identifier: MIT
"""Turn the bytes of a foreign page into a draft: pure, no store, no network, no exception but UserError."""

from eqbrief.reading.offered import people_in
from eqbrief.reading.readers import read_bytes, read_path, read_text

__all__ = ["people_in", "read_bytes", "read_path", "read_text"]
