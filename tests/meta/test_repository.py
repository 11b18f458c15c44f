# SPDX-License-Identifier: MIT
"""What the repository holds: the top level of the design, and no word that belongs to one machine."""

import re

import pytest

from tests.helpers.habits import ROOT, kept_files

TOP = {
    "eqbrief", "resources", "tests", "main.py", "pyproject.toml",
    "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
}  # fmt: skip
# Joined here, so that this file does not hold what it looks for.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb." + "debian.org",
    "archive." + "ubuntu.com",
)
OPTIONS = ("--index" + "-url", "--extra-index" + "-url", "--find" + "-links", "--trusted" + "-host")


def strangers(names: list[str]) -> list[str]:
    """Name what stands at the top and is neither on the list nor a dot-file."""
    return sorted({name for name in names if name not in TOP and not name.startswith(".")})


def machine_words() -> list[str]:
    """List the addresses of registries, the options that name one, and the folders of this machine."""
    here = [f"{ROOT}/"] if len(ROOT.parts) > 2 else []
    return [*REGISTRIES, *OPTIONS, *here, "/" + "work/", "/ro" + "ot/"]


def spoken(text: str, words: list[str]) -> list[str]:
    """List which of the words a text holds; a folder only where a path begins."""
    return [
        word
        for word in words
        if re.search(rf"(?<![\w.]){re.escape(word)}" if word[0] == "/" else re.escape(word), text)
    ]


def test_the_top_level_holds_what_the_design_allows() -> None:
    assert strangers([path.relative_to(ROOT).parts[0] for path in kept_files()]) == []
    assert {path.name for path in ROOT.iterdir()} >= TOP


def test_a_stranger_at_the_top_is_found() -> None:
    assert strangers(["README.md", ".gitignore", "setup.cfg", "docs"]) == ["docs", "setup.cfg"]


def test_no_file_names_a_registry_or_a_folder_of_this_machine() -> None:
    words = machine_words()
    found = {
        path.relative_to(ROOT).as_posix(): spoken(path.read_text(encoding="utf-8", errors="replace"), words)
        for path in kept_files()
        if path.suffix not in (".png", ".otf", ".pptx", ".pdf", ".db")
    }
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("word", machine_words())
def test_a_planted_word_is_found(word: str) -> None:
    assert word in spoken(f"See {word}x for more.", machine_words())
    assert spoken("Two years of homework/rest, and http://example.org/work/x", ["/" + "work/"]) == []
