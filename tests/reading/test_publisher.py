# SPDX-License-Identifier: MIT
"""Who published a page: by its address, as the page spells it, and not by bodies that it happens to name."""

import pytest

from eqbrief.reading import read_text


@pytest.mark.parametrize(
    ("address", "said", "publisher"),
    [
        (
            "https://github.com/LARKRSE/larkrse.example/blob/a1/talk.md",
            "The Open Wards/LARK-RSE panel met.",
            "LARK-RSE",
        ),
        (
            "https://github.com/lark18/web/blob/a1/talk.md",
            "The Odd Rest Office met. See lark18/a and @lark18. The Odd Rest Office thanked all.",
            "lark18",
        ),
        ("https://lark.example/talk", "Slides from the Pennywick Copyright Office (PPT, 5 MB). Lark met.", "Lark"),
    ],
)
def test_publisher(address: str, said: str, publisher: str):
    page = f"URL: {address}\n\nKinder rotas: a webinar\n\nMay 16, 2023 2:00 PM\n\n{said}\n"
    assert read_text(page, "page.txt").publisher == publisher
