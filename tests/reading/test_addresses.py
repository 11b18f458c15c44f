# SPDX-License-Identifier: MIT
"""Addresses are divided whatever stands in them."""

import pytest

from eqbrief.reading.addresses import parts_of, path_in


@pytest.mark.parametrize("address", ["http://[", "https://[larkmoor.example]/a", "//a]b/c", "https://lark\u2100moor/"])
def test_what_is_no_address_has_no_parts(address: str):
    assert (parts_of(address).netloc, path_in(address)) == ("", "")


def test_a_path_is_given_as_people_read_it():
    assert path_in("https://larkmoor.example/Summer%20slides.pdf?page=2#top") == "/Summer slides.pdf"
