# SPDX-License-Identifier: MIT
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from eqbrief.gui.kit import ReadingText
from eqbrief.gui.kit.reading import markdown_html, plain_html, reading_width
from eqbrief.gui.theme import font, theme_in_use
from tests.gui.looks import colours, dress, near, spoken


@pytest.fixture
def text(qapp, qtbot) -> ReadingText:
    dress(qapp)
    made = ReadingText("Summary")
    qtbot.addWidget(made)
    return made


def test_nothing_is_loaded_whatever_the_text_names(text, tmp_path):
    picture = tmp_path / "picture.txt"
    picture.write_text("secret words", encoding="utf-8")
    for kind in QTextDocument.ResourceType:
        assert text.loadResource(kind.value, QUrl.fromLocalFile(str(picture))) is None
    text.setSource(QUrl.fromLocalFile(str(picture)))
    assert "secret" not in text.toPlainText()
    text.setHtml(f'<img src="{picture.as_uri()}" width="9"> words')
    assert "words" in text.toPlainText()


def test_markdown_cannot_bring_html_pictures_or_scripts(text):
    text.set_markdown('<script>x</script> ![dot](file:///etc/hostname) <img src="//host/share"> [go](javascript:x)')
    found = text.toHtml()
    assert "<img" not in found and "<script" not in found and 'href="javascript' not in found
    assert "<script>x</script>" in text.toPlainText()


def test_markdown_is_shown_as_it_is_meant(text):
    text.set_markdown("# Heading\n\nSome *words*.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    shown = text.toPlainText()
    assert "Heading\nSome words.\none\ntwo" in shown and "#" not in shown and "|" not in shown


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=200))
def test_plain_text_is_shown_word_for_word(qapp, words):
    document = QTextDocument()
    document.setHtml(plain_html(words))
    assert document.toPlainText().split() == words.split()


@given(st.text(st.sampled_from("ab &.,*_`<>[]()#-+1!|\\\n~"), max_size=60))
def test_the_short_way_for_plain_texts_is_taken_only_where_both_agree(qapp, words):
    from markdown_it import MarkdownIt

    whole = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image").render(words)
    read = [QTextDocument(), QTextDocument()]
    read[0].setHtml(whole)
    read[1].setHtml(markdown_html(words))
    assert read[0].toPlainText().split() == read[1].toPlainText().split()


def test_a_link_is_said_and_not_opened(text, qtbot):
    text.set_markdown("[the page](https://example.org/page)")
    assert not text.openLinks() and not text.openExternalLinks()
    with qtbot.waitSignal(text.link_pressed, timeout=0) as said:
        text.anchorClicked.emit(QUrl("https://example.org/page"))
    assert said.args == ["https://example.org/page"]
    assert text.source() == QUrl()


def test_it_can_be_read_by_keyboard_and_is_named(text):
    assert spoken(text) == "Summary"
    assert text.isReadOnly() and text.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert text.tabChangesFocus()


def test_lines_hold_at_most_62_characters_of_ordinary_text(text):
    words = "The panel described what the figures say about work in general and then what each of them did next. " * 5
    text.set_plain(words)
    text.resize(2000, 100)
    text.show()
    assert text.width() == reading_width()
    layout = text.document().begin().layout()
    lengths = [layout.lineAt(index).textLength() for index in range(layout.lineCount())]
    assert len(lengths) > 6 and max(lengths) <= 66 and sum(lengths[:-1]) / len(lengths[:-1]) <= 62


def test_it_grows_with_its_text_and_nothing_is_cut_at_200_per_cent(text, qapp):
    text.set_plain("Words to read. " * 60)
    text.resize(300, 20)
    text.show()
    once = text.height()
    assert once >= text.document().size().height()
    dress(qapp, "light", 200)
    assert text.document().defaultFont().pixelSize() == font("reading").pixelSize() == 28
    text.resize(300, 20)
    assert text.height() >= text.document().size().height() > once


def test_links_and_marks_take_the_colours_of_the_theme_also_after_a_switch(text, qapp):
    text.set_markdown("MMMM [MMMMMM](https://example.org) MMMM")
    text.mark([(0, 4)])
    for choice in ("light", "dark", "contrast dark"):
        dress(qapp, choice)
        theme = theme_in_use()
        seen = colours(text)
        assert near(seen, theme.found) > 100
        assert re.search(f"color:{theme.accent}", text.toHtml(), re.IGNORECASE)


def test_a_place_can_be_brought_into_sight(qapp, qtbot):
    dress(qapp)
    page = ReadingText("The page", grows=False)
    qtbot.addWidget(page)
    page.resize(400, 200)
    page.show()
    page.set_plain("Line of words.\n\n" * 80)
    assert page.verticalScrollBar().value() == 0
    page.reveal(len(page.toPlainText()) - 1)
    assert page.verticalScrollBar().value() > 0
    page.reveal(10**9)
