# SPDX-License-Identifier: MIT
"""Fetching from a real server on this machine: what is sent, what comes back, and what is refused."""

import gzip
import socket
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from eqbrief import __version__
from eqbrief.fetching.getting import Fetched
from eqbrief.fetching.waiting import Limits
from tests.fetching.asking import PAGE, got, refused
from tests.fetching.certificates import certificate
from tests.helpers.serving import Site, serving


def test_a_page_comes_as_it_is_with_what_its_header_says(site: Site) -> None:
    address = site.put("/events/kinder-rotas", PAGE, content_type='Text/HTML; charset="Windows-1252"')
    seen: list[tuple[int, int]] = []
    found = got(f"{address}#panel", report=lambda here, whole: seen.append((here, whole)))
    assert found == Fetched(address, PAGE, "text/html", "Windows-1252", "kinder-rotas.html")
    assert seen[-1] == (len(PAGE), len(PAGE))


def test_a_plain_and_honest_request_is_sent(site: Site) -> None:
    site.put("/first", b"", 302, location="/second?day=1", set_cookie="who=me; Path=/", content_type="text/html")
    site.put("/second?day=1", PAGE, set_cookie="who=me")
    assert got(site.at("/first")).address == site.at("/second?day=1")
    assert got(site.at("/second?day=1")).data == PAGE
    assert [one.path for one in site.asked] == ["/first", "/second?day=1", "/second?day=1"]
    for one in site.asked:
        assert one.headers["user-agent"] == f"EqBrief/{__version__}"
        assert one.headers["host"] == f"127.0.0.1:{site.port}"
        assert not {"cookie", "referer", "authorization", "origin", "from", "dnt"} & set(one.headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_from_where_it_stands(site: Site, status: int) -> None:
    site.send_on("/a/old", "../b/new?x=%20y", status)
    site.put("/b/new?x=%20y", PAGE)
    assert got(site.at("/a/old")).address == site.at("/b/new?x=%20y")


def test_redirects_end(site: Site) -> None:
    site.send_on("/round", "/round")
    assert "without an end" in refused(site.at("/round"), limits=Limits(redirects=4))
    assert len(site.asked) == 5


@pytest.mark.parametrize(
    "location", ["file:///etc/hostname", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:text/html,x", "smb://x/y"]
)
def test_a_redirect_to_another_scheme_is_not_followed(site: Site, location: str) -> None:
    assert "is no web address" in refused(site.send_on("/away", location))
    assert [one.path for one in site.asked] == ["/away"]


def test_a_redirect_with_a_password_is_not_followed(site: Site) -> None:
    assert "password" in refused(site.send_on("/away", site.at("/x", "me:secret@127.0.0.1")))
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "signed in"), (403, "does not let EqBrief"), (404, "no page at this address"), (410, "taken this page away"),
     (429, "no more requests"), (500, "trouble of its own (it answered 500)"), (503, "answered 503"),
     (418, "answered 418"), (304, "answered 304")],
)  # fmt: skip
def test_a_refusal_is_said_with_the_site_and_a_way_on(site: Site, status: int, said: str) -> None:
    sentence = refused(site.put("/event", b"" if status == 304 else b"no", status))
    assert said in sentence and "'127.0.0.1'" in sentence


def test_nobody_there_is_said() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        assert "refused the connection" in refused(f"http://127.0.0.1:{port}/")


def test_what_announces_more_than_a_page_is_not_begun(site: Site) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "900000000")
        request.end_headers()
        while not site.ended.is_set():
            request.wfile.write(b"x" * 65536)

    site.answers["/film"] = endless
    seen: list[int] = []
    said = refused(site.at("/film"), limits=Limits(size=1_000_000), report=lambda here, _: seen.append(here))
    assert "larger than 1 MB" in said and seen == []


def test_what_does_not_say_how_large_it_is_is_cut_off_at_the_limit(site: Site) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        while not site.ended.is_set():
            request.wfile.write(b"x" * 65536)

    site.answers["/film"] = endless
    seen: list[int] = []
    said = refused(site.at("/film"), limits=Limits(size=1_000_000), report=lambda here, _: seen.append(here))
    assert "larger than 1 MB" in said and max(seen, default=0) <= 1_000_000


def test_what_swells_is_counted_as_it_swells(site: Site) -> None:
    squeezed = gzip.compress(b"x" * 40_000_000)
    assert len(squeezed) < 100_000
    address = site.put("/bomb", squeezed, content_encoding="gzip")
    assert "larger than 20 MB" in refused(address)
    assert got(site.put("/fair", gzip.compress(PAGE), content_encoding="gzip")).data == PAGE


def test_half_a_page_is_none(site: Site) -> None:
    def broken(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        request.wfile.write(b"half")
        request.close_connection = True

    site.answers["/half"] = broken
    assert "broke off" in refused(site.at("/half"))


def test_a_certificate_that_nobody_signed_is_final_and_named(tmp_path: Path) -> None:
    with serving(certificate(tmp_path, "localhost")) as safe:
        safe.put("/event", PAGE)
        said = refused(safe.at("/event", "localhost"))
        assert "certificate" in said and "nobody that this computer trusts has signed it" in said
        assert safe.asked == []


def test_a_certificate_that_ran_out_or_is_anothers_is_named_so(tmp_path: Path) -> None:
    with serving(certificate(tmp_path, "pennywick.example", first="200101", last="200201")) as safe:
        said = refused(safe.at("/event", "localhost"))
        assert "it has run out" in said and "it belongs to another site" in said
        assert safe.asked == []


def test_a_plain_answer_to_a_safe_question_is_no_safe_connection(site: Site) -> None:
    assert "No safe connection" in refused(f"https://127.0.0.1:{site.port}/event")
