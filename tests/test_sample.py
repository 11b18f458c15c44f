# SPDX-License-Identifier: MIT
"""The sample library is what everybody sees first: its pages must read in full, and its parts agree."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from eqbrief.files.resources import resource
from eqbrief.model import REVIEW_STATES, Draft
from eqbrief.reading import read_path
from tests.make_sample_decks import DECKS
from tests.sample_decks.content import contents

PAGES = resource("sample", "pages")
LIBRARY = tomllib.loads(resource("sample", "library.toml").read_text(encoding="utf-8"))["events"]
ASHDOWN, COPPER, QUILL = "Ashdown Trusts Network", "Copperbridge Staff College", "Quillmere Community Health"
FAIR, BELONG, ROUNDS = "Fair Futures programme", "Belonging at Work series", "Quality Rounds series"
SIZES = {"KB": 1_000, "MB": 1_000_000}
# The event that happened: its people and their words are not ours to add to.
REAL = "11-empowering-the-workforce.html"


class Said(NamedTuple):
    """What a page says, counted by hand."""

    title: str
    publisher: str
    series: str | None
    published_on: str | None
    starts_at: str
    topics: tuple[str, ...]
    people: int
    questions: int
    decks: tuple[str, ...]
    recordings: int = 0
    sessions: int = 0


RACE, ABLE, WORK, WELL = "Race equality", "Disability equality", "Workforce", "Staff wellbeing"
IMPROVE, LEAD, DATA, TOGETHER = "Quality improvement", "Leadership", "Data and evidence", "Co-production"
EXPECTED = {
    "01-starting-the-conversation.html": Said(
        "Starting the conversation: what colleagues told us about race at work",
        ASHDOWN, FAIR, "2022-03-17", "2022-03-10", (RACE, WORK), 4, 5, ("Presentation 100322",),
    ),
    "02-adjustments-passport.html": Said(
        "Reasonable adjustments without the wait: a passport that travels with you",
        ASHDOWN, BELONG, "2022-06-29", "2022-06-22", (ABLE, WORK), 4, 6, ("Adjustments passport slides",), 1,
    ),
    "03-small-tests-fairer-wards.html": Said(
        "Small tests, fairer wards: improvement methods for inclusion",
        COPPER, "Four Vales Workforce Conference 2022", None, "2022-10-06T13:30", (IMPROVE, LEAD), 4, 4,
        ("Small tests fairer wards", "Placement welcome worked example"), 0, 5,
    ),
    "04-round-table-exit-interviews.txt": Said(
        "Round table: why exit interviews come too late",
        "Lanternhouse Institute", None, "2022-12-02", "2022-11-24", (WORK, WELL), 5, 5, (),
    ),
    "05-from-data-to-decisions.html": Said(
        "From data to decisions: reading the Workforce Fairness Standard together",
        ASHDOWN, FAIR, "2023-03-21", "2023-03-14", (RACE, DATA), 5, 7, ("Presentation 140323",), 1,
    ),
    "06-staff-networks-that-change-things.txt": Said(
        "Staff networks that change things, not just meet",
        ASHDOWN, BELONG, "2023-05-24", "2023-05-17", (LEAD, ABLE, RACE), 5, 6, ("Presentation 170523",),
    ),
    "07-inclusion-leads-summer-meeting.md": Said(
        "Four Vales inclusion leads: summer meeting 2023",
        "Marlshire Integrated Care Partnership", None, "2023-07-10", "2023-07-04T09:30", (TOGETHER, RACE, DATA),
        5, 4, ("Summer meeting slides 040723",), 0, 7,
    ),
    "08-nothing-about-us-without-us.html": Said(
        "Nothing about us without us: co-production when time is short",
        QUILL, ROUNDS, "2023-09-27", "2023-09-20T12:30", (TOGETHER, IMPROVE), 4, 5, ("Presentation 200923",), 1,
    ),
    "09-beyond-the-first-hundred-days.html": Said(
        "Welcoming internationally educated colleagues beyond the first hundred days",
        ASHDOWN, FAIR, "2023-11-22", "2023-11-15", (RACE, WELL, WORK), 5, 6, ("Presentation 151123",),
    ),
    "10-opening-the-door-wider.html": Said(
        "Opening the door wider: how four employers rewrote their adverts, their shortlisting and their interview "
        "questions, what it cost them and which candidates they finally met",
        ASHDOWN, BELONG, "2024-02-06", "2024-01-30", (WORK, ABLE, RACE), 5, 8, ("Presentation 300124",),
    ),
    REAL: Said(
        "Empowering the workforce to challenge discrimination",
        "NHS Providers", "Race Equality programme", "2024-02-27", "2024-02-20", (RACE,), 4, 7,
        ("Presentation 200224",),
    ),
    "12-leading-through-discomfort.html": Said(
        "Leading through discomfort: boards, race and the questions that stay open",
        COPPER, "Four Vales Workforce Conference 2024", None, "2024-04-18T10:15", (LEAD, RACE), 4, 5,
        ("Leading through discomfort",), 1,
    ),
    "13-rest-rotas-and-respect.html": Said(
        "Rest, rotas and respect: what night staff told us about wellbeing",
        QUILL, ROUNDS, "2024-06-18", "2024-06-11T18:00", (WELL, IMPROVE), 5, 5, ("Night staff wellbeing 110624",),
    ),
    "14-when-the-patient-is-the-aggressor.html": Said(
        "When the patient is the aggressor: protecting staff, turning nobody away",
        ASHDOWN, BELONG, "2024-10-03", "2024-09-26", (WELL, RACE, LEAD), 5, 6, ("Presentation 260924",), 1,
    ),
    "15-three-years-on.html": Said(
        "Three years on: what moved, what did not and what comes next",
        ASHDOWN, FAIR, "2025-01-30", "2025-01-23", (RACE, DATA, LEAD), 6, 6,
        ("Presentation 230125", "Three years on workbook"),
    ),
}  # fmt: skip

every_page = pytest.mark.parametrize("name", sorted(EXPECTED))


@cache
def draft_of(name: str) -> Draft:
    return read_path(PAGES / name)


def test_the_table_names_every_page() -> None:
    assert sorted(path.name for path in PAGES.iterdir()) == sorted(EXPECTED)


@every_page
def test_a_page_reads_as_the_event_it_is(name: str) -> None:
    draft, said = draft_of(name), EXPECTED[name]
    read = Said(
        draft.title or "", draft.publisher or "", draft.series, draft.published_on, draft.starts_at or "",
        draft.topics, len(draft.people), len(draft.questions), tuple(deck.title for deck in draft.decks),
        len(draft.recordings), len(draft.sessions),
    )  # fmt: skip
    assert draft.kind == "event"
    assert read._asdict() == said._asdict()


@every_page
def test_every_person_is_read_with_role_and_organisation(name: str) -> None:
    printed = people_printed(name)
    read = {}
    for person in draft_of(name).people:
        called = " ".join(filter(None, [person.honorific, person.name]))
        read[called] = (person.capacity in ("chair", "host"), list(person.roles), list(person.organisations))
    expected = {called: (leads, posts(role), [organisation]) for called, leads, role, organisation in printed}
    assert read == expected


@every_page
def test_the_printed_size_of_a_deck_is_read(name: str) -> None:
    text = (PAGES / name).read_text(encoding="utf-8")
    printed = [round(float(number) * SIZES[unit]) for number, unit in re.findall(r"([\d.]+) ([KM]B)", text)]
    assert [deck.size_bytes for deck in draft_of(name).decks] == printed


@every_page
def test_a_page_has_a_summary_and_a_body_without_furniture(name: str) -> None:
    draft = draft_of(name)
    assert draft.summary
    assert len((draft.body or "").split()) > 100
    for furniture in (
        "sample library",
        "invented",
        "Privacy",
        "Back to events",
        "Archive of",
        "Download",
        "Accessibility",
    ):
        assert furniture not in (draft.body or "")


def posts(role: str) -> list[str]:
    """Divide a printed role where it names two posts; 'equality, diversity and inclusion' is the field of one."""
    joined = re.fullmatch(r"(.*(?:physician|chaplain|programme lead)) (?:and|&) (.*(?:chair|lead|specialist))", role)
    return list(joined.groups()) if joined else [role]


def people_printed(name: str) -> list[tuple[str, bool, str, str]]:
    """Give (name, leads, role, organisation) as the lists of the page print them; the last comma ends the role."""
    text = (PAGES / name).read_text(encoding="utf-8").replace("&amp;", "&")
    lines = re.findall(r"^\s*(?:<ul>)?(?:<li>|•|-) ?([^<>\n–]+) – ([^<>\n]+?)(?:</li>|$)", text, re.MULTILINE)
    found = [line for line in lines if not line[0][0].isdigit()]
    people = []
    for number, (called, rest) in enumerate(found):
        # One organisation of the real event has commas of its own.
        cut = rest.find(", NHS Leicester") if ", NHS Leicester" in rest else rest.rfind(", ")
        people.append((called.strip(), number == 0, rest[:cut], rest[cut + 2 :]))
    return people


def test_people_come_back_in_other_posts() -> None:
    held: dict[str, set[str]] = {}
    events: dict[str, int] = {}
    for name in EXPECTED:
        for called, _, role, organisation in people_printed(name):
            bare = re.sub(r"^(?:Dr|Professor|Rev) ", "", called)
            held.setdefault(bare, set()).add(f"{role}, {organisation}")
            events[bare] = events.get(bare, 0) + 1
    assert 40 <= len(held) <= 50
    assert len([bare for bare, count in events.items() if count > 1 and len(held[bare]) > 1]) >= 10
    assert {events[called] for called, *_ in people_printed(REAL)} == {1}


def test_an_organisation_stands_under_two_spellings() -> None:
    spellings = {organisation for name in EXPECTED for *_, organisation in people_printed(name)}
    for one, other in (
        ("Harrow Vale Hospitals Trust", "Harrow Vale Hospitals"),
        ("Marlshire Integrated Care Partnership (MICP)", "Marlshire Integrated Care Partnership"),
        ("Thornbeck and Eldwater Mental Health Trust", "Thornbeck & Eldwater Mental Health Trust"),
        ("Quillmere Community Health Trust", "Quillmere Community Health"),
        ("University of Brindlecombe", "Brindlecombe University"),
    ):
        assert {one, other} <= spellings


DONE = {"state", "starred", "decks", "notes", "transcripts", "actions", "tags", "looked", "seen", "ticked"}
KEYS = {"page", *DONE}


def test_the_library_file_agrees_with_pages_and_decks() -> None:
    assert [event["page"] for event in LIBRARY] == sorted(EXPECTED)
    for event in LIBRARY:
        assert set(event) <= KEYS
        assert event["state"] in REVIEW_STATES
        assert all(resource("sample", "transcripts", name).is_file() for name in event.get("transcripts", []))
        for deck in event["decks"]:
            assert deck["offered"] in EXPECTED[event["page"]].decks
            assert Path(deck["file"]).stem == deck["offered"]
        for note in event.get("notes", []):
            assert set(note) == {"text", "private"}
            assert len(note["text"].split()) > 15
    attached = [deck["file"] for event in LIBRARY for deck in event["decks"]]
    assert sorted(attached) == sorted(path.name for path in DECKS.iterdir())


def test_the_library_looks_lived_in() -> None:
    states = [event["state"] for event in LIBRARY]
    notes = [note for event in LIBRARY for note in event.get("notes", [])]
    assert {state: states.count(state) for state in REVIEW_STATES} == {"to review": 5, "reviewing": 3, "reviewed": 7}
    assert len([event for event in LIBRARY if event["starred"]]) == 4
    assert len(notes) == 11
    assert len([note for note in notes if note["private"]]) == 2
    lengths = sorted(len(said.title) for said in EXPECTED.values())
    assert lengths[0] >= 25
    assert lengths[-2] <= 90
    assert 160 <= lengths[-1] <= 180


def test_nothing_is_added_to_the_event_that_happened() -> None:
    event = next(event for event in LIBRARY if event["page"] == REAL)
    assert event == {"page": REAL, "state": "to review", "starred": False, "decks": []}
    names = [called for called, *_ in people_printed(REAL)]
    for text in [*map(str, contents()), str(LIBRARY)]:
        assert [called for called in [*names, "NHS"] if called in text] == []


def test_the_event_that_happened_is_told_in_our_own_words(real_files: Path) -> None:
    theirs = next((real_files.parent / "seed").glob("*.txt")).read_text(encoding="utf-8")
    said = EXPECTED[REAL]
    facts = [said.title, *said.decks, "NHS equality, diversity and inclusion (EDI) improvement plan"]
    facts += [fact for called, _, role, organisation in people_printed(REAL) for fact in (called, role, organisation)]
    ours = re.sub(r"<[^>]+>", " ", (PAGES / REAL).read_text(encoding="utf-8")).replace("&amp;", "&")
    for fact in facts:
        ours = ours.replace(fact, " ¶ ")
    words, page = re.findall(r"[\w¶’']+", ours.lower()), " ".join(re.findall(r"[\w’']+", theirs.lower()))
    runs = [" ".join(words[start : start + 7]) for start in range(len(words) - 6)]
    assert [run for run in runs if f" {run} " in f" {page} "] == []
