# SPDX-License-Identifier: MIT
"""Posts in running prose: in four languages, below a name, and where the post ends though its sentence goes on."""

import pytest

from eqbrief.reading import read_text
from eqbrief.reading.cuts import Cut
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.told import main_post, told_post


def said(posts: Posts) -> tuple[list[str], list[str]]:
    return [role.text for role in posts.roles], [body.text for body in posts.organisations]


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Directora del Programa Respiro, que acompaña a sanitarios.", "Directora", "Programa Respiro"),
        ("Es enfermera en el Hospital Comarcal del Lago desde 2015.", "enfermera", "Hospital Comarcal del Lago"),
        ("Elle est directrice de recherche à l'Institut du Lac.", "directrice de recherche", "Institut du Lac"),
        ("Er ist Professor für Ruhe an der Hochschule Larkau.", "Professor für Ruhe", "Hochschule Larkau"),
        ("She is currently the head of care at Lark Trust.", "head of care", "Lark Trust"),
        ("I am a nurse at Lark Trust, and like tea.", "nurse", "Lark Trust"),
        ("Head of Care at Lark Trust, where she leads two wards.", "Head of Care", "Lark Trust"),
    ],
)
def test_what_a_text_below_a_name_begins_with(text: str, role: str, body: str):
    assert said(told_post(Cut(text, 0))) == ([role], [body])


@pytest.mark.parametrize("text", ["The ward opened in May.", "She likes tea at Lark Trust.", "Wards at Lark Trust."])
def test_a_text_that_gives_no_post(text: str):
    assert said(told_post(Cut(text, 0))) == ([], [])


@pytest.mark.parametrize(
    ("text", "roles", "bodies"),
    [
        ("founder and partner at larkdata, a firm from Larkau.", ["founder", "partner"], ["larkdata"]),
        ("co-founder and CEO of Veinly", ["co-founder", "CEO"], ["Veinly"]),
        ("senior lecturer at Lark University, UK. Their work", ["senior lecturer"], ["Lark University"]),
        ("nurse at home", ["nurse at home"], []),
        ("lamp tinkerer at Larkdata, and she likes tea", ["lamp tinkerer"], ["Larkdata"]),
        ("based at Larkdata", [], []),
        ("nurse and midwife from Larkau", ["nurse", "midwife"], []),
        ("nurse at Lark Trust in London UK", ["nurse"], ["Lark Trust"]),
    ],
)
def test_posts_at_small_bodies_and_in_places(text: str, roles: list[str], bodies: list[str]):
    assert said(main_post(Cut(text, 0))) == (roles, bodies)


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Chief Executive Lark Community Trust", "Chief Executive", "Lark Community Trust"),
        ("Chair Lake Vale Care Partnership", "Chair", "Lake Vale Care Partnership"),
    ],
)
def test_a_post_and_a_body_with_nothing_between(text: str, role: str, body: str):
    assert said(posts_of(Cut(text, 0))) == ([role], [body])


@pytest.mark.parametrize("text", ["Executive Council", "Youth Worker Training Trust", "Nurse Practitioner Association"])
def test_bodies_that_begin_like_a_post(text: str):
    assert said(posts_of(Cut(text, 0))) == ([], [text])


def test_two_paragraphs_that_tell_of_people_are_biographies():
    page = (
        "Kinder rotas: a webinar\n\nMonday 20 March 2023, 10:00\n\nAn hour about rotas.\n\n"
        "Ada Larch is head of care at Lark Trust and has run wards for ten years.\n\n"
        "Dr Li Marsh is the founder of RotaWorks, a firm that counts nights.\n\n"
        "The panel will be chaired by broadcast journalist Rafiq Umberley.\n"
    )
    found = {one.name: (one.capacity, one.roles, one.organisations) for one in read_text(page, "page.txt").people}
    assert found == {
        "Ada Larch": ("panellist", ("head of care",), ("Lark Trust",)),
        "Li Marsh": ("panellist", ("founder",), ("RotaWorks",)),
        "Rafiq Umberley": ("chair", ("broadcast journalist",), ()),
    }
