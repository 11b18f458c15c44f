# SPDX-License-Identifier: MIT
"""The one way in which a relative path from a database, a page or an archive becomes a path on this disk.

It is judged as text first: merely asking Windows whether `\\\\host\\share\\x` exists sends the person's name to `host`.
"""

import os
import re
import unicodedata
from pathlib import Path

from eqbrief.model import UserError

_NEXT = "Check where this file comes from; if it is your own library, run 'Check library' to find the entry."


def safe_join(root: Path, relative: str) -> Path:
    """Join a relative path to a folder, and give a path that lies inside the folder.

    Both `/` and `\\` divide. Links are followed in the judgement: one that leads out of the folder is refused.

    Raises:
        UserError: when the path is empty or absolute, names a drive, a share or a stream of Windows, holds
            `..` or a control character, or leads outside through a link.
    """
    fault = _fault(relative)
    if fault:
        raise UserError(f"The path {_shown(relative)} was not used: {fault}.", _NEXT)
    joined = root.joinpath(*(part for part in re.split(r"[/\\]", relative) if part))
    inside, outside = os.path.realpath(root), os.path.realpath(joined)
    if not Path(outside).is_relative_to(inside):
        raise UserError(f"The path {_shown(relative)} was not used: it leads outside '{root.name}'.", _NEXT)
    return joined


def _fault(relative: str) -> str:
    """Say in a few words what is wrong with a path, from its text alone; '' when nothing is."""
    parts = re.split(r"[/\\]", relative)
    if not relative.strip("/\\ "):
        return "it is empty"
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in relative):
        return "it holds a character that no file name has"
    if re.match(r"[/\\]{2}", relative):
        return "it names a place on the network"
    if not parts[0]:
        return "it does not start inside the folder"
    if ":" in relative:
        return "it names a drive"
    # Windows drops dots and spaces at the end of a name, so '.. ' and '...' count as '..'.
    if any(part and not part.strip(". ") for part in parts):
        return "it leads out of the folder"
    return ""


def _shown(relative: str) -> str:
    plain = "".join(c if unicodedata.category(c)[0] != "C" else "?" for c in relative)
    return f"'{plain[:80]}…'" if len(plain) > 80 else f"'{plain}'"
