# SPDX-License-Identifier: MIT
"""The form shows a draft without altering it, gives back what was changed, and says where the keyboard is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget

from eqbrief.gui.desk.form import DraftForm
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.specs import SPECS
from eqbrief.gui.kit import ChipButton, IconButton
from eqbrief.model import Draft, DraftDeck, DraftRecording, DraftSession, UserError
from eqbrief.store import FIELDS
from tests.gui.desk.drafts import certain, other, porters, week
from tests.gui.desk.test_fields import type_anew
from tests.gui.looks import dress
from tests.helpers.named import unnamed

FULL = replace(
    porters(),
    status="postponed",
    timezone="Europe/London",
    ends_at="2024-05-09",
    summary="A talk.\n\nAnd another.",
    recordings=(DraftRecording("The talk", "https://kestrel.example/talk"),),
    sessions=(DraftSession("Opening", "2024-05-08T09:30:00+01:00", None, ("Griff Penhallow",)),),
    decks=(DraftDeck("Slides", 2_345_678, "pptx", 12), DraftDeck("Handout")),
    charset="utf-8",
    address="https://kestrel.example/porters",
)


@pytest.fixture
def form(qtbot, qapp) -> DraftForm:
    dress(qapp)
    made = DraftForm(Known({"topic": ("Workforce",)}))
    qtbot.addWidget(made)
    made.resize(520, 1400)
    made.show()
    made.activateWindow()
    return made


def test_every_field_that_an_event_keeps_can_be_edited() -> None:
    edited = {key for spec in SPECS for key in spec.keys}
    assert set(FIELDS) - {"kind"} == edited


@pytest.mark.parametrize("draft", [FULL, porters(), certain(3), other(), week(), Draft("empty.txt")])
def test_showing_does_not_edit(form: DraftForm, draft: Draft) -> None:
    form.set_draft(draft)
    assert form.draft() == draft
    assert form.changes() == {}
    assert not form.is_edited()
    for field in form.fields.values():
        if hasattr(field, "tidy"):
            field.tidy()
    assert form.draft() == draft


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Draft,
        source=st.just("x.html"),
        title=st.none() | st.text(max_size=20),
        publisher=st.none() | st.text(max_size=20),
        body=st.none() | st.text(max_size=40),
        topics=st.lists(st.text("abc", min_size=1, max_size=5), unique=True, max_size=3).map(tuple),
        questions=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    )
)
def test_no_text_is_altered_by_showing(form: DraftForm, draft: Draft) -> None:
    form.set_draft(draft)
    assert form.draft() == draft


def test_only_what_was_changed_differs(form: DraftForm) -> None:
    form.set_draft(FULL)
    with pytest.raises(AssertionError):
        assert form.is_edited()
    type_anew(form.fields["title"], "Why porters stay")
    type_anew(form.fields["starts_at"], "9 to 10 May 2024")
    form.fields["topics"].add("Rest")
    assert form.changes() == {
        "title": "Why porters stay",
        "starts_at": "2024-05-09",
        "ends_at": "2024-05-10",
        "topics": ("Workforce", "Staff wellbeing", "Rest"),
    }
    assert form.draft() == replace(FULL, **form.changes())
    assert form.is_edited()


def test_a_date_that_is_none_is_refused_and_has_the_keyboard(form: DraftForm) -> None:
    form.set_draft(porters())
    type_anew(form.fields["published_on"], "shortly")
    with pytest.raises(UserError, match="“shortly” is not a date"):
        form.draft()
    assert QApplication.focusWidget() is form.fields["published_on"]
    assert form.is_edited()


def test_what_is_to_check_is_counted_until_it_was_looked_at(form: DraftForm) -> None:
    form.set_draft(porters())
    assert form.counts() == (12, 2)
    assert form.lines["publisher"].field.accessibleDescription() == "Check this: is this who published it?"
    type_anew(form.fields["publisher"], "Kestrel Vale")
    assert form.counts() == (13, 1)
    assert form.lines["publisher"].field.accessibleDescription() == ""
    form.focus_first()
    assert QApplication.focusWidget() is form.fields["people"].cards()[3].summary
    form.set_draft(porters(), settled=("publisher", "people"))
    assert form.counts() == (14, 0)


def test_it_says_which_field_the_keyboard_came_to(qtbot, form: DraftForm) -> None:
    form.set_draft(porters())
    paths: list[str] = []
    form.field_focused.connect(paths.append)
    form.fields["starts_at"].setFocus()
    form.fields["topics"].setFocus()
    card = form.fields["people"].cards()[2]
    card.summary.setFocus()
    card.open()
    card.editor.fields["roles"].setFocus()
    form.fields["decks"]._rows[0].setFocus()
    assert paths == ["starts_at", "topics", "people.2", "people.2.name", "people.2.roles", "decks.0"]


def test_evidence_follows_its_person(form: DraftForm) -> None:
    form.set_draft(porters())
    card = form.fields["people"].cards()[0]
    card.open()
    next(b for b in card.findChildren(IconButton) if b.accessibleName() == "Remove this person").click()
    after = form.draft()
    assert after.people[0].name == "Tobias Wetherby"
    assert after.evidence["people.0.name"][0].text == "Tobias Wetherby"
    assert after.evidence["people.2.roles.0"][0].text == "head of people – operations"
    assert "people.3.name" not in after.evidence


def test_rare_fields_are_shown_when_there_is_something_or_when_asked(form: DraftForm) -> None:
    form.set_draft(certain(1))
    assert form.lines["series"].isHidden() and form.lines["sessions"].isHidden()
    buttons = {button.property("adds"): button for button in form.findChildren(ChipButton)}
    buttons["series"].click()
    assert form.lines["series"].isVisible() and buttons["series"].isHidden()
    assert QApplication.focusWidget() is form.fields["series"]
    buttons["sessions"].click()
    assert form.lines["sessions"].isVisible()
    form.set_draft(FULL)
    assert form.lines["series"].isVisible() and form.lines["timezone"].isVisible()


def test_tab_reaches_every_field_in_the_order_of_the_page(qtbot, form: DraftForm) -> None:
    form.set_draft(FULL)
    form.fields["people"].add()
    form.fields["title"].setFocus()
    reached: list[QWidget] = []
    for _ in range(200):
        now = form.focusWidget()
        if now in reached:
            break
        reached.append(now)
        form.focusNextChild()
    form.grab()  # lays everything out
    middles = [widget.mapTo(form, widget.rect().center()).y() for widget in reached]
    back = [(one.accessibleName(), y) for one, y in zip(reached, middles, strict=True)]
    assert [(a, b) for a, b in pairwise(back) if b[1] - a[1] < -12] == []
    assert len(reached) > 30
    assert form.fields["people"].cards()[4].editor.fields["name"] in reached
    assert unnamed(form) == []
