# SPDX-License-Identifier: MIT
"""What the library holds, as frozen records that the panes, the commands and the tasks pass around."""

from dataclasses import dataclass
from typing import Literal

from eqbrief.model.actions import Action
from eqbrief.model.draft import Draft, DraftDeck, DraftPerson
from eqbrief.model.ties import Tie

ReviewState = Literal["to review", "reviewing", "reviewed"]
DeckState = Literal["named", "here", "missing"]
Scope = Literal[
    "all", "to review", "reviewing", "starred", "looked", "series", "topic", "person", "organisation", "bin"
]
Sort = Literal["newest", "oldest", "title", "changed", "looked"]
AddAction = Literal["added", "updated", "unchanged", "skipped", "failed"]
DownloadAction = Literal["fetched", "here", "skipped", "failed"]

REVIEW_STATES: tuple[ReviewState, ...] = ("to review", "reviewing", "reviewed")
SORTS: dict[Sort, str] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "title": "By title",
    "changed": "Last changed",
    "looked": "Last looked at",
}


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as the list shows it. `date` is when it was held or, where that is not known, posted.

    `changed`: something of it came after `looked_at`.
    """

    id: int
    title: str
    date: str | None
    publisher: str | None
    summary: str | None
    people: int
    decks_here: int
    decks_named: int
    notes: int
    state: ReviewState
    starred: bool
    status: str | None = None
    uid: str = ""
    series: str | None = None
    looked_at: str | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class NameCard:
    """A person, organisation, series or topic as a list shows it. `line` is where they were last seen.

    `colour` is what a person gave to a topic, by its name.
    """

    id: int
    name: str
    line: str
    events: int
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the sidebar shows beside its lines; of the actions, those that are open."""

    events: int
    to_review: int
    starred: int
    binned: int
    people: int
    organisations: int
    topics: tuple[NameCard, ...]
    series: tuple[NameCard, ...]
    actions: int = 0
    terms: int = 0
    reviewing: int = 0


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person at an event, as printed on that day, tied to the records kept across events."""

    id: int
    person_id: int
    event_id: int
    printed: DraftPerson
    organisation_ids: tuple[int, ...] = ()
    event_title: str = ""
    event_date: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Anything with a number and a name: a topic, a series, an organisation, a person."""

    id: int
    name: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation of an event. `file` is its path within the library; None until it is here."""

    id: int
    uid: str
    event_id: int
    offered: DraftDeck
    state: DeckState
    file: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What the person wrote, in Markdown. Private notes never leave unless chosen by hand.

    It is about an event (`event_id`) or a part of one (`tie`); one on a person or an organisation is of no event.
    """

    id: int
    uid: str
    event_id: int | None
    text: str
    private: bool
    created_at: str
    updated_at: str
    tie: Tie | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier state of a note. `made_at` is when its last word was written."""

    id: int
    note_id: int
    made_at: str
    text: str


@dataclass(frozen=True, slots=True)
class DeletedNote:
    """A note in the bin. `event_title` is '' for one of no event."""

    note: Note
    deleted_at: str
    event_title: str


@dataclass(frozen=True, slots=True)
class ListedNote:
    """A note among those of all events. `event_title` is '' for one of no event, `event_date` as its card has it.

    `words` are its first lines without the signs of Markdown.
    """

    note: Note
    event_title: str
    event_date: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The page or file an event came from, kept as it was. `file` is its path within the library."""

    id: int
    uid: str
    event_id: int
    address: str
    file: str | None
    sha256: str
    charset: str | None
    added_at: str


@dataclass(frozen=True, slots=True)
class Event:
    """Everything about one event: what was read or since edited (`draft`), and what the person made of it."""

    id: int
    uid: str
    draft: Draft
    state: ReviewState
    starred: bool
    series: Named | None
    topics: tuple[Named, ...]
    appearances: tuple[Appearance, ...]
    decks: tuple[Deck, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    folder: str
    edited: tuple[str, ...] = ()
    deleted_at: str | None = None
    actions: tuple[Action, ...] = ()

    @property
    def date(self) -> str | None:
        """When it was held or, where that is not known, posted."""
        return self.draft.starts_at or self.draft.published_on


@dataclass(frozen=True, slots=True)
class NameRecord:
    """A person or an organisation with all their appearances, newest first.

    `merged` are the records that it stands for beside itself; an organisation may be part of `parent` and have `units`.
    """

    id: int
    uid: str
    kind: Literal["person", "organisation"]
    name: str
    other_names: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    merged: tuple[Named, ...] = ()
    parent: Named | None = None
    units: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events the list shows: a part of the library, the words typed above the list, and an order."""

    scope: Scope = "all"
    id: int | None = None
    words: str = ""
    sort: Sort = "newest"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of the ledger. `key` names it ('title', 'people.oliviaking', 'topics.race equality').

    `before` is what the event has and `after` what the page says now, in words; '' for nothing. `wins` says what
    happens where nobody chooses: True takes what the page says. `reason` says why a row does not win: '' where it does.
    """

    key: str
    label: str
    before: str
    after: str
    wins: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one thing that was to be added. `changes` are the ledger's rows; those that win were taken."""

    source: str
    action: AddAction
    event: Named | None = None
    reason: str | None = None
    changes: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Download:
    """A deck that is to be downloaded. `reason` says why that could not be done, None while it waits."""

    deck_id: int
    event_id: int
    title: str
    state: Literal["waiting", "failed"]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Downloaded:
    """What became of one deck that was to be downloaded. `reason` says why it is not here, None where it is."""

    deck: Deck
    action: DownloadAction
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that `check` found out of order, and what to do about it."""

    kind: str
    what: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library. `place` is the folder it lies in; `ok` is None until it was tried."""

    id: str
    uid: str
    made_at: str
    place: str
    file: str
    size_bytes: int
    events: int
    ok: bool | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is. `total` is 0 while it is not known; `what` is a sentence without its full stop.

    `counts`: the two are a number of things, and worth saying.
    """

    done: int
    total: int
    what: str
    counts: bool = True
