# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Sites whose facts stand in boxes with classes of their own, as content systems write them."""

from html import escape

from tests.reading.sites.facts import EVENTS, Facts, Sheet, Site, decks, recordings, say_day, wanted


def _slug(facts: Facts) -> str:
    return facts.title.lower().replace(" ", "-")


def _people(facts: Facts, pattern: str) -> str:
    return "".join(
        pattern.format(name=escape(one.name), role=escape(one.role), body=escape(one.body)) for one in facts.people
    )


def _sheet(site: str, html: str, facts: Facts, **of_site: object) -> Sheet:
    return Sheet(f"{site} {facts.day}.html", html.encode(), wanted(facts, **of_site))


def harbourline() -> Site:
    """Two bare dates in boxes, the posting's first; who publishes it stands nowhere."""

    def page(facts: Facts) -> Sheet:
        html = f"""<!DOCTYPE html><!-- saved from url=(0047)https://www.events.harbourline.example/talks/{_slug(facts)} -->
<html lang="en"><head><title>{facts.title}</title></head><body>
<nav><a href="/">Start</a> <a href="/talks">Talks</a></nav>
<main class="talk"><h1 class="talk-name">{facts.title}</h1>
<div class="evt-when">{facts.start} – {facts.end}, {say_day(facts.day)}</div>
<div class="evt-fresh">{say_day(facts.posted)}</div>
<p class="lede">{facts.intro}</p>
<h2>Speakers</h2><ul>{_people(facts, "<li>{name}, {role}, {body}</li>")}</ul></main>
<footer>All talks are free of charge.</footer></body></html>"""
        return _sheet("harbourline", html, facts, publisher="Harbourline Forum", published_on=f"{facts.posted}")

    return Site("harbourline", "a bare date; no publisher on the page", tuple(page(facts) for facts in EVENTS))


def norstrand() -> Site:
    """The site's name is the first heading, the title the second; its press officers look like speakers."""

    def page(facts: Facts) -> Sheet:
        html = f"""<!DOCTYPE html><html lang="en"><head><title>Norstrand Alliance for Better Work</title>
<link rel="canonical" href="https://norstrand.example/sessions/{facts.day.year}/{_slug(facts)}"></head><body>
<div class="masthead"><h1>Norstrand Alliance for Better Work</h1></div>
<div class="strand">{facts.series}</div><h2 class="entry">{facts.title}</h2>
<p>Held on {say_day(facts.day)}, {facts.start} to {facts.end}.</p><p>{facts.intro}</p>
<h3>Panellists</h3><ul class="panel">{_people(facts, "<li>{name}, {role}, {body}</li>")}</ul>
<h3>Get in touch</h3><ul class="press"><li>Della Rowntree, press officer, Norstrand Alliance</li>
<li>Humphrey Galt, events officer, Norstrand Alliance</li></ul></body></html>"""
        return _sheet(
            "norstrand", html, facts,
            publisher="Norstrand Alliance for Better Work",
            series=facts.series,
            people=tuple(_as(one.drafted(), "panellist") for one in facts.people),
        )  # fmt: skip

    return Site("norstrand", "title below the site's name; press officers", tuple(page(facts) for facts in EVENTS))


def _as(person: object, capacity: str) -> object:
    from dataclasses import replace

    return replace(person, capacity=capacity)  # pyright: ignore[reportCallIssue, reportArgumentType]


def brightmoor() -> Site:
    """The series stands in the trail of links above the page; times are by a clock that is never named."""

    def page(facts: Facts) -> Sheet:
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title} | Brightmoor College</title>
<meta property="og:url" content="https://brightmoor.example/whats-on/{_slug(facts)}">
<meta property="og:site_name" content="Brightmoor College"></head><body>
<header><a href="/">Brightmoor College</a></header>
<nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/s">{facts.series}</a></li><li>{facts.title}</li></ol></nav>
<article><h1>{facts.title}</h1><p>{facts.intro}</p>
<dl><dt>Date</dt><dd>{say_day(facts.day)}</dd><dt>Time</dt><dd>{facts.start} to {facts.end}</dd></dl>
<h2>Speakers</h2><ul>{_people(facts, "<li>{name}, {role}, {body}</li>")}</ul></article></body></html>"""
        return _sheet(
            "brightmoor", html, facts, publisher="Brightmoor College", series=facts.series, timezone="Europe/London"
        )

    return Site("brightmoor", "series in the trail of links; zone never printed", tuple(page(one) for one in EVENTS))


def fenwright() -> Site:
    """Downloads say what they are only by their class; topics are mere tags."""

    def page(facts: Facts) -> Sheet:
        links = [f"https://fenwright.example/f/{facts.day:%m%d}{number}" for number in range(8)]
        offers = "".join(
            f'<li><a class="file file--pptx" href="{link}">{title}</a></li>'
            for title, link in zip(facts.decks, links, strict=False)
        )
        films = "".join(
            f'<li><a class="file file--film" href="{link}">{title}</a></li>'
            for title, link in zip(facts.recordings, links[4:], strict=False)
        )
        tags = "".join(f'<span class="subject">{topic}</span> ' for topic in facts.topics)
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title} – Fenwright Institute</title>
<link rel="canonical" href="https://fenwright.example/hour/{_slug(facts)}"></head><body>
<header><b>Fenwright Institute</b></header><main><h1>{facts.title}</h1><p class="subjects">{tags}</p>
<p>Held on {say_day(facts.day)}, {facts.start} to {facts.end}.</p><p>{facts.intro}</p>
<h2>Speakers</h2><ul>{_people(facts, "<li>{name}, {role}, {body}</li>")}</ul>
<h2>To take away</h2><ul>{offers}{films}<li><a class="file file--ics" href="/calendar">Add to your calendar</a></li></ul>
</main></body></html>"""
        return _sheet(
            "fenwright", html, facts,
            publisher="Fenwright Institute",
            topics=facts.topics,
            decks=decks(facts.decks, "PPTX", tuple(links)),
            recordings=recordings(facts.recordings, tuple(links[4 : 4 + len(facts.recordings)])),
        )  # fmt: skip

    return Site("fenwright", "downloads and topics known by their class", tuple(page(facts) for facts in EVENTS))


def calderhythe() -> Site:
    """Each speaker is a card in which the organisation comes first; topics are data that is not shown."""

    def page(facts: Facts) -> Sheet:
        cards = _people(
            facts,
            '<div class="card"><div class="card-org">{body}</div><div class="card-who">{name}</div><div class="card-job">{role}</div></div>',
        )
        html = f"""<!DOCTYPE html><html lang="en"><head><title>{facts.title}</title>
<link rel="canonical" href="https://calderhythe.example/e/{facts.day:%Y%m%d}"></head><body>
<div class="top">Calderhythe Partnership</div><article data-themes="{"; ".join(facts.topics)}"><h1>{facts.title}</h1>
<p>{facts.intro}</p><p><strong>Date:</strong> {say_day(facts.day)}, {facts.start} to {facts.end}</p>
<h2>With us on the day</h2><div class="cards">{cards}</div></article>
<div class="bottom">Calderhythe Partnership is a charity.</div></body></html>"""
        return _sheet("calderhythe", html, facts, publisher="Calderhythe Partnership", topics=facts.topics)

    return Site("calderhythe", "cards with the organisation first; hidden topics", tuple(page(one) for one in EVENTS))


BOXES = (harbourline(), norstrand(), brightmoor(), fenwright(), calderhythe())
"""The sites of this file."""
