# SPDX-License-Identifier: MIT
"""Pages of events that never were, as text and as HTML, for tests that need something to read."""

from dataclasses import dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """What an invented page says. People are name, role, organisation; dates are as a page prints them."""

    title: str = "Kinder rotas for night staff"
    publisher: str = "Larkmoor Alliance"
    series: str = "Fair Shifts programme"
    posted: str = "27 March 2023"
    held: str = "20 March 2023"
    topic: str = "Flexible working"
    chair: tuple[str, str, str] = ("Imogen Thistlewood", "director of people", "Larkmoor Alliance")
    panel: tuple[tuple[str, str, str], ...] = (
        ("Rafiq Umberley", "head of rostering", "Pennywick Care Trust"),
        ("Sorcha Vantongeren", "lead nurse", "Hollowbrook Community Services"),
    )
    deck: str = "Presentation 200323"
    deck_size: str = "1.4 MB"
    paragraphs: tuple[str, ...] = (
        "Night staff told us that a rota known six weeks ahead matters more to them than its pattern.",
        "The panel showed how three wards let teams draw up their own rota, and what that cost.",
    )
    questions: tuple[str, ...] = ("How did the wards begin?", "What would the panel do differently?")


def page_text(page: Page) -> str:
    """Write the page as a browser's 'save as text' leaves it."""
    chair, role, organisation = page.chair
    lines = [
        f"{page.publisher} | {page.series}",
        "",
        page.title,
        "",
        page.posted,
        "",
        page.topic,
        "",
        f"This webinar took place on {page.held}.",
        "",
        *(line for paragraph in page.paragraphs for line in (paragraph, "")),
        f"Chair: {chair}, {role}, {organisation}",
        "",
        "Panellists:",
        "",
        *(f"  • {', '.join(one)}" for one in page.panel),
        "",
        f"{page.deck} ({page.deck_size})",
        "",
        "Questions",
        "",
        *(f"  • {question}" for question in page.questions),
    ]
    return "\n".join(lines) + "\n"


def page_html(page: Page) -> str:
    """Write the page as a small web page with the same words."""
    chair, role, organisation = map(escape, page.chair)
    panel = "".join(f"<li><strong>{escape(n)}</strong>, {escape(r)}, {escape(o)}</li>" for n, r, o in page.panel)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(page.title)} | {escape(page.publisher)}</title></head>
<body><header><a href="/">{escape(page.publisher)}</a> | {escape(page.series)}</header>
<main><h1>{escape(page.title)}</h1><p>{escape(page.posted)}</p><p>{escape(page.topic)}</p>
<p>This webinar took place on {escape(page.held)}.</p>
{"".join(f"<p>{escape(paragraph)}</p>" for paragraph in page.paragraphs)}
<p>Chair: {chair}, {role}, {organisation}</p>
<h2>Panellists</h2><ul>{panel}</ul>
<p><a href="/files/deck.pptx">{escape(page.deck)}</a> ({escape(page.deck_size)})</p>
<h2>Questions</h2><ul>{"".join(f"<li>{escape(question)}</li>" for question in page.questions)}</ul>
</main></body></html>
"""


def write_page(path: Path, page: Page | None = None) -> Path:
    """Write a page in the form that the ending asks for, .txt or else HTML, and give its path."""
    page = page or Page()
    text = page_text(page) if path.suffix == ".txt" else page_html(page)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
