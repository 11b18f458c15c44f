# SPDX-License-Identifier: MIT
"""The words by which pages say what is what, out of `resources/words`, as tables that the rules look things up in.

All languages are read together: a German page has its "Q&A", a French one its "Keynote".
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, cast

from eqbrief.files import resource
from eqbrief.model import CAPACITIES, Capacity

Tables = dict[str, Any]
_CAPACITIES: dict[str, Capacity] = {capacity: capacity for capacity in CAPACITIES}
# "Chair" and "Host" alone in a label are a capacity; the word of each is found in the longer forms too.
_ONE_WORD = re.compile(r"[\w'’-]+$")


@dataclass(frozen=True, slots=True)
class Words:
    """The word tables of every language, folded to lower case. Lists of alternatives are ready for `re`."""

    months: dict[str, int]
    weekdays: frozenset[str]
    until: tuple[str, ...]
    noon: tuple[str, ...]
    midnight: tuple[str, ...]
    held: tuple[str, ...]
    not_held: tuple[str, ...]
    capacities: dict[str, Capacity]
    capacity_words: dict[str, Capacity]
    capacities_before: dict[str, Capacity]
    filler: frozenset[str]
    sections: dict[str, str]
    details: dict[str, str]
    details_alone: dict[str, str]
    statuses: dict[str, str]
    roles: frozenset[str]
    modifiers: frozenset[str]
    bare: frozenset[str]
    fields: frozenset[str]
    organisations: frozenset[str]
    units: frozenset[str]
    heads: frozenset[str]
    leads: frozenset[str]
    joins: tuple[str, ...]
    firm: tuple[str, ...]
    subjects: frozenset[str]
    endings: tuple[str, ...]
    former: frozenset[str]
    legal: frozenset[str]
    honorifics: frozenset[str]
    credentials: frozenset[str]
    particles: frozenset[str]
    also_names: frozenset[str]
    never: frozenset[str]
    nobody: frozenset[str]
    events: tuple[str, ...]
    series: tuple[str, ...]
    furniture: frozenset[str]
    homepage: tuple[str, ...]
    sites: frozenset[str]
    places: frozenset[str]
    stop_words: dict[str, frozenset[str]]
    prose: dict[str, tuple[str, ...]]
    material: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    common: frozenset[str]


@cache
def words() -> Words:
    """Load the word tables once.

    Raises:
        OSError: when the program's own files are missing, which is a broken installation.
    """
    folder = resource("words")
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    languages = [table for table in tables if "language" in table]
    names = next(table for table in tables if "honorifics" in table)
    capacities = _capacities(languages, "capacity")
    return Words(
        months={k.casefold(): int(v) for t in languages for k, v in cast(Tables, t.get("months", {})).items()},
        weekdays=_bag(languages, "dates", "weekdays"),
        until=_list(languages, "dates", "until"),
        noon=_list(languages, "dates", "noon"),
        midnight=_list(languages, "dates", "midnight"),
        held=_list(languages, "dates", "held"),
        not_held=_list(languages, "dates", "other"),
        capacities=capacities,
        capacity_words={word: kind for word, kind in capacities.items() if _ONE_WORD.match(word)},
        capacities_before={**_capacities(languages, "capacity_before"), **capacities},
        filler=_bag(languages, "sections", "filler"),
        sections=_reversed(languages, "sections", leave=("filler",)),
        details=_reversed(languages, "details"),
        details_alone=_reversed(languages, "details_alone"),
        statuses=_reversed(languages, "status"),
        roles=_bag(languages, "posts", "roles"),
        modifiers=_bag(languages, "posts", "modifiers"),
        bare=_bag(languages, "posts", "bare"),
        fields=_bag(languages, "posts", "fields"),
        organisations=_bag(languages, "posts", "organisations"),
        units=_bag(languages, "posts", "units"),
        heads=_bag(languages, "posts", "heads"),
        leads=_bag(languages, "posts", "leads"),
        joins=_list(languages, "posts", "joins"),
        firm=_list(languages, "posts", "firm"),
        subjects=_bag(languages, "posts", "subjects"),
        endings=_list(languages, "posts", "endings"),
        former=_bag(languages, "posts", "former"),
        legal=_bag(languages, "posts", "legal"),
        honorifics=frozenset(_bare(word) for word in names["honorifics"]),
        credentials=frozenset(word.replace(".", "") for word in names["credentials"]),
        particles=frozenset(names["particles"]),
        also_names=frozenset(names["also_names"].split()),
        never=frozenset(names["never"].split()),
        nobody=frozenset(names["nobody"]),
        events=_list(languages, "page", "event"),
        series=_list(languages, "page", "series"),
        furniture=_bag(languages, "page", "furniture"),
        homepage=_list(languages, "page", "homepage"),
        sites=_bag(languages, "page", "sites"),
        places=_bag(languages, "page", "places"),
        stop_words={t["language"]: frozenset(t["stop_words"].split()) for t in languages},
        prose=_lists(languages, "prose"),
        material=_lists(languages, "material"),
        columns=_lists(languages, "columns"),
        common=frozenset(word for t in languages for word in t["stop_words"].split()),
    )


@lru_cache(maxsize=512)
def any_of(alternatives: tuple[str, ...] | frozenset[str]) -> str:
    """Join plain words into the inside of a group for `re`, longest first, so that the longer form is taken."""
    ordered = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or r"(?!)"


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")


def _list(tables: list[Tables], group: str, key: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for table in tables:
        value = cast(Tables, table.get(group, {})).get(key, ())
        words_here = value.split() if isinstance(value, str) else cast(list[str], value)
        found.update((word.casefold(), None) for word in words_here)
    return tuple(found)


def _bag(tables: list[Tables], group: str, key: str) -> frozenset[str]:
    return frozenset(_list(tables, group, key))


def _lists(tables: list[Tables], group: str) -> dict[str, tuple[str, ...]]:
    """Give each list of a group, all languages in one; a string holds alternatives for `re`, divided by '|'."""
    keys = dict.fromkeys(key for table in tables for key in cast(Tables, table.get(group, {})))
    found: dict[str, tuple[str, ...]] = {}
    for key in keys:
        here: list[str] = []
        for table in tables:
            value = cast(Tables, table.get(group, {})).get(key, ())
            here += [value] if isinstance(value, str) else cast(list[str], value)
        found[key] = tuple(dict.fromkeys(here))
    return found


def _capacities(tables: list[Tables], group: str) -> dict[str, Capacity]:
    return {word: _CAPACITIES[kind] for word, kind in _reversed(tables, group).items() if kind in _CAPACITIES}


def _reversed(tables: list[Tables], group: str, leave: tuple[str, ...] = ()) -> dict[str, str]:
    """Turn {kind: [words]} into {word: kind}. The first kind to claim a word keeps it."""
    found: dict[str, str] = {}
    for table in tables:
        for kind, labels in cast(dict[str, list[str]], table.get(group, {})).items():
            if kind not in leave:
                for label in labels:
                    found.setdefault(label.casefold(), kind)
    return found
