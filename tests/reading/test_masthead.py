# SPDX-License-Identifier: MIT
"""The line above the title that names the site: it is the publisher's, and never the title."""

import pytest

from eqbrief.reading import read_bytes, read_text
from eqbrief.reading.masthead import is_kind_of_page, is_site_line

WHEN = "Monday 20 March 2023, 10:00\n\nAn hour about rotas, for everybody who writes one.\n"


@pytest.mark.parametrize(
    "line", ["Pennywick Care Trust", "Pennywick Ideas Festival", "Maison des Soins de Larvic", "Lark Training Hub"]
)
@pytest.mark.parametrize("between", ["", "Past event\n\n"])
def test_a_body_above_the_title(line: str, between: str):
    draft = read_text(f"{line}\n\n{between}Kinder rotas, and who writes them\n\n{WHEN}", "page.txt")
    assert (draft.title, draft.publisher) == ("Kinder rotas, and who writes them", line)


@pytest.mark.parametrize("line", ["Institute for Rest | Seminars", "Events · Institute for Rest"])
def test_the_part_of_the_site_is_no_name(line: str):
    draft = read_text(f"{line}\n\nKinder rotas, and who writes them\n\n{WHEN}", "page.txt")
    assert (draft.title, draft.publisher) == ("Kinder rotas, and who writes them", "Institute for Rest")


def test_a_heading_that_names_the_site_is_not_the_page_s():
    page = f"<title>Lark Society | Talks</title><h1>Lark Society | Talks</h1><h2>Kinder rotas</h2><p>{WHEN}</p>"
    draft = read_bytes(page.encode(), "page.html")
    assert (draft.title, draft.publisher) == ("Kinder rotas", "Lark Society")


@pytest.mark.parametrize("title", ["Pennywick Trust Career Workshop", "Working with your council", "Kinder rotas"])
def test_what_could_be_the_title_stays_it(title: str):
    assert read_text(f"{title}\n\n{WHEN}", "page.txt").title == title


def test_a_coined_name_that_the_page_speaks_of():
    page = f"OpenWard\n\nKinder rotas, and who writes them\n\n{WHEN}\nThis is the second call of OpenWard.\n"
    assert read_text(page, "page.txt").publisher == "OpenWard"


def test_kinds_of_page():
    assert is_kind_of_page("Past events")
    assert not is_kind_of_page("Eventful lives")
    assert is_site_line("Lark Trust | News")
    assert not is_site_line("Home | Members | News")
