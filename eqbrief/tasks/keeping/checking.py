# SPDX-License-Identifier: MIT
"""Look whether the library is in order, and mend what can be: database, search index, and every file against its hash.

Nothing is deleted: a stray file is only named, and what a repair replaces is put aside.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from eqbrief.files import clear_leftovers, file_sha256
from eqbrief.model import Problem, Progress, UserError
from eqbrief.store import Store, backing, files_in_log
from eqbrief.store.backing import Kept
from eqbrief.tasks.adopting import adopt, adoptive_event
from eqbrief.tasks.keeping.aside import Aside, put_back_file
from eqbrief.tasks.keeping.backing_up import files_below, newest_good
from eqbrief.tasks.keeping.place import places_of, shelf
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_WORDS = {
    "database": ("The database is not in order: {why}.", "Restore the newest good backup{newest}."),
    "database, index": ("The database is not in order: {why}.", "{repair} builds its indexes anew."),
    "search index": ("Search would not tell the truth: {why}.", "{repair} builds the index anew."),
    "missing file": (
        "The {what} is missing: '{file}'.",
        "Find it again, attach it once more, or name the second place for backups that may hold it.",
    ),
    "missing file, kept": ("The {what} is missing: '{file}'.", "{repair} puts it back from the backups."),
    "changed file": (
        "The {what} is not what was added: '{file}'.",
        "Attach the changed file as a further deck if you want both; no backup holds the first one.",
    ),
    "changed file, kept": (
        "The {what} is not what was added: '{file}'.",
        "{repair} puts the first one back and the changed one aside. Attach that as a deck to keep both.",
    ),
    "moved file": ("The {what} was moved from '{file}' to '{elsewhere}'.", "{repair} notes its new place."),
    "stray file, adoptable": (
        "'{file}' lies with the files of '{event}', but is none of its decks.",
        "{repair} makes it one. Or take it out of the library's folder; EqBrief leaves it alone.",
    ),
    "stray file": (
        "'{file}' belongs to no event.",
        "Attach it to its event, or take it out of the library's folder; EqBrief leaves it alone.",
    ),
}
"""What is said of each finding; what stands after a comma tells the next step apart and is not shown as its kind."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """Something out of order, with what mending it needs."""

    kind: str
    problem: Problem
    kept: Kept | None = None
    elsewhere: str | None = None


def check(
    store: Store, report: Report = quiet, stop: Stop = go_on, *, second_place: Path | None = None
) -> list[Problem]:
    """Say everything that is out of order, an empty list when all is well. Nothing is changed.

    Kinds: 'database', 'search index', 'missing file', 'changed file', 'moved file', 'stray file'. A deck that a page
    names and nobody has brought in yet is no problem. Ends early when stopped.
    """
    return [finding.problem for finding in _findings(store, second_place, report, stop)]


def repair(
    store: Store,
    problems: Iterable[Problem] | None = None,
    report: Report = quiet,
    stop: Stop = go_on,
    *,
    second_place: Path | None = None,
) -> list[Problem]:
    """Mend what can be of these problems, or of all that there are, and list what is out of order afterwards.

    Indexes are built anew, moved files noted where they lie, missing and changed ones put back from the backups; what
    a changed one held goes to `backups/set aside …`. Nothing is deleted but what a killed program left half-written.

    Raises:
        UserError: when the library or its folder cannot be written.
    """
    clear_leftovers(store.folder)
    chosen = None if problems is None else set(problems)
    aside = Aside(store.folder)
    places = places_of(store.folder, second_place)
    left: list[Problem] = []
    for finding in _findings(store, second_place, report, stop):
        mend = _MENDERS.get(finding.kind) if chosen is None or finding.problem in chosen else None
        if mend is None or not mend(store, finding, places, aside):
            left.append(finding.problem)
    return left


def _findings(store: Store, second_place: Path | None, report: Report, stop: Stop) -> list[_Finding]:
    report(Progress(0, 0, "Checking the database"))
    wrong, lost = backing.troubles(store)
    findings = [_database(store, second_place, why, all(map(_about_an_index, wrong))) for why in wrong]
    findings += [_said("search index", why=why) for why in lost]
    if wrong and not all(map(_about_an_index, wrong)):
        return findings  # what a damaged database says of the files is not to be believed
    return findings + _files(store, places_of(store.folder, second_place), report, stop)


def _database(store: Store, second_place: Path | None, why: str, index: bool) -> _Finding:
    if index:
        return _said("database, index", why=why)
    newest = newest_good(store.folder, second_place)
    return _said("database", why=why, newest=f", '{newest.id}'" if newest else "")


def _about_an_index(why: str) -> bool:
    """Say whether a line of `integrity_check` is about an index only, which its table can build anew."""
    return "index" in why and ("missing from" in why or "wrong # of entries" in why or "non-unique" in why)


def _files(store: Store, places: list[Path], report: Report, stop: Stop) -> list[_Finding]:
    here = dict(files_below(store.folder))
    every = backing.kept_files(store)
    named = {kept.file for kept in every} | files_in_log(store)
    strays = [name for name in here if name not in named]
    astray: list[Kept] = []
    findings: list[_Finding] = []
    for number, kept in enumerate(every):
        if stop():
            return findings
        report(Progress(number, len(every), f"Checking {Path(kept.file).name}"))
        fault = _fault(store, kept, here)
        if fault == "missing":
            astray.append(kept)
        elif fault == "astray":
            findings.append(_said("database", why=f"the {_what(kept)} should lie outside the library", newest=""))
        elif fault:
            findings.append(_of_file("changed file", kept, places))
    moved = _moved(astray, {name: here[name] for name in strays}, report, stop)
    findings += [
        _of_moved(kept, moved[kept]) if kept in moved else _of_file("missing file", kept, places) for kept in astray
    ]
    found_again = set(moved.values())
    return findings + [_stray(store, name) for name in strays if name not in found_again]


def _stray(store: Store, name: str) -> _Finding:
    """Say of a stray file whether it could be a deck of the event in whose folder it lies."""
    owner = adoptive_event(store, name)
    if owner is None:
        return _said("stray file", file=name)
    return replace(_said("stray file, adoptable", file=name, event=owner.draft.title or ""), elsewhere=name)


def _fault(store: Store, kept: Kept, here: dict[str, Path]) -> str:
    """Say 'missing', 'changed' or 'astray' (outside the library) of a file, '' where it is as it should be."""
    path = here.get(kept.file)
    if path is None:
        try:
            path = store.path(kept.file)
        except UserError:
            return "astray"
        if not path.is_file():
            return "missing"
    return "changed" if kept.sha256 and file_sha256(path) != kept.sha256 else ""


def _moved(astray: list[Kept], strays: dict[str, Path], report: Report, stop: Stop) -> dict[Kept, str]:
    """Find missing files among the strays, by their hash; each stray stands for one file, whoever has it."""
    waiting = {kept.sha256 for kept in astray if kept.sha256}
    found: dict[str, list[str]] = {}
    for name, path in strays.items() if waiting else ():
        if stop():
            break
        report(Progress(0, 0, f"Looking for what is missing in {path.name}"))
        found.setdefault(file_sha256(path), []).append(name)
    moved: dict[str, str] = {}
    for kept in astray:
        if kept.sha256 and kept.file not in moved and (names := found.get(kept.sha256)):
            moved[kept.file] = names.pop(0)
    return {kept: moved[kept.file] for kept in astray if kept.file in moved}


def _of_moved(kept: Kept, elsewhere: str) -> _Finding:
    return _said("moved file", kept, what=_what(kept), file=kept.file, elsewhere=elsewhere)


def _of_file(kind: str, kept: Kept, places: list[Path]) -> _Finding:
    held = kept.sha256 is not None and any(shelf(place, kept.sha256).is_file() for place in places)
    return _said(f"{kind}, kept" if held else kind, kept, what=_what(kept), file=kept.file)


def _what(kept: Kept) -> str:
    noun = "page" if kept.kind == "source" else kept.kind
    return f"{noun} '{kept.title}' of '{kept.event}'"


def _said(kind: str, kept: Kept | None = None, **facts: str) -> _Finding:
    what, next_step = _WORDS[kind]
    problem = Problem(kind.partition(",")[0], what.format(**facts), next_step.format(**facts, repair=backing.REPAIR))
    return _Finding(kind, problem, kept, facts.get("elsewhere"))


def _mend_indexes(store: Store, finding: _Finding, places: list[Path], aside: Aside) -> bool:
    return not backing.mend_indexes(store)


def _mend_search(store: Store, finding: _Finding, places: list[Path], aside: Aside) -> bool:
    backing.rebuild_search(store)
    return not any(backing.troubles(store))


def _note_new_place(store: Store, finding: _Finding, places: list[Path], aside: Aside) -> bool:
    assert finding.kept is not None, "a moved file is somebody's"
    assert finding.elsewhere is not None, "it was found there"
    with store.change() as change:
        backing.point_to(store, change, finding.kept, finding.elsewhere)
    return True


def _adopt(store: Store, finding: _Finding, places: list[Path], aside: Aside) -> bool:
    assert finding.elsewhere is not None, "it lies there"
    return adopt(store, finding.elsewhere)


def _put_back(store: Store, finding: _Finding, places: list[Path], aside: Aside) -> bool:
    assert finding.kept is not None, "a missing file is somebody's"
    assert finding.kept.sha256 is not None, "a backup knows it by its hash"
    return put_back_file(store.folder, finding.kept.file, finding.kept.sha256, places, aside.take)


_MENDERS: dict[str, Callable[[Store, _Finding, list[Path], Aside], bool]] = {
    "database, index": _mend_indexes,
    "search index": _mend_search,
    "moved file": _note_new_place,
    "stray file, adoptable": _adopt,
    "missing file, kept": _put_back,
    "changed file, kept": _put_back,
}
