# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Made-up good files in every form that is read, for the fuzzer to start from."""

import json
import plistlib
from pathlib import Path

from tests.reading import invented, stated_cases
from tests.reading.forms import FORMS, as_html, as_mhtml, as_webarchive
from tests.reading.outlook_files import saved, wide
from tests.reading.schedules.invented import EVENTS, as_json, as_xml
from tests.reading.schedules.test_indico import TALK, at
from tests.reading.schedules.test_pretalx import FORMS as PRETALX
from tests.reading.test_invitations import EVENT, MORE, calendar
from tests.reading.test_message import message
from tests.reading.test_outlook import STREAMS, TIMES
from tests.reading.test_tables import AGENDA, LISTED, TALKS
from tests.reading.varied.cases import all_cases

MARKDOWN = (
    "---\ntitle: Tea with the board\nlang: en\ndate: 2023-07-01\n---\n\nHeld on Tuesday 4 July 2023, 09:30 to 12:30.\n\n"
    "**Topics:** Co-production, Race equality\n\n## Chair\n\n- Imogen Thistlewood – director, Pennywick Trust\n\n"
    "| Time | Talk |\n|---|---|\n| 9.30 | Welcome |\n\n[Summer slides 040723](https://pennywick.example/a.pdf) (PDF, 40 KB)\n"
)
REPEATS = (
    EVENT.replace("CATEGORIES", "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4\nEXDATE;TZID=Europe/London:20231114T100000\nX")
    .replace("DTEND;TZID=Europe/London:20231010T113000", "DURATION:PT1H30M")
    .replace("DESCRIPTION:", "UID:beds@larkmoor.example\nDESCRIPTION:")
)
MARKED = (
    '<div class="h-event"><h1 class="p-name">Counting beds</h1><time class="dt-start" datetime="2024-05-04 09:30">4 May'
    '</time><span class="p-location h-card"><a class="p-name u-url" href="https://larkmoor.example/">Corn Hall</a></span>'
    '<p class="e-content">Chair: <span class="p-attendee">Anita Lowell-Finch</span>, ward manager, Larkmoor Trust</p></div>'
    '<div class="vevent"><span class="summary">Cups</span><abbr class="dtstart" title="2024-05-04T11:00">11</abbr></div>'
)


def made_up() -> dict[str, bytes]:
    """Give a good file or more of each form by a name; the same each time."""
    texts = {one.name: one.text for one in invented.CASES}
    texts |= {"news": invented.NEWS, "listing": invented.LISTING, "days": LISTED, "hours": AGENDA, "talks": TALKS}
    panel = texts["panel"]
    page = as_webarchive(panel, "lists")
    found = {f"{name}.txt": text.encode() for name, text in texts.items()}
    found |= {f"{form}.html": as_html(panel, form).encode() for form in FORMS}
    found |= {f"{name}.html": as_html(text, "lists").encode() for name, text in texts.items()}
    found |= {f"stated {number}.html": one.html.encode() for number, one in enumerate(stated_cases.CASES)}
    found |= {
        "marked.html": MARKED.encode(),
        "page.md": MARKDOWN.encode(),
        "page.mhtml": as_mhtml(panel, "cards", "https://pennywick.example/rotas"),
        "page.webarchive": page,
        "page.plist": plistlib.dumps(plistlib.loads(page)),
        "wide.txt": panel.encode("utf-16"),
        "western.html": as_html(panel, "old").replace("utf-8", "windows-1252").encode("cp1252", "replace"),
        "mail.eml": message(("text/calendar", calendar(EVENT).decode())),
        "page.eml": message(("text/html", as_html(panel, "tables"))),
        "event.ics": calendar(EVENT),
        "events.ics": calendar(REPEATS, MORE, head="X-WR-CALNAME:Larkmoor\nX-WR-TIMEZONE:Europe/London\n"),
        "appointment.msg": saved(STREAMS, TIMES),
        "page.msg": saved({**STREAMS, "001A001F": wide("IPM.Note"), "10130102": as_html(panel, "lists").encode()}),
        "schedule.xml": as_xml(*EVENTS, time_zone_name="Europe/London"),
        "schedule.json": as_json(*EVENTS),
        "indico.json": json.dumps({"_type": "HTTPAPIResult", "results": [_conference()]}).encode(),
    }
    return found | {f"{name}.json": json.dumps(value).encode() for name, value in PRETALX.items()}


def _conference() -> dict[str, object]:
    head = {"_type": "Conference", "id": "7", "title": "Larkmoor Days", "startDate": at(4, "09:00")}
    return {**head, "endDate": at(5, "18:00"), "description": "<p>Beds.</p>", "contributions": [TALK]}


def drawn() -> dict[str, bytes]:
    """Give the pages that are drawn for other tests, in many forms and four languages."""
    return {f"{case.name}.{case.suffix}": case.text.encode() for case in all_cases()}


def real(folder: Path, most: int) -> dict[str, bytes]:
    """Give the real pages, calendars and schedules of at most so many bytes; the fuzzer would wait for larger ones."""
    files = sorted(path for name in ("pages", "html", "hostile", "schedules") for path in (folder / name).rglob("*"))
    return {path.name: path.read_bytes() for path in files if path.is_file() and path.stat().st_size <= most}
