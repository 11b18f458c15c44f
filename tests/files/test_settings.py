# SPDX-License-Identifier: MIT
"""The person's choices come back, survive damage, and keep what another version wrote."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eqbrief.files import Settings, save_settings, settings_file
from eqbrief.model import UserError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EQBRIEF_SETTINGS", str(tmp_path / "choices"))
    return tmp_path / "choices"


def write(folder: Path, content: str | bytes) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "settings.json").write_bytes(content.encode() if isinstance(content, str) else content)


def test_without_a_file_all_is_as_at_the_start(folder: Path) -> None:
    settings = Settings.load()
    assert settings == Settings()
    assert (settings.theme, settings.text_size, settings.recent, settings.problem) == ("system", 100, (), None)
    assert not folder.exists()


def test_the_system_decides_the_place_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EQBRIEF_SETTINGS")
    assert settings_file().parts[-2:] == ("eqbrief", "settings.json")


def test_what_is_saved_comes_back() -> None:
    chosen = Settings(
        theme="contrast dark",
        text_size=150,
        own_name="Zoë Exämple",
        second_place={"/a library": "/a disk"},
        recent=("/a library", "/another"),
        window={"panes": [200, 320, 600], "geometry": "AdnQ", "cards": True},
    )
    save_settings(chosen)
    assert Settings.load() == chosen
    save_settings(chosen.with_(theme="light"))
    assert Settings.load() == chosen.with_(theme="light")
    assert "Zoë Exämple" in settings_file().read_text(encoding="utf-8")


def test_a_folder_whose_name_is_no_unicode_comes_back(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"library \xff") if os.name != "nt" else tmp_path / "library \ud800"
    save_settings(Settings().opened(odd))
    assert Settings.load().recent == (str(odd),)


def test_keys_of_another_version_are_kept(folder: Path) -> None:
    write(folder, json.dumps({"theme": "dark", "from the future": {"a": [1, None]}}))
    save_settings(Settings.load().with_(text_size=120))
    assert json.loads(settings_file().read_text(encoding="utf-8"))["from the future"] == {"a": [1, None]}
    assert Settings.load().theme == "dark"


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"theme": "dark"'])
def test_a_damaged_file_is_set_aside_with_a_sentence(folder: Path, content: bytes) -> None:
    write(folder, content)
    settings = Settings.load()
    assert settings == Settings()
    assert settings.problem is not None
    assert "settings.broken.json" in settings.problem.what
    assert (folder / "settings.broken.json").read_bytes() == content
    assert not settings_file().exists()
    write(folder, content)
    assert "settings.broken (2).json" in str(Settings.load().problem)
    save_settings(settings.with_(theme="dark"))
    assert Settings.load().problem is None


def test_a_folder_in_its_place_is_a_sentence_not_a_crash(folder: Path) -> None:
    settings_file().mkdir(parents=True)
    settings = Settings.load()
    assert settings.problem is not None
    with pytest.raises(UserError, match=r"settings\.json"):
        save_settings(settings)
    assert list(folder.iterdir()) == [settings_file()]


def test_a_file_where_the_folder_should_be_is_named(folder: Path) -> None:
    folder.write_bytes(b"")
    with pytest.raises(UserError, match="choices"):
        save_settings(Settings())


@pytest.mark.parametrize(
    ("key", "found", "taken"),
    [
        ("theme", "mauve", "system"),
        ("theme", ["dark"], "system"),
        ("text_size", "big", 100),
        ("text_size", True, 100),
        ("text_size", 5, 80),
        ("text_size", 1000, 200),
        ("own_name", None, ""),
        ("second_place", [], {}),
        ("second_place", {"/a": 1, "/b": "/c"}, {"/b": "/c"}),
        ("recent", "abc", ()),
        ("recent", ["/a", 3, "/b"], ("/a", "/b")),
        ("recent", [f"/{number}" for number in range(20)], tuple(f"/{number}" for number in range(10))),
        ("window", 7, {}),
    ],
)
def test_a_senseless_value_gives_way_alone(folder: Path, key: str, found: Any, taken: Any) -> None:
    write(folder, json.dumps({"theme": "dark", "own_name": "Ada Invented"} | {key: found}))
    settings = Settings.load()
    assert getattr(settings, key) == taken
    assert settings.problem is None
    if key != "theme":
        assert settings.theme == "dark"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["theme", "text_size", "own_name", "second_place", "recent", "window", "unknown", "problem", "x"]
)


@given(st.dictionaries(KEYS, JSON, max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_any_object_loads_and_saves_to_the_same(folder: Path, found: dict[str, Any]) -> None:
    write(folder, json.dumps(found))
    once = Settings.load()
    assert once.problem is None
    save_settings(once)
    assert Settings.load() == once


def test_recent_libraries_are_newest_first_and_ten(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(12):
        settings = settings.opened(tmp_path / str(number))
    settings = settings.opened(tmp_path / "5")
    assert [Path(library).name for library in settings.recent] == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_a_field_that_there_is_not_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError):
        Settings().with_(colour="mauve")
