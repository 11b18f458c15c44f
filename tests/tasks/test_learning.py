# SPDX-License-Identifier: MIT
"""Correcting one page of a site teaches how to read the next, by rules that can be forgotten again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Draft, Rule, UserError, to_json
from eqbrief.store import Store
from eqbrief.tasks.pages import Page
from tests.reading.sites import ASIDE, SITES
from tests.reading.sites.facts import FIELDS, Sheet, Site

ENOUGH = 8
"""Of the ten sites; one page of each is corrected, and the other three must need no correction."""


def read(store: Store, sheet: Sheet, folder: Path) -> Page:
    path = folder / sheet.name
    path.write_bytes(sheet.data)
    return tasks.read_page(path, tasks.rules_for(store))


def corrected(page: Page, sheet: Sheet) -> Draft:
    """Make of what was read what a person would make of it in the desk."""
    assert page.draft is not None, page.reason
    return replace(page.draft, **{field: getattr(sheet.wanted, field) for field in FIELDS})


def wrong_in(page: Page, sheet: Sheet) -> list[str]:
    assert page.draft is not None, page.reason
    return [field for field in FIELDS if getattr(page.draft, field) != getattr(sheet.wanted, field)]


def taught(store: Store, site: Site, folder: Path) -> list[Rule]:
    page = read(store, site.pages[0], folder)
    return tasks.learn(store, page, corrected(page, site.pages[0]))


def as_json(page: Page) -> str:
    return json.dumps(to_json(page.draft))


def test_after_one_correction_the_next_pages_of_a_site_need_none(library: Store, tmp_path: Path) -> None:
    needed = {site.name: wrong_in(read(library, site.pages[0], tmp_path), site.pages[0]) for site in SITES}
    assert all(needed.values()), "a site that is read right from the start shows nothing"
    right: list[str] = []
    for site in SITES:
        assert taught(library, site, tmp_path)
        if not any(wrong_in(read(library, sheet, tmp_path), sheet) for sheet in site.pages[1:]):
            right.append(site.name)
    assert len(SITES) == 10
    assert len(right) >= ENOUGH, sorted({site.name for site in SITES} - set(right))
    assert len(ASIDE) == 3


def test_forgetting_the_rules_brings_the_old_reading_back(library: Store, tmp_path: Path) -> None:
    for site in SITES:
        before = [as_json(read(library, sheet, tmp_path)) for sheet in site.pages]
        rules = taught(library, site, tmp_path)
        assert [as_json(read(library, sheet, tmp_path)) for sheet in site.pages] != before
        for rule in rules:
            tasks.forget(library, rule.id)
        assert [as_json(read(library, sheet, tmp_path)) for sheet in site.pages] == before


def test_what_one_site_taught_touches_no_other(library: Store, tmp_path: Path) -> None:
    before = {sheet.name: as_json(read(library, sheet, tmp_path)) for site in SITES for sheet in site.pages}
    for site in SITES[:5]:
        taught(library, site, tmp_path)
    for site in SITES[5:]:
        assert [as_json(read(library, sheet, tmp_path)) for sheet in site.pages] == [before[s.name] for s in site.pages]


def test_the_evidence_of_what_was_learnt_stands_in_the_text(library: Store, tmp_path: Path) -> None:
    learnt = 0
    for site in SITES:
        taught(library, site, tmp_path)
        draft = read(library, site.pages[1], tmp_path).draft
        assert draft is not None
        for mark in (mark for marks in draft.evidence.values() for mark in marks):
            assert draft.text[mark.start : mark.end] == mark.text
            learnt += mark.origin == "learnt"
    assert learnt > 2 * len(SITES)


def test_a_page_accepted_as_it_was_read_teaches_nothing(library: Store, tmp_path: Path) -> None:
    page = read(library, SITES[0].pages[0], tmp_path)
    assert page.draft is not None
    assert tasks.learn(library, page, page.draft) == []
    assert tasks.rules_for(library) == []


def test_a_later_correction_takes_the_place_of_an_older_rule(library: Store, tmp_path: Path) -> None:
    site = next(site for site in SITES if site.name == "harbourline")
    taught(library, site, tmp_path)
    page = read(library, site.pages[1], tmp_path)
    other = replace(corrected(page, site.pages[1]), publisher="Harbourline Society")
    (rule,) = tasks.learn(library, page, other)
    assert [one.what for one in tasks.rules_for(library) if one.field == "publisher"] == ["Harbourline Society"]
    assert rule.id in [one.id for one in tasks.rules_for(library)]
    assert read(library, site.pages[2], tmp_path).draft.publisher == "Harbourline Society"  # pyright: ignore[reportOptionalMemberAccess]


def test_a_slip_of_the_pen_that_stands_nowhere_on_the_page_teaches_nothing(library: Store, tmp_path: Path) -> None:
    sheet = next(site for site in SITES if site.name == "harbourline").pages[0]
    page = read(library, sheet, tmp_path)
    assert page.draft is not None
    assert tasks.learn(library, page, replace(page.draft, title="Another title altogether")) == []


def test_a_rule_that_was_forgotten_comes_back_by_undo(library: Store, tmp_path: Path) -> None:
    rules = taught(library, SITES[0], tmp_path)
    before = db.rules(library)
    assert tasks.forget(library, rules[0].id).same(rules[0])
    assert rules[0].id not in [rule.id for rule in db.rules(library)]
    assert tasks.undo(library) == f"Forget a rule for {rules[0].site}"
    assert db.rules(library) == before


def test_there_is_no_rule_of_that_number(library: Store) -> None:
    with pytest.raises(UserError, match="no rule with the number 7"):
        tasks.forget(library, 7)


def test_a_calendar_or_what_could_not_be_read_teaches_nothing(library: Store) -> None:
    draft = Draft("x.ics", title="Another")
    calendar = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Rest\r\nDTSTART:20240403\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert tasks.learn(library, Page("x.ics", calendar, Draft("x.ics", title="Rest")), draft) == []
    assert tasks.learn(library, Page("x.html", b"", Draft("x.html")), draft) == []
    assert tasks.learn(library, Page("x.html", b"", None, "It is empty."), draft) == []


def test_a_rule_in_json(library: Store, tmp_path: Path) -> None:
    rule = taught(library, SITES[0], tmp_path)[0]
    plain = tasks.rule_json(next(one for one in tasks.rules_for(library) if one.id == rule.id))
    assert plain["says"] == "On pages of events.harbourline.example, the publisher is always “Harbourline Forum”."
    assert (plain["id"], len(plain["uid"]), plain["example"]) == (rule.id, 36, "“Harbourline Forum” was filled in")


def test_a_page_is_read_again_only_where_a_rule_changes_it(library: Store, tmp_path: Path) -> None:
    site, other = SITES[0], SITES[1]
    waiting, elsewhere = read(library, site.pages[1], tmp_path), read(library, other.pages[1], tmp_path)
    assert tasks.read_again(waiting, tasks.rules_for(library)) is waiting
    taught(library, site, tmp_path)
    rules = tasks.rules_for(library)
    assert wrong_in(tasks.read_again(waiting, rules), site.pages[1]) == []
    assert tasks.read_again(elsewhere, rules) is elsewhere
    assert tasks.read_again(Page("x", b"", None, "It is empty."), rules).reason == "It is empty."
