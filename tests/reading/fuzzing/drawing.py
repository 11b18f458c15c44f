# SPDX-License-Identifier: MIT
# ruff: noqa: E501, RUF005 - lists of words are as long as they are
"""Draws pages, calendars, schedules and messages for property tests: like the real ones, and with anything in them."""

import json
from email.message import EmailMessage
from html import escape

from hypothesis import strategies as st

from tests.reading.outlook_files import saved, wide
from tests.reading.schedules.invented import EVENTS, as_json, as_xml
from tests.reading.test_invitations import EVENT, calendar


def listed(told: str, apart: str | None = None) -> st.SearchStrategy[str]:
    """Draw one of the words of a list."""
    return st.sampled_from(told.split(apart))


ODD = st.sampled_from(
    [*"\0\x07\x0b\x1f\x7f\x85\xa0\u2028\u200b\u202e\ufeff\U0001f600", "\ud83d", "e\u0301", "ﬀ", "İ", "٣"]
)
WORDS = st.one_of(
    listed(
        "Chair|Chair:|Panellists|Speakers|Agenda|Topics|Date: |Venue|Slides|Recording|Questions|Dr Imogen Thistlewood"
        "|Rafiq Umberley, head of beds, Larkmoor Trust|5 May 2024|4 to 6 May|9.30am – 1pm|13:00-12:00|Tuesday 31 June 2023"
        "|CANCELLED: |(PDF, 2.3 MB)|Larkmoor Trust|and|Referent|Intervenants : |How does a ward begin?|Hosted by |http://["
        "|https://larkmoor.example/a.pptx|Part of the Fair Shifts programme|Ends: 4 May 2024 18:00|Copyright 2024 Larkmoor",
            "|",
    ),
    st.text(max_size=12),
    ODD,
)  # fmt: skip
LINES = st.tuples(
    st.sampled_from(["", "  • ", "- ", "1. ", "# ", "## ", "> ", "| ", "\t", "10.15 "]),
    st.lists(WORDS, max_size=5),
    st.sampled_from(["\n", "\n\n", "\r\n", "\t", " "]),
).map(lambda parts: f"{parts[0]}{' '.join(parts[1])}{parts[2]}")
TEXTS = st.lists(LINES, max_size=14).map("".join)
NESTED = st.recursive(
    WORDS.map(lambda words: escape(words)),
    lambda inside: st.tuples(
        listed(
            "p div h1 h2 li ul ol td tr table dl dt dd a span b main aside header footer nav time section article br svg"
            " select template title"
        ),
        st.sampled_from(
            ["", ' class="h-event"', ' class="p-name"', ' class="dt-start"', ' itemscope itemtype="/Event"', ' lang="de"']
            + [' itemprop="name"', ' itemprop="startDate" content="2024-05-04"', ' href="x.pptx"', ' class="speaker card"']
        ),
        st.lists(inside, max_size=4),
    ).map(lambda node: f"<{node[0]}{node[1]}>{''.join(node[2])}</{node[0]}>"),
    max_leaves=25,
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(WORDS, st.integers(), st.none(), st.booleans(), st.floats(), st.sampled_from(["2024-05-04T09:30+01:00"])),
    lambda inside: st.one_of(
        st.lists(inside, max_size=3),
        st.dictionaries(
            listed(
                "@type @id @graph name startDate endDate performer jobTitle worksFor subEvent url title persons"
                " public_name date start duration room links attachments speakers results abstract description"
            ),
            inside,
            max_size=4,
        ),
    ),
    max_leaves=12,
)
FIELDS = st.dictionaries(
    st.sampled_from([*(name for name in EVENTS[0] if name != "room"), "state", "day"]), VALUES, max_size=5
)


def as_page(told: str, data: object) -> bytes:
    """Write a page with data of its own in front of its words."""
    thing = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Tea",
        "startDate": "2024-05-04",
        "about": data,
    }
    script = f'<script type="application/ld+json">{json.dumps([thing, data])}</script>'
    return f"<html><head>{script}</head><body>{told}</body></html>".encode("utf-8", "replace")


def as_mail(told: str, kind: str) -> bytes:
    """Write an e-mail with one part."""
    mail = EmailMessage()
    mail["Subject"] = "Tea with the board"
    mail.set_content(told.encode("utf-8", "replace").decode(), subtype=kind)
    return mail.as_bytes()


def as_invitation(lines: list[str]) -> bytes:
    """Write a calendar whose event has some more lines."""
    return calendar(EVENT.replace("END:VEVENT", "\n".join([*lines, "END:VEVENT"])).encode("utf-8", "replace").decode())


def as_outlook(told: str, html: str) -> bytes:
    """Write a message as Outlook saves it."""
    body = {"1000001F": told.encode("utf-16-le", "replace"), "10130102": html.encode("utf-8", "replace")}
    return saved({"001A001F": wide("IPM.Note"), "0037001F": wide("Tea"), **body})


CALENDAR_LINES = st.tuples(
    listed(
        "SUMMARY: DTSTART: DTEND: DTSTART;VALUE=DATE: DTEND;TZID=Europe/London: DURATION: RRULE: EXDATE: RDATE: UID: URL:"
        " CATEGORIES: STATUS: ATTACH;FILENAME=a.pptx: ORGANIZER;CN=x: RECURRENCE-ID: BEGIN: END: X-ALT-DESC: DESCRIPTION:"
    ),
    st.one_of(
        WORDS,
        listed(
            "20240504T093000 20240504T093000Z 20240504 00010101 99991231T235959 P1D PT1H -PT1H P99999999D VEVENT VALARM"
            " FREQ=DAILY FREQ=WEEKLY;COUNT=3 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2 FREQ=SECONDLY;UNTIL=99991231"
        ),
    ),
).map("".join)  # fmt: skip
_FILES = st.one_of(
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16", "replace")),
    TEXTS.map(lambda text: f"---\ntitle: Tea\n---\n\n## Chair\n\n{text}".encode("utf-8", "replace")),
    st.builds(as_page, NESTED, VALUES),
    st.builds(as_mail, st.one_of(TEXTS, NESTED), st.sampled_from(["plain", "html"])),
    st.lists(CALENDAR_LINES, max_size=6).map(as_invitation),
    st.builds(as_outlook, TEXTS, NESTED),
    st.lists(FIELDS, max_size=3).map(lambda more: as_json(*({**EVENTS[0], **one} for one in more))),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.builds(as_xml, NESTED.map(lambda told: {**EVENTS[0], "abstract": told.encode("utf-8", "replace").decode()})),
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a file in one of the forms that are read."""
    return draw(_FILES)
