# SPDX-License-Identifier: MIT
"""What a row of any list says, as finished text: the delegate draws it, a screen reader reads `sentence`."""

from dataclasses import dataclass

from eqbrief.model import EventCard, Hit, NameCard, say_date
from eqbrief.model.query.values import KINDS

Part = tuple[str, str]
"""An icon's name and the words beside it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A card with everything worked out. `marks` are (start, length) in `more`, `title_marks` in the title,
    shown on the colour of found words.

    `mark` says that something has come since the person last looked. `card` is the event behind it, where it is one.
    """

    id: int
    title: str
    line: str
    more: str = ""
    parts: tuple[Part, ...] = ()
    chip: str = ""
    mark: str = ""
    icon: str = ""
    starred: bool = False
    count: int | None = None
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()
    target: Hit | None = None
    card: EventCard | None = None

    @property
    def sentence(self) -> str:
        """The whole card as one sentence."""
        said = [
            self.title,
            self.line,
            *(words for _, words in self.parts),
            self.chip,
            self.mark,
            "starred" if self.starred else "",
        ]
        if self.target is not None:
            said.append(self.more)
        if self.count is not None:
            said.append(plural(self.count, "event"))
        return ", ".join(part.replace(" · ", ", ") for part in said if part) + "."


def plural(number: int, noun: str) -> str:
    """Write a number with its noun: '1 deck', '2 decks', '4 people'."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {'people' if noun == 'person' else noun + 's'}"


def event_row(card: EventCard) -> Row:
    """Make the row of an event."""
    parts: list[Part] = []
    if card.people:
        parts.append(("user", plural(card.people, "person")))
    if card.decks_here:
        every = card.decks_here + card.decks_named
        some = f"{card.decks_here} of {every} decks" if card.decks_named else plural(every, "deck")
        parts.append(("presentation", some))
    if card.notes:
        parts.append(("note-pencil", plural(card.notes, "note")))
    if card.decks_named and not card.decks_here:
        parts.append(("presentation", "no deck yet"))  # last, where there may be no room for it
    state = {"to review": "To review", "reviewing": "Reviewing", "reviewed": ""}[card.state]
    return Row(
        id=card.id,
        title=card.title,
        line=" · ".join(part for part in (say_date(card.date) or "Date not known", card.publisher) if part),
        more=" ".join((card.summary or "").split()),
        parts=tuple(parts),
        chip=card.status.capitalize() if card.status else state,
        mark="Changed" if card.changed else "",
        starred=card.starred,
        card=card,
    )


def name_row(card: NameCard) -> Row:
    """Make the row of a person or an organisation."""
    return Row(id=card.id, title=card.name, line=card.line, count=card.events)


_BEFORE = 24
_CUT = "… "
_HIT_ICONS = {
    "event": "calendar-blank",
    "person": "user",
    "organisation": "buildings",
    "topic": "tag",
    "question": "chat-circle-dots",
    "note": "note-pencil",
    "deck": "presentation",
    "slide": "presentation-chart",
    "action": "check-square",
    "transcript": "chat-text",
    "term": "book-open-text",
    "session": "clock",
}


def hit_row(hit: Hit) -> Row:
    """Make the row of something found. Its snippet's marks become places in plain text: nothing is read as markup."""
    text, marks = near_first(*unmarked(hit.around if hit.marked_title else hit.snippet))
    before, title = _before_title(hit), "" if hit.title == f"Slide {hit.slide}" else hit.title
    shown, title_marks = unmarked(hit.marked_title)
    if shown == title and title:
        title_marks = tuple((start + len(before), length) for start, length in title_marks)
    else:
        title_marks = ()
    where = KINDS[hit.kind][0].capitalize()
    about = [hit.deck[1] if hit.deck and hit.kind == "slide" else hit.event[1] if hit.event else where]
    if hit.event:
        about = [*(about if hit.kind != "event" else []), say_date(hit.event[2])]
    return Row(
        id=hit.id,
        title=before + title if title else before.removesuffix(", "),
        line=" · ".join(part for part in about if part),
        more=text,
        icon="table" if hit.where == "table" else _HIT_ICONS.get(hit.kind, "file-text"),
        marks=marks,
        title_marks=title_marks,
        target=hit,
    )


def _before_title(hit: Hit) -> str:
    """Say what stands in front of a hit's title: 'Slide 12, ', 'Slide 5, speaker notes, ', 'Your note, '."""
    if hit.kind == "slide":
        place = "" if hit.where in (None, "title", "body") else f"{hit.where.replace('-', ' ')}, "
        return f"Slide {hit.slide}, {place}" if hit.slide else place
    return {"note": "Your note, ", "action": "Action, ", "transcript": "Transcript, "}.get(hit.kind, "")


def near_first(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Begin a snippet shortly before its first mark, so that two lines of it show what was found."""
    first = marks[0][0] if marks else 0
    cut = text.find(" ", first - _BEFORE) + 1 if first > 2 * _BEFORE else 0
    if not 0 < cut <= first:
        return text, marks
    shift = cut - len(_CUT)
    return _CUT + text[cut:], tuple((start - shift, length) for start, length in marks)


def unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the <mark> tags and the escapes out of a snippet; give the text and where the marked words stand in it."""
    from html import unescape  # noqa: PLC0415 - only a search needs it

    text, marks = "", []
    for number, part in enumerate(snippet.split("<mark>")):
        marked, closed, rest = part.partition("</mark>") if number else ("", "", part)
        if closed:
            marks.append((len(text), len(unescape(marked))))
        text += unescape(marked) + unescape(rest)
    return text, tuple(marks)
