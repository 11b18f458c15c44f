# SPDX-License-Identifier: MIT
"""Templates are data: those that ship are in order, and what is wrong with another is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief.briefing import compose, write
from eqbrief.briefing.templates import apply, read_template, shipped
from eqbrief.model import UserError
from tests.briefing.making import briefing, material

GOOD = 'name = "Mine"\n[[section]]\nkind = "summary"\n'


def test_those_that_ship_are_three_and_each_makes_a_document() -> None:
    found = shipped()
    assert [one.name for one in found] == ["One-page brief", "Full report", "Action list", "Evidence for a plan"]
    for template in found:
        made = compose(apply(template, briefing()), material())
        assert write(made, ".html") and made.references and made.cover == template.cover


def test_what_was_gathered_and_written_stays_when_another_is_chosen() -> None:
    one, full, actions, _evidence = shipped()
    before = briefing()
    after = apply(full, apply(actions, apply(one, before)))
    assert sorted(piece.uid for piece in after.pieces) == sorted(piece.uid for piece in before.pieces)
    assert after.sections[0].lead == "All three train teams, not people."
    assert after.template == "2-full-report"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it has no name"),
        ('name = "x"', r"it has no \[\[section\]\]"),
        (GOOD.replace("summary", "story"), "no section of the kind 'story'"),
        (GOOD + 'detail = "some"', "detail is"),
        ('references = "x"\n' + GOOD, "references are"),
        ("cover = 1\n" + GOOD, "'cover' is true or false"),
        (GOOD.replace('"Mine"', "7"), "'name' is text"),
        ("name = ", "is not a template"),
        ("\ud800", "is not a template"),
        ("x" * 200_000, "larger than"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(text.encode(errors="surrogatepass"))
    with pytest.raises(UserError, match=said):
        read_template(path)


def test_nothing_in_one_is_run(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    hostile = '#read(\\"/etc/passwd\\") {{7*7}} ${x} <script>alert(1)</script>'
    path.write_text(GOOD + f'heading = "{hostile}"\nlead = "{hostile}"\n', encoding="utf-8")
    made = compose(replace(apply(read_template(path), briefing()), title="T"), material())
    assert "{{7*7}} ${x}" in write(made, ".html").decode()
    assert "<script>" not in write(made, ".html").decode()
    assert write(made, ".pdf").startswith(b"%PDF-")
