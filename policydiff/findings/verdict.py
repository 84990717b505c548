"""The verdict of a comparison: one word that a reader must know before reading on.

Broken captures and other variants come first, since nothing "changed" between them. Then findings decide
between substantive and editorial; in a language without rules any other word is substance.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages, notice
from policydiff.comparability import judge_documents
from policydiff.findings import dates
from policydiff.findings.lexicon import lexicon, spoken
from policydiff.findings.recording_faults import RecordingFaults
from policydiff.findings.statements import LONGEST
from policydiff.findings.variant import other_region, other_spelling
from policydiff.models import Reason

if TYPE_CHECKING:
    from policydiff.findings.both_texts import BothTexts
    from policydiff.models import Document, DocumentDiff, Finding, Verdict

_FIRST = 3
"""The highest importance."""


def comparable(texts: BothTexts, diff: DocumentDiff) -> tuple[Verdict, tuple[Reason, ...]] | None:
    """Why the two sides cannot be compared in time, or None if they can."""
    old, new = texts.old, texts.new
    bad = _bad(old, new)
    if bad:
        return "broken-capture", bad
    apart = judge_documents(old, new)
    if apart:
        verdict, reason = apart
        return verdict, (reason,)
    before, after = spoken(old), spoken(new)
    if before and after and before != after:
        languages_named = f"The old side is in {_named(before)}, the new one in {_named(after)}"
        return "other-variant", (Reason("other-language", languages_named),)
    region = other_region(texts, diff) or other_spelling(texts)
    return ("other-variant", (region,)) if region else None


class ReadChanges(NamedTuple):
    """What was found in the changes of a comparison."""

    findings: tuple[Finding, ...]
    """What changed in substance."""
    unclear: int
    """Number of changed statements of which the reader was not sure that they lack substance."""
    faults: RecordingFaults = RecordingFaults()
    """The signs that a recording lost words."""


def judge_changes(
    texts: BothTexts, diff: DocumentDiff, read: ReadChanges
) -> tuple[Verdict, tuple[Reason, ...]]:
    """The verdict of a comparison whose sides are comparable, and why: never without a reason.

    Args:
        texts: both documents.
        diff: the alignment of both.
        read: what was found in the changes.
    """
    old, new = texts.old, texts.new
    findings, unclear, faults = read
    unread = _read_in_part(old, new, diff)
    reworded = len(diff.reworded)
    language = spoken(new)
    no_rules: tuple[Reason, ...] = ()
    if reworded and lexicon(language) is None:
        known = f"there are no rules for {_named(language)}, so that only facts are told, and unmeasured"
        no_rules = (Reason("no-rules", f"{_reworded(reworded)}; {known}"),)
    of_substance = tuple(finding for finding in findings if finding.category != "effective-date")
    if not all(map(faults.doubted.hold_finding, of_substance)):
        return "substantive", (
            Reason("findings", _findings_counted(of_substance)),
            *no_rules,
            *(faults.reasons or _silent(texts, findings)),
            *faults.beside,
            *unread,
        )
    if no_rules:
        return "substantive", (*no_rules, *faults.reasons)
    if unread:
        return "substantive", unread
    if any(map(faults.doubted.hold_finding, findings)):
        return "editorial", (*faults.reasons, *faults.beside)
    if reworded and unclear:
        some = "one change was" if unclear == 1 else f"{unclear} changes were"
        return "editorial", (
            *_date_alone(findings),
            Reason("unclear", f"{_reworded(reworded)}; {some} not clear: read them"),
            *faults.reasons,
            *faults.beside,
        )
    if reworded:
        return "editorial", (
            *_date_alone(findings),
            Reason("wording", f"{_reworded(reworded)}, nothing a reader's rights or data depend on"),
            *faults.reasons,
            *faults.beside,
        )
    if any(change.kind != "unchanged" or change.links for change in diff.changes) or old.text != new.text:
        of_consequence = any(link.matters for change in diff.changes for link in change.links)
        links = "links" if of_consequence else "links without consequence"
        return "cosmetic", (Reason("layout-only", f"Only layout, order or {links} changed"),)
    return "identical", (Reason("same-text", "Both sides read the same"),)


def _date_alone(findings: tuple[Finding, ...]) -> tuple[Reason, ...]:
    """The reason that only the printed date changed, if so."""
    dated = [one for one in findings if one.category == "effective-date"]
    return (Reason("date-alone", dated[0].sentence.removesuffix(".")),) if dated else ()


def _read_in_part(old: Document, new: Document, diff: DocumentDiff) -> tuple[Reason, ...]:
    """The reason that a changed clause is too long to be read whole: its end was not searched for
    substance."""
    clauses = [old.clauses[n] for change in diff.reworded for n in change.old]
    clauses += [new.clauses[n] for change in diff.reworded for n in change.new]
    if all(len(clause.text) <= LONGEST for clause in clauses):
        return ()
    unread = (
        f"A changed clause is longer than {LONGEST:,} characters; what follows was not read for substance"
    )
    return (Reason("read-in-part", unread),)


def _named(language: str) -> str:
    if not language:
        return "a text whose language cannot be told"
    found = languages.find(language)
    return found.name if found else f"the language {language!r}"


def _findings_counted(findings: tuple[Finding, ...]) -> str:
    """The reason that counts the findings, and those of first importance."""
    first = sum(finding.importance == _FIRST for finding in findings)
    if len(findings) == 1:
        return "1 change of substance" + (", of first importance" if first else "")
    if not first:
        return f"{len(findings):,} changes of substance"
    those = f"{first} of them" if first < len(findings) else "both" if first == 2 else "all"
    return f"{len(findings):,} changes of substance, {those} of first importance"


def _reworded(places: int) -> str:
    return f"Words changed in {places:,} place{'' if places == 1 else 's'}"


def _bad(old: Document, new: Document) -> tuple[Reason, ...]:
    return tuple(
        Reason(reason.code, f"The {side} side is no good capture of a policy: {reason.sentence}")
        for side, document in (("old", old), ("new", new))
        if document.quality.level == "bad"
        for reason in document.quality.reasons
    )


def _silent(texts: BothTexts, findings: tuple[Finding, ...]) -> tuple[Reason, ...]:
    """The reason that both sides print the same date in spite of the findings, and announce no day."""
    if any(f.category == "effective-date" for f in findings):
        return ()
    if not dates.unmoved(texts) or not _announce_alike(texts):
        return ()  # an announcement names on the old page the day that the new one states
    return (Reason("silent-change", "The date printed on the page did not change"),)


def _announce_alike(texts: BothTexts) -> bool:
    """Whether announcements on both sides name the same days."""
    old, new = texts.old, texts.new
    before, after = texts.own_clauses
    if notice.announced(replace(old, clauses=before)) == notice.announced(replace(new, clauses=after)):
        return True
    return notice.announced(old) == notice.announced(new)
