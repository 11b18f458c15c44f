# SPDX-License-Identifier: MIT
"""What an event belongs to, where the page says so under a label that stands alone."""

import pytest

from eqbrief.reading import read_bytes

PAGE = """<main><h1>Small beds, long nights</h1>{details}
<p>Held on Thursday 6 October 2022. The session asked what a ward can change before the next rota is drawn up.</p>
<h2>Speakers</h2><ul><li>Anita Lowell-Finch – ward manager, Larkmoor Trust</li></ul></main>"""


@pytest.mark.parametrize(
    "details",
    [
        "<dl><dt>Conference</dt><dd>Larkmoor Rota Days 2022</dd><dt>Room</dt><dd>Mill Room</dd></dl>",
        "<table><tr><td>Room</td><td>Mill Room</td></tr><tr><td>Series:</td>"
        "<td>Larkmoor Rota Days 2022</td></tr></table>",
        "<p>Part of: Larkmoor Rota Days 2022</p>",
    ],
)
def test_a_label_gives_the_series(details: str):
    assert read_bytes(PAGE.format(details=details).encode(), "page.html").series == "Larkmoor Rota Days 2022"


def test_a_title_that_starts_with_conference_names_none():
    draft = read_bytes(PAGE.format(details="<p>Conference: mind the beds</p>").encode(), "page.html")
    assert draft.series is None


def test_topics_in_one_definition_are_several():
    details = "<dl><dt>Topics</dt><dd>Quality improvement, Leadership</dd></dl>"
    assert read_bytes(PAGE.format(details=details).encode(), "p.html").topics == ("Quality improvement", "Leadership")
