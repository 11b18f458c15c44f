# SPDX-License-Identifier: MIT
"""A card is drawn: titles broken or shortened, found words marked, in every theme and at every size."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from eqbrief.gui.listing.delegate import CardDelegate, title_lines
from eqbrief.gui.listing.model import ListModel
from eqbrief.gui.listing.rows import Row
from eqbrief.gui.theme import colour, font, px, themes
from tests.gui.looks import THEMES, dress

LONG = "What twelve months of listening to night staff on forty-one wards taught us " * 3
CARD = Row(1, LONG, "20 March 2023 · Larkmoor Alliance", parts=(("user", "3 people"),), chip="To review", starred=True)


def draw(row: Row, *, lines: int = 4, selected: bool = False, width: int = 360) -> QImage:
    """Draw one card as the list does."""
    model = ListModel()
    model.show([row.id], lambda _ids: [row])
    delegate, option = CardDelegate(lines), QStyleOptionViewItem()
    height = delegate.sizeHint(option, model.index(0)).height()
    option.rect = QRect(0, 0, width, height)
    option.state = QStyle.StateFlag.State_Enabled
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour("pane"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return image


def seen(image: QImage, at: QRect | None = None) -> set[str]:
    """List the colours in a part of a picture."""
    box = at or image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


def test_a_title_fits_its_lines_and_ends_in_an_ellipsis_where_it_must(qapp):
    dress(qapp)
    lines = title_lines(LONG, 300, 2, px(100))
    metrics = QFontMetrics(font("strong"))
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 300 for line in lines)
    assert title_lines("Short", 300, 2, px(100)) == ("Short",)
    assert title_lines("Unbreakable" * 20, 300, 2, px(100))[-1].endswith("…")


@pytest.mark.parametrize("choice", THEMES)
def test_the_chosen_card_has_a_bar_as_well_as_a_tint(qapp, choice):
    dress(qapp, choice)
    plain, chosen = draw(CARD), draw(CARD, selected=True)
    assert chosen.pixelColor(1, chosen.height() // 2).name() == themes()[choice].accent.lower()
    assert plain.pixelColor(1, plain.height() // 2).name() == themes()[choice].pane.lower()


@pytest.mark.parametrize("choice", THEMES)
def test_found_words_stand_on_their_own_colour(qapp, choice):
    from eqbrief.model import Hit

    dress(qapp, choice)
    hit = Hit("note", 1, None, "Cost", "what it <mark>cost</mark>")
    row = Row(1, "Cost", "Your note", "what it cost", marks=((8, 4),), target=hit)
    assert themes()[choice].found.lower() in seen(draw(row, lines=5))


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_drawn_over_the_edges(qapp, size):
    dress(qapp, "light", size)
    image = draw(CARD, width=px(300))
    pane = {colour("pane").name()}
    assert seen(image, QRect(0, 0, image.width(), px(8))) == pane
    assert seen(image, QRect(image.width() - px(8), 0, px(8), image.height() - 1)) == pane
    dress(qapp)


def test_a_row_that_is_gone_is_left_blank(qapp):
    dress(qapp)
    model = ListModel()
    model.show([1], lambda _ids: [])
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(colour("pane"))
    painter, option = QPainter(image), QStyleOptionViewItem()
    CardDelegate().paint(painter, option, model.index(0))
    painter.end()
    assert seen(image) == {colour("pane").name()}


def test_counts_are_written_short_where_their_words_have_no_room():
    from eqbrief.gui.listing.delegate import in_short

    assert [in_short(words) for words in ("1 of 2 decks", "no deck yet", "1,240 people")] == ["1/2", "0", "1,240"]
