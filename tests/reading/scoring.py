# SPDX-License-Identifier: MIT
"""Compare drafts with labelled pages: a mean F1 over the fields, in which those with few labels count as one."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from eqbrief.model import Draft

_LOOSE = {"title", "decks", "recordings", "questions", "sessions", "sessions.start"}
_FEW = 5
_KEPT = {"kind", "title", "publisher", "published_on", "people.name", "starts_at.date", "decks", "sessions"}
Facts = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page as text, and what stands on it by hand."""

    name: str
    text: str
    label: dict[str, Any]

    @property
    def title(self) -> str:
        """Give the title as labelled, '' where the page has none."""
        return self.label.get("title") or ""


def labelled_pages(folder: Path) -> list[Labelled]:
    """Give the labelled pages of a folder, in order of their names."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        found.append(Labelled(path.name.removesuffix(".gold.json"), text, json.loads(path.read_text(encoding="utf-8"))))
    return found


def score(pages: Iterable[tuple[Labelled, Draft]]) -> tuple[float, list[str]]:
    """Give the mean F1, and a line on every fact that was missed or invented."""
    counts: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    for page, draft in pages:
        want, got = _wanted(page), _found(draft)
        if not _plain(page.label.get("publisher")) or _plain(page.label["publisher"]) not in _plain(page.text):
            want, got = (_without(facts, "publisher") for facts in (want, got))
        if ("kind", "other") in want:
            got = {one for one in got if one[0] in _KEPT}
        missed = set(want)
        for fact in sorted(got):
            match = next((one for one in sorted(missed) if _same(one, fact)), None)
            counts[fact[0], "wrong" if match is None else "right"] += 1
            if match is None:
                faults.append(f"{page.name}: invented {fact}")
            else:
                missed.remove(match)
        counts.update((field, "missed") for field, _ in missed)
        faults += [f"{page.name}: missed {fact}" for fact in sorted(missed)]
    return _mean(counts), faults


def _mean(counts: Counter[tuple[str, str]]) -> float:
    pooled: dict[str, Counter[str]] = {}
    for field in {field for field, _ in counts}:
        few = counts[field, "right"] + counts[field, "missed"] < _FEW
        pooled.setdefault("few" if few else field, Counter()).update(
            {kind: counts[field, kind] for kind in ("right", "wrong", "missed")}
        )
    figures = [2 * one["right"] / (2 * one["right"] + one["wrong"] + one["missed"]) for one in pooled.values()]
    return sum(figures) / len(figures)


def _without(facts: Facts, field: str) -> Facts:
    return {one for one in facts if one[0] != field}


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[0] != other[0]:
        return False
    return one == other or (one[0] in _LOOSE and SequenceMatcher(None, one[1], other[1]).ratio() >= 0.9)


def _wanted(page: Labelled) -> Facts:
    label = page.label
    facts = {
        ("kind", label["page_kind"].replace("not_event", "other")),
        *_said("title", label),
        *_said("publisher", label),
        *_said("status", label),
        *_on("published_on", label.get("published")),
    }
    if ("kind", "other") in facts:
        return facts
    facts |= {*_when("starts_at", label.get("event_start")), *_when("ends_at", label.get("event_end"))}
    facts |= _rest(label, "organisation", "slides", "start")
    return facts


def _found(draft: Draft) -> Facts:
    from eqbrief.model import to_json

    plain = to_json(draft)
    return {
        *_said("kind", plain),
        *_said("title", plain),
        *_said("publisher", plain),
        *_said("status", plain),
        *_on("published_on", draft.published_on),
        *_when("starts_at", draft.starts_at),
        *_when("ends_at", draft.ends_at),
        *_rest(plain, "organisations", "decks", "starts_at"),
    }


def _rest(plain: dict[str, Any], bodies: str, decks: str, start: str) -> Facts:
    facts = {("topics", _plain(topic)) for topic in plain.get("topics") or []}
    for person in plain.get("people") or []:
        name = _plain(person["name"])
        facts |= {("people.name", name), ("people.capacity", f"{name}|{person.get('capacity')}")}
        for field in ("honorific", "credentials"):
            if person.get(field):
                facts.add((f"people.{field}", f"{name}|{re.sub(r'[^a-z]', '', _plain(person[field]))}"))
        roles = [part for role in person.get("roles") or [] for part in re.split(r" and ", _plain(role)) if part]
        facts |= {("people.roles", f"{name}|{role}") for role in roles}
        facts |= {("people.organisations", f"{name}|{_plain(body)}") for body in person.get(bodies) or []}
    for deck in plain.get(decks) or []:
        facts.add(("decks", _plain(deck["title"])))
        if deck.get("size_bytes"):
            facts.add(("decks.size", str(deck["size_bytes"])))
    for one in plain.get("recordings") or []:
        facts.add(("recordings", _plain(one["title"] if isinstance(one, dict) else one)))
    for one in plain.get("questions") or []:
        facts.add(("questions", _plain(one["text"] if isinstance(one, dict) else one)))
    for one in plain.get("sessions") or []:
        facts.add(("sessions", _plain(one["title"])))
        if one.get(start):
            facts.add(("sessions.start", f"{_plain(one['title'])} {one[start][:16]}"))
    return {fact for fact in facts if fact[1]}


def _said(field: str, plain: dict[str, Any]) -> Facts:
    return {(field, _plain(plain[field]))} if plain.get(field) else set()


def _on(field: str, value: str | None) -> Facts:
    return {(field, value[:10])} if value else set()


def _when(field: str, value: str | None) -> Facts:
    if not value:
        return set()
    day = set() if value.startswith("T") else {(f"{field}.date", value[:10])}
    return day | ({(f"{field}.time", value[11:16])} if value[11:16] else set())


def _plain(text: object) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKD", str(text or "")) if not unicodedata.combining(char))
    plain = re.sub(r"[‐-―−]", "-", plain.casefold()).replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", plain).strip(" .:;,-–—\"'“”").replace(" & ", " and ")
