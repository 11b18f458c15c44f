# SPDX-License-Identifier: MIT
"""What is to be checked is said in words, and what was found is found again in the page."""

from dataclasses import replace

from eqbrief.gui.desk.checks import is_certain, moved, places, row_of, rows_filled, to_check
from eqbrief.model import Evidence
from tests.gui.desk.drafts import TEXT, certain, mark, other, porters, week


def test_only_weak_evidence_asks() -> None:
    checks = to_check(porters())
    assert checks == {
        "publisher": "Check this: is this who published it?",
        "people.3": "Check this: is “head of people – operations” one role?",
    }
    assert to_check(porters(doubts=False)) == {}


def test_the_border_of_certainty_is_certain() -> None:
    draft = replace(porters(doubts=False), evidence={"title": mark(TEXT, "Why experienced porters stay", "h", 0.6)})
    assert to_check(draft) == {}
    draft = replace(draft, evidence={"title": mark(TEXT, "Why experienced porters stay", "h", 0.59)})
    assert list(to_check(draft)) == ["title"]


def test_sources_that_differ_are_both_named() -> None:
    found = (*mark(TEXT, "14 May 2024", "line", 0.5), *mark(TEXT, "8 May 2024", "sentence", 0.4))
    draft = replace(porters(doubts=False), evidence={"starts_at": found})
    assert to_check(draft)["starts_at"] == (
        "Check this: the page says “14 May 2024” and “8 May 2024”: is this when it was held?"
    )


def test_two_doubts_about_a_person_are_one_sentence_each() -> None:
    evidence = {
        "people.3.roles.0": mark(TEXT, "head of people – operations", "list", 0.4),
        "people.3.organisations.0": mark(TEXT, "Larkmoor, Thornfield and Lyde ICB", "list", 0.4),
    }
    said = to_check(replace(porters(), evidence=evidence))["people.3"]
    assert said == (
        "Check this: is “head of people – operations” one role? "
        "Is “Larkmoor, Thornfield and Lyde ICB” one organisation?"
    )


def test_evidence_for_what_is_empty_asks_nothing() -> None:
    nobody = mark(TEXT, "Griff", "line", 0.1)
    evidence = {"publisher": mark(TEXT, "Kestrel Vale Network", "line", 0.1), "people.9.name": nobody}
    draft = replace(porters(), publisher=None, evidence=evidence)
    assert to_check(draft) == {}


def test_certain_pages_are_events_with_a_title_and_no_check() -> None:
    assert is_certain(certain(1))
    assert is_certain(week())
    assert is_certain(porters(doubts=False))
    assert not any(map(is_certain, (porters(), other(), None, replace(certain(1), title=None))))
    assert not is_certain(replace(certain(1), starts_at=None)) and not is_certain(replace(certain(1), kind="other"))
    assert not is_certain(replace(week(), events=(certain(1), porters())))
    assert not is_certain(replace(week(), events=()))


def test_rows() -> None:
    assert [row_of(path) for path in ("title", "ends_at", "people.2.roles.0", "topics.1", "decks.0.size_bytes")] == [
        "title", "starts_at", "people.2", "topics", "decks",
    ]  # fmt: skip
    assert rows_filled(other()) == ["title"]
    assert {"people.0", "people.3", "starts_at", "questions"} <= set(rows_filled(porters()))


def test_a_person_is_one_mark_and_the_label_of_all_is_left_out() -> None:
    draft = porters()
    ((start, end),) = places(draft, "people.2")
    assert TEXT[start:end].startswith("Dr Nkechi") and TEXT[start:end].endswith("Board (ICB)")
    assert "\n" not in TEXT[start:end]
    ((start, end),) = places(draft, "people.2.capacity")
    assert TEXT[start:end] == "Panellists"


def test_the_best_place_comes_first_and_bad_offsets_are_left_out() -> None:
    late, early = mark(TEXT, "14 May 2024", "line", 0.4), mark(TEXT, "Wednesday 8 May 2024", "line", 0.9)
    beyond = Evidence(5, len(TEXT) + 9, "x", "line", 0.99)
    draft = replace(porters(), evidence={"starts_at": (*late, beyond), "ends_at": early})
    spots = places(draft, "starts_at")
    assert [TEXT[a:b] for a, b in spots] == ["Wednesday 8 May 2024", "14 May 2024"]
    assert places(draft, "series") == ()


def test_evidence_moves_with_its_person() -> None:
    evidence = porters().evidence
    after = moved(evidence, "people", [3, None, 0])
    assert after["people.0.name"] == evidence["people.3.name"]
    assert after["people.2.name"] == evidence["people.0.name"]
    assert after["title"] == evidence["title"]
    assert not [path for path in after if path.startswith(("people.1.", "people.3."))]
