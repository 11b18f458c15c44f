# SPDX-License-Identifier: MIT
"""PowerPoint files that are encrypted with a password."""

import io
from pathlib import Path

import msoffcrypto
import pytest

from eqbrief.decks.parts import PasswordTrouble
from eqbrief.decks.worker import read
from eqbrief.files import resource
from eqbrief.model import UserError


def locked(password: str) -> bytes:
    out = io.BytesIO()
    plain = resource("sample", "decks", "Presentation 140323.pptx").read_bytes()
    msoffcrypto.OfficeFile(io.BytesIO(plain)).encrypt(password, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def quince() -> bytes:
    """Give a deck that is locked with the word quince; making one takes a moment."""
    return locked("quince")


def test_needed_wrong_and_right_are_told_apart(quince: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(quince)
    for wrong in (None, "plum"):
        with pytest.raises(PasswordTrouble):
            read(path, wrong)
    assert len(read(path, "quince").slides) > 3


def test_one_that_office_opens_without_asking_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(locked("VelvetSweatshop"))
    assert len(read(path).slides) > 3


def test_damage_is_said(quince: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    broken = quince.replace(b"<encryption", b"<encrypt-on", 1)
    assert broken != quince
    path.write_bytes(broken)
    with pytest.raises(UserError, match="its encryption is damaged"):
        read(path, "quince")
