"""policydiff sources list, policydiff sources add, policydiff sources check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli import output
from policydiff.cli.name_completion import PLATFORM
from policydiff.cli.source_keys import entry_of, name_parts
from policydiff.errors import InvalidSources, UnusableOption

if TYPE_CHECKING:
    from policydiff.models import Source
    from policydiff.sources import SourceList

FAULTS = 1
"""Exit code of `sources check` for a list with faults."""


@click.group(short_help="List, add and check what the archive follows.")
def sources() -> None:
    """List, add and check what the archive follows: its sources.toml."""


@sources.command(name="list", short_help="List the sources.")
@click.pass_obj
def list_sources(archive: str) -> int:
    """List the sources by name, with their type and addresses."""
    listed = _read_list(archive)
    if not listed.sources:
        output.show("No sources yet. Add one: policydiff sources add --help")
        return 0
    output.show("\n".join(line for source in listed.sources for line in _lines(source)))
    return 0


@sources.command(short_help="Check the list; all faults are shown together.")
@click.pass_obj
def check(archive: str) -> int:
    """Check sources.toml and show all faults together, each with its line and what to do.

    Exit codes: 0 the list can be followed, 1 it has faults, 2 it could not be read.
    """
    path = _path(archive)
    try:
        listed = _read_list(archive)
    except InvalidSources as invalid:
        lines = [f"{path}:{fault.line}: {fault.problem}. {_ended(fault.hint)}" for fault in invalid.faults]
        output.show("\n".join(output.visible(line) for line in lines))
        return FAULTS
    for warning in listed.warnings:
        line = f"{path}:{warning.line}: {warning.problem}. {_ended(warning.hint)}"
        click.echo(f"warning: {output.visible(line)}", err=True)
    if not listed.contact:
        click.echo(
            'warning: no contact: platforms cannot read who follows them (contact = "https://...")', err=True
        )
    count = len(listed.sources)
    output.show(f"{path}: {count} {'source' if count == 1 else 'sources'}, no faults.")
    return 0


@sources.command(short_help="Add a source to the end of the list.")
@click.argument("name", type=PLATFORM)
@click.argument("urls", metavar="[URL...]", nargs=-1)
@click.option("--type", "terms_type", help='Type of the document ("Privacy Policy"); else found from NAME.')
@click.option("--region", help='Region it holds for ("EU", "GB").')
@click.option("--language", help='Language to ask for ("en").')
@click.option("--header", "headers", multiple=True, metavar="'NAME: VALUE'", help="Request header to send.")
@click.option("--selector", "selectors", multiple=True, metavar="CSS", help="The policy's part of the page.")
@click.option(
    "--proxy-variable", metavar="VARIABLE", help="Environment variable with the address of a proxy."
)
@click.option("--browser", is_flag=True, help="Get it by a browser, which runs the scripts of the page.")
@click.option("--keep-screenshot", is_flag=True, help="Keep a picture of the page if a browser fetched it.")
@click.option("--keep-all", is_flag=True, help="Keep each distinct body, not only those with new text.")
@click.option("--ignore-robots", is_flag=True, help="Fetch it whatever robots.txt says; this is recorded.")
@click.pass_obj
def add(archive: str, /, name: str, urls: tuple[str, ...], **options: object) -> int:
    """Add a source to the end of sources.toml; comments and order stay as they are.

    NAME is platform/document or platform/document@variant, such as instagram/privacy-policy@eu. Several
    URLs make up one document, in reading order. Without a URL, NAME is a platform of the catalogue, such as
    instagram or instagram@eu, or a document of it, such as instagram/terms-of-service.
    """
    from policydiff import sources as source_list  # noqa: PLC0415 - not needed for the help

    entry = _entry(name, urls, options) if urls else _from_catalogue(name, options)
    listed = source_list.add(_path(archive), entry)
    output.show(f"Added {listed.sources[-1].name}. Fetch it: policydiff fetch {listed.sources[-1].name}")
    return 0


@sources.command(name="import-ota", short_help="Add sources from declarations of Open Terms Archive.")
@click.argument("declarations")
@click.pass_obj
def import_declarations(archive: str, declarations: str) -> int:
    """Add the documents that Open Terms Archive declares to sources.toml.

    DECLARATIONS is the JSON file of one service or a folder of many. What cannot be taken over (filters,
    ranges, the history of addresses) is named. Exit codes: 0 done, 1 a document could not be added, and the
    others were, 2 could not run.
    """
    from policydiff import sources as source_list  # noqa: PLC0415 - not needed for the help
    from policydiff.sources.declarations import read_declarations  # noqa: PLC0415

    path = _path(archive)
    lines, added, left = [], 0, 0
    for one in read_declarations(Path(declarations)):
        problem = "" if one.entry else "; ".join(one.notes)
        if one.entry:
            try:
                listed = source_list.add(path, one.entry)
            except UnusableOption as error:
                problem = error.problem
        if problem:
            left += 1
            lines.append(f"NOT ADDED: {one.name}: {problem}.")
            continue
        added += 1
        lines.append(f"Added {listed.sources[-1].name}")
        lines += [f"    not taken over: {note}" for note in one.notes]
    lines.append(f"{added} {'source' if added == 1 else 'sources'} added{f', {left} not' if left else ''}.")
    output.show("\n".join(output.visible(line) for line in lines))
    return FAULTS if left else 0


def _from_catalogue(name: str, options: dict[str, object]) -> dict[str, Any]:
    """A source that the catalogue knows, with the options that were given."""
    from policydiff import catalogue  # noqa: PLC0415 - not needed for the help
    from policydiff.sources import terms  # noqa: PLC0415

    series, at, variant = name.partition("@")
    platform, _, document = series.partition("/")
    terms_type = str(options["terms_type"] or terms.known(document.replace("-", " ")) or "Privacy Policy")
    entry = catalogue.find(platform + at + variant, terms_type=terms_type)
    given = _entry(f"{platform}/{document or 'privacy-policy'}", (entry.url,), options)
    return entry_of(entry) | {
        key: value for key, value in given.items() if key not in ("platform", "document")
    }


def _entry(name: str, urls: tuple[str, ...], options: dict[str, object]) -> dict[str, Any]:
    from policydiff.sources import terms  # noqa: PLC0415 - not needed for the help

    entry = name_parts(name)
    document = entry["document"]
    terms_type = options["terms_type"] or terms.known(document.replace("-", " "))
    if terms_type:
        entry["terms_type"] = terms_type
    entry |= {"url": urls[0]} if len(urls) == 1 else {"urls": list(urls)}
    entry |= {key: options[key] for key in ("region", "language", "proxy_variable") if options[key]}
    selectors, headers = options["selectors"], options["headers"]
    if isinstance(selectors, tuple) and selectors:
        entry["selectors"] = list(selectors)
    if isinstance(headers, tuple) and headers:
        entry["headers"] = dict(_header(one) for one in headers)
    entry |= {"how": "browser"} if options["browser"] else {}
    entry |= {"keep_screenshot": True} if options["keep_screenshot"] else {}
    entry |= {"keep": "all"} if options["keep_all"] else {}
    return entry | ({"robots": "ignore"} if options["ignore_robots"] else {})


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon:
        raise UnusableOption(text, "it is no header", "Write --header 'Accept-Language: fr'")
    return name.strip(), value.strip()


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def _lines(source: Source) -> list[str]:
    about = ", ".join(filter(None, (source.terms_type, source.region, source.language)))
    return [f"{source.name}{f'  ({about})' if about else ''}", *(f"  {url}" for url in source.urls)]


def _read_list(archive: str) -> SourceList:
    from policydiff import sources as source_list  # noqa: PLC0415 - not needed for the help

    return source_list.read_sources(_path(archive))


def _path(archive: str) -> Path:
    from policydiff.sources import FILE_NAME  # noqa: PLC0415 - not needed for the help

    return Path(archive, FILE_NAME)
