# SPDX-License-Identifier: MIT
"""Writes facts that came as data into readable lines, "Place: Corn Hall", so that each has a place to be shown at."""

from dataclasses import dataclass, field

from eqbrief.reading.cuts import Cut, tidy


@dataclass(slots=True)
class Lines:
    """Labelled lines that are being written. `start` is where they will stand in the whole text."""

    start: int = 0
    pieces: list[str] = field(default_factory=list[str])
    cuts: list[Cut] = field(default_factory=list[Cut])
    length: int = 0

    def put(self, label: str, value: str) -> Cut | None:
        """Write a line, without a label where that is empty; give the place of the value, None where it is empty."""
        value = tidy(value)
        if not value:
            return None
        lead = f"{label}: " if label else ""
        at = self.start + self.length + len(lead)
        self.pieces.append(f"{lead}{value}\n")
        self.length += len(lead) + len(value) + 1
        self.cuts.append(Cut(f"{lead}{value}", at - len(lead)))
        return Cut(value, at)

    def paragraphs(self, text: str) -> Cut:
        """Write a text of its own below the lines, as it is; give its place."""
        cut = Cut(text, self.start + self.length)
        self.pieces.append(f"{text}\n")
        self.length += len(text) + 1
        return cut

    def gap(self) -> None:
        """Leave a line empty."""
        self.pieces.append("\n")
        self.length += 1

    @property
    def text(self) -> str:
        """Give what was written."""
        return "".join(self.pieces)
