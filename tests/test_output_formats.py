"""What `--format` offers is printed: a name that is offered without a branch of its own is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

import click
import pytest

from policydiff.cli import output_formats, reports
from policydiff.cli.group import policydiff
from policydiff.cli.normalise import DocumentFormat
from policydiff.cli.output_formats import ComparisonFormat
from policydiff.cli.reports import ReportFormat
from policydiff.report import comparison_report
from policydiff.report.comparison_parts import ComparisonParts
from tests.comparisons import NOBODY, club

if TYPE_CHECKING:
    from collections.abc import Callable

OFFERED = {get_args(one) for one in (ReportFormat, ComparisonFormat, DocumentFormat)}
"""What a command may offer: the types over which the branches are closed."""


def _printed(shown: pytest.CaptureFixture[str], output_format: ReportFormat) -> str:
    reports.show(comparison_report.report(club(), sides=NOBODY), output_format, lambda: "{}")
    return shown.readouterr().out


def _compared(_: pytest.CaptureFixture[str], output_format: ReportFormat) -> str:
    parts = ComparisonParts(club(), NOBODY)
    return output_formats.rendered(cast("ComparisonFormat", output_format), parts)


@pytest.mark.parametrize(("form", "printed"), [(ReportFormat, _printed), (ComparisonFormat, _compared)])
def test_every_format_is_printed_in_its_own_way(
    capsys: pytest.CaptureFixture[str], form: object, printed: Callable[..., str]
) -> None:
    """None falls through to the text of the terminal."""
    texts = [printed(capsys, name) for name in get_args(form)]
    assert len(set(texts)) == len(get_args(form)) > 2
    assert all(texts)


@pytest.mark.parametrize("printed", [_printed, _compared])
def test_a_format_without_a_branch_is_an_error(
    capsys: pytest.CaptureFixture[str], printed: Callable[..., str]
) -> None:
    """A name that somebody adds and forgets to print stops the command, and nothing is printed."""
    with pytest.raises(AssertionError, match="roff"):
        printed(capsys, "roff")
    assert capsys.readouterr().out == ""


def test_commands_offer_what_the_types_close() -> None:
    """A list of names of its own beside them would be checked by nobody."""
    offered = {
        tuple(option.type.choices)
        for name in policydiff.list_commands(click.Context(policydiff))
        for option in _command(name).params
        if option.name == "output_format" and isinstance(option.type, click.Choice)
    }
    assert offered == OFFERED


def _command(name: str) -> click.Command:
    command = policydiff.get_command(click.Context(policydiff), name)
    assert command is not None
    return command
