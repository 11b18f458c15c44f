# SPDX-License-Identifier: MIT
"""Everything that is installed with EqBrief may be passed on with it: permissive licences and the LGPL only."""

import re
from importlib.metadata import PackageMetadata, distribution
from typing import cast

import pytest
from packaging.requirements import Requirement

# SPDX names as they are written, and the looser words that older packages use. pypdfium2 means PDFium's dependencies,
# all of them permissive, by its last two words.
ALLOWED = {
    "0BSD", "Apache License, Version 2.0", "Apache License 2.0", "Apache Software License", "Apache 2.0", "Apache-2.0",
    "BSD", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "GNU Lesser General Public License v3 (LGPLv3)", "ISC",
    "LGPL", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT License",
    "MIT-0", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0", "Public Domain",
    "Python Software Foundation License", "Unlicense", "Zlib",
    "BSD-3-Clause, Apache-2.0, dependency licenses",
}  # fmt: skip


def installed_with(name: str, seen: dict[str, PackageMetadata]) -> dict[str, PackageMetadata]:
    """Gather a distribution and everything it needs to run here, by name."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key not in seen:
        package = distribution(name)
        seen[key] = package.metadata
        for line in package.requires or []:
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                installed_with(wanted.name, seen)
    return seen


def licence(about: PackageMetadata) -> str:
    """Give what a package says its licence is: the expression, the classifiers, or the loose field."""
    fields = cast(dict[str, str], about)
    classifiers = [one.split(" :: ")[-1] for one in about.get_all("Classifier") or [] if one.startswith("License")]
    written = fields.get("License-Expression") or " AND ".join(classifiers) or fields.get("License") or ""
    return " ".join(written.split())


def allowed(written: str) -> bool:
    """Say whether a licence is on the list: of alternatives one, of several that hold together all."""
    plain = written.replace("(", "").replace(")", "") if re.search(r" (AND|OR) ", written) else written
    return any(all(part.strip() in ALLOWED for part in one.split(" AND ")) for one in plain.split(" OR "))


def test_every_dependency_may_be_passed_on() -> None:
    needed = installed_with("eqbrief", {})
    assert {"pyside6-essentials", "qtawesome", "sqlite-utils", "qtpy"} <= set(needed)
    assert {name: licence(about) for name, about in needed.items() if not allowed(licence(about))} == {}


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MIT AND (Apache-2.0 OR BSD-2-Clause)", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_the_list_tells_right_from_wrong(written: str, right: bool) -> None:
    assert allowed(written) is right
