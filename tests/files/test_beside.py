# SPDX-License-Identifier: MIT
"""A document that is open elsewhere is left alone, and the new one gets a name of its own."""

import errno
from pathlib import Path

import pytest

from eqbrief.files import is_open, put_or_beside, whole
from eqbrief.model import UserError


def test_it_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "Briefing.docx"
    assert put_or_beside(target, b"1") == target
    assert put_or_beside(target, b"2") == target
    assert target.read_bytes() == b"2"


@pytest.mark.parametrize("sign", ["~$iefing.docx", "~$Briefing.docx", ".~lock.Briefing.docx#"])
def test_what_is_open_in_word_or_libreoffice_is_left_alone(tmp_path: Path, sign: str) -> None:
    target = tmp_path / "Briefing.docx"
    target.write_bytes(b"open")
    assert not is_open(target)
    (tmp_path / sign).write_bytes(b"")
    assert put_or_beside(target, b"new") == tmp_path / "Briefing (2).docx"
    assert put_or_beside(target, b"newer") == tmp_path / "Briefing (3).docx"
    assert target.read_bytes() == b"open"


def test_what_the_system_will_not_replace_is_left_alone(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "Briefing.docx"
    target.write_bytes(b"held")
    before = whole._name

    def held(partial: Path, path: Path, *, replace: bool) -> None:
        if path == target:
            raise PermissionError(errno.EACCES, "in use")
        before(partial, path, replace=replace)

    monkeypatch.setattr(whole, "_name", held)
    assert put_or_beside(target, b"new") == tmp_path / "Briefing (2).docx"
    assert target.read_bytes() == b"held"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Briefing (2).docx", "Briefing.docx"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "Briefing.docx"
    target.write_bytes(b"held")

    def full(partial: Path, path: Path, *, replace: bool) -> None:
        raise PermissionError(errno.EACCES, "read only")

    monkeypatch.setattr(whole, "_name", full)
    with pytest.raises(UserError, match="not allowed"):
        put_or_beside(target, b"new")
    with pytest.raises(UserError, match="no folder"):
        put_or_beside(tmp_path / "absent" / "x.docx", b"new")
