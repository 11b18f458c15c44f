# SPDX-License-Identifier: MIT
"""LibreOffice draws decks with a profile in which macros, links and the network are off; what it drew is kept."""

import contextlib
import os
import socket
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from eqbrief.decks import drawn, renderers
from eqbrief.decks.drawing import PageDrawer
from eqbrief.decks.drawn import draw_deck, kept, thin
from eqbrief.decks.renderers import Renderer, find_libreoffice, make_with_libreoffice, renderer_for
from eqbrief.files import file_sha256, resource
from eqbrief.files.limited import TooSlow
from eqbrief.files.running import Stopped
from eqbrief.model import UserError
from tests.decks.making import pdf

DECK = resource("sample", "decks", "Small tests fairer wards.pptx")
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
office = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not on this computer")


@pytest.fixture
def made_up(monkeypatch):
    """Give a function that puts a renderer of the test's own into the table."""

    def put(make) -> None:
        row = Renderer("The printer", frozenset({"pptx"}), lambda: Path("/bin/true"), make)
        monkeypatch.setattr(renderers, "RENDERERS", (row,))

    return put


def makes(data: bytes):
    def make(_program, deck, folder, _stop):
        assert deck.parent == folder and deck.name == "deck.pptx" and deck.read_bytes() == DECK.read_bytes()
        (folder / "made.pdf").write_bytes(data)
        return folder / "made.pdf"

    return make


def test_what_was_drawn_is_kept_by_the_hash_of_the_deck(made_up, tmp_path):
    made_up(makes(pdf([("Drawn", 40, 440)])))
    sha256, folder = file_sha256(DECK), tmp_path / "drawn"
    assert kept(folder, sha256) is None
    file = draw_deck(DECK, "Small tests", sha256, folder, lambda: False)
    assert file == kept(folder, sha256) == folder / f"{sha256}.pdf"
    assert [one.name for one in folder.iterdir()] == [f"{sha256}.pdf"]


def test_without_a_renderer_nothing_is_drawn(monkeypatch, tmp_path):
    monkeypatch.setattr(renderers, "RENDERERS", ())
    assert renderer_for("pptx") is None
    assert draw_deck(DECK, "Small tests", "0", tmp_path / "drawn", lambda: False) is None
    assert not (tmp_path / "drawn").exists()


@pytest.mark.parametrize(("data", "says"), [(b"no pdf", "could not draw"), (None, "too long")])
def test_what_cannot_be_drawn_is_said_and_leaves_nothing(made_up, tmp_path, data, says):
    def late(*_given):
        raise TooSlow

    made_up(late if data is None else makes(data))
    with pytest.raises(UserError, match=says) as trouble:
        draw_deck(DECK, "Small tests", "0", tmp_path / "drawn", lambda: False)
    assert "The printer" in trouble.value.what and "'Small tests'" in trouble.value.what
    assert not (tmp_path / "drawn").exists()


def test_one_that_is_stopped_is_not_kept(made_up, tmp_path):
    made_up(makes(pdf([("Drawn", 40, 440)])))
    with pytest.raises(Stopped):
        draw_deck(DECK, "Small tests", "0", tmp_path / "drawn", lambda: True)
    assert not (tmp_path / "drawn").exists()


def test_what_was_wanted_longest_ago_is_let_go_first(tmp_path):
    for age, name in enumerate("abcd"):
        (tmp_path / f"{name}.pdf").write_bytes(bytes(100))
        os.utime(tmp_path / f"{name}.pdf", (1000 - age, 1000 - age))
    assert kept(tmp_path, "d") is not None
    thin(tmp_path, 250)
    assert sorted(file.stem for file in tmp_path.iterdir()) == ["a", "d"]
    thin(tmp_path, 10, keep=tmp_path / "a.pdf")
    assert [file.stem for file in tmp_path.iterdir()] == ["a"]
    assert drawn.MOST_BYTES >= 100_000_000


@office
def test_libreoffice_draws_every_slide_hidden_ones_too(tmp_path):
    from pptx import Presentation

    show = Presentation(str(DECK))
    show.slides[1]._element.set("show", "0")
    show.save(str(tmp_path / "deck.pptx"))
    made = make_with_libreoffice(find_libreoffice(), tmp_path / "deck.pptx", tmp_path, lambda: False)
    drawer = PageDrawer()
    with contextlib.closing(drawer):
        assert len(drawer.pages(made)) == len(show.slides)
        assert [word.text for word in drawer.words(made, 1)][:2] == ["Small", "tests,"]


@contextlib.contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """Give the port of a server on this computer, and a list of what it is asked for."""
    asked: list[bytes] = []
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)

        def listen() -> None:
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    caller, _ = server.accept()
                    asked.append(caller.recv(200))
                    caller.close()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield server.getsockname()[1], asked
        finally:
            done.set()
            thread.join()


@office
def test_a_deck_that_names_pictures_elsewhere_reaches_nobody(tmp_path):
    """Pictures of another computer and one of this disk are named; nobody is asked, and that one is not shown."""
    from pptx import Presentation
    from pptx.util import Inches

    image = tmp_path / "dot.png"
    image.write_bytes(png(255, 0, 0))
    with listening() as (port, asked):
        show = Presentation(str(DECK))
        slide = show.slides[0]
        for target in (f"http://127.0.0.1:{port}/a.png", f"http://localhost:{port}/b.png", image.as_uri()):
            placed = slide.shapes.add_picture(str(image), Inches(1), Inches(1), Inches(3), Inches(3))
            blip = placed._element.find(".//{*}blip")
            blip.attrib.clear()
            blip.set(f"{OFFICE}link", slide.part.relate_to(target, f"{OFFICE[1:-1]}/image", is_external=True))
        show.save(str(tmp_path / "deck.pptx"))
        made = make_with_libreoffice(find_libreoffice(), tmp_path / "deck.pptx", tmp_path, lambda: False)
        assert asked == []
    with contextlib.closing(PageDrawer()) as drawer:
        picture = drawer.draw(made, 1, 200)
    assert b"\x00\x00\xff" not in {picture.data[at : at + 3] for at in range(0, len(picture.data), 4)}


def png(*colour: int) -> bytes:
    """Make a picture of one dot."""

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(bytes([0, *colour]))
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", dot) + part(b"IEND", b"")
