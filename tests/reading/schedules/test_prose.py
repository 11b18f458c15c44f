# SPDX-License-Identifier: MIT
"""Abstracts and descriptions: Markdown stays as it is but for what would be fetched, HTML becomes Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.schedules.prose import prose_of


@pytest.mark.parametrize(
    ("written", "text", "markdown"),
    [
        ("", "", ""),
        ("  Tea.\r\n", "Tea.", "Tea."),
        ("One\ntwo\n\n\n\nthree  \n", "One\ntwo\n\nthree", "One  \ntwo\n\nthree"),
        ("- a\r\n- b", "- a\n- b", "- a  \n- b"),
        ("Less than <3 cups & more\x00\u202e", "Less than <3 cups & more", "Less than <3 cups & more"),
        ("See ![beds](https://x.example/b.png)", None, "See [beds](https://x.example/b.png)"),
        ("See ![](https://x.example/b.png)", None, "See [picture](https://x.example/b.png)"),
        ("<p>One</p><p>two *three*</p>", "One\n\ntwo *three*", "One\n\ntwo \\*three\\*"),
        ("<ul><li>a</li><li>b</li></ul><p>c</p>", "  • a\n  • b\n\nc", "- a\n- b\n\nc"),
        ("<h2>Head</h2><p>Body.</p>", "Head\n\nBody.", "## Head\n\nBody."),
        ("One\n\ntwo <b>bold</b>", "One\ntwo bold", "One\n\ntwo bold"),
        ("Tea &amp; cups", "Tea & cups", "Tea & cups"),
        (
            "<a href='https://x.example/a_(b)'>the [wards]</a>",
            "the [wards]",
            "[the \\[wards\\]](<https://x.example/a_(b)>)",
        ),
        ("<a href='javascript:alert(1)'>tea</a>", "tea", "tea"),
        ("<p><script>tea()</script><img src=https://x.example/a.png></p>", "", ""),
        ("**Bold** and <b>bold</b>\n\n[a](https://x.example/)", None, "Bold and bold\n\n[a](https://x.example/)"),
    ],
)
def test_prose(written: str, text: str | None, markdown: str):
    prose = prose_of(written)
    assert prose.markdown == markdown
    assert text is None or prose.text == text


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br>",
        "<a href='https://x.example/'>",
        "</a>",
        "tea",
        "\n",
        "\r\n",
        "*",
        "![](",
        "<li>",
        "&lt;",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_is_read_and_leaves_no_tag_behind(written: str):
    prose = prose_of(written)
    assert bool(prose.text) == bool(prose.markdown)
    assert "<p>" not in prose.text and "<li>" not in prose.markdown.replace("\\<li\\>", "")
    assert prose == prose_of(written)
