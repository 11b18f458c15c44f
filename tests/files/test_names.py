# SPDX-License-Identifier: MIT
"""Names from outside hold on all three systems, stay readable and never collide."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.files import event_folder_name, safe_name, unique_name

FORBIDDEN = set('<>:"/\\|?*')
DEVICES = {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"} | {
    f"{kind}{digit}" for kind in ("COM", "LPT") for digit in "0123456789¹²³"
}
LETTERS = ' ./\\:*?"<>|-_~\x00\x1f\u202e\u200f\u2066\u200d\ufeff\u0301\u0338éü語🙂a1'
WORDS = ["CON", "nul.", "com1 .txt", "aux", ".pptx", ".tar.gz", " ", "..", "LPT²"]
AWKWARD = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=LETTERS, max_size=200),
    st.lists(st.sampled_from(WORDS) | st.text(alphabet=LETTERS, max_size=3), max_size=60).map("".join),
)


def assert_valid(name: str, limit: int = 150) -> None:
    assert name
    assert len(name.encode()) <= limit
    assert not FORBIDDEN & set(name)
    assert not {unicodedata.category(letter) for letter in name} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert name == name.strip(" .")
    assert name.partition(".")[0].rstrip().upper() not in DEVICES
    assert unicodedata.is_normalized("NFC", name)


@given(AWKWARD)
def test_any_text_makes_a_valid_name_that_stays_itself(text: str) -> None:
    name = safe_name(text)
    assert_valid(name)
    assert safe_name(name) == name


@given(AWKWARD, st.integers(16, 400))
def test_any_limit_is_kept(text: str, limit: int) -> None:
    assert_valid(safe_name(text, limit_bytes=limit), limit)


@pytest.mark.parametrize("text", ["plain", "Rapport d'été", "言語 資料.pptx", "a" * 80 + ".pdf", "x\u0338y"])
def test_a_name_can_be_written_to_this_disk(tmp_path: Path, text: str) -> None:
    path = tmp_path / safe_name(text)
    path.write_bytes(b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Présentation Zoë Ångström.pptx", "Présentation Zoë Ångström.pptx"),
        ("Questions: why now?", "Questions - why now"),
        ("a/b\\c|d", "a-b-c-d"),
        ("At 10:30", "At 10-30"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ('The "new" <draft>*', "The 'new' (draft)"),
        ("  two   spaces\tand\nlines ", "two spaces and lines"),
        ("ends in dots...", "ends in dots"),
        (".hidden", "hidden"),
        ("con", "con_"),
        ("NUL.pptx", "NUL_.pptx"),
        ("com1 .tar.gz", "com1_.tar.gz"),
        ("LPT³", "LPT³_"),
        ("CONSULTATION.pdf", "CONSULTATION.pdf"),
        ("slides\u202exptp.exe", "slidesxptp.exe"),
        ("e\u0301te\u0301", "été"),
        ("", "Untitled"),
        ("...", "Untitled"),
        ("\x00\u200b", "Untitled"),
    ],
)
def test_what_becomes_of_a_name(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_long_name_keeps_its_ending_and_whole_letters() -> None:
    name = safe_name("Ünïcödé " * 40 + ".pptx")
    assert name.endswith(".pptx")
    assert 140 <= len(name.encode()) <= 150
    assert "\ufffd" not in name
    marked = safe_name("x" * 149 + "q\u0323\u0307")  # No single letter has both dots, so three bytes of marks follow.
    assert marked == "x" * 149


def test_too_small_a_limit_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        safe_name("x", limit_bytes=15)


def test_unique_name_counts_on(tmp_path: Path) -> None:
    assert unique_name(tmp_path, "talk.pptx") == "talk.pptx"
    (tmp_path / "talk.pptx").touch()
    assert unique_name(tmp_path, "talk.pptx") == "talk (2).pptx"
    (tmp_path / "talk (2).pptx").touch()
    assert unique_name(tmp_path, "talk.pptx") == "talk (3).pptx"
    assert unique_name(tmp_path / "not there", "talk.pptx") == "talk.pptx"


def test_unique_name_knows_case_and_accents_to_be_the_same(tmp_path: Path) -> None:
    (tmp_path / "TALK.PPTX").touch()
    (tmp_path / unicodedata.normalize("NFD", "été.pdf")).touch()
    assert unique_name(tmp_path, "talk.pptx") == "talk (2).pptx"
    assert unique_name(tmp_path, "été.pdf") == "été (2).pdf"


def test_unique_name_stays_within_the_limit(tmp_path: Path) -> None:
    full = safe_name("w" * 300 + ".pptx")
    (tmp_path / full).touch()
    other = unique_name(tmp_path, full)
    assert other != full
    assert_valid(other)
    assert other.endswith(" (2).pptx")


@given(st.lists(st.text(max_size=20), max_size=8))
def test_unique_names_never_meet(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("names")
    for text in texts:
        path = folder / unique_name(folder, safe_name(text))
        path.touch(exist_ok=False)
    assert len(list(folder.iterdir())) == len(texts)


@pytest.mark.parametrize(
    ("date", "title", "name"),
    [
        ("2024-02-20", "Short talk", "2024-02-20 Short talk"),
        ("2024-02-20T09:30", "Short talk", "2024-02-20 Short talk"),
        ("2024-02", "Short talk", "2024-02 Short talk"),
        (None, "Short talk", "Short talk"),
        ("soon", "Short talk", "Short talk"),
        (None, "", "Untitled"),
        (
            "2023-11-07",
            "How the invented trusts of Exampleshire listened, and what they changed afterwards",
            "2023-11-07 How the invented trusts of Exampleshire listened",
        ),
        ("2023-11-07", "Widening: part two", "2023-11-07 Widening - part two"),
    ],
)
def test_event_folders(date: str | None, title: str, name: str) -> None:
    assert event_folder_name(date, title) == name


@given(AWKWARD, st.none() | st.dates().map(str))
def test_any_title_makes_a_valid_folder(title: str, date: str | None) -> None:
    name = event_folder_name(date, title)
    assert_valid(name)
    assert len(name) <= 61
    assert name.startswith(date or "")
