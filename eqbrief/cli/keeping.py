# SPDX-License-Identifier: MIT
"""The commands that keep a library safe: look whether it is in order, back it up, list backups, put one back."""

from pathlib import Path

import click

from eqbrief.cli.printing import Report, Stop, complain, count, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, FAILED, STOPPED, Session
from eqbrief.files import Settings
from eqbrief.model import Backup, Problem, say_date, to_json
from eqbrief.store import LibraryDamaged
from eqbrief.tasks import keeping

_BACKUP_KEYS = "id, uid, made_at, place, file, size_bytes, events, ok"


@click.command("check")
@click.option("--repair", is_flag=True, help="Mend what can be mended; nothing is deleted.")
@json_option("a JSON object of ok, problems (a list of objects of kind, what, next_step); with --repair also mended.")
@click.pass_obj
def check_(session: Session, repair: bool, as_json: bool) -> int:
    """Look whether the library is in order.

    That is the database, what search finds, and every file against its hash. A deck that a page names and nobody
    has brought in yet is not a problem.
    """
    with long_work() as (report, stop):
        left, mended = _looked_at(session, repair, report, stop)
        stopped = stop()
    ok = not left and not stopped
    if as_json:
        plain = {"ok": ok, "problems": to_json(left)}
        print_json({**plain, "mended": to_json(mended)} if repair else plain)
    else:
        for problem in mended:
            say(f"Mended: {problem.what}")
        if ok:
            say("The library is in order.")
    for problem in left:
        complain(f"{problem.what} {problem.next_step}")
    if stopped:
        complain("Stopped before everything was looked at.")
        return STOPPED
    return DONE if ok else FAILED


@click.command("backup")
@json_option(f"the backup as a JSON object of {_BACKUP_KEYS}.")
@click.pass_obj
def backup_(session: Session, as_json: bool) -> int:
    """Back up the database and every file.

    The backup goes into the library's own backups/, and into the second place that the settings name.
    """
    partly = None
    try:
        with session.opened() as store, long_work() as (report, stop):
            made = keeping.backup(store, second_place=_second_place(session), report=report, stop=stop)
    except keeping.PartlyBackedUp as error:
        made, partly = error.made, error
    if made is None:
        complain("Stopped; no backup was made, and those made before are as they were.")
        return STOPPED
    if as_json:
        print_json(to_json(made))
    else:
        say(f"Backed up as {made.id}: {count(made.events, 'event')}, in '{made.place}'.")
    if partly:
        complain(str(partly))
    return FAILED if partly else DONE


@click.command("backups")
@json_option(f"a JSON list with an object for each backup, newest first: {_BACKUP_KEYS} (null until it was tried).")
@click.pass_obj
def backups_(session: Session, as_json: bool) -> int:
    """List the backups, newest first.

    The library itself need not be readable.
    """
    found = _found(session)
    if as_json:
        print_json(to_json(found))
        return DONE
    say_table((one.id, say_date(one.made_at[:10]), count(one.events, "event"), one.place) for one in found)
    if not found:
        say("No backups yet.")
    return DONE


@click.command("restore")
@click.argument("words", metavar="BACKUP", nargs=-1, required=True)
@json_option(
    f"the backup that was put back as a JSON object of {_BACKUP_KEYS}, and of aside (the folder with what was there "
    "before), files (those put back), missing (what no backup holds, each an object of kind, what, next_step)."
)
@click.pass_obj
def restore_(session: Session, words: tuple[str, ...], as_json: bool) -> int:
    """Put a backup back.

    BACKUP is its id in `eqbrief backups`, with or without quotation marks. What is there now is kept aside,
    and no deck is deleted.
    """
    second = _second_place(session)
    with long_work() as (report, stop):
        done = keeping.restore(session.folder, " ".join(words), second_place=second, report=report, stop=stop)
    for problem in done.missing:
        complain(f"{problem.what} {problem.next_step}")
    if as_json:
        aside = str(done.aside) if done.aside else None
        print_json({**to_json(done.backup), "aside": aside, "files": done.files, "missing": to_json(done.missing)})
    else:
        say(f"Restored backup {done.backup.id}: {count(done.backup.events, 'event')}.")
        if done.files:
            say(f"Put back {count(len(done.files), 'file')}: {', '.join(done.files)}.")
        if done.aside:
            say(f"What was there before is kept in '{done.aside}'.")
    return FAILED if done.missing else DONE


def _looked_at(session: Session, repair: bool, report: Report, stop: Stop) -> tuple[list[Problem], list[Problem]]:
    """Check, and repair if asked; give what is out of order and what was mended.

    A database that cannot even be opened is a problem like any other.
    """
    second = _second_place(session)
    try:
        with session.opened() as store:
            found = keeping.check(store, report, stop, second_place=second)
            if not repair or stop():
                return found, []
            left = keeping.repair(store, found, report, stop, second_place=second)
            return left, [problem for problem in found if problem not in left]
    except LibraryDamaged as error:
        good = keeping.newest_good(session.folder, second)
        offer = f"Restore the newest good backup: eqbrief restore '{good.id}'." if good else error.next_step
        return [Problem("database", error.what, offer)], []


def _found(session: Session) -> list[Backup]:
    """List the backups of a library, also of one that has lost its database.

    Raises:
        UserError: when the folder neither is nor was a library.
    """
    if not (session.folder / keeping.BACKUPS).is_dir():
        with session.opened():
            return []
    return keeping.backups(session.folder, _second_place(session))


def _second_place(session: Session) -> Path | None:
    named = Settings.load().second_place.get(str(session.folder))
    return Path(named) if named else None
