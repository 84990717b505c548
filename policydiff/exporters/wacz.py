"""Writes an archive as WACZ: a WARC file with its index and a list of pages in one zip, as viewers open it.

The form is that of the WACZ specification 1.1.1 (specs.webrecorder.net/wacz/1.1.1): `archive/`, `indexes/`,
`pages/`, and `datapackage.json` with the SHA-256 of each. Times in it are those of the observations, so that
the same archive gives the same file.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import zipfile
from typing import IO, TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from policydiff.archive import TOOL
from policydiff.atomic_write import replacing_bytes
from policydiff.exporters.warc import Exported, WarcExport, chosen_series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policydiff.archive import Archive
    from policydiff.exporters.warc import ReadText, WrittenRecord

_WARC: Final = "data.warc.gz"
_PIECE: Final = 1 << 20
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def export_wacz(
    archive: Archive,
    path: str,
    names: Sequence[str] = (),
    *,
    text: ReadText | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Exported:
    """Write series of an archive into a WACZ file.

    Args and errors: as `export_warc`.
    """
    chosen = chosen_series(archive, names)
    with replacing_bytes(path) as file, tempfile.TemporaryFile() as warc:
        writer = WarcExport(warc, _WARC, packed=True, text=text)
        done = writer.write(archive, chosen, progress)
        pages = [one for one in writer.written if one.status]
        last = max((one.draft.at for one in writer.written), default=None)
        created = last.isoformat().replace("+00:00", "Z") if last else ""
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            resources = [
                _add(packed, f"archive/{_WARC}", _pieces(warc)),
                _add(packed, "indexes/index.cdx", [_index(pages)]),
                _add(packed, "pages/pages.jsonl", [_pages(pages)]),
            ]
            package = _json(
                {
                    "profile": "data-package",
                    "wacz_version": "1.1.1",
                    "software": TOOL,
                    "created": created,
                    "resources": resources,
                }
            )
            _add(packed, "datapackage.json", [package])
            digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
            _add(packed, "datapackage-digest.json", [_json(digest)])
    return done


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


def _add(packed: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> dict[str, Any]:
    """Add a file to the zip. Returns its entry for `datapackage.json`."""
    digest, size = hashlib.sha256(), 0
    with packed.open(zipfile.ZipInfo(name, _EARLIEST), "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    name_alone = name.rpartition("/")[2]
    return {"name": name_alone, "path": name, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}


def _index(pages: Sequence[WrittenRecord]) -> bytes:
    """The index in the form CDXJ, sorted."""
    lines = []
    for one in pages:
        package = {
            "url": one.draft.url,
            "mime": "warc/revisit" if one.draft.kind == "revisit" else one.media_type,
            "status": str(one.status),
            "digest": one.digest,
            "length": str(one.length),
            "offset": str(one.offset),
            "filename": _WARC,
        }
        lines.append(f"{sort_key(one.draft.url)} {one.draft.at:%Y%m%d%H%M%S} {json.dumps(package)}\n")
    return "".join(sorted(lines)).encode()


def _pages(pages: Sequence[WrittenRecord]) -> bytes:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All pages"}
    lines = [json.dumps(head)]
    shown = [one.draft for one in pages if one.draft.kind == "response" and one.status == 200]
    for number, one in enumerate(shown, 1):
        at = one.at.isoformat().replace("+00:00", "Z")
        lines.append(json.dumps({"id": str(number), "url": one.url, "ts": at, "title": one.url}))
    return "\n".join(lines).encode() + b"\n"


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, indent=2).encode()


def sort_key(url: str) -> str:
    """The address as indexes sort it: the host backwards, the rest in lower case, a last slash left out.

    >>> sort_key("https://www.Example.org/Privacy?b=2&a=1")
    'org,example)/privacy?a=1&b=2'
    """
    parts = urlsplit(url.lower())
    host = re.sub(r"^www\d{0,3}\.", "", parts.hostname or "")
    path = parts.path.rstrip("/") or "/"
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{','.join(reversed(host.split('.')))}{port}){path}{'?' + query if query else ''}"
