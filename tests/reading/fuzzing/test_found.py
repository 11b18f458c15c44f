# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""What the fuzzer found, cut down to the least that shows it; each was a fault once."""

import json
from time import process_time

import pytest

from tests.reading.fuzzing.judging import faults
from tests.reading.outlook_files import saved, wide
from tests.reading.schedules.invented import EVENTS, as_json
from tests.reading.stated_cases import page
from tests.reading.test_invitations import EVENT, calendar
from tests.reading.test_outlook import STREAMS, TIMES

HALF = "\ud83d"
FOUND: dict[str, bytes | str] = {
    "a link to no address": page(body='<h2>Slides</h2><a href="http://[">Slides of the day</a>'),
    "a page of no address": page('<link rel="canonical" href="http://[">'),
    "no address in a line": "http://[\n\nTea with the board\n\n4 May 2024\n",
    "control characters": "Tea\x07 with\x1b the\x9f board\n\n4 May 2024\n\nChair\n\n• Anita\x0e Lowell-Finch – head\x01 of beds",
    "control characters as entities": page(title="Tea&#7; with the&#x8d; board"),
    "half a character in a schedule": as_json({**EVENTS[0], "title": f"Tea {HALF}", "abstract": f"{HALF} <b>tea</b>"}),
    "an address with a bell in it": as_json({**EVENTS[0], "url": "https://larkmoor.example/\x07"}),
    "an end that may be past noon": "Tea with the board\n\nHeld on Tuesday 4 July 2023, 09:30 to 1\n\nChair: Ann Egerton, Larkmoor Trust\n",
    "ends that may be past noon": "Webinars\n\nTea with the board\nWednesday 9 August 2023, 15:00-1:00\n\nCake with the board\nWednesday 16 August 2023, 15:00-16:00\n\nSoup with the board\nWednesday 23 August 2023, 15:00-1:00\n",
    "an agenda that is not in order": "Tea with the board\n\nHeld on 4 May 2024\n\nAgenda\n\n17:00 Welcome\n\n16:30 Tea\n\n16:00 Cake\n",
    "a key with what is unseen": calendar(
        EVENT.replace("END:VEVENT", "UID:beds\x18 1\nEND:VEVENT").replace("URL:", "X:")
    ),
    "a title that nobody sees": "<div>Monday<?><div>5August 2019</p><h1>Kiht</h1>7March 23</p>",
    "an end whose day was not believed": 'Mittwoch 5 September 2021 3:00 bis ca.6f<n class="h-event"><n class="p-name"</span>:</p></li><time class="dt-start"datetime=2006-29>',
    "slides without a name": "T event\nSlides\n* [9KB",
    "a file whose name is unseen": as_json(
        {**EVENTS[0], "links": [{"url": "https://larkmoor.example/.odp", "title": "\ufeff"}]}
    ),
    "a title of a schedule that nobody sees": as_json({**EVENTS[0], "title": "\x08\u200b"}, EVENTS[1]),
    "a topic that nobody sees": as_json({**EVENTS[0], "track": "\x08"}),
    "a schedule's key with what is unseen": as_json({**EVENTS[0], "url": "", "guid": "beds\x1b"}, EVENTS[1]),
    "an invitation to nothing": calendar(EVENT.replace("Counting beds before the winter", "\u200b")),
    "a message about nothing": saved({**STREAMS, "0037001F": wide("\u200b")}, TIMES),
    "half a character by its number": '<?xml version="1.0"?><schedule><event i="" d="&#xD800;&#56832;&#x110000;&#99999999999;"',
    "days at both ends of time": calendar(
        EVENT.replace("END:VEVENT", "RDATE:00010101T100000,99991231T233000,20240504T100000\nEND:VEVENT")
    ),
    "a length of two thousand years": as_json(
        {**EVENTS[0], "duration": -1064173531}, {**EVENTS[1], "duration": 1 << 70}
    ),
    "a copyright of nobody": "\u00a9   ,",
    "a question of nothing": "# Tea  C\t- Questions \n- \u202e\n>ppt",
    "a language of one letter": '<html lang="e\n"><h1>Tea</h1><p>Zzz',
    "topics over two lines": calendar(EVENT.replace("Winter,Beds", "Winter,Beds\\nand cups")),
    "an address over two lines": calendar(EVENT.replace("events/beds", "events/beds\\nand more")),
    "a name with two spaces": "Calder  Vale  Trust asks.\n\nCalder  Vale  Trust hosts tea.\n\nTea with the board\n\nHeld on 4 May 2024.\n",
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_is_mended(name: str):
    told = FOUND[name]
    assert faults(told if isinstance(told, bytes) else told.encode(), "page.md") == []


def test_half_a_character_becomes_a_sign_that_can_be_kept():
    data = as_json({**EVENTS[0], "title": f"Tea {HALF}"})
    assert json.loads(data)["schedule"]["conference"]["days"][0]["rooms"]["Corn Hall"][0]["title"] == f"Tea {HALF}"
    assert faults(data, "schedule.json") == []


@pytest.mark.parametrize(
    "text",
    [
        "x" * 9_000 + " 5 May 2024",
        f"Tea with the board\n\nHeld on 4 May 2024\n\n{'A' * 60_000}\n",
        "<h1>Tea</h1><h2>Speakers</h2><ul>" + ("<li>" + "- who " * 30) * 200 + "</ul><p>" + "- who " * 6_000,
    ],
    ids=["a long word before a day", "a long word", "dividers"],
)
def test_what_was_slow_takes_no_longer_than_its_length_asks(text: str):
    before = process_time()
    assert faults(text.encode(), "page.txt", times=1) == []
    # What grew with the square of the length took far longer.
    assert process_time() - before < 4
