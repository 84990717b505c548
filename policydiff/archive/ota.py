"""Brings in the history that Open Terms Archive recorded in a git repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from policydiff.archive.store import Archive
    from policydiff.archive.values import Imported


def import_ota(
    archive: Archive,
    repository: str | PathLike[str],
    path: str | None = None,
    *,
    variant: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Import the versions or snapshots of an Open Terms Archive repository, bare or not.

    Twice the same import adds nothing the second time.

    Args:
        archive: Where to.
        repository: The folder of the git repository.
        path: One file of it ("Instagram/Privacy Policy.md"); all by default.
        variant: Variant that the series get, for collections of one region ("us").
        progress: Called with the number of records done and the number of all.

    Raises:
        UnusableHistory: no git repository, no git program, no such path in it.
    """
    raise NotImplementedError
