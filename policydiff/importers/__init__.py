"""Imports history that others recorded: their records in, observations out.

Every importer keeps the same promises. Running it twice adds nothing twice; if it is interrupted, the next
run continues. Each capture keeps the id that its recorder gave it (`ref`) and where it was found (`details`).
Records that cannot be imported are named, and the others are imported.
"""

from __future__ import annotations

from policydiff.importers.commoncrawl import import_commoncrawl
from policydiff.importers.files import import_files
from policydiff.importers.memento import import_memento
from policydiff.importers.ota import import_ota
from policydiff.importers.ota_dataset import import_ota_dataset
from policydiff.importers.published_versions import PublishedVersion, import_versions
from policydiff.importers.recorded import AddressOf, Imported, ReadCaptures, WantedPage
from policydiff.importers.warc import import_warc
from policydiff.importers.wayback import import_wayback

__all__ = [
    "AddressOf", "Imported", "PublishedVersion", "ReadCaptures", "WantedPage", "import_commoncrawl",
    "import_files", "import_memento", "import_ota", "import_ota_dataset", "import_versions", "import_warc",
    "import_wayback",
]  # fmt: skip
