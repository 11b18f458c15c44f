# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from eqbrief.gui.kit import no_mnemonic, plain_tip, surface
from eqbrief.gui.theme import themes
from tests.gui.looks import colours, dress

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1)


@given(WORDS)
def test_a_tooltip_says_exactly_the_text(qapp, words):
    document = QTextDocument()
    document.setHtml(plain_tip(words))
    assert document.toPlainText().replace("\xa0", " ") == words.replace("\xa0", " ")


def test_no_text_has_no_tooltip_and_ampersands_stay():
    assert plain_tip("") == ""
    assert no_mnemonic("Q&A & more") == "Q&&A && more"


def test_a_surface_has_the_colour_of_its_name(qapp, qtbot):
    dress(qapp, "dark")
    widget = QWidget()
    qtbot.addWidget(widget)
    surface(widget, "card")
    widget.resize(20, 20)
    assert set(colours(widget)) == {themes()["dark"].card.lower()}
