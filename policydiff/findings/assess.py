"""From a diff to findings and a verdict.

The texts are put in order of time (`time_order`) and cut into statements that are new, gone or edited
(`statement_changes`). The trained reader judges these (`features`, `model`); those of substance become
findings (`statement_findings`) with a direction (`direction`) and quotes (`quoting`), and findings on one
matter are joined (`grouping`). Printed dates, links that lead to a right, fields that must be filled in and
ticked boxes are facts and stay rules (`dates`, `links_to_rights`, `required_fields`, `ticked_boxes`); in a
language without rules these, periods and points of the law (`unread_facts`) are all that is told. If the
texts were read in the other order, the findings are mirrored, so that comparing B with A is the mirror image
of comparing A with B.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from policydiff.findings import dates, links_to_rights, required_fields, ticked_boxes, unread_facts
from policydiff.findings.both_texts import BothTexts
from policydiff.findings.direction import mirrored
from policydiff.findings.document_statements import DocumentStatements
from policydiff.findings.features import features
from policydiff.findings.grouping import by_matter
from policydiff.findings.lexicon import spoken
from policydiff.findings.model import shipped
from policydiff.findings.phrases import split_words
from policydiff.findings.quoting import (
    ANY,
    LIMIT,
    NeededClauses,
    ShownQuotes,
    of_cell,
    of_item,
    shortened,
    shown_statement,
)
from policydiff.findings.recording_faults import RecordingFaults, recording_faults
from policydiff.findings.statement_changes import statement_changes
from policydiff.findings.statement_findings import findings_of
from policydiff.findings.statements import reader
from policydiff.findings.time_order import Order, order
from policydiff.findings.verdict import ReadChanges, comparable, judge_changes
from policydiff.models import (
    NOTHING_DOUBTED,
    Change,
    Document,
    DocumentDiff,
    DoubtedPlaces,
    Edit,
    Finding,
    LinkChange,
    Quote,
    QuotedStatement,
)
from policydiff.periods import periods
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.findings.model import Model
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.findings.statements import Reader
    from policydiff.models import Category, ChangeKind, EditOperation, Language, Reason, Verdict

_TURNED: dict[ChangeKind, ChangeKind] = {
    "added": "removed",
    "removed": "added",
    "split": "merged",
    "merged": "split",
}

_DOUBTED = "perhaps lost by a recorder"
"""Why a finding is for completeness that would else be more."""
_OPPOSITE: dict[EditOperation, EditOperation] = {"insert": "delete", "delete": "insert", "equal": "equal"}


class Assessment(NamedTuple):
    """The findings of a comparison, and its verdict."""

    findings: tuple[Finding, ...]
    """Most important first."""
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """Why this verdict: never empty."""
    doubted: DoubtedPlaces = NOTHING_DOUBTED
    """What a recording may have lost of the other side."""
    unreported: tuple[QuotedStatement, ...] = ()
    """The changed statements that no finding tells, the worthiest first."""


@dataclass(frozen=True, slots=True)
class ChangesInOrder:
    """Two documents in order of time, as far as that is known, and the statements that changed."""

    order: Order
    diff: DocumentDiff
    old: Document
    new: Document
    changes: tuple[StatementChange, ...]


def changes_in_order(diff: DocumentDiff, old: Document, new: Document) -> ChangesInOrder | None:
    """The changed statements of two documents; None in a language without word lists."""
    return _in_order(diff, BothTexts(old, new))


def _in_order(diff: DocumentDiff, texts: BothTexts) -> ChangesInOrder | None:
    old, new = texts.old, texts.new
    read = reader(spoken(new)) or reader(spoken(old))
    if read is None:
        return None
    known = order(texts)
    if not known.forward:
        diff, old, new = _turned(diff), new, old
    return ChangesInOrder(
        known,
        diff,
        old,
        new,
        statement_changes(diff, DocumentStatements(old, read), DocumentStatements(new, read)),
    )


def assess(diff: DocumentDiff, old: Document, new: Document, *, model: Model | None = None) -> Assessment:
    """The findings and the verdict on two documents.

    Args:
        diff: the alignment of both documents.
        old: the earlier document.
        new: the later document.
        model: the trained reader; None for the one that comes with the package.

    Raises:
        DamagedModel: the trained reader cannot be read.
    """
    texts = BothTexts(old, new)
    apart = comparable(texts, diff)
    if apart:
        return Assessment((), *apart)
    faults = recording_faults(diff, old, new)
    found = _found(diff, texts, model, faults)
    verdict, reasons = judge_changes(texts, diff, ReadChanges(found.findings, found.unclear, faults))
    return Assessment(found.findings, verdict, reasons, faults.doubted, found.unreported)


class _FoundChanges(NamedTuple):
    """What is found in a comparison."""

    findings: tuple[Finding, ...]
    unclear: int = 0
    """How many changes the reader was not sure of."""
    unreported: tuple[QuotedStatement, ...] = ()


def _found(
    diff: DocumentDiff, texts: BothTexts, model: Model | None, faults: RecordingFaults
) -> _FoundChanges:
    """The findings, and what the reader thinks of the changes that are none."""
    old, new = texts.old, texts.new
    read = _in_order(diff, texts)
    if read is None:
        facts = chain(
            links_to_rights.find(diff, old, new, None),
            required_fields.find(old, new),
            ticked_boxes.find(old, new),
            (_worded(one, old, new) for one in unread_facts.find(diff, old, new)),
        )
        return _FoundChanges(tuple(_dated(list(facts), texts)))
    forward = read.order.forward
    found = list(
        links_to_rights.find(read.diff, read.old, read.new, reader(spoken(read.new)), forward=forward)
    )
    found += required_fields.find(read.old, read.new, forward=forward)
    found += ticked_boxes.find(read.old, read.new, forward=forward)
    chosen = model or shipped()
    answers = chosen.answers(features(read.changes, read.order.sign)) if read.changes else []
    dated = read.order.sign in ("date", "year")
    said = findings_of(read.changes, answers, chosen.bounds, spoken(read.new), dated=dated)
    found += [one for one in said.findings if not _same_periods(one, spoken(read.old), spoken(read.new))]
    others = sorted(said.unreported, key=lambda one: -one.worth)
    if not forward:
        found = [_mirrored(one) for one in found]
        others = [_mirrored_statement(one) for one in others]
    found = [_worded(one, old, new) for one in found]
    found = _dated(_once(found), faults.own_dates(texts))
    found = [one for one in found if not faults.dates_second(one) and not faults.is_of_furniture(one)]
    found = _with_doubts(found, faults.doubted)
    bounds = chosen.bounds
    unclear = sum(bounds.clear < answer.substance <= bounds.substance for answer in answers)
    return _FoundChanges(tuple(found), unclear, tuple(others))


def _with_doubts(found: list[Finding], doubted: DoubtedPlaces) -> list[Finding]:
    """Findings by matter; behind them, for completeness, those on words that a recording may have lost."""
    sure = by_matter(one for one in found if not doubted.hold_finding(one))
    doubtful = (one for one in found if doubted.hold_finding(one))
    return sure + by_matter(replace(one, importance=1, importance_reason=_DOUBTED) for one in doubtful)


def _same_periods(finding: Finding, before: Language, after: Language) -> bool:
    """Whether the texts differ only in how a period is written: "ninety days" and "90 days"."""
    old, new = finding.old, finding.new
    if old is None or new is None or old.text == new.text:
        return False
    return _in_figures(old.text, before) == _in_figures(new.text, after)


def _in_figures(text: str, language: Language) -> str:
    """A folded text with its periods in figures: years as months, weeks as days.

    The two periods of a range stand at the same place: "30 to 60 days".
    """
    parts: list[str] = []
    at = 0
    for period in periods(text, language):
        factor, unit = _LONGER.get(period.unit, (1, period.unit))
        parts += [text[at : period.start], f" {period.value * factor} {unit}"]
        at = max(at, period.end)
    return compared("".join((*parts, text[at:])))


_LONGER = {"year": (12, "month"), "week": (7, "day")}
"""Units that are multiples of another one. In law a month is not thirty days, so months are not converted to
days."""


def _dated(found: list[Finding], texts: BothTexts) -> list[Finding]:
    """The findings with the change of the printed date. The rule for dates replaces what the model found in
    the line with the date."""
    printed = list(dates.find(texts))
    lines = {place for one in printed for place in _places(one)}
    before, after = texts.printed_dates
    if before and after and before.may_be(after):  # one day, printed in another way
        lines |= {("old", before.quote.clause), ("new", after.quote.clause)}
    kept = [one for one in found if one.category != "effective-date" or lines.isdisjoint(_places(one))]
    return printed + kept


def _places(finding: Finding) -> set[tuple[str, int]]:
    """The clauses that a finding quotes, with their side."""
    sides = ("old", finding.old), ("new", finding.new)
    return {(side, quote.clause) for side, quote in sides if quote}


def _worded(finding: Finding, old: Document, new: Document) -> Finding:
    """A finding with its sentence (a label and the policy's own words), long quotes shortened."""
    language = spoken(new)
    needed = _needed(finding.category, language)
    found = QuotedStatement(finding.old, finding.new)
    statements = tuple(_shortened(one, language, needed) for one in finding.statements)
    first = statements[0] if statements else _shortened(found, language, needed)
    whole = found if statements else first
    worded = replace(finding, old=whole.old, new=whole.new, statements=statements)
    if finding.sentence:
        return worded
    near = shortened(finding.nearest.text, (), language) if finding.nearest else None
    shown = ShownQuotes(_shown_words(first.old), _shown_words(first.new), nearest=near)
    side, quote = (new, first.new) if first.new else (old, first.old)
    if quote is not None and side.clauses[quote.clause].cell and len(quote.path) > 1:
        shown = of_cell(shown, quote.path[-2], quote.path[-1])
    elif quote is not None and quote.introduction:
        shown = of_item(shown, quote.lead)
    return replace(worded, sentence=shown.sentence)


def _shown_words(quote: Quote | None) -> str | None:
    return None if quote is None else quote.short or quote.text.strip()


def _shortened(one: QuotedStatement, language: Language, needed: NeededClauses) -> QuotedStatement:
    """A statement whose long quotes have a short form."""
    before, after = (quote.text if quote else None for quote in (one.old, one.new))
    if max(len(text or "") for text in (before, after)) <= LIMIT:
        return one
    shown = shown_statement(before, after, language, needed=needed)
    return replace(one, old=_with_short(one.old, shown.old), new=_with_short(one.new, shown.new))


def _with_short(quote: Quote | None, short: str | None) -> Quote | None:
    return quote and replace(quote, short="" if short == quote.text.strip() else short or "")


def _needed(category: Category, language: Language) -> NeededClauses:
    """The clauses that a quote must keep: on training AI, those that name it; in any quote one that says what
    somebody does."""
    read = reader(language)
    if read is None:
        return ANY
    needed = NeededClauses(telling=lambda clause: _states_act(clause, read))
    return needed._replace(decisive=read.names_training) if category == "ai-training" else needed


def _states_act(clause: str, read: Reader) -> bool:
    """Whether a clause says what somebody does; most are seen by their words not to, without reading their
    facts."""
    said = " ".join(split_words(clause))
    acts = any(concept.startswith("act.") for concept in read.opened(said))
    return acts and any(concept.startswith("act.") for concept in read.stated(said).concepts)


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without repetitions: one for the same category, direction and words; where a rule on links
    tells of words no other finding does.

    Of several links in the same words the most important one is told, and of equal ones the same whichever
    side is called old.
    """
    seen: dict[tuple[tuple[str, ...], str], Finding] = {}
    for one in reversed(findings):
        key = _category_and_words(one), one.direction
        seen[key] = min(one, seen.get(key, one), key=_rank_among_links)
    by_link = {_category_and_words(one) for one in findings if one.link_old and one.link_new}
    return [
        one
        for one in reversed(seen.values())
        if (one.link_old and one.link_new) or _category_and_words(one) not in by_link
    ]


def _rank_among_links(one: Finding) -> tuple[int, str, str]:
    first, second = sorted((one.link_old, one.link_new))
    return -one.importance, first, second


def _category_and_words(one: Finding) -> tuple[str, ...]:
    """The category of a finding, and the words that it quotes."""
    return (one.category, *(side.text if side else "" for side in (one.old, one.new)))


# --- the mirror ------------------------------------------------------------------------------------


def _turned(diff: DocumentDiff) -> DocumentDiff:
    """The same alignment seen from the other side."""
    return DocumentDiff(tuple(_turned_change(change) for change in diff.changes))


def _turned_change(change: Change) -> Change:
    edits = tuple(Edit(_OPPOSITE[edit.operation], edit.new, edit.old) for edit in change.edits)
    turned = tuple(LinkChange(link.new, link.old, link.matters, link.reason) for link in change.links)
    return Change(_TURNED.get(change.kind, change.kind), change.new, change.old, edits, turned)


def _mirrored(finding: Finding) -> Finding:
    """A finding with its sides exchanged."""
    return replace(
        finding,
        direction=mirrored(finding.direction),
        old=finding.new,
        new=finding.old,
        link_old=finding.link_new,
        link_new=finding.link_old,
        statements=tuple(map(_mirrored_statement, finding.statements)),
    )


def _mirrored_statement(one: QuotedStatement) -> QuotedStatement:
    return replace(one, old=one.new, new=one.old)
