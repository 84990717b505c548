"""The commands by name. A command's module is loaded when it is called, or asked for its own help."""

from __future__ import annotations

import os
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

import click

from policydiff import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "init": "Begin an archive with an empty list of sources.",
    "follow": "Find a platform's policy, add it to the list and fetch it.",
    "sources": "List, add and check what the archive follows.",
    "compare": "Show what changed between two versions of a policy.",
    "findings": "Show what changed in substance, or list the kinds of findings.",
    "list": "List the series of the archive and their state.",
    "show": "Show a snapshot of the archive: where it came from, and what it is.",
    "log": "Show how a document changed over time.",
    "when": "Show since when a document says something.",
    "blame": "Show since when each clause reads as it does, and its earlier wordings.",
    "facts": "Show what one text states, matter by matter, in its own words.",
    "companies": "Compare what several documents say on one matter, and since when.",
    "regions": "Tell which region has which right, basis and way out, in whose words.",
    "trend": "Show which documents in the archive say something on a matter, and who added it.",
    "optout": "Show where people can object or opt out, since when, and whether it answers.",
    "fetch": "Check the sources and keep what is new.",
    "import": "Bring in history that others recorded.",
    "crosscheck": "Compare what two recorders captured on one day.",
    "export": "Write what the archive holds into files for other tools.",
    "normalise": "Show the policy that a saved page holds.",
    "verify": "Check every file of the archive against its chain of hashes.",
}
"""Names and help lines; the command is the function of that name in policydiff.cli.<name>."""

_MODULES = {"import": "importing", "list": "listing"}
"""Commands whose name Python keeps for itself: module and function are called otherwise."""


_COMPLETE = "_POLICYDIFF_COMPLETE"
"""The variable by which shells ask: docs/cli.md tells how to set it up."""


class LazyGroup(click.Group):
    """A group that knows the names and help lines of its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        name = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"policydiff.cli.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; one that does not exist is reported with the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=2)
            advice = f"Did you mean {' or '.join(near)}?" if near else "policydiff --help lists them."
            ctx.fail(f"No such command {args[0]!r}. {advice}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table; click's own way would import every command for its help line."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--archive",
    metavar="DIR",
    default="snapshots",
    show_default=True,
    envvar="POLICYDIFF_ARCHIVE",
    help="Folder of the archive; POLICYDIFF_ARCHIVE can name it too.",
)
@click.pass_context
def policydiff(ctx: click.Context, archive: str) -> None:
    """Show what changed in a privacy policy, with proof.

    A fault inside of policydiff has an exit code of its own, 3, whatever was asked; POLICYDIFF_DEBUG=1 in the
    environment tells where it arose.

    Exit codes: 0 done; 1 a change of substance (only with compare --exit-code), faults or disagreements found
    (verify, sources check, crosscheck), or a page that was not seen or imported (fetch, follow, import); 2
    could not run.
    """
    ctx.obj = archive


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code.

    Not by click's own `main`: that ends the process with 1 when a pipe breaks, which is what
    `compare --exit-code` says of a change of substance.
    """
    asked = os.environ.get(_COMPLETE)
    if asked:  # a shell asks what may stand here
        from click.shell_completion import shell_complete  # noqa: PLC0415 - only for shells

        return shell_complete(policydiff, {}, "policydiff", _COMPLETE, asked)
    try:
        with policydiff.make_context("policydiff", list(arguments)) as context:
            return int(policydiff.invoke(context) or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
