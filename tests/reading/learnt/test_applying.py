# SPDX-License-Identifier: MIT
"""Rules change what they are about and nothing else, and no rule, however odd, makes reading fail or wait."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.model import HOWS, Draft, Rule
from eqbrief.reading import read_bytes, taught_by
from eqbrief.reading.readers import page_in

SITE = "talks.example"
PAGE = b"""<html lang=en><head><link rel=canonical href="https://talks.example/7"><title>Rest at night</title></head>
<body><h1>Rest at night</h1><div class=by>Set up by Orla Pennyfeather, press officer, Larkmoor Trust</div>
<p>Held on 3 April 2024, 10:00 to 11:00.</p><p class=tags>Sleep / Rotas</p><h2>Speakers</h2>
<ul><li>Imelda Farrowby, director, Wexcombe Trust</li><li class=odd>Tobias Quenby, porter, Dunmere Trust</li></ul>
<h2>Questions</h2><ul><li>Who pays for it all?</li><li>Sign in to ask more?</li></ul></body></html>"""


def read(*rules: Rule, page: bytes = PAGE) -> Draft:
    return read_bytes(page, "page.html", rules=rules)


def rule(field: str, how: str, what: str, form: str = "", value: str = "", site: str = SITE) -> Rule:
    return Rule(site, field, how, what, form, value)  # pyright: ignore[reportArgumentType]


def test_without_a_rule_for_its_site_a_page_is_read_as_ever() -> None:
    plain = read()
    assert plain.starts_at == "2024-04-03T10:00"
    assert read(rule("title", "always", "x", site="other.example"), rule("series", "always", "x", site="")) == plain


@pytest.mark.parametrize(
    "one",
    [
        rule("title", "place", ".absent"),
        rule("series", "label", "Strand"),
        rule("title", "always", "One title for all"),
        rule("topics", "place", ".absent"),
        rule("people", "label", "Voices", value="panellist"),
        rule("people", "not place", ".absent"),
        rule("starts_at", "place", "h1"),
        rule("questions", "not label", "Speakers"),
    ],
)
def test_a_rule_that_finds_nothing_changes_nothing(one: Rule) -> None:
    assert read(one) == read()


def test_the_time_zone_is_said_only_of_a_time() -> None:
    zone = rule("timezone", "always", "Europe/London")
    assert read(zone).timezone == "Europe/London"
    assert read(zone, page=PAGE.replace(b", 10:00 to 11:00", b"")).timezone is None


def test_what_is_not_on_the_page_is_written_below_it_as_evidence() -> None:
    draft = read(rule("series", "always", "Quieter Nights"))
    (mark,) = draft.evidence["series"]
    assert (mark.text, mark.origin, mark.confidence) == ("Quieter Nights", "learnt", 0.9)
    assert draft.text[mark.start : mark.end] == "Quieter Nights"
    assert "Learnt from your corrections" in draft.text


def test_a_list_in_one_place_is_divided() -> None:
    draft = read(rule("topics", "place", ".tags", "/"))
    assert draft.topics == ("Sleep", "Rotas")
    assert [mark.text for n in (0, 1) for mark in draft.evidence[f"topics.{n}"]] == ["Sleep", "Rotas"]


def test_people_of_a_rule_stand_among_the_others_in_the_order_of_the_page() -> None:
    draft = read(rule("people", "place", ".odd", value="chair"))
    assert [(one.name, one.capacity) for one in draft.people] == [
        ("Imelda Farrowby", "speaker"),
        ("Tobias Quenby", "chair"),
    ]
    assert draft.evidence["people.1.roles.0"][0].text == "porter"
    assert draft.evidence["people.0.name"] == read().evidence["people.0.name"]


def test_what_is_none_is_left_out_and_the_rest_keeps_its_evidence() -> None:
    draft = read(rule("people", "not place", "li:1"))
    assert [one.name for one in draft.people] == ["Tobias Quenby"]
    assert draft.evidence["people.0.name"][0].text == "Tobias Quenby"
    assert not any(path.startswith("people.1") for path in draft.evidence)


def test_a_page_that_looks_like_no_event_is_read_as_one_where_that_was_learnt() -> None:
    bare = (
        b'<link rel=canonical href="https://talks.example/8"><h1>Rest</h1><p class=d>3 May 2024</p><p>Words on it.</p>'
    )
    assert read(page=bare).kind == "other"
    taught = read(rule("kind", "always", "event"), rule("starts_at", "place", ".d"), page=bare)
    assert (taught.kind, taught.starts_at) == ("event", "2024-05-03")
    empty = bare.replace(b"3 May 2024", b"Soon")
    assert read(rule("kind", "always", "event"), page=empty) == read(page=empty)


def test_a_list_of_events_takes_only_what_holds_for_the_whole_site() -> None:
    rows = b"".join(b"<li><h3>Talk %d</h3><p>%d May 2024</p></li>" % (n, n) for n in range(1, 6))
    page = b'<link rel=canonical href="https://talks.example/all"><h1>Talks in May</h1><ul>' + rows + b"</ul>"
    plain = read(page=page)
    assert plain.kind == "listing"
    draft = read(rule("publisher", "always", "Larkmoor Trust"), rule("title", "place", "h3"), page=page)
    assert {event.publisher for event in (draft, *draft.events)} == {"Larkmoor Trust"}
    assert replace(draft, publisher=plain.publisher, events=plain.events) == plain


words = st.text(st.sampled_from("abcli.#[]:{}()<>/|,; \t\nÀß\0“0123"), max_size=12)
places = st.lists(
    st.sampled_from((".odd", "li", "body", "ul", "div", "h2:1", "p:99999", ".", "#", "[x]", ":")), max_size=6
)
fields = st.sampled_from(("title", "people", "topics", "decks", "questions", "starts_at", "time", "date", "kind", "x"))
forms = st.lists(
    st.sampled_from(("{name}", "{role}", "{value}", "{organisation}", " ", ",", "\n", "{", "x")), max_size=9
)
hostile = st.builds(
    Rule,
    st.just(SITE),
    fields,
    st.sampled_from((*HOWS, "guess")),
    st.one_of(words, places.map(" ".join), st.sampled_from(("Speakers", "event", "day first"))),
    st.one_of(words, forms.map("".join)),
    st.one_of(words, st.just("chair")),
)


@settings(max_examples=60)
@given(st.lists(hostile, max_size=6))
def test_no_rule_makes_reading_fail(rules: list[Rule]) -> None:
    draft = read(*rules)
    assert draft == read(*rules)
    assert all(draft.text[m.start : m.end] == m.text for marks in draft.evidence.values() for m in marks)


@pytest.mark.parametrize(
    "inner",
    ["<p class=x>" * 1500 + "Ann Orr", "<li class=x>Ann Orr, porter</li>" * 600, "<i class=x>a: b, </i>" * 3000],
)
def test_no_page_makes_a_rule_wait(inner: str) -> None:
    page = f'<link rel=canonical href="https://talks.example/9"><h1>Rest</h1><p>Held on 3 May 2024.</p>{inner}'.encode()
    plain, since = read(page=page), time.perf_counter()
    taken = time.perf_counter()
    read(page=page)
    taken, since = time.perf_counter() - taken, time.perf_counter()
    every = [
        rule(f, h, ".x p.x .x" if "place" in h else "Ann", "{name}, {role}")
        for f in ("people", "topics", "title")
        for h in HOWS
    ]
    read(*every, page=page)
    assert time.perf_counter() - since < 20 * taken + 1
    since = time.perf_counter()
    taught_by(page_in(page, "page.html"), replace(plain, title="Ann Orr", people=(), topics=("Ann", "a: b")))
    assert time.perf_counter() - since < 60 * taken + 2


def test_text_and_message_pages_take_rules_too() -> None:
    text = (
        b"https://talks.example/3\n\nRest at night\n\nStrand: Quieter Nights\nHeld on 3 April 2024, 10:00 to 11:00.\n"
    )
    assert read_bytes(text, "page.txt", rules=[rule("series", "label", "strand")]).series == "Quieter Nights"
    head = b"From: <Saved>\r\nSnapshot-Content-Location: https://talks.example/4\r\nMIME-Version: 1.0\r\n"
    body = PAGE.replace(b'<link rel=canonical href="https://talks.example/7">', b"")
    message = head + b"Content-Type: text/html\r\n\r\n" + body
    assert read_bytes(message, "page.mhtml", rules=[rule("series", "place", ".tags")]).series == "Sleep / Rotas"
