# SPDX-License-Identifier: MIT
"""Say in plain words how a query was understood: the line below the search box."""

from eqbrief.model.dates import say_date
from eqbrief.model.query.tree import All, AnyOf, Field, Node, Not, Query, Scope, Words
from eqbrief.model.query.values import HAS, IS, KINDS, PLACES

_FIELDS = {
    "person": "with {} taking part",
    "org": "with someone of {}, or held by it",
    "topic": "on the topic {}",
    "series": "in the series {}",
    "tag": "tagged as evidence for {}",
    "year": "held in {}",
    "after": "held on or after {}",
    "before": "held on or before {}",
    "has": "with {}",
    "is": "that are {}",
    "state": "that are {}",
}
_ORDER = ("is", "state", "year", "after", "before", "tag", "series", "topic", "org", "person", "has")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def explain(query: Query) -> str:
    """Say how a query was understood, in a sentence or a few; '' where there is nothing to look for."""
    said: list[str] = []
    if query.root is not None:
        parts = query.root.parts if isinstance(query.root, All) else (query.root,)
        kinds = [part for part in parts if isinstance(part, Scope) and part.name == "kind"]
        rest = [part for part in parts if part not in kinds]
        # Events that are …, held …, with …: what is asked of the event first, then the words.
        rest.sort(key=lambda part: (_has_words(part), _place(part)))
        words = [part for part in rest if isinstance(part, Words)]
        conditions = [_say(part) for part in rest if part not in words]
        if words:
            at = sum(not _has_words(part) for part in rest)
            conditions.insert(at, f"with {_list([_quoted(part) for part in words])}{' anywhere' * (len(words) > 1)}")
        said.append(f"Events {', '.join(conditions) or 'of every kind'}.")
        said += [f"Only {_scope(kind)} are listed." for kind in kinds]
    elif query.typed.strip():
        said.append("There is no letter or digit to look for.")
    if query.literal:
        said.append(f"Taken as words: {_list([f'“{piece}”' for piece in query.literal[:3]])}.")
    if query.cut:
        said.append("Only the first words are looked for, since there are so many.")
    return " ".join(said)


def _say(node: Node) -> str:
    match node:
        case Words():
            return f"with {_quoted(node)}"
        case Field(name, value):
            return _FIELDS[name].format(_value(name, value))
        case Scope(name, _, out):
            where = "listed" if name == "kind" else "looking"
            return f"{where} {'not ' if out else ''}in {_scope(Scope(node.name, node.values))} only".replace(
                "not in", "anywhere but in"
            ).replace(" only", "" if out else " only")
        case Not(part):
            return f"not {_say(part)}" if isinstance(part, Field) else f"without {_bare(part)}"
        case All(parts):
            return " and ".join(_grouped(part, node) for part in parts)
        case AnyOf(parts):
            if all(isinstance(part, Words) for part in parts):
                return f"with {_bare(node)}"
            return "either " + " or ".join(_grouped(part, node) for part in parts)


def _grouped(part: Node, whole: Node) -> str:
    said = _say(part)
    return f"({said})" if isinstance(part, All | AnyOf) and type(part) is not type(whole) else said


def _bare(node: Node) -> str:
    """Say words without the 'with' in front, for 'without …' and lists of choices."""
    match node:
        case Words():
            return _quoted(node)
        case AnyOf(parts) if all(isinstance(part, Words) for part in parts):
            return " or ".join(_bare(part) for part in parts)
        case All(parts) if all(isinstance(part, Words) for part in parts):
            return "all of " + _list([_bare(part) for part in parts])
        case _:
            return f"what is {_say(node)}"


def _quoted(words: Words) -> str:
    said = f"“{_short(words.text)}”"
    if words.begins:
        said = f"words that begin with {said}" if " " not in words.text else f"{said} and how it goes on"
    elif words.together:
        said = f"exactly {said}"
    return f"{said} (or {_list([f'“{other}”' for other in words.also], 'or')})" if words.also else said


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _value(name: str, value: str) -> str:
    match name:
        case "year":
            return value.replace("..", " to ")
        case "after":
            return say_date(value + "-01-01"[len(value) - 4 :]) or value
        case "before":
            return say_date(_last_day(value)) or value
        case "has":
            return HAS[value]
        case "is" | "state":
            return IS[value]
        case _:
            return f"“{_short(value)}”"


def _last_day(value: str) -> str:
    """Give the last day of a year, a month or a day, as ISO 8601."""
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) > 7:
        return value
    year, month = int(value[:4]), int(value[5:])
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{value}-{_MONTH_DAYS[month - 1] + leap}"


def _scope(scope: Scope) -> str:
    said = _list([KINDS[value][1] if value in KINDS else PLACES[value] for value in scope.values])
    return f"what is not in {said}" if scope.out else said


def _list(parts: list[str], word: str = "and") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def _has_words(node: Node) -> bool:
    match node:
        case Words() | Scope():
            return True
        case All(parts) | AnyOf(parts):
            return any(_has_words(part) for part in parts)
        case Not(part):
            return _has_words(part)
        case _:
            return False


def _place(node: Node) -> int:
    match node:
        case Field(name, _):
            return _ORDER.index(name)
        case Not():
            return 90
        case Scope():
            return 80
        case _:
            return 70
