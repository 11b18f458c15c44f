# SPDX-License-Identifier: MIT
"""What of copied markup is to be read at all, without loading what reads it."""

import re

_STRUCTURE = re.compile(
    r"<(?:h[1-6]|ul|ol|li|table|a|b|strong|i|em|blockquote|hr)\b|mso-list|font-weight|font-style", re.IGNORECASE
)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL | re.IGNORECASE)


def fragment(html: str) -> str:
    """Give the part of copied markup that was chosen; browsers and Word copy the page around it too."""
    found = _FRAGMENT.search(html)
    return found[1] if found else html


def has_structure(html: str) -> bool:
    """Say whether markup has anything that plain text has not: headings, lists, stresses, links, tables."""
    return _STRUCTURE.search(html) is not None
