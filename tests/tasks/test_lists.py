# SPDX-License-Identifier: MIT
"""Lists open right in a spreadsheet and never run there; events and actions go into calendars; private words stay."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree

from eqbrief.model import ActionEvidence, DraftPerson, UserError
from eqbrief.store import Store
from eqbrief.tasks.handing import export_list
from eqbrief.tasks.noting import new_note
from tests.store.filling import act, add_event

MARKER = "Zanzibar-private-marker"
STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =")
BODIES = (
    "1+1", "cmd|'/C calc'!A0", "HYPERLINK(\"https://example.org\")", "SUM(A1:A9)", "IMPORTXML(1)", "DDE(1)",
)  # fmt: skip
PAYLOADS = [f"{start}{body}" for start in STARTS for body in BODIES][:40]
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def hostile(library: Store) -> Store:
    """Give a library in which everything that can be written is a formula."""
    for number, payload in enumerate(PAYLOADS, 1):
        person = DraftPerson(payload.strip() or "x", None, None, "speaker", (payload,), (payload,))
        facts = {"title": payload, "publisher": payload, "summary": payload, "topics": (payload,), "people": (person,)}
        event = add_event(library, number, **facts)
        act(library, event, payload, owner=payload)
    return library


def written(store: Store, what: str, target: Path) -> int:
    done = export_list(store, what, target)
    assert done is not None and done.file == target
    return done.number


def cells(path: Path) -> list[str]:
    if path.suffix == ".csv":
        return [cell for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))) for cell in row]
    with zipfile.ZipFile(path) as package:
        shared = etree.fromstring(package.read("xl/sharedStrings.xml"))
        return ["".join(one.itertext()) for one in shared]


@pytest.mark.parametrize("what", ["events", "people", "actions"])
def test_forty_payloads_make_no_formula(hostile: Store, tmp_path: Path, what: str) -> None:
    assert len(PAYLOADS) == 40
    table, sheet = tmp_path / "list.csv", tmp_path / "list.xlsx"
    assert written(hostile, what, table) >= 40 and written(hostile, what, sheet) >= 40
    assert [cell for cell in cells(table) if cell.startswith(STARTS[:11])] == []
    assert any(cell.startswith("'=") for cell in cells(table))
    with zipfile.ZipFile(sheet) as package:
        page = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        assert not any("externalLink" in name for name in package.namelist())
    assert list(page.iter(f"{S}f")) == [] and list(page.iter(f"{S}hyperlink")) == []
    assert {one.get("t") for one in page.iter(f"{S}c")} == {"s"}
    assert any(cell.startswith("=") for cell in cells(sheet)), "as text it may stand there"


def test_a_formula_that_was_let_through_would_be_found(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(str(tmp_path / "x.xlsx")) as book:
        book.add_worksheet().write(0, 0, "=1+1")
    with zipfile.ZipFile(tmp_path / "x.xlsx") as package:
        assert list(etree.fromstring(package.read("xl/worksheets/sheet1.xml")).iter(f"{S}f")) != []


def test_a_table_begins_with_its_mark_and_reads_as_it_was_written(library: Store, tmp_path: Path) -> None:
    add_event(library, 1, title="Zoë’s rota – “fair”")
    export_list(library, "events", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Zoë’s rota – “fair”" in cells(tmp_path / "a.csv")
    export_list(library, "people", tmp_path / "p.csv")
    assert "Imogen Thistlewood" in cells(tmp_path / "p.csv")
    written(library, "people", tmp_path / "p.json")
    plain = json.loads((tmp_path / "p.json").read_bytes())
    assert {one["name"] for one in plain} >= {"Imogen Thistlewood"}


def test_events_go_into_a_calendar(library: Store, tmp_path: Path) -> None:
    add_event(library, 1, starts_at="2024-02-20", ends_at=None)
    add_event(library, 2, starts_at="2024-02-20T09:30", ends_at="2024-02-20T11:00")
    add_event(library, 3, starts_at=None, published_on=None)
    assert written(library, "events", tmp_path / "a.ics") == 2
    entries = list(Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT"))
    assert {str(one["dtstart"].dt) for one in entries} == {"2024-02-20", "2024-02-20 09:30:00"}
    assert all(one["uid"] and str(one["summary"]).startswith("Kinder rotas") for one in entries)


NAMES = [f"{what}{ending}" for what in ("events", "people", "actions") for ending in (".csv", ".xlsx", ".json", ".ics")]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "people.ics"])
def test_no_private_word_goes_out(library: Store, tmp_path: Path, name: str) -> None:
    event = add_event(library, 1)
    number = new_note(library, event, f"{MARKER} of mine", private=True)
    uid = library.db.execute("SELECT uid FROM note WHERE id = ?", (number,)).fetchone()[0]
    act(library, event, "Keep this", due="2024-03-01", evidence=ActionEvidence("note", uid, f"{MARKER} again"))
    assert written(library, name.partition(".")[0], tmp_path / name) >= 1
    data = (tmp_path / name).read_bytes()
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(tmp_path / name) as package:
            data = b"".join(package.read(one) for one in package.namelist())
    assert MARKER.encode() not in data


@pytest.mark.parametrize(("what", "name"), [("events", "x.doc"), ("people", "x.ics"), ("actions", "x")])
def test_a_format_that_there_is_not_is_said_with_those_that_there_are(library, tmp_path, what: str, name: str) -> None:
    with pytest.raises(UserError, match=r"\.csv or \.xlsx"):
        export_list(library, what, tmp_path / name)


@pytest.mark.parametrize("name", ["events.csv", "people.xlsx", "actions.json"])
def test_one_that_is_open_elsewhere_is_met_with_a_new_name(library: Store, tmp_path: Path, name: str) -> None:
    act(library, add_event(library, 1), "Keep this")
    (tmp_path / name).write_bytes(b"older")
    (tmp_path / f"~${name}").touch()
    done = export_list(library, name.partition(".")[0], tmp_path / name)
    assert done is not None and done.file.name == name.replace(".", " (2).") and done.file.is_file()
    assert (tmp_path / name).read_bytes() == b"older"


def test_what_is_stopped_leaves_nothing(library: Store, tmp_path: Path) -> None:
    add_event(library, 1)
    assert export_list(library, "events", tmp_path / "a.xlsx", stop=lambda: True) is None
    assert not list(tmp_path.glob("a*"))
