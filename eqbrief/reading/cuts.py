# SPDX-License-Identifier: MIT
"""A stretch of a page's text that knows where it stands.

Every rule passes cuts on, so that each value that is found can be shown in its place without being searched for again.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from eqbrief.model import Evidence

# Invisible: control characters that are no white space, soft hyphen, zero-width characters, direction marks, byte
# order mark; and halves of a pair, which data may hold and no file can.
_HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_SEEN = re.compile(rf"[^\s{_HIDDEN}]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of text and the offset, in characters of the whole page, at which it starts."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Give the offset behind the last character."""
        return self.start + len(self.text)

    @property
    def value(self) -> str:
        """Give the text as a value: one line, single spaces, nothing invisible."""
        return tidy(self.text)

    def part(self, start: int, end: int | None = None) -> "Cut":
        """Cut a part out, by offsets into this cut."""
        stop = len(self.text) if end is None else end
        return Cut(self.text[start:stop], self.start + start)

    def group(self, match: re.Match[str], group: int | str = 0) -> "Cut":
        """Cut out what a group of a match on this cut's text found."""
        return self.part(*match.span(group))

    def strip(self, characters: str = "") -> "Cut":
        """Leave out white space and the named characters at both ends."""
        away = characters + " \t\n\r\f\v\u00a0\u200b\ufeff"
        left = len(self.text) - len(self.text.lstrip(away))
        return Cut(self.text.strip(away), self.start + left)

    def split(self, pattern: re.Pattern[str]) -> Iterator["Cut"]:
        """Cut this at every match of a pattern, without the matches."""
        at = 0
        for match in pattern.finditer(self.text):
            yield self.part(at, match.start())
            at = match.end()
        yield self.part(at)

    def evidence(self, origin: str, confidence: float) -> Evidence:
        """Say that a field was found here."""
        return Evidence(self.start, self.end, self.text, origin, confidence)


@lru_cache(maxsize=16384)
def tidy(text: str) -> str:
    """Make one line of text, with single spaces and nothing invisible."""
    if text.isprintable() and "  " not in text:
        return text.strip()  # the space is the only white space that counts as printable, and nothing unseen does
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def is_seen(text: str) -> bool:
    """Tell whether there is anything to be seen in text; what holds nothing is as good as empty."""
    return _SEEN.search(text) is not None


def key(text: str) -> str:
    """Reduce text to its letters and digits, without case and accents, to compare spellings."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain.casefold() if char.isalnum())


def fold(text: str) -> str:
    """Write text as the word tables do: lower case, straight apostrophes, single spaces."""
    return tidy(text).replace("’", "'").replace("‘", "'").casefold()
