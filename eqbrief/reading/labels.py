# SPDX-License-Identifier: MIT
"""Labels: the lines and line beginnings by which a page says what comes next ("Panellists:", "Date : 4 April")."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from eqbrief.model import CAPACITIES, Capacity
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.words import any_of, words

_LABEL_LENGTH = 70
_ENDS = re.compile(r"\s*[:：–—-]*\s*$")
_STARTS = re.compile(r"^\W*(?:\d{1,2}[.)]\s+)?")
_BRACKET = re.compile(r"\s*\([^()]{0,30}\)\s*$")
_SENTENCE = re.compile(r"(?<!\bDr)(?<!\bProf)(?<!\bM[rs])(?<!\bMrs)(?<=[a-z)])[.!?](?:\s|$)")
_ABOUT = re.compile(
    r"(?:about|sobre|acerca de|à propos d(?:es?|u)|über)\s+(.+)$|(.+?)(?:'s|s')?\s+(?:bios?|biograph(?:y|ies))$"
)
_SIDE = re.compile(r"(\w+) (?:in|for|against|from|pour|contre|für|gegen|por|contra)(?: \w+){1,3}$")
_LEADS = re.compile(
    r"\b(?:from|following|our|with|by|featur\w+|hear|meet|join|these|confirmed)\s+(?=((?:[\w-]+\s+){0,4}[\w-]+)\s*:$)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label announces: `kind` is a section ('people', 'topics', 'agenda'…) or a detail ('date', 'time'…)."""

    kind: str
    capacity: Capacity | None = None


@lru_cache(maxsize=8192)
def section_label(text: str) -> Label | None:
    """Read a whole line as the label of a section; None when it is none.

    A label of people may have other words about it ("Meet our guest speakers", "The panel included").
    """
    if len(text) > _LABEL_LENGTH:
        return None
    plain = _plain(text)
    if not plain:
        return None
    tables = words()
    if plain in tables.capacities:
        return Label("people", tables.capacities[plain])
    if kind := tables.sections.get(plain) or tables.sections.get(plain.removeprefix("the ")):
        return Label(kind, _told_of(plain) if kind == "biographies" else None)
    if capacity := tables.capacities.get(plain.rstrip("?")) or _capacity_among(plain.rstrip("?")):
        return Label("people", capacity)
    if capacity := _told_of(plain):
        return Label("biographies", capacity)
    # "Speakers in opposition:", "Panellists from the north:"
    if text.rstrip().endswith(":") and (side := _SIDE.match(plain)) and (capacity := tables.capacities.get(side[1])):
        return Label("people", capacity)
    return _section_among(plain, ends_open=text.rstrip().endswith(":"))


def _told_of(plain: str) -> Capacity | None:
    """Read "About the instructors", "Moderator bio": the capacity of those of whom it tells."""
    match = _ABOUT.match(plain)
    return _capacity_among(match[1] or match[2]) if match else None


def leads_to_people(text: str) -> Label | None:
    """Read the end of a sentence that leads in to a list of people: "You will hear from the following speakers:"."""
    for match in _LEADS.finditer(re.sub("['‘’“”\"]", "", fold(text))[-120:]):
        if capacity := _capacity_among(match[1]):
            return Label("people", capacity)
    return None


def people_label(text: str) -> bool:
    """Tell whether a line is a label of people, such as "Panellists:"."""
    label = section_label(text)
    return label is not None and label.kind == "people"


@cache
def _inline() -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = words()
    capacities = any_of(frozenset(tables.capacities_before))
    details = any_of(frozenset(tables.details))
    fill = any_of(tables.filler)
    # "Chaired by NAME" needs no colon.
    before = any_of(frozenset(word for word in tables.capacities if word.endswith((" by", " par", " von", " por"))))
    divider = r"(?:\s*[:：]\s*|\s*\t\s*|\s+[–—-]\s+|(?<=\b(?:by))\s+|(?<=\b(?:par|von|por))\s+)"
    people = re.compile(
        rf"^\W{{0,3}}((?:(?:{fill})\s+){{0,3}}(?:{capacities})(?:\s+(?:{fill}|{capacities})){{0,3}}|{before}){divider}(?=\S)",
        re.I,
    )
    detail = re.compile(rf"^\W{{0,3}}({details})\s*(?:[:：\t?]|\s[–—]\s)\s*(?=\S)", re.I)
    return people, detail


def inline_people(cut: Cut) -> tuple[Label, Cut] | None:
    """Take apart a line that starts with a capacity and a colon or dash: the label, and what follows it."""
    match = _people_at(cut.text[:160])
    if match is None:
        return None
    undivided = "\t" not in match[0] and match[0].rstrip() == match[1].rstrip()
    if undivided and _SENTENCE.search(cut.text):
        return None  # "Presented by NAME, an hour on …" is a sentence
    capacity = words().capacities_before.get(_plain(match[1])) or _capacity_among(_plain(match[1]))
    return (Label("people", capacity), cut.part(match.end()).strip()) if capacity else None


@lru_cache(maxsize=8192)
def _people_at(text: str) -> re.Match[str] | None:
    return _inline()[0].match(text)


def inline_detail(cut: Cut) -> tuple[Label, Cut] | None:
    """Take apart a line such as 'Date : 4 April 2019' or a table's row that starts with such a label."""
    found = _detail_at(cut.text[:160])
    return (found[0], cut.part(found[1]).strip()) if found else None


@lru_cache(maxsize=8192)
def _detail_at(text: str) -> tuple[Label, int] | None:
    match = _inline()[1].match(text)
    return (Label(words().details[fold(match[1])]), match.end()) if match else None


def detail_label(text: str) -> Label | None:
    """Read a whole line as the label of one detail whose value follows in the next block."""
    if len(text) > _LABEL_LENGTH:
        return None
    kind = words().details.get(_plain(text)) or words().details_alone.get(_plain(text))
    return Label(kind) if kind else None


def capacity_of(text: str) -> Capacity | None:
    """Read the words in a bracket behind a person, such as '(debate chair)', as a capacity."""
    plain = _plain(text)
    if len(plain) > 40:
        return None
    return words().capacities.get(plain) or _capacity_among(plain)


def _plain(text: str) -> str:
    plain = _ENDS.sub("", _STARTS.sub("", fold(text)))
    return _BRACKET.sub("", plain).strip(" *_.:")


def _capacity_among(plain: str) -> Capacity | None:
    """Find a capacity in a line that consists of nothing but such words and those that go with them."""
    tables = words()
    parts = re.split(r"[\s/,&+'‘’]+", _seats().sub(lambda match: "_".join(match[0].split()), plain))
    if len(parts) > 8:
        return None
    found: list[Capacity] = []
    for part in parts:
        if "_" in part and part.replace("_", " ") in tables.capacities:
            found.append(tables.capacities[part.replace("_", " ")])
        elif part in tables.capacity_words and part not in tables.filler:
            found.append(tables.capacity_words[part])
        elif part and part not in tables.filler:
            return None
    # Of several, the first of the list says what all below it are not: "speakers and panellists" are speakers.
    order = {capacity: number for number, capacity in enumerate(CAPACITIES)}
    return max(found, key=lambda one: order[one]) if found else None


@cache
def _seats() -> re.Pattern[str]:
    """Know the capacities of two words that may stand among others, "round table" and its like."""
    several = frozenset(word for word, kind in words().capacities.items() if kind == "panellist" and " " in word)
    return re.compile(rf"(?<!\w)(?:{any_of(several)})(?!\w)")


def _section_among(plain: str, *, ends_open: bool) -> Label | None:
    """Find a section's word at the start or end of a short line, as in 'Questions the panel answered'."""
    for kind, begins, ends in _among():
        if begins.match(plain) or ((ends_open or kind != "questions") and ends.search(plain)):
            return Label(kind)
    if len(plain.split()) <= 7 and _agendas().fullmatch(plain):
        return Label("agenda")
    return None


@cache
def _among() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Give the sections whose words may stand among others in a label, at its beginning and at its end."""
    found: list[tuple[str, re.Pattern[str], re.Pattern[str]]] = []
    for kind in ("questions", "learn", "biographies"):
        labels = any_of(frozenset(label for label, of in words().sections.items() if of == kind and len(label) > 2))
        found.append((kind, re.compile(rf"(?:{labels}) "), re.compile(rf" (?:{labels})$")))
    return tuple(found)


@cache
def _agendas() -> re.Pattern[str]:
    agendas = any_of(frozenset(words().prose["agendas"]))
    return re.compile(rf"(?:{agendas})\s.+[^.!?]|.+\s(?:{agendas})")
