# SPDX-License-Identifier: MIT
"""The person's own choices, in one readable JSON file outside any library.

They are never worth stopping for: a damaged file is set aside, and what an older or newer version wrote is kept.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast

import platformdirs

from eqbrief.files.names import unique_name
from eqbrief.files.trouble import explain
from eqbrief.files.whole import write_whole
from eqbrief.model import UserError

ThemeChoice = Literal["system", "light", "dark", "contrast light", "contrast dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "contrast light", "contrast dark")
TEXT_SIZES = (80, 200)
RECENT_LIMIT = 10


def settings_file() -> Path:
    """Give the path of the settings: in the folder that EQBRIEF_SETTINGS names, else where the system keeps such."""
    named = os.environ.get("EQBRIEF_SETTINGS")
    # False gives no folder of a maker's name around ours.
    folder = Path(named) if named else platformdirs.user_config_path("eqbrief", appauthor=False)
    return folder / "settings.json"


def save_settings(settings: "Settings") -> None:
    """Write the settings as one whole file, making its folder where need be.

    Raises:
        UserError: when they cannot be written.
    """
    path = settings_file()
    plain = dict(settings.unknown)
    plain |= {name: _plain(getattr(settings, name)) for name in _CHECKS}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, path.parent) from error
    text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    # A folder's name on Linux may hold bytes that are no Unicode; they pass, and json reads them back.
    write_whole(path, text.encode(errors="surrogatepass"), replace=True)


def _plain(value: Any) -> Any:
    return list(cast(tuple[Any, ...], value)) if isinstance(value, tuple) else value


def _theme(value: Any) -> ThemeChoice:
    return value if value in THEME_CHOICES else "system"


def _text_size(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return 100
    return min(max(value, TEXT_SIZES[0]), TEXT_SIZES[1])


def _on(value: Any) -> bool:
    return value is not False


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _folders(value: Any) -> dict[str, str]:
    items = cast(dict[str, Any], value).items() if isinstance(value, dict) else ()
    return {library: folder for library, folder in items if isinstance(folder, str)}


def _recent(value: Any) -> tuple[str, ...]:
    items = cast(list[Any], value) if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))[:RECENT_LIMIT]


def _layout(value: Any) -> dict[str, Any]:
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}


# What makes a proper value of whatever the file holds, for each field that is saved.
_CHECKS: dict[str, Callable[[Any], Any]] = {
    "theme": _theme,
    "text_size": _text_size,
    "own_name": _text,
    "spelling": _on,
    "second_place": _folders,
    "recent": _recent,
    "window": _layout,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the person at this computer.

    `text_size` is a percentage from 80 to 200; `own_name` is what 'mine' means among actions; `spelling` says whether
    that of notes is looked at; `second_place` is the folder for further backups by library folder; `recent` are
    library folders, newest first, ten at most; `window` is the window's layout as JSON values of its own. `unknown`
    are the keys of another version, and `problem` is what to tell the person when the file could not be read; it is
    not saved.
    """

    theme: ThemeChoice = "system"
    text_size: int = 100
    own_name: str = ""
    spelling: bool = True
    second_place: dict[str, str] = field(default_factory=dict[str, str])
    recent: tuple[str, ...] = ()
    window: dict[str, Any] = field(default_factory=dict[str, Any])
    unknown: dict[str, Any] = field(default_factory=dict[str, Any])
    problem: UserError | None = field(default=None, compare=False)

    @classmethod
    def load(cls) -> "Settings":
        """Read the settings; where there are none, or they cannot be read, give those of a new start.

        A damaged file is kept beside as 'settings.broken.json', and `problem` says so.
        """
        path = settings_file()
        try:
            found = json.loads(path.read_bytes())
            if not isinstance(found, dict):
                raise ValueError("the settings are no JSON object")
        except FileNotFoundError:
            return cls()
        except OSError as error:
            return cls(problem=explain(error, path))
        except (ValueError, RecursionError):
            return cls(problem=_set_aside(path))
        plain = cast(dict[str, Any], found)
        checked = {name: check(plain[name]) for name, check in _CHECKS.items() if name in plain}
        return cls(**checked, unknown={key: value for key, value in plain.items() if key not in _CHECKS})

    def with_(self, **changes: Any) -> "Settings":
        """Give these settings with some fields changed. Raises TypeError for a field that there is not."""
        return replace(self, **changes)

    def opened(self, library: Path) -> "Settings":
        """Give these settings with a library's folder first among the recent ones."""
        first = str(library.absolute())
        return self.with_(recent=(first, *(other for other in self.recent if other != first))[:RECENT_LIMIT])


def _set_aside(path: Path) -> UserError:
    aside = path.with_name(unique_name(path.parent, "settings.broken.json"))
    try:
        path.rename(aside)
    except OSError as error:
        return explain(error, path)
    return UserError(
        f"Your settings could not be read, so EqBrief starts with its own; the old file is kept as '{aside.name}'.",
        "Choose your theme and other settings again; your libraries are not affected.",
    )
