# SPDX-License-Identifier: MIT
"""`match` says whether two names mean the same one, and needs no library for it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("kind", "first", "second", "same"),
    [
        (
            "organisation",
            "NHS Leicester, Leicestershire and Rutland (LLR) Integrated Care Board (ICB)",
            "NHS Leicester, Leicestershire and Rutland ICB",
            True,
        ),
        ("organisation", "Pennywick Hospitals", "Pennywick Hospitals Group", None),
        ("person", "Professor Ada Quill, CBE", "Quill, Ada", True),
        ("person", "A. Quill", "Ada Quill", None),
        ("person", "Ada Quill", "Tom Whitlock", False),
    ],
)
def test_two_names_are_compared(eqbrief: Call, here: Path, kind: str, first: str, second: str, same: bool | None):
    said = eqbrief("match", kind, first, second, "--json")
    assert (said.status, said.err) == (0, "")
    assert said.json["same"] is same
    assert said.json["reason"].endswith(".")
    assert not here.exists()


def test_the_answer_reads_as_a_sentence(eqbrief: Call):
    assert eqbrief("match", "person", "A. Quill", "Ada Quill").out.startswith(
        "Perhaps the same: you have to say (75%)."
    )


def test_an_empty_name_is_not_compared(eqbrief: Call):
    said = eqbrief("match", "person", " ", "Ada Quill")
    assert said.status == 1
    assert said.complaints == ["There are no two names to compare. Give both of them, each in quotation marks."]
