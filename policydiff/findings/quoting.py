"""The sentence of a finding: a label and the policy's own words, shortened only between clauses.

In: the sides of a statement. Out: a line such as: Was “we keep it for 30 days”, now “we keep it for 90 days”.
It says nothing that is not in the quotes. With the sides exchanged "New" and "Gone" change places, and so do
the quotes after "Was" and "now".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff.findings.sentence_form import binds, gives_examples, limits, opens
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policydiff.models import Language

LIMIT = 360
"""Characters of a quote from which clauses that nothing changed in are left out: 97 of 100 statements are
shorter. With 240 (88 of 100) three quotes in sixty of those on top had lost the clause in question."""
_INSERTED = 40
"""Most characters of a limit that is inserted into the clause it limits ("and, unless you object, for
training models")."""
_BEHIND_OPENING = 2
"""Clauses after the one that opens a sentence ("In order to answer you, ...") within which it says what it
says."""
_SCRAP = 3
"""A clause with at most this many words says nothing by itself: of "stored, for example, in Norway" the
second."""
_LEFT_OUT = " … "
_BOUNDARY = re.compile(
    r"\s(?:(?<=[,;:].)\s*(?!\d{4}\b)|(?<=[.!?].)(?<![A-Z]\.[A-Z]\..)\s*(?=\W*[^\W\d_a-z])"
    r"|\s*(?=[(–—])|(?<=\).)\s*|-\s+)",
    re.DOTALL,
)
"""The lookbehinds come after the first blank, so that nearly all of a text is skipped at once."""
_BRACKET = re.compile(r"[()]")
_END = re.compile(r"[\s,;:–—-]+$")
_START = re.compile(r"^[\s,;:–—-]+")

Span = tuple[int, int]
"""Offsets of the first character and of the one after the last; equal for an empty span."""


def _none(clause: str) -> bool:
    return False


class NeededClauses(NamedTuple):
    """Which clauses of a long sentence its finding needs."""

    decisive: Callable[[str], bool] = _none
    """Never left out: those that the finding is about."""
    telling: Callable[[str], bool] = _none
    """Reported before others: those that say what somebody does."""


ANY = NeededClauses()
"""No clause is needed more than another."""


@dataclass(frozen=True, slots=True)
class ShownQuotes:
    """The quotes of a finding on each side, and what they are about."""

    old: str | None
    new: str | None
    place: str = ""
    """Of a table cell its row and column, of a link its words; "" for a sentence or a list item."""
    nearest: str | None = None
    """Of a statement of one side alone the words of the other side that come nearest."""

    @property
    def mirrored(self) -> ShownQuotes:
        """The same with the sides exchanged."""
        return ShownQuotes(self.new, self.old, self.place, self.nearest)

    @property
    def sentence(self) -> str:
        """The line for people."""
        if self.old is not None and self.new is not None:
            if self.place:
                return f"{self.place}: {self.old} → {self.new}"
            return f"Was “{self.old}”, now “{self.new}”"
        label, quote = ("New", self.new) if self.old is None else ("Gone", self.old)
        place = f" ({self.place})" if self.place else ""
        when = "before" if self.old is None else "now"
        near = f" Nearest {when}: “{self.nearest}”" if self.nearest else ""
        return f"{label}: “{quote or ''}”{place}{near}"


def shown_statement(
    old: str | None,
    new: str | None,
    language: Language = "",
    limit: int = LIMIT,
    needed: NeededClauses = ANY,
) -> ShownQuotes:
    """A sentence or list item that is new (no old side), gone (no new one) or edited."""
    taken, put = edits(old, new)
    return ShownQuotes(
        None if old is None else shortened(old, taken, language, limit, needed),
        None if new is None else shortened(new, put, language, limit, needed),
    )


def of_cell(shown: ShownQuotes, row: str, column: str) -> ShownQuotes:
    """The words of a table cell with its row and column: "Geolocation data, sold or shared: No → Yes"."""
    heads = [head for head in (" ".join(row.split()), " ".join(column.split())) if head]
    return replace(shown, place=", ".join(heads))


def of_item(shown: ShownQuotes, lead: str) -> ShownQuotes:
    """The words of an item that only one side has, with what introduces its list: "Gone: “advertisers” (“We
    never share your data with:”)". If both sides have the item, it stands alone."""
    if shown.old is not None and shown.new is not None:
        return shown
    return replace(shown, place=f"“{lead}”")


@lru_cache(maxsize=128)
def edits(old: str | None, new: str | None) -> tuple[Sequence[Span], Sequence[Span]]:
    """The spans of the old side that were deleted, and of the new side that were inserted. A statement on two
    matters is quoted twice.

    If only the other side has words at a place, the span there is empty. Without another side there are no
    spans.
    """
    if old is None or new is None:
        return (), ()
    taken: list[Span] = []
    put: list[Span] = []
    at = new_at = 0
    # What stands between words that are kept is one edit, in whichever order it was taken out and put in.
    for kept, some in groupby(text_edits(old, new), key=lambda edit: edit.operation == "equal"):
        stretch = list(some)
        end = at + sum(len(edit.old) for edit in stretch)
        new_end = new_at + sum(len(edit.new) for edit in stretch)
        if not kept:
            taken.append(_span(old, at, end))
            put.append(_span(new, new_at, new_end))
        at, new_at = end, new_end
    return tuple(taken), tuple(put)


def _span(text: str, start: int, end: int) -> Span:
    """A stretch of a text without the blanks at its ends; one of nothing stands after the word before it."""
    words = text[start:end].strip()
    if not words:
        place = len(text[:start].rstrip())
        return place, place
    first = text.index(words, start)
    return first, first + len(words)


def shortened(
    sentence: str,
    keep: Sequence[Span],
    language: Language = "",
    limit: int = LIMIT,
    needed: NeededClauses = ANY,
) -> str:
    """A long sentence with some clauses left out. It keeps the first, which says whom it is about, those with
    a kept span, a denial or a limit, and those that its finding is about.

    It may be longer than the limit: what has to stay is never cut.
    """
    text = sentence.strip()
    if len(text) <= limit:
        return text
    parts = _parts(sentence, language)
    wanted = {
        at
        for at, (start, end) in enumerate(parts.spans)
        if at in parts.bound
        or any(start <= last and first <= end for first, last in keep)
        or needed.decisive(parts.texts[at])
    }
    kept = _filled(parts.texts, wanted, needed.telling, limit, leaning=opens(sentence, language))
    scraps = {at for at in kept - wanted if _is_scrap(parts.texts[at]) and at + 1 not in kept}
    return _joined(sentence, parts.spans, kept - (scraps - {len(parts.spans) - 1}))


class _Parts(NamedTuple):
    """A sentence as its clauses."""

    spans: Sequence[Span]
    texts: Sequence[str]
    bound: frozenset[int]
    """Those that no quote leaves out: a denial or a limit, and what is behind an inserted limit."""


@lru_cache(maxsize=128)
def _parts(sentence: str, language: Language) -> _Parts:
    spans = _clauses(sentence)
    texts = [sentence[start:end] for start, end in spans]
    bound = {at for at, text in enumerate(texts) if _limits_or_denies(text, language)}
    led = {at + 1 for at in range(1, len(texts) - 1) if _is_inserted_limit(texts[at], language)}
    return _Parts(spans, texts, frozenset(bound | led))


def _limits_or_denies(clause: str, language: Language) -> bool:
    return binds(clause, language) and not (_is_bracketed(clause) and gives_examples(clause, language))


def _clauses(sentence: str) -> list[Span]:
    """The clauses of a sentence, in order, without the blanks between them; what stands in brackets is one
    clause."""
    spans: list[Span] = []
    inside = _bracketed(sentence)
    start = 0
    for boundary in _BOUNDARY.finditer(sentence):
        if boundary.end() in inside:
            continue
        spans.append((start, boundary.start()))
        start = boundary.end()
    spans.append((start, len(sentence)))
    return [span for span in spans if sentence[span[0] : span[1]].strip()]


def _bracketed(sentence: str) -> set[int]:
    """Offsets at which no clause begins: inside brackets, and at those around a word or two ("(ICO)")."""
    inside: set[int] = set()
    opened: list[int] = []
    for found in _BRACKET.finditer(sentence):
        if found.group() == "(":
            opened.append(found.end())
        elif opened:
            start = opened.pop()
            short = len(sentence[start : found.start()].split()) < _SCRAP
            if not opened:
                inside.update(range(start - short, found.end() + 2 * short))
    return inside


def _filled(
    clauses: Sequence[str], wanted: set[int], telling: Callable[[str], bool], limit: int, *, leaning: bool
) -> set[int]:
    """The first clause, the wanted ones, and as many others as there is room for: what those lean on, the
    telling ones, then from the first on, and what stands in brackets last.

    A quote that would stay short ("To this end ...") takes a clause more than there is room for, and so does
    one of a sentence that opens with a reason or a condition: what is said comes behind it.
    """
    opened = next((at for at in range(len(clauses)) if not _is_scrap(clauses[at])), 0)
    kept = wanted | set(range(opened + 1))  # "Finally, we are a member of the Rowan circle, which ..."
    length = sum(len(clauses[at]) + 1 for at in wanted)
    bracketed = [at for at, clause in enumerate(clauses) if _is_bracketed(clause)]
    plain = [at for at in range(len(clauses)) if not _is_bracketed(clauses[at])]
    # Which clauses tell is asked only as long as there is room.
    stating = (place for at in plain if telling(clauses[at]) for place in (at, _before(plain, at)))
    leant_on = sorted(_before(plain, at) for at in wanted if at)
    for at in chain(leant_on, stating, plain, bracketed):
        if at in kept:
            continue
        size = len(clauses[at])
        if length + size >= limit and (length >= limit // 2) and not (leaning and at <= _BEHIND_OPENING):
            break
        length += size + 1
        kept.add(at)
    return kept


def _is_inserted_limit(clause: str, language: Language) -> bool:
    """Whether a clause limits the one after it, without which it says nothing."""
    return len(clause) < _INSERTED and limits(clause, language)


def _is_bracketed(clause: str) -> bool:
    return clause.startswith("(")


def _before(plain: Sequence[int], at: int) -> int:
    """The clause that another one leans on: the next one before it that stands in no brackets."""
    return plain[max(0, bisect_left(plain, at) - 1)] if plain else 0


def _is_scrap(clause: str) -> bool:
    return len(clause.split()) < _SCRAP


def _joined(sentence: str, clauses: Sequence[Span], kept: set[int]) -> str:
    pieces: list[str] = []
    last = -1
    for at in sorted(kept):
        start, end = clauses[at]
        if at == last + 1 and pieces:
            pieces.append(sentence[clauses[last][1] : end])
        else:
            if pieces:
                pieces[-1] = _END.sub("", pieces[-1])
            text = sentence[start:end]
            pieces.append((_LEFT_OUT if at else "") + (_START.sub("", text) if at else text))
        last = at
    whole = "".join(pieces).strip()
    return _END.sub("", whole) + " …" if last < len(clauses) - 1 else whole
