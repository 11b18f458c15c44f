# SPDX-License-Identifier: MIT
"""What lies between two versions of a deck, slide by slide."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from eqbrief.model.slides import Place

SlideEdit = Literal["added", "removed", "moved", "reworded", "pictures", "links", "hidden", "shown"]
"""What may have been done to a slide; 'pictures' and 'links' are others than before."""

SLIDE_EDITS: tuple[SlideEdit, ...] = get_args(SlideEdit)


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A piece of two texts that are laid over each other: in both, only in the older ('out') or the newer ('in')."""

    kind: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one place of a slide, as they were and as they are."""

    place: Place
    pieces: tuple[WordPiece, ...]

    @property
    def taken_out(self) -> tuple[str, ...]:
        """The pieces that are not there any more."""
        return self._pieces("out")

    @property
    def put_in(self) -> tuple[str, ...]:
        """The pieces that are new."""
        return self._pieces("in")

    def _pieces(self, kind: str) -> tuple[str, ...]:
        texts = (" ".join(piece.text.split()) for piece in self.pieces if piece.kind == kind)
        return tuple(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class SlideChange:
    """One slide of two versions: its number in the older and in the newer, None where it is not there.

    `what` was done to it, in the order of `SLIDE_EDITS`; nothing for a slide that is the same, wherever others that
    were put in or taken out have pushed it. `words` has the places whose words differ.
    """

    before: int | None
    after: int | None
    title: str | None
    what: tuple[SlideEdit, ...] = ()
    words: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """All slides of two versions in the order of the newer one, each that was removed behind the one it followed."""

    slides: tuple[SlideChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing was changed."""
        return not any(slide.what for slide in self.slides)

    @property
    def counts(self) -> dict[SlideEdit, int]:
        """How many slides each was done to, the ones that were done to none left out."""
        found = Counter(what for slide in self.slides for what in slide.what)
        return {what: found[what] for what in SLIDE_EDITS if found[what]}
