# SPDX-License-Identifier: MIT
"""No relative path leads out of its folder, and none is tried on the disk before it was judged as text."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.files import safe_join
from eqbrief.model import UserError

REFUSED = [
    "", "/", "  ", ".", "..", "../x", "a/../../x", "a/..", "/etc/passwd", "//host/share/x", "\\\\host\\share\\x", "\\x",
    "\\\\?\\C:\\x", "\\\\.\\pipe\\x", "C:\\x", "c:x", "C:/dangerous/x.pl", "a/C:/x", "file.pptx:stream", "file:///etc/x",
    "..\\..\\x", "a\\..\\..\\x", "a/.. /x", "a/.../x", ". ./x", "a\x00b", "a\nb", "a/\x00", "\ud800",
]  # fmt: skip
PARTS = st.sampled_from(["..", ".", "a", "b c", "é.pptx", "", "/", "\\", "C:", "\x00", ".. ", "...", "link"])


@pytest.mark.parametrize("relative", REFUSED)
def test_what_leads_elsewhere_is_refused(tmp_path: Path, relative: str) -> None:
    with pytest.raises(UserError) as caught:
        safe_join(tmp_path, relative)
    assert "was not used" in caught.value.what
    assert "\x00" not in caught.value.what


@pytest.mark.parametrize("relative", REFUSED)
def test_the_text_is_judged_before_the_disk_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, relative: str
) -> None:
    def touched(*_: object, **__: object) -> str:
        raise AssertionError("the disk was asked")

    for name in ("realpath", "lexists", "exists", "stat", "lstat"):
        for module in (os.path, os):
            monkeypatch.setattr(module, name, touched, raising=False)
    with pytest.raises(UserError):
        safe_join(tmp_path, relative)
    with pytest.raises(AssertionError, match="asked"):
        safe_join(tmp_path, "honest.pptx")  # The trap itself works.


@pytest.mark.parametrize(
    ("relative", "parts"),
    [
        ("files/2024-02-20 A talk/Slides.pptx", ("files", "2024-02-20 A talk", "Slides.pptx")),
        ("files\\A talk\\Slides.pptx", ("files", "A talk", "Slides.pptx")),
        ("a//b", ("a", "b")),
        ("..hidden", ("..hidden",)),
        ("a..b/c", ("a..b", "c")),
        ("-rf.pptx", ("-rf.pptx",)),
        ("~/x", ("~", "x")),
        ("été/語.pdf", ("été", "語.pdf")),
    ],
)
def test_honest_paths_are_joined(tmp_path: Path, relative: str, parts: tuple[str, ...]) -> None:
    assert safe_join(tmp_path, relative) == tmp_path.joinpath(*parts)


@given(st.lists(PARTS, max_size=8).map("/".join) | st.text(max_size=40))
def test_whatever_is_joined_stays_inside(relative: str) -> None:
    root = Path("/somewhere/library")
    try:
        joined = safe_join(root, relative)
    except UserError:
        return
    assert Path(os.path.normpath(joined)).is_relative_to(root)
    assert Path(os.path.normpath(joined)) != root


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_not(tmp_path: Path) -> None:
    root, outside = tmp_path / "library", tmp_path / "elsewhere"
    (root / "files").mkdir(parents=True)
    outside.mkdir()
    (root / "out").symlink_to(outside)
    (root / "in").symlink_to(root / "files")
    (root / "round").symlink_to(root / "round")
    with pytest.raises(UserError, match="leads outside 'library'"):
        safe_join(root, "out/deck.pptx")
    assert safe_join(root, "in/deck.pptx") == root / "in/deck.pptx"
    assert safe_join(root, "round") == root / "round"
    (tmp_path / "door").symlink_to(root)
    assert safe_join(tmp_path / "door", "files/x") == tmp_path / "door/files/x"
