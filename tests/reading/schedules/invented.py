# SPDX-License-Identifier: MIT
"""A conference that never was, and its schedule in each of the forms that programs write."""

import json
from typing import Any
from xml.sax.saxutils import escape, quoteattr

BASE = "https://larkmoor.example/2024"
TITLE = "Larkmoor Days of Care & Counting"
ABSTRACT = "How six wards count their beds before the winter."
DESCRIPTION = "What they do with the answer.\r\n\r\nAnd **what** they do not."
EVENTS: list[dict[str, Any]] = [
    {
        "id": 11,
        "guid": "aaaa1111-0000-4000-8000-000000000011",
        "url": f"{BASE}/talk/11",
        "date": "2024-05-04T09:30:00+01:00",
        "start": "09:30",
        "duration": "01:15",
        "room": "Corn Hall",
        "title": "Counting beds",
        "subtitle": "Six wards, one winter",
        "track": "Winter",
        "type": "talk",
        "language": "en",
        "abstract": ABSTRACT,
        "description": DESCRIPTION,
        "persons": [
            {"id": 1, "public_name": "Dr Anita Lowell-Finch"},
            {"id": 2, "public_name": "Tobias Wynn-Harrow"},
        ],
        "links": [
            {"url": "https://counting.example/wards", "title": "The wards' own page"},
            {"url": "https://counting.example/beds.odp", "title": "More"},
        ],
        "attachments": [
            {"url": "/files/beds.pptx", "title": "Beds"},
            {"url": f"{BASE}/files/photograph.png", "title": "A photograph"},
        ],
        "recording": {"license": "", "optout": "false", "url": "https://media.example/11.mp4"},
    },
    {
        "id": 12,
        "guid": "aaaa1111-0000-4000-8000-000000000012",
        "url": f"{BASE}/talk/12",
        "date": "2024-05-04T23:30:00+01:00",
        "start": "23:30",
        "duration": "1:00",
        "room": "Cellar",
        "title": "CANCELLED: Cups <and> saucers",
        "subtitle": "",
        "track": "",
        "type": "workshop",
        "language": "de",
        "abstract": "",
        "description": "",
        "persons": [{"id": 3, "public_name": "TBA"}],
        "links": [],
        "attachments": [],
    },
]


def conference(**more: Any) -> dict[str, Any]:
    return {"acronym": "lark24", "title": TITLE, "start": "2024-05-04", "end": "2024-05-05", "base_url": BASE, **more}


def as_json(*events: dict[str, Any], **more: Any) -> bytes:
    rooms: dict[str, list[Any]] = {}
    for event in events:
        rooms.setdefault(event.get("room", "Hall"), []).append(event)
    day = {"index": 1, "date": "2024-05-04", "day_start": "2024-05-04T09:00:00+01:00", "rooms": rooms}
    return json.dumps({"schedule": {"version": "1", "conference": {**conference(**more), "days": [day]}}}).encode()


def as_xml(
    *events: dict[str, Any], head: str = "", day: str = 'start="2024-05-04T09:00:00+01:00"', **more: Any
) -> bytes:
    about = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in conference(**more).items())
    rooms = "".join(f"<room name={quoteattr(e.get('room', 'Hall'))}>{event_xml(e)}</room>" for e in events)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{head}<schedule><version>1</version><conference>{about}</conference>'
        f'<day index="1" date="2024-05-04" {day}>{rooms}</day></schedule>'
    ).encode()


def event_xml(event: dict[str, Any]) -> str:
    parts: list[str] = []
    for name, value in event.items():
        if name == "persons":
            inside = "".join(f"<person id={quoteattr(str(p['id']))}>{escape(p['public_name'])}</person>" for p in value)
        elif name in ("links", "attachments"):
            one = name.removesuffix("s")
            inside = "".join(f"<{one} href={quoteattr(p['url'])}>{escape(p['title'])}</{one}>" for p in value)
        elif isinstance(value, dict):
            inside = "".join(f"<{key}>{escape(told)}</{key}>" for key, told in value.items())
        else:
            inside = escape(str(value))
        if name not in ("id", "guid"):
            parts.append(f"<{name}>{inside}</{name}>")
    marks = "".join(f" {name}={quoteattr(str(event[name]))}" for name in ("id", "guid") if name in event)
    return f"<event{marks}>{''.join(parts)}</event>"
