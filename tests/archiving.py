"""What the tests of the archive share: captures of a fictional page, and a folder as it stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from policydiff.models import Capture

if TYPE_CHECKING:
    from pathlib import Path

NAME = "quillmoor/privacy-policy"
URL = "https://quillmoor.example/privacy"
START = datetime(2024, 6, 26, 10, 15, 2, tzinfo=UTC)


def capture(body: str, *, hours: float = 0, url: str = URL, status: int = 200, etag: str = "") -> Capture:
    """A page as a server sent it, so many hours after the start."""
    headers = [("Content-Type", "text/html; charset=utf-8"), *([("ETag", etag)] if etag else [])]
    return Capture(
        url, START + timedelta(hours=hours), body.encode(), "http", status, url, headers=tuple(headers)
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
