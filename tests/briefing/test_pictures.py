# SPDX-License-Identifier: MIT
"""Drawn pixels become a PNG that other programs read."""

import io

from PIL import Image

from eqbrief.briefing.pictures import png


def test_a_png_has_the_pixels_it_was_made_of() -> None:
    row = bytes([10, 20, 30, 0, 40, 50, 60, 0]) + b"padding!"
    picture = Image.open(io.BytesIO(png(2, 3, len(row), row * 3)))
    assert picture.size == (2, 3) and picture.mode == "RGB"
    assert [picture.getpixel((x, 2)) for x in (0, 1)] == [(30, 20, 10), (60, 50, 40)]
