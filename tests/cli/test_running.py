# SPDX-License-Identifier: MIT
"""One call from its words to its exit status."""

from pathlib import Path

import pytest

from eqbrief import __version__
from eqbrief.cli import run
from tests.cli.conftest import Call, StandIn

PLAIN = [
    ([], ("window", None)),
    (["--library", "L"], ("window", Path("L"))),
    (["--library=L"], ("window", Path("L"))),
    (["demo"], ("demo",)),
    (["--self-test"], ("self-test", None, False)),
    (["--self-test", "--json"], ("self-test", None, True)),
    (["--json", "--self-test"], ("self-test", None, True)),
    (["--library", "L", "--self-test", "--json"], ("self-test", Path("L"), True)),
    (["--self-test", "--json", "--library", "L"], ("self-test", Path("L"), True)),
]


@pytest.mark.parametrize(("words", "asked"), PLAIN)
def test_what_opens_the_window_asks_the_opener(words, asked, opener: StandIn) -> None:
    opener.status = 7
    assert run(words, opener) == 7
    assert opener.asked == [asked]


@pytest.mark.parametrize("words", [[], ["--self-test"], ["--self-test", "--json"], ["--json", "--self-test"]])
def test_the_library_of_the_environment_is_meant_where_none_is_named(words, opener: StandIn, monkeypatch) -> None:
    monkeypatch.setenv("EQBRIEF_LIBRARY", "from-environment")
    run(words, opener)
    run(["--library", "named", *words], opener)
    assert [asked[1] for asked in opener.asked] == [Path("from-environment"), Path("named")]


def test_commands_take_the_library_of_the_environment_too(opener, tmp_path, sample_page, capsys, monkeypatch) -> None:
    monkeypatch.setenv("EQBRIEF_LIBRARY", str(tmp_path / "there"))
    assert run(["add", str(sample_page("page.txt"))], opener) == 0
    assert (tmp_path / "there" / "library.db").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["--nonsense"],
        ["--json"],
        ["--self-test", "list"],
        ["--json", "list"],
        ["--library", "L", "demo"],
        ["--library"],
        ["add"],
        ["show"],
        ["list", "--limit", "0"],
        ["list", "--limit", "many"],
        ["search"],
        ["search", "x", "--in", "event,dog"],
        ["edit", "1"],
        ["edit", "1", "title"],
        ["open", "deck"],
        ["export", "events"],
        ["export", "dogs", "--to", "x.csv"],
    ],
)
def test_wrong_usage_is_told_from_failure(words: list[str], opener: StandIn, capsys) -> None:
    assert run(words, opener) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Error" in said.err
    assert opener.asked == []


def test_the_version_is_told(opener, capsys) -> None:
    assert run(["--version"], opener) == 0
    assert capsys.readouterr().out == f"EqBrief {__version__}\n"


def test_a_folder_that_is_no_library_is_refused_and_left_alone(eqbrief: Call, here: Path) -> None:
    here.mkdir()
    for words in (
        ("list",), ("show", "1"), ("edit", "1", "title=x"), ("delete", "1"), ("undo",), ("search", "x"), ("notes", "1"),
        ("attach", "1", "x.pdf"), ("open", "1"), ("note", "1", "x"), ("check",), ("backup",), ("backups",),
        ("export", "events", "--to", here.parent / "x.csv"),
    ):  # fmt: skip
        said = eqbrief(*words)
        assert (said.status, said.out) == (1, ""), words
        assert "no EqBrief library" in said.err
        assert len(said.complaints) == 1
    assert list(here.iterdir()) == []


def test_ctrl_c_leaves_with_the_status_of_an_interrupted_program(opener, capsys, monkeypatch) -> None:
    def interrupted(folder: Path | None) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(opener, "window", interrupted)
    assert run([], opener) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_an_unexpected_error_is_not_hidden(opener, monkeypatch) -> None:
    def broken(folder: Path | None) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(opener, "window", broken)
    with pytest.raises(ZeroDivisionError):
        run([], opener)
