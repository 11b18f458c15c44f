# SPDX-License-Identifier: MIT
"""Lists go out of the window in every format that the command line knows, whole, and under the name that is said."""

from pathlib import Path

import pytest

from eqbrief.gui import asking, exporting
from eqbrief.tasks.handing import list_endings

NAMES = [f"{what}{ending}" for what in ("events", "people", "actions") for ending in list_endings(what)]


@pytest.mark.parametrize("name", NAMES)
def test_each_list_in_each_format(window, tmp_path: Path, qtbot, monkeypatch, name: str) -> None:
    asked = []
    target = tmp_path / name
    monkeypatch.setattr(exporting, "choose_target", lambda *words: asked.append(words) or target)
    what = name.partition(".")[0]
    window.actions_["export" if what == "events" else f"export_{what}"].trigger()
    qtbot.waitUntil(lambda: f"exported to '{name}'" in window.status._said.text(), timeout=9000)
    assert target.stat().st_size > 100
    assert all(f"*{ending}" in asked[0][3] for ending in list_endings(what))


def test_what_cannot_be_written_is_told(window, tmp_path: Path, qtbot, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(exporting, "tell", lambda _parent, error: told.append(error))
    monkeypatch.setattr(exporting, "choose_target", lambda *words: tmp_path / "absent" / "events.csv")
    window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=9000)
    assert "There is no folder" in told[0].what and told[0].next_step


@pytest.mark.parametrize(
    ("typed", "kind", "wanted"),
    [
        ("/x/list", "Excel workbook (*.xlsx)", "/x/list.xlsx"),
        ("/x/list.csv", "Excel workbook (*.xlsx)", "/x/list.csv"),
        ("/x/list", "All files (*)", "/x/list"),
        ("", "", None),
    ],
)
def test_a_name_without_its_ending_gets_that_of_the_kind(
    monkeypatch, typed: str, kind: str, wanted: str | None
) -> None:
    monkeypatch.setattr(asking.QFileDialog, "getSaveFileName", lambda *words: (typed, kind))
    assert asking.choose_target(None, "Export", "list", kind) == (Path(wanted) if wanted else None)
