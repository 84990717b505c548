"""A timeline as a report: Timeline in, blocks out. Judges nothing.

The order of the report: which captures were read, what is announced, the changes one by one, then everything
that is no change: captures passed over, variants, long times without a record, failed checks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from policydiff.models import series_name
from policydiff.report import days, finding_cards, verdict_text, wording
from policydiff.report.blocks import Card, Heading, Paragraph, Point, Points, Report
from policydiff.report.changelog import is_of_changelog
from policydiff.report.characters import clipped, visible
from policydiff.report.quotes import beside_edits
from policydiff.report.side_names import day
from policydiff.report.subject import series_title
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from policydiff import history_models
    from policydiff.history_models import PassedOverStretch, Timeline, Variant
    from policydiff.models import Finding, Provenance

_QUOTE = 100
"""Most characters of the words around a link that are shown."""
_POINTS = 6
"""Most findings of one change that are shown, unless all are asked for."""
_WHOLE = 200
"""Most characters of a changed sentence that is shown whole, before and now."""
_SAID = ("findings", "wording")
"""Codes of reasons that are clear from the findings of an entry, or from having none."""
_UNREAD = ("no-rules", "read-in-part", "not-compared")
"""Codes of reasons that say that findings were not looked for: such an entry is never silent."""
_LONG = timedelta(days=90)
"""From how long on a time without a good capture is mentioned with a change."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filter of a timeline: which changes to show."""

    categories: tuple[str, ...] = ()
    """Only changes with findings of these categories, and only those findings; none named, all."""
    since: date | None = None
    """Only changes that were first seen on this day or later."""
    until: date | None = None
    """Only changes that may have happened on this day or before."""
    substantive: bool = False
    """Leave editorial changes out."""
    variant: int | None = None
    """Place of the only variant that is wanted."""
    top: int | None = None
    """Only so many changes, the most important."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A change that is shown, with the findings to show."""

    number: int
    """From 1, in the whole timeline: it stays the same whatever is left out."""
    entry: history_models.TimelineEntry
    findings: tuple[Finding, ...]
    """Most important first."""

    @property
    def anchor(self) -> str:
        """Where a link to it leads: made of the capture that shows it first, whatever its number."""
        return f"change-{self.entry.new.snapshot.rpartition('@')[2]}"


def chosen(timeline: Timeline, wanted: Wanted) -> tuple[Chosen, ...]:
    """The changes that are wanted, oldest first; where only so many are, the most important first."""
    kept = []
    for number, entry in enumerate(timeline.entries, 1):
        ranked = sorted(entry.result.findings, key=lambda finding: -finding.importance)
        findings = tuple(f for f in ranked if not wanted.categories or f.category in wanted.categories)
        if _asked(entry, wanted) and (findings or not wanted.categories or _unread(entry)):
            kept.append(Chosen(number, entry, findings))
    return tuple(kept if wanted.top is None else sorted(kept, key=_weight)[: wanted.top])


def _weight(one: Chosen) -> tuple[int, ...]:
    """The sort key of changes: the most important, other changes of substance, changes that were not read,
    then wording."""
    counts = Counter(finding.importance for finding in one.findings)
    result = one.entry.result
    weights = (
        *(counts[rank] for rank in sorted(finding_cards.RANKS, reverse=True)),
        int(_unread(one.entry)),
    )
    return *(-number for number in weights), -(result.added + result.removed), one.number


def _asked(entry: history_models.TimelineEntry, wanted: Wanted) -> bool:
    return not (
        (wanted.variant is not None and entry.variant != wanted.variant)
        or (wanted.substantive and entry.result.verdict == "editorial")
        or (wanted.since is not None and entry.new.at.date() < wanted.since)
        or (wanted.until is not None and entry.after.date() > wanted.until)
    )


def _unread(entry: history_models.TimelineEntry) -> bool:
    return any(reason.code in _UNREAD for reason in entry.result.reasons)


def silent(entry: history_models.TimelineEntry) -> bool:
    """Whether the date printed on the page stayed as it was although something of substance changed.

    A change with the announcement of a later day is not silent.
    """
    announced = entry.notice is not None and entry.notice > 0
    return not announced and any(reason.code == "silent-change" for reason in entry.result.reasons)


def label(variants: Sequence[Variant], place: int) -> str:
    """The label of a variant: its name, else its number; "" if there is only one."""
    if len(variants) < 2 or not 0 <= place < len(variants):
        return ""
    return variants[place].name or f"variant {place + 1}"


# --- the report -----------------------------------------------------------------------------------


def report(  # noqa: PLR0913 - each is given by name
    timeline: Timeline,
    wanted: Wanted = Wanted(),
    *,
    newest_first: bool = False,
    in_full: bool = False,
    each_passed_over: bool = False,
    command: tuple[str, ...] = ("policydiff",),
    platform: str = "",
) -> Report:
    """A timeline as a text of paragraphs and entries.

    Args:
        timeline: the timeline.
        wanted: which of its changes to show.
        newest_first: whether the newest change leads.
        in_full: whether every finding is shown.
        each_passed_over: whether every capture that was passed over is named.
        command: how a reader calls the program, with the archive where that must be named, in pieces.
        platform: what people call the platform, "" where nobody knows.
    """
    kept = chosen(timeline, wanted)
    title = series_title(timeline.series, platform)
    short = series_title(series_name(timeline.series).document_name, platform)
    shown = reversed(kept) if newest_first and wanted.top is None else kept
    blocks = [
        Paragraph(_summary(timeline, short), strong=True),
        *_not_seen(timeline),
        Paragraph(" ".join(_looked_at(timeline))),
        *_announced(timeline),
        *_changes(timeline, kept, wanted, newest_first=newest_first, in_full=in_full),
        *(_card(timeline, one, command, in_full=in_full) for one in shown),
        *_passed_over(timeline, each=each_passed_over),
        *_variants(timeline),
        *_gaps(timeline),
    ]
    return Report(f"{title}: what changed over time", tuple(blocks))


def _summary(timeline: Timeline, title: str) -> str:
    """What happened to which document within which time."""
    versions = wording.count(timeline.texts, "version")
    when = days.bracket(timeline.first, max(timeline.last, timeline.first))
    return f"{when[0].upper()}{when[1:]}, {versions} of {title} ({timeline.series}): {_counted(timeline)}."


def _counted(timeline: Timeline) -> str:
    verdicts = [entry.result.verdict for entry in timeline.entries]
    if not verdicts:
        return "no change was recorded"
    editorial = verdicts.count("editorial")
    substantive = verdicts.count("substantive")
    words = f"{wording.count(substantive, 'change') if substantive else 'no change'} of substance"
    words += f", {editorial:,} editorial" if editorial else ""
    others = len(verdicts) - editorial - substantive
    return words + (f", {wording.count(others, 'step')} that cannot be compared" if others else "")


def _not_seen(timeline: Timeline) -> Iterator[Paragraph]:
    """The warning that the page may be gone, which comes before everything else."""
    not_seen = timeline.not_seen
    if not_seen is not None:
        often = f", in each of {not_seen.checks:,} checks" if not_seen.checks > 1 else ""
        yield Paragraph(
            f"The page has not been seen since {day(not_seen.after)}: from {day(not_seen.since)} on{often},"
            f" {not_seen.problem.rstrip('.')} ({not_seen.kind}).",
            strong=True,
        )


def _looked_at(timeline: Timeline) -> Iterator[str]:
    yield f"{wording.count(timeline.sightings, 'capture')} looked at."
    passed = sum(stretch.sightings for stretch in timeline.passed_over)
    if passed:
        yield f"{passed:,} passed over, as listed below."
    if timeline.flaps:
        times = "Once" if timeline.flaps == 1 else f"{timeline.flaps:,} times"
        yield f"{times} the page went back to a text already known, which does not count as a change."
    if timeline.without_news:
        steps = wording.count(timeline.without_news, "step")
        why = "proved to be layout, links without consequence, or what is new at every visit"
        yield f"{steps} between texts {why}."
    if timeline.failures:
        yield f"{wording.count(timeline.failures, 'check')} failed and showed nothing."
    yield from recorders(timeline.recorded_by)


def recorders(found: Sequence[Provenance]) -> Iterator[str]:
    """Who recorded captures, if not the archive itself: dates and credit are theirs."""
    for one in found:
        collection = f", collection {one.collection}" if one.collection else ""
        licence = f", database licence {one.licence}" if one.licence else ""
        yield f"Recorded by {visible(one.recorder + collection + licence)}."


def _announced(timeline: Timeline) -> Iterator[Heading | Points]:
    if timeline.announced:
        yield Heading(f"Announced, and not yet in force on {day(timeline.last)}")
        yield Points(tuple(_announcement(timeline, one) for one in timeline.announced))


def _announcement(timeline: Timeline, one: history_models.PendingChange) -> Point:
    entry = timeline.entries[one.entry]
    variant = label(timeline.variants, entry.variant)
    whose = f"{variant}: " if variant else ""
    return Point(
        f"{whose}from {day(one.effective)}, first seen on {day(entry.new.at)} (change {one.entry + 1})"
    )


def _changes(
    timeline: Timeline, kept: Sequence[Chosen], wanted: Wanted, *, newest_first: bool, in_full: bool
) -> Iterator[Heading | Paragraph]:
    if not timeline.entries:
        return
    order = "most important" if wanted.top is not None else "newest" if newest_first else "oldest"
    yield Heading(f"Changes, {order} first")
    explained = [
        "The days are those on which the page was last seen without the change and first seen with it (UTC)."
    ]
    if not in_full and any(len(_grouped(one.findings)) > _POINTS for one in kept):
        explained.append(f"At most {_POINTS} findings of each change are shown here; --all shows all.")
    yield Paragraph(" ".join(explained))
    if wanted != Wanted():
        every = wording.count(len(timeline.entries), "change")
        yield Paragraph(f"{len(kept):,} of {every} shown: {_filter(timeline, wanted)}.")


def _filter(timeline: Timeline, wanted: Wanted) -> str:
    parts = [f"findings of {' or '.join(wanted.categories)}"] if wanted.categories else []
    parts += [f"seen since {day(wanted.since)}"] if wanted.since else []
    parts += [f"until {day(wanted.until)}"] if wanted.until else []
    parts += ["no editorial ones"] if wanted.substantive else []
    parts += ["the most important"] if wanted.top is not None else []
    if wanted.variant is not None:
        parts += [f"of {label(timeline.variants, wanted.variant) or 'the only variant'}"]
    return ", ".join(parts)


def _card(timeline: Timeline, one: Chosen, command: tuple[str, ...], *, in_full: bool) -> Card:
    entry, result = one.entry, one.entry.result
    when = days.bracket(entry.after, entry.new.at)
    head = [
        when[0].upper() + when[1:],
        label(timeline.variants, entry.variant),
        result.verdict,
        _words(result),
    ]
    points = _grouped(one.findings)
    shown = len(points) if in_full else _POINTS
    more = len(points) - shown
    return Card(
        f"{one.number}. {' · '.join(filter(None, head))}",
        tuple(_facts(timeline, one)),
        tuple(points[:shown]),
        f"and {wording.count(more, 'more finding')}" if more > 0 else "",
        commands=((*command, "compare", entry.old.snapshot, entry.new.snapshot),),
        anchor=one.anchor,
    )


def _words(result: history_models.StepResult) -> str:
    if any(reason.code == "not-compared" for reason in result.reasons):
        return ""
    counts = [f"+{result.added:,}"] if result.added else []
    counts += [f"−{result.removed:,}"] if result.removed else []
    noun = "word" if result.added + result.removed == 1 else "words"
    return f"{'/'.join(counts)} {noun}" if counts else "no word changed"


def _facts(timeline: Timeline, one: Chosen) -> Iterator[str]:
    entry = one.entry
    if entry.notice is not None and entry.new.fingerprint.effective:
        yield verdict_text.in_force(entry.new.fingerprint.effective, entry.notice, "it was first seen")
    if silent(entry):
        yield "Silent change: the date printed on the page did not change."
    for reason in entry.result.reasons:
        if reason.code not in (*_SAID, "silent-change"):
            yield f"{reason.sentence.rstrip('.')}."
    if not entry.confirmed:
        yield "Provisional: no later capture confirms it; it may yet turn out to be a bad capture."
    if entry.technical:
        yield "Technical: the recorder changed how it reads the page, which may be all there is to it."
    yield from _in_between(timeline, entry)
    left = len(entry.result.findings) - len(one.findings)
    if left:
        yield f"{wording.count(left, 'finding')} of other kinds left out."


def _in_between(timeline: Timeline, entry: history_models.TimelineEntry) -> Iterator[str]:
    """The facts about the time in which a change may have happened."""
    if entry.checks:
        times = "Once" if entry.checks == 1 else f"{entry.checks:,} times"
        yield f"{times} checked and found unchanged, until {day(entry.after)}."
    passed = sum(
        stretch.sightings
        for stretch in timeline.passed_over
        if entry.after < stretch.first.at and stretch.last.at < entry.new.at
    )
    if passed:
        yield f"{wording.count(passed, 'capture')} between these days passed over."
    if entry.new.at - entry.after > _LONG:
        lasted = days.days_between(entry.after, entry.new.at)
        yield f"No good capture of it for {lasted}: whether the page changed in that time is unknown."


def _grouped(findings: Iterable[Finding]) -> list[Point]:
    """Findings as points; repeated sentences are listed once, with a number."""
    counts: dict[tuple[int, str], int] = {}
    for finding in findings:
        rank = min(finding_cards.RANKS) if is_of_changelog(finding) else finding.importance
        key = rank, _sentence(finding)
        counts[key] = counts.get(key, 0) + 1
    most = max(finding_cards.RANKS)
    return [
        Point(
            sentence + (f" ({times} times)" if times > 1 else ""),
            finding_cards.RANKS[most] if importance == most else "",
        )
        for (importance, sentence), times in counts.items()
    ]


def _sentence(finding: Finding) -> str:
    """The sentence of a finding: of a long changed one the edits with the words beside them, for a link the
    words around it."""
    quote = finding.new or finding.old
    if quote is None or not (finding.link_old or finding.link_new):
        return _changed_in_short(finding) or finding.sentence
    return f"{finding.sentence} It stands in “{clipped(visible(quote.text), _QUOTE)}”"


def _changed_in_short(finding: Finding) -> str:
    """Of a sentence that would be shown twice at length what changed ("Was “… a year …”, now …"), else ""."""
    first = finding.statements[0] if finding.statements else finding
    if first.old is None or first.new is None or len(finding.sentence) <= 2 * _WHOLE:
        return ""
    edits = text_edits(first.old.text, first.new.text)
    before, now = beside_edits(edits, "delete"), beside_edits(edits, "insert")
    return f"Was “{before}”, now “{now}”." if before and now else ""


# --- what was reported as no change ------------------------------------------------------------------


def _passed_over(timeline: Timeline, *, each: bool) -> Iterator[Heading | Points]:
    if not timeline.passed_over:
        return
    yield Heading(
        f"Passed over: {wording.count(sum(one.sightings for one in timeline.passed_over), 'capture')}"
    )
    lines = _one_by_one(timeline.passed_over) if each else passed_over(timeline.passed_over)
    yield Points(tuple(Point(line) for line in lines))


def passed_over(stretches: Sequence[PassedOverStretch]) -> Iterator[str]:
    """Captures that were passed over, one line for each reason."""
    kinds: dict[tuple[str, str], list[PassedOverStretch]] = {}
    for stretch in stretches:
        kinds.setdefault((stretch.kind, stretch.reason), []).append(stretch)
    for (_, reason), found in kinds.items():
        number = sum(stretch.sightings for stretch in found)
        moments = [at for stretch in found for at in (stretch.first.at, stretch.last.at)]
        yield f"{wording.count(number, 'capture')}, {days.listed(moments)}: {reason.rstrip('.')}"


def _one_by_one(stretches: Sequence[PassedOverStretch]) -> Iterator[str]:
    for stretch in stretches:
        first, last = stretch.first.snapshot, stretch.last.snapshot
        named = first if first == last else f"{first} to {last}"
        when = days.stretch(stretch.first.at, stretch.last.at)
        captures = wording.count(stretch.sightings, "capture")
        yield f"{when}, {captures} ({stretch.kind}): {stretch.reason.rstrip('.')}: {named}"


def _variants(timeline: Timeline) -> Iterator[Heading | Points]:
    if len(timeline.variants) < 2:
        return
    yield Heading(f"Variants: {len(timeline.variants)}")
    yield Points(tuple(Point(_variant(timeline, place)) for place in range(len(timeline.variants))))


def _variant(timeline: Timeline, place: int) -> str:
    one = timeline.variants[place]
    when = days.stretch(one.first.at, one.last.at)
    evidence = one.evidence or "Nothing in the text says for whom"
    return (
        f"{label(timeline.variants, place)}: {wording.count(one.sightings, 'capture')}, {when}. {evidence}."
    )


def _gaps(timeline: Timeline) -> Iterator[Heading | Paragraph | Points]:
    if timeline.gaps:
        yield Heading("Long times without a recorded version")
        yield Paragraph("Whether the page changed in these times is unknown.")
        yield Points(
            tuple(
                Point(f"{days.stretch(gap.after, gap.before)} ({days.days_between(gap.after, gap.before)})")
                for gap in timeline.gaps
            )
        )
