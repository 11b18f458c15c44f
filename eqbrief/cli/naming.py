# SPDX-License-Identifier: MIT
"""The commands for people and organisations: list them, merge and unmerge records, name them, compare two names."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import count, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.model import NameRecord
from eqbrief.tasks import naming, telling_apart

_SAID = {True: "The same", False: "Different", None: "Perhaps the same: you have to say"}
_KIND = click.argument("kind", type=click.Choice(["person", "organisation"]))
_RECORD = (
    "id, uid, kind, name, other_names, acronyms, parent (an object of id, uid, name, or null), units (a list of such "
    "objects), merged (likewise: what was merged into it), events (how many)"
)


@click.command("people")
@click.argument("words", nargs=-1)
@json_option(
    "a JSON list with an object for each person, most events first: id, uid, name, other_names, organisation (the "
    "newest, as printed, or null), events (how many)."
)
@click.pass_obj
def people_(session: Session, words: tuple[str, ...], as_json: bool) -> int:
    """List people, most events first.

    All of them, or those that have every word in their name or organisation.
    """
    with session.opened() as store:
        listed = naming.people_json(store, " ".join(words))
    if as_json:
        print_json(listed)
        return DONE
    say_table((str(one["id"]), str(one["events"]), one["name"], one["organisation"] or "") for one in listed)
    say(f"{count(len(listed), 'person', 'people')}." if listed else "No people.")
    return DONE


@click.command("organisations")
@click.argument("words", nargs=-1)
@json_option(
    "a JSON list with an object for each organisation, most events first: id, uid, name, other_names, acronyms, parent "
    "(an object of id, uid, name, or null), people (how many), events (how many)."
)
@click.pass_obj
def organisations_(session: Session, words: tuple[str, ...], as_json: bool) -> int:
    """List organisations, most events first.

    All of them, or those that have every word in their name.
    """
    with session.opened() as store:
        listed = naming.organisations_json(store, " ".join(words))
    if as_json:
        print_json(listed)
        return DONE
    say_table((str(one["id"]), str(one["events"]), one["name"], " ".join(one["acronyms"])) for one in listed)
    say(f"{count(len(listed), 'organisation')}." if listed else "No organisations.")
    return DONE


@click.command("merge")
@_KIND
@click.argument("kept")
@click.argument("other")
@click.option("--preview", is_flag=True, help="Only show what it would bring about.")
@json_option(
    f"the record that stands for both as a JSON object of {_RECORD}; with --preview an object of id, uid, name, other, "
    "reason, events, together (the events at which both are printed)."
)
@click.pass_obj
def merge_(session: Session, kind: telling_apart.Who, kept: str, other: str, preview: bool, as_json: bool) -> int:
    """Let the first record stand for both.

    `unmerge` takes it back at any time. What pages printed stays as it was. Each is a number or a part of a name.
    """
    with session.opened() as store:
        one, two = db.find_record(store, kind, kept), db.find_record(store, kind, other)
        if preview:
            return _preview(naming.preview_merge(store, kind, one, two), as_json)
        record = naming.merge(store, kind, one, two)
    _print(record, as_json, f"Merged into {record.name}, with {_events(record)}.")
    return DONE


@click.command("unmerge")
@_KIND
@click.argument("record")
@click.argument("other", required=False)
@json_option(f"the record that stands for itself again as a JSON object of {_RECORD}.")
@click.pass_obj
def unmerge_(session: Session, kind: telling_apart.Who, record: str, other: str | None, as_json: bool) -> int:
    """Let a merged record stand for itself again.

    Name the merged one by its number, or the one into which it was merged, and both where several were.
    """
    with session.opened() as store:
        numbers = [_merged(store, kind, words) for words in (record, other) if words is not None]
        apart = naming.unmerge(store, kind, *numbers)
    _print(apart, as_json, f"{apart.name} stands for itself again, with {_events(apart)}.")
    return DONE


@click.command("rename")
@_KIND
@click.argument("record")
@click.argument("name")
@click.option("--also", is_flag=True, help="Keep its name, and give it this one too.")
@json_option(f"the record as a JSON object of {_RECORD}.")
@click.pass_obj
def rename_(session: Session, kind: telling_apart.Who, record: str, name: str, also: bool, as_json: bool) -> int:
    """Call a person or an organisation by another name.

    What pages printed stays as it was, and a page that prints either name means this record.
    """
    with session.opened() as store:
        found = naming.rename(store, kind, db.find_record(store, kind, record), name, also=also)
    _print(found, as_json, f"{found.name}, also {'; '.join(found.other_names)}." if found.other_names else found.name)
    return DONE


@click.command("belongs")
@click.argument("organisation")
@click.argument("parent", required=False)
@json_option(f"the organisation as a JSON object of {_RECORD}.")
@click.pass_obj
def belongs_(session: Session, organisation: str, parent: str | None, as_json: bool) -> int:
    """Say what an organisation is a part of.

    Without PARENT, that it is a part of nothing.
    """
    with session.opened() as store:
        above = db.find_record(store, "organisation", parent) if parent else None
        found = naming.belongs(store, db.find_record(store, "organisation", organisation), above)
    where = f"is a part of {found.parent.name}" if found.parent else "is a part of nothing"
    _print(found, as_json, f"{found.name} {where}.")
    return DONE


@click.command("match")
@_KIND
@click.argument("first")
@click.argument("second")
@json_option("a JSON object of same (true, false, or null where a person has to say), score, reason.")
@click.pass_obj
def match_(session: Session, kind: telling_apart.Who, first: str, second: str, as_json: bool) -> int:
    """Say whether two names mean the same one.

    It is the function by which a library ties what pages print; it needs none.
    """
    found = telling_apart.match(kind, first, second)
    if as_json:
        print_json(telling_apart.match_json(found))
    else:
        say(f"{_SAID[found.same]} ({found.score:.0%}). {found.reason}")
    return DONE


def _merged(store: db.Store, kind: telling_apart.Who, words: str) -> int:
    """Find a record by its words, one that was merged by its own name too."""
    named = [one.id for one in db.all_named(store, kind) if one.name.casefold() == words.strip().casefold()]
    merged = [number for number in named if db.root_of(store, kind, number) != number]
    return merged[0] if len(merged) == 1 == len(named) else db.find_record(store, kind, words)


def _preview(shown: naming.Preview, as_json: bool) -> int:
    if as_json:
        print_json(naming.preview_json(shown))
        return DONE
    say(f"{shown.other.name} would be one with {shown.kept.name}, with {count(shown.events, 'event')}. {shown.reason}")
    if shown.together:
        say(f"But both are printed at {'; '.join(one.name for one in shown.together)}.")
    return DONE


def _print(record: NameRecord, as_json: bool, sentence: str) -> None:
    if as_json:
        print_json(naming.record_json(record))
    else:
        say(sentence)


def _events(record: NameRecord) -> str:
    return count(len({one.event_id for one in record.appearances}), "event")


@click.command("likely")
@_KIND
@json_option(
    "a JSON list with an object for each pair, most likely first: one (an object of id, name), other (likewise), "
    "score, reason."
)
@click.pass_obj
def likely_(session: Session, kind: telling_apart.Who, as_json: bool) -> int:
    """List records that are likely the same, and why.

    `merge` makes a pair one; `apart` says that they are two, and they are not listed again.
    """
    from eqbrief.tasks.likely import likely_same  # noqa: PLC0415 - the other commands compare no names

    with session.opened() as store, long_work() as (report, stop):
        listed = likely_same(store, kind, report, stop)
    if as_json:
        print_json(
            [
                {
                    "one": {"id": pair.one.id, "name": pair.one.name},
                    "other": {"id": pair.other.id, "name": pair.other.name},
                    "score": pair.score,
                    "reason": pair.reason,
                }
                for pair in listed
            ]
        )
        return DONE
    say_table(
        (f"{pair.one.id} {pair.one.name}", f"{pair.other.id} {pair.other.name}", f"{pair.score:.0%}", pair.reason)
        for pair in listed
    )
    say(f"{count(len(listed), 'pair')}." if listed else "None are likely the same.")
    return DONE


@click.command("apart")
@_KIND
@click.argument("one")
@click.argument("other")
@json_option("a JSON object of kind, one, other (their numbers).")
@click.pass_obj
def apart_(session: Session, kind: telling_apart.Who, one: str, other: str, as_json: bool) -> int:
    """Say that two records are not the same."""
    with session.opened() as store:
        first, second = db.find_record(store, kind, one), db.find_record(store, kind, other)
        naming.not_the_same(store, kind, first, second)
    if as_json:
        print_json({"kind": kind, "one": first, "other": second})
    else:
        say("They are two, and will not be proposed again.")
    return DONE
