"""policydiff when SOURCE PATTERN: since when a document says something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from policydiff.cli import output, selection
from policydiff.cli.name_completion import SERIES
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, called, page_target, show, write_page
from policydiff.errors import UnusableOption

if TYPE_CHECKING:
    from policydiff.cli.reports import ReportFormat
    from policydiff.report.presences import QuestionKind


@click.command(short_help="Show since when a document says something.")
@click.argument("source", type=SERIES)
@click.argument("pattern", required=False)
@click.option("--words", is_flag=True, help="PATTERN is plain words: case and white space do not count.")
@click.option(
    "--finding",
    metavar="CATEGORY",
    help="Ask for statements of this category of findings, not for a PATTERN.",
)
@click.option(
    "--link",
    metavar="WORDS|ADDRESS",
    help="Ask where links with these words, or with (a part of) this address, lead.",
)
@FORMAT
@output.page_options
@CACHE
@click.pass_context
def when(  # noqa: PLR0913 - click gives each by name
    context: click.Context,
    /,
    source: str,
    pattern: str | None,
    *,
    words: bool,
    finding: str | None,
    link: str | None,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
) -> int:
    """Show since when the document SOURCE says what PATTERN matches, and whether it stopped.

    PATTERN is a regular expression of Python, on the text in one line: links as their words, without the
    marks of Markdown, with straight quotes and hyphens. It is case-sensitive unless it begins with (?i).

    With --link the answer has a stretch for each place to which such a link led: also where the address was
    exchanged and no word changed.

    Bad captures are passed over; a page that goes back and forth between texts says it from the first to
    the last of them.
    """
    wanted = _checked(pattern, finding, link, words=words)
    page = page_target(html, f"{source}-since-{finding or link or pattern}", context.obj, opened=opened)
    from policydiff import pattern_search  # noqa: PLC0415 - not needed for the help
    from policydiff.cache import Cache  # noqa: PLC0415
    from policydiff.workflows.timeline import SeriesHistory  # noqa: PLC0415

    asked = _asked_as(finding, link, words=words)
    with Cache(cache_place(cache, context.obj)) as results:
        series_history = SeriesHistory(context.obj, source, results, Progress())
        if finding is not None:
            presence = series_history.presence_of(finding)
        elif link is not None:
            presence = series_history.presence_of_link(link)
        else:
            presence = series_history.presence(str(pattern), partial(pattern_search.search, wanted))
    from policydiff.catalogue import platform_title  # noqa: PLC0415
    from policydiff.report import history_json, presences  # noqa: PLC0415

    platform = platform_title(source.partition("/")[0])
    report = presences.report(presence, asked, command=called(context), platform=platform)
    if page is not None:
        write_page(page, report, opened=opened)
    show(report, output_format, lambda: history_json.when(presence, asked))
    return 0


def _checked(pattern: str | None, finding: str | None, link: str | None, *, words: bool) -> str:
    """The pattern to search for, "" if a finding or a link is asked for; each checked before it costs.

    Raises:
        UsageError: none of the three is given, or more than one.
        UnusableOption: what is given is no category, no pattern, or has no word in it.
    """
    asked = sum(one is not None for one in (pattern, finding, link))
    if asked > 1:
        raise click.UsageError("Name only one of PATTERN, --finding CATEGORY and --link WORDS.")
    if not asked:
        raise click.UsageError("Name a PATTERN, or --finding CATEGORY, or --link WORDS.")
    if pattern is None and words:
        raise click.UsageError("--words says how PATTERN is meant, and there is no PATTERN.")
    if link is not None:
        _check_link(link)
    if finding is not None:
        selection.check((finding,))
    if pattern is None:
        return ""
    from policydiff import pattern_search  # noqa: PLC0415 - not needed for the help
    from policydiff.workflows.timeline import plain  # noqa: PLC0415

    wanted = _literal(plain(pattern), pattern) if words else pattern
    pattern_search.check(wanted)
    return wanted


def _asked_as(finding: str | None, link: str | None, *, words: bool) -> QuestionKind:
    """How the question is meant."""
    if finding is not None:
        return "finding"
    if link is not None:
        return "link"
    return "words" if words else "pattern"


def _check_link(asked: str) -> None:
    if not any(sign.isalnum() for sign in asked):
        raise UnusableOption(asked, "there is no word in it", "Write words of the link, or its address")


def _literal(text: str, asked: str) -> str:
    from policydiff.pattern_search import of_words  # noqa: PLC0415

    if not text:
        raise UnusableOption(asked, "there is no word in it", "Write the words that a text must say")
    return of_words(text)
