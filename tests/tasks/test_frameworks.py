# SPDX-License-Identifier: MIT
"""Frameworks: their files said to be wrong in which line, added, changed by number, taken away and brought back."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import tasks
from eqbrief.model import Framework, PlanAction, Target, UserError
from eqbrief.store import Store
from eqbrief.tasks import frameworks as plans
from eqbrief.tasks.frameworks.reading import read_framework, write_framework
from tests.store.filling import add_event

TITLES = {
    "1": "Chief executives, chairs and board members must have specific and measurable EDI objectives",
    "3": "Develop and implement an improvement plan to eliminate pay gaps",
    "6": "Create an environment that eliminates the conditions in which bullying, discrimination, harassment and "
    "physical violence at work occur",
}
ROTAS = """name = "Kinder rotas"
published = 2024-03-01

[[action]]
number = 1
title = "Ask first"
terms = ["asked beforehand"]

[[action]]
number = "2"
title = "Rest after nights"
"""


def added(store: Store, folder: Path, text: str = ROTAS, name: str = "Kinder rotas.toml") -> Framework:
    (folder / name).write_text(text, encoding="utf-8")
    return plans.add_framework_file(store, folder / name)[0]


def test_the_six_high_impact_actions_ship_as_they_were_published(library: Store) -> None:
    (plan,) = plans.frameworks(library)
    assert (plan.publisher, plan.published, plan.is_own) == ("NHS England", "2023-06-08", False)
    assert plan.address.startswith("https://www.england.nhs.uk/long-read/nhs-equality-diversity-and-inclusion-")
    assert [action.number for action in plan.actions] == list("123456")
    for number, title in TITLES.items():
        action = plan.action(number)
        assert action is not None
        assert action.title.startswith(title)
    assert all(action.explanation and action.terms and action.hints for action in plan.actions)


def test_a_file_adds_a_framework_and_the_changed_file_takes_over_by_number(library: Store, tmp_path: Path) -> None:
    plan = added(library, tmp_path)
    assert (plan.key, plan.published, plan.actions[0].number) == ("kinder-rotas", "2024-03-01", "1")
    event = add_event(library)
    plans.tag(library, [Target(event)], plan, plan.actions[0])
    changed = added(library, tmp_path, ROTAS.replace("Ask first", "Ask everybody first"))
    assert changed.id == plan.id
    (row, _) = plans.grid(library, plans.find_framework(library, "rotas"))
    assert (row.action.title, row.total) == ("Ask everybody first", 1)
    assert tasks.undo(library) == "Change the framework “Kinder rotas”"
    assert plans.find_framework(library, "kinder-rotas").actions[0].title == "Ask first"


def test_a_framework_that_is_taken_away_comes_back_with_its_tags(library: Store, tmp_path: Path) -> None:
    plan = added(library, tmp_path)
    plans.tag(library, [Target(add_event(library))], plan, plan.actions[1])
    plans.remove_framework(library, plan)
    assert [one.key for one in plans.frameworks(library)] == ["nhs-edi-improvement-plan"]
    added(library, tmp_path)
    assert [row.total for row in plans.grid(library, plans.find_framework(library, "rotas"))] == [0, 1]
    tasks.undo(library)
    assert tasks.undo(library) == "Remove the framework “Kinder rotas”"
    assert [row.total for row in plans.grid(library, plans.find_framework(library, "rotas"))] == [0, 1]


def test_what_comes_with_the_program_stays(library: Store) -> None:
    with pytest.raises(UserError, match="comes with EqBrief"):
        plans.remove_framework(library, plans.shipped()[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ROTAS.replace('title = "Ask first"\n', ""), "line 4: this action has no title"),
        (ROTAS.replace('number = "2"', "number = 1"), "line 10: there are two actions with the number 1"),
        (ROTAS.replace("terms", "termini"), "line 7: there is no 'termini' in an action; it takes number, title"),
        (ROTAS.replace('["asked beforehand"]', '"asked"'), "line 7: 'terms' is a list of texts"),
        (ROTAS.replace("2024-03-01", '"in March"'), "line 2: the date is written as 2023-06-08"),
        ('address = "ftp://x"\n' + ROTAS, "line 1: the address is not one of the web"),
        (ROTAS.replace('"Rest after', "Rest after"), "line 11: invalid value"),
        (ROTAS.partition("\n\n")[0], "it has no actions"),
        (ROTAS.partition("\n")[2], "it has no name"),
        ("", "it has no name"),
        ("name = 'x'\n[action]\nnumber = 1\n", "line 2: actions begin with [[action]]"),
    ],
)
def test_a_file_that_is_no_framework_says_what_is_wrong_in_which_line(
    library: Store, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(UserError) as wrong:
        added(library, tmp_path, text)
    assert wrong.value.what.startswith(f"'Kinder rotas.toml' is not a framework: {said}")
    assert wrong.value.next_step
    assert len(plans.frameworks(library)) == 1


def test_bytes_that_are_no_text_are_said_too() -> None:
    with pytest.raises(UserError, match="line 2: it is not UTF-8"):
        read_framework(b"name = 'x'\n\xff\xfe", "x.toml", "x")


@pytest.mark.parametrize(
    "hostile",
    [
        "name=" + "[" * 100_000,
        "name='x'\nabout=" + "[" * 3000 + "]" * 3000,
        "name='x'\nabout=" + "{a=" * 3000 + "1" + "}" * 3000,
        "name='x'\n[[action]]\ntitle='t'\nnumber=" + "9" * 5000,
        "name='x'\n[[action]]\ntitle='t'\nnumber=0x" + "f" * 20_000,
        "name='x'\n" + ".".join(["a"] * 20_000) + "=1",
        "name='x'\n" + "[[action]]\nnumber='1'\ntitle='a'\n" * 5000,
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence_and_soon(hostile: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(UserError, match="is not a framework"):
        read_framework(hostile.encode(), "x.toml", "x")
    assert time.perf_counter() - begun < 3


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    plan = read_framework(b'name = "a\\u202Eb\\u0000c"\n[[action]]\nnumber = 1\ntitle = "t"', "x.toml", "x")
    assert plan.name == "abc"


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    (plan,) = plans.shipped()
    odd = replace(plan, name='Ä "quoted" \\ plan', about="two\tparts — and é")
    for one in (plan, odd):
        again = read_framework(write_framework(one), "copy.toml", one.key)
        assert again == replace(one, about=" ".join(one.about.split()))
    assert plans.export_framework(plan, tmp_path / "copy").name == "copy.toml"


def test_one_that_is_typed_is_checked_kept_and_changed(library: Store) -> None:
    typed = Framework("", "Kinder rotas", actions=(PlanAction("1", "Ask"),))
    made = plans.save_framework(library, typed)
    other = plans.save_framework(library, typed)
    assert (made.key, other.key) == ("kinder-rotas", "kinder-rotas-2")
    changed = plans.save_framework(library, replace(made, actions=(*made.actions, PlanAction("1a", "Rest"))))
    assert plans.find_framework(library, "kinder-rotas") == changed
    for wrong in (replace(made, name=""), replace(made, actions=()), replace(made, actions=made.actions * 2)):
        with pytest.raises(UserError, match="was not saved"):
            plans.save_framework(library, wrong)


def test_frameworks_and_actions_are_found_by_what_people_write(library: Store, tmp_path: Path) -> None:
    plan = added(library, tmp_path)
    assert plans.find_framework(library, "improvement plan").key == "nhs-edi-improvement-plan"
    assert plans.find_framework(library).key == "nhs-edi-improvement-plan"
    plans.tag(library, [Target(add_event(library))], plan, plan.actions[0])
    assert plans.find_framework(library) == plan, "the one that is used most"
    assert plans.find_action(plan, "rest").number == "2"
    for words, said in (("9", "numbered 1, 2"), ("s", "several")):
        with pytest.raises(UserError, match=said):
            plans.find_action(plan, words)
    with pytest.raises(UserError, match="There is no framework 'x-plan'"):
        plans.find_framework(library, "x-plan")
