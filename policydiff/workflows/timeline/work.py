"""The work of each process for the history of a series: reading bodies, comparing two of them.

Every piece of work names a series as it stands and snapshots of it, so that it can be handed to another
process. The last archive and documents are remembered: pieces come in the order of time, and neighbours share
sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from policydiff import resolve
from policydiff.archive import Archive
from policydiff.changed_words import changed_words
from policydiff.diff import compare_documents
from policydiff.diff.link_changes import leading_to_rights
from policydiff.errors import InputTooLarge, InternalFault, UnreadablePdf, UnsupportedInput, guarded
from policydiff.history import fingerprint, page_noise
from policydiff.history_models import Descent, Fingerprint, StepResult
from policydiff.models import Clause, Quality, Reason
from policydiff.workflows import comparing
from policydiff.workflows.timeline.plain import plain, plain_lines
from policydiff.workflows.timeline.stated_categories import categories, statements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from policydiff.models import Document, Snapshot, Stance
    from policydiff.saved_page import SavedPage

Facet = Literal["outline", "text", "stated", "stances", "links", "clauses"]
"""What may be asked of a body: its outline, the text to search, the categories of what it states, its
statements, where its links lead, the texts of its clauses."""
_T = TypeVar("_T")


class RecordedSeries(NamedTuple):
    """A series as it is recorded: what a process needs to read from it."""

    archive: str
    """The path of the archive's folder."""
    series: str
    selectors: tuple[str, ...]
    seal: str
    """Hash of what is recorded of the series: with another one it is opened anew."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is kept of a body once it was read."""

    fingerprint: Fingerprint
    clauses_with_rights: tuple[Clause, ...]
    """The clauses with links that may lead to a right, without their other links."""


@lru_cache(maxsize=1)
def _opened(state: RecordedSeries) -> tuple[Archive, Mapping[str, Snapshot]]:
    archive = Archive(state.archive)
    return archive, archive.kept(state.series)


def _page(state: RecordedSeries, snapshot: str) -> SavedPage:
    archive, kept = _opened(state)
    return resolve.page(archive, kept[snapshot], state.selectors)


def document(state: RecordedSeries, snapshot: str) -> Document:
    """The document that a snapshot holds; the last ones are kept, so that those of a short series are read
    once, reported in outline, and then compared."""
    asked = state, snapshot
    found = _documents.pop(asked, None) or comparing.document(_page(state, snapshot))
    _documents[asked] = found
    while len(_documents) > _FEW and (
        len(_documents) > _MANY or sum(len(one.clauses) for one in _documents.values()) > _CLAUSES
    ):
        del _documents[next(iter(_documents))]
    return found


def forget_documents() -> None:
    """Forget the remembered documents, so that each is read again."""
    _documents.clear()


_FEW, _MANY, _CLAUSES = 4, 32, 80_000
"""Documents that are kept whatever their size, those that are kept at most, and the clauses that they have
together: some 80 MB where versions share none."""
_documents: dict[tuple[RecordedSeries, str], Document] = {}
"""The last documents that were asked for, the latest last."""


@dataclass(frozen=True, slots=True)
class WorkFault:
    """What went wrong inside policydiff with one piece of work: the others go on."""

    kind: str
    """The name of the error."""


def _guarded(state: RecordedSeries, task: Callable[[], _T]) -> _T | WorkFault:
    """The result of a piece of work, or the fault that ended it: hostile pages find bugs. Errors that
    policydiff raises on purpose are about the archive here, and end everything.
    """
    try:
        with guarded(state.series):
            return task()
    except InternalFault as fault:
        return WorkFault(fault.kind)


def readings(state: RecordedSeries, wanted: list[tuple[str, tuple[Facet, ...]]]) -> list[dict[Facet, Any]]:
    """The facets of each body, which is read once for all of them; a `WorkFault` for one that failed. A body
    whose outline shows a bad capture has no further facets.
    """
    answers = []
    for snapshot, facets in wanted:
        found: dict[Facet, Any] = {}
        for facet in facets:
            found[facet] = one = _guarded(state, partial(_FACETS[facet], state, snapshot))
            if isinstance(one, WorkFault) or (
                isinstance(one, Outline) and one.fingerprint.quality.level == "bad"
            ):
                break
        answers.append(found)
    return answers


def _outline(state: RecordedSeries, snapshot: str) -> Outline:
    """What is kept of a body; one that nobody here can read says nothing of the policy."""
    try:
        read = document(state, snapshot)
    except (UnreadablePdf, UnsupportedInput, InputTooLarge) as error:
        quality = Quality("bad", (Reason("not-read", error.problem),))
        return Outline(Fingerprint((), 0, "", "", quality), ())
    seen = _opened(state)[1][snapshot].at.date()
    return Outline(fingerprint(read, seen), leading_to_rights(read))


def _text(state: RecordedSeries, snapshot: str) -> str:
    """The text to search: what `compare` shows, so that what is found can be looked at."""
    return plain_lines(document(state, snapshot).text)


def _stated(state: RecordedSeries, snapshot: str) -> tuple[str, ...]:
    """The categories in which a document states something."""
    return categories(document(state, snapshot))


def _stances(state: RecordedSeries, snapshot: str) -> tuple[Stance, ...]:
    """What a document states, sentence by sentence."""
    return statements(document(state, snapshot))


def _links(state: RecordedSeries, snapshot: str) -> tuple[tuple[str, str], ...]:
    """Each distinct link as its words and its target, in reading order."""
    found = (
        (link.text, link.target) for clause in document(state, snapshot).clauses for link in clause.links
    )
    return tuple(dict.fromkeys(found))


def _clauses(state: RecordedSeries, snapshot: str) -> tuple[str, ...]:
    """The text of each clause."""
    return tuple(clause.text for clause in document(state, snapshot).clauses)


_FACETS: Mapping[Facet, Callable[[RecordedSeries, str], Any]] = {
    "outline": _outline,
    "text": _text,
    "stated": _stated,
    "stances": _stances,
    "links": _links,
    "clauses": _clauses,
}


def step_results(state: RecordedSeries, pairs: list[tuple[str, str]]) -> list[StepResult | WorkFault]:
    """What comparing each pair of snapshots shows; a `WorkFault` where that failed."""
    return [_guarded(state, partial(_compared_step, state, old, new)) for old, new in pairs]


def _compared_step(state: RecordedSeries, old: str, new: str) -> StepResult:
    kept = _opened(state)[1]
    days = kept[old].at.date(), kept[new].at.date()
    return _step_result(document(state, old), document(state, new), days)


def _step_result(old: Document, new: Document, days: tuple[date, date]) -> StepResult:
    compared = comparing.compare(old, new)
    counts = [changed_words(change, old, new) for change in compared.diff.changes]
    added, removed = sum(came for came, _ in counts), sum(went for _, went in counts)
    noise = page_noise(compared, days)
    if noise:
        return StepResult("cosmetic", (Reason("passing", noise),), (), added, removed)
    return StepResult(compared.verdict, compared.reasons, compared.findings, added, removed)


class PairView(NamedTuple):
    """The texts and categories that a comparison of two snapshots shows."""

    old: str
    new: str
    """The text of what changed on each side, as it is searched; "" if the two cannot be compared."""
    categories: tuple[str, ...]
    """Those of the findings."""


def pair_views(state: RecordedSeries, pairs: list[tuple[str, str]]) -> list[PairView | WorkFault]:
    """What comparing each pair of snapshots shows, word by word; a `WorkFault` where that failed."""
    return [_guarded(state, partial(_pair_view, state, old, new)) for old, new in pairs]


def _pair_view(state: RecordedSeries, old: str, new: str) -> PairView:
    compared = comparing.compare(document(state, old), document(state, new))
    if not compared.comparable:
        return PairView("", "", ())
    changed = [change for change in compared.diff.changes if change.rewords]
    old_text, new_text = (
        plain(" ".join(side.clauses[place].text for place in places))
        for side, places in (
            (compared.old, [place for change in changed for place in change.old]),
            (compared.new, [place for change in changed for place in change.new]),
        )
    )
    return PairView(old_text, new_text, tuple(sorted({one.category for one in compared.findings})))


def descents(state: RecordedSeries, pairs: list[tuple[str, str]]) -> list[Descent | WorkFault]:
    """Which clauses of the one snapshot became which of the other; a `WorkFault` where that failed."""
    return [_guarded(state, partial(_descent, state, old, new)) for old, new in pairs]


def _descent(state: RecordedSeries, old: str, new: str) -> Descent:
    later = document(state, new)
    found: list[tuple[int, ...]] = [()] * len(later.clauses)
    for change in compare_documents(document(state, old), later).changes:
        for place in change.new:
            found[place] = change.old
    return tuple(found)
