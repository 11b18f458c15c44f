# SPDX-License-Identifier: MIT
"""Bytes to text, with the encoding that was assumed, and never an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.decoding import decode

WORDS = "Grüße aus Köln – “schöne” Änderung für alle, naïve café, déjà vu. "


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (WORDS.encode("utf-16"), "utf-16"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        ((WORDS * 8).encode("cp1252"), "cp1252"),
        (b'<meta charset="iso-8859-1">' + WORDS.encode("cp1252"), "cp1252"),
        (b'<meta charset="iso-8859-1">' + WORDS.encode(), "utf-8"),
        (b'<meta charset="no-such-thing">' + (WORDS * 8).encode("cp1252"), "cp1252"),
    ],
)
def test_the_words_come_back(data: bytes, charset: str):
    text, assumed = decode(data)
    assert assumed == charset
    assert WORDS in text


def test_what_stands_outside_the_bytes_counts():
    assert decode("Привет, мир".encode("koi8-r"), "koi8-r") == ("Привет, мир", "koi8-r")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-7", "rot13", "base64", "latin-1", "x" * 50]))
def test_any_bytes_become_text(data: bytes, declared: str | None):
    text, charset = decode(data, declared)
    assert isinstance(text, str)
    assert charset
