"""The parts of a timeline around its changes, and the answer to "since when?"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from policydiff.history import runs
from policydiff.history_models import Gap, NotSeen, PassedOverStretch, PendingChange, Presence, Variant
from policydiff.models import Identity

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from policydiff.history_models import History, Sighting, Step, TimelineEntry
    from policydiff.models import Observation

_Stretch = TypeVar("_Stretch", Variant, PassedOverStretch)
_LONG = timedelta(days=90)
"""Time without any record that is reported as a gap."""


def presence(series: str, asked: str, history: History, quotes: Mapping[str, str]) -> Presence:
    """Since when the policy says something: by the bodies that say it, each with a quote, or "" for none."""
    says = [one.sighting.body in quotes for one in history.judged]
    good = [place for place, one in enumerate(history.judged) if one.passed_over is None]
    return Presence(
        series,
        asked,
        tuple(
            replace(run, quote_first=quotes[run.first.body], quote_last=quotes[run.last.body])
            for run in runs(history, says)
        ),
        present_from_start=bool(good) and says[good[0]],
        sightings=len(history.judged),
        first=history.judged[good[0]].sighting if good else None,
        last=history.judged[good[-1]].sighting if good else None,
        passed_over=tuple(passed_over(history)),
        variants=history.variants,
    )


def presence_of_links(
    series: str, asked: str, history: History, places: Iterable[Mapping[str, str]]
) -> Presence:
    """Since when links lead to each of some places: of each the bodies whose links do, with a quote.

    The stretches of all targets are listed together by their beginning: where a link led first, and then.
    """
    presences = [presence(series, asked, history, quotes) for quotes in places]
    nothing = presence(series, asked, history, {})
    runs_ = sorted(
        (run for one in presences for run in one.runs), key=lambda run: (run.first.at, run.last.at)
    )
    from_start = any(one.present_from_start for one in presences)
    return replace(nothing, runs=tuple(runs_), present_from_start=from_start)


class BodyPair(NamedTuple):
    """Two bodies that may show, compared, how a stretch began or ended."""

    run: int
    """Number of the stretch, from 0."""
    came: bool
    """Whether its beginning is meant."""
    old: str
    new: str


def pairs(presence: Presence) -> list[BodyPair]:
    """The comparisons that may show how stretches began and ended."""
    return [
        BodyPair(number, came, sides[0].body, sides[1].body)
        for number, run in enumerate(presence.runs)
        for came, sides in ((True, run.came), (False, run.went))
        if sides
    ]


def answering(presence: Presence, answers: Container[BodyPair]) -> Presence:
    """The same with those comparisons only that show what was asked for."""
    known = {(pair.run, pair.came) for pair in pairs(presence) if pair in answers}
    return replace(
        presence,
        runs=tuple(
            replace(
                run,
                came=run.came if (number, True) in known else None,
                went=run.went if (number, False) in known else None,
            )
            for number, run in enumerate(presence.runs)
        ),
    )


def quoting(presence: Presence, quote: Callable[[str], str]) -> Presence:
    """The same with a quote of the body that begins each stretch, and of the one that ends it."""
    return replace(
        presence,
        runs=tuple(
            replace(run, quote_first=quote(run.first.body), quote_last=quote(run.last.body))
            for run in presence.runs
        ),
    )


def brief(sighting: Sighting) -> Sighting:
    """A sighting without the statements of its text, which a timeline does not need."""
    fingerprint = replace(sighting.fingerprint, statements=(), identity=Identity(), spelled=())
    return replace(sighting, fingerprint=fingerprint)


def brief_ends(stretch: _Stretch) -> _Stretch:
    """The same of the first and the last sighting of a variant or of captures passed over."""
    return replace(stretch, first=brief(stretch.first), last=brief(stretch.last))


def brief_presence(presence: Presence) -> Presence:
    """An answer without the statements of any text, and without what comparing two of them may show."""
    return replace(
        presence,
        runs=tuple(
            replace(
                run,
                first=brief(run.first),
                last=brief(run.last),
                not_before=run.not_before and brief(run.not_before),
                ended_by=run.ended_by and brief(run.ended_by),
                without=tuple((brief(first), brief(last)) for first, last in run.without),
                came=None,
                went=None,
            )
            for run in presence.runs
        ),
        first=presence.first and brief(presence.first),
        last=presence.last and brief(presence.last),
        passed_over=tuple(brief_ends(one) for one in presence.passed_over),
        variants=tuple(brief_ends(one) for one in presence.variants),
    )


class Observed:
    """What was seen of each variant, to be asked what came before a change.

    Two sightings say the same where their statements are the same, with links that lead to the same rights.
    """

    def __init__(self, history: History) -> None:
        numbers: dict[object, int] = {}
        self._of_body: dict[str, int] = {}
        self._variants: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
        self._same: dict[tuple[int, int], list[datetime]] = defaultdict(list)
        self._technical: list[datetime] = []
        for judged in history.judged:
            seen = judged.sighting
            if seen.body not in self._of_body:
                said = seen.links, tuple([one.id for one in seen.fingerprint.statements])
                self._of_body[seen.body] = numbers.setdefault(said, len(numbers))
            number = self._of_body[seen.body]
            self._variants[judged.variant].append((seen.at, number))
            self._same[judged.variant, number].append(seen.at)
            if seen.technical:
                self._technical.append(seen.at)

    def unchanged(self, step: Step) -> tuple[datetime, int]:
        """When the variant was last seen without the change, and how often the text before was seen again."""
        seen, new = self._variants[step.variant], self._of_body[step.new.body]
        place = bisect_left(seen, step.new.at, key=itemgetter(0))
        others = (at for at, number in (seen[k] for k in range(place - 1, -1, -1)) if number != new)
        again = bisect_left(self._same[step.variant, self._of_body[step.old.body]], step.new.at)
        return max(step.old.at, next(others, step.old.at)), max(0, again - 1)

    def technical(self, step: Step) -> bool:
        """Whether the recorder changed how it reads the page, anywhere between the two sides."""
        after, until = (bisect_right(self._technical, side.at) for side in (step.old, step.new))
        return until > after


def passed_over(history: History) -> Iterator[PassedOverStretch]:
    """Captures that were passed over, those of one kind in a row as one."""
    found: PassedOverStretch | None = None
    for judged in history.judged:
        if judged.passed_over is None:
            if found:
                yield found
            found = None
        elif found and (found.kind, found.reason) == (judged.passed_over, judged.reason):
            found = replace(found, last=judged.sighting, sightings=found.sightings + 1)
        else:
            if found:
                yield found
            found = PassedOverStretch(judged.passed_over, judged.reason, judged.sighting, judged.sighting, 1)
    if found:
        yield found


def gaps(observations: Sequence[Observation]) -> Iterator[Gap]:
    """Long times in which nothing was recorded, not even a check that found nothing new."""
    for before, after in pairwise(sorted(one.at for one in observations)):
        if after - before > _LONG:
            yield Gap(before, after)


def not_seen(observations: Sequence[Observation]) -> NotSeen | None:
    """How the last checks failed, None if the last one saw something or nothing was ever seen."""
    failed: list[Observation] = []
    for one in sorted(observations, key=lambda seen: seen.at, reverse=True):
        if one.what != "failed":
            if not failed:
                return None
            return NotSeen(one.at, failed[-1].at, len(failed), failed[0].kind, failed[0].problem)
        failed.append(one)
    return None


def announced(
    entries: Sequence[TimelineEntry], variants: Sequence[Variant], last: date
) -> Iterator[PendingChange]:
    """Of each variant the latest day of effect that lies behind the last day on which the page was seen.

    What the variant's last text no longer says was put off or taken back.
    """
    latest = dict[int, PendingChange]()
    for place, entry in enumerate(entries):
        day = entry.new.fingerprint.effective
        if (
            entry.notice is not None
            and day is not None
            and day > last
            and day in variants[entry.variant].last.fingerprint.days
        ):
            latest[entry.variant] = PendingChange(place, day)
    yield from (one for _, one in sorted(latest.items()))
