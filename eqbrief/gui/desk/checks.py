# SPDX-License-Identifier: MIT
"""What of a draft should be looked at, in words; and where in the page each field was found.

A row is what the form shows as one: 'title', 'people.2', 'decks'. Evidence has finer paths: 'people.2.roles.0'.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from eqbrief.gui.desk.doubts import doubts, short
from eqbrief.model import Draft, Evidence

CERTAIN = 0.6
"""From this confidence on a field is shown without a word."""

_QUESTIONS = {
    "title": "is this the title?",
    "publisher": "is this who published it?",
    "series": "is this the series it belongs to?",
    "language": "is this its language?",
    "status": "is this how it stands?",
    "published_on": "is this when the page was posted?",
    "starts_at": "is this when it was held?",
    "timezone": "is this the time zone?",
    "summary": "is this a fair summary?",
    "body": "is this what the page says about it?",
    "topics": "are these the topics?",
    "decks": "are these its decks?",
    "recordings": "are these its recordings?",
    "questions": "are these the questions that were answered?",
    "sessions": "are these its parts?",
}
_OF_PERSON = {
    "name": "is this a person who took part?",
    "honorific": "is the name divided rightly?",
    "credentials": "is the name divided rightly?",
    "capacity": "is this how they took part?",
    "roles": "is “{}” one role?",
    "organisations": "is “{}” one organisation?",
    "spoke_on": "is this what they spoke on?",
}
# Shown in the row of another field.
_WITHIN = {"ends_at": "starts_at"}
_ROWS = ("title", "starts_at", "published_on", "publisher", "series", "status", "language", "timezone", "topics",
         "decks", "recordings", "questions", "sessions", "summary", "body")  # fmt: skip
# A gap in a line no longer than this is marked too, so that a person's line is one mark and not five.
_GAP = 40


def row_of(path: str) -> str:
    """Give the row of the form in which a path of evidence is shown."""
    first, *rest = path.split(".")
    if first == "people" and rest:
        return f"people.{rest[0]}"
    return _WITHIN.get(first, first)


def to_check(draft: Draft) -> dict[str, str]:
    """Say what should be looked at: a sentence for each row that is doubtful, or whose best evidence is weak."""
    asked: dict[str, list[str]] = {}
    for path, found in draft.evidence.items():
        if found and found[0].confidence < CERTAIN and _value(draft, path):
            question = _question(draft, path, found)
            said = asked.setdefault(row_of(path), [])
            if question not in said:
                said.append(question)
    checks = {row: f"Check this: {' '.join(_sentences(said))}" for row, said in asked.items()}
    # Of several doubts about one row the first is said: one sentence a field is read, three are not.
    return checks | dict(reversed(list(doubts(draft))))


def rows_filled(draft: Draft) -> list[str]:
    """List the rows in which a draft has anything."""
    filled = [row for row in _ROWS if getattr(draft, row) or (row == "starts_at" and draft.ends_at)]
    return filled + [f"people.{number}" for number in range(len(draft.people))]


def is_certain(draft: Draft | None) -> bool:
    """Say whether a draft can be accepted unseen: an event, or a listing of such, with title, date and no doubt."""
    if draft is None:
        return False
    if draft.kind == "listing":
        return bool(draft.events) and all(is_certain(event) for event in draft.events)
    return draft.kind == "event" and bool(draft.title and draft.starts_at) and not to_check(draft)


def places(draft: Draft, path: str) -> tuple[tuple[int, int], ...]:
    """Give where a field was found, as offsets into the draft's text, the best first; near ones become one.

    A whole person's places leave out the label that gave their capacity away, which many share.
    """
    paths = [path, *(other for other, shown in _WITHIN.items() if shown == path)]
    found = [
        mark
        for key, marks in draft.evidence.items()
        for mark in marks
        if any(key == one or key.startswith(f"{one}.") for one in paths)
        and (key == path or not key.endswith(".capacity"))
        and 0 <= mark.start < mark.end <= len(draft.text)
    ]
    found.sort(key=lambda mark: -mark.confidence)
    return _joined(draft.text, [(mark.start, mark.end) for mark in found])


def confirmed(evidence: dict[str, tuple[Evidence, ...]], rows: Collection[str]) -> dict[str, tuple[Evidence, ...]]:
    """Be sure of what was found for rows of which a person said that they are right."""
    if not rows:
        return evidence
    return {
        path: tuple(replace(mark, confidence=1.0) for mark in marks) if row_of(path) in rows else marks
        for path, marks in evidence.items()
    }


def moved(
    evidence: dict[str, tuple[Evidence, ...]], part: str, order: Sequence[int | None]
) -> dict[str, tuple[Evidence, ...]]:
    """Keep evidence with its person or deck after a list was put into another order; `order` has the old places."""
    now = {old: new for new, old in enumerate(order) if old is not None}
    kept: dict[str, tuple[Evidence, ...]] = {}
    for path, marks in evidence.items():
        first, _, rest = path.partition(".")
        number, _, tail = rest.partition(".")
        if first != part or not number.isdecimal():
            kept[path] = marks
        elif int(number) in now:
            kept[".".join(word for word in (part, str(now[int(number)]), tail) if word)] = marks
    return kept


def _question(draft: Draft, path: str, found: tuple[Evidence, ...]) -> str:
    first, *rest = path.split(".")
    if first == "people" and len(rest) > 1:
        return _OF_PERSON.get(rest[1], "is this right?").format(short(str(_value(draft, path))))
    question = _QUESTIONS.get(_WITHIN.get(first, first), "is this right?")
    said = list(dict.fromkeys(short(mark.text) for mark in found if mark.text.strip()))
    if len(said) > 1:
        return f"the page says “{said[0]}” and “{said[1]}”: {question}"
    return question


def _value(draft: Draft, path: str) -> object:
    """Give what stands at a path: 'people.0.roles.1' is a role; None where nothing does."""
    value: object = draft
    for step in path.split("."):
        if step.isdecimal():
            value = value[int(step)] if isinstance(value, tuple) and int(step) < len(value) else None  # type: ignore[reportUnknownVariableType]
        else:
            value = getattr(value, step, None)
    return value


def _sentences(said: Iterable[str]) -> list[str]:
    return [words if number == 0 else words[:1].upper() + words[1:] for number, words in enumerate(said)]


def _joined(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    if not ranges:
        return ()
    best = ranges[0]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start - joined[-1][1] <= _GAP and "\n" not in text[joined[-1][1] : start]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(sorted(joined, key=lambda span: (not span[0] <= best[0] < span[1], span)))
