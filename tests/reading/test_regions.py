# SPDX-License-Identifier: MIT
"""Every element of a page is known with the stretch of text that it covers, also those within a line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.reading.blocks import Page, page_of_text
from eqbrief.reading.markup import page_of_html, regions_of
from eqbrief.reading.regions import Region
from tests.reading.sites import SITES


def texts(page: Page, name: str) -> list[str]:
    return [one.text or page.text[one.start : one.end] for one in regions_of(page) if name in one.names]


def test_a_block_an_inline_part_and_a_cell_cover_what_they_show() -> None:
    page = page_of_html(
        "<h1 id=top>Night rotas</h1><p>On <b class='when big'> 3 May </b>at noon</p>"
        "<table><tr><td>host</td><td>Orla Pennyfeather</td></tr></table>",
        "page.html",
    )
    assert texts(page, "#top") == texts(page, "h1") == ["Night rotas"]
    assert [said.strip() for said in texts(page, ".when")] == ["3 May"]
    assert [said.strip() for said in texts(page, "td")] == ["host", "Orla Pennyfeather"]
    assert texts(page, "tr") == ["host\tOrla Pennyfeather"]


def test_elements_know_what_is_around_them_and_which_of_their_kind_they_are() -> None:
    page = page_of_html("<ul class=who><li>One</li><li>Two</li></ul>", "page.html")
    regions = regions_of(page)
    second = [one for one in regions if "li" in one.names][1]
    assert (second.place, regions[second.above].names) == (2, ("ul", ".who"))


def test_what_is_not_shown_is_kept_as_words() -> None:
    page = page_of_html(
        "<nav class=breadcrumb><ol><li>Home</li><li>Autumn talks</li></ol></nav><article data-topics='Rest; Rotas'>"
        "<h1>Night rotas</h1><a href='/talk'>More</a></article>",
        "page.html",
    )
    assert "Autumn talks" not in page.text
    assert texts(page, "li") == ["Home", "Autumn talks"]
    assert texts(page, "[data-topics]") == ["Rest; Rotas"]
    assert next(one.address for one in regions_of(page) if "a" in one.names) == "/talk"


def test_text_has_no_elements() -> None:
    assert regions_of(page_of_text("Night rotas\n", "page.txt")) == ()


def test_a_thousand_nested_elements_are_all_closed() -> None:
    page = page_of_html("<div class=x>" * 1000 + "Deep" + "</div>" * 1000, "page.html")
    assert texts(page, ".x") == ["Deep"] * 1000


@settings(max_examples=40)
@given(st.lists(st.sampled_from(("<b>", "</b>", "<p>", "</p>", "<td>", "<tr>", "<table>", "x ", "<br>", "<nav>", " "))))
def test_every_region_lies_within_the_text(pieces: list[str]) -> None:
    page = page_of_html("".join(pieces), "page.html")
    regions = regions_of(page)
    assert all(_is_within(one, page, len(regions)) for one in regions)


def _is_within(one: Region, page: Page, number: int) -> bool:
    return -1 <= one.above < number and (one.start == -1 or 0 <= one.start < one.end <= len(page.text))


def test_the_made_up_sites_have_regions_for_each_page() -> None:
    pages = [
        page_of_html(sheet.data.decode(), sheet.name)
        for site in SITES
        for sheet in site.pages
        if "<" in str(sheet.data)
    ]
    assert pages and all(regions_of(page) for page in pages)
