# SPDX-License-Identifier: MIT
"""Outlook's files: appointments, messages with a calendar, messages as pages, and damage that never surprises."""

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.model import Draft, UserError
from eqbrief.reading import read_bytes
from eqbrief.reading.outlook import Outlook, is_outlook, outlook_of
from tests.files.making import old_deck
from tests.reading.forms import as_html
from tests.reading.invented import PANEL
from tests.reading.outlook_files import compound_of, saved, ticks, wide
from tests.reading.test_invitations import EVENT, calendar
from tests.reading.test_invitations import read as read_calendar
from tests.reading.test_pages import check_evidence

TOLD = "How six wards count their beds before the winter, and what they do with the answer.\r\n\r\nChair\r\n\r\n" + (
    "• Anita Lowell-Finch – ward manager, Larkmoor Trust\r\n"
)
STREAMS = {
    "001A001F": wide("IPM.Appointment"),
    "0037001F": wide("Counting beds"),
    "1000001F": wide(TOLD),
    "0C1A001F": wide("Tobias Wynn-Harrow"),
}
TIMES = {(0x0060, 0x0040): ticks("2023-10-10T09:00"), (0x0061, 0x0040): ticks("2023-10-10T10:30")}


def read(data: bytes) -> Draft:
    draft = read_bytes(data, "invitation.msg")
    check_evidence(draft)
    return draft


def test_an_appointment_is_an_event():
    draft = read(saved(STREAMS, TIMES))
    assert (draft.kind, draft.title, draft.status) == ("event", "Counting beds", None)
    assert (draft.starts_at, draft.ends_at, draft.timezone) == ("2023-10-10T09:00", "2023-10-10T10:30", "UTC")
    [chair] = draft.people
    assert (chair.name, chair.capacity, chair.organisations) == ("Anita Lowell-Finch", "chair", ("Larkmoor Trust",))
    assert "Organiser: Tobias Wynn-Harrow\n" in draft.text


def test_a_meeting_that_was_called_off_is_cancelled():
    kind = {"001A001F": wide("IPM.Schedule.Meeting.Canceled")}
    assert read(saved(STREAMS | kind, TIMES)).status == "cancelled"


def test_an_attached_calendar_tells_more_than_the_appointment():
    attached = {"3707001F": wide("invite.ics\0"), "37010102": calendar(EVENT) + b" " * 5000}
    part = {"__attach_version1.0_#00000001": {f"__substg1.0_{key}": value for key, value in attached.items()}}
    other = {
        "__attach_version1.0_#00000000": {"__substg1.0_3707001F": wide("beds.pptx"), "__substg1.0_37010102": b"PK"}
    }
    draft = read(saved(STREAMS | other | part, TIMES))
    alone = read_calendar(EVENT)
    assert (draft.title, draft.starts_at, draft.decks) == (alone.title, alone.starts_at, alone.decks)


@pytest.mark.parametrize(
    ("streams", "fixed"),
    [
        ({"1000001F": wide(PANEL.text)}, {}),
        ({"1000001E": PANEL.text.encode("cp1252", "ignore")}, {(0x3FFD, 3): 1252}),
        ({"10130102": as_html(PANEL.text, "lists").encode()}, {(0x3FDE, 3): 65001}),
        ({"1013001F": wide(as_html(PANEL.text, "lists"))}, {(0x3FDE, 3): 99999}),
    ],
    ids=["text", "narrow text", "markup", "wide markup"],
)
def test_any_other_message_is_read_by_its_words(streams: dict, fixed: dict):
    kind = {"001A001F": wide("IPM.Note"), "0037001F": wide("Fw: a webinar")}
    # A note may have such times too; they are not those of an event.
    draft = read(saved(kind | streams, TIMES | fixed))
    assert (draft.title, len(draft.people), draft.starts_at) == (PANEL.says["title"], len(PANEL.people), "2023-03-20")


def test_narrow_words_are_read_by_the_code_page_that_the_message_names():
    told = "Καλημέρα, κρεβάτια"
    streams = {"0037001E": told.encode("cp1253"), "1000001E": told.encode("cp1253")}
    found = outlook_of(saved(streams, {(0x3FFD, 3): 1253}))
    assert found is not None
    assert (found.subject, found.text) == (told, told)


def test_what_has_no_words_is_refused_in_a_sentence():
    with pytest.raises(UserError, match="does not read") as caught:
        read_bytes(saved({"001A001F": wide("IPM.Note"), "10090102": b"{rtf}"}), "invitation.msg")
    assert "'invitation.msg'" in caught.value.what
    assert "Outlook" in caught.value.next_step


def test_a_stream_that_claims_more_than_the_file_holds_is_damage():
    data = bytearray(saved(STREAMS))
    at = data.find(wide("__substg1.0_1000001F"))
    data[at + 120 : at + 128] = struct.pack("<Q", 1 << 31)
    assert outlook_of(bytes(data)) is None
    with pytest.raises(UserError, match="damaged Outlook message"):
        read_bytes(bytes(data), "invitation.msg")


def test_times_that_no_event_has_are_none():
    found = outlook_of(saved(STREAMS, {(0x0060, 0x0040): 2**63, (0x0061, 0x0040): 0}))
    assert found is not None
    assert (found.subject, found.starts, found.ends) == ("Counting beds", None, None)


def test_other_files_of_the_kind_are_not_outlooks():
    assert is_outlook(saved({}))
    assert not is_outlook(old_deck())
    assert not is_outlook(compound_of({"WordDocument": b"x" * 5000}))


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 40))
def test_no_damage_surprises(seed: int, count: int):
    chance = random.Random(seed)
    data = bytearray(saved(STREAMS | {"10130102": b"<p>tea</p>" * 600}, TIMES))
    for _ in range(count):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.randrange(600, len(data) + 1)])
    for damaged in (bytes(data), cut):
        found = outlook_of(damaged)
        assert found is None or isinstance(found, Outlook)
        assert found == outlook_of(damaged)
