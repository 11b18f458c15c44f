# SPDX-License-Identifier: MIT
"""What a fetched page is called when it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.fetching.naming import last_part, name_of, offered_name, with_ending
from eqbrief.files import safe_name

HTML = "text/html"


@pytest.mark.parametrize(
    ("address", "kind", "disposition", "name"),
    [
        ("https://a.example/events/kinder-rotas", HTML, "", "kinder-rotas.html"),
        ("https://a.example/events/kinder-rotas/", HTML, "", "kinder-rotas.html"),
        ("https://a.example/kinder-rotas.aspx?id=3", HTML, "", "kinder-rotas.html"),
        ("https://a.example/Fr%C3%BChe%20Dienste.html", HTML, "", "Frühe Dienste.html"),
        ("https://a.example/", HTML, "", ""),
        ("https://a.example/index.php?id=3", HTML, "", ""),
        ("https://a.example/events/1234", HTML, "", ""),
        ("https://a.example/x", HTML, 'attachment; filename="The page.htm"', "The page.html"),
        ("https://a.example/x", HTML, "inline; filename*=UTF-8''N%C3%A4chte.html; filename=other.html", "Nächte.html"),
        ("https://a.example/x", HTML, 'attachment; filename="../../etc/pass\\"wd"', "pass'wd.html"),
        ("https://a.example/x", HTML, "attachment; filename=C:\\windows\\evil.exe", "evil.html"),
        ("https://a.example/x", HTML, "attachment; filename*=no-such-charset''x%41", "x.html"),
        ("https://a.example/setup.exe", HTML, "", "setup.html"),
        ("https://a.example/report.pdf", HTML, "", "report.pdf.html"),
        ("https://a.example/report.pdf", "application/pdf", "", "report.pdf"),
        ("https://a.example/join", "text/calendar", "", "join.ics"),
        ("https://a.example/notes.txt", "text/plain", "", "notes.txt"),
        ("https://a.example/a%2Fb%00c", HTML, "", "bc.html"),
    ],
)
def test_names(address: str, kind: str, disposition: str, name: str) -> None:
    assert name_of(address, kind, disposition) == name


@given(st.text(max_size=300), st.sampled_from([HTML, "text/plain", "application/zip", ""]))
def test_any_header_gives_a_safe_name(header: str, kind: str) -> None:
    name = name_of("https://a.example/event-1", kind, f'attachment; filename="{header}"')
    assert name == safe_name(name) and "/" not in name and "\\" not in name


def test_a_title_becomes_a_name() -> None:
    assert with_ending("Kinder rotas: why now?", HTML) == "Kinder rotas - why now.html"
    assert with_ending("www.larkmoor.com", HTML) == "www.larkmoor.html"


def test_what_a_site_offers_is_given_as_it_stands_but_for_the_folders() -> None:
    assert offered_name('attachment; filename="C:\\\\x\\\\a.exe.pptx"') == "a.exe.pptx"
    assert offered_name("attachment; filename*=UTF-8''%E2%80%AExtpp.pptx") == "\u202extpp.pptx"
    assert offered_name("inline") == ""
    assert last_part("https://larkmoor.example/a/Rotas%20%C3%A9.pptx?x=/b") == "Rotas é.pptx"
    assert last_part("https://larkmoor.example/") == ""
