# SPDX-License-Identifier: MIT
"""Letters that no font at hand has: a PDF for everyone refuses them, so they are found and said in another way."""

import unicodedata
from collections.abc import Callable, Iterable

_MOST_TRIES = 160
_BOX = "□"


def unshown(letters: Iterable[str], can_show: Callable[[str], bool]) -> set[str]:
    """Find the letters that cannot be shown, by halves; what is not settled after many tries counts as one of them."""
    groups, lost, tries = [sorted({one for one in letters if ord(one) > 0x7E})], set[str](), 0
    while groups:
        group = groups.pop()
        tries += 1
        if not group or (tries <= _MOST_TRIES and can_show(" ".join(group))):
            continue
        if len(group) == 1 or tries > _MOST_TRIES:
            lost.update(group)
        else:
            groups += [group[: len(group) // 2], group[len(group) // 2 :]]
    return lost


def say_letters(lost: Iterable[str]) -> dict[int, str]:
    """Give what stands for each letter, for `str.translate`: a sign by its name, a letter as a box, a space as one."""
    said: dict[int, str] = {}
    for letter in lost:
        kind = unicodedata.category(letter)
        name = unicodedata.name(letter, "").lower()
        if kind.startswith("S") and name:
            said[ord(letter)] = f"({name})"
        elif kind in ("Cf", "Mn", "Me", "Cc"):
            said[ord(letter)] = ""
        else:
            said[ord(letter)] = " " if kind.startswith("Z") else _BOX
    return said
