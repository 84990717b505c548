"""The keys of a source in sources.toml, from its name or from a document of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policydiff.errors import UnusableOption
from policydiff.models import series_name

if TYPE_CHECKING:
    from policydiff.catalogue import CatalogueEntry


def name_parts(name: str) -> dict[str, Any]:
    """The keys of a source that its name holds.

    Raises:
        UnusableOption: it is no name of a source.
    """
    platform, document, variant = series_name(name)
    if not document:
        raise UnusableOption(
            name, "it is no name of a source", "Write platform/document, or platform/document@variant"
        )
    return {"platform": platform, "document": document} | ({"variant": variant} if variant else {})


def entry_of(entry: CatalogueEntry) -> dict[str, Any]:
    """The keys of a source for a document of the catalogue."""
    region = entry.region or (entry.variant.upper() if len(entry.variant) == 2 and not entry.exact else "")
    keys: dict[str, Any] = {
        "platform": entry.platform,
        "terms_type": entry.terms_type,
        "variant": entry.variant,
        "url": entry.url,
        "region": region,
        "language": entry.language,
        "how": "browser" if entry.needs_browser else "",
    }
    return {key: value for key, value in keys.items() if value}
