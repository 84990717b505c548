"""policydiff follow NAME|HOMEPAGE|URL: from a name or an address to a source that is followed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff import __version__
from policydiff.cli import headlines, output, web
from policydiff.cli.name_completion import PLATFORM
from policydiff.cli.progress import doing
from policydiff.cli.source_keys import entry_of, name_parts
from policydiff.errors import UnknownSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.catalogue import CatalogueEntry
    from policydiff.workflows.discovering import Discovery

_TYPES = ("Privacy Policy", "Terms of Service", "Trackers Policy")


@click.command(short_help="Find a platform's policy, add it to the list and fetch it.")
@click.argument("name", type=PLATFORM)
@click.option("--type", "terms_type", type=click.Choice(_TYPES), default=_TYPES[0], show_default=True,
              help="Which document to find.")  # fmt: skip
@click.option("--as", "wanted", metavar="NAME", help="Name of the source: platform/document[@variant].")
@click.option("--language", help='Language to ask for ("en").')
@click.option("--dry-run", is_flag=True, help="Only show what is found; nothing is added or kept.")
@web.ALLOW_LOOPBACK
@click.pass_obj
def follow(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    name: str,
    *,
    terms_type: str,
    wanted: str | None,
    language: str | None,
    dry_run: bool,
    allow_loopback: bool,
) -> int:
    """Find a platform's policy, show where it was found and why, add it to sources.toml and fetch it.

    NAME is a platform of the catalogue (instagram, or instagram@eu for a variant), the address of a home
    page, or the address of the policy itself. An archive that is not there yet is begun.

    Exit codes: 0 found and seen, 1 not found, or no good capture came, 2 could not run.
    """
    from policydiff import sources, web_address  # noqa: PLC0415 - not needed for the help

    path = Path(archive, sources.FILE_NAME)
    if not dry_run and not path.is_file():
        sources.create(path)
    address = web_address.parse_address(name)
    if address is None:
        entry, lines = _from_catalogue(name, terms_type)
    else:
        entry, lines = _from_web(archive, address.url, terms_type, allow_loopback=allow_loopback)
    output.show("\n".join(output.visible(line) for line in lines))
    if not entry:
        return 1
    if wanted:
        entry |= name_parts(wanted)
    if language:
        entry["language"] = language
    if dry_run:
        return 0
    return _followed(archive, path, entry, allow_loopback=allow_loopback)


def _followed(archive: str, path: Path, entry: dict[str, Any], *, allow_loopback: bool) -> int:
    from policydiff import sources  # noqa: PLC0415
    from policydiff.cli.fetch import fetch_sources  # noqa: PLC0415

    listed = sources.read_sources(path).sources
    here = [one for one in listed if one.urls == (entry["url"],) and one.variant == entry.get("variant", "")]
    if here:
        added = here[0]
        output.show(f"It is followed already, as {added.name}.")
    else:
        added = sources.add(path, entry).sources[-1]
        output.show(f"Added {added.name} to {path}.")
    code = fetch_sources(archive, (added.name,), allow_loopback=allow_loopback)
    for what, *command in (
        ("What it says", "normalise", added.name),
        ("From now on", "fetch", added.name),
        ("Its past, from the Wayback Machine", "import", "wayback", added.name, added.urls[0]),
    ):
        output.show(f"{what}: {headlines.command(*command)}")
    return code


def _from_catalogue(name: str, terms_type: str) -> tuple[dict[str, Any], list[str]]:
    from policydiff import catalogue  # noqa: PLC0415
    from policydiff.web_address import looks_like_a_host  # noqa: PLC0415

    try:
        entry = catalogue.find(name, terms_type=terms_type)
    except UnknownSource as unknown:
        if looks_like_a_host(name):
            raise UnknownSource(name, unknown.problem, f"For its home page write https://{name}") from unknown
        raise
    return entry_of(entry), list(_entry_lines(entry))


def _entry_lines(entry: CatalogueEntry) -> Iterator[str]:
    yield f"{entry.title}, {entry.terms_type}: {entry.url}"
    yield f"  from the catalogue ({entry.source}, {entry.date}); the address was not tried"
    if not entry.exact:
        yield f"  it has no address for {entry.variant}: this is the one for everybody, and what it shows may"
        yield "  depend on where you are"


def _from_web(
    archive: str, url: str, terms_type: str, *, allow_loopback: bool
) -> tuple[dict[str, Any], list[str]]:
    from policydiff import sources  # noqa: PLC0415
    from policydiff.fetch import open_fetchers  # noqa: PLC0415 - loads the network and the parser
    from policydiff.workflows.discovering import Searcher, platform_name  # noqa: PLC0415

    path = Path(archive, sources.FILE_NAME)
    contact = sources.read_sources(path).contact if path.is_file() else ""
    fetchers = open_fetchers(contact, __version__, os.environ, allow_loopback=allow_loopback)
    result = Searcher(fetchers, terms_type, doing).search(url)
    lines = list(_search_lines(result, url, terms_type))
    if result.found is None:
        return {}, lines
    entry: dict[str, Any] = {
        "platform": platform_name(url),
        "terms_type": terms_type,
        "url": result.found.url,
    }
    entry |= {"language": result.language} if result.language else {}
    return entry | ({"how": "browser"} if result.how == "browser" else {}), lines


def _search_lines(result: Discovery, url: str, terms_type: str) -> Iterator[str]:
    for one in result.looked_at:
        if one.outcome:
            yield f"Not it: {one.url} ({one.why}): {one.outcome}"
    if result.found is not None:
        yield f"{terms_type}: {result.found.url}"
        yield f"  {result.found.why}"
        return
    yield f"{url}: no document of type {terms_type} was found there."
    yield "Open it in a browser, and give the address of the document itself."
