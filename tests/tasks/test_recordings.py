# SPDX-License-Identifier: MIT
"""Which file of this computer is an event's recording: judged as text, remembered, and asked for when it has gone."""

from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import tasks
from eqbrief.model import DraftRecording, UserError
from eqbrief.tasks import recordings
from eqbrief.tasks.handing import export_list, make_pack
from eqbrief.tasks.recordings import NoRecording, keep_recording, local_file, recording_of
from tests.files.test_playing import MP4
from tests.store.filling import add_event


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/films/Webinar 1.mp4", "/films/Webinar 1.mp4"),
        ("file:///films/Webinar%201.mp4", "/films/Webinar 1.mp4"),
        ("FILE://localhost/films/a.mp4", "/films/a.mp4"),
        (" /films/a.mp4 ", "/films/a.mp4"),
    ],
)
def test_a_path_of_this_computer_is_known_by_its_text(address: str, path: str) -> None:
    assert local_file(address) == Path(path)


@pytest.mark.parametrize(
    "address",
    [
        *(None, "", "https://video.example/a.mp4", "films/a.mp4", "a.mp4", "../a.mp4"),
        *(
            r"\\host\share\a.mp4",
            "//host/share/a.mp4",
            r"\/host/a.mp4",
            "file://host/share/a.mp4",
            "file:////host/a.mp4",
        ),
        *("file://[::1/a.mp4", r"\\?\UNC\host\share\a.mp4", "/a\0.mp4", "smb://host/a.mp4", "file:///%2Fhost/a.mp4"),
    ],
)
def test_the_web_and_other_computers_are_no_file(address: str | None) -> None:
    assert local_file(address) is None


def film(tmp_path: Path, name: str = "Webinar.mp4") -> Path:
    path = tmp_path / name
    path.write_bytes(MP4)
    return path


def with_recordings(store, event: int, *made: DraftRecording) -> None:
    tasks.edit(store, event, replace(tasks.event(store, event).draft, recordings=made))


def test_the_first_recording_that_is_here_is_played(library, tmp_path: Path) -> None:
    event = add_event(library)
    here = film(tmp_path)
    lost, online = DraftRecording("Lost", "/nowhere/at/all.mp4"), DraftRecording("Online", "https://video.example")
    with_recordings(library, event, online, lost, DraftRecording("Here", str(here)))
    assert recording_of(tasks.event(library, event)) == here


def test_a_chosen_file_is_remembered_and_undone_by_name(library, tmp_path: Path) -> None:
    event = add_event(library)
    with pytest.raises(NoRecording, match="No recording of this event"):
        recording_of(tasks.event(library, event))
    keep_recording(library, event, film(tmp_path))
    kept = tasks.event(library, event).draft.recordings
    assert kept == (DraftRecording("Recording", None), DraftRecording("Webinar", str(tmp_path / "Webinar.mp4")))
    assert tasks.undo(library) == "Edit “Kinder rotas 1”"
    assert len(tasks.event(library, event).draft.recordings) == 1


def test_one_that_has_moved_is_found_where_it_lies_now(library, tmp_path: Path) -> None:
    event = add_event(library)
    with_recordings(library, event, DraftRecording("The film", "/nowhere/film.mp4"))
    with pytest.raises(NoRecording, match=r"'film\.mp4' is no longer where it was"):
        recordings.play(library, event, 3)
    keep_recording(library, event, film(tmp_path))
    assert tasks.event(library, event).draft.recordings == (DraftRecording("The film", str(tmp_path / "Webinar.mp4")),)


def test_what_is_no_recording_is_not_remembered(library, tmp_path: Path) -> None:
    event = add_event(library)
    text = tmp_path / "notes.mp4"
    text.write_text("Just words.", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        keep_recording(library, event, text)
    assert refused.value.next_step.startswith("Choose a recording: MP4, ")
    assert tasks.event(library, event).draft.recordings == (DraftRecording("Recording", None),)


def test_where_a_recording_lies_stays_on_this_computer(library, tmp_path: Path) -> None:
    film = tmp_path / "home of Jane" / "webinar.mp4"
    film.parent.mkdir()
    film.write_bytes(MP4)
    event = add_event(library, recordings=(DraftRecording("Recording", "https://video.example/a"),))
    keep_recording(library, event, film)
    make_pack(library, [event], tmp_path / "pack")
    for name in ("events.json", "events.csv", "events.ics"):
        export_list(library, "events", tmp_path / name)
    written = [*(tmp_path / "pack").rglob("*.*"), *tmp_path.glob("events.*")]
    assert len(written) > 4
    assert [file.name for file in written if b"Jane" in file.read_bytes()] == []
    assert any(b"video.example" in file.read_bytes() for file in written), "an address on the web may go"
