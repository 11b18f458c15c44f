# SPDX-License-Identifier: MIT
"""What is found behind a correction is the simplest rule that explains it, and reads another page right."""

from dataclasses import replace

import pytest

from eqbrief.model import Draft, DraftPerson, Rule
from eqbrief.reading import read_bytes, taught_by
from eqbrief.reading.readers import page_in

NAMES = (
    ("Ann Orr", "porter", "Larkmoor Trust"),
    ("Bo Ely", "ward nurse", "Dunmere Hospital"),
    ("Cy Fay", "cook", "Tarn Council"),
)
OTHERS = (("Di Gow", "matron", "Wexcombe Trust"), ("Gil Rudd", "chaplain", "Saltmarsh University"))


def page(body: str) -> bytes:
    head = '<html lang=en><head><link rel=canonical href="https://talks.example/1"></head><body><h1>Rest at night</h1>'
    return (
        f"{head}<p>Held on 3 April 2024, 10:00 to 11:00, and it was the ninth of them.</p>{body}</body></html>".encode()
    )


def people(names: tuple[tuple[str, str, str], ...], *capacities: str) -> tuple[DraftPerson, ...]:
    given = (*capacities, *(capacities[-1:] or ("speaker",)) * len(names))
    return tuple(
        DraftPerson(name, capacity=capacity, roles=(role,), organisations=(body,))  # pyright: ignore[reportArgumentType]
        for (name, role, body), capacity in zip(names, given, strict=False)
    )


def taught(body: str, known: tuple[Rule, ...] = (), **wanted: object) -> tuple[Rule, ...]:
    data = page(body)
    read = read_bytes(data, "x.html", rules=known)
    assert any(getattr(read, field) != value for field, value in wanted.items()), "nothing to learn"
    draft = replace(read, **wanted)  # pyright: ignore[reportArgumentType]
    return taught_by(page_in(data, "x.html"), draft, known, read).new


def read(body: str, rules: tuple[Rule, ...]) -> Draft:
    return read_bytes(page(body), "x.html", rules=rules)


def each(pattern: str, names: tuple[tuple[str, str, str], ...]) -> str:
    return "".join(pattern.format(name, role, body) for name, role, body in names)


@pytest.mark.parametrize(
    "pattern",
    [
        "<div class=bio><h4>{0}</h4><p>{1} / {2}</p><p>{0} has worked at night for years, and says so often.</p></div>",
        "<p class=who><span>{2}</span><b>{0}</b><em>{1}</em></p>",
        "<dl class=folk><dt>{0}</dt><dd>{1} @ {2}</dd></dl>",
        "<div class=row>{1} ~ {0} ~ {2}</div>",
        "<p class=line>With us: {0} for {2} as {1}</p>",
    ],
)
def test_people_in_many_shapes(pattern: str) -> None:
    rules = taught(f"<h2>Cast</h2>{each(pattern, NAMES)}", people=people(NAMES))
    assert read(f"<h2>Cast</h2>{each(pattern, OTHERS)}", rules).people == people(OTHERS)


def test_each_label_has_a_capacity_of_its_own() -> None:
    def body(names: tuple[tuple[str, str, str], ...]) -> str:
        first, *rest = names
        listed = "; ".join(f"{name} ({role}, {body})" for name, role, body in rest)
        return f"<p class=led>Led by {first[0]} ({first[1]}, {first[2]})</p><p class=with>With {listed}</p>"

    rules = taught(body(NAMES), people=people(NAMES, "host", "panellist"))
    assert read(body(OTHERS), rules).people == people(OTHERS, "host", "panellist")


def test_a_column_says_the_capacity() -> None:
    def body(names: tuple[tuple[str, str, str], ...], first: str) -> str:
        words = (first, *("Panellist",) * 5)
        rows = "".join(
            f"<tr><td>{o}</td><td>{w}</td><td>{n}</td><td>{r}</td></tr>"
            for w, (n, r, o) in zip(words, names, strict=False)
        )
        return f"<h2>Cast</h2><table class=cast>{rows}</table>"

    rules = taught(body(NAMES, "Chair"), people=people(NAMES, "chair", "panellist"))
    assert read(body(OTHERS, "Moderator"), rules).people == people(OTHERS, "moderator", "panellist")


def test_a_false_person_is_known_by_the_place_and_else_by_the_name() -> None:
    good = f"<h2>Speakers</h2><ul>{each('<li>{0}, {1}, {2}</li>', NAMES)}</ul>"
    clerk = "<h2>Get in touch</h2><ul class={}><li>Guy Ince, press officer, Larkmoor Trust</li></ul>"
    placed = taught(good + clerk.format("press"), people=people(NAMES))
    assert [(rule.how, rule.what) for rule in placed] == [("not place", ".press")]
    named = taught(good.replace("</ul>", "<li>Guy Ince, press officer, Larkmoor Trust</li></ul>"), people=people(NAMES))
    assert [(rule.how, rule.what) for rule in named] == [("never", "Guy Ince")]


def test_questions_topics_and_days_in_other_shapes() -> None:
    asked = "".join(
        f"<details><summary>{q}</summary><p>It did, on the whole.</p></details>" for q in ("Who pays?", "Why now?")
    )
    (rule,) = taught(f"<h2>Asked on the day</h2>{asked}", questions=("Who pays?", "Why now?"))
    assert (rule.how, rule.what) == ("place", "summary")
    tags = "<p class=tags>Rest · Night work</p>"
    (rule,) = taught(tags, topics=("Rest", "Night work"))
    assert (rule.what, rule.form) == (".tags", "·")
    (rule,) = taught('<time class=p datetime="2024-04-09">last week</time>', published_on="2024-04-09")
    assert (rule.field, rule.what) == ("published_on", "[datetime]")


@pytest.mark.parametrize(("value", "order"), [("2024-05-04", "day first"), ("2024-04-05", "month first")])
def test_days_in_figures_are_taken_the_way_the_person_took_them(value: str, order: str) -> None:
    rules = taught("<p class=stamp>Posted 04/05/2024</p>", published_on=value)
    assert [(rule.field, rule.what) for rule in rules] == [("date", order), ("published_on", ".stamp")]
    other = read("<p class=stamp>Posted 02/03/2024</p>", rules).published_on
    assert other == ("2024-03-02" if order == "day first" else "2024-02-03")


def test_a_time_in_a_box_of_its_own_joins_the_day() -> None:
    data = page("<div class=date>Le 4 May 2024</div><div class=hour>14:00–15:30</div>").replace(
        b"Held on 3 April 2024, 10:00 to 11:00", b"Well"
    )
    read_ = read_bytes(data, "x.html")
    draft = replace(read_, kind="event", starts_at="2024-05-04T14:00", ends_at="2024-05-04T15:30")
    rules = taught_by(page_in(data, "x.html"), draft, (), read_).new
    again = read_bytes(data.replace(b"4 May", b"9 June").replace(b"14:00", b"13:00"), "x.html", rules=rules)
    assert (again.starts_at, again.ends_at) == ("2024-06-09T13:00", "2024-06-09T15:30")


def test_rules_of_a_list_are_added_to_and_those_of_a_value_replaced() -> None:
    tags = "<h2>Topics</h2><ul><li>Rest</li><li>Free of charge</li><li>Book now please</li></ul>"
    first = taught(tags, topics=("Rest", "Book now please"))
    data = page(tags)
    now = read_bytes(data, "x.html", rules=first)
    assert now.topics == ("Rest", "Book now please")
    more = taught_by(page_in(data, "x.html"), replace(now, topics=("Rest",)), first, now)
    assert more.gone == ()
    assert read_bytes(data, "x.html", rules=(*first, *more.new)).topics == ("Rest",)
    one = taught("<p>Words.</p>", publisher="Larkmoor Trust")
    other = taught_by(page_in(data, "x.html"), replace(now, publisher="Tarn Council"), one, now)
    assert other.gone == one


def test_nothing_is_learnt_of_what_the_person_left_alone_or_of_an_unknown_site() -> None:
    data = page("<p class=by>Larkmoor Trust</p>")
    read_ = read_bytes(data, "x.html")
    assert taught_by(page_in(data, "x.html"), read_, (), read_).new == ()
    nowhere = data.replace(b"https://talks.example/1", b"")
    assert taught_by(page_in(nowhere, "x.html"), replace(read_, publisher="Larkmoor Trust")).new == ()


def test_the_same_correction_teaches_the_same() -> None:
    assert taught("<p class=by>Larkmoor Trust</p>", publisher="Larkmoor Trust") == taught(
        "<p class=by>Larkmoor Trust</p>", publisher="Larkmoor Trust"
    )
