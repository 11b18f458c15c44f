# SPDX-License-Identifier: MIT
"""The frameworks at hand: those that come with the program, and those of this library, added by a file or typed.

Tags name a framework by its key and an action by its number, so a changed framework takes over what is tagged.
"""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from eqbrief import store as db
from eqbrief.files import explain, resource, write_whole
from eqbrief.model import Framework, PlanAction, UserError
from eqbrief.store import Store
from eqbrief.tasks.frameworks.reading import checked, read_framework, write_framework

_SHORT = 48


@lru_cache(maxsize=1)
def shipped() -> tuple[Framework, ...]:
    """Give the frameworks that come with the program, by their files' names."""
    paths = sorted(resource("frameworks").glob("*.toml"))
    return tuple(read_framework(path.read_bytes(), path.name, path.stem) for path in paths)


def frameworks(store: Store) -> list[Framework]:
    """List the frameworks: those that come with the program, then this library's own; an own key wins."""
    own = {one.key: one for one in db.own_frameworks(store)}
    return [own.pop(one.key, one) for one in shipped()] + list(own.values())


def find_framework(store: Store, words: str = "") -> Framework:
    """Give the framework meant by its key or a part of its name; for nothing the one that is used most.

    Raises:
        UserError: when there is none, or more than one.
    """
    known = frameworks(store)
    asked = words.strip().casefold()
    if not asked:
        used = db.most_used_framework(store)
        return next((one for one in known if one.key == used), known[0])
    for meant in (
        [one for one in known if asked in (one.key.casefold(), one.name.casefold())],
        [one for one in known if asked in one.name.casefold()],
    ):
        if len(meant) == 1:
            return meant[0]
        if meant:
            named = "; ".join(one.key for one in meant)
            raise UserError(f"'{words}' can mean several frameworks.", f"Use one of these: {named}.")
    raise UserError(f"There is no framework '{words}'.", f"There are: {', '.join(one.key for one in known)}.")


def find_action(framework: Framework, words: str) -> PlanAction:
    """Give the action of a framework meant by its number or a part of its title.

    Raises:
        UserError: when there is none, or more than one.
    """
    asked = words.strip()
    found = framework.action(asked)
    if found is not None:
        return found
    meant = [one for one in framework.actions if asked and asked.casefold() in one.title.casefold()]
    if len(meant) == 1:
        return meant[0]
    said = f"'{asked}' can mean several actions" if meant else f"There is no action '{asked}'"
    numbers = ", ".join(one.number for one in framework.actions)
    raise UserError(f"{said} of “{framework.name}”.", f"Its actions are numbered {numbers}.")


def add_framework_file(store: Store, file: Path) -> tuple[Framework, bool]:
    """Add a framework from a TOML file; where its key is known already the file takes over, action by action by number.

    Give it, and whether it is new. Undo takes it back.

    Raises:
        UserError: when the file cannot be read, or is no framework.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise explain(error, file) from error
    key = key_of(file.stem)
    made = read_framework(data, file.name, key)
    is_new = all(one.key != key for one in frameworks(store))
    return _kept(store, made, "Add" if is_new else "Change"), is_new


def save_framework(store: Store, framework: Framework) -> Framework:
    """Keep a framework that was typed, or changed; without a key it is new, and gets one by its name.

    Raises:
        UserError: when something is missing in it, or stands twice.
    """
    try:
        made = checked(framework)
    except ValueError as error:
        said = str(error)
        raise UserError(
            f"The framework was not saved: {said}.", "Put that right in the dialog, then save it again."
        ) from error
    if framework.key:
        return _kept(store, made, "Change")
    taken = {one.key for one in frameworks(store)}
    base = key_of(framework.name)
    key = next(key for at in range(1, len(taken) + 2) if (key := base if at == 1 else f"{base}-{at}") not in taken)
    return _kept(store, replace(made, key=key), "Add")


def remove_framework(store: Store, framework: Framework) -> None:
    """Take a framework of this library away. Its tags stay, and count again once it is back; Undo brings it back.

    Raises:
        UserError: when it comes with the program.
    """
    if not framework.is_own:
        raise UserError(
            f"“{framework.name}” comes with EqBrief and stays.", "Frameworks that were added here can be taken away."
        )
    with store.change("framework", name=f"Remove the framework {_named(framework.name)}") as change:
        db.remove_framework(store, change, framework.id)


def export_framework(framework: Framework, target: Path) -> Path:
    """Write a framework to a TOML file, to be changed there or given to somebody, and give its path.

    Raises:
        UserError: when the file cannot be written.
    """
    file = target if target.suffix.lower() == ".toml" else target.with_name(f"{target.name}.toml")
    try:
        write_whole(file, write_framework(framework), replace=True)
    except OSError as error:
        raise explain(error, file) from error
    return file


def key_of(name: str) -> str:
    """Give the key of a framework by its name or its file's: small letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", db.folded(name)).strip("-") or "framework"


def _kept(store: Store, framework: Framework, verb: str) -> Framework:
    with store.change("framework", name=f"{verb} the framework {_named(framework.name)}") as change:
        return replace(framework, id=db.put_framework(store, change, framework))


def _named(name: str) -> str:
    return f"“{name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + '…'}”"
