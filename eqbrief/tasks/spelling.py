# SPDX-License-Identifier: MIT
"""Check the spelling of notes by a dictionary of the system, through Enchant; where there is none, nothing is checked.

One's own words are a text file beside the settings, a word a line. Names, tags, addresses, code, words in capitals and
words with figures are never called wrong, nor is a capitalised word within a sentence: it is most likely a name.
"""

import locale
import os
import re
import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from eqbrief.files import settings_file, write_whole
from eqbrief.model.mentions import mentions_in

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PASSED = re.compile(r"`[^`]*`|\]\([^)\s]*\)|<[^>\s]+>|\bhttps?://\S+|\b[\w.+-]+@[\w.-]+\w|\{\w+\}")
_BEGINS = re.compile(r"(?:^|[.!?:]\s+|^\s*(?:[-*+>#]+|\d+[.)])\s*(?:\[[ xX]\]\s*)?)$")
_PREFERRED = ("en_GB", "en_US")
_MOST = 5
_LIBRARIES = (
    *("usr/lib/*-linux-gnu/libenchant-2.so.2", "usr/lib64/libenchant-2.so.2", "usr/lib/libenchant-2.so.2"),
    *("usr/local/lib/libenchant-2.*", "opt/homebrew/lib/libenchant-2.dylib", "opt/local/lib/libenchant-2.dylib"),
)


class Speller:
    """A dictionary of one language, with one's own words; `language` is such as 'en_GB'."""

    def __init__(self, dictionary: Any, language: str) -> None:
        self._dictionary, self.language = dictionary, language
        self._own = own_words()
        self._ignored: set[str] = set()

    def wrong(self, line: str) -> list[tuple[int, int]]:
        """Give where in a line of Markdown words stand that the dictionary does not know."""
        passed = [found.span() for found in _PASSED.finditer(line)]
        passed += [(one.start, one.end) for one in mentions_in(line)]
        found: list[tuple[int, int]] = []
        for word in _WORD.finditer(line):
            start, end = word.span()
            if any(start < last and first < end for first, last in passed) or self._near_figures(line, start, end):
                continue
            if not self._knows(word[0]) and not (word[0][0].isupper() and not _BEGINS.search(line[:start])):
                found.append((start, end))
        return found

    def suggestions(self, word: str) -> list[str]:
        """Give what may have been meant, the likeliest first."""
        return list(self._dictionary.suggest(word))[:_MOST]

    def ignore(self, word: str) -> None:
        """Call a word right until the program ends."""
        self._ignored.add(word.casefold())

    def learn(self, word: str) -> None:
        """Keep a word among one's own.

        Raises:
            UserError: when it cannot be written.
        """
        words = own_words() | {word.casefold()}
        path = settings_file().parent / _OWN
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, ("\n".join(sorted(words)) + "\n").encode(), replace=True)
        self._own = words

    def _knows(self, word: str) -> bool:
        plain = word.replace("’", "'")
        if len(plain) < 2 or plain.isupper() or plain.casefold() in self._ignored | self._own:
            return True
        return bool(self._dictionary.check(plain))

    def _near_figures(self, line: str, start: int, end: int) -> bool:
        around = line[max(0, start - 1) : start] + line[end : end + 1]
        return any(sign.isdigit() or sign == "_" for sign in around)


_OWN = "words.txt"


def own_words() -> set[str]:
    """Read one's own words; none where the file cannot be read."""
    try:
        return set((settings_file().parent / _OWN).read_text(encoding="utf-8").split())
    except (OSError, UnicodeError):
        return set()


@lru_cache(1)
def language() -> str | None:
    """Give the language of the dictionary in use: the system's own, else English, else any; None without one."""
    enchant = _enchant()
    here = set(enchant.list_languages()) if enchant is not None else set[str]()
    wanted = (locale.getlocale()[0] or "", *_PREFERRED)
    return next((one for one in wanted if one in here), min(here, default=None))


def speller() -> Speller | None:
    """Load the dictionary; None where the system has none."""
    found, enchant = language(), _enchant()
    if found is None or enchant is None:
        return None
    try:
        return Speller(enchant.Dict(found), found)
    except enchant.Error:
        return None


def _enchant() -> Any:
    """Give Enchant; None where the system has not its library.

    It is looked for here: left to itself, Enchant's Python part runs a compiler and a linker to ask them for it.
    """
    if sys.platform != "win32" and "PYENCHANT_LIBRARY_PATH" not in os.environ:
        library = next((str(path) for where in _LIBRARIES for path in sorted(Path("/").glob(where))), None)
        if library is None:
            return None
        os.environ["PYENCHANT_LIBRARY_PATH"] = library
    try:
        return import_module("enchant")  # 70 ms, when a note is first written
    except (ImportError, OSError, AssertionError):  # the last where the path that is named does not exist
        return None
