# SPDX-License-Identifier: MIT
"""Make the sample library's decks from `tests/sample_decks/*.toml`: `python -m tests.make_sample_decks`.

The built files are committed under resources/sample/decks. The same content and the same versions of the
libraries give the same bytes, so that a build which changed nothing leaves nothing to commit.
"""

import sys
from pathlib import Path
from typing import Any

from eqbrief.files.resources import resource
from tests.sample_decks.as_pdf import build_pdf
from tests.sample_decks.as_pptx import build_pptx
from tests.sample_decks.content import contents

DECKS = resource("sample", "decks")


def write_deck(content: dict[str, Any], folder: Path) -> Path:
    """Write one deck into `folder` in the format that its file name asks for, and give its path."""
    path = folder / content["file"]
    path.write_bytes(build_pdf(content) if path.suffix == ".pdf" else build_pptx(content))
    return path


def main() -> None:
    """Write every sample deck and print its size."""
    DECKS.mkdir(parents=True, exist_ok=True)
    for content in contents():
        path = write_deck(content, DECKS)
        sys.stdout.write(f"{path.stat().st_size / 1000:6.0f} KB  {path.name}\n")


if __name__ == "__main__":
    main()
