# SPDX-License-Identifier: MIT
"""`read` and `add`: what they find, say, and store."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Call, offer_slides, two_pages


def test_read_gives_one_draft_a_file_in_order_and_stores_nothing(eqbrief: Call, sample_page, here, tmp_path) -> None:
    first, second = (
        sample_page("first.txt", title="Listening at night"),
        sample_page("second.html", title="A fair rota"),
    )
    said = eqbrief("read", first, tmp_path / "absent.txt", second, "--json")
    assert [draft and draft["title"] for draft in said.json] == ["Listening at night", None, "A fair rota"]
    assert [draft and draft["source"] for draft in said.json] == ["first.txt", None, "second.html"]
    assert said.status == 1
    assert len(said.complaints) == 1
    assert "absent.txt" in said.err
    assert not here.exists()


def test_read_for_people_shows_the_facts(eqbrief: Call, sample_page) -> None:
    page = sample_page("page.txt")
    offer_slides(page)
    said = eqbrief("read", page)
    assert said.status == 0
    for fact in ("Kinder rotas for night staff", "20 March 2023", "Imogen Thistlewood", "Presentation 200323"):
        assert fact in said.out
    assert said.err == ""


def test_add_makes_the_library_and_says_what_became_of_each_page(eqbrief: Call, sample_page, here: Path) -> None:
    page = sample_page("page.html")
    said = eqbrief("add", page, "--json")
    assert said.status == 0
    (added,) = said.json
    assert (added["source"], added["action"], added["reason"]) == ("page.html", "added", None)
    assert added["event"]["name"] == "Kinder rotas for night staff"
    assert eqbrief("show", added["event"]["uid"], "--json").json["id"] == added["event"]["id"]
    again = eqbrief("add", page, "--json")
    assert again.status == 0
    assert again.json[0] == {**added, "action": "unchanged"}
    assert sorted(path.name for path in here.iterdir() if not path.name.startswith("library.db-")) == [
        "backups", "files", "library.db",
    ]  # fmt: skip


def test_a_newer_copy_updates_what_nobody_edited(eqbrief: Call, sample_page) -> None:
    eqbrief("add", sample_page("page.html", topic="Flexible working"))
    eqbrief("edit", "1", "publisher=Edited by hand")
    said = eqbrief("add", sample_page("page.html", questions=("Only one?",)), "--json")
    assert [one["action"] for one in said.json] == ["updated"]
    shown = eqbrief("show", "1", "--json").json
    assert shown["questions"] == ["Only one?"]
    assert shown["publisher"] == "Edited by hand"


def test_add_takes_folders_and_goes_on_after_what_cannot_be_read(eqbrief: Call, tmp_path: Path) -> None:
    folder = two_pages(tmp_path / "pages")
    (tmp_path / "nothing").mkdir()
    said = eqbrief("add", tmp_path / "absent.html", tmp_path / "nothing", folder, "--json")
    assert [one["action"] for one in said.json] == ["failed", "failed", "added", "added"]
    assert said.status == 1
    assert len(said.complaints) == 2
    assert "absent.html" in said.complaints[0]
    assert "holds no saved page" in said.complaints[1]


def test_add_for_people_sums_up(eqbrief: Call, sample_page, tmp_path: Path) -> None:
    said = eqbrief("add", sample_page("one.html"), sample_page("two.html", title="Another event"), tmp_path / "absent")
    assert said.out.splitlines() == [
        "added  1  Kinder rotas for night staff",
        "added  2  Another event",
        "2 added, 1 could not be read.",
    ]
    assert said.status == 1


def test_a_page_without_an_event_is_skipped_with_a_reason(eqbrief: Call, tmp_path: Path) -> None:
    page = tmp_path / "recipe.txt"
    page.write_text("Take two eggs and a little milk. Stir, then wait.\n", encoding="utf-8")
    said = eqbrief("add", page, "--json")
    assert [(one["action"], one["event"]) for one in said.json] == [("skipped", None)]
    assert said.status == 1
    assert "recipe.txt" in said.err


def test_a_page_whose_event_is_in_the_bin_is_not_added_again(eqbrief: Call, sample_page) -> None:
    page = sample_page("page.html")
    eqbrief("add", page)
    eqbrief("delete", "1")
    said = eqbrief("add", page, "--json")
    assert [one["action"] for one in said.json] == ["skipped"]
    assert said.status == 1
    assert "bin" in said.err


def test_a_web_address_is_fetched_and_added_like_a_file(eqbrief: Call, site, sample_page, opener) -> None:
    page = sample_page("page.html")
    address = site.put("/events/rotas?id=1//2", page.read_bytes())
    other = sample_page("other.html", title="A fair rota", held="3 May 2023")
    said = eqbrief("add", other, address, other, "--json")
    assert [(one["source"], one["action"]) for one in said.json] == [
        ("other.html", "added"), ("rotas.html", "added"), ("other.html", "unchanged"),
    ]  # fmt: skip
    assert (said.status, said.err, opener.asked) == (0, "", [("network",)])
    shown = eqbrief("show", 2, "--json").json
    assert (shown["address"], shown["title"]) == (address, "Kinder rotas for night staff")
    assert site.asked[0].path == "/events/rotas?id=1//2"


def test_an_address_that_cannot_be_fetched_is_said_and_the_rest_is_done(eqbrief: Call, site, sample_page) -> None:
    good = site.put("/events/rotas", sample_page("page.html").read_bytes())
    said = eqbrief("add", site.at("/gone"), "https://me:secret@larkmoor.example/x", good, "--json")
    assert [one["action"] for one in said.json] == ["failed", "failed", "added"]
    assert said.status == 1 and len(said.complaints) == 2
    assert "no page at this address" in said.complaints[0] and "password" in said.complaints[1]


def test_no_address_is_no_network(eqbrief: Call, sample_page, opener) -> None:
    eqbrief("add", sample_page("page.html"), "--json")
    assert opener.asked == []


def test_read_shows_files_only(eqbrief: Call, site, sample_page) -> None:
    said = eqbrief("read", site.put("/x", b"<p>x"), sample_page("page.html"), "--json")
    assert [draft and draft["title"] for draft in said.json] == [None, "Kinder rotas for night staff"]
    assert said.status == 1 and "`eqbrief add`" in said.err and site.asked == []


def test_a_synced_folder_is_warned_of(eqbrief: Call, sample_page, here: Path, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    said = eqbrief("add", sample_page("page.html"))
    assert said.status == 0
    assert "Syncthing" in said.err
    assert "Syncthing" not in eqbrief("add", sample_page("page.html")).err


def test_the_page_is_kept_and_plain_sqlite_finds_it(eqbrief: Call, sample_page, here: Path) -> None:
    eqbrief("add", sample_page("page.html"))
    db = sqlite3.connect(here / "library.db")
    try:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        file = db.execute("SELECT file FROM source").fetchone()[0]
    finally:
        db.close()
    assert (here / file).is_file()


@pytest.mark.parametrize("command", ["read", "add"])
def test_no_progress_is_written_where_nobody_watches(command: str, eqbrief: Call, sample_page) -> None:
    assert eqbrief(command, sample_page("page.html")).err == ""


def test_what_a_newer_copy_changed_is_said_row_by_row(eqbrief: Call, sample_page) -> None:
    eqbrief("add", sample_page("page.html", questions=("How did it begin?",)))
    eqbrief("edit", "1", "publisher=Edited by hand")
    path = sample_page("page.html", questions=("How did it end?",), publisher="Larkmoor Alliance Press")
    said = eqbrief("add", path)
    assert "  Questions: How did it begin? → How did it end?" in said.out
    assert "(not taken: you changed this by hand)" in said.out
    assert eqbrief("show", "1", "--json").json["publisher"] == "Edited by hand"


def test_what_looks_like_an_event_is_left_out_until_it_is_said_what_it_is(eqbrief: Call, sample_page) -> None:
    eqbrief("add", sample_page("page.html", publisher="Larkmoor Alliance"))
    other = sample_page("partner.html", publisher="Pennywick Care Trust")
    said = eqbrief("add", other, "--json")
    (left,) = said.json
    assert said.status == 1
    assert (left["action"], left["event"]["id"]) == ("skipped", 1)
    assert "--into 1" in said.err
    assert "--apart" in said.err
    assert len(eqbrief("list", "--json").json) == 1
    assert eqbrief("add", other, "--into", "1", "--json").json[0]["event"]["id"] == 1
    assert len(eqbrief("show", "1", "--json").json["sources"]) == 2
    third = sample_page("third.html", publisher="Quillmere")
    assert eqbrief("add", third, "--apart", "--json").json[0]["action"] == "added"
    assert len(eqbrief("list", "--json").json) == 2
    assert eqbrief("add", third, "--apart", "--into", "1").status == 2
