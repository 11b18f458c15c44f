# SPDX-License-Identifier: MIT
"""The tables of kinds agree with each other."""

from eqbrief.files.kinds import DECK_ENDINGS, KINDS, MACRO_ENDINGS, PROGRAM_ENDINGS, STARTS


def test_every_beginning_leads_to_a_kind() -> None:
    assert {kind for _, _, kind in STARTS} <= set(KINDS)
    assert all(start for _, start, _ in STARTS)


def test_no_ending_to_open_is_one_of_a_program() -> None:
    wanted = {end for kind in KINDS.values() if kind.use in ("deck", "document", "picture") for end in kind.endings}
    assert not wanted & PROGRAM_ENDINGS
    assert set(DECK_ENDINGS) <= wanted
    assert set(DECK_ENDINGS) >= MACRO_ENDINGS
    assert len(PROGRAM_ENDINGS) > 100


def test_only_what_can_be_kept_or_opened_claims_those_endings() -> None:
    for kind in KINDS.values():
        assert kind.endings or kind.use not in ("deck", "document", "picture")
        if kind.use in ("danger", "damaged", "page", "other"):
            assert not set(kind.endings) & set(DECK_ENDINGS)
