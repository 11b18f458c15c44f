# SPDX-License-Identifier: MIT
"""Folders that would damage a live library are known by name, also before they exist; others are not blamed."""

import os
import sys
from pathlib import Path

import pytest

from eqbrief.files import default_library, places, unsafe_place

HOME_MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
//files.example/team /mnt/team\\040files cifs rw 0 0
files.example:/export /net/nfs nfs4 rw 0 0
me@host.example:/ /home/ada/host fuse.sshfs rw 0 0
C:\\134 /mnt/c 9p rw 0 0
/dev/sdb1 /net/nfs/local xfs rw 0 0
nonsense
"""


@pytest.mark.parametrize(
    ("folder", "owner"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Exampleshire Care/Documents/EqBrief", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Exampleshire/EqBrief", "OneDrive"),
        ("onedrive/x", "OneDrive"),
        ("Dropbox/x", "Dropbox"),
        ("Dropbox (Personal)/x", "Dropbox"),
        ("Google Drive/My Drive/x", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-ada@mail.example/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("iCloudDrive/x", "iCloud Drive"),
        ("Nextcloud/x", "Nextcloud"),
        ("Box Sync/x", "Box"),
        ("Library/CloudStorage/Box-Box/x", "Box"),
        ("MEGAsync/x", "MEGA"),
    ],
)
def test_synced_folders_are_named(tmp_path: Path, folder: str, owner: str) -> None:
    said = unsafe_place(tmp_path / folder)
    assert said is not None
    assert said.startswith(f"'{tmp_path / folder}' is kept by {owner},")
    assert said.endswith(".")


@pytest.mark.parametrize(
    "folder",
    ["EqBrief", "Documents/Dropbox notes", "Boxes/x", "Box", "A box of decks", "Omega", "My OneDriver", "Megatrends"],
)
def test_other_folders_are_not_blamed(tmp_path: Path, folder: str) -> None:
    assert unsafe_place(tmp_path / folder) is None


def test_box_is_known_in_the_home_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert "Box" in (unsafe_place(tmp_path / "Box" / "library") or "")
    assert unsafe_place(tmp_path / "Documents" / "Box") is None


def test_a_moved_onedrive_is_known_by_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "work files"))
    assert "OneDrive" in (unsafe_place(tmp_path / "work files" / "EqBrief") or "")
    assert unsafe_place(tmp_path / "other files") is None


@pytest.mark.parametrize(
    ("mark", "owner"), [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud")]
)
def test_a_renamed_synced_folder_is_known_by_its_mark(tmp_path: Path, mark: str, owner: str) -> None:
    (tmp_path / mark).mkdir()
    assert owner in (unsafe_place(tmp_path / "deep" / "down") or "")


def test_dropbox_own_settings_in_the_home_folder_mean_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / ".dropbox").mkdir()
    assert unsafe_place(tmp_path / "EqBrief") is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "Dropbox")
    assert "Dropbox" in (unsafe_place(tmp_path / "here" / "library") or "")


def test_a_share_is_known_by_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def touched(*_: object, **__: object) -> str:
        raise AssertionError("the share was asked")

    for name in ("realpath", "lexists"):
        monkeypatch.setattr(os.path, name, touched)
    for share in (r"\\files.example\team\EqBrief", r"\\?\UNC\files.example\team"):
        assert "on the network" in (unsafe_place(Path(share)) or "")
    with pytest.raises(AssertionError):
        unsafe_place(Path(r"\\?\C:\EqBrief"))


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ada/library", "ext4"),
        ("/tmp/library", "tmpfs"),
        ("/tmpfile", "ext4"),
        ("/mnt/team files/library", "cifs"),
        ("/net/nfs/library", "nfs4"),
        ("/net/nfs/local/library", "xfs"),
        ("/home/ada/host/x", "fuse.sshfs"),
        ("/mnt/c/Users/ada", "9p"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX systems")
def test_the_mount_under_a_folder(folder: str, kind: str) -> None:
    assert places.mount_type(Path(folder), HOME_MOUNTS) == kind
    assert places.mount_type(Path(folder), "") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="reads a mount table in Linux's form")
def test_a_mounted_share_is_named_with_its_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"host.example:/ {tmp_path}/far\\040away nfs4 rw 0 0\n")
    monkeypatch.setattr(places, "_MOUNTS", table)
    assert "(nfs4)" in (unsafe_place(tmp_path / "far away" / "library") or "")
    assert unsafe_place(tmp_path / "near") is None


def test_the_default_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQBRIEF_LIBRARY", str(tmp_path / "mine"))
    assert default_library() == tmp_path / "mine"
    monkeypatch.delenv("EQBRIEF_LIBRARY")
    usual = default_library()
    assert usual.is_absolute()
    assert usual.parts[-2:] == ("eqbrief", "library")
