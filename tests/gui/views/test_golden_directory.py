# SPDX-License-Identifier: MIT
"""Golden pictures of the directories: an organisation that is likely another, the merge, the glossary, who speaks."""

import pytest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.detail.naming.merging import MergeDialog
from eqbrief.gui.kit import Banner
from eqbrief.gui.sidebar import Place
from eqbrief.tasks.glossary import gather_terms
from tests.gui.looks import dress
from tests.gui.test_golden import BOTH, settle


def organisation(store, name: str) -> int:
    return next(card.id for card in db.organisations(store) if card.name == name)


@pytest.fixture
def undressed():
    """Leave the tests' application as it was."""
    yield
    dress(QApplication.instance())


@BOTH
def test_organisation(filled_library, open_window, golden, qtbot, theme, undressed):
    window = open_window(filled_library, theme=theme)
    window.show_name("organisation", organisation(filled_library, "Harrow Vale Hospitals Trust"))
    qtbot.waitUntil(lambda: window.detail.names.findChild(Banner) is not None, timeout=9000)
    settle(window, qtbot)
    golden(window, f"organisation-{theme}")


@BOTH
def test_merge(filled_library, open_window, golden, qtbot, theme, undressed):
    window = open_window(filled_library, theme=theme)
    numbers = [organisation(filled_library, name) for name in ("Harrow Vale Hospitals", "Harrow Vale Hospitals Trust")]
    dialog = MergeDialog(filled_library, window._jobs, "organisation", *numbers, window)
    dialog.setModal(False)
    dialog.resize(940, 660)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog._likely), timeout=9000)
    settle(window, qtbot)
    golden(dialog, f"merge-{theme}")
    dialog.reject()
    dialog.deleteLater()


@BOTH
def test_glossary(filled_library, open_window, golden, qtbot, theme, undressed):
    gather_terms(filled_library)
    window = open_window(filled_library, theme=theme)
    window.sidebar.choose(Place("Glossary", "glossary"))
    view = window.views.view
    keys = [line.title for line in view.list.lines()]
    view.list.setCurrentIndex(view.list.model().index(keys.index("EDI"), 0))
    settle(window, qtbot)
    qtbot.wait(600)
    settle(window, qtbot)
    golden(window, f"glossary-{theme}")


@BOTH
def test_speakers(filled_library, open_window, golden, qtbot, theme, undressed):
    gather_terms(filled_library)
    window = open_window(filled_library, theme=theme)
    window.sidebar.choose(Place("Who speaks for whom", "speakers"))
    qtbot.waitUntil(lambda: window.views.view._table is not None)
    settle(window, qtbot)
    golden(window, f"speakers-{theme}")
