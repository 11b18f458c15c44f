# SPDX-License-Identifier: MIT
"""A table written for a spreadsheet, whole or not at all, and nothing in it a formula."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eqbrief.files import explain, write_whole
from eqbrief.model import UserError

_WIDEST = 60
_LONGEST_CELL = 32_000
"""A cell takes 32,767 characters."""
# https://owasp.org/www-community/attacks/CSV_Injection; the wide signs are those of Chinese and Japanese keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its columns, and its rows of text."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def write_sheet(sheet: Sheet, target: Path) -> int:
    """Write a table to a .csv or .xlsx file, whole or not at all, and give how many rows it has.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    check_kind(target)
    try:
        write_whole(target, _WRITERS[target.suffix.lower()](sheet), replace=True)
    except OSError as error:
        raise explain(error, target) from error
    return len(sheet.rows)


def check_kind(target: Path, other: str = "") -> None:
    """Raise UserError where a file's name ends neither as a table's does nor in `other`."""
    endings = [*_WRITERS, other] if other else [*_WRITERS]
    if target.suffix.lower() not in endings:
        named = f"{', '.join(endings[:-1])} or {endings[-1]}"
        raise UserError(f"'{target.name}' is not a kind of file that a table can go to.", f"End its name in {named}.")


def as_csv(sheet: Sheet) -> bytes:
    """Write a table as comma-separated text that Excel opens right."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(sheet.columns)
    rows.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # Excel takes a file for UTF-8 by this mark only


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking text for a formula: an apostrophe in front, unless it is a number."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def as_xlsx(sheet: Sheet) -> bytes:
    """Write a workbook in which every cell is text, and the head stays in sight."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only this needs it  # pyright: ignore[reportMissingTypeStubs]

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = Workbook(out, options)  # its types are half there
    book.set_properties({"title": sheet.name, "author": ""})
    page = book.add_worksheet(sheet.name)
    bold, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(sheet.columns):
        page.write_string(0, column, name, bold)
        widest = max((len(row[column]) for row in sheet.rows), default=0)
        page.set_column(column, column, min(max(widest, len(name)) + 2, _WIDEST))
    for at, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            page.write_string(at, column, cell[:_LONGEST_CELL], wrapped)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    book.close()
    return out.getvalue()


_WRITERS: dict[str, Callable[[Sheet], bytes]] = {".csv": as_csv, ".xlsx": as_xlsx}
