# SPDX-License-Identifier: MIT
"""`fetch`: what it prints, and that a real process can be stopped or killed in the middle and goes on afterwards."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from eqbrief.store import Store, decks_of
from eqbrief.tasks.downloading import part_of
from tests.bench import kill_downloads
from tests.cli.conftest import PDF, Call, StandIn
from tests.helpers.habits import ROOT
from tests.helpers.offering import Offer
from tests.helpers.pages import Page, page_html
from tests.helpers.serving import Site

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")


@pytest.fixture
def offered(eqbrief: Call, site: Site) -> Call:
    """Give the command line on a library with one event, whose page on the site names /files/deck.pptx."""
    site.put("/events/rotas", page_html(Page()).encode())
    assert eqbrief("add", site.at("/events/rotas")).status == 0
    return eqbrief


def test_the_decks_of_all_events_are_downloaded(offered: Call, site: Site, here: Path, opener: StandIn) -> None:
    Offer(PDF, headers={"Content-Disposition": 'attachment; filename="Rotas.pdf"'}).on(site, "/files/deck.pptx")
    said = offered("fetch", "--json")
    assert (said.status, said.err) == (0, "")
    (one,) = said.json
    assert (one["action"], one["reason"], one["deck"]["state"]) == ("fetched", None, "here")
    assert (here / one["deck"]["file"]).read_bytes() == PDF
    assert ("network",) in opener.asked
    assert [one["action"] for one in offered("fetch", "1", "--json").json] == ["here"]
    assert offered("fetch").out == "1 here already.\n"


def test_what_cannot_be_had_is_said_and_the_rest_done(offered: Call, site: Site) -> None:
    said = offered("fetch", "1")
    assert said.status == 1
    assert said.out == "1 could not be downloaded.\n"
    assert said.complaints[0].startswith("“Presentation 200323”: '127.0.0.1' has no file at this address.")
    Offer(PDF).on(site, "/files/deck.pptx")
    assert "its content is a PDF, but its name ends in '.pptx'" in offered("fetch", "1").err
    assert offered("fetch", "99").status == 1


def test_for_people_it_says_what_came(offered: Call, site: Site) -> None:
    Offer(PDF, headers={"Content-Disposition": "attachment; filename=Rotas.pdf"}).on(site, "/files/deck.pptx")
    assert offered("fetch").out == "Downloaded 1 Presentation 200323, 750 bytes: here.\n1 downloaded.\n"


@POSIX
def test_ctrl_c_leaves_a_part_that_the_next_one_goes_on_with(offered: Call, site: Site, here: Path) -> None:
    data = kill_downloads.deck_data(1)
    offer = Offer(data, stalls=[len(data) // 3], headers={"Content-Disposition": "attachment; filename=Rotas.pdf"})
    offer.on(site, "/files/deck.pptx")
    store = Store.open(here)
    (deck,) = decks_of(store)
    store.close()
    part = part_of(store, deck)
    command = [sys.executable, "main.py", "--library", str(here), "fetch", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while process.poll() is None and not (part.is_file() and part.stat().st_size > 100_000):
            site.ended.wait(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    assert [one["action"] for one in json.loads(out)] == ["skipped"]
    begun = part.stat().st_size
    assert begun > 100_000
    assert offered("fetch").status == 0
    assert offer.asked == ["", f"bytes={begun}-"]
    assert [path.read_bytes() == data for path in here.glob("files/*/Rotas.pdf")] == [True]


@POSIX
def test_after_kills_nothing_partial_bears_a_decks_name_and_the_download_goes_on(tmp_path: Path) -> None:
    tally = kill_downloads.run(tmp_path / "library", 3)
    assert (tally.kills, tally.partial, tally.problems) == (3, [], [])
    assert tally.gone_on >= 1, "every kill came too early to show anything"
