# SPDX-License-Identifier: MIT
"""Evidence in a briefing: each action with its statements and their sources, gaps by name, the same in four formats."""

from dataclasses import replace

import pytest

from eqbrief import tasks
from eqbrief.briefing import Document, write
from eqbrief.briefing.checking import is_gone
from eqbrief.briefing.document import Cite, Heading, Listing, Paragraph, Table, words_of
from eqbrief.model import Briefing, Framework, PlanAction, Section, Target
from eqbrief.store import Store
from eqbrief.tasks import briefing as briefings
from eqbrief.tasks import frameworks as plans
from tests.briefing import reading_back as back
from tests.store.filling import add_event, attach, show

MARKER = "Zyxwvut"
PLAN = Framework(
    "",
    "Kinder rotas",
    "Larkmoor",
    "https://example.org/plan",
    "2024-03",
    actions=(PlanAction("1", "Ask first"), PlanAction("2", "Rest after nights"), PlanAction("3", "Pay for it")),
)


@pytest.fixture
def store(library: Store) -> Store:
    """Give a library with evidence of each kind for action 1, a private note for action 2, nothing for action 3."""
    plan = plans.save_framework(library, PLAN)
    event, other = add_event(library), add_event(library, 2)
    deck = attach(library, event)
    show(library, deck)
    number = tasks.new_note(library, event, "## Ask\n\n- Ask **twice**")
    secret = tasks.new_note(library, event, MARKER, private=True)
    notes = {note.id: note.uid for note in tasks.event(library, event).notes}
    targets = [
        Target(event),
        Target(other),
        Target(event, tasks.tie_slide(library, deck, 1)),
        Target(event, tasks.tie_question(library, event, 2)),
        Target(event, note=notes[number]),
    ]
    plans.tag(library, targets, plan, plan.actions[0])
    plans.tag(library, [Target(event, note=notes[secret])], plan, plan.actions[1])
    return library


def made(store: Store, *actions: str, **facts: object) -> tuple[Briefing, Document]:
    pieces = tuple(briefings.plan_piece("kinder-rotas", action) for action in actions)
    section = replace(Section("evidence", "evidence", pieces=pieces), **facts)  # type: ignore[arg-type]
    number = briefings.new_briefing(store, "Herons")
    wanted = (section, Section("sources", "sources"))
    kept = briefings.change(store, number, lambda one: replace(one, sections=wanted))
    return kept, briefings.document_of(store, kept)


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def said(document: Document) -> list[str]:
    """Give every paragraph and item in order, without references."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(words_of(block.content))
        elif isinstance(block, Listing):
            found += [words_of(item.content) for item in block.items]
    return found


def test_a_framework_is_told_action_by_action_with_sources_and_gaps(store: Store) -> None:
    _briefing, document = made(store, "")
    assert headings(document) == [
        "Evidence", "Action 1: Ask first", "Action 2: Rest after nights", "Action 3: Pay for it", "Sources",
    ]  # fmt: skip
    assert said(document) == [
        "Kinder rotas, Larkmoor, March 2024. https://example.org/plan",
        "1 of 3 actions have evidence; there is none yet for actions 2 and 3.",
        "Kinder rotas 2: Night staff draw up their own rota.",
        "Kinder rotas 1: Night staff draw up their own rota.",
        "Ask. Ask twice.",
        "Question: What would you do differently?",
        "Slide 1: Kinder rotas. Ask first.",
        "No evidence yet.",
        "No evidence yet.",
    ]
    assert MARKER not in repr(document), "a private note stays, and counts as nothing"
    items = [item for block in document.blocks if isinstance(block, Listing) for item in block.items]
    assert all(isinstance(item.content[-1], Cite) for item in items)
    assert document.cited() == set(range(1, len(document.references) + 1))
    assert [one.place for one in document.references] == [
        "", "", "our note", "questions to the panel", "slide 1 of “Rotas.pptx”",
    ]  # fmt: skip


def test_one_action_can_stand_alone_and_in_any_order(store: Store) -> None:
    _briefing, document = made(store, "3", "1")
    assert headings(document) == ["Evidence", "Action 3: Pay for it", "Action 1: Ask first", "Sources"]
    assert said(document)[:2] == ["Kinder rotas, Larkmoor, March 2024. https://example.org/plan", "No evidence yet."]


def test_in_brief_it_is_one_table(store: Store) -> None:
    _briefing, document = made(store, "", detail="brief")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [[words_of(cell) for cell in row] for row in table.rows] == [
        ["1", "Ask first", "2 events, 1 slide, 1 question, 1 note"],
        ["2", "Rest after nights", "No evidence yet."],
        ["3", "Pay for it", "No evidence yet."],
    ]
    assert document.cited() == set(range(1, len(document.references) + 1))


def test_a_template_asks_for_the_evidence_of_the_briefings_own_events(store: Store) -> None:
    template = briefings.find_template("Evidence for a plan")
    pieces = briefings.pieces_of_events(store, [2])
    number = briefings.new_briefing(store, "Herons", template=template, pieces=pieces)
    document = briefings.document_of(store, briefings.briefing(store, number))
    assert "1 of 3 actions have evidence in these events; there is none for actions 2 and 3." in said(document)
    statements = [line for line in said(document) if line.startswith("Kinder rotas ")]
    assert statements[0] == "Kinder rotas 2: Night staff draw up their own rota."
    assert "Kinder rotas 1: Night staff draw up their own rota." not in statements
    assert said(document).count("No evidence in these events.") == 2


def test_the_four_formats_say_the_same(store: Store) -> None:
    for detail in ("full", "brief"):
        _briefing, document = made(store, "", detail=detail)
        wanted = back.of_document(document)
        assert back.of_html(write(document, ".html")) == wanted
        assert back.of_docx(write(document, ".docx")) == wanted
        assert back.of_markdown(write(document, ".md")) == wanted
        assert back.pdf_words(write(document, ".pdf"), document) == back.document_words(document)
        for ending in (".html", ".md"):
            assert MARKER.encode() not in write(document, ending)


def test_a_framework_or_an_action_that_went_is_said_to_be_gone(store: Store) -> None:
    briefing, _document = made(store, "", "2")
    material = briefings.material_of(store, briefing)
    assert [is_gone(piece, material) for piece in briefing.pieces] == [False, False]
    plan = plans.find_framework(store, "rotas")
    plans.save_framework(store, replace(plan, actions=plan.actions[:1]))
    material = briefings.material_of(store, briefing)
    assert [is_gone(piece, material) for piece in briefing.pieces] == [False, True]
    plans.remove_framework(store, plan)
    material = briefings.material_of(store, briefing)
    assert [is_gone(piece, material) for piece in briefing.pieces] == [True, True]
