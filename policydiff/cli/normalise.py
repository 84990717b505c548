"""policydiff normalise FILE."""

from __future__ import annotations

import click

from policydiff import files
from policydiff.cli import output


@click.command(short_help="Show the policy that a saved page holds.")
@click.argument("file")
@click.option("--url", help="Address of the page; makes its links absolute.")
@click.option("--content-type", help="The Content-Type that the server sent.")
def normalise(file: str, url: str | None, content_type: str | None) -> int:
    """Show the policy that a saved page holds, one clause a line, as it is compared.

    FILE is a page as saved, Markdown or plain text, or - for standard input.
    """
    from policydiff.normaliser import normalise as normalise_page  # noqa: PLC0415 - loads the parser

    page = files.read(file)
    document = normalise_page(page.data, url=url or page.url, content_type=content_type or page.content_type)
    output.show(document.text)
    return 0
