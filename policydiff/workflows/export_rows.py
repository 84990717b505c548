"""The rows of the tables that are exported: what the archive holds, as the stages read it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from policydiff import resolve
from policydiff.errors import PolicydiffError, guarded
from policydiff.exporters.tables import (
    CaptureRow,
    ChangeRow,
    ClauseRow,
    ClauseVersionRow,
    DocumentRow,
    FindingRow,
    SeriesRow,
)
from policydiff.models import series_name
from policydiff.workflows import comparing
from policydiff.workflows.timeline import SeriesHistory
from policydiff.workflows.timeline.several import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from policydiff.archive import Archive
    from policydiff.cache import Cache
    from policydiff.exporters.tables import ExportRow
    from policydiff.history_models import Timeline
    from policydiff.models import Document, Observation, Quality, Reason, Snapshot


def rows(
    archive: Archive,
    names: Iterable[str],
    cache: Cache,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[ExportRow]:
    """The rows of all tables for some series.

    Args:
        archive: Holds them.
        names: The series.
        cache: Where results of comparisons are kept.
        progress: Called with the number of histories reported and documents read, and of all.

    Raises:
        DamagedArchive: the archive does not match its hashes.
    """
    wanted = tuple(names)
    total = len(wanted) + sum(len(archive.kept(name)) for name in wanted)
    count_histories = (lambda some, _: progress(some, total)) if progress else None
    timelines = answers(str(archive.path), wanted, cache, SeriesHistory.timeline, count_histories)
    done = len(wanted)
    for name, timeline in timelines.items():
        yield SeriesRow(name, *series_name(name))
        selectors = resolve.selectors(archive, name)
        for snapshot in archive.kept(name).values():
            yield from _document(archive, snapshot, selectors)
            done += 1
            if progress:
                progress(done, total)
        for seen in archive.observations(name):
            yield _capture(name, seen)
        if timeline:
            yield from _changes(timeline)


def _stamp(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _reasons_text(reasons: Iterable[Reason]) -> str:
    return "; ".join(f"{reason.code}: {reason.sentence}" for reason in reasons)


def _capture(name: str, seen: Observation) -> CaptureRow:
    first = seen.answers[0] if seen.answers else None
    return CaptureRow(
        id=f"{name}#{seen.number}",
        series=name,
        number=seen.number,
        at=_stamp(seen.at),
        since=_stamp(seen.counts_from),
        what=seen.what,
        document=f"{name}@{seen.snapshot}" if seen.snapshot else "",
        how=seen.how,
        ref=seen.ref,
        url=(first.final_url or first.url) if first else "",
        status=first.status if first else 0,
        sha256=first.sha256 if first else "",
        size=first.size if first else 0,
        kind=seen.kind,
        problem=seen.problem,
        quality=seen.quality.level,
        reasons=_reasons_text(seen.quality.reasons),
        technical=int(seen.technical),
    )


def _document(archive: Archive, snapshot: Snapshot, selectors: tuple[str, ...]) -> Iterator[ExportRow]:
    reference = snapshot.reference
    try:
        with guarded(reference):
            document = comparing.document(resolve.page(archive, snapshot, selectors))
    except PolicydiffError as error:
        problem = f"not-read: {error.problem}"
        yield DocumentRow(
            reference, snapshot.series, _stamp(snapshot.at), "", "", 0, "bad", problem, "", "", "", ""
        )
        return
    yield _document_row(reference, snapshot, document)
    for position, clause in enumerate(document.clauses):
        digest = hashlib.sha256(clause.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        yield ClauseRow(digest, clause.text, len(clause.text.split()))
        yield ClauseVersionRow(
            reference, position, digest, clause.kind, " > ".join(clause.path), clause.depth, clause.marker
        )


def _document_row(reference: str, snapshot: Snapshot, document: Document) -> DocumentRow:
    days = {one.role: one.day.isoformat() for one in reversed(document.dates)}
    quality: Quality = document.quality
    return DocumentRow(
        reference=reference,
        series=snapshot.series,
        at=_stamp(snapshot.at),
        title=document.title,
        language=document.language,
        words=sum(len(clause.text.split()) for clause in document.clauses),
        quality=quality.level,
        reasons=_reasons_text(quality.reasons),
        effective=days.get("effective", ""),
        updated=days.get("updated", ""),
        sha256=document.sha256,
        normaliser=document.normaliser,
    )


def _changes(timeline: Timeline) -> Iterator[ExportRow]:
    for number, entry in enumerate(timeline.entries, 1):
        change = f"{timeline.series}#{number}"
        result = entry.result
        yield ChangeRow(
            id=change,
            series=timeline.series,
            variant=timeline.variants[entry.variant].name,
            old=entry.old.snapshot,
            new=entry.new.snapshot,
            after=_stamp(entry.after),
            first_seen=_stamp(entry.new.at),
            verdict=result.verdict,
            reasons=_reasons_text(result.reasons),
            words_added=result.added,
            words_removed=result.removed,
            notice_days="" if entry.notice is None else str(entry.notice),
            confirmed=int(entry.confirmed),
            technical=int(entry.technical),
        )
        for place, finding in enumerate(result.findings, 1):
            yield FindingRow(
                id=f"{change}.{place}",
                change=change,
                series=timeline.series,
                category=finding.category,
                direction=finding.direction,
                importance=finding.importance,
                sentence=finding.sentence,
                old_quote=finding.old.text if finding.old else "",
                new_quote=finding.new.text if finding.new else "",
                old_link=finding.link_old,
                new_link=finding.link_new,
                rule=finding.rule,
            )
