# SPDX-License-Identifier: MIT
"""Files of Microsoft's older kind are told apart, however their sectors lie, and damage never surprises."""

import io
import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.files.compound import look_into_compound
from eqbrief.files.kinds import KINDS, Content
from tests.files.making import VBA_ATOM, compound, old_deck


def looked(data: bytes) -> Content:
    return look_into_compound(io.BytesIO(data))


@pytest.mark.parametrize("scattered", [False, True])
@pytest.mark.parametrize("at", [100, 500, 505, 510, 512, 1000, 40_000])
def test_macros_are_found_wherever_the_record_lies(at: int, scattered: bool) -> None:
    assert looked(old_deck(macros=1, at=at, scattered=scattered)) == Content("ppt", macros=True)
    assert looked(old_deck(macros=0, at=at, scattered=scattered)) == Content("ppt")
    assert looked(old_deck(at=at, scattered=scattered)) == Content("ppt")


def test_a_record_without_macros_does_not_hide_a_later_one_with() -> None:
    body = VBA_ATOM + struct.pack("<II", 0, 2) + b"x" * 300 + VBA_ATOM + struct.pack("<II", 1, 2)
    assert looked(compound({"PowerPoint Document": body})).macros


@pytest.mark.parametrize(
    ("streams", "content"),
    [
        ({"PowerPoint Document": b"x", "_VBA_PROJECT_CUR": b"x"}, Content("ppt", macros=True)),
        ({"PowerPoint Document": b"x", "EncryptedSummary": b"x"}, Content("ppt", protected=True)),
        ({"PP40": b"x"}, Content("ppt")),
        ({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}, Content("protected", protected=True)),
        ({"WordDocument": b"x"}, Content("office")),
        ({"Workbook": b"x"}, Content("office")),
        ({"something": b"x"}, Content("ole")),
        ({}, Content("ole")),
    ],
)
def test_the_streams_tell_what_it_is(streams: dict[str, bytes], content: Content) -> None:
    assert looked(compound(streams)) == content


def test_an_installer_is_known_by_its_class() -> None:
    assert looked(compound({"x": b"x"}, root=bytes.fromhex("84100c0000000000c000000000000046"))) == Content("installer")


def test_a_chain_that_bites_its_tail_ends() -> None:
    data = bytearray(old_deck(macros=None, at=2000))
    data[512 + 4 * 3 : 512 + 4 * 4] = struct.pack("<I", 1)  # The third sector of the stream leads back to its first.
    assert looked(bytes(data)) == Content("ppt")
    data = bytearray(old_deck())
    data[48:52] = struct.pack("<I", 0)  # The directory is said to lie in the table of sectors.
    assert looked(bytes(data)).kind in ("damaged", "ole")


@pytest.mark.parametrize("length", [8, 100, 511, 512, 600, 1024])
def test_what_is_cut_short_is_damaged(length: int) -> None:
    assert looked(old_deck()[:length]).kind in ("damaged", "ole")


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_no_damage_surprises(seed: int, count: int) -> None:
    chance = random.Random(seed)
    data = bytearray(old_deck(macros=1, at=1000))
    for _ in range(count):
        data[chance.choice((chance.randrange(8, 1100), chance.randrange(len(data) - 2000, len(data))))] = (
            chance.randrange(256)
        )
    assert looked(bytes(data)).kind in KINDS
