# SPDX-License-Identifier: MIT
"""The fixtures that every test may ask for, and the checks that run around each of them.

`library` is an empty library, `filled_library` the sample one, `window` the real window on it, `sample_page` makes a
page to read, `site` is a web server on this machine, `real_files` are those of `EQBRIEF_TEST_DATA`, `golden` compares a
widget with its picture. Every test runs in a home of its own and must leave nothing running.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.golden import check_picture
from tests.helpers.habits import FILE_WISH, ROOT, sources
from tests.helpers.isolation import forbid_network, make_world
from tests.helpers.leaks import left_behind, running
from tests.helpers.pages import Page, write_page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from eqbrief.gui.window import MainWindow
    from eqbrief.store import Store
    from tests.gui.opening import Windows
    from tests.helpers.serving import Site

HOME = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("EqBrief")
    group.addoption("--onscreen", action="store_true", help="show the windows instead of drawing them unseen")
    group.addoption("--golden", action="store_true", help="write the golden pictures anew; then look at them")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    # Before Qt is loaded, which reads the environment once.
    config.stash[HOME] = make_world(onscreen=config.getoption("--onscreen"))
    forbid_network()
    # A busy machine is no fault, and what fails in the continuous integration must fail again at a desk.
    hypothesis.settings.register_profile(
        "eqbrief", deadline=None, max_examples=60, derandomize=bool(os.environ.get("CI")), database=None
    )
    hypothesis.settings.load_profile("eqbrief")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[HOME], ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    # No fault before 400 lines, but the next to be divided.
    long = [path for path in sources("eqbrief", "tests") if len(path.read_bytes().splitlines()) > FILE_WISH]
    if long:
        terminalreporter.write_line("over 300 lines: " + ", ".join(str(path.relative_to(ROOT)) for path in long))


@pytest.fixture(autouse=True)
def nothing_left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer, a window or a file of the library open."""
    below = tmp_path_factory.getbasetemp()
    before = running(below)
    yield
    left = left_behind(before, below)
    if left:
        pytest.fail("The test left something behind:\n  " + "\n  ".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def settings_folder(nothing_left_behind: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> Path:
    """Give each test settings of its own; the folder is made when it is first written to."""
    folder = tmp_path_factory.getbasetemp() / "settings" / os.urandom(6).hex()
    monkeypatch.setenv("EQBRIEF_SETTINGS", str(folder))
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator["Store"]:
    """Give an empty library, migrated and open, in a folder of its own."""
    from eqbrief.store import Store

    store = Store.create(tmp_path / "library")
    yield store
    store.close()


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample library once; each test that fills a library copies it."""
    from eqbrief.tasks.sample import make_sample

    folder = tmp_path_factory.mktemp("sample") / "library"
    make_sample(folder).close()
    return folder


@pytest.fixture
def filled_library(sample_template: Path, tmp_path: Path) -> Iterator["Store"]:
    """Give a copy of the sample library, open, in a folder of its own."""
    from eqbrief.store import Store

    store = Store.open(Path(shutil.copytree(sample_template, tmp_path / "Race equality")))
    yield store
    store.close()


@pytest.fixture
def windows(qapp) -> Iterator["Windows"]:
    """Give what opens real windows in a test; those that are still open are closed after it."""
    from tests.gui.opening import Windows

    made = Windows(qapp)
    yield made
    made.close()


@pytest.fixture
def open_window(windows: "Windows") -> Callable[..., "MainWindow"]:
    """Give a function that opens the real window on a library, shown and active."""
    return windows.open


@pytest.fixture
def close_window(windows: "Windows") -> Callable[["MainWindow"], None]:
    """Give a function that closes a window as a person does."""
    return windows.shut


@pytest.fixture
def window(filled_library: "Store", open_window: Callable[..., "MainWindow"]) -> "MainWindow":
    """Give the real window on the sample library, at 1440 × 900 in the light theme."""
    return open_window(filled_library)


@pytest.fixture
def sample_page(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes an invented event's page: `sample_page("page.html", title="…")`.

    The ending of the name decides the form (.txt or .html); the keywords are those of `tests.helpers.pages.Page`.
    """

    def make(name: str = "page.html", **facts) -> Path:
        return write_page(tmp_path / name, Page(**facts))

    return make


@pytest.fixture
def site(qapp, monkeypatch) -> Iterator["Site"]:
    """Give a web server of the test's own on this machine, and let no proxy stand between."""
    from tests.helpers.serving import PROXIES, serving

    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving() as made:
        yield made


@pytest.fixture
def real_files() -> Path:
    """Give the folder of real pages and decks that `EQBRIEF_TEST_DATA` names; leave the test out where it is unset."""
    named = os.environ.get("EQBRIEF_TEST_DATA", "")
    if not named or not Path(named).is_dir():
        pytest.skip("EQBRIEF_TEST_DATA names no folder of real files")
    return Path(named)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[["QWidget", str], None]:
    """Give a function that compares a widget with its golden picture: `golden(widget, "window-light")`."""
    rewrite = request.config.getoption("--golden")
    return lambda widget, name: check_picture(widget, name, rewrite=rewrite)
