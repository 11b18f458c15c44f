# SPDX-License-Identifier: MIT
"""Which date is the event's and which the posting's."""

import pytest

from eqbrief.reading import read_text

PAGE = """{title}

{byline}

A half-day meeting of leads from across the valley{held}, at the Corn Hall, Larkbridge.

Speakers

  • Anita Lowell-Finch – ward manager, Larkmoor Trust
"""


def dates(byline: str, held: str = ", held on Tuesday 4 July 2023, 09:30 to 12:30") -> tuple[str | None, str | None]:
    draft = read_text(PAGE.format(title="Leads of the valley: summer meeting", byline=byline, held=held), "page.txt")
    return draft.published_on, draft.starts_at


@pytest.mark.parametrize(
    "byline", ["Larkmoor Integrated Care Partnership, 10 July 2023", "Larkmoor Trust, 10 July 2023"]
)
def test_a_body_and_a_day_at_the_head_are_the_posting(byline: str):
    assert dates(byline) == ("2023-07-10", "2023-07-04T09:30")


def test_without_another_date_it_is_not_known_what_the_day_was():
    assert dates("Larkmoor Integrated Care Partnership, 10 July 2023", held="") == (None, None)


def test_a_place_and_a_day_are_no_posting():
    assert dates("Corn Hall in the Market Place, Larkbridge, 10 July 2023")[0] is None
