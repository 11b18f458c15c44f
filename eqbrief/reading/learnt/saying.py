# SPDX-License-Identifier: MIT
"""Say a rule, and the correction that it was learnt from, in a sentence that anybody can read."""

import re
from collections.abc import Sequence
from typing import cast

from eqbrief.model import Draft, DraftPerson, Rule, say_date, say_period
from eqbrief.reading.learnt.forms import CARD

_FIELDS = {
    "title": "the title",
    "publisher": "the publisher",
    "series": "the series",
    "summary": "the summary",
    "language": "the language",
    "timezone": "the time zone",
    "starts_at": "the date of the event",
    "time": "the time of day",
    "published_on": "the date of posting",
    "topics": "the topics",
    "questions": "the questions",
    "decks": "the decks",
    "recordings": "the recordings",
}
_ONE = {"topics": "topic", "questions": "question", "decks": "deck", "recordings": "recording"}
_TAGS = {
    "li": "item", "td": "cell", "th": "cell", "tr": "row", "p": "paragraph", "a": "link", "time": "time",
    "h1": "main heading", "h2": "second-level heading", "h3": "third-level heading", "h4": "fourth-level heading",
    "dd": "entry", "span": "part", "div": "box", "b": "words in bold", "strong": "words in bold",
}  # fmt: skip
_CAPACITIES = {
    "chair": "the chair",
    "moderator": "the moderator",
    "host": "the host",
    "panellist": "panellists",
    "speaker": "speakers",
}
_PARTS = {
    "{people}": "names with their posts",
    "{name}": "name",
    "{role}": "role",
    "{organisation}": "organisation",
    "{capacity}": "capacity",
}
_LONGEST = 60


def say_rule(rule: Rule) -> str:
    """Say a rule as one sentence: "On pages of talks.example, the date of the event is what stands in “evt-when”."."""
    return f"On pages of {rule.site}, {_say(rule)}."


def say_briefly(rule: Rule) -> str:
    """Say a rule as one sentence where its site is named already: "The title is what stands after “What”."."""
    said = _say(rule)
    return f"{said[:1].upper()}{said[1:]}."


def _say(rule: Rule) -> str:
    what, field = rule.what, _FIELDS.get(rule.field, f"“{rule.field}”")
    if rule.field == "kind":
        return "what looks like no event is one all the same"
    if rule.how == "order":
        return "03/04/2024 is 4 March 2024" if what == "month first" else "03/04/2024 is 3 April 2024"
    if rule.how == "always":
        return f"{field} is always “{what}”"
    if rule.how == "never":
        return f"“{what}” is never " + (
            "somebody who took part" if rule.field == "people" else f"a {_ONE.get(rule.field, rule.field)}"
        )
    where = f"after “{what}”" if rule.how.endswith("label") else f"in {say_place(what)}"
    if rule.field == "people":
        return _say_people(rule, where)
    if rule.how.startswith("not "):
        return f"nothing {where} is a {_ONE.get(rule.field, rule.field)}"
    if rule.field in _ONE:
        format_ = f", all {rule.value}" if rule.value else ""
        divided = f", divided by “{rule.form}”" if rule.form else ""
        return f"{field} are what stands {where}{divided}{format_}"
    form = f", without what stands around it in “{_shown(rule.form)}”" if rule.form else ""
    return f"{field} is what stands {where}{form}"


def _say_people(rule: Rule, where: str) -> str:
    if rule.how.startswith("not "):
        return f"nobody {where} took part"
    who = _CAPACITIES.get(rule.value, "the people")
    verb = "stand" if who.endswith("s") or who == "the people" else "stands"
    if rule.form.startswith(CARD):
        parts = [word for part, word in _PARTS.items() if part in rule.form]
        return f"{who} {verb} {where}, {_listed(parts)} each in a place of its own"
    order = [
        word for _, word in sorted((rule.form.find(part), word) for part, word in _PARTS.items() if part in rule.form)
    ]
    return f"{who} {verb} {where}" + (f", {_listed(order)} in this order" if len(order) > 1 else "")


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _shown(form: str) -> str:
    return form.replace("{value}", "…").replace("\n", " ")


def say_place(what: str) -> str:
    """Say where an element stands: '.breadcrumb li:2' is 'item 2 of “breadcrumb”'."""
    *around, last = what.split() or [""]
    said = _say_step(last)
    return f"{said} of {say_place(' '.join(around))}" if around else said


def _say_step(step: str) -> str:
    name, _, place = step.partition(":")
    if name.startswith((".", "#")):
        return f"the part “{name[1:]}”"
    if name.startswith("["):
        return f"the page's own data “{name.strip('[]').removeprefix('data-')}”"
    tag = _TAGS.get(name, f"“{name}”")
    return (
        f"{tag} {place}" if place else f"each {tag}" if name in ("li", "td", "tr", "p", "a", "span") else f"the {tag}"
    )


def say_change(field: str, before: Draft, after: Draft) -> str:
    """Say a correction in words: "“Norstrand” became “Quieter nights”"."""
    old, new = _value(field, before), _value(field, after)
    if not old:
        return f"“{new}” was filled in"
    return f"“{old}” became “{new}”" if new else f"“{old}” was taken out"


def _value(field: str, draft: Draft) -> str:
    if field == "starts_at":
        return say_period(draft.starts_at, draft.ends_at)
    value: object = getattr(draft, field)
    if field == "published_on":
        return say_date(draft.published_on)
    if isinstance(value, tuple):
        return _short("; ".join(_name(one) for one in cast(tuple[object, ...], value)))
    return _short(str(value or ""))


def _name(item: object) -> str:
    if isinstance(item, str):
        return item
    return item.name if isinstance(item, DraftPerson) else str(getattr(item, "title", ""))


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
