"""policydiff fetch [SOURCE...]."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff import __version__
from policydiff.cli import headlines, output, web
from policydiff.cli.name_completion import SERIES
from policydiff.cli.progress import Progress, doing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.workflows.fetching import Outcome

NOT_ALL = 1
"""Exit code where a source was not seen, or brought no good capture."""
NOT_KEPT = 2
"""Exit code where the archive could not take what came: its series is damaged, or the disk refuses."""

_ORDER = ("new", "returned", "unchanged", "postponed", "suspect", "failed", "busy", "unkept")


@click.command(short_help="Check the sources and keep what is new.")
@click.argument("names", metavar="[SOURCE...]", nargs=-1, type=SERIES)
@click.option(
    "--push-wayback", is_flag=True, help="Ask the Wayback Machine to record each page that is new, too."
)
@web.WAYBACK
@web.ALLOW_LOOPBACK
@click.pass_obj
def fetch(
    archive: str, names: tuple[str, ...], *, allow_loopback: bool, push_wayback: bool, wayback: str
) -> int:
    """Check the sources of sources.toml, all or those named, and keep what is new in the archive.

    A document's name stands for all its variants. Exit codes: 0 every page was seen, 1 one was not, or is
    suspect, 2 could not run, or the archive could not keep what came.
    """
    witness = wayback if push_wayback else ""
    return fetch_sources(archive, names, allow_loopback=allow_loopback, witness=witness)


def fetch_sources(archive: str, names: tuple[str, ...], *, allow_loopback: bool, witness: str = "") -> int:
    """Check sources and print what came of it; the exit code.

    Args:
        archive: its folder.
        names: of the sources, () for all.
        allow_loopback: whether servers on this machine may be asked.
        witness: where the Wayback Machine is asked to record what is new, "" for nowhere.
    """
    from policydiff import sources  # noqa: PLC0415 - not needed for the help

    listed = sources.read_sources(Path(archive, sources.FILE_NAME))
    chosen = listed.select(names)
    if not chosen:
        output.show("No sources yet. Add one: policydiff sources add --help")
        return 0

    from policydiff.archive import Archive  # noqa: PLC0415 - loads the network and the parser
    from policydiff.fetch import open_fetchers  # noqa: PLC0415
    from policydiff.workflows.fetching import follow  # noqa: PLC0415

    fetchers = open_fetchers(listed.contact, __version__, os.environ, allow_loopback=allow_loopback)
    outcomes = list(_counted(follow(Archive(archive), chosen, fetchers), len(chosen)))
    order = {source.name: place for place, source in enumerate(chosen)}
    outcomes.sort(key=lambda outcome: order[outcome.source.name])
    lines = list(_table(outcomes))
    if witness:
        lines += _witnessed(archive, outcomes, witness, allow_loopback=allow_loopback, contact=listed.contact)
    output.show("\n".join(lines))
    if any(outcome.what == "unkept" for outcome in outcomes):
        return NOT_KEPT
    return 0 if all(outcome.got for outcome in outcomes) else NOT_ALL


def _witnessed(
    archive: str, outcomes: list[Outcome], wayback: str, *, allow_loopback: bool, contact: str
) -> Iterator[str]:
    """One line for each page that the Wayback Machine was asked to record."""
    from policydiff.fetch import HttpFetcher, user_agent  # noqa: PLC0415
    from policydiff.workflows import witness  # noqa: PLC0415

    fetcher = HttpFetcher(
        user_agent=user_agent(__version__, contact),
        environment=os.environ,
        allow_loopback=allow_loopback,
        limits=witness.LIMITS,
    )
    doing(f"Asking {wayback} to record what is new")
    for answer in witness.push(Path(archive), outcomes, fetcher, wayback):
        yield output.visible(
            f"Wayback Machine: {answer.copy or f'no copy of {answer.url}: {answer.problem}'}"
        )


def _counted(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """The outcomes, each counted on the screen as it comes."""
    progress = Progress(only_watched=True)
    progress("Sources fetched", 0, total)
    for done, outcome in enumerate(outcomes, 1):
        yield outcome
        progress("Sources fetched", done, total)


def _table(outcomes: list[Outcome]) -> Iterator[str]:
    """One line a source, what went wrong below it, and the sums."""
    longest = max(len(outcome.source.name) for outcome in outcomes)
    for outcome in outcomes:
        yield f"{outcome.source.name:<{longest}}  {_what(outcome)}"
        if outcome.detail:
            yield f"    {output.visible(outcome.detail)}{'. ' + outcome.advice if outcome.advice else ''}."
        yield from _news(outcome)
    counts = Counter[str](outcome.what for outcome in outcomes)
    counted = ", ".join(f"{counts[what]} {what}" for what in _ORDER if counts[what])
    yield f"{len(outcomes)} {'source' if len(outcomes) == 1 else 'sources'}: {counted}."


def _news(outcome: Outcome) -> Iterator[str]:
    """What is new, and the command that tells all of it."""
    if outcome.verdict and outcome.observation is not None:
        now = f"{outcome.source.name}@{outcome.observation.snapshot}"
        yield from headlines.lines(outcome.verdict, outcome.headlines, outcome.before, now)


def _what(outcome: Outcome) -> str:
    seen = outcome.observation
    if seen is None or not seen.snapshot:
        return outcome.what
    return f"{outcome.what:<9}  {seen.snapshot}"
