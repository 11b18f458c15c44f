# SPDX-License-Identifier: MIT
"""Pages from web addresses: read like saved ones, named, located, and told from what stands in their place."""

import os
import subprocess
import sys

import pytest

from eqbrief import tasks
from eqbrief.model import Progress
from eqbrief.store import Store
from eqbrief.tasks.fetching import fetch_page, fetch_pages
from eqbrief.tasks.pages import Page
from tests.helpers.habits import ROOT
from tests.helpers.pages import Page as Facts
from tests.helpers.pages import page_html
from tests.helpers.serving import Site

HTML = page_html(Facts()).encode()


def got(address: str) -> Page:
    page = fetch_page(address)
    assert page is not None
    return page


def reason(site: Site, text: str, path: str = "/events/rotas", **headers: str) -> str:
    return got(site.put(path, text.encode(), **headers)).reason or ""


def test_a_fetched_page_is_read_like_a_saved_one(site: Site) -> None:
    page = got(site.put("/events/rotas", HTML))
    assert page.draft is not None and page.reason is None
    assert (page.name, page.data) == ("rotas.html", HTML)
    assert page.draft.title == "Kinder rotas for night staff" and len(page.draft.people) == 3
    assert page.draft.address == site.at("/events/rotas")


def test_its_address_is_the_last_one_and_links_are_made_whole_from_there(site: Site) -> None:
    own = HTML.replace(b"<head>", b'<head><link rel="canonical" href="https://larkmoor.example/">')
    site.put("/new/rotas", own)
    page = got(site.send_on("/old", "/new/rotas"))
    assert page.draft is not None
    assert page.draft.address == site.at("/new/rotas")
    assert [deck.url for deck in page.draft.decks] == [site.at("/files/deck.pptx")]


def test_a_page_that_its_address_does_not_name_is_called_by_its_title(site: Site) -> None:
    page = got(site.put("/", HTML))
    assert page.name == "Kinder rotas for night staff.html"
    assert page.draft is not None and page.draft.source == page.name


def test_the_encoding_of_the_header_counts(site: Site) -> None:
    text = page_html(Facts(title="Früher Dienst – für wen?")).replace('<meta charset="utf-8">', "")
    for charset in ("windows-1252", "utf-8"):
        page = got(site.put("/x", text.encode(charset), content_type=f"text/html; charset={charset}"))
        assert page.draft is not None and page.draft.title == "Früher Dienst – für wen?"
    greek = (
        page_html(Facts(title="Νυχτερινή βάρδια")).replace('<meta charset="utf-8">', "").encode("iso-8859-7", "replace")
    )
    page = got(site.put("/x", greek, content_type="text/html; charset=iso-8859-7"))
    assert page.draft is not None and page.draft.title == "Νυχτερινή βάρδια"


def test_a_calendar_is_read_as_one(site: Site) -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20230320T100000Z\r\n"
        "SUMMARY:Kinder rotas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    page = got(site.put("/join", text.encode(), content_type="text/calendar"))
    assert page.draft is not None
    assert (page.name, page.draft.title) == ("join.ics", "Kinder rotas")
    assert (page.draft.starts_at or "").startswith("2023-03-20T10:00")


def test_what_is_no_page_is_refused_by_what_it_is(site: Site) -> None:
    deck = got(site.put("/slides", b"%PDF-1.7\n1 0 obj\n", content_type="text/html"))
    assert deck.draft is None and "attach" in (deck.reason or "")
    picture = got(site.put("/p.png", b"\x89PNG\r\n\x1a\n" + bytes(99), content_type="image/png"))
    assert picture.draft is None and "a picture" in (picture.reason or "")
    assert "empty" in reason(site, "", "/nothing")


@pytest.mark.parametrize(
    "text",
    ["<title>Sign in to your account</title><div></div>",
     "<title>Larkmoor Alliance | Log in</title><p>Welcome back, dear members.</p>",
     "<title>Larkmoor Alliance</title><h1>Please <b>sign in</b></h1><p>It takes a minute.</p>",
     "<title>Anmelden &ndash; Würzhof</title><p>Willkommen.</p>",
     "<title>Log in to Larkmoor</title><p>Welcome.</p>",
     "<title>Members</title><p>Welcome.</p><form><input name=p type='password'></form>"],
)  # fmt: skip
def test_a_page_that_asks_who_you_are_is_told_as_that(site: Site, text: str) -> None:
    said = reason(site, text)
    assert "asks you to sign in" in said and "save the page" in said


def test_an_event_with_a_place_to_sign_in_is_an_event(site: Site) -> None:
    form = b"<body><form><h1>Sign in</h1><input type=password></form>"
    assert got(site.put("/x", HTML.replace(b"<body>", form))).draft is not None
    prose = b"<title>How to sign in volunteers at an event</title>" + b"<p>Some plain words about it.</p>" * 20
    assert got(site.put("/y", prose)).draft is not None


def test_a_page_that_only_scripts_would_fill_is_told_as_that(site: Site) -> None:
    said = reason(site, "<title>Events</title><div id=app></div><script src=/app.js></script>")
    assert "run its scripts" in said


def test_one_after_another_with_the_reason_for_what_fails(site: Site) -> None:
    seen: list[Progress] = []
    addresses = [site.put("/one", HTML), site.at("/gone"), "https://", site.put("/two", HTML)]
    pages = list(fetch_pages(addresses, seen.append))
    assert [page.draft is not None for page in pages] == [True, False, False, True]
    assert [page.name for page in pages] == ["one.html", site.at("/gone"), "https://", "two.html"]
    assert {(one.done, one.total) for one in seen} == {(number, 4) for number in range(4)}
    assert seen[0].what == "Fetching from 127.0.0.1"


def test_a_password_in_an_address_is_not_shown_again() -> None:
    page = got("https://me:secret@larkmoor.example/x")
    assert page.name == "https://larkmoor.example/x" and "secret" not in (page.reason or "")


def test_a_large_page_tells_how_far_it_is(site: Site) -> None:
    seen: list[Progress] = []
    page = fetch_page(site.put("/large", HTML + b" " * 900_000), seen.append)
    assert page is not None and page.draft is not None
    assert "Fetching from 127.0.0.1, 0.9 of 0.9 MB" in [one.what for one in seen]


def test_it_stops_where_it_is_asked_to(site: Site) -> None:
    addresses = [site.put("/one", HTML), site.at("/two")]
    site.answers["/two"] = lambda _request: bool(site.ended.wait(20)) and None
    pages = list(fetch_pages(addresses, stop=lambda: any(one.path == "/two" for one in site.asked)))
    assert [page.name for page in pages] == ["one.html"]
    assert list(fetch_pages(addresses, stop=lambda: True)) == []


def test_the_very_bytes_are_kept_as_evidence(site: Site, library: Store) -> None:
    data = HTML.replace(b"\n", b"\r\n") + b"<!-- \xff -->"
    (added,) = tasks.accept(library, got(site.put("/events/rotas", data)))
    assert added.action == "added"
    kept = [path for path in (library.folder / "files").rglob("*") if path.is_file()]
    assert [(path.name, path.read_bytes()) for path in kept] == [("rotas.html", data)]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run Python on this copy of the program."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_without_an_application_object_it_is_a_bug_and_no_silence() -> None:
    done = run("-c", "from eqbrief.fetching.getting import fetch; fetch('http://127.0.0.1:9/')")
    assert done.returncode == 1 and "needs a QCoreApplication" in done.stderr


LEFT_ALONE = """
import sys
from eqbrief.app import main
status = main(["--library", sys.argv[1], "add", sys.argv[2]])
print(status, sorted(name for name in sys.modules if name.startswith("PySide6")))
"""


def test_adding_a_file_brings_nothing_of_a_network_along(tmp_path, sample_page) -> None:
    done = run("-c", LEFT_ALONE, str(tmp_path / "library"), str(sample_page("page.html")))
    assert done.stdout.splitlines()[-1] == "0 []"


def test_the_whole_program_fetches_when_it_is_asked_to(site: Site, tmp_path) -> None:
    done = run("main.py", "--library", str(tmp_path / "library"), "add", site.put("/rotas", HTML))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "1 added."
