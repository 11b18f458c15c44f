# SPDX-License-Identifier: MIT
"""Addresses as pages print them: many are broken, and a broken one must never stop a page from being read."""

from urllib.parse import SplitResult, unquote, urlsplit

_NOTHING = SplitResult("", "", "", "", "")


def parts_of(address: str) -> SplitResult:
    """Divide an address into its parts; all of them are empty where it is none."""
    try:
        return urlsplit(address)
    except ValueError:  # brackets where a host's number should be
        return _NOTHING


def path_in(address: str) -> str:
    """Give the path of an address as people read it, '' where it has none."""
    return unquote(parts_of(address).path)
