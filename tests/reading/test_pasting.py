# SPDX-License-Identifier: MIT
"""What Word, Google Docs and browsers copy, as clean Markdown. The samples are written as those programs write."""

import pytest

from eqbrief.reading.pasting import read_pasted

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- /* Style Definitions */ p.Mso {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB><!--StartFragment-->
<p class=MsoTitle>Quieter wards<o:p></o:p></p>
<h2>What we heard<o:p></o:p></h2>
<p class=MsoNormal>Staff said <b>rest</b> and <i style='mso-bidi-font-style:normal'>rotas</i> matter<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span>
</span></span><![endif]>Longer breaks<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>
&nbsp; </span></span><![endif]>at night</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>o</span>at weekends</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Fair rotas</p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Ask</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.</span>Act</p>
<p class=MsoNormal><img src="file:///C:/Users/x/clip_image001.png" v:shapes="Picture_1">See
<a href="https://larkmoor.example/guide">the guide</a> and <a href="file:///C:/secret.docx">a file</a></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Ward<o:p></o:p></p></td><td><p class=MsoNormal>Beds</p></td></tr>
<tr><td><p class=MsoNormal>Elm</p></td><td><p class=MsoNormal>12</p></td></tr></table>
<!--EndFragment--></body></html>"""

FROM_WORD = """# Quieter wards

## What we heard

Staff said **rest** and *rotas* matter

- Longer breaks
  - at night
  - at weekends
- Fair rotas

Then:

1. Ask
2. Act

See [the guide](https://larkmoor.example/guide) and a file

| Ward | Beds |
| --- | --- |
| Elm | 12 |"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span
style="font-weight:400">Rotas</span></h1><p dir="ltr"><span style="font-weight:400">Plain, </span><span
style="font-weight:700">bold</span><span style="font-weight:400;font-style:italic"> and slanted</span></p><ul><li
dir="ltr"><p dir="ltr"><span>one</span></p></li>
<ul><li><p><span>deeper</span></p></li></ul><li><p><span>two</span></p></li></ul></b>"""


def test_word_comes_as_headings_lists_links_and_tables():
    found = read_pasted(WORD)
    assert found.text == FROM_WORD and found.pictures == 1


def test_google_docs_comes_with_its_stresses_and_nested_lists():
    assert read_pasted(DOCS).text == "# Rotas\n\nPlain, **bold** *and slanted*\n\n- one\n  - deeper\n- two"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b></p><script>alert(1)</script><p>three", "One **two**\n\nthree"),
        ("<ul><li><input type=checkbox checked> done</li><li><input type=checkbox> open</li></ul>",
         "- [x] done\n- [ ] open"),
        ("<ul><li>☐ open<li>☒ done</ul>", "- [ ] open\n- [x] done"),
        ("<a href='javascript:alert(1)'>press</a> <b>x</b>", "press **x**"),
        ("<blockquote><p>Said</p></blockquote>", "> Said"),
        ("<b>snake_case</b> and 2 * 3", "**snake_case** and 2 * 3"),
        ("<h3>Head</h3><ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>", "### Head\n\n1. a\n   1. b\n2. c"),
        ("<p><a href='https://larkmoor.example/a'>https://larkmoor.example/a</a></p>", "<https://larkmoor.example/a>"),
    ],
)  # fmt: skip
def test_markup_becomes_markdown(html, text):
    assert read_pasted(html).text == text


def test_what_has_no_structure_or_no_end_is_left_to_its_plain_text():
    assert read_pasted("<div><span style='color:red'>def f():</span></div><div>    return 1</div>") is None
    assert read_pasted("<b>" + "<div>" * 100_000 + "x") is None
    assert read_pasted("<b>x</b>" * 600_000) is None


def test_a_remote_picture_is_never_asked_for_and_counted_once():
    found = read_pasted("<p><b>See</b> <picture><img src='https://larkmoor.example/a.png'></picture></p>")
    assert (found.text, found.pictures) == ("**See**", 1)


@pytest.mark.parametrize(
    "markup", ['<ol start="²"><li>one</li></ol>', '<table><tr><td colspan="²">one</td></tr></table>']
)
def test_markup_that_breaks_the_converter_is_left_to_the_plain_text(markup: str) -> None:
    found = read_pasted(markup)
    assert found is None or "one" in found.text


def test_the_part_that_was_chosen_is_found_among_thousands_of_marks() -> None:
    found = read_pasted("<!--StartFragment-->" * 8000 + "<b>one</b><!--EndFragment--><b>two</b>")
    assert found is not None and "one" in found.text and "two" not in found.text
