# SPDX-License-Identifier: MIT
"""A slide is a page to read: its levels are lists, its tables tables, and nothing in it is taken for markup."""

import re

from eqbrief.gui.viewer.reading import joined, outline_html, plain_words, slide_html, tables
from eqbrief.model import Slide, SlideLink, Unread, no_text


def slide(number: int = 1, **text: str) -> Slide:
    return Slide(number, text.get("title"), text={**no_text(), **text})


def test_levels_are_lists_within_lists():
    shown = outline_html(["One", "  Two", "    Three", "  Four", "Five"])
    assert shown == ("<ul><li>One<ul><li>Two<ul><li>Three</li></ul></li><li>Four</li></ul></li><li>Five</li></ul>")
    assert outline_html(["Alone"]) == "<p>Alone</p>"
    assert outline_html(["  ", ""]) == ""


def test_every_list_that_is_begun_is_ended():
    shown = outline_html(["      Deep", "Up", "    Down", "  Between"])
    for tag in ("ul", "li"):
        assert shown.count(f"<{tag}>") == shown.count(f"</{tag}>") > 0


def test_rows_that_lost_their_empty_last_cells_stay_in_their_table():
    (one, two) = tables("Ward\tBefore\tAfter\nLarch\t3\nElm\n\tStayed\nNurses\t4\nPorters\t5")
    assert one == [["Ward", "Before", "After"], ["Larch", "3", ""], ["Elm", "", ""]]
    assert two == [["", "Stayed"], ["Nurses", "4"], ["Porters", "5"]]
    assert tables("Ward\nLarch\t3") == [[["Ward", ""], ["Larch", "3"]]]


def test_tables_are_tables_and_end_where_a_row_has_more_cells():
    text = "Change\tResult\nSheet\tNone\nA\tB\tC\n1\t2\t3"
    assert [len(rows) for rows in tables(text)] == [2, 2]
    shown = slide_html(slide(table=text))
    assert shown.count("<table") == 2
    assert re.findall(r"<th[^>]*>(\w*)</th>", shown) == ["Change", "Result", "A", "B", "C"]
    assert re.findall(r"<td[^>]*>(\w*)</td>", shown) == ["Sheet", "None", "1", "2", "3"]


def test_everything_of_a_slide_is_there_but_its_own_number():
    one = Slide(
        7, "Kinder rotas", text={**no_text(), "title": "Kinder rotas", "body": "Body words\n7", "diagram": "Plan\nDo",
        "chart": "Falls\nWeek\t1\nWeek\t2", "notes": "Not here"}, pictures=2, alternatives=("A ward",),
        links=(SlideLink("More", "https://larkmoor.example/"),),
    )  # fmt: skip
    shown = slide_html(one, [Unread(7, "holds a sound"), Unread(8, "elsewhere")])
    for words in ("Kinder rotas</h1>", "<p>Body words</p>", "<li>Plan</li>", "2 pictures", "A ward", "Falls",
                  "More: https://larkmoor.example/", "Not read: holds a sound."):  # fmt: skip
        assert words in shown
    assert "Not here" not in shown and "elsewhere" not in shown and ">7<" not in shown
    assert plain_words(one).splitlines()[:2] == ["Kinder rotas", "Body words"]


def test_a_slide_without_a_title_is_called_by_its_number():
    assert slide_html(slide(4)).startswith('<h1 class="slide">Slide 4</h1>')


def test_nothing_of_a_deck_is_markup():
    evil = "<img src=file:///etc/passwd> & <b>"
    one = Slide(
        1, evil, text={**no_text(), "title": evil, "body": evil, "table": f"{evil}\t{evil}", "diagram": evil,
        "chart": evil}, pictures=1, alternatives=(evil,), links=(SlideLink(evil, evil),),
    )  # fmt: skip
    shown = slide_html(one, [Unread(1, evil)])
    assert "<img" not in shown and "<b>" not in shown
    assert shown.count("&lt;img") == 9


def test_broken_lines_of_a_print_are_joined_and_bullets_taken_off():
    lines = ["• Practised phrases rather than long definitions that", "nobody remembers", "– Measured", "• After"]
    assert joined(lines) == [
        "Practised phrases rather than long definitions that nobody remembers", "  Measured", "After"
    ]  # fmt: skip
