# SPDX-License-Identifier: MIT
"""What is gathered of one slide while its shapes are walked, and how it becomes the slide that is given out."""

import re
from dataclasses import dataclass, field

from eqbrief.model import PLACES, Place, Slide, SlideLink, Unread

PICTURES_ONLY = "pictures only, no text"
_BLANKS = re.compile(r"\s+")
# What XML cannot hold or PowerPoint writes for a soft line break; ECMA-376 part 1, 22.9.2.19.
_ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")
_BREAKS = {"09": "\t", "0A": "\n", "0B": "\n", "0C": "\n", "0D": "\n"}
_NO_TEXT = dict.fromkeys(
    number for number in (*range(32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if chr(number) not in "\t\n\v\f\r"
)


@dataclass(slots=True)
class Gathered:
    """One slide in the making. `foot` are its footer, date and number, which stand last in the body."""

    texts: dict[Place, list[str]] = field(default_factory=lambda: {place: [] for place in PLACES})
    foot: list[str] = field(default_factory=list[str])
    pictures: int = 0
    alternatives: list[str] = field(default_factory=list[str])
    links: list[SlideLink] = field(default_factory=list[SlideLink])
    prints: list[str] = field(default_factory=list[str])
    unread: list[str] = field(default_factory=list[str])

    def add(self, place: Place, text: str) -> None:
        """Add text to a place, unless it is blank."""
        if text and not text.isspace():
            self.texts[place].append(tidy(text))

    def alternative(self, text: str) -> None:
        """Add the alternative text of a picture, unless there is none."""
        line = one_line(text)
        if line:
            self.alternatives.append(line)

    def link(self, text: str, url: str) -> None:
        """Add a link; one that goes on in the next run of the same words becomes longer."""
        last = self.links[-1] if self.links else None
        if last is not None and last.url == url:
            self.links[-1] = SlideLink(one_line(last.text + text), url)
        elif url:
            self.links.append(SlideLink(one_line(text), url))

    def said(self) -> str:
        """Give all of its text in one piece."""
        return "\n".join(text for place in PLACES for text in self.texts[place])

    def slide(self, number: int, *, hidden: bool = False, title: str = "") -> Slide:
        """Make the slide; `title` is what it is called where no title stands on it."""
        if self.pictures and not self.said():
            self.unread.append(PICTURES_ONLY)
        text: dict[Place, str] = {place: "\n".join(self.texts[place]) for place in PLACES}
        text["body"] = "\n".join([*self.texts["body"], *self.foot])
        return Slide(
            number=number,
            title=one_line(text["title"]) or one_line(title) or None,
            hidden=hidden,
            text=text,
            pictures=self.pictures,
            alternatives=tuple(self.alternatives),
            links=tuple(self.links),
            prints=tuple(self.prints),
        )

    def troubles(self, number: int) -> list[Unread]:
        """Give what could not be read of it, each once."""
        return [Unread(number, reason) for reason in dict.fromkeys(self.unread)]


def tidy(text: str) -> str:
    """Take out what is no text: control characters, what they are escaped as, blanks at the ends of lines."""
    if "_x00" in text:
        text = _ESCAPED.sub(lambda found: _BREAKS.get(found[1].upper(), ""), text)
    text = text.translate(_NO_TEXT)
    return "\n".join(kept for line in text.splitlines() if (kept := line.rstrip()))


def one_line(text: str) -> str:
    """Write a text as one line with single blanks."""
    return _BLANKS.sub(" ", tidy(text)).strip()
