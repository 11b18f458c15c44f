# SPDX-License-Identifier: MIT
"""Compare what a widget draws with a golden picture, which is also the README's.

Two machines smooth the edges of letters a little differently, so a pixel counts only when it differs clearly, and
a picture fails when too many do: in all of it, or crowded in one small square, where an icon may have gone.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).resolve().with_suffix("")
SIZE = (1440, 900)
# Steps of 255 in red, green or blue from which a pixel counts as different.
CLEARLY = 40
# The most that may differ: of the whole picture, and of any one square of so many pixels a side.
SHARE = 0.002
SQUARE = 16
SQUARE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two pictures of one size are apart: shares from 0 to 1, and a picture with the pixels marked."""

    share: float
    worst_square: float
    marked: "QImage"

    @property
    def passes(self) -> bool:
        """Whether a person would call the two the same."""
        return self.share <= SHARE and self.worst_square <= SQUARE_SHARE


def check_picture(
    widget: "QWidget", name: str, *, rewrite: bool, folder: Path = FOLDER, size: tuple[int, int] = SIZE
) -> None:
    """Draw a widget at a size and compare it with `NAME.png`; write the picture instead when `rewrite` is asked.

    Beside a picture that fails, `NAME.new.png` is what was drawn and `NAME.diff.png` has what differs in red.

    Raises:
        AssertionError: when there is no such picture, it has another size, or it differs.
    """
    from PySide6.QtGui import QImage

    widget.resize(*size)
    drawn = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    kept = folder / f"{name}.png"
    fresh, marked = folder / f"{name}.new.png", folder / f"{name}.diff.png"
    fresh.unlink(missing_ok=True)
    marked.unlink(missing_ok=True)
    if rewrite:
        folder.mkdir(exist_ok=True)
        assert drawn.save(str(kept)), f"{kept} could not be written"
        return
    expected = QImage(str(kept)).convertToFormat(QImage.Format.Format_RGB32)
    if expected.isNull() or expected.size() != drawn.size():
        folder.mkdir(exist_ok=True)
        drawn.save(str(fresh))
        had = "there is none" if expected.isNull() else f"it has {expected.width()} × {expected.height()}"
        raise AssertionError(
            f"No golden picture '{name}' of {drawn.width()} × {drawn.height()}: {had}. Look at {fresh.name}; "
            "if it is right, run pytest with --golden."
        )
    apart = compare(drawn, expected)
    if not apart.passes:
        drawn.save(str(fresh))
        apart.marked.save(str(marked))
        raise AssertionError(
            f"'{name}' differs from its golden picture in {apart.share:.2%} of it and in {apart.worst_square:.0%} of "
            f"its worst square. Look at {fresh.name} and {marked.name}; if the new one is right, run with --golden."
        )


def compare(drawn: "QImage", expected: "QImage") -> Difference:
    """Say how far two pictures of the same size are apart; both in the format RGB32."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    width, height = drawn.width(), drawn.height()
    apart = QImage(drawn)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, expected)
    painter.end()
    # One byte a pixel, 255 where any channel is clearly apart: whole-picture operations, as loops would take seconds.
    clear = bytes(255 if step >= CLEARLY else 0 for step in range(256))
    raw = bytes(apart.constBits()).translate(clear)
    channels = (int.from_bytes(raw[channel::4], "big") for channel in range(3))
    either = next(channels) | next(channels) | next(channels)
    mask = either.to_bytes(width * height, "big")
    picture = QImage(mask, width, height, width, QImage.Format.Format_Grayscale8).copy()
    squares = picture.scaled(
        max(1, width // SQUARE),
        max(1, height // SQUARE),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    marked = expected.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    red = QImage(width, height, QImage.Format.Format_ARGB32)
    red.fill(QColor("red"))
    red.setAlphaChannel(picture)
    painter = QPainter(marked)
    painter.drawImage(0, 0, red)
    painter.end()
    worst = max(squares.pixelColor(x, y).red() for x in range(squares.width()) for y in range(squares.height()))
    return Difference(mask.count(255) / len(mask), worst / 255, marked)
