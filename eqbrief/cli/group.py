# SPDX-License-Identifier: MIT
"""The table of commands, and what is asked before any of them: which library, the version, the self-test.

Each command's module is loaded when it is asked for, so that listing events never waits for what reads pages.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click

from eqbrief import __version__
from eqbrief.cli.session import Session

COMMANDS = {
    "demo": "opening",
    "read": "bringing",
    "add": "bringing",
    "list": "looking",
    "show": "showing",
    "search": "looking",
    "searches": "asking",
    "ask": "asking",
    "enquiries": "asking",
    "enquiry": "asking",
    "edit": "changing",
    "review": "reviewing",
    "delete": "changing",
    "undo": "changing",
    "attach": "decks",
    "fetch": "fetching",
    "open": "decks",
    "deck": "decks",
    "compare": "versions",
    "note": "noting",
    "notes": "noting",
    "action": "acting",
    "actions": "acting",
    "done": "acting",
    "reopen": "acting",
    "drop": "acting",
    "frameworks": "evidence",
    "tag": "evidence",
    "untag": "evidence",
    "evidence": "evidence",
    "suggestions": "evidence",
    "brief": "briefing",
    "briefings": "briefing",
    "gather": "briefing",
    "people": "naming",
    "organisations": "naming",
    "topics": "topics",
    "merge": "naming",
    "unmerge": "naming",
    "rename": "naming",
    "belongs": "naming",
    "terms": "glossary",
    "term": "glossary",
    "likely": "naming",
    "apart": "naming",
    "speakers": "speaking",
    "about": "erasing",
    "erase": "erasing",
    "match": "naming",
    "export": "exporting",
    "rules": "learning",
    "forget": "learning",
    "check": "keeping",
    "backup": "keeping",
    "backups": "keeping",
    "restore": "keeping",
}
"""Each command and its module; there it is a function of the same name with `_` behind it."""


class Commands(click.Group):
    """The commands of the table, loaded one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        module = COMMANDS.get(cmd_name)
        return getattr(import_module(f"eqbrief.cli.{module}"), f"{cmd_name}_") if module else None


def build(session: Callable[[Path | None], Session]) -> click.Group:
    """Make the whole command line; `session` makes what commands are given from the folder that was named."""

    @click.group(
        cls=Commands,
        invoke_without_command=True,
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
        epilog="EVENT is a number, a uid or a part of the title that only one event has. Exit status: 0 done, "
        "1 something could not be done (each said in a sentence), 2 wrong usage.",
    )
    @click.option(
        "--library",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="EQBRIEF_LIBRARY",
        metavar="DIR",
        help="The library's folder, instead of EQBRIEF_LIBRARY or the usual one.",
    )
    @click.option("--self-test", is_flag=True, help="Open the real window, visit every pane and dialog, and report.")
    @click.option(
        "--json",
        "as_json",
        is_flag=True,
        help="With --self-test: print a JSON object of ok, first_frame_at, rss_mb, panes, failed.",
    )
    @click.version_option(__version__, prog_name="EqBrief", message="%(prog)s %(version)s")
    @click.pass_context
    def eqbrief(context: click.Context, library: Path | None, self_test: bool, as_json: bool) -> int:
        """Review past webinars and panels offline. Without a command, open the window."""
        context.obj = given = session(library)
        if context.invoked_subcommand:
            if self_test or as_json:
                raise click.UsageError("--self-test stands alone, and the --json of a command follows the command.")
            return 0
        if self_test:
            return given.opener.self_test(library, as_json)
        if as_json:
            raise click.UsageError("--json belongs to --self-test or follows a command.")
        return given.opener.window(library)

    return eqbrief
