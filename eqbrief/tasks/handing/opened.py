# SPDX-License-Identifier: MIT
"""A hand-over pack that came from elsewhere: nothing of it is believed before it was looked at.

Names are judged as text, sizes are counted while they are read, and every file must be what the manifest says it is.
"""

import hashlib
import json
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from eqbrief.files import explain, safe_join
from eqbrief.model import UserError
from eqbrief.tasks.handing.packing import DATA, FORM, MANIFEST

_MOST_FILES = 20_000
_LARGEST_DATA = 100_000_000
_LARGEST_FILE = 2_000_000_000
_CHUNK = 1 << 20


class Pack:
    """A pack that is open for reading, from a folder or a ZIP."""

    def __init__(self, path: Path, package: zipfile.ZipFile | None) -> None:
        self.name, self._path, self._package = path.name, path, package
        self.prefix = ""
        if package is not None:
            # Packed again by hand, a ZIP often has the folder itself in it.
            found = [name for name in package.namelist() if name.rpartition("/")[2] == MANIFEST]
            self.prefix = min(found, key=len).rpartition("/")[0] if found else ""
        self._listed = self._manifest()

    def data(self) -> dict[str, Any]:
        """Read what the pack says of its events.

        Raises:
            UserError: when it is damaged, changed, or of a newer form.
        """
        plain = _object(self.read(DATA), self.name)
        if plain.get("eqbrief_pack") != FORM:
            raise UserError(f"'{self.name}' was made by a newer EqBrief.", "Install the newest EqBrief, then add it.")
        return plain

    def read(self, name: str) -> bytes:
        """Read a file of the pack that fits into memory, and make sure that it is as it was made."""
        with self._open(name) as file:
            data = file.read(_LARGEST_DATA + 1)
        if len(data) > _LARGEST_DATA or hashlib.sha256(data).hexdigest() != self._listed.get(name):
            raise self._changed(name)
        return data

    def copy(self, name: str, target: Path) -> None:
        """Copy a file of the pack, and make sure that it is as it was made."""
        digest, size = hashlib.sha256(), 0
        with self._open(name) as file, target.open("xb") as out:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > _LARGEST_FILE:
                    raise self._changed(name)
                digest.update(chunk)
                out.write(chunk)
        if digest.hexdigest() != self._listed.get(name):
            raise self._changed(name)

    @contextmanager
    def _open(self, name: str) -> Generator[BinaryIO]:
        path = safe_join(self._path, name)
        try:
            if self._package is None:
                with path.open("rb") as file:
                    yield file
                return
            with self._package.open(f"{self.prefix}/{name}" if self.prefix else name) as packed:
                yield cast(BinaryIO, packed)
        except (KeyError, FileNotFoundError) as error:
            raise self._changed(name) from error
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise self._changed(name) from error
        except OSError as error:
            raise explain(error, path) from error

    def _manifest(self) -> dict[str, str]:
        with self._open(MANIFEST) as file:
            data = file.read(_LARGEST_DATA + 1)
        files = _object(data[:_LARGEST_DATA], self.name).get("files")
        listed = cast(dict[str, Any], files) if isinstance(files, dict) else {}
        if len(listed) > _MOST_FILES:
            raise self._changed(MANIFEST)
        return {name: one["sha256"] for name, one in listed.items() if isinstance(one, dict) and "sha256" in one}

    def _changed(self, name: str) -> UserError:
        return UserError(
            f"'{name}' in '{self.name}' is missing, damaged or was changed since the pack was made.",
            "Ask for the pack again; nothing was taken from that part of it.",
        )


@contextmanager
def opened(path: Path) -> Generator[Pack]:
    """Open a pack for as long as the block lasts.

    Raises:
        UserError: when it cannot be read, or is none.
    """
    if path.is_dir():
        yield Pack(path, None)
        return
    try:
        package = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise UserError(f"'{path.name}' is no ZIP file that can be read.", "Ask for the pack again.") from error
    with package:
        if len(package.infolist()) > _MOST_FILES:
            raise UserError(f"'{path.name}' holds too many files for a pack.", "Ask for the pack again.")
        yield Pack(path, package)


def _object(data: bytes, name: str) -> dict[str, Any]:
    try:
        plain: object = json.loads(data)
        json.dumps(plain, ensure_ascii=False).encode()  # half a pair of UTF-16 can be written so, and stored nowhere
    except (ValueError, RecursionError) as error:
        raise UserError(f"The data in '{name}' is damaged.", "Ask for the pack again.") from error
    return cast(dict[str, Any], plain) if isinstance(plain, dict) else {}
