# SPDX-License-Identifier: MIT
"""The commands that write out everything about a person, and that erase one."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.printing import count, json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.files import Settings
from eqbrief.tasks import about, erasing


@click.command("about")
@click.argument("person")
@click.option(
    "--to", "target", metavar="FILE", required=True, type=click.Path(path_type=Path), help="A .json or .md file."
)
@json_option("a JSON object of id, uid, name, file.")
@click.pass_obj
def about_(session: Session, person: str, target: Path, as_json: bool) -> int:
    """Write everything known of a person to a file."""
    with session.opened() as store:
        record = db.name_record(store, "person", db.find_record(store, "person", person))
        about.export_person(store, record.id, target)
    if as_json:
        print_json({"id": record.id, "uid": record.uid, "name": record.name, "file": str(target)})
    else:
        say(f"Wrote what is known of {record.name} to '{target}'. Notes are in it, private ones too.")
    return DONE


@click.command("erase")
@click.argument("person")
@click.option("--confirm", metavar="NAME", help="The name as it stands: do it. It cannot be undone.")
@json_option(
    "a JSON object of id, uid, name, names, erased (true once it is done), appearances (how many), notes (on the "
    "person), mentions (objects of what, event_id, excerpt, next_step), kept (likewise), backups (objects of file, "
    "next_step)."
)
@click.pass_obj
def erase_(session: Session, person: str, confirm: str | None, as_json: bool) -> int:
    """Show what erasing a person takes and leaves.

    With --confirm and the name in full, do it. The record, appearances, links and log entries go, and the file is
    written anew. Notes, kept pages, decks and backups that hold the name are listed, and stay.
    """
    with session.opened() as store:
        named = Settings.load().second_place.get(str(store.folder))
        place = Path(named) if named else None
        number = db.find_record(store, "person", person)
        found = erasing.preview_erase(store, number, place)
        if confirm is not None:
            erasing.confirm_name(found, confirm)
            found = erasing.erase_person(store, number, place)
    if as_json:
        print_json(erasing.erasure_json(found))
        return DONE
    verb = "Erased" if found.done else "Erasing would take away"
    say(f"{verb}: {found.record.name}, {count(found.appearances, 'appearance')}. {erasing.said_left(found)}")
    say_table((one.what, one.excerpt, one.next_step) for one in (*found.mentions, *found.kept))
    say_table(("Backup", file, "Delete it when a newer one is good.") for file in found.backups)
    if not found.done:
        say(f"It cannot be undone. To do it: eqbrief erase {found.record.id} --confirm '{found.record.name}'")
    return DONE
