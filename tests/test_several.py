"""One question put to many series at once: what each answers, wherever it is told."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from policydiff.archive.writer import KnownOfCaptures, failure
from policydiff.cache import Cache
from policydiff.errors import DamagedArchive, UnknownReference
from policydiff.models import Capture
from policydiff.workflows.timeline import SeriesHistory
from policydiff.workflows.timeline.second_process import results
from policydiff.workflows.timeline.several import answers
from tests.histories import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.history_models import Timeline

START = datetime(2024, 1, 1, tzinfo=UTC)
SHORT = tuple(f"{name}/privacy-policy" for name in ("ambra", "corvo", "dorn", "lumio", "tarn"))
LONG, UNSEEN = "borea/privacy-policy", "veld/privacy-policy"
NAMES = (*reversed(SHORT), LONG, UNSEEN)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Five series of two texts, one of six and one of which no check brought a page."""
    held = Archive(tmp_path_factory.mktemp("several") / "archive")
    for place, name in enumerate((*SHORT, LONG)):
        with held.writer(name) as writer:
            for number in range(6 if name == LONG else 2):
                letters = "abcdefghijk"[number : number + 4 + place]
                text = "# Privacy Policy\n\n" + "\n\n".join(map(sentence, letters))
                at = START + timedelta(days=9 * number)
                kept = Capture("", at, text.encode(), "ota", ref=f"{number:040x}", media_type="text/markdown")
                writer.add([kept], KnownOfCaptures())
    with held.writer(UNSEEN) as writer:
        writer.record(failure(UNSEEN, "dns", "the name has no address", START, ()))
    return str(held.path)


def one_by_one(archive: str) -> dict[str, Timeline | None]:
    told: dict[str, Timeline | None] = dict.fromkeys(NAMES)
    for name in (*SHORT, LONG):
        told[name] = SeriesHistory(archive, name, Cache(None)).timeline()
    return told


def _asked_here(history: SeriesHistory) -> int:
    """The process in which a series is told."""
    return os.getpid() if history.series else 0


def _unanswerable(history: SeriesHistory) -> int:
    raise DamagedArchive(history.series, "it does not match its hashes", "Look at it")


def _asks_for_help(part: int) -> bool:
    """Whether a helper does all of its work itself."""
    return {os.getpid()} == set(results(_where, range(9))) if part < 9 else False


def _where(part: int) -> int:
    return os.getpid() if part < 9 else 0


def test_each_answers_as_if_it_were_asked_alone(archive: str, tmp_path: Path) -> None:
    """In the order of the names, with or without a cache, told here, elsewhere or long ago."""
    expected, done = one_by_one(archive), list[tuple[int, int]]()
    assert sum(len(told.entries) for told in expected.values() if told) > len(SHORT)
    with Cache(tmp_path / "results.cache") as cache:
        for kept in (Cache(None), cache, cache):
            told = answers(
                archive, NAMES, kept, SeriesHistory.timeline, lambda some, all_: done.append((some, all_))
            )
            assert (list(told), dict(told)) == (list(NAMES), expected)
    assert done == 3 * [(number, len(NAMES)) for number in range(1, len(NAMES) + 1)]


def test_what_helpers_worked_out_is_kept(
    archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cache(tmp_path / "results.cache") as cache:
        expected = answers(archive, NAMES, cache, SeriesHistory.timeline)
        monkeypatch.setattr(SeriesHistory, "_timeline", lambda _: pytest.fail("worked out again"))
        assert {name: SeriesHistory(archive, name, cache).timeline() for name in SHORT} == {
            name: expected[name] for name in SHORT
        }


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two processes")
def test_short_series_are_told_by_helpers_and_a_long_one_here(archive: str) -> None:
    """A helper asks for no helpers of its own: there would be more processes than processors."""
    told = answers(archive, NAMES, Cache(None), _asked_here)
    assert told[LONG] == os.getpid()
    assert os.getpid() not in {told[name] for name in SHORT}
    assert all(results(_asks_for_help, range(3)))


def test_what_is_wrong_with_one_comes_through_as_it_is(archive: str) -> None:
    with pytest.raises(DamagedArchive, match="does not match its hashes"):
        answers(archive, SHORT, Cache(None), _unanswerable)
    with pytest.raises(UnknownReference):
        SeriesHistory(archive, UNSEEN, Cache(None))
