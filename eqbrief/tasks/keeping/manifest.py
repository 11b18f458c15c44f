# SPDX-License-Identifier: MIT
"""What a backup consists of, written beside its database as JSON, last of all, so that it vouches for the rest."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from eqbrief.files import write_whole
from eqbrief.model import UserError

_FORM = 1


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file at the time of a backup: SHA-256 in hex, size in bytes, and when it was last written, in nanoseconds."""

    sha256: str
    size_bytes: int
    modified_ns: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """One backup. `number` rises by one with each, so that their order holds when the clock does not.

    `files` is what lay below files/, by path within the library. `named` is what the database says should lie there
    where that was missing or different, and an earlier backup holds it.
    """

    uid: str
    number: int
    made_at: str
    version: int
    events: int
    rows: dict[str, int]
    database: KeptFile
    files: dict[str, KeptFile] = field(default_factory=dict[str, KeptFile])
    named: dict[str, KeptFile] = field(default_factory=dict[str, KeptFile])

    @property
    def wanted(self) -> dict[str, KeptFile]:
        """What restoring puts back, by path: what the database says should be there before what was."""
        return {**self.files, **self.named}

    @property
    def hashes(self) -> set[str]:
        """Every file's hash that this backup needs."""
        return {kept.sha256 for kept in (*self.files.values(), *self.named.values())}


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest, whole."""
    data = json.dumps({"form": _FORM, **asdict(manifest)}, ensure_ascii=False, indent=1)
    write_whole(path, data.encode())


def read_manifest(path: Path) -> Manifest | None:
    """Read a manifest; None when there is none or it cannot be understood."""
    try:
        plain: dict[str, Any] = json.loads(path.read_bytes())
        return Manifest(
            uid=str(plain["uid"]),
            number=int(plain["number"]),
            made_at=str(plain["made_at"]),
            version=int(plain["version"]),
            events=int(plain["events"]),
            rows={str(name): int(count) for name, count in plain["rows"].items()},
            database=_kept(plain["database"]),
            files={str(name): _kept(one) for name, one in plain["files"].items()},
            named={str(name): _kept(one) for name, one in plain["named"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, UserError):
        return None


def _kept(plain: dict[str, Any]) -> KeptFile:
    sha256 = str(plain["sha256"])
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError(sha256)  # it becomes a file's name
    return KeptFile(sha256, int(plain["size_bytes"]), int(plain["modified_ns"]))
