# SPDX-License-Identifier: MIT
"""The command that opens the window by a name of its own."""

import click

from eqbrief.cli.session import Session


@click.command("demo")
@click.pass_obj
@click.pass_context
def demo_(context: click.Context, session: Session) -> int:
    """Open the window on a fresh copy of the sample library."""
    above = context.parent
    if above and above.get_parameter_source("library") is click.core.ParameterSource.COMMANDLINE:
        raise click.UsageError("demo makes a library of its own; leave --library out.")
    return session.opener.demo()
