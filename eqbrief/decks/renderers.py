# SPDX-License-Identifier: MIT
"""The programs that can draw the slides of a deck, as a table: the first that is on this computer is used.

Each makes a PDF, whose pages PDFium then draws. Another row is all that a further program needs.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eqbrief.files.running import run_limited

SECONDS = 180.0
"""How long one deck may take; one of 48 slides was seen to take 22."""

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Renderer:
    """A program that draws decks. `kinds` are those of content; `find` gives its whole path, None where it is not.

    `make(program, deck, folder, stop)` writes a PDF into the folder, which is its own, and gives its path; the pages
    are the slides in their order, hidden ones too. It raises what `run_limited` does.
    """

    name: str
    kinds: frozenset[str]
    find: Callable[[], Path | None]
    make: Callable[[Path, Path, Path, Stop], Path]


def renderer_for(kind: str) -> tuple[Renderer, Path] | None:
    """Give the first renderer on this computer for a kind of content, and where its program is."""
    for renderer in RENDERERS:
        if kind in renderer.kinds and (program := renderer.find()) is not None:
            return renderer, program
    return None


def find_libreoffice() -> Path | None:
    """Find LibreOffice on the PATH or where it usually lies."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found).resolve() if sys.platform == "win32" else Path(found)
    roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
    usual = {
        "win32": [Path(root) / "LibreOffice" / "program" / "soffice.exe" for root in roots if root],
        "darwin": [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")],
    }
    return next((path for path in usual.get(sys.platform, []) if path.is_file()), None)


def make_with_libreoffice(program: Path, deck: Path, folder: Path, stop: Stop) -> Path:
    """Let LibreOffice make a PDF, with a profile of its own in which macros, links and the network are off."""
    return convert_with_libreoffice(program, deck, folder, "pdf:impress_pdf_Export", stop)


def convert_with_libreoffice(
    program: Path, deck: Path, folder: Path, form: str, stop: Stop, seconds: float = SECONDS
) -> Path:
    """Let LibreOffice write a deck in another form ('pdf:…', 'pptx:…'), and give the path where it should then be.

    Raises what `run_limited` does.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    command = (
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"),
        *("--convert-to", form),
        *("--outdir", str(folder / "made")),
        str(deck),
    )
    run_limited(command, seconds=seconds, folder=folder, variables=_NO_NETWORK, stop=stop)
    return folder / "made" / f"{deck.stem}.{form.partition(':')[0]}"


LIBREOFFICE = Renderer(
    "LibreOffice",
    frozenset({"pptx", "ppsx", "potx", "pptm", "odp", "ppt"}),
    find_libreoffice,
    make_with_libreoffice,
)

RENDERERS: tuple[Renderer, ...] = (LIBREOFFICE,)

# Port 9 of this computer takes nothing: whatever asks for the network by a proxy is refused at once.
_NOWHERE = "127.0.0.1"
_NO_NETWORK = {
    **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), f"http://{_NOWHERE}:9"),
    "no_proxy": "",
    # Nothing is shown, whatever display there is.
    "SAL_USE_VCLPLUGIN": "svp",
}

_SETTINGS: tuple[tuple[str, str, str], ...] = (
    # Macros: none run, whatever a deck says. Links: none from a deck that is not trusted, and none is.
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Load", "UpdateDocMode", "0"),
    # One page a slide, hidden ones too; no pages of notes.
    ("Common/Filter/PDF/Export", "ExportHiddenSlides", "true"),
    ("Common/Filter/PDF/Export", "ExportNotesPages", "false"),
    ("Common/Filter/PDF/Export", "UseTaggedPDF", "false"),
    ("Common/Filter/PDF/Export", "ReduceImageResolution", "true"),
    ("Common/Filter/PDF/Export", "MaxImageResolution", "150"),
    ("Common/Misc", "FirstRun", "false"),
    ("Common/Misc", "CrashReport", "false"),
)


def _settings() -> str:
    """Write LibreOffice's own form of its settings: what it may do, and a proxy that leads nowhere."""
    rows = [(f"/org.openoffice.Office.{path}", name, value) for path, name, value in _SETTINGS]
    inet = "/org.openoffice.Inet/Settings"
    rows += [(inet, "ooInetProxyType", "2")]
    for scheme in ("HTTP", "HTTPS", "FTP"):
        rows += [(inet, f"ooInet{scheme}ProxyName", _NOWHERE), (inet, f"ooInet{scheme}ProxyPort", "9")]
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in rows
    )
    spaces = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {spaces}>\n{items}</oor:items>\n'
