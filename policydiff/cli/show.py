"""policydiff show REF: one snapshot of the archive, where it came from and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.name_completion import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.archive import Archive
    from policydiff.models import Snapshot


@click.command(short_help="Show a snapshot of the archive: where it came from, and what it is.")
@click.argument("reference", type=SERIES)
@click.pass_obj
def show(folder: str, reference: str) -> int:
    """Show one snapshot: when it was seen, where it came from, its files and hashes, what the page is; and
    the commands to go on with.

    REFERENCE is platform/document[@variant][@when]; without a moment the latest is meant.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help

    archive = Archive(folder)
    snapshot = archive.resolve(reference)
    output.show("\n".join(output.visible(line) for line in _lines(archive, snapshot)))
    return 0


def _lines(archive: Archive, snapshot: Snapshot) -> Iterator[str]:
    from policydiff import resolve  # noqa: PLC0415 - loads the parser
    from policydiff.workflows import comparing  # noqa: PLC0415

    snapshots = archive.snapshots(snapshot.series)
    place = next((number for number, one in enumerate(snapshots, 1) if one == snapshot), 0)
    yield f"{snapshot.reference}  ({f'{place} of {len(snapshots)}' if place else 'no good capture'})"
    yield f"seen       from {snapshot.at:%Y-%m-%d %H:%M} to {snapshot.seen_until:%Y-%m-%d %H:%M} UTC"
    for capture, answer in zip(archive.captures(snapshot), snapshot.answers, strict=True):
        yield f"address    {capture.url}"
        if capture.final_url and capture.final_url != capture.url:
            yield f"answered   {capture.final_url}"
        yield f"got by     {capture.how}{f', {capture.ref}' if capture.ref else ''}"
        yield f"file       {snapshot.series}/{answer.file}, {answer.size:,} bytes"
        yield f"sha256     {answer.sha256}"
    page = resolve.page(archive, snapshot, resolve.selectors(archive, snapshot.series))
    document = comparing.document(page)
    yield f"title      {document.title or 'none found'}"
    yield f"language   {document.language or 'not known'}"
    for stated in document.dates:
        yield f"{stated.role:<10} {stated.day.isoformat()}"
    yield f"words      {len(document.text.split()):,} in {len(document.clauses)} clauses"
    quality = "; ".join(reason.sentence for reason in document.quality.reasons)
    yield f"quality    {document.quality.level}{f': {quality}' if quality else ''}"
    yield f"Its words: policydiff normalise {snapshot.reference}"
    if place > 1:
        yield f"What was new: policydiff compare {snapshots[place - 2].reference} {snapshot.reference}"
    yield f"Its history: policydiff log {snapshot.series}"
