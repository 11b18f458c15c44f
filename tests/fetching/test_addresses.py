# SPDX-License-Identifier: MIT
"""Web addresses in what people type and paste."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.fetching.addresses import addresses_in, is_address, joined, said_site


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://larkmoor.example/events/1", ["https://larkmoor.example/events/1"]),
        ("  HTTP://Larkmoor.example  ", ["HTTP://Larkmoor.example"]),
        ("https://a.example/1\nhttps://a.example/2\r\nhttps://a.example/1", ["https://a.example/1", "https://a.example/2"]),
        ("See <https://a.example/1>, “https://a.example/2”.", ["https://a.example/1", "https://a.example/2”."]),
        ("www.larkmoor.example/events", ["https://www.larkmoor.example/events"]),
        ("larkmoor.example:8080/x?y#z", ["https://larkmoor.example:8080/x?y#z"]),
        ("würzhof.example", ["https://würzhof.example"]),
        ("", []),
        ("a few words", []),
        ("someone@larkmoor.example", []),
        ("mailto:someone@larkmoor.example ftp://a.example/x file:///etc/hostname javascript:alert(1)", []),
        ("3.5 1.2.3 e.g. https:", []),
    ],
)  # fmt: skip
def test_addresses_are_found_and_nothing_else(text: str, found: list[str]) -> None:
    assert addresses_in(text) == found


@given(st.text(max_size=200))
def test_what_is_found_is_an_address(text: str) -> None:
    assert all(is_address(one) and " " not in one for one in addresses_in(text))


def test_a_file_is_no_address() -> None:
    assert not any(map(is_address, ["page.html", "/home/https://x", "http:", "C:\\pages\\http.html", ""]))


def test_a_site_is_named() -> None:
    assert said_site("https://me:x@Larkmoor.example:8443/x") == "larkmoor.example"
    assert said_site("https://[::1") == "https://[::1"


def test_knowing_an_address_brings_no_qt_along() -> None:
    program = (
        "import sys; from eqbrief.fetching.addresses import is_address; assert is_address('https://a.example');"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_address_is_made_whole_from_where_its_page_is() -> None:
    page = "https://larkmoor.example/2023/rotas.html"
    assert joined(page, "a b.pdf") == "https://larkmoor.example/2023/a b.pdf"
    assert joined(page, "//files.example/a.pdf") == "https://files.example/a.pdf"
    assert joined("", "a.pdf") == "a.pdf"
    assert joined(page, "https://[half") == "https://[half"
