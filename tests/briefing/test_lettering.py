# SPDX-License-Identifier: MIT
"""Letters that cannot be shown are found by halves, and said in another way."""

from eqbrief.briefing.lettering import say_letters, unshown


def test_exactly_the_letters_that_cannot_be_shown_are_found() -> None:
    tries: list[str] = []

    def can_show(text: str) -> bool:
        tries.append(text)
        return not set(text) & set("中☃")

    assert unshown("plain é ü ß 中 and ☃ and ñ" * 3, can_show) == {"中", "☃"}
    assert len(tries) < 12
    assert unshown("plain", can_show) == set()


def test_what_cannot_be_settled_soon_counts_as_lost() -> None:
    letters = [chr(number) for number in range(0x4E00, 0x4E00 + 3000)]
    tries: list[str] = []
    assert unshown(letters, lambda text: bool(tries.append(text))) == set(letters)
    assert len(tries) <= 160


def test_a_sign_is_said_by_its_name() -> None:
    assert "😀中\u200bx".translate(say_letters("😀中\u200b")) == "(grinning face)□x"
