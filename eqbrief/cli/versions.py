# SPDX-License-Identifier: MIT
"""The command that compares two versions of a deck."""

import sys
from pathlib import Path

import click

from eqbrief.cli.printing import json_option, long_work, print_json, say, say_wrapped
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.model import DeckChanges, Place, SlideChange, SlideEdit, Wording, WordPiece
from eqbrief.tasks.versions import (
    Version,
    compare_versions,
    compared_json,
    file_version,
    same_deck,
    stored_version,
)

_DONE: dict[SlideEdit, str] = {
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "reworded": "re-worded",
    "pictures": "with other pictures",
    "links": "with other links",
    "hidden": "hidden now",
    "shown": "no longer hidden",
}
_AROUND = 6
"""How many words that are the same are printed on each side of a change."""

_PLACES: dict[Place, str] = {
    "title": "Title", "body": "Text", "table": "Table", "diagram": "Diagram", "chart": "Chart", "notes": "Speaker notes"
}  # fmt: skip


@click.command("compare")
@click.argument("before", metavar="DECK|FILE")
@click.argument("after", metavar="DECK|FILE")
@click.option("--password-stdin", is_flag=True, help="Read the password of both from the first line of standard input.")
@json_option(
    "a JSON object of before, after, same, counts, slides. Each of before and after is an object of id, uid, title, "
    "file, sha256, slides (how many), unread; counts has how many slides were added, removed, moved, reworded, had "
    "other pictures or links, or were hidden or shown; each of slides is an object of before, after (its numbers, null "
    "where it is not), title, changes (a list), words: places with taken_out, put_in and pieces."
)
@click.pass_obj
def compare_(session: Session, before: str, after: str, password_stdin: bool, as_json: bool) -> int:
    """Compare two versions of a deck, the older one first.

    Told are the slides that were added, removed, moved or re-worded, word by word, and those with other pictures.
    DECK is its number in `eqbrief show`. FILEs are read without being stored.
    """
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    if before == after:
        raise same_deck()
    with long_work() as (_, stop):
        compared = compare_versions(_version(session, before), _version(session, after), password, stop)
    if compared is None:
        return STOPPED
    if as_json:
        print_json(compared_json(compared))
        return DONE
    say_wrapped(f"{_named(compared.before, len(compared.old.slides))}, then")
    say_wrapped(_named(compared.after, len(compared.new.slides)))
    _say_changes(compared.changes)
    for which, text in (("first", compared.old), ("second", compared.new)):
        for one in text.unread:
            say(f"Not read in the {which}: {f'slide {one.slide}: ' if one.slide else ''}{one.reason}")
    return DONE


def _version(session: Session, said: str) -> Version:
    if not said.isdecimal():
        return file_version(Path(said))
    with session.opened() as store:
        return stored_version(store, int(said))


def _named(version: Version, slides: int) -> str:
    of = f", of “{version.event}”" if version.event else ""
    return f"“{version.title}”{of} ({slides} {'slide' if slides == 1 else 'slides'})"


def _say_changes(changes: DeckChanges) -> None:
    say()
    if changes.is_same:
        say("Nothing was changed.")
        return
    say(", ".join(f"{many} {_DONE[what]}" for what, many in changes.counts.items()))
    for slide in changes.slides:
        if slide.what:
            say()
            say_wrapped(f"{_place(slide)}: {slide.title or 'no title'}")
            say(f"    {', '.join(_DONE[what] for what in slide.what)}")
            for wording in slide.words:
                _say_wording(wording)


def _place(slide: SlideChange) -> str:
    if slide.after is None:
        return f"- Slide {slide.before} of the first"
    if slide.before is None:
        return f"+ Slide {slide.after}"
    return f"  Slide {slide.after}" + (f" (was {slide.before})" if slide.before != slide.after else "")


def _say_wording(wording: Wording) -> None:
    """Print the words of a place: what was taken out in [-…-], what was put in in {+…+}, as `wdiff` marks them."""
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    last = len(wording.pieces) - 1
    said = " ".join(
        marks[piece.kind].format(_shortened(piece, first=at == 0, last=at == last))
        for at, piece in enumerate(wording.pieces)
    )
    say_wrapped(said, indent="        ", first=f"    {_PLACES[wording.place]}: ")


def _shortened(piece: WordPiece, *, first: bool, last: bool) -> str:
    """Write a piece in one line; of what is the same only the words next to a change."""
    words = piece.text.split()
    before, after = (0 if first else _AROUND), (0 if last else _AROUND)
    if piece.kind == "same" and len(words) > before + after + 1:
        words = [*words[:before], "…", *words[len(words) - after :]]
    return " ".join(words)
