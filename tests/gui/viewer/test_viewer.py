# SPDX-License-Identifier: MIT
"""A deck is shown at a slide, drawn or to read; by keys alone; and whatever is wrong with it is a sentence."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.decks.drawing import Word
from eqbrief.gui.kit import Label
from eqbrief.gui.viewer.slides import SlideRole
from eqbrief.gui.viewer.stage import _found_in
from tests.decks.making import Made, deck, pdf, shape
from tests.files.making import old_deck

Key = Qt.Key


def drawn(viewer):
    """Say whether the slide that is shown is drawn at its own width."""
    return viewer.stage.is_drawn and viewer.drawn.picture(viewer.number, viewer.stage.page.wanted_width) is not None


def key(name, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), name, modifiers)


def said(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def test_a_pdf_is_drawn_at_the_slide_that_is_asked_for(viewer, paper, qtbot):
    shown: list[tuple[int, int]] = []
    viewer.slide_shown.connect(lambda *where: shown.append(where))
    viewer.show_deck(paper, 2)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    assert shown == [(paper, 2)] and viewer.bar._where.text() == "slide 2 of 3"
    assert viewer.slides.currentIndex().data(SlideRole).number == 2
    qtbot.waitUntil(lambda: all(viewer._thumbnail(number) is not None for number in (1, 2, 3)), timeout=15000)
    qtbot.waitUntil(lambda: [word.text for word in viewer.drawn.words(2)][:3] == ["What", "wards", "said"])
    assert "Better rotas" in viewer.stage.page.accessibleDescription()
    assert viewer.stage.page.accessibleName() == "Slide 2 of 3: What wards said"


def test_keys_go_through_the_slides(viewer, paper, qtbot):
    viewer.show_deck(paper)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    viewer.focus_slide()
    seen = []
    for name in (
        Key.Key_Down,
        Key.Key_PageDown,
        Key.Key_PageDown,
        Key.Key_Up,
        Key.Key_Home,
        Key.Key_End,
        Key.Key_PageUp,
    ):
        key(name)
        seen.append(viewer.number)
    assert seen == [2, 3, 3, 2, 1, 3, 2]
    viewer.focus_slides()
    key(Key.Key_Up)
    assert viewer.number == 1
    key(Key.Key_Return)
    assert viewer.stage.page.hasFocus()


def test_neighbours_are_drawn_ahead(viewer, paper, qtbot):
    viewer.show_deck(paper, 1)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    width = viewer.stage.page.wanted_width
    qtbot.waitUntil(lambda: viewer.drawn.picture(2, width) is not None, timeout=15000)
    viewer.go_to(2)
    assert drawn(viewer)


def test_until_a_deck_is_drawn_its_words_are_there(viewer, powerpoint, printer, qtbot):
    viewer.show_deck(powerpoint)
    qtbot.waitUntil(lambda: viewer.number == 1)
    assert viewer.stage._stack.currentWidget() is viewer.stage.reader
    assert "Kinder rotas" in viewer.stage.reader.toPlainText()
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    assert printer == ["deck.pptx"] and viewer.stage._hint.isHidden()
    viewer.do("read")
    assert viewer.stage._stack.currentWidget() is viewer.stage.reader
    viewer.do("read")
    assert drawn(viewer)


def test_without_anything_that_draws_the_reading_view_stays(viewer, powerpoint, nothing_draws, qtbot):
    viewer.show_deck(powerpoint, 2)
    qtbot.waitUntil(lambda: "words of the slides" in viewer.stage._hint.text())
    assert viewer.stage.reader.toPlainText().split("\n")[0] == "What wards said"
    assert "Better rotas" in viewer.stage.reader.toPlainText()
    assert viewer.bar._where.text() == "slide 2 of 3, hidden"
    assert not viewer.bar._buttons["read"][0].isEnabled()
    viewer.stage.reader.setFocus()
    key(Key.Key_PageDown)
    assert viewer.number == 3


def test_speaker_notes_stand_below(viewer, powerpoint, paper, nothing_draws, qtbot):
    viewer.show_deck(powerpoint)
    qtbot.waitUntil(lambda: viewer.number == 1)
    assert viewer.stage.notes.isVisible() and viewer.stage.notes.text.toPlainText() == "Begin slowly"
    viewer.go_to(2)
    assert viewer.stage.notes.text.toPlainText() == "No notes on this slide."
    viewer.show_deck(paper)
    qtbot.waitUntil(lambda: viewer.number == 1)
    assert not viewer.stage.notes.isVisible()


def test_words_are_found_marked_and_stepped_through(viewer, powerpoint, printer, qtbot):
    viewer.show_deck(powerpoint, 2, "rotas")
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    assert viewer.slides.slides.found == {1: 1, 2: 1, 3: 1} and viewer.find_bar._count.text() == "On 3 slides"
    qtbot.waitUntil(lambda: [word.text for word in viewer.stage.page._found] == ["rotas"])
    viewer.find_words("wards")
    assert viewer.slides.slides.found == {2: 1, 3: 1}
    seen = []
    for modifiers in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    ):
        key(Key.Key_Return, modifiers)
        seen.append(viewer.number)
    assert seen == [3, 2, 3]
    viewer.do("read")
    marked = viewer.stage.reader.extraSelections()
    assert [one.cursor.selectedText() for one in marked] == ["wards"]
    assert "1 found" in viewer.slides.slides.index(2).data(Qt.ItemDataRole.AccessibleTextRole)


def test_only_what_is_looked_for_is_marked_of_a_word():
    (part,) = _found_in(Word("recliners,", 0.1, 0.2, 0.2, 0.3), ("recl",))
    assert part.text == "recliners" and (part.left, round(part.right, 3)) == (0.1, 0.19)
    (part,) = _found_in(Word("שאלות.", 0.1, 0.2, 0.22, 0.3), ("שאל",))
    assert (round(part.left, 3), round(part.right, 3)) == (0.12, 0.22)


def test_words_are_selected_with_the_mouse(viewer, paper, qtbot):
    viewer.show_deck(paper, 2)
    qtbot.waitUntil(lambda: drawn(viewer) and bool(viewer.drawn.words(2)), timeout=15000)
    page = viewer.stage.page
    sheet, words = page._page_rect(), viewer.drawn.words(2)

    def at(word: Word, part: float) -> QPoint:
        across = word.left + part * (word.right - word.left)
        return sheet.topLeft() + QPoint(int(across * sheet.width()), int((word.top + word.bottom) / 2 * sheet.height()))

    QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=at(words[1], 0.5))
    assert page.selected_text() == ""
    QTest.mouseMove(page.viewport(), at(words[2], 0.5))
    QTest.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=at(words[2], 0.5))
    assert page.selected_text() == "wards said"
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert page.selected_text() == ""


def test_escape_leaves_the_search_first_then_the_viewer(viewer, paper, qtbot):
    left: list[bool] = []
    viewer.left.connect(lambda: left.append(True))
    viewer.show_deck(paper)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    viewer.find_words("wards")
    key(Key.Key_Escape)
    assert viewer.find_bar.isHidden() and viewer.slides.slides.found == {} and not left
    assert viewer.stage.page.hasFocus()
    key(Key.Key_Escape)
    assert left == [True]


def test_picture_words_and_reference_can_be_copied(viewer, paper, qtbot):
    viewer.show_deck(paper, 2)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    clipboard = QApplication.clipboard()
    viewer.do("copy reference")
    assert clipboard.text() == "Paper, slide 2, Kinder rotas for night staff, 20 March 2023"
    viewer.do("copy text")
    assert clipboard.text() == "What wards said\nBetter rotas"
    viewer.do("copy picture")
    assert clipboard.image().width() == viewer.stage.page.wanted_width
    qtbot.waitUntil(lambda: bool(viewer.drawn.words(2)))
    viewer.focus_slide()
    QTest.keySequence(viewer.stage.page, "Ctrl+A")
    QTest.keySequence(viewer.stage.page, "Ctrl+C")
    assert clipboard.text() == "What wards said Better rotas"


def test_zoom_draws_anew_and_fit_goes_back(viewer, paper, qtbot):
    viewer.show_deck(paper)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    fitted = viewer.stage.page.wanted_width
    viewer.do("larger")
    assert viewer.stage.page.wanted_width == round(fitted * 1.25)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    viewer.do("fit")
    assert viewer.stage.page.wanted_width == fitted


def test_a_password_is_asked_for_until_it_is_right(viewer, keep, qtbot):
    number = keep("Locked.pdf", pdf(*[[("Kinder rotas", 40, 440)]], password="sesame"))
    viewer.show_deck(number)
    field = viewer.stage.password.field
    qtbot.waitUntil(field.isVisible)
    field.setText("open")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(viewer.stage.password._wrong.isVisible, timeout=15000)
    field.setText("sesame")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    viewer.close_deck()
    viewer.show_deck(number)  # it is kept for this session
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)


@pytest.mark.parametrize("what", ["no slides", "gone", "broken"])
def test_what_cannot_be_shown_is_a_sentence(viewer, keep, library, what, qtbot):
    number = keep("Rotas.pptx", deck() if what == "no slides" else deck(Made(shape("Words"))))
    file = library.path(db.deck(library, number).file)
    if what == "gone":
        file.unlink()
    elif what == "broken":
        file.write_bytes(file.read_bytes()[:200])
    viewer.show_deck(number)
    words = {"no slides": "has no slides", "gone": "no longer at", "broken": "Could not read"}[what]
    qtbot.waitUntil(lambda: words in said(viewer.stage), timeout=15000)
    viewer.focus_slide()
    assert viewer._back.hasFocus()
    assert viewer.bar._title.text() == "Rotas" and not viewer.bar._full.isEnabled() and viewer.bar._open.isEnabled()
    for verb in ("next", "find", "read", "larger", "copy picture", "copy reference"):
        viewer.do(verb)


def test_what_only_another_program_can_read_is_read_from_what_that_draws(viewer, keep, printer, qtbot):
    viewer.show_deck(keep("Rotas.ppt", old_deck()))
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    assert printer == ["deck.ppt"] and viewer.shown.slides[1].title == "What wards said"


def test_another_deck_takes_the_place_of_the_first(viewer, powerpoint, paper, printer, qtbot):
    viewer.show_deck(powerpoint)
    viewer.show_deck(paper, 3)
    qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    assert viewer.shown.title == "Paper" and viewer.number == 3


def test_what_is_kept_of_a_long_deck_has_its_bounds(viewer, keep, qtbot, monkeypatch):
    from eqbrief.gui.viewer import shelf

    monkeypatch.setattr(shelf, "MOST_BYTES", 4_000_000)
    number = keep("Long.pdf", pdf(*[[(f"Page {page}", 40, 440)] for page in range(12)]))
    viewer.show_deck(number)
    for page in range(1, 13):
        viewer.go_to(page)
        qtbot.waitUntil(lambda: drawn(viewer), timeout=15000)
    assert viewer.drawn.size_bytes <= 4_000_000
