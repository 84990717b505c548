"""Files that policydiff itself exported: every check of an archive, with the series that it belongs to.

Beside the records that any tool can replay, such a file has one of type `metadata` for each observation, of
the form of `archive/exchange.py`; it stands before the records that hold the bodies.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policydiff.archive import exchange
from policydiff.importers.recorded import CheckRecord, Recorded
from policydiff.importers.warc.message import parse_message

if TYPE_CHECKING:
    from policydiff.archive.exchange import ExchangedObservation
    from policydiff.importers.adding import Import
    from policydiff.importers.warc.records import WarcRecord

_LARGEST: Final = 4 * 1024 * 1024


class OwnRecords:
    """Puts the observations of an exported archive together, record by record."""

    def __init__(self, importing: Import) -> None:
        self._importing = importing
        self._awaited: ExchangedObservation | None = None
        self._bodies: dict[str, bytes] = {}

    def wants(self, record: WarcRecord) -> bool:
        """Whether the block of a record is to be read."""
        if record.type == "metadata":
            return record.headers.get("content-type", "") == exchange.MEDIA_TYPE
        return self._awaited is not None and record.id in self._awaited.records

    def take(self, record: WarcRecord) -> bool:
        """Take a record; says whether it was one of ours."""
        if not self.wants(record):
            return False
        try:
            if record.type == "metadata":
                self._begin(record)
            else:
                self._body(record)
        except ValueError as error:
            self._awaited = None
            problem = " ".join(str(error).split())[:200]
            self._importing.fail(record.id, f"what it says of an archive cannot be used: {problem}")
        return True

    def _begin(self, record: WarcRecord) -> None:
        check = exchange.decode(record.block[:_LARGEST])
        if check.captures:
            self._awaited, self._bodies = check, {}
        else:
            self._importing.add(check.observation.series, CheckRecord(check.observation, check.bodies))

    def _body(self, record: WarcRecord) -> None:
        check = self._awaited
        assert check is not None
        if record.cut:
            raise ValueError(record.cut)
        body = parse_message(record.block).body if record.type == "response" else record.block
        self._bodies[record.id] = body
        if len(self._bodies) < len(set(check.records)):
            return
        self._awaited = None
        bodies = [self._bodies[one] for one in check.records]
        if tuple(hashlib.sha256(one).hexdigest() for one in bodies) != check.bodies:
            raise ValueError("its bytes are not those that the archive kept")
        captures = tuple(replace(one, body=body) for one, body in zip(check.captures, bodies, strict=True))
        seen, details = check.observation, dict(captures[0].details)
        self._importing.add(seen.series, Recorded(captures, details, known=seen))
