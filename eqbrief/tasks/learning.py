# SPDX-License-Identifier: MIT
"""Learn from what a person corrects: rules for the pages of a site, kept in the library, shown, and forgotten again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from eqbrief import store as db
from eqbrief.model import Draft, Rule, UserError
from eqbrief.store import Store
from eqbrief.tasks.pages import Page


def rules_for(store: Store) -> Sequence[Rule]:
    """Give all that the library has learnt, for reading pages with; a page takes the rules of its own site only."""
    return db.rules(store)


def learn(store: Store, page: Page, corrected: Draft) -> list[Rule]:
    """Keep what a correction teaches about the site of a page; give the new rules, none where there is none to find.

    `page` is as it was read, `corrected` what the person made of it. A rule takes the place of older ones of the same
    site and field that it contradicts. Call it outside of a change: it reads the page again. It is no step of its own
    to undo.
    """
    from eqbrief.reading import page_in, taught_by  # noqa: PLC0415 - the first frame needs no parsers

    if page.draft is None or corrected == page.draft:
        return []
    try:
        found = page_in(page.data, page.name, charset=page.draft.charset, address=page.draft.address)
    except UserError:
        return []  # what was pasted may not be readable as a file
    taught = taught_by(found, corrected, db.rules(store), page.draft)
    if not taught.new:
        return []
    with store.change("rule") as change:
        kept = {rule.id for rule in db.rules(store)}
        for old in taught.gone:
            if old.id in kept:
                db.remove_rule(change, old.id)
        numbers = [db.add_rule(change, rule) for rule in taught.new]
    return [replace(rule, id=number) for rule, number in zip(taught.new, numbers, strict=True)]


def read_again(page: Page, rules: Sequence[Rule]) -> Page:
    """Read a page again with rules that were learnt since; the very page where they change nothing of it."""
    from eqbrief.reading import read_bytes, site_at  # noqa: PLC0415 - the first frame needs no parsers

    before, sites = page.draft, {rule.site for rule in rules}
    if before is None or not page.data or not sites:
        return page
    site = site_at(before.address or "")
    # A page without an address is of a site that is known by its name.
    if site not in sites and (site or all("." in one for one in sites)):
        return page
    try:
        draft = read_bytes(page.data, page.name, charset=before.charset, address=before.address, rules=rules)
    except UserError:
        return page
    # Where decks and recordings lead was made whole when the page was fetched.
    decks = {one.title: one.url for one in before.decks}
    recordings = {one.title: one.url for one in before.recordings}
    draft = replace(
        draft,
        source=before.source,
        decks=tuple(replace(one, url=decks.get(one.title, one.url)) for one in draft.decks),
        recordings=tuple(replace(one, url=recordings.get(one.title, one.url)) for one in draft.recordings),
    )
    return page if draft == before else replace(page, draft=draft)


def forget(store: Store, number: int) -> Rule:
    """Take a rule away, so that the pages of its site are read as before; undo brings it back. Give the rule.

    Raises:
        UserError: when there is none of this number.
    """
    rule = next((one for one in db.rules(store) if one.id == number), None)
    if rule is None:
        raise UserError(
            f"There is no rule with the number {number}.",
            "Look at the list of rules again: it may have been forgotten already.",
        )
    with store.change("rule", name=f"Forget a rule for {rule.site}") as change:
        db.remove_rule(change, number)
    return rule


def forget_site(store: Store, site: str) -> list[Rule]:
    """Take away all that was learnt about a site, in one step to undo. Give the rules, none where there were none."""
    own = [rule for rule in db.rules(store) if rule.site == site]
    if own:
        with store.change("rule", name=f"Forget what was learnt about {site}") as change:
            for rule in own:
                db.remove_rule(change, rule.id)
    return own


def rule_json(rule: Rule) -> dict[str, Any]:
    """Give a rule with the keys that the command line promises."""
    from eqbrief.reading import say_rule  # noqa: PLC0415 - only where rules are shown

    return {
        "id": rule.id,
        "uid": rule.uid,
        "site": rule.site,
        "field": rule.field,
        "says": say_rule(rule),
        "example": rule.example,
        "learnt_at": rule.learnt_at,
    }
