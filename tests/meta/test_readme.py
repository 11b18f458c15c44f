# SPDX-License-Identifier: MIT
"""The README's commands are the ones that are run, and what it points to is there."""

import re
import shlex

import pytest
from click import Context

from eqbrief.cli.group import Commands
from eqbrief.files import default_library
from tests.check import STEPS, main
from tests.helpers.habits import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")


def commands() -> list[str]:
    """Give the README's shell commands, the lines of its fenced blocks."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) for line in block.splitlines()]


def test_the_continuous_integration_runs_the_readmes_test_command() -> None:
    run, test = commands()
    assert "eqbrief demo" in run
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == test


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (ROOT / link).is_file()]
    assert missing == []


def test_contributings_commands_name_what_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    words = [word for line in lines for word in shlex.split(line, comments=True)]
    assert [word for word in words if word.startswith("tests/") and not (ROOT / word).is_dir()] == []


def test_the_steps_of_the_check_are_in_order(capsys) -> None:
    assert list(STEPS) == ["format", "lint", "types", "contracts", "tests"]
    assert main(["lnit"]) == 2
    assert "There is no step lnit." in capsys.readouterr().err


def test_the_readme_names_the_usual_library_and_the_switches_that_matter(monkeypatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    monkeypatch.delenv("EQBRIEF_LIBRARY", raising=False)
    assert re.findall(r"`~/\.local/share/([^`]*)`", readme) == ["/".join(default_library().parts[-2:])]
    for command in ("check", "open"):
        switches = [
            name for param in Commands().get_command(Context(Commands()), command).params for name in param.opts
        ]
        wanted = [name for name in switches if name.startswith("--") and name != "--json"]
        row = next(line for line in readme.splitlines() if line.startswith(f"| `{command} "))
        assert wanted and all(f"[{name}]" in row for name in wanted)


@pytest.mark.parametrize("page", ["SECURITY.md", "resources/help.md"])
def test_private_notes_are_said_to_be_in_backups(page: str) -> None:
    said = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    sentences = [part for part in re.split(r"(?<=[.:]) ", said) if "backup" in part and "private notes" in part]
    assert len(sentences) == 1 and "second place" in sentences[0]
