# SPDX-License-Identifier: MIT
"""Keep the page that an event came from as it was, beside the event's other files."""

from collections.abc import Generator
from contextlib import contextmanager, suppress

from eqbrief.files import explain, make_folder, safe_name, unique_name, write_whole
from eqbrief.store import Store
from eqbrief.tasks.pages import Page


def keep_page(store: Store, page: Page, folder: str) -> str:
    """Write a page as it was into a folder below `files/`, and give its path within the library.

    Raises:
        UserError: when the library's folder cannot be written.
    """
    target = store.folder / "files" / folder
    try:
        make_folder(target)
        name = unique_name(target, safe_name(page.name))
        write_whole(target / name, page.data)
    except OSError as error:
        raise explain(error, target) from error
    return f"files/{folder}/{name}"


def take_back(store: Store, file: str) -> None:
    """Remove a page that nothing came of; the folder stays where other files are in it."""
    path = store.path(file)
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()


@contextmanager
def kept_page(store: Store, page: Page, folder: str) -> Generator[str]:
    """Keep a page for as long as the block goes well: on error it is taken back."""
    file = keep_page(store, page, folder)
    try:
        yield file
    except BaseException:
        take_back(store, file)
        raise
