"""What somebody names on the command line as a page: a file, standard input, or a reference to an archive.

A file comes first: whoever has a folder `lumio` with a file `privacy-policy` in it means that file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from policydiff import files, sources
from policydiff.archive import Archive, is_reference
from policydiff.files import SavedPage


def read(name: str, archive: str) -> SavedPage:
    """The page that is meant.

    Args:
        name: A path, "-", or "platform/document[@variant][@when]".
        archive: The folder of the archive, for references.

    Raises:
        UnreadableFile: There is no such file, and it has not the form of a reference.
        UnknownReference: The archive holds nothing of that name or that old.
        InvalidSources: The archive's list of sources has faults.
        DamagedArchive: The bytes are not those that were archived.
    """
    if name == files.STDIN or not is_reference(name) or Path(name).exists():
        return files.read(name)
    kept = Archive(archive)
    snapshot = kept.resolve(name)
    selectors = _selectors(Path(archive), snapshot.series)
    first, *others = (
        SavedPage(
            snapshot.reference,
            one.body,
            one.final_url or one.url,
            one.content_type,
            snapshot.at,
            selectors=selectors,
        )
        for one in kept.captures(snapshot)
    )
    return replace(first, more=tuple(others))


def _selectors(archive: Path, series: str) -> tuple[str, ...]:
    """What the archive's list of sources says today: both sides of a comparison are read by it."""
    listed = archive / "sources.toml"
    if not listed.is_file():
        return ()
    given = {source.name: source.selectors for source in sources.read(listed).sources}
    return given.get(series, ())
