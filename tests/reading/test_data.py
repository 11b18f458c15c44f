# SPDX-License-Identifier: MIT
"""Data for programs is known by its content, whatever its name, and never becomes an event; pages stay pages."""

import json

import pytest

from eqbrief.model import UserError
from eqbrief.reading import read_bytes, read_text
from eqbrief.reading.data import DATA, data_kind
from tests.reading.forms import as_html
from tests.reading.invented import PANEL

EVENT = {"items": [{"type": ["h-event"], "properties": {"name": ["Tea"], "start": ["2024-05-04"]}}]}
PRETTY, DENSE = json.dumps(EVENT, indent=2), json.dumps(EVENT)
XML = '<?xml version="1.0"?>\n'


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PRETTY, "json"),
        (DENSE, "json"),
        (DENSE + "\n" + DENSE, "json"),
        (DENSE[:60], "json"),
        ("[" * 100_000 + "]" * 100_000, None),
        ('{"a": ' * 50_000, "json"),
        ("[1, 2]", "json"),
        (json.dumps({"schedule": {"conference": {}}}), "schedule"),
        (XML + "<schedule><day date='2024-05-04'/></schedule>", "schedule"),
        (XML + "<!-- made by us --><rss><channel><title>Tea</title></channel></rss>", "feed"),
        ("<feed xmlns='a'><title>Tea</title></feed>", "feed"),
        (XML + "<svg><text>Tea, 4 May 2024</text></svg>", "drawing"),
        (XML + "<plist><dict><key>a</key></dict></plist>", "settings"),
        (XML + "<plist><dict><key>WebMainResource</key></dict></plist>", "webarchive"),
        ('<!DOCTYPE tea [<!ENTITY a "b">]><tea>&a;</tea>', "xml"),
        (XML + "<tea><cup>4 May 2024</cup></tea>", "xml"),
        (XML, "xml"),
        ("<conf:tea><cup>4 May 2024</cup></conf:tea>", "xml"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "calendar"),
        ("BEGIN:VEVENT\nEND:VEVENT", "calendar"),
        ("begin:vcard\nFN:Anita Lowell-Finch\nend:vcard", "contact"),
    ],
)
def test_data_is_known(text: str, kind: str | None):
    assert data_kind(text) == kind
    assert data_kind("\ufeff\n " + text) == kind
    assert kind is None or kind in DATA


@pytest.mark.parametrize(
    "text",
    [
        PANEL.text,
        as_html(PANEL.text, "lists"),
        XML + '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n<html><body>Tea</body></html>',
        "<!DOCTYPE HTML><p>Tea</p>",
        "<!-- saved --><html><body>Tea</body></html>",
        "<svg></svg><p>Tea</p>",
        "<abbr>EDI</abbr> and tea: <p>4 May 2024</p>",
        "<anita@larkmoor.example> wrote: tea on 4 May 2024",
        "[Postponed] Tea with the board",
        "{tea} and more",
        '[1] "Tea": a note',
        DENSE + "\n\n# Tea with the board\n\n4 May 2024",
    ],
)
def test_what_people_read_is_none(text: str):
    assert data_kind(text) is None


@pytest.mark.parametrize(("text", "says"), [(PRETTY, "data for programs (JSON)"), (XML + "<tea/>", "(XML)")])
def test_it_is_refused_by_its_name_whatever_that_of_the_file(text: str, says: str):
    for name in ("event.json", "event.html", "event.txt"):
        with pytest.raises(UserError) as caught:
            read_bytes(text.encode(), name)
        assert says in caught.value.what
        assert f"'{name}'" in caught.value.what
        assert "Save the event's page" in caught.value.next_step
    with pytest.raises(UserError):
        read_text(text, "Pasted text.txt")
