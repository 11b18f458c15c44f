# SPDX-License-Identifier: MIT
"""The list says each page as a sentence."""

from eqbrief.gui.desk.items import item_of
from eqbrief.gui.desk.queue import QueueList
from tests.gui.desk.drafts import page, porters
from tests.gui.looks import dress


def test_the_list_says_each_page_as_a_sentence(qtbot, qapp) -> None:
    dress(qapp)
    listed = QueueList()
    qtbot.addWidget(listed)
    listed.queue.add([item_of(page(porters())), item_of(page(None, "b.html", "It is empty."))])
    said = [listed.queue.index(row).data() for row in range(2)]
    assert said == ["Why experienced porters stay, 2 to check, porters.html.", "b.html, Could not be read."]
    with qtbot.waitSignal(listed.queue.dataChanged):
        listed.queue.set(0, state="skipped")
    with qtbot.assertNotEmitted(listed.queue.dataChanged):
        listed.queue.set(0, state="skipped")
    assert listed.queue.index(0).data().endswith("Skipped, porters.html.")
