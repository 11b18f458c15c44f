# SPDX-License-Identifier: MIT
"""Export everything that a library holds about one person, for the person who asks for it."""

import json
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.files import explain, write_whole
from eqbrief.model import UserError, say_date, to_json
from eqbrief.store import Store
from eqbrief.tasks.naming import record_json


def about_person(store: Store, number: int) -> dict[str, Any]:
    """Gather the record, the appearances as printed, what was said, actions, and every other text with the name.

    Notes are among them, private ones too: this is for the person whom they are about.

    Raises:
        UserError: when there is none of this number.
    """
    record = db.name_record(store, "person", number)
    names = db.names_of_person(store, record.id)
    return {
        **record_json(record),
        "printed_as": names,
        "appearances": [
            {
                "event": {"id": one.event_id, "title": one.event_title, "date": one.event_date},
                **to_json(one.printed),
            }
            for one in record.appearances
        ],
        "said": [to_json(one) for one in db.said_by_person(store, record.id, names)],
        "actions": [to_json(action) for action in db.actions(store, done=True) if action.person_id == record.id],
        "mentions": [
            {"in": held.table, "id": held.id, "event_id": held.event_id, "excerpt": held.excerpt}
            for held in db.holdings(store, names)
        ],
    }


def export_person(store: Store, number: int, target: Path) -> None:
    """Write everything about a person to a .json or .md file, whole or not at all.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    writers = {".json": _as_json, ".md": _as_markdown}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise UserError(f"'{target.name}' is not a kind of file for this.", "End its name in .json or .md.")
    data = write(about_person(store, number))
    try:
        write_whole(target, data, replace=True)
    except OSError as error:
        raise explain(error, target) from error


def _as_json(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _as_markdown(plain: dict[str, Any]) -> bytes:
    lines = [f"# {plain['name']}", "", f"Printed as: {'; '.join(plain['printed_as'])}", "", "## Appearances", ""]
    for one in plain["appearances"]:
        event = one["event"]
        said = "; ".join(part for part in (one["capacity"], *one["roles"], *one["organisations"]) if part)
        lines.append(f"- {say_date(event['date'])}: {event['title']} ({said})")
    lines += ["", "## Said", "", *(f"- {one['event_title']}: {one['text']}" for one in plain["said"])]
    lines += ["", "## Actions", "", *(f"- {one['text']} ({one['state']})" for one in plain["actions"])]
    lines += ["", "## Other texts with the name", ""]
    lines += [f"- {one['in']} {one['id']}: {one['excerpt']}" for one in plain["mentions"]]
    return "\n".join([*lines, ""]).encode()
