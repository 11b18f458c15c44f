# SPDX-License-Identifier: MIT
"""The one error that a person sees cannot be made without a next step."""

import ast

import pytest

from eqbrief.model import UserError
from tests.helpers.habits import sources


def raised(text: str) -> list[ast.Call]:
    """Find the places where a source makes a `UserError`."""
    return [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UserError"
    ]


def half_said(call: ast.Call) -> str:
    """Say what is wrong with a call's sentences as far as they stand in the source; '' when nothing is."""
    if len(call.args) + len(call.keywords) != 2:
        return "not two sentences"
    for sentence in [*call.args, *(keyword.value for keyword in call.keywords)]:
        parts = sentence.values if isinstance(sentence, ast.JoinedStr) else [sentence]
        last = parts[-1]
        if isinstance(last, ast.Constant) and not str(last.value).rstrip("'’\")").endswith((".", "?", "!")):
            return f"no full stop after '{last.value}'"
    return ""


@pytest.mark.parametrize(
    ("what", "next_step"), [("", "Try again."), ("It failed.", ""), ("It failed.", " \n"), (" ", " ")]
)
def test_half_a_message_is_refused(what: str, next_step: str) -> None:
    with pytest.raises(ValueError, match="both a sentence and a next step"):
        UserError(what, next_step)


def test_both_sentences_are_kept_and_said() -> None:
    error = UserError(" Could not read 'a.html': it is empty. ", "Save the page again.")
    assert (error.what, error.next_step) == ("Could not read 'a.html': it is empty.", "Save the page again.")
    assert str(error) == "Could not read 'a.html': it is empty. Save the page again."


def test_every_message_in_the_source_is_whole() -> None:
    calls = [(path, call) for path in sources("eqbrief") for call in raised(path.read_text(encoding="utf-8"))]
    assert [f"{path.name} line {call.lineno}: {half_said(call)}" for path, call in calls if half_said(call)] == []


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ("raise UserError('It failed.')", "not two sentences"),
        ("raise UserError('It failed', 'Try again.')", "no full stop after 'It failed'"),
        ("raise UserError(f'{name} failed.', f'Try {name} again')", "no full stop after ' again'"),
        ("raise UserError(f'{name} failed.', next_step='Try again.')", ""),
        ("raise UserError(what, next_step)", ""),
    ],
)
def test_a_planted_half_message_is_found(planted: str, said: str) -> None:
    (call,) = raised(planted)
    assert half_said(call) == said
