"""Observations as JSON objects and back, and the sidecar of a snapshot. Pure.

What is read may come from anybody: each value is checked, and a file's name may not leave its folder.
Keys with nothing to say are left out of the JSON.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, get_args

from policydiff.archive import chain, names
from policydiff.models import (
    PUBLIC_HEADERS,
    Accompanying,
    Capture,
    CheckResult,
    How,
    Observation,
    Quality,
    QualityLevel,
    Reason,
    Redirect,
    RememberedCapture,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECRET: Final = re.compile(r"auth|cookie|credential|key|passw|secret|session|token|csrf|xsrf", re.IGNORECASE)
"""Response headers whose values are not kept, since an archive may be public."""
_WITHHELD: Final = "(not recorded)"


LARGEST: Final = 64 * 1024 * 1024
"""Most bytes of one body. Pages of policies have less than two million."""
_HALF: Final = re.compile("[\ud800-\udfff]")
_YEARS: Final = range(1900, 9000)
"""Years in which a page can have been captured; `datetime` can convert all of them to every time zone."""


def stamp(at: datetime) -> str:
    """A time as ISO 8601 in UTC, without trailing zeros."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The time in a text that `stamp` wrote.

    Raises:
        ValueError: it did not write this.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is not UTC and (at.tzinfo is None or at.utcoffset()):
        raise ValueError(f"{text!r} is no time in UTC")
    if not is_moment(at):
        raise ValueError(f"{text!r} is no year in which a page was captured")
    return at.astimezone(UTC)


def is_moment(at: datetime) -> bool:
    """Whether a page can have been captured then."""
    return at.year in _YEARS


# --- observations ---


def to_record(seen: Observation) -> dict[str, Any]:
    """The observation as the JSON object of its line, without `previous`."""
    record: dict[str, Any] = {
        "series": seen.series,
        "at": stamp(seen.at),
        "since": stamp(seen.since) if seen.since else None,
        "what": seen.what,
        "kind": seen.kind,
        "problem": seen.problem,
        "retry_at": stamp(seen.retry_at) if seen.retry_at else None,
        "snapshot": seen.snapshot,
        "how": seen.how,
        "ref": seen.ref,
        "technical": seen.technical,
        "answers": [_from_answer(answer) for answer in seen.answers],
        "stored": dict(seen.stored),
        "sidecar": seen.sidecar,
        "text": seen.text,
        "normaliser": seen.normaliser,
        "quality": "" if seen.quality.level == "good" else seen.quality.level,
        "reasons": [[reason.code, reason.sentence] for reason in seen.quality.reasons],
        "tool": seen.tool,
    }
    return _without_nothing(record)


def from_record(record: dict[str, Any], number: int) -> Observation:
    """The observation that a line holds.

    Raises:
        ValueError: a value is missing or of another form.
    """
    read = _FieldReader(record)
    snapshot = read.text("snapshot")
    if snapshot and not names.is_id(snapshot):
        raise ValueError(f"{snapshot!r} is no id of a snapshot")
    return Observation(
        series=read.text("series"),
        at=moment(read.text("at")),
        what=_one_of(read.text("what"), CheckResult),
        number=number,
        snapshot=snapshot,
        how=_one_of(read.text("how"), How),
        ref=read.text("ref"),
        technical=record.get("technical") is True,
        since=moment(read.text("since")) if "since" in record else None,
        answers=tuple(_to_answer(_FieldReader(answer)) for answer in read.objects("answers")),
        stored=_stored(record.get("stored", {})),
        sidecar=read.text("sidecar"),
        text=read.text("text"),
        normaliser=read.text("normaliser"),
        quality=Quality(_one_of(read.text("quality") or "good", QualityLevel), _reasons(record)),
        kind=read.text("kind"),
        problem=read.text("problem"),
        retry_at=moment(read.text("retry_at")) if "retry_at" in record else None,
        tool=read.text("tool"),
    )


def _from_answer(answer: RememberedCapture) -> dict[str, Any]:
    return _without_nothing(
        {
            "url": answer.url,
            "status": answer.status,
            "final_url": answer.final_url,
            "redirects": [[hop.url, hop.status] for hop in answer.redirects],
            "etag": answer.etag,
            "last_modified": answer.last_modified,
            "sha256": answer.sha256,
            "size": answer.size,
            "file": answer.file,
        }
    )


def _to_answer(read: _FieldReader) -> RememberedCapture:
    file = read.text("file")
    if file and not names.is_body(file):
        raise ValueError(f"{file!r} is no name of a file in an archive")
    return RememberedCapture(
        url=read.text("url"),
        status=read.number("status"),
        final_url=read.text("final_url"),
        redirects=read.redirects(),
        etag=read.text("etag"),
        last_modified=read.text("last_modified"),
        sha256=read.text("sha256"),
        size=read.number("size"),
        file=file,
    )


def _stored(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(digest, str) for digest in value.values()):
        raise ValueError("stored is no list of files")
    if not all(names.is_body(name) for name in value):
        raise ValueError("stored names a file that no archive has")
    return tuple(value.items())


def _reasons(record: dict[str, Any]) -> tuple[Reason, ...]:
    return tuple(Reason(code, sentence) for code, sentence in _pairs(record, "reasons"))


# --- sidecars ---


def sidecar(
    snapshot: str, seen: Observation, captures: tuple[Capture, ...], details: dict[str, str]
) -> bytes:
    """The JSON file of a snapshot: everything about its captures that is not in the bodies."""
    record = {
        "format": chain.FORMAT,
        "series": seen.series,
        "snapshot": snapshot,
        "tool": seen.tool,
        "captures": [
            _from_capture(capture, answer) | _beside(snapshot, capture, part if len(captures) > 1 else None)
            for part, (capture, answer) in enumerate(zip(captures, seen.answers, strict=True), 1)
        ],
        "details": details,
    }
    return _readable(_without_nothing(record)).encode("ascii") + b"\n"


def beside_files(snapshot: str, capture: Capture, part: int | None) -> Iterator[tuple[str, Accompanying]]:
    """The files kept beside the body of a capture (the answer as it came, a picture), each with its name."""
    for one in capture.beside:
        declared = next((value for name, value in one.headers if name.lower() == "content-type"), "")
        ending = names.ending(declared or one.media_type, one.body)
        yield names.beside_name(snapshot, one.kind, ending, part), one


def _beside(snapshot: str, capture: Capture, part: int | None) -> dict[str, Any]:
    files = [
        _without_nothing(
            {
                "kind": one.kind,
                "headers": _received(one.headers),
                "media_type": one.media_type,
                "sha256": chain.sha256(one.body),
                "size": len(one.body),
                "file": name,
            }
        )
        for name, one in beside_files(snapshot, capture, part)
    ]
    return {"beside": files} if files else {}


def _received(headers: tuple[tuple[str, str], ...]) -> list[list[str]]:
    """The response headers without values that may be secret."""
    return [[name, _WITHHELD if _SECRET.search(name) else value] for name, value in headers]


def _readable(value: object, margin: str = "\n") -> str:
    """JSON for people: one line for each key, and for each pair in a list of pairs."""
    inner = margin + " "
    if isinstance(value, dict) and value:
        pairs = (f"{json.dumps(key)}: {_readable(item, inner)}" for key, item in value.items())
        return "{" + inner + ("," + inner).join(pairs) + margin + "}"
    if isinstance(value, list) and any(isinstance(item, list | dict) for item in value):
        return "[" + inner + ("," + inner).join(_readable(item, inner) for item in value) + margin + "]"
    return json.dumps(value, allow_nan=False)


def _from_capture(capture: Capture, answer: RememberedCapture) -> dict[str, Any]:
    return _without_nothing(
        {
            "url": capture.url,
            "at": stamp(capture.at),
            "how": capture.how,
            "status": capture.status,
            "final_url": capture.final_url,
            "redirects": [[hop.url, hop.status] for hop in capture.redirects],
            "headers": _received(capture.headers),
            "request_headers": [
                [name, value if name.lower() in PUBLIC_HEADERS else _WITHHELD]
                for name, value in capture.request_headers
            ],
            "ref": capture.ref,
            "media_type": capture.media_type,
            "sha256": answer.sha256,
            "size": answer.size,
            "file": answer.file,
        }
    )


def from_sidecar(data: bytes) -> tuple[tuple[Capture, RememberedCapture], ...]:
    """The captures of a snapshot without their bodies, each with the answer that names its file.

    Raises:
        ValueError: this is no sidecar.
    """
    try:
        record = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(record, dict):
        raise ValueError("no JSON object")
    captures = _FieldReader(record).objects("captures")
    details = _details(record.get("details", {}))
    if not captures:
        raise ValueError("it describes no capture")
    return tuple((_to_capture(capture, details), _to_answer(_FieldReader(capture))) for capture in captures)


def _details(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise ValueError("details is no object")
    if not all(isinstance(text, str) for text in value.values()):
        raise ValueError("details holds what is no text")
    # The name of a saved file may be bytes that are no text.
    return tuple((name, text.encode("utf-8", "replace").decode()) for name, text in value.items())


def _to_capture(record: dict[str, Any], details: tuple[tuple[str, str], ...]) -> Capture:
    read = _FieldReader(record)
    return Capture(
        url=read.text("url"),
        at=moment(read.text("at")),
        body=b"",
        how=_one_of(read.text("how"), How),
        status=read.number("status"),
        final_url=read.text("final_url"),
        redirects=read.redirects(),
        headers=_pairs(record, "headers"),
        request_headers=_pairs(record, "request_headers"),
        ref=read.text("ref"),
        media_type=read.text("media_type"),
        details=details,
    )


# --- checks ---


class _FieldReader:
    """Takes values of known types out of a JSON object that anybody may have written."""

    def __init__(self, record: dict[str, Any]) -> None:
        self._record = record

    def text(self, key: str) -> str:
        value = self._record.get(key, "")
        if not isinstance(value, str):
            raise ValueError(f"{key} is no text")
        if not value.isascii() and _HALF.search(value):
            raise ValueError(f"{key} holds half a character")
        return value

    def number(self, key: str) -> int:
        value = self._record.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise ValueError(f"{key} is no number")
        if value > LARGEST:
            raise ValueError(f"{key} is larger than any that an archive keeps")
        return value

    def objects(self, key: str) -> list[dict[str, Any]]:
        value = self._record.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise ValueError(f"{key} is no list of objects")
        return value

    def redirects(self) -> tuple[Redirect, ...]:
        value = self._record.get("redirects", [])
        if not isinstance(value, list):
            raise ValueError("redirects is no list")
        hops = [hop for hop in value if isinstance(hop, list) and [type(v) for v in hop] == [str, int]]
        if len(hops) != len(value):
            raise ValueError("redirects is no list of addresses and statuses")
        return tuple(Redirect(url, status) for url, status in hops)


def _pairs(record: dict[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    value = record.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key} is no list")
    pairs = [pair for pair in value if isinstance(pair, list) and [type(v) for v in pair] == [str, str]]
    if len(pairs) != len(value):
        raise ValueError(f"{key} is no list of pairs of texts")
    return tuple((first, second) for first, second in pairs)


def _one_of(value: str, words: Any) -> Any:
    if value not in get_args(words):
        raise ValueError(f"{value!r} is none of {', '.join(get_args(words))}")
    return value


def _without_nothing(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, "", 0, [], {}, False)}
