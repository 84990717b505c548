"""References: what is a moment, what a variant, and which snapshot is meant."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive, is_reference, parse_reference
from policydiff.archive.names import is_series, slug
from policydiff.errors import InvalidReference, UnknownReference
from policydiff.models import Quality
from tests.archiving import NAME, START, capture

if TYPE_CHECKING:
    from pathlib import Path


def end(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("text", "series", "back", "moment"),
    [
        ("a/b", "a/b", 0, None),
        ("a/b@latest", "a/b", 0, None),
        ("a/b@latest~3", "a/b", 3, None),
        ("a/b@eu", "a/b@eu", 0, None),
        ("a/b@eu@latest~1", "a/b@eu", 1, None),
        ("a/b@2024-06-26", "a/b", 0, end(2024, 6, 26, 23, 59, 59, 999999)),
        ("a/b@eu@2024-06-26", "a/b@eu", 0, end(2024, 6, 26, 23, 59, 59, 999999)),
        ("a/b@2024-06-26T10:15", "a/b", 0, end(2024, 6, 26, 10, 15, 59, 999999)),
        ("a/b@2024-06-26T10:15:02Z", "a/b", 0, end(2024, 6, 26, 10, 15, 2, 999999)),
        ("a/b@2024-06-26T101502Z", "a/b", 0, end(2024, 6, 26, 10, 15, 2, 999999)),
        ("a/b@2024-06-26T101502Z_2", "a/b", 0, end(2024, 6, 26, 10, 15, 2, 999999)),
        ("a/b@2024-06-26T10:15:02.5", "a/b", 0, end(2024, 6, 26, 10, 15, 2, 500000)),
        ("a/b@2024-06-26T10:15:02+02:00", "a/b", 0, end(2024, 6, 26, 8, 15, 2, 999999)),
        ("a/b@20240626", "a/b@20240626", 0, None),
        ("a/b@late", "a/b@late", 0, None),
        ("vie-privée/données", "vie-privée/données", 0, None),
    ],
)
def test_takes_references_apart(text: str, series: str, back: int, moment: datetime | None) -> None:
    """What parses as an ISO date or is latest is the moment, up to its end; anything else a variant."""
    found = parse_reference(text)
    assert (found.series, found.back, found.moment) == (series, back, moment)
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "a/", "/b", "a/b/c", "A/b", "a/b c", "../b", "a/..", "a/b@", "a/b@@latest", "a/b@eu@us",
        "a/b@EU", "a/b@latest@latest", "a/b@2024-02-30", "a/b@2024-06-26@eu", "a/b@latest~", "a/b@latest~-1",
        "con/b", "a/b@2024-06-26T25:00", "a/b@9999-12-31T23:59:59-14:00", "a/b\n", "a-/b", "policy.html",
        "./a/b",
    ],
)  # fmt: skip
def test_other_texts_are_no_references(text: str) -> None:
    """A clear sentence, never a traceback and never a path out of the archive."""
    assert not is_reference(text)
    with pytest.raises(InvalidReference):
        parse_reference(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Privacy Policy", "privacy-policy"),
        ("  X (Twitter)!", "x-twitter"),
        ("../../etc/passwd", "etc-passwd"),
        ("Vie privée", "vie-privée"),
        ("Vie prive\u0301e", "vie-privée"),
        ("Yandex Условия", "yandex-условия"),
        ("CON", "con-name"),
        ("???", ""),
    ],
)
def test_slugs(text: str, name: str) -> None:
    """Lower case, every run of other characters than letters and digits one hyphen."""
    assert slug(text) == name
    assert slug(name) == name


def test_long_names_fit_a_file_system() -> None:
    """A name is cut at a bound in bytes, and two long ones stay two."""
    one, other = slug("ж" * 900), slug("ж" * 901)
    assert one != other
    assert len(f"{one}@{other}".encode()) < 255
    assert slug(one) == one
    assert is_series(f"{one}/{other}@{one}")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Snapshots one day apart: a, b, a suspect one, b again, a again."""
    archive = Archive(tmp_path)
    for day, text in enumerate(("a", "b", "", "b", "a")):
        quality = Quality("good" if text else "bad")
        archive.store(NAME, capture(text, hours=24 * day), text=text, normaliser="1", quality=quality)
    return archive


@pytest.mark.parametrize(
    ("when", "at", "body"),
    [
        ("", 96, b"a"),
        ("@latest", 96, b"a"),
        ("@latest~1", 24, b"b"),
        ("@latest~2", 0, b"a"),
        ("@2024-06-26", 0, b"a"),
        ("@2024-06-27T10:15:01", 0, b"a"),
        ("@2024-06-27T10:15:02", 24, b"b"),
        ("@2024-06-28", 24, b"b"),
        ("@2030-01-01", 96, b"a"),
        ("@2024-06-28T101502Z", 48, b""),
    ],
)
def test_last_snapshot_at_or_before_the_moment(archive: Archive, when: str, at: int, body: bytes) -> None:
    """Suspect captures are passed over, unless one is named by the time in its file's name."""
    found = archive.resolve(NAME + when)
    assert (found.at - START).total_seconds() == at * 3600
    assert archive.read_body(found) == body


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{NAME}@2024-06-25", "the first is quillmoor/privacy-policy@2024-06-26T101502Z"),
        (f"{NAME}@latest~3", "Ask for latest~2 at most"),
        ("quillmoor/privacy-polcy", "Did you mean quillmoor/privacy-policy"),
        (f"{NAME}@eu", "no such series"),
    ],
)
def test_says_what_there_is_instead(archive: Archive, text: str, words: str) -> None:
    """A reference to nothing names what would be something."""
    with pytest.raises(UnknownReference, match=words):
        archive.resolve(text)


def test_only_suspect_snapshots_are_none(tmp_path: Path) -> None:
    """A series without a good capture has no latest snapshot, and says so."""
    archive = Archive(tmp_path)
    archive.store(NAME, capture(""), quality=Quality("bad"))
    with pytest.raises(UnknownReference, match="no good snapshot"):
        archive.resolve(NAME)
