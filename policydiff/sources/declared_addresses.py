"""At which address a document stood at a moment, as Open Terms Archive declares it.

Its records name no address; the declarations beside them do: `Service.json` that of today, and
`Service.history.json` those of before, each with the moment until which it held (`validUntil`). A document
that is assembled from several pages (`combine`) has no one address.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from policydiff.errors import UnreadableFile
from policydiff.sources import fields

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES: Final = 4 * 1024 * 1024
_HISTORY: Final = ".history.json"
_FOREVER: Final = datetime.max.replace(tzinfo=UTC)


class DeclaredAddresses:
    """The addresses of a collection of declarations; a declaration that cannot be read declares none."""

    def __init__(self, folder: Path) -> None:
        """Of the declarations in a folder and below it.

        Raises:
            UnreadableFile: there are none.
        """
        found = folder.rglob("*.json") if folder.is_dir() else ()
        self._files = {path.name: path for path in found}
        self._terms: dict[str, dict[str, list[tuple[datetime, str]]]] = {}
        if not self._files:
            advice = "Name the folder of a collection's declarations, with *.json of services"
            raise UnreadableFile(str(folder), "there are no declarations in it", advice)

    def __call__(self, service: str, terms_type: str, at: datetime) -> str:
        """The address of a document at a moment, "" if none is declared.

        Args:
            service: as its declaration and its records are called ("Instagram").
            terms_type: "Privacy Policy".
            at: the moment, aware.
        """
        if service not in self._terms:
            self._terms[service] = self._declared(service)
        declared = self._terms[service].get(terms_type, [])
        return next((address for until, address in declared if at <= until), "")

    def _declared(self, service: str) -> dict[str, list[tuple[datetime, str]]]:
        """The addresses of each document with the moment until which they held, the earliest first."""
        today = self._read_table(f"{service}.json")
        declared = {
            terms_type: [(_FOREVER, _address(entry))]
            for terms_type, entry in _table(today.get("terms", today.get("documents"))).items()
        }
        for terms_type, entries in self._read_table(f"{service}{_HISTORY}").items():
            for entry in entries if isinstance(entries, list) else ():
                until = _moment(_table(entry).get("validUntil"))
                if until is not None:
                    declared.setdefault(terms_type, []).append((until, _address(entry)))
        return {terms_type: sorted(addresses) for terms_type, addresses in declared.items()}

    def _read_table(self, name: str) -> dict[str, Any]:
        path = self._files.get(name)
        if path is None:
            return {}
        try:
            with path.open("rb") as file:
                return _table(json.loads(file.read(_MOST_BYTES)))
        except (OSError, ValueError, RecursionError):
            return {}


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _address(declaration: object) -> str:
    """The one address of a declaration, "" if it has several, or what is none."""
    declared = _table(declaration)
    pages = declared.get("combine")
    parts = [_table(page) for page in pages] if isinstance(pages, list) else [declared]
    addresses = {str(part.get("fetch", declared.get("fetch", ""))) for part in parts}
    try:
        return str(fields.address(addresses.pop())) if len(addresses) == 1 else ""
    except fields.Refused:
        return ""


def _moment(text: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return at and (at if at.tzinfo else at.replace(tzinfo=UTC))
