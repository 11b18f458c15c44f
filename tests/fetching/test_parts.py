# SPDX-License-Identifier: MIT
"""The part of a file on disk: what is asked for next, and what of an answer is believed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.fetching.parts import Part
from eqbrief.model import UserError

ADDRESS, SIZE = "https://larkmoor.example/a.pptx", 1_000_000
WHOLE = {"content-length": "10", "etag": '"one"'}


def a_part(folder: Path, address: str = ADDRESS) -> Part:
    return Part(folder / "deck.part", address, SIZE)


def begun(folder: Path, data: bytes = b"01234", **headers: str) -> None:
    part = a_part(folder)
    assert (part.begin(200, WHOLE | headers), part.take(data)) == ("", "")
    part.close()


def test_a_part_is_taken_up_where_it_ended(tmp_path: Path) -> None:
    assert a_part(tmp_path).headers() == {}
    begun(tmp_path)
    part = a_part(tmp_path)
    assert part.headers() == {"Range": "bytes=5-", "If-Range": '"one"'}
    assert part.begin(206, {"content-range": "bytes 5-9/10", "etag": '"one"'}) == ""
    assert (part.take(b"56789"), part.is_whole, part.here, part.whole) == ("", True, 10, 10)
    part.close()
    assert (tmp_path / "deck.part").read_bytes() == b"0123456789"


@pytest.mark.parametrize(
    "headers",
    [
        {"content-range": "bytes 4-9/10"},
        {"content-range": "bytes 0-9/10"},
        {"content-range": "bytes 5-9/11"},
        {"content-range": "bytes 5-12/10"},
        {"content-range": "bytes 5-9"},
        {"content-range": "bytes 5-9/10", "etag": '"two"'},
        {"content-range": "bytes 5-9/10", "content-encoding": "gzip"},
        {},
    ],
)
def test_a_range_that_does_not_fit_is_not_taken(tmp_path: Path, headers: dict[str, str]) -> None:
    begun(tmp_path)
    part = a_part(tmp_path)
    part.headers()
    assert part.begin(206, headers) == "range"
    assert (tmp_path / "deck.part").read_bytes() == b"01234"


def test_a_range_that_ends_too_soon_is_not_all(tmp_path: Path) -> None:
    begun(tmp_path)
    part = a_part(tmp_path)
    part.headers()
    assert (part.begin(206, {"content-range": "bytes 5-6/10"}), part.take(b"56")) == ("", "")
    part.close()
    assert not part.is_whole
    assert part.headers()["Range"] == "bytes=7-"


def test_a_range_that_was_not_asked_for_is_not_taken(tmp_path: Path) -> None:
    part = a_part(tmp_path)
    assert (part.headers(), part.begin(206, {"content-range": "bytes 0-9/10"})) == ({}, "range")


def test_a_whole_answer_takes_the_place_of_the_part(tmp_path: Path) -> None:
    begun(tmp_path)
    part = a_part(tmp_path)
    assert part.headers()
    assert (part.begin(200, {"content-length": "3", "etag": '"two"'}), part.take(b"abc")) == ("", "")
    part.close()
    assert (tmp_path / "deck.part").read_bytes() == b"abc"
    assert a_part(tmp_path).headers() == {"Range": "bytes=2-", "If-Range": '"two"'}


@pytest.mark.parametrize(
    ("headers", "mark"),
    [
        ({"etag": 'W/"one"'}, None),
        ({"etag": "one"}, None),
        ({"etag": ""}, None),
        ({"etag": "", "last-modified": "Mon, 20 Mar 2023 09:00:00 GMT"}, "Mon, 20 Mar 2023 09:00:00 GMT"),
        ({"accept-ranges": "none"}, None),
        ({"accept-ranges": "bytes"}, '"one"'),
        ({"content-encoding": "gzip"}, None),
    ],
)
def test_only_what_tells_a_state_for_sure_is_gone_on_by(tmp_path: Path, headers: dict[str, str], mark: str) -> None:
    begun(tmp_path, b"", **headers) if "content-encoding" in headers else begun(tmp_path, **headers)
    assert a_part(tmp_path).headers().get("If-Range") == mark


def test_of_what_is_on_disk_only_the_sure_bytes_count(tmp_path: Path) -> None:
    begun(tmp_path)
    (tmp_path / "deck.part").write_bytes(b"01234" + bytes(3))
    part = a_part(tmp_path)
    assert part.headers()["Range"] == "bytes=5-"
    assert part.begin(206, {"content-range": "bytes 5-9/10"}) == ""
    part.close()
    assert (tmp_path / "deck.part").read_bytes() == b"01234"


def test_another_address_begins_anew(tmp_path: Path) -> None:
    begun(tmp_path)
    assert a_part(tmp_path, f"{ADDRESS}?2").headers() == {}


@given(
    st.one_of(st.binary(max_size=60), st.dictionaries(st.text(), st.integers()).map(lambda d: json.dumps(d).encode()))
)
def test_any_note_is_understood_or_passed_over(tmp_path_factory, note: bytes) -> None:
    folder = tmp_path_factory.mktemp("part")
    (folder / "deck.part").write_bytes(b"01234")
    (folder / "deck.json").write_bytes(note)
    assert a_part(folder).headers() == {}


def test_a_part_is_forgotten_whole(tmp_path: Path) -> None:
    begun(tmp_path)
    part = a_part(tmp_path)
    part.forget()
    assert (part.headers(), list(tmp_path.iterdir())) == ({}, [])


def test_a_disk_that_fails_is_kept_as_the_fault_and_not_raised_at_qt(tmp_path: Path) -> None:
    part = Part(tmp_path / "absent" / "deck.part", ADDRESS, SIZE)
    assert part.begin(200, WHOLE) == "disk"
    assert isinstance(part.fault, (OSError, UserError))
