# SPDX-License-Identifier: MIT
"""Which words of a note are called wrong, by a dictionary of a few words; and by the system's where there is one."""

from difflib import get_close_matches

import pytest

from eqbrief.files import settings_file
from eqbrief.tasks.spelling import Speller, language, speller

KNOWN = frozenset(["ask", "the", "wards", "about", "rest", "it's", "don't", "rotas", "and", "a", "is", "good"])


class Few:
    """A dictionary of a few words, as Enchant gives one."""

    def check(self, word: str) -> bool:
        return word.lower() in KNOWN

    def suggest(self, word: str) -> list[str]:
        return get_close_matches(word, sorted(KNOWN))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("ask the wrads about rest", ["wrads"]),
        ("- [ ] ask @Rafiq Umberley about #Race-equality and [[Quiter rotas]]", []),
        ("the Thistlewood wards", []),
        ("Teh wards. Teh rest", ["Teh", "Teh"]),
        ("- Teh wards", ["Teh"]),
        ("NHS and WRES, 3rd and co2", []),
        ("it’s good, don't ask", []),
        ("see `teh code` and https://larkmoor.example/teh and teh@larkmoor.example", ["see"]),
        ("[teh](https://larkmoor.example/xyzzy)", ["teh"]),
        ("{title} is good", []),
        ("ask 🙂 teh", ["teh"]),
    ],
)
def test_words_that_are_wrong(line, wrong):
    assert [line[start:end] for start, end in Speller(Few(), "en_GB").wrong(line)] == wrong


def test_own_words_are_kept_and_ignored_ones_are_not():
    first = Speller(Few(), "en_GB")
    first.learn("Wrads")
    first.ignore("xyzzy")
    assert first.wrong("wrads xyzzy") == [] and (settings_file().parent / "words.txt").read_text() == "wrads\n"
    again = Speller(Few(), "en_GB")
    assert [again.wrong("wrads"), again.wrong("xyzzy")] == [[], [(0, 5)]]
    assert again.suggestions("wrads")[0] == "wards"


@pytest.mark.skipif(language() is None, reason="the system has no dictionary")
def test_the_systems_dictionary_is_used():
    found = speller()
    assert found is not None and found.wrong("this wrads is") == [(5, 10)] and "wards" in found.suggestions("wrads")


def test_looking_for_the_dictionary_runs_no_other_program(monkeypatch):
    import subprocess

    from eqbrief.tasks import spelling

    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("another program was started"))
    spelling.language.cache_clear()
    assert spelling.language() is None or spelling.speller() is not None
