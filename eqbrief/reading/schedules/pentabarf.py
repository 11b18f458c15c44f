# SPDX-License-Identifier: MIT
"""The XML of Pentabarf and frab, which many conference programs write, turned into the form of its younger JSON.

Format: https://c3voc.de/wiki/schedule. The parser resolves no entity, loads nothing, and goes on where markup breaks.
"""

import re
from itertools import islice
from typing import Any

from eqbrief.reading.schedules.programme import Thing

_DECLARES = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*+<!DOCTYPE[^>\[]*\[", re.IGNORECASE | re.DOTALL)
# More than any schedule that is read may have; those without a title count here too.
_MOST_EVENTS = 20_000
# A character by its number. Halves of a pair and what is beyond the last one are let in by the parser that goes on
# where markup breaks, and cannot be got out again.
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_LONGEST_NUMBER, _HALVES, _LAST = 10, range(0xD800, 0xE000), 0x10FFFF
_MARKED_UP = ("abstract", "description", "biography")
_LISTS = {"persons": "person", "links": "link", "attachments": "attachment"}


def declares_entities(text: str) -> bool:
    """Tell a file that declares entities: no schedule needs any, and they can be made to fill a machine's memory."""
    return _DECLARES.match(text) is not None


def schedule_of_xml(text: str) -> Thing:
    """Give what the XML holds by the names of the JSON; each event stands in 'events' beside the day that it is on."""
    etree = _etree()
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    text = _NUMBERED.sub(_sound, text) if "&#" in text else text
    root: Any = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        return {}
    schedule = {_local(child): _words(child) for child in root if not len(child)}
    conference: Thing = {}
    for part in root:
        if _local(part) == "conference":
            conference |= {_local(child): _words(child) for child in part}
    # Where markup breaks, days and events may have come to lie inside each other.
    found = islice(root.iter("{*}event"), _MOST_EVENTS)
    events = [{"day": _day_of(event), "event": _event(event)} for event in found]
    return {**schedule, "conference": conference, "events": events}


def _sound(numbered: re.Match[str]) -> str:
    digits, base = (numbered[1], 16) if numbered[1] else (numbered[2], 10)
    code = int(digits, base) if len(digits) <= _LONGEST_NUMBER else _LAST + 1
    return "\ufffd" if code in _HALVES or code > _LAST else numbered[0]


def _etree() -> Any:
    from lxml import etree  # noqa: PLC0415 - 20 ms, and most sources are pages  # pyright: ignore

    return etree  # pyright: ignore


def _day_of(event: Any) -> Thing:
    """Give the attributes of the day that an event lies in, and the name of its room."""
    around: Thing = {}
    for above in event.iterancestors():
        if _local(above) == "room":
            around.setdefault("room", above.get("name") or "")
        elif _local(above) == "day":
            return around | dict(above.attrib)
    return around


def _event(event: Any) -> Thing:
    found: Thing = dict(event.attrib)
    for child in event:
        name = _local(child)
        if name in _LISTS:
            found[name] = [_item(one) for one in child if _local(one) == _LISTS[name]]
        elif name == "recording":
            found[name] = {_local(one): _words(one) for one in child}
        elif name != "event":
            found.setdefault(name, _words(child))
    return found


def _item(item: Any) -> Thing:
    """Read a person, a link or an attachment: its attributes, the parts inside it, else its own words."""
    found: Thing = dict(item.attrib)
    if len(item):
        return found | {_local(one): _words(one) for one in item}
    return {"title": (item.text or "").strip(), **found}


def _words(element: Any) -> str:
    text: str | None = element.text
    if not len(element) or _local(element) not in _MARKED_UP:
        return text.strip() if text else ""
    # HTML that was not escaped stands in the file as elements.
    etree = _etree()
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return f"{text or ''}{inner}".strip()


def _local(element: Any) -> str:
    tag = str(element.tag)
    return tag.rpartition("}")[2] if "}" in tag else tag
