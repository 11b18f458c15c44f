# SPDX-License-Identifier: MIT
"""What is promised to other programs: every command documented, its JSON with exactly the keys that its help names."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from eqbrief.cli.group import COMMANDS, build
from eqbrief.cli.session import Session
from eqbrief.files import resource
from tests.cli.conftest import Call
from tests.helpers.habits import ROOT

WITHOUT_JSON = {"demo", "open"}
GROUP = build(lambda library: Session(library, None))  # pyright: ignore[reportArgumentType]
CONTEXT = click.Context(GROUP, info_name="eqbrief")


def command(name: str) -> click.Command:
    found = GROUP.get_command(CONTEXT, name)
    assert found is not None
    return found


def promised(name: str) -> str:
    (option,) = [one for one in command(name).params if "--json" in one.opts]
    return option.help or ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_under_its_name_and_says_what_it_does(name: str) -> None:
    assert command(name).name == name
    line = command(name).get_short_help_str(60)
    assert line.endswith(".")
    assert not line.endswith("..."), "it is cut short in the list of commands"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme_and_in_the_help(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in readme.splitlines() if line.startswith("| `")]
    assert any(re.search(rf"`{name}\b", row) for row in rows)
    assert re.search(rf"^  {name}\b", GROUP.get_help(CONTEXT), re.MULTILINE)


def test_all_but_those_that_open_something_print_json() -> None:
    with_json = {name for name in COMMANDS if any("--json" in one.opts for one in command(name).params)}
    assert with_json == set(COMMANDS) - WITHOUT_JSON


def ready(eqbrief: Call, page: Path, pdf: Path) -> None:
    """Make a library in which every list has something in it, and nothing is null but what may be."""
    eqbrief("add", page)
    eqbrief("edit", "1", "topics=Rotas")
    eqbrief("attach", "1", pdf)
    eqbrief("note", "1", "A note to list of the quiet shift lead (QSL)")
    eqbrief("action", "1", "Ask for the guide", "--due", "2024-03-14")
    eqbrief("brief", "1", "--to", pdf.with_name("kept.md"), "--keep")
    eqbrief("ask", "What was listed?", "--query", "list")
    eqbrief("search", "note", "--save", "Notes")
    eqbrief("note", "1", "Occupational health")
    eqbrief("tag", "1", "2")
    eqbrief("backup")


def one_of(plain: Any) -> Any:
    return plain[0] if isinstance(plain, list) else plain


# How each command is called so that it has something to give; PAGE, PDF and so on stand for what the fixtures made.
CALLS: dict[str, Callable[[Path, Path], list[Any]]] = {
    "read": lambda page, pdf: [page],
    "add": lambda page, pdf: [page],
    "list": lambda page, pdf: [],
    "show": lambda page, pdf: ["1"],
    "search": lambda page, pdf: ["note"],
    "searches": lambda page, pdf: [],
    "ask": lambda page, pdf: ["list"],
    "enquiries": lambda page, pdf: [],
    "enquiry": lambda page, pdf: ["1"],
    "edit": lambda page, pdf: ["1", "starred=yes"],
    "review": lambda page, pdf: ["1"],
    "delete": lambda page, pdf: ["1"],
    "undo": lambda page, pdf: [],
    "attach": lambda page, pdf: ["1", pdf],
    "deck": lambda page, pdf: [resource("sample", "decks", "Presentation 140323.pptx")],
    "compare": lambda page, pdf: [resource("sample", "decks", f"Presentation {day}.pptx") for day in (140323, 151123)],
    "fetch": lambda page, pdf: ["1"],
    "note": lambda page, pdf: ["1", "Text"],
    "notes": lambda page, pdf: ["1"],
    "action": lambda page, pdf: ["1", "Text"],
    "actions": lambda page, pdf: [],
    "done": lambda page, pdf: ["1"],
    "reopen": lambda page, pdf: ["1"],
    "drop": lambda page, pdf: ["1"],
    "frameworks": lambda page, pdf: [],
    "tag": lambda page, pdf: ["1", "6"],
    "untag": lambda page, pdf: ["1"],
    "evidence": lambda page, pdf: [],
    "suggestions": lambda page, pdf: ["--action", "4"],
    "brief": lambda page, pdf: ["1", "--to", pdf.with_name("out.md")],
    "briefings": lambda page, pdf: [],
    "export": lambda page, pdf: ["events", "--to", pdf.with_name("out.csv")],
    "people": lambda page, pdf: [],
    "organisations": lambda page, pdf: [],
    "merge": lambda page, pdf: ["person", "1", "2"],
    "rename": lambda page, pdf: ["person", "1", "Ada Quill"],
    "belongs": lambda page, pdf: ["1"],
    "terms": lambda page, pdf: [],
    "term": lambda page, pdf: ["QSL"],
    "about": lambda page, pdf: ["1", "--to", pdf.with_name("about.json")],
    "erase": lambda page, pdf: ["1"],
    "topics": lambda page, pdf: [],
    "apart": lambda page, pdf: ["person", "1", "2"],
    "speakers": lambda page, pdf: [],
    "match": lambda page, pdf: ["person", "Dr Ada Quill", "Ada Quill"],
    "check": lambda page, pdf: [],
    "backup": lambda page, pdf: [],
    "backups": lambda page, pdf: [],
}


@pytest.mark.parametrize("name", CALLS)
def test_json_has_exactly_the_keys_that_the_help_names(name: str, eqbrief: Call, sample_page, pdf: Path) -> None:
    page = sample_page("page.html")
    ready(eqbrief, page, pdf)
    said = eqbrief(name, *CALLS[name](page, pdf), "--json")
    assert said.status == 0, said.err
    assert said.err == ""
    words = re.sub(r"\([^()]*\)", "", promised(name).partition(". Each")[0].partition("; with")[0])
    keys = re.findall(r"[a-z0-9_]+", words.rpartition(" of ")[2].rpartition(": ")[2])
    assert set(one_of(said.json)) == set(keys)
    assert isinstance(said.json, list) == ("JSON list" in promised(name))


def test_restore_keeps_the_same_promise(eqbrief: Call, sample_page, pdf: Path) -> None:
    ready(eqbrief, sample_page("page.html"), pdf)
    (backup,) = eqbrief("backups", "--json").json
    restored = eqbrief("restore", backup["id"], "--json").json
    assert all(re.search(rf"\b{key}\b", promised("restore")) for key in restored)
    assert set(restored) == {*backup, "aside", "files", "missing"}


def test_with_repair_check_says_what_it_mended_too(eqbrief: Call, sample_page, pdf: Path) -> None:
    ready(eqbrief, sample_page("page.html"), pdf)
    assert eqbrief("check", "--repair", "--json").json == {"ok": True, "problems": [], "mended": []}
    assert "mended" in promised("check")


def test_what_makes_or_shows_a_thing_gives_its_id_and_uid(eqbrief: Call, sample_page, pdf: Path) -> None:
    ready(eqbrief, sample_page("page.html"), pdf)
    calls: tuple[tuple[Any, ...], ...] = (
        *(("show", "1"), ("edit", "1", "state=reviewed"), ("note", "1", "x"), ("attach", "1", pdf), ("list",)),
        *(("action", "1", "y"), ("done", "1"), ("actions",)),
        *(("ask", "list"), ("enquiries",), ("enquiry", "1"), ("searches",)),
    )
    for words in calls:
        thing = one_of(eqbrief(*words, "--json").json)
        assert isinstance(thing["id"], int)
        assert len(thing["uid"]) == 36
