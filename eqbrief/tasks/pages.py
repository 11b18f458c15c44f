# SPDX-License-Identifier: MIT
"""Find the sources that paths mean and read them into pages, each with its bytes as they were and its draft.

Nothing is stored here, and what cannot be read becomes a page with the reason, so that the rest of a batch goes on.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eqbrief.files import explain
from eqbrief.model import Draft, Progress, Rule, UserError
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_PAGES = frozenset(
    {
        *(".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".txt", ".text", ".md", ".markdown"),
        *(".ics", ".eml", ".msg", ".xml", ".json"),
    }
)
# How browsers name the folder with a saved page's pictures and frames, in several languages.
_BESIDE = re.compile(r"[_-](?:files|Dateien|fichiers|archivos|bestanden|file)$", re.IGNORECASE)
_DATA = frozenset({".xml", ".json"})
"""What is more often something else than a schedule."""
_MOST_BYTES = 50_000_000
"""What reading takes, see its FILE_LIMIT."""
_ADDRESSES = (("http:",), ("https:",))
"""How a path begins that is a web address."""


@dataclass(frozen=True, slots=True)
class Page:
    """A source that was read: its bytes as they were, and the draft, or the sentence that says why there is none."""

    name: str
    data: bytes
    draft: Draft | None
    reason: str | None = None


def sha256_of(page: Page) -> str:
    """Give the hash by which the very bytes of a page are known again."""
    import hashlib  # noqa: PLC0415 - not needed by the first frame

    return hashlib.sha256(page.data).hexdigest()


def pages_in(paths: Iterable[Path]) -> list[Path]:
    """List the files to read: each path itself, and what lies below a folder and looks like a page, in order of name.

    Raises:
        UserError: when a path does not exist, or a folder holds no page.
    """
    found: list[Path] = []
    for path in paths:
        if path.parts[:1] in _ADDRESSES:
            raise UserError(
                f"'{path.parts[0]}//{'/'.join(path.parts[1:])}' is an address, not a file.",
                "Add it as a web address, or save the page in your browser as HTML or text and add that file.",
            )
        if path.is_dir():
            inside = _pages_below(path)
            if not inside:
                raise UserError(
                    f"The folder '{path}' holds no saved page.",
                    "Save the event's page from the browser as HTML or text, then add that file.",
                )
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise UserError(f"There is no file called '{path}'.", "Check the name, or choose the file with Add.")
    return found


def _pages_below(folder: Path) -> list[Path]:
    """List what lies below a folder and looks like a page, without what a browser saved beside one."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if name.lower().endswith((".htm", ".html"))}
        folders[:] = [name for name in folders if _BESIDE.sub("", name) not in pages or not _BESIDE.search(name)]
        found += [Path(here, name) for name in names if Path(name).suffix.lower() in _PAGES]
    return sorted(path for path in found if path.is_file())


def read_page(path: Path, rules: Sequence[Rule] = ()) -> Page:
    """Read one source; what cannot be read becomes a page with a reason instead of a draft.

    `rules` are what was learnt, as `learning.rules_for` gives them for a library.
    """
    from eqbrief.reading import read_bytes  # noqa: PLC0415 - the parsers are not needed by the first frame

    try:
        data = _bytes_of(path)
    except OSError as error:
        return Page(path.name, b"", None, str(explain(error, path)))
    except UserError as error:
        return Page(path.name, b"", None, str(error))
    try:
        return Page(path.name, data, read_bytes(data, path.name, rules=rules))
    except UserError as error:
        return Page(path.name, data, None, str(error))


def _bytes_of(path: Path) -> bytes:
    """Read a file, but never more of it than the one byte too many that reading needs to refuse it."""
    found = path.stat()
    # A pipe or a device would block, or never end; of a folder the system itself says what it is.
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise UserError(f"'{path.name}' is no ordinary file.", "Choose a page that is saved on a disk.")
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def read_pages(
    paths: Iterable[Path], report: Report = quiet, stop: Stop = go_on, rules: Sequence[Rule] = ()
) -> Iterator[Page]:
    """Read sources one after another; a path without a page gives its reason, and it ends early when stopped.

    Of a folder's files that may be a schedule, those that are none are passed over. `rules` as for `read_page`.
    """
    files = [(file, file is path or isinstance(file, Page)) for path in paths for file in _files_or_reason(path)]
    for number, (file, is_chosen) in enumerate(files):
        if stop():
            return
        if isinstance(file, Page):
            yield file
            continue
        report(Progress(number, len(files), f"Reading {file.name}"))
        page = read_page(file, rules)
        if page.draft is not None or is_chosen or file.suffix.lower() not in _DATA:
            yield page


def _files_or_reason(path: Path) -> Sequence[Path | Page]:
    """List the files that a path means; one that means none gives a page with the reason, so that the rest goes on."""
    try:
        return pages_in([path])
    except UserError as error:
        return [Page(path.name or str(path), b"", None, str(error))]


def pasted_page(text: str, rules: Sequence[Rule] = ()) -> Page:
    """Read text that was pasted; it is kept as a text file. `rules` as for `read_page`.

    Raises:
        UserError: when nothing was pasted.
    """
    from eqbrief.reading import read_text  # noqa: PLC0415 - the parsers are not needed by the first frame

    name = "Pasted text.txt"
    return Page(name, text.encode(), read_text(text, name, rules=rules))
