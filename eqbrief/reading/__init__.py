# SPDX-License-Identifier: MIT
"""Turn the bytes of a foreign page into a draft: pure, no store, no network, no exception but UserError."""

from eqbrief.reading.readers import read_bytes, read_path, read_text

__all__ = ["read_bytes", "read_path", "read_text"]
