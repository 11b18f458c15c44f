# SPDX-License-Identifier: MIT
"""Every error of the system becomes a sentence that names the folder, and a next step."""

import errno
import os
import re
from pathlib import Path

import pytest

from eqbrief.files import explain, trouble

PATH = Path("/somewhere/EqBrief/files/deck.pptx")


def windows(number: int) -> OSError:
    """Make an error as Windows does: with its own number beside the errno that is made of it."""
    error = OSError(errno.EACCES, "Zugriff verweigert")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_number_of_this_system(number: int) -> None:
    said = explain(OSError(number, os.strerror(number)), PATH)
    for sentence in (said.what, said.next_step):
        assert re.fullmatch(r"['A-Z].*\.", sentence)
        assert not re.search(r"[{}]", sentence)
    assert "deck.pptx" in said.what
    assert str(PATH.absolute().parent) in said.what
    assert os.strerror(number) not in str(said)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, ""), "is full"),
        (OSError(errno.EROFS, ""), "can only be read"),
        (OSError(errno.EACCES, ""), "not allowed"),
        (OSError(errno.ENAMETOOLONG, ""), "too long"),
        (OSError(errno.ENOENT, ""), "There is no folder '.*files', so 'deck.pptx'"),
        (OSError(errno.EISDIR, ""), "is a folder"),
        (OSError(errno.EBUSY, ""), "in use by another program"),
        (OSError(errno.EIO, ""), "did not answer"),
        (OSError(99999, ""), "error 99999"),
        (OSError("without a number"), r"error \?"),
        (windows(32), "in use by another program"),
        (windows(33), "in use by another program"),
        (windows(5), "not allowed"),
        (windows(112), "is full"),
        (windows(19), "can only be read"),
        (windows(206), "too long"),
        (windows(3), "There is no folder"),
        (windows(53), "cannot be reached"),
        (windows(8888), "not allowed"),
    ],
)
def test_the_reason_is_the_right_one(error: OSError, words: str) -> None:
    assert re.search(words, explain(error, PATH).what)


def test_every_sentence_in_the_tables_is_whole() -> None:
    for what, next_step in {*trouble._BY_ERRNO.values(), *trouble._BY_WINERROR.values()}:
        assert "{name}" in what
        assert "{folder}" in what
        assert what.endswith(".")
        assert next_step.endswith(".")


def test_real_errors_of_this_disk(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    tries = {
        "was not found": tmp_path / "absent",
        "is a folder": tmp_path,
        "is a file, not a folder": tmp_path / "file" / "deck.pptx",
        "is too long": tmp_path / ("x" * 300),
    }
    if os.name == "nt":
        tries = {"was not found": tmp_path / "absent"}
    for words, path in tries.items():
        with pytest.raises(OSError) as caught:
            path.read_bytes()
        assert words in explain(caught.value, path).what


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        Path("/dev/full").write_bytes(b"x")
    said = explain(caught.value, tmp_path / "deck.pptx")
    assert said.what == f"The disk that holds '{tmp_path}' is full, so 'deck.pptx' could not be saved."


def test_a_relative_path_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"in '{tmp_path}'" in explain(OSError(errno.ENOENT, ""), Path("deck.pptx")).what


def test_what_is_missing_is_named_be_it_the_file_or_its_folder(tmp_path: Path) -> None:
    absent = OSError(errno.ENOENT, "")
    assert explain(absent, tmp_path / "deck.pptx").what == f"'deck.pptx' was not found in '{tmp_path}'."
    said = explain(absent, tmp_path / "gone" / "deck.pptx")
    assert f"There is no folder '{tmp_path / 'gone'}'" in said.what and "Make the folder first" in said.next_step
