# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Sites whose facts stand in lists, tables and lines, behind labels of their own."""

from dataclasses import replace

from eqbrief.model import Capacity
from tests.reading.sites.facts import EVENTS, Facts, Sheet, Site, Speaker, decks, say_day, wanted


def _lines(pattern: str, people: tuple[Speaker, ...]) -> str:
    return "".join(pattern.format(name=one.name, role=one.role, body=one.body) for one in people)


def _led(facts: Facts, first: Capacity, others: Capacity) -> tuple[object, ...]:
    """Give the people with the first as their leader."""
    return tuple(
        replace(one.drafted(), capacity=others if number else first) for number, one in enumerate(facts.people)
    )


def tollgate() -> Site:
    """Speakers in a table whose first column is the post."""

    def page(facts: Facts) -> Sheet:
        rows = _lines("<tr><td>{role}</td><td>{name}</td><td>{body}</td></tr>", facts.people)
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title} | Tollgate Network</title>
<link rel="canonical" href="https://www.tollgate.example/past/{facts.day}"></head><body>
<main><h1>{facts.title}</h1><p>{facts.intro}</p><p>Held on {say_day(facts.day)}, {facts.start} to {facts.end}.</p>
<h2>Who spoke</h2><table class="who"><tr><th>As</th><th>Who</th><th>Where</th></tr>{rows}</table></main></body></html>"""
        return Sheet(f"tollgate {facts.day}.html", html.encode(), wanted(facts, publisher="Tollgate Network"))

    return Site("tollgate", "a table with the post first", tuple(page(facts) for facts in EVENTS))


def ravensholt() -> Site:
    """A label for the leader and one for the others that no table of words knows."""

    def page(facts: Facts) -> Sheet:
        leader, *others = facts.people
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title} | Ravensholt Union</title>
<link rel="canonical" href="https://ravensholt.example/{facts.day.year}/{facts.day.month}"></head><body>
<main><h1>{facts.title}</h1><p>{facts.intro}</p><p>Date: {say_day(facts.day)}, {facts.start} to {facts.end}</p>
<p><b>Steered by:</b> {leader.name}, {leader.role}, {leader.body}</p>
<h3>Voices</h3><ul>{_lines("<li>{name}, {role}, {body}</li>", tuple(others))}</ul></main></body></html>"""
        said = wanted(facts, publisher="Ravensholt Union", people=_led(facts, "moderator", "panellist"))
        return Sheet(f"ravensholt {facts.day}.html", html.encode(), said)

    return Site("ravensholt", "labels of people that nobody else uses", tuple(page(facts) for facts in EVENTS))


def mossgate() -> Site:
    """Names and posts turned round in a line; questions under a heading of its own."""

    def page(facts: Facts) -> Sheet:
        asked = "".join(f"<p>{question}</p>" for question in facts.questions)
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title}</title>
<meta property="og:url" content="https://mossgate.example/evenings/{facts.day:%d-%m}">
<meta property="og:site_name" content="Mossgate Fellowship"></head><body><main><h1>{facts.title}</h1>
<p>{facts.intro}</p><p>Held on {say_day(facts.day)}, {facts.start} to {facts.end}.</p>
<h2>Speakers</h2><ul>{_lines("<li>{body}: {name} ({role})</li>", facts.people)}</ul>
<h2>You wondered</h2>{asked}<h2>More evenings</h2><p>There is one each month.</p></main></body></html>"""
        said = wanted(facts, publisher="Mossgate Fellowship", questions=facts.questions)
        return Sheet(f"mossgate {facts.day}.html", html.encode(), said)

    return Site("mossgate", "organisation first in a line; questions", tuple(page(facts) for facts in EVENTS))


def pebbleway() -> Site:
    """A plain text as a circular letter has it, with labels of its own."""

    def page(facts: Facts) -> Sheet:
        leader, *others = facts.people
        text = f"""https://pebbleway.example/circular/{facts.day}

What: {facts.title}
Strand: {facts.series}
Happened: {say_day(facts.day)}, {facts.start} to {facts.end}
Keywords given: {", ".join(facts.topics)}
Convener: {leader.name}, {leader.role}, {leader.body}

{facts.intro}

Guests on the day

{_lines("- {name}, {role}, {body}" + chr(10), tuple(others))}
Papers

{"".join(f"- {title}" + chr(10) for title in facts.decks)}
-- {""}
Pebbleway Circle, by and for its members
"""
        said = wanted(
            facts, publisher="Pebbleway Circle", series=facts.series, topics=facts.topics,
            people=_led(facts, "chair", "speaker"), decks=decks(facts.decks, None),
        )  # fmt: skip
        return Sheet(f"pebbleway {facts.day}.txt", text.encode(), said)

    return Site("pebbleway", "a circular letter with its own labels", tuple(page(facts) for facts in EVENTS))


def ottercliff() -> Site:
    """Days in figures that could be read two ways, and meant with the day first; a time in a box of its own."""

    def page(facts: Facts) -> Sheet:
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title}</title>
<link rel="canonical" href="http://ottercliff.example/?event={facts.day:%j}"></head><body>
<div id="site-name">Ottercliff Lectures</div><main><p class="stamp">Posted {facts.posted:%d/%m/%Y}</p>
<h1>{facts.title}</h1><div class="facts"><p>Date: {facts.day:%d/%m/%Y}</p><p class="hour">{facts.start} to {facts.end}</p></div>
<p>{facts.intro}</p><h2>Speakers</h2><ul>{_lines("<li>{name}, {role}, {body}</li>", facts.people)}</ul></main></body></html>"""
        said = wanted(facts, publisher="Ottercliff Lectures", published_on=f"{facts.posted}")
        return Sheet(f"ottercliff {facts.day}.html", html.encode(), said)

    return Site("ottercliff", "03/04/2024 is the third of April", tuple(page(facts) for facts in EVENTS))


LISTS = (tollgate(), ravensholt(), mossgate(), pebbleway(), ottercliff())
"""The sites of this file."""
