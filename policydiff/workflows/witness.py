"""Asks the Wayback Machine to record pages that changed, as an independent witness, and keeps its answers.

An answer is one line of JSON in `.witnesses/wayback.jsonl` beside the series: no part of the evidence, but
the place of a copy by an independent third party. Save Page Now answers to `/save/<address>` by leading to
the copy that it made.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from policydiff import web_address
from policydiff.errors import FetchFailed, UnwritableArchive
from policydiff.fetch import Limits
from policydiff.models import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.fetch import Fetcher
    from policydiff.workflows.fetching import Outcome

FILE: Final = ".witnesses/wayback.jsonl"
LIMITS: Final = Limits(pause_seconds=6, retries=0, silence_seconds=120, total_seconds=240)
"""The Wayback Machine records while the request waits, and allows few requests a minute."""
_SERVICE: Final = Source("wayback", "save", (), robots="ignore")
_LEAVE: Final = ("rate-limited", "postponed", "dns", "connection")


@dataclass(frozen=True, slots=True)
class WitnessAnswer:
    """What the Wayback Machine answered for one page."""

    series: str
    snapshot: str
    """Id of the snapshot that was new here."""
    url: str
    asked_at: str
    copy: str = ""
    """Address of its copy, "" if it made none."""
    problem: str = ""
    """Why not, "" if it did."""


def push(archive: Path, outcomes: list[Outcome], fetcher: Fetcher, wayback: str) -> Iterator[WitnessAnswer]:
    """Ask for a copy of each page that was new, and keep each answer before the next is asked for.

    Ends early if the service asks to be left alone or cannot be reached.

    Args:
        archive: Its folder.
        outcomes: Of a fetch.
        fetcher: Sends the requests, with `LIMITS`.
        wayback: Address of the Wayback Machine.

    Raises:
        UnwritableArchive: an answer cannot be kept.
    """
    for outcome in outcomes:
        seen = outcome.observation
        if outcome.what != "new" or seen is None:
            continue
        for url in outcome.source.urls:
            answer, left_alone = _asked(
                WitnessAnswer(seen.series, seen.snapshot, url, _now()), fetcher, wayback.rstrip("/")
            )
            _keep(archive, answer)
            yield answer
            if left_alone:
                return


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _asked(answer: WitnessAnswer, fetcher: Fetcher, wayback: str) -> tuple[WitnessAnswer, bool]:
    """The answer filled in, and whether the service should be left alone."""
    try:
        (came,) = fetcher(replace(_SERVICE, urls=(f"{wayback}/save/{answer.url}",)), {})
    except FetchFailed as failed:
        return replace(answer, problem=failed.problem), failed.kind in _LEAVE
    if web_address.recorded_at(came.final_url) is None:
        return replace(answer, problem=f"it led to {came.final_url[:300]}, which is no copy"), False
    return replace(answer, copy=came.final_url), False


def _keep(archive: Path, answer: WitnessAnswer) -> None:
    fields = {name: value for name, value in asdict(answer).items() if value}
    place = archive / FILE
    try:
        place.parent.mkdir(exist_ok=True)
        with place.open("a", encoding="ascii") as file:
            file.write(f"{json.dumps(fields)}\n")
    except OSError as error:
        problem = f"the answer of the Wayback Machine cannot be kept ({error.strerror})"
        raise UnwritableArchive(str(place), problem, "Make the archive writable") from error
