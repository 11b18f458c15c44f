# SPDX-License-Identifier: MIT
"""E-mail: an invitation is read by the calendar in it, any other message by its words."""

from email.message import EmailMessage

import pytest

from eqbrief.reading import read_bytes
from tests.reading.invented import PANEL
from tests.reading.test_invitations import EVENT, calendar, read
from tests.reading.test_pages import check_evidence


def message(*parts: tuple[str, str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Invitation: Counting beds"
    mail["From"] = "Tobias Wynn-Harrow <tobias@larkmoor.example>"
    mail.set_content(PANEL.text)
    for kind, text in parts:
        main, _, sub = kind.partition("/")
        mail.add_attachment(
            text.encode(), maintype=main, subtype=sub, filename="invite.ics" if sub == "octet-stream" else None
        )
    return mail.as_bytes()


@pytest.mark.parametrize("kind", ["text/calendar", "application/octet-stream"])
def test_an_invitation_is_read_by_its_calendar(kind: str):
    draft = read_bytes(message((kind, calendar(EVENT).decode())), "invitation.eml")
    check_evidence(draft)
    alone = read(EVENT)
    assert (draft.title, draft.starts_at, draft.people) == (alone.title, alone.starts_at, alone.people)


@pytest.mark.parametrize(
    "parts", [(), (("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"),), (("text/calendar", ""),)]
)
def test_any_other_message_is_read_by_its_words(parts: tuple[tuple[str, str], ...]):
    draft = read_bytes(message(*parts), "message.eml")
    assert (draft.title, len(draft.people)) == (PANEL.says["title"], len(PANEL.people))
