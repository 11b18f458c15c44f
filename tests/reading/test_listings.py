# SPDX-License-Identifier: MIT
"""Pages that list events, and lists of days that are none."""

from eqbrief.model import Draft
from eqbrief.reading import read_bytes


def read(html: str) -> Draft:
    return read_bytes(f"<!DOCTYPE html><html><body><h1>Larkmoor meetings</h1>{html}</body></html>".encode(), "p.html")


def table(*rows: tuple[str, ...]) -> str:
    return "<table>" + "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>" for row in rows) + "</table>"


def test_a_table_says_in_its_first_row_which_column_is_the_title():
    draft = read(
        table(
            ("Date", "Kind", "Meeting name", "Place"),
            ("06/15/2018 2:00 PM", "Board", "Beds and rotas", "Corn Hall"),
            ("05/09/2018 10:00 AM", "Board", "Tea and cake", "Corn Hall - Second Floor Room"),
            ("04/04/2018 10:00 AM", "Committee", "Lifts and stairs", "Corn Hall"),
        )
    )
    assert draft.kind == "listing"
    assert [(one.title, one.starts_at) for one in draft.events] == [
        ("Beds and rotas", "2018-06-15T14:00"),
        ("Tea and cake", "2018-05-09T10:00"),
        ("Lifts and stairs", "2018-04-04T10:00"),
    ]
    assert draft.people == ()


def test_days_that_can_be_read_two_ways_are_left_where_none_can_be_read_in_one():
    rows = [(f"0{n}/09/2018", "Board", f"Meeting number {n}") for n in (1, 2, 3)]
    assert read(table(("Date", "Kind", "Meeting name"), *rows)).kind != "listing"


def test_a_bodys_minutes_are_no_events():
    lists = (
        f"<p>{name}</p><ul>" + "".join(f"<li>{day} June 2023</li>" for day in days) + "</ul>"
        for name, days in (("Agendas and notices", (1, 6, 9)), ("Minutes", (2, 7)))
    )
    draft = read("".join(lists))
    assert (draft.kind, draft.published_on, draft.events) == ("other", None, ())


def test_other_pages_at_the_end_of_news_are_not_its_events():
    draft = read(
        "<p>24.01.2022 11:38<br>Kategorie: News</p><p>Die Messe wurde abgesagt, und niemand ist darüber froh.</p>"
        "<h2>Letzte Artikel</h2><h3>Tee und Kuchen für alle</h3><p>09.10.2021</p><h3>Betten im Winter</h3>"
        "<p>19.08.2021</p>"
    )
    assert (draft.kind, draft.published_on, draft.events) == ("other", "2022-01-24", ())


def test_a_heading_with_its_day_is_not_the_day_of_the_line_above_it():
    days = (f"<h2>Talks, {day} May 2025</h2><p>09:00</p><p>Welcome</p><p>(Hall B)</p>" for day in (14, 15, 16))
    assert read("".join(days)).kind != "listing"
