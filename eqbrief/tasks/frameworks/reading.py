# SPDX-License-Identifier: MIT
"""Read a framework from a TOML file, saying in which line something is wrong, and write one."""

import json
import re
import tomllib
from datetime import date
from typing import Any, cast

from eqbrief.model import Framework, PlanAction, UserError
from eqbrief.tasks.typed import one_line

LARGEST_BYTES = 200_000
MOST_ACTIONS = 200
_LARGEST_NUMBER = 1_000_000
_MOST_DOTS = 1000
"""Of keys within keys tomllib takes time by the square of their number: six seconds for 20,000 of them."""

_WHOLE = ("name", "publisher", "address", "published", "about")
_ACTION = ("number", "title", "explanation", "terms", "hints")
_ACTION_HEAD = re.compile(r"\s*\[\[\s*action\s*\]\]")
_PLACE = re.compile(r"^(?P<what>.*?) \((?:at line (?P<line>\d+), column \d+|at end of document)\)$", re.DOTALL)


class _Wrong(ValueError):
    """Something in the file is not as it should be: what, and in which line."""

    def __init__(self, what: str, line: int | None = None) -> None:
        super().__init__(what)
        self.line = line


def read_framework(data: bytes, name: str, key: str) -> Framework:
    """Make a framework of a file's bytes; `name` is the file's, `key` what the framework is known by.

    Raises:
        UserError: when it is none, saying what is wrong in which line.
    """
    try:
        if len(data) > LARGEST_BYTES:
            raise _Wrong("it is larger than a framework can be")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise _Wrong("it is not UTF-8 text", data[: error.start].count(b"\n") + 1) from error
        dotted = next((at for at, line in enumerate(text.splitlines(), 1) if line.count(".") > _MOST_DOTS), None)
        if dotted:
            raise _Wrong("it has more dots than a sentence can have", dotted)
        try:
            plain = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise _syntax(str(error), text) from error
        except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets within brackets
            raise _Wrong("it holds a number or brackets that no framework has") from error
        return checked(_framework(plain, text.splitlines(), key))
    except _Wrong as error:
        line = f"line {error.line}: " if error.line else ""
        raise UserError(
            f"'{name}' is not a framework: {line}{error}.",
            "Mend that line in a text editor, then add the file again."
            if error.line
            else "Copy EqBrief's own framework (Save as a file…) and change the copy.",
        ) from error


def checked(framework: Framework) -> Framework:
    """Give a framework that may be kept, with what was typed put in order.

    Raises:
        ValueError: when something is missing in it, or stands twice.
    """
    if not framework.name:
        raise _Wrong("it has no name")
    if not framework.actions:
        raise _Wrong("it has no actions")
    if len(framework.actions) > MOST_ACTIONS:
        raise _Wrong(f"it has more than {MOST_ACTIONS} actions")
    seen: set[str] = set()
    for at, action in enumerate(framework.actions, 1):
        if not action.number:
            raise _Wrong(f"the action in place {at} has no number")
        if not action.title:
            raise _Wrong(f"action {action.number} has no title")
        if action.number in seen:
            raise _Wrong(f"there are two actions with the number {action.number}")
        seen.add(action.number)
    if framework.address and not re.match(r"https?://[^\s/]", framework.address):
        raise _Wrong("the address is not one of the web (https://…)")
    if framework.published and not _is_date(framework.published):
        raise _Wrong("the date is not written as 2023-06-08, 2023-06 or 2023")
    return framework


def write_framework(framework: Framework) -> bytes:
    """Write a framework as TOML, so that it can be changed in a text editor or given to somebody."""
    lines = ["# A framework of EqBrief. Change it in a text editor, then add it in the view Evidence."]
    lines += [f"{key} = {_quoted(getattr(framework, key))}" for key in _WHOLE]
    for action in framework.actions:
        lines += ["", "[[action]]"]
        lines += [f"{key} = {_quoted(getattr(action, key))}" for key in _ACTION[:3]]
        lines += [f"{key} = [{', '.join(map(_quoted, getattr(action, key)))}]" for key in _ACTION[3:]]
    return ("\n".join(lines) + "\n").encode()


def _framework(plain: dict[str, Any], lines: list[str], key: str) -> Framework:
    _known(plain, (*_WHOLE, "action"), "a framework", lines, 0)
    listed = plain.get("action", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in cast(list[Any], listed)):
        raise _Wrong("actions begin with [[action]]", _line_of("action", lines, 0))
    if len(cast(list[Any], listed)) > MOST_ACTIONS:
        raise _Wrong(f"it has more than {MOST_ACTIONS} actions")
    heads = [at for at, line in enumerate(lines) if _ACTION_HEAD.match(line)]
    actions: list[PlanAction] = []
    for at, one in enumerate(cast(list[dict[str, Any]], listed)):
        actions.append(_action(one, lines, heads[at] if at < len(heads) else 0, actions))
    texts = {name: _text(plain, name, lines, 0) for name in _WHOLE}
    if texts["address"] and not re.match(r"https?://[^\s/]", texts["address"]):
        raise _Wrong("the address is not one of the web (https://…)", _line_of("address", lines, 0))
    if texts["published"] and not _is_date(texts["published"]):
        raise _Wrong("the date is written as 2023-06-08, 2023-06 or 2023", _line_of("published", lines, 0))
    facts = (texts[name] for name in _WHOLE)
    return Framework(key, *facts, actions=tuple(actions))


def _action(plain: dict[str, Any], lines: list[str], start: int, before: list[PlanAction]) -> PlanAction:
    _known(plain, _ACTION, "an action", lines, start)
    texts = {name: _text(plain, name, lines, start) for name in _ACTION[:3]}
    for name in ("number", "title"):
        if not texts[name]:
            raise _Wrong(f"this action has no {name}", _line_of(name, lines, start) or start + 1)
    if any(one.number == texts["number"] for one in before):
        raise _Wrong(f"there are two actions with the number {texts['number']}", _line_of("number", lines, start))
    terms, hints = (_words(plain, name, lines, start) for name in _ACTION[3:])
    return PlanAction(texts["number"], texts["title"], texts["explanation"], terms, hints)


def _known(plain: dict[str, Any], names: tuple[str, ...], of: str, lines: list[str], start: int) -> None:
    for name in plain:
        if name not in names:
            raise _Wrong(f"there is no '{name}' in {of}; it takes {', '.join(names)}", _line_of(name, lines, start))


def _text(plain: dict[str, Any], name: str, lines: list[str], start: int) -> str:
    value = plain.get(name, "")
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        raise _Wrong(f"'{name}' is text in quotes", _line_of(name, lines, start))
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        raise _Wrong(f"'{name}' is a number that is too large", _line_of(name, lines, start))
    return _printed(str(value))


def _words(plain: dict[str, Any], name: str, lines: list[str], start: int) -> tuple[str, ...]:
    value = plain.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in cast(list[Any], value)):
        raise _Wrong(f'\'{name}\' is a list of texts: ["one", "another"]', _line_of(name, lines, start))
    said = (_printed(one) for one in cast(list[str], value))
    return tuple(dict.fromkeys(one for one in said if any(sign.isalnum() for sign in one)))


def _printed(text: str) -> str:
    """Give a text on one line, without signs that cannot be seen, such as those that turn the direction of writing."""
    return "".join(sign for sign in one_line(text) if sign.isprintable())


def _line_of(name: str, lines: list[str], start: int) -> int | None:
    """Give the line, from 1, in which a key is set, from a line on to the next action."""
    for at in range(start, len(lines)):
        if re.match(rf"\s*\[*\s*[\"']?{re.escape(name)}[\"']?\s*[\].=]", lines[at]):
            return at + 1
        if at > start and _ACTION_HEAD.match(lines[at]):
            break
    return None


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _syntax(said: str, text: str) -> _Wrong:
    found = _PLACE.match(said)
    if found is None:
        return _Wrong(said.rstrip("."))
    what = found["what"]
    line = int(found["line"]) if found["line"] else text.count("\n") + 1
    return _Wrong(what[:1].lower() + what[1:], line)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
