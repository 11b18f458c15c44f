# SPDX-License-Identifier: MIT
"""How a text changed is shown word by word; both texts can be read out of it, and it loads nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.desk.changes import Changes, shortened, word_changes
from tests.gui.looks import dress

WORDS = st.lists(st.sampled_from(["rest", "rota", "and", "8", "May", "\n", ",", "ward-led"]), max_size=12).map(" ".join)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_it(before: str, after: str) -> None:
    parts = word_changes(before, after)
    assert squeezed("".join(text for kind, text in parts if kind != "new")) == squeezed(before)
    assert squeezed("".join(text for kind, text in parts if kind != "gone")) == squeezed(after)


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("Wednesday 8 May 2024", "Wednesday 15 May 2024",
         [("same", "Wednesday "), ("gone", "8"), ("same", " "), ("new", "15"), ("same", " May 2024")]),
        ("", "Rest", [("new", "Rest")]),
        ("Rest", "", [("gone", "Rest")]),
        ("Kestrel Vale", "Pennywick Trust", [("gone", "Kestrel Vale"), ("same", " "), ("new", "Pennywick Trust")]),
        ("Rest", "Rest", [("same", "Rest")]),
    ],
)  # fmt: skip
def test_words_that_changed_stand_beside_each_other(before: str, after: str, parts: list[tuple[str, str]]) -> None:
    assert word_changes(before, after) == parts


def test_long_stretches_that_are_the_same_are_left_out() -> None:
    same = "a long stretch of words that is the same in both " * 10
    parts = shortened(word_changes(f"{same}8 May {same}", f"{same}15 May {same}"))
    assert [kind for kind, _text in parts] == ["same", "gone", "same", "new", "same"]
    assert sum(len(text) for _kind, text in parts) < 200
    assert parts[0][1].startswith("… ") and parts[-1][1].endswith(" …")


def test_it_is_struck_and_underlined_and_markup_is_text(qtbot, qapp) -> None:
    dress(qapp)
    shown = Changes("How this changes: Title", "<b>Rest</b> for all", "<b>Rest</b> for some")
    qtbot.addWidget(shown)
    shown.show()
    assert shown.toPlainText() == "<b>Rest</b> for all some"
    cursor = shown.textCursor()
    styles = {}
    for word in ("Rest", "all", "some"):
        cursor = shown.document().find(word)
        style = cursor.charFormat()
        styles[word] = (style.fontStrikeOut(), style.fontUnderline())
    assert styles == {"Rest": (False, False), "all": (True, False), "some": (False, True)}
    dress(qapp, "dark", 150)
    assert shown.toPlainText() == "<b>Rest</b> for all some"
    dress(qapp)
