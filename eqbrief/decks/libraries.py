# SPDX-License-Identifier: MIT
"""The libraries that read foreign decks, none of which says its types; each is loaded when it is first needed.

Only the child process calls these.
"""

from typing import Any


def lxml_etree() -> Any:
    """Give lxml's `etree`."""
    from lxml import etree  # noqa: PLC0415 - loaded by whoever asks  # pyright: ignore

    return etree  # pyright: ignore


def pypdfium2() -> Any:
    """Give pypdfium2, whose `raw` is PDFium's own interface."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - 40 ms that PowerPoint files do not need  # pyright: ignore

    return pdfium


def msoffcrypto() -> Any:
    """Give msoffcrypto."""
    import msoffcrypto as crypto  # noqa: PLC0415 - 50 ms that few decks need  # pyright: ignore

    return crypto
