# SPDX-License-Identifier: MIT
"""The way in: bytes, a file or pasted text become a draft, by a table of readers that goes by content.

To add a form, write a function from text to `Page` and give it a line in `_READERS`; `page_kind` must know the form.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from eqbrief.files import explain
from eqbrief.model import Draft, Rule, UserError
from eqbrief.reading.blocks import Page, page_of_text
from eqbrief.reading.data import DATA, data_kind
from eqbrief.reading.decoding import decode
from eqbrief.reading.invitations import draft_of_calendar, draft_of_entry
from eqbrief.reading.learnt import read_with
from eqbrief.reading.markdown import page_of_markdown
from eqbrief.reading.markup import page_of_html
from eqbrief.reading.message import calendar_in, page_of_message
from eqbrief.reading.outlook import entry_of_outlook, is_outlook, outlook_of, page_of_outlook
from eqbrief.reading.sniffing import foreign_kind, is_deck, is_gibberish, is_message, page_kind, said
from eqbrief.reading.webarchive import BINARY, page_of_webarchive

FILE_LIMIT = 50_000_000
"""The largest file that is read, in bytes; a saved page with its pictures is smaller."""
TEXT_LIMIT = 8_000_000
"""The longest text that is read, in characters; a whole conference's schedule is shorter."""

_SAVE_PAGE = "Save the event's page from the browser as HTML or text, then add that file."
_SAVE_MESSAGE = "Open it in Outlook and save it as HTML or as text, then add that file."
_READERS: dict[str, Callable[[str, str, str | None], Page]] = {
    "text": page_of_text,
    "html": page_of_html,
    "markdown": page_of_markdown,
}


def read_path(path: Path) -> Draft:
    """Read one file.

    Raises:
        UserError: when it cannot be opened, or as `read_bytes` does.
    """
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise _too_large(path.name, path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise explain(error, path) from error
    return read_bytes(data, path.name)


def read_bytes(
    data: bytes, name: str, *, charset: str | None = None, address: str | None = None, rules: Sequence[Rule] = ()
) -> Draft:
    """Read a page's bytes as they are; the same bytes and rules give the same draft.

    `charset` and `address` are what is known of a page that was fetched: its encoding, as its header names it, and
    where it was found. `rules` are those that were learnt, for any sites; those for the page's own are applied.

    Raises:
        UserError: when they are empty, larger than `FILE_LIMIT`, no page (it says what they are), or unreadable.
    """
    return _drafted(page_in(data, name, charset=charset, address=address), rules)


def page_in(data: bytes, name: str, *, charset: str | None = None, address: str | None = None) -> Page | Draft:
    """Bring a page's bytes into the one form that the rules read; data, such as a calendar's, is a draft at once.

    Raises:
        UserError: as `read_bytes` does.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise UserError(f"Could not read '{name}': it is empty.", _SAVE_PAGE)
    if len(data) > FILE_LIMIT:
        raise _too_large(name, len(data))
    if data.startswith(BINARY):
        return _of_webarchive(data, name)
    if is_outlook(data):
        return _of_outlook(data, name)
    if kind := foreign_kind(data):
        raise _not_a_page(name, kind)
    text, charset = decode(data, charset)
    if is_message(text):
        return _of_message(data, name)
    if "WebMainResource" in text[:4096] and data_kind(text) == "webarchive":
        return _of_webarchive(data, name)
    if is_gibberish(text):
        raise _not_a_page(name, "unknown")
    return _read(text, name, charset, address)


def read_text(text: str, name: str, *, rules: Sequence[Rule] = ()) -> Draft:
    """Read text that was pasted; `rules` as for `read_bytes`.

    Raises:
        UserError: when there is none, or far too much.
    """
    if not text.strip("\0 \t\r\n\f\v\ufeff\u200b"):
        raise UserError("There is no text to read.", "Copy the text of the event's page, then paste it here.")
    return _drafted(_read(text, name, None), rules)


def _drafted(found: Page | Draft, rules: Sequence[Rule]) -> Draft:
    return read_with(found, rules) if isinstance(found, Page) else found


def _read(text: str, name: str, charset: str | None, address: str | None = None) -> Page | Draft:
    if len(text) > TEXT_LIMIT:
        raise _too_large(name, len(text))
    if data := data_kind(text):
        return _read_data(text, name, charset, data)
    kind = page_kind(text, name)
    page = _READERS.get(kind, page_of_text)(text, name, charset)
    return replace(page, hints=page.hints | {"address": address}) if address else page


def _of_message(data: bytes, name: str) -> Page | Draft:
    """Read an invitation by the calendar in it, any other message as a page; its parts have an encoding each."""
    invited = calendar_in(data)
    draft = draft_of_calendar(invited[0], name, invited[1]) if invited else None
    return draft or page_of_message(data, name)


def _of_outlook(data: bytes, name: str) -> Page | Draft:
    """Read what Outlook saved by the calendar attached to it, else as an appointment, else as a page."""
    found = outlook_of(data)
    if found is None:
        raise UserError(f"Could not read '{name}': it is a damaged Outlook message.", _SAVE_MESSAGE)
    for text, charset in found.calendars:
        if draft := draft_of_calendar(text, name, charset):
            return draft
    if entry := entry_of_outlook(found):
        return draft_of_entry(entry, name)
    page = page_of_outlook(found, name)
    if page is None:
        raise UserError(
            f"Could not read '{name}': this Outlook message keeps its words in a form that EqBrief does not read.",
            _SAVE_MESSAGE,
        )
    return page


def _of_webarchive(data: bytes, name: str) -> Page:
    page = page_of_webarchive(data, name)
    if page is None:
        raise _not_for_people(name, "settings")
    return page


def _read_data(text: str, name: str, charset: str | None, kind: str) -> Draft:
    if kind == "schedule":
        from eqbrief.reading.schedules import draft_of_schedule  # noqa: PLC0415 - start-up: few files are schedules

        return draft_of_schedule(text, name, charset)
    if kind != "calendar":
        raise _not_for_people(name, kind)
    draft = draft_of_calendar(text, name, charset)
    if draft is None:
        raise UserError(
            f"Could not read '{name}': it is a calendar, but holds no event with a title and a day.",
            "Ask the organiser for the invitation again, or save the event's page as HTML or text and add that.",
        )
    return draft


def _too_large(name: str, size: int) -> UserError:
    return UserError(
        f"Could not read '{name}': it holds {size / 1_000_000:.0f} MB, which is more than any event's page.",
        "Add the page of one event, or attach the file to an event if it is a deck.",
    )


def _not_for_people(name: str, kind: str) -> UserError:
    return UserError(f"Could not read '{name}': it is {DATA[kind]}, which EqBrief does not read.", _SAVE_PAGE)


def _not_a_page(name: str, kind: str) -> UserError:
    if is_deck(kind):
        return UserError(
            f"Could not read '{name}' as a page: it is {said(kind)}.",
            "Add the event's page first, then attach this file to the event as a deck.",
        )
    return UserError(f"Could not read '{name}' as a page: it is {said(kind)}.", _SAVE_PAGE)
