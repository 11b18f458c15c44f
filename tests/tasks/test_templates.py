# SPDX-License-Identifier: MIT
"""Templates of notes: the one that ships, the person's own, and their variables."""

from eqbrief import store as db
from eqbrief.tasks.templates import fill_in, own_templates, templates
from tests.store.filling import add_event


def test_the_template_for_a_review_is_filled_in_from_the_event(library):
    event = db.event(library, add_event(library))
    text = fill_in(templates()["Review of a webinar"].read_text(encoding="utf-8"), event)
    assert text.startswith("## Review: Kinder rotas 1\n\n2 February 2023 · reviewed ")
    assert (
        "- Imogen Thistlewood (director, Larkmoor Alliance): \n- Rafiq Umberley 1 (head, lead, Pennywick): \n" in text
    )
    assert "- How did the wards begin?\n- What would you do differently?\n" in text
    assert "{" not in text


def test_ones_own_template_stands_in_for_one_of_its_name(library):
    own_templates().mkdir(parents=True)
    (own_templates() / "Review of a webinar.md").write_text("Mine on {title} {braces}", encoding="utf-8")
    (own_templates() / "Call.md").write_text("A call", encoding="utf-8")
    (own_templates() / "notes.txt").write_text("no template", encoding="utf-8")
    assert list(templates()) == ["Review of a webinar", "Call"]
    event = db.event(library, add_event(library))
    text = templates()["Review of a webinar"].read_text(encoding="utf-8")
    assert fill_in(text, event) == "Mine on Kinder rotas 1 {braces}"
