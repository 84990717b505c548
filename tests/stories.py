"""A timeline and a presence for the tests of the reports, told by hand, with every kind of thing once.

The document is the policy of a fictional reading club. Reports are tested against these values and not
against what the history stage makes, so that a fault of one is not mistaken for a fault of the other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from policydiff.history_models import (
    Fingerprint,
    Gap,
    NotSeen,
    PassedOverStretch,
    PendingChange,
    Presence,
    PresenceRun,
    Sighting,
    StepResult,
    Timeline,
    TimelineEntry,
    Variant,
)
from policydiff.models import Finding, Reason, Verdict
from tests.comparisons import judged

SERIES = "fernleaf/privacy-policy"
FOUND = judged().findings
"""In this order: retention (2), effective-date (1), ai-training (3), sharing (3), opt-out (3)."""
LEARNS = FOUND[2]


def seen(when: str, *, effective: date | None = None, technical: bool = False) -> Sighting:
    """A capture of a day, at noon or at the time given: "2031-03-02", "2031-03-02T18:30"."""
    at = datetime.fromisoformat(when).replace(tzinfo=UTC)
    at = at if "T" in when else at.replace(hour=12)
    name = f"{at:%Y-%m-%dT%H%M%SZ}"
    fingerprint = Fingerprint((), 1200, "en", "Fernleaf Ltd", judged().new.quality, effective)
    return Sighting(f"commit-{name}", f"{SERIES}@{name}", at, name, fingerprint, technical=technical)


def entry(
    old: Sighting,
    new: Sighting,
    *findings: Finding,
    variant: int = 0,
    verdict: Verdict = "substantive",
    reasons: tuple[str, ...] = ("findings",),
    words: tuple[int, int] = (12, 3),
    checks: int = 0,
    confirmed: bool = True,
    notice: int | None = None,
) -> TimelineEntry:
    """A change between two captures."""
    why = tuple(Reason(code, f"The reason is {code}") for code in reasons)
    weighed = StepResult(verdict, why, findings, *words)
    return TimelineEntry(variant, old, new, old.at, checks, confirmed, weighed, new.technical, notice)


def one_change(**told: object) -> Timeline:
    """A timeline of one variant with one change."""
    old, new = seen("2031-03-02"), seen("2031-03-09", effective=date(2031, 4, 1))
    change = entry(old, new, *FOUND, **told)  # type: ignore[arg-type]
    variant = Variant("", "", "en", old, new, 2)
    return Timeline(SERIES, 2, 2, old.at, new.at, (variant,), (change,), (), 0, 0, (), ())


def story() -> Timeline:
    """Two variants, five changes, and everything that is told as no change."""
    first, second = seen("2031-03-02"), seen("2031-03-09", effective=date(2031, 4, 1))
    third, fourth = seen("2031-03-10T09:00"), seen("2031-03-10T18:30", technical=True)
    last, uk = seen("2032-01-20", effective=date(2032, 3, 1)), seen("2031-05-01")
    wording = {"verdict": "editorial", "reasons": ("wording",)}
    return Timeline(
        series=SERIES,
        sightings=14,
        texts=7,
        first=first.at,
        last=seen("2032-01-21").at,
        variants=(
            Variant("EU", "It speaks of the law of the EU", "en", first, last, 9),
            Variant("", "", "en", uk, seen("2031-05-03"), 2),
        ),
        entries=(
            entry(first, second, *FOUND, notice=23, checks=2),
            entry(second, third, **wording, words=(0, 4)),  # type: ignore[arg-type]
            entry(third, fourth, LEARNS, reasons=("findings", "silent-change"), words=(0, 0)),
            entry(uk, seen("2031-05-03"), variant=1, reasons=("no-rules",)),
            entry(fourth, last, LEARNS, LEARNS, notice=41, confirmed=False),
        ),
        passed_over=(
            PassedOverStretch("bad", "It is an error page", seen("2031-04-01"), seen("2031-04-01"), 1),
            PassedOverStretch("bad", "It is an error page", seen("2031-04-05"), seen("2031-04-06"), 2),
        ),
        flaps=3,
        without_news=1,
        gaps=(Gap(seen("2031-05-03").at, last.at),),
        announced=(PendingChange(4, date(2032, 3, 1)),),
        failures=2,
        not_seen=NotSeen(
            last.at, last.at + timedelta(days=3), 2, "not-found", "the host answers with status 404"
        ),
    )


def said(*runs: PresenceRun) -> Presence:
    """When the club's policy says something, in these stretches, of all in `story`."""
    told = story()
    first, last = told.variants[0].first, told.variants[0].last
    return Presence(SERIES, "read along", runs, bool(runs) and runs[0].not_before is None, 14, first, last,
                    told.passed_over, told.variants)  # fmt: skip


def run(first: str, last: str, before: str = "", after: str = "", **more: object) -> PresenceRun:
    """A stretch from day to day; before and behind it the captures that do not say it."""
    begins, ends = (seen(day) if day else None for day in (before, after))
    told = PresenceRun(
        seen(first),
        seen(last),
        begins,
        ends,
        (0,),
        came=(begins, seen(first)) if begins else None,
        went=(seen(last), ends) if ends else None,
    )
    return replace(told, **more)  # type: ignore[arg-type]
