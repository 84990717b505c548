"""policydiff normalise FILE."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from json import dumps
from typing import TYPE_CHECKING, Any, Literal, assert_never, get_args

import click

from policydiff.cli import output, web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Document, LeftOut

DocumentFormat = Literal["text", "json"]
SCHEMA_VERSION = "1.0"
"""Of the JSON: the first part is raised when something that is there changes or goes."""


@click.command(short_help="Show the policy that a saved page holds.")
@click.argument("file")
@output.formats(
    *get_args(DocumentFormat),
    help_text="What to print: the words, or the clauses with their paths, links and table cells.",
)
@click.option(
    "--explain", is_flag=True, help="Show how the page was read, and what was left out by which rule."
)
@click.option("--url", metavar="URL", help="Address of the page; makes its links absolute.")
@click.option(
    "--content-type", metavar="TYPE", help='What the server said it is, as in "text/html; charset=utf-8".'
)
@web.options
@click.pass_obj
def normalise(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    file: str,
    *,
    output_format: DocumentFormat,
    explain: bool,
    url: str | None,
    content_type: str | None,
    **access: Any,
) -> int:
    """Show the policy that a saved page holds, one clause a line, as it is compared.

    FILE is what `compare` takes as one side: a saved page or document, - for standard input, a reference to
    the archive, or an address of the web.

    With --explain, text tells about the page instead of printing the policy; JSON holds both.
    """
    from policydiff.workflows import comparing  # noqa: PLC0415 - loads the parser

    page = web.PageReader(archive, **access)(file)
    described = replace(page, url=url or page.url, content_type=content_type or page.content_type)
    document = comparing.document(described, explain=explain)
    match output_format:
        case "json":
            output.show(_json(document, explain=explain))
        case "text":
            output.show("\n".join(map(output.readable, _account(document) if explain else _lines(document))))
            web.tell_of_unbuilt(page.name, document.quality)
        case _:
            assert_never(output_format)
    return 0


def _lines(document: Document) -> list[str]:
    return document.text.split("\n")


def _json(document: Document, *, explain: bool) -> str:
    """The Document field by field."""
    fields = asdict(document)
    if not explain:
        del fields["left_out"]
    value = {"schema_version": SCHEMA_VERSION, **fields}
    from policydiff.report.characters import writable  # noqa: PLC0415 - only for JSON

    return writable(dumps(value, ensure_ascii=False, indent=1, default=_day))


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {value!r}")


def _account(document: Document) -> Iterator[str]:
    """How the page was read, as lines."""
    yield f"title      {document.title or 'none found'}"
    yield f"address    {document.url or 'not known'}"
    yield f"read as    {document.media_type}, {document.charset} ({document.charset_reason})"
    yield f"language   {document.language or 'not known'} ({document.language_reason})"
    for stated in document.dates:
        yield f"{stated.role:<10} {stated.day.isoformat()} ({stated.text})"
    for unsure in document.unsure_dates:
        yield f"{unsure.role:<10} {unsure.first} to {unsure.last} ({unsure.text})"
    yield f"quality    {document.quality.level}"
    yield from (f"           {reason.sentence}" for reason in document.quality.reasons)
    yield f"policy     {_counted(document.text.split())} in {len(document.clauses)} clauses"
    yield from (f"announced  {clause.text}" for clause in document.clauses if clause.announcement)
    yield f"left out   {_counted([word for part in document.left_out for word in part.text.split()])}"
    for rule, parts in _by_rule(document.left_out).items():
        yield ""
        yield f"{rule}: {_counted([word for part in parts for word in part.split()])}"
        yield from (f"  - {part}" for part in parts)


def _by_rule(left_out: tuple[LeftOut, ...]) -> dict[str, list[str]]:
    """What each rule left out, rules in the order in which the page meets them."""
    found: dict[str, list[str]] = {}
    for part in left_out:
        found.setdefault(part.rule, []).append(part.text)
    return found


def _counted(words: list[str]) -> str:
    return "1 word" if len(words) == 1 else f"{len(words):,} words"
