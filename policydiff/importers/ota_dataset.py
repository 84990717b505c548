"""Imports a dataset of Open Terms Archive: a zip of all versions of a collection, without git's history.

Its layout: `<name of the dataset>/<service>/<terms type>/2021-03-01T09-30-00Z.md`, the name being the time at
which the page was fetched, beside a readme and a licence. A dataset does not say which records changed the
recorder's filter and not the policy, so that nothing in it is marked `technical`. What a repository of the
same collection imported before is known by time and bytes.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policydiff.archive import LARGEST, is_moment, names
from policydiff.errors import UnreadableFile, UnusableHistory
from policydiff.importers.adding import Import
from policydiff.importers.ota_names import SeriesNames
from policydiff.importers.recorded import Recorded, unaddressed
from policydiff.models import Capture

if TYPE_CHECKING:
    from policydiff.archive import Archive
    from policydiff.importers.recorded import AddressOf, Imported, RecordProgress

_RECORD: Final = re.compile(
    r"(?:[^/]{1,300}/)?(?P<service>[^/]{1,300})/(?P<terms>[^/]{1,300})/"
    r"(?P<at>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.(?P<ending>[a-z]{2,5})",
    re.ASCII,
)
_MOST_TIMES: Final = 200
"""How many times its packed size a record may have; text is packed to a third or a fifth."""
_BROKEN: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error)


@dataclass(frozen=True, slots=True)
class _Record:
    member: zipfile.ZipInfo
    path: str
    """Below the folder of the dataset: "Instagram/Privacy Policy/2021-03-01T09-30-00Z.md"."""
    owner: tuple[str, str]
    at: datetime
    ending: str
    address: str


def import_ota_dataset(  # noqa: PLR0913 - all but two are optional and go by name
    archive: Archive,
    path: str,
    terms: str = "",
    *,
    variant: str = "",
    address_of: AddressOf = unaddressed,
    progress: RecordProgress | None = None,
) -> Imported:
    """Import the versions of a dataset of Open Terms Archive.

    Running the same import again adds nothing; from a later dataset only new records are added.

    Args:
        archive: The archive to import into.
        path: The zip file.
        terms: One document of it ("Instagram/Privacy Policy"); all by default.
        variant: Variant that the series get, for collections of one region ("us").
        address_of: Gives the address of a capture: the dataset names none.
        progress: Called with the number of records done and of all.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        UnusableHistory: it is no such dataset.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            return _import(archive, packed, _records(packed, path, terms, address_of), variant, progress)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile(path, f"it cannot be read ({reason})", "Check the name") from error
    except _BROKEN as error:
        problem = f"it is a damaged zip file ({' '.join(str(error).split())[:120]})"
        raise UnusableHistory(path, problem, "Get it again from where it came") from error


def _records(packed: zipfile.ZipFile, path: str, terms: str, address_of: AddressOf) -> list[_Record]:
    """The records of a dataset in the order of time; those of one moment in that of their names."""
    found = []
    for member in packed.infolist():
        match = _RECORD.fullmatch(member.filename)
        at = _moment(match["at"]) if match else None
        if match and at and (not terms or terms == f"{match['service']}/{match['terms']}"):
            below = member.filename[match.start("service") :]
            owner = match["service"], match["terms"]
            found.append(_Record(member, below, owner, at, match["ending"], address_of(*owner, at)))
    if not found:
        wanted = (
            f"record of {terms!r}" if terms else "file of the form Service/Terms type/2021-03-01T09-30-00Z.md"
        )
        raise UnusableHistory(
            path, f"it holds no {wanted}", "Give a dataset of Open Terms Archive, or its repository"
        )
    return sorted(found, key=lambda one: (one.at, one.path))


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.strptime(text, "%Y-%m-%dT%H-%M-%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return at if is_moment(at) else None


def _import(
    archive: Archive,
    packed: zipfile.ZipFile,
    records: list[_Record],
    variant: str,
    progress: RecordProgress | None,
) -> Imported:
    importing, series_names = Import(archive), SeriesNames(variant)
    held: dict[str, set[tuple[datetime, str]]] = {}
    for number, record in enumerate(records, 1):
        series = series_names.of(*record.owner)
        if not series:
            importing.skip(record.path, "its service or terms type can be no name of a series")
        elif not importing.is_known(series, record.path):
            _bring(importing, archive, held, packed, record, series)
        if progress:
            progress(number, len(records))
    return importing.done()


def _bring(  # noqa: PLR0913, PLR0917 - what one record needs
    importing: Import,
    archive: Archive,
    held: dict[str, set[tuple[datetime, str]]],
    packed: zipfile.ZipFile,
    record: _Record,
    series: str,
) -> None:
    try:
        body = _body(packed, record.member)
    except (*_BROKEN, OSError) as error:
        importing.fail(record.path, f"it cannot be unpacked ({' '.join(str(error).split())[:120]})")
        return
    if series not in held:
        seen = (one for one in archive.observations(series) if one.how == "ota")
        held[series] = {(one.at, answer.sha256) for one in seen for answer in one.answers}
    if (record.at, hashlib.sha256(body).hexdigest()) in held[series]:
        importing.count_known(series)
        return
    media_type = names.MEDIA_TYPES.get(record.ending, "")
    capture = Capture(record.address, record.at, body, "ota", ref=record.path, media_type=media_type)
    importing.add(
        series, Recorded((capture,), {"repository": Path(packed.filename or "").name, "path": record.path})
    )


def _body(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    most = min(LARGEST, max(1024 * 1024, member.compress_size * _MOST_TIMES))
    with packed.open(member) as file:
        body = file.read(most + 1)
    if len(body) > most:
        raise ValueError(f"it unpacks to more than {most} bytes")
    return body
