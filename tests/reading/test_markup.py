# SPDX-License-Identifier: MIT
"""HTML as readable text: what a reader sees, in lines, with links, and without the site's frame."""

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.markup import page_of_html


def kinds(html: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page_of_html(html, "page.html").blocks]


def test_the_text_reads_like_a_text_page():
    page = page_of_html("<h1>Tea</h1><p>With   the\n<b>board</b>.</p><ul><li>one</li><li>two</li></ul>", "page.html")
    assert page.text == "Tea\n\nWith the board.\n\n  • one\n  • two"


def test_what_is_not_shown_is_not_read():
    html = (
        "<nav>Home</nav><script>x</script><div hidden>no</div><p style='display: none'>no</p>"
        "<div class='cookie-notice'>no</div><p aria-hidden='true'>no</p><p>yes, this is read.</p>"
    )
    assert kinds(html) == [("paragraph", "yes, this is read.")]


def test_the_frame_is_told_from_the_page():
    page = page_of_html("<header>Site</header><main><header>Part</header><p>x y.</p></main><footer>© Us</footer>", "p")
    assert [(block.text, block.furniture) for block in page.blocks] == [
        ("Site", True),
        ("Part", False),
        ("x y.", False),
        ("© Us", True),
    ]


def test_tables_become_rows_but_a_table_for_layout_does_not():
    assert kinds("<table><tr><td>10:00</td><td>Tea</td></tr><tr><td>11:00</td><td>Talk</td></tr></table>") == [
        ("row", "10:00 Tea"),
        ("row", "11:00 Talk"),
    ]
    assert kinds("<table><tr><td><h2>Tea</h2></td><td><p>It was hot.</p></td></tr></table>") == [
        ("heading", "Tea"),
        ("paragraph", "It was hot."),
    ]


def test_items_by_any_tag():
    expected = [("bullet", "one"), ("bullet", "two")]
    assert kinds("<ul><li><p>one</p></li><li><div>two</div></li></ul>") == expected
    assert kinds('<div class="list__item">one</div><div class="list__item">two</div>') == expected
    assert kinds('<p><a class="tag" href="/a">one</a><a class="tag" href="/b">two</a></p>') == expected
    assert kinds("<dl><dt>Chair</dt><dd>one</dd></dl>") == [("heading", "Chair"), ("bullet", "one")]


def test_links_keep_their_words_and_place():
    page = page_of_html(
        '<p>  Get <a href="/deck.pptx">the <i>slides</i></a> now.</p><a href="/x"><h2>Talk</h2></a>', "p"
    )
    [link], [talk] = page.blocks[0].links, page.blocks[1].links
    assert (link.words.text, link.address) == ("the slides", "/deck.pptx")
    assert page.text[link.words.start : link.words.end] == "the slides"
    assert (talk.words.text, talk.address) == ("Talk", "/x")


def test_a_line_break_divides_lines_without_a_gap():
    page = page_of_html("<p>Chair: A B<br>Host: C D</p>", "p")
    assert [(block.text, block.gap) for block in page.blocks] == [("Chair: A B", True), ("Host: C D", False)]


def test_lines_with_bullets_of_their_own_are_items():
    assert kinds("<p>Chair<br>• one<br>- two</p><p>– three</p>") == [
        ("heading", "Chair"),
        *(("bullet", word) for word in ("one", "two", "three")),
    ]
    assert kinds("<p>1. one<br>2. two</p>") == [("bullet", "one"), ("bullet", "two")]
    assert kinds("<p>4. Mai 2024, in Larkmoor.</p>") == [("paragraph", "4. Mai 2024, in Larkmoor.")]


def test_the_frame_of_a_page_without_named_parts():
    page = page_of_html(
        "<div id='footer'>© Us</div><div class='related-posts'>More.</div><table><tr><td><h2>Tea</h2></td>"
        "<td class='sidebar'>Soon</td></tr></table><main><div class='footer'>Kept.</div></main>",
        "p",
    )
    assert [(block.text, block.furniture) for block in page.blocks] == [
        ("© Us", True),
        ("More.", True),
        ("Tea", False),
        ("Kept.", False),
    ]


def test_numbers_of_two_elements_are_two_numbers():
    assert kinds("<h3>4 May 2024<span class='d-block'>11:30 am</span></h3><p>1<b>st</b></p>") == [
        ("heading", "4 May 2024 11:30 am"),
        ("heading", "1st"),
    ]


PIECES = (
    *("<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<a href=x>", "</a>", "word "),
    *(
        "<br>",
        "<h2>",
        "</h2>",
        "<header>",
        "</header>",
        " ",
        "\n",
        "<dd>",
        "<span class=tag>",
        "</span>",
        "&nbsp;",
        "é",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_block_and_link_stands_where_it_says(html: str):
    page = page_of_html(html, "page.html")
    for block in page.blocks:
        assert page.text[block.cut.start : block.cut.end] == block.cut.text
        for link in block.links:
            assert page.text[link.words.start : link.words.end] == link.words.text
