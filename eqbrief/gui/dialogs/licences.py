# SPDX-License-Identifier: MIT
"""What EqBrief is built with, and under which licences: read from what is installed, so always true."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import cast

_NAME = re.compile(r"[A-Za-z0-9._-]+")
# Characters that Markdown may take for marks.
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:=])")


@dataclass(frozen=True, slots=True)
class Part:
    """A package that the program runs with."""

    name: str
    version: str
    licence: str
    about: str


def parts(top: str = "eqbrief") -> list[Part]:
    """List every package that is needed to run a package here, itself not, by name."""
    found: dict[str, Distribution] = {}
    _gather(top, found)
    found.pop(_key(top), None)
    return sorted((_part(one) for one in found.values()), key=lambda part: part.name.casefold())


def licence_text(top: str = "eqbrief") -> str:
    """Give the text of the program's own licence, '' where it was not installed with it."""
    try:
        return distribution(top).read_text("licenses/LICENSE") or ""
    except PackageNotFoundError:
        return ""


def as_markdown(text: str) -> str:
    """Write plain text so that Markdown shows it as it is, its paragraphs kept and its broken lines joined."""
    # A short line in capitals is a heading within the text, and stays a line of its own.
    headed = re.sub(r"^([^a-z\n]{3,40})\n(?=\S)", r"\1\n\n", text.strip(), flags=re.MULTILINE)
    paragraphs = re.split(r"\n\s*\n", headed)
    return "\n\n".join(_MARKS.sub(r"\\\1", " ".join(one.split())) for one in paragraphs)


def _gather(name: str, found: dict[str, Distribution]) -> None:
    key = _key(name)
    if key in found:
        return
    try:
        found[key] = one = distribution(name)
    except PackageNotFoundError:
        return  # for another system, or another version of Python
    for line in one.requires or ():
        wanted = _NAME.match(line)
        if wanted and "extra" not in line.partition(";")[2]:
            _gather(wanted[0], found)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _part(one: Distribution) -> Part:
    fields = {
        name: cast(dict[str, str], one.metadata).get(name) or ""
        for name in ("Name", "Summary", "License-Expression", "License")
    }
    classifiers = [c.split(" :: ")[-1] for c in one.metadata.get_all("Classifier") or () if c.startswith("License")]
    # The loose field of an older package may hold the whole text.
    licence = fields["License-Expression"] or ", ".join(classifiers) or fields["License"].partition("\n")[0]
    return Part(fields["Name"], one.version, licence, fields["Summary"].rstrip("."))
