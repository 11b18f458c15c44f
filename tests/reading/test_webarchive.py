# SPDX-License-Identifier: MIT
"""Safari's saved pages read as the pages they hold; damaged ones are refused in a sentence."""

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import Draft, UserError
from eqbrief.reading import read_bytes
from tests.reading.forms import as_html
from tests.reading.invented import PANEL
from tests.reading.test_pages import check

ADDRESS = "https://pennywick.example/events/kinder-rotas"
FORMATS = (plistlib.FMT_BINARY, plistlib.FMT_XML)


def archive(form: plistlib.PlistFormat, html: bytes | None = None, **more: object) -> bytes:
    page = {
        "WebResourceData": html if html is not None else as_html(PANEL.text, "lists").encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": ADDRESS,
        **more,
    }
    picture = {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png", "WebResourceURL": "x"}
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": [picture]}, fmt=form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_page_inside_is_read(form: plistlib.PlistFormat):
    draft = read_bytes(archive(form), "page.webarchive")
    check(draft, PANEL)
    assert (draft.address, draft.charset) == (ADDRESS, "utf-8")


def test_the_encoding_is_the_one_that_the_archive_names():
    html = "<p>Καλημέρα κόσμε και καλή αρχή</p>".encode("iso-8859-7")
    draft = read_bytes(archive(plistlib.FMT_BINARY, html, WebResourceTextEncodingName="iso-8859-7"), "p")
    assert (draft.charset, "Καλημέρα" in draft.text) == ("iso8859-7", True)


def test_a_text_inside_is_read_as_text():
    data = archive(plistlib.FMT_BINARY, PANEL.text.encode(), WebResourceMIMEType="text/plain")
    check(read_bytes(data, "page.webarchive"), PANEL)


def test_an_address_of_another_kind_is_none():
    assert read_bytes(archive(plistlib.FMT_XML, WebResourceURL="file:///C:/x.html"), "p").address is None


@pytest.mark.parametrize(
    "data",
    [
        plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps([1, 2], fmt=plistlib.FMT_BINARY),
        archive(plistlib.FMT_BINARY, b""),
        archive(plistlib.FMT_BINARY)[:-40],
        archive(plistlib.FMT_XML)[:-40],
        b"bplist00",
        b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "WebMainResource">]>'
        b"<plist><dict><key>&a;</key></dict></plist>",
    ],
)
def test_what_holds_no_page_is_refused(data: bytes):
    with pytest.raises(UserError, match="list of settings"):
        read_bytes(data, "page.webarchive")


@given(st.binary(max_size=60), st.integers(0, 400))
def test_any_damage_gives_a_draft_or_a_sentence(noise: bytes, at: int):
    data = archive(plistlib.FMT_BINARY, b"<p>Tea</p>")
    try:
        assert isinstance(read_bytes(data[:at] + noise + data[at + len(noise) :], "p"), Draft)
    except UserError:
        return
