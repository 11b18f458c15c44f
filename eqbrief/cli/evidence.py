# SPDX-License-Identifier: MIT
"""The commands for frameworks: which there are, what is tagged with their actions, what may be, and the gaps."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.noting import slide_named
from eqbrief.cli.output import write
from eqbrief.cli.printing import complain, count, json_option, print_json, say, say_table, say_wrapped
from eqbrief.cli.session import DONE, FAILED, Session
from eqbrief.model import (
    EvidenceItem,
    Framework,
    TagSuggestion,
    Target,
    UserError,
    framework_json,
    item_json,
    say_date,
    suggestion_json,
)
from eqbrief.store import Store
from eqbrief.tasks import frameworks as plans
from eqbrief.tasks import sheets
from eqbrief.tasks.tying import tie_question

_TAG = (
    "id, uid, framework (its key), action (its number), kind (event, slide, question or note), event (an object of id, "
    "title, date), title, snippet, deck, slide, where, private, placed (false where it cannot be found any more)"
)
_FRAMEWORK = (
    "id (0 for one that comes with EqBrief), key, name, publisher, address, published, about, actions (objects of "
    "number, title, explanation, terms, hints), own"
)


@click.command("frameworks")
@click.option(
    "--add", "file", metavar="FILE", type=click.Path(path_type=Path), help="Add one, or change it, by a file."
)
@click.option("--remove", metavar="FRAMEWORK", help="Take one away. Its tags stay, and count again once it is back.")
@click.option("--save", metavar="FRAMEWORK FILE", nargs=2, help="Write one to a .toml file, to be changed there.")
@json_option(f"a JSON list with an object for each framework: {_FRAMEWORK}.")
@click.pass_obj
def frameworks_(
    session: Session, file: Path | None, remove: str | None, save: tuple[str, str] | None, as_json: bool
) -> int:
    """List the plans that you work against, and their actions."""
    if sum(one is not None for one in (file, remove, save)) > 1:
        raise click.UsageError("Give one of --add, --remove and --save.")
    with session.opened() as store:
        done = ""
        if file is not None:
            made, is_new = plans.add_framework_file(store, file)
            done = f"{'Added' if is_new else 'Changed'} “{made.name}” ({made.key})."
        elif remove is not None:
            gone = plans.find_framework(store, remove)
            plans.remove_framework(store, gone)
            done = f"Removed “{gone.name}”. Its tags stay; `eqbrief undo` brings it back."
        elif save is not None:
            done = f"Wrote '{plans.export_framework(plans.find_framework(store, save[0]), Path(save[1]))}'."
        listed = plans.frameworks(store)
    if as_json:
        print_json([framework_json(one) for one in listed])
    elif done:
        say(done)
    else:
        for one in listed:
            say_wrapped(f"{one.key}: {one.name}")
            say_table([(f"  {action.number}", action.title) for action in one.actions])
    return DONE


@click.command("tag")
@click.argument("event")
@click.argument("action")
@click.option("--framework", default="", metavar="FRAMEWORK", help="Its key or name; else the one that is used most.")
@click.option("--slide", metavar="DECK:N", help="Tag a slide: the deck's number, uid or title, and the slide's.")
@click.option("--question", type=int, metavar="N", help="Tag a question of the event, by its number.")
@click.option("--note", "note", type=int, metavar="NOTE", help="Tag one of its notes, by its number.")
@json_option(f"a JSON list with an object for each tag of the event with this action: {_TAG}.")
@click.pass_obj
def tag_(
    session: Session,
    event: str,
    action: str,
    framework: str,
    slide: str | None,
    question: int | None,
    note: int | None,
    as_json: bool,
) -> int:
    """Tag an event as evidence for an action of a framework.

    Or a slide, a question or a note of it. ACTION is its number or a part of its title.
    """
    if sum(one is not None for one in (slide, question, note)) > 1:
        raise click.UsageError("A tag is on one thing: name a slide, a question or a note.")
    with session.opened() as store:
        number = db.find_event(store, event)
        plan = plans.find_framework(store, framework)
        wanted = plans.find_action(plan, action)
        news = plans.tag(store, [_target(store, number, slide, question, note)], plan, wanted)
        items = plans.evidence(store, plan, wanted.number, {number})
    if as_json:
        print_json([item_json(item) for item in items])
    else:
        say(f"{'Tagged' if news else 'It is tagged already'} with action {wanted.number}: {wanted.title}.")
    return DONE


@click.command("untag")
@click.argument("tags", metavar="TAG…", type=int, nargs=-1, required=True)
@json_option(f"a JSON list with an object for each tag that was taken away: {_TAG}.")
@click.pass_obj
def untag_(session: Session, tags: tuple[int, ...], as_json: bool) -> int:
    """Take tags away, by the numbers that `evidence` lists."""
    with session.opened() as store:
        found = [one for one in db.tags(store) if one.id in tags]
        items = plans.items_of(store, found)
        plans.untag(store, found)
    missing = [number for number in tags if all(one.id != number for one in found)]
    for number in missing:
        complain(f"There is no tag {number}. `eqbrief evidence` lists them.")
    if as_json:
        print_json([item_json(item) for item in items])
    elif found:
        say(f"Took {count(len(found), 'tag')} away. `eqbrief undo` brings {'it' if len(found) == 1 else 'them'} back.")
    return FAILED if missing else DONE


@click.command("evidence")
@click.argument("framework", required=False, default="")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet; private notes are left out.")
@click.option(
    "--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="Write that table to a .csv file."
)
@json_option(
    "a JSON list with an object for each action of the framework: number, title, total, events (how many), evidence "
    f"(a list with an object for each tag: {_TAG.replace('(', '[').replace(')', ']')})."
)
@click.pass_obj
def evidence_(session: Session, framework: str, as_csv: bool, target: Path | None, as_json: bool) -> int:
    """List the evidence for each action, and where there is none.

    FRAMEWORK is a key or a part of a name; without it, the framework that is used most.
    """
    if as_csv and as_json:
        raise click.UsageError("Give one of --csv and --json.")
    with session.opened() as store:
        plan = plans.find_framework(store, framework)
        written = plans.export_evidence(store, plan, target) if target is not None else 0
        if target is not None and not as_json:
            say(f"Wrote {count(written, 'piece')} of evidence to '{target}'.")
            return DONE
        rows, items = plans.grid(store, plan), plans.evidence(store, plan)
    if as_csv:
        write(sheets.as_csv(plans.evidence_sheet(plan, items)).decode("utf-8-sig"))
    elif as_json:
        print_json(
            [
                {"number": row.action.number, "title": row.action.title, "total": row.total, "events": row.events,
                 "evidence": [item_json(item) for item in items if item.tag.action == row.action.number]}
                for row in rows
            ]
        )  # fmt: skip
    else:
        _say(plan, items)
    return DONE


@click.command("suggestions")
@click.argument("framework", required=False, default="")
@click.option("--action", default="", metavar="ACTION", help="Only those for one action, by its number.")
@click.option("--accept", default="", metavar="1,3|all", help="Tag these, by their places in the list.")
@click.option("--dismiss", default="", metavar="1,3|all", help="Never suggest these again.")
@json_option(
    "a JSON list with an object for each suggestion: framework, action, kind, id, event, title, snippet, deck, slide, "
    "where, words (those it is suggested for)."
)
@click.pass_obj
def suggestions_(session: Session, framework: str, action: str, accept: str, dismiss: str, as_json: bool) -> int:
    """List what may be evidence, each with the words that matched."""
    if accept and dismiss:
        raise click.UsageError("Give one of --accept and --dismiss.")
    with session.opened() as store:
        plan = plans.find_framework(store, framework)
        number = plans.find_action(plan, action).number if action else ""
        found = plans.suggestions(store, plan, number)
        if accept:
            done = f"Accepted {count(plans.accept(store, plan, _chosen(found, accept)), 'suggestion')}."
        elif dismiss:
            done = f"Dismissed {count(plans.dismiss(store, plan, _chosen(found, dismiss)), 'suggestion')}."
        else:
            done = ""
    if as_json:
        print_json([suggestion_json(one) for one in found])
    elif done:
        say(done)
    else:
        say_table(
            (str(at), f"action {one.action}", one.hit.kind, ", ".join(one.words), _where(one))
            for at, one in enumerate(found, 1)
        )
        say(f"{count(len(found), 'suggestion')}." if found else "No suggestions.")
    return DONE


def _target(store: Store, event: int, slide: str | None, question: int | None, note: int | None) -> Target:
    if note is not None:
        found = next((one for one in db.notes(store, event) if one.id == note), None)
        if found is None:
            raise UserError(f"This event has no note {note}.", "`eqbrief notes EVENT` lists its notes with numbers.")
        return Target(event, note=found.uid)
    if slide is not None:
        return Target(event, slide_named(store, event, slide))
    return Target(event, tie_question(store, event, question) if question is not None else None)


def _chosen(found: list[TagSuggestion], said: str) -> list[TagSuggestion]:
    if said.strip().casefold() == "all":
        return found
    places = [part.strip() for part in said.split(",")]
    wrong = [part for part in places if not part.isdecimal() or not 1 <= int(part) <= len(found)]
    if wrong:
        raise UserError(
            f"There is no suggestion '{wrong[0]}'.", f"Give their places from 1 to {len(found)}, or the word all."
        )
    return [found[int(part) - 1] for part in dict.fromkeys(places)]


def _say(plan: Framework, items: list[EvidenceItem]) -> None:
    say_wrapped(plan.name)
    for action in plan.actions:
        own = [item for item in items if item.tag.action == action.number]
        say()
        say_wrapped(f"{action.number}  {action.title}")
        say_table([(f"    {item.tag.id}", item.tag.kind, *_told(item)) for item in own])
        if not own:
            say("    None yet.")


def _told(item: EvidenceItem) -> tuple[str, str]:
    title, date = (item.hit.event[1], say_date((item.hit.event[2] or "")[:10])) if item.hit.event else ("", "")
    where = "" if item.tag.kind == "event" else f"{item.hit.title}, "
    return date, f"{where}{title}{' (private)' if item.private else ''}"


def _where(one: TagSuggestion) -> str:
    title = one.hit.event[1] if one.hit.event else ""
    slide = f"slide {one.hit.slide} · " if one.hit.slide else ""
    return f"{slide}{title}: {one.hit.said}"
