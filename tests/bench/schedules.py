# SPDX-License-Identifier: MIT
"""How long a schedule of 900 talks takes to be read and stored: `python -m tests.bench.schedules [FILE] [--runs N]`.

The floor is measured in the same run, turn about: to parse the file's XML, and to insert the very same rows into an
empty library in one go; once without what search and evidence need, and once with all of it.
"""

import argparse
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from lxml import etree

from eqbrief import tasks
from eqbrief.store import Store

TALKS = 900
_BARE = ("series", "topic", "person", "organisation", "event", "event_topic", "appearance", "deck", "recording")
_ALL = (*_BARE, "person_name", "appearance_role", "source", "passage")
_TALK = """<event guid="larkmoor-{number}" id="{number}">
  <date>2024-06-0{day}T{hour:02}:{minute:02}:00+01:00</date><start>{hour:02}:{minute:02}</start>
  <duration>00:30</duration><room>Room {room}</room><title>Rota {number}: what the wards of Larkmoor learnt</title>
  <subtitle>Part {number}</subtitle><track>Track {track}</track><type>lecture</type><language>en</language>
  <abstract>Night staff of ward {number} drew up their own rota, and nobody went back. {more}</abstract>
  <description>Three wards tried it for {number} weeks. {more} {more}</description>
  <persons>
    <person id="{first}">Imogen Thistlewood {first}</person><person id="{second}">Rafiq Umberley {second}</person>
  </persons><links><link href="https://larkmoor.example/{number}">The ward's page</link></links><attachments/>
</event>"""


def schedule_xml(talks: int = TALKS) -> bytes:
    """Write a made-up schedule as conference systems export it."""
    more = "The team kept a diary, asked every colleague twice, and wrote down what each change had cost. " * 3
    days: list[str] = []
    for day in range(1, 5):
        events = "".join(
            _TALK.format(
                number=n,
                day=day,
                hour=9 + n % 9,
                minute=n % 60,
                room=n % 7,
                track=n % 11,
                first=n,
                second=n // 3,
                more=more,
            )
            for n in range(talks * (day - 1) // 4, talks * day // 4)
        )
        days.append(f'<day index="{day}" date="2024-06-0{day}"><room name="Hall">{events}</room></day>')
    head = "<conference><acronym>ld24</acronym><title>Larkmoor Days 2024</title></conference>"
    return f'<?xml version="1.0" encoding="UTF-8"?><schedule>{head}{"".join(days)}</schedule>'.encode()


def add(file: Path, folder: Path) -> tuple[float, dict[str, list[tuple[Any, ...]]]]:
    """Read and store a schedule. Give the seconds, and the rows that were made, by table."""
    store = Store.create(folder)
    began = perf_counter()
    tasks.accept(store, tasks.read_page(file))
    took = perf_counter() - began
    rows = {table: [tuple(row) for row in store.db.execute(f"SELECT * FROM {table}")] for table in _ALL}
    store.close()
    return took, rows


def floor(file: Path, folder: Path, rows: dict[str, list[tuple[Any, ...]]], tables: tuple[str, ...]) -> float:
    """Parse the file's XML and insert rows into an empty library in one transaction. Give the seconds."""
    store = Store.create(folder)
    columns = {
        table: [row["name"] for row in store.db.execute(f"PRAGMA table_xinfo({table})") if row["hidden"] == 0]
        for table in tables
    }
    began = perf_counter()
    etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    with store.change() as change:
        for table in tables:
            names = columns[table]
            sql = f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            change.db.conn.executemany(sql, [row[: len(names)] for row in rows[table]])
    took = perf_counter() - began
    store.close()
    return took


def main() -> None:
    """Print the best of several runs, and their ratios."""
    options = argparse.ArgumentParser()
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = given.file or Path(scratch, "schedule.xml")
        if given.file is None:
            file.write_bytes(schedule_xml())
        times: list[tuple[float, float, float]] = []
        for run in range(given.runs):
            took, rows = add(file, Path(scratch, f"whole {run}"))
            bare = floor(file, Path(scratch, f"bare {run}"), rows, _BARE)
            same = floor(file, Path(scratch, f"same {run}"), rows, _ALL)
            times.append((took, bare, same))
        took, bare, same = (min(column) for column in zip(*times, strict=True))
        print(f"{len(rows['event'])} events read and stored: {took:.3f} s")
        print(f"XML parsed and bare rows inserted: {bare:.3f} s, ratio {took / bare:.1f}")
        print(f"XML parsed and the same rows inserted, with search and sources: {same:.3f} s, ratio {took / same:.1f}")


if __name__ == "__main__":
    main()
