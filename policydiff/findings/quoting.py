"""The sentence of a finding: the policy's own words behind a plain label, shortened only between clauses.

What comes in are the sides of a statement; what goes out is a line such as: Was “we keep it for 30 days”, now
“we keep it for 90 days”. Nothing is said that the quotes do not hold. With the sides exchanged "New" and
"Gone" change places, and so do the quotes behind "Was" and "now".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from policydiff.findings.sentence_form import binds, limits, opens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policydiff.models import Language, LinkChange

LIMIT = 360
"""Characters of a quote from which on clauses that nothing changed in are left out: 97 of 100 statements are
shorter. With 240 (88 of 100) three quotes in sixty of those on top had lost the clause they were told for."""
_ASIDE = 40
"""Characters of a limit that stands within what it limits ("and, unless you object, for training models")."""
_BEHIND_OPENING = 2
"""Clauses behind the one that opens a sentence ("In order to answer you, ...") within which it says what it
says."""
_LEFT_OUT = " … "
_MOST_WORDS = 4000
"""Words of a side in which edits are looked for; of a longer one all words count as edited."""
_WORD = re.compile(r"\w+|[^\w\s]")
_BOUNDARY = re.compile(r"(?<=[,;:])\s+|(?<=[.!?])\s+(?=\W*[^\W\d_a-z])|\s+(?=[(–—])|(?<=\))\s+|\s-\s+")
_END = re.compile(r"[\s,;:–—-]+$")
_START = re.compile(r"^[\s,;:–—-]+")

Span = tuple[int, int]
"""Offsets of the first character and of the one behind the last; the same twice for a place."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a finding quotes of each side, and of what it is told."""

    old: str | None
    new: str | None
    place: str = ""
    """Of a table cell its row and column, of a link its words; "" for a sentence or a list item."""

    @property
    def mirrored(self) -> Telling:
        """The same told from the other end."""
        return Telling(self.new, self.old, self.place)

    @property
    def sentence(self) -> str:
        """The line for people."""
        if self.old is not None and self.new is not None:
            if self.place:
                return f"{self.place}: {self.old} → {self.new}"
            return f"Was “{self.old}”, now “{self.new}”"
        label, quote = ("New", self.new) if self.old is None else ("Gone", self.old)
        return f"{label}: “{quote or ''}”" + (f" ({self.place})" if self.place else "")


def statement_told(
    old: str | None,
    new: str | None,
    language: Language = "",
    limit: int = LIMIT,
    matters: Callable[[str], bool] | None = None,
) -> Telling:
    """A sentence or list item that is new (no old side), gone (no new one) or edited.

    Clauses that `matters` holds for are never left out: those that the finding is about.
    """
    taken, put = edits(old, new)
    return Telling(
        None if old is None else shortened(old, taken, language, limit, matters),
        None if new is None else shortened(new, put, language, limit, matters),
    )


def cell_told(row: str, column: str, old: str | None, new: str | None, language: Language = "") -> Telling:
    """A cell of a table with its row and column: "Geolocation data, sold or shared: No → Yes"."""
    heads = [head for head in (" ".join(row.split()), " ".join(column.split())) if head]
    told = statement_told(old, new, language)
    return Telling(told.old, told.new, ", ".join(heads))


def link_told(change: LinkChange) -> Telling:
    """A link that came, went or leads elsewhere, by its words and addresses."""
    # Of two wordings one is named, the same from both ends.
    text = min((link.text for link in (change.old, change.new) if link is not None), default="")
    return Telling(
        None if change.old is None else change.old.target,
        None if change.new is None else change.new.target,
        f"Link “{text}”",
    )


def edits(old: str | None, new: str | None) -> tuple[list[Span], list[Span]]:
    """The spans of the old side that were taken out and of the new one that were put in.

    A place where the other side has more has a span of no length. A side alone has none.
    """
    if old is None or new is None:
        return [], []
    turned = new < old
    first, second = (new, old) if turned else (old, new)
    one, other = list(_WORD.finditer(first)), list(_WORD.finditer(second))
    if max(len(one), len(other)) > _MOST_WORDS:
        return [(0, len(old))], [(0, len(new))]
    mine: list[Span] = []
    theirs: list[Span] = []
    start, other_start = 0, 0
    # What stands between equal runs is one edit, in whichever order it was taken out and put in.
    blocks = LCSseq.opcodes([m.group() for m in one], [m.group() for m in other])
    equal = [(b.src_start, b.src_end, b.dest_start, b.dest_end) for b in blocks if b.tag == "equal"]
    for a, b, c, d in [*equal, (len(one), len(one), len(other), len(other))]:
        if start < a or other_start < c:
            mine.append(_span(one, start, a))
            theirs.append(_span(other, other_start, c))
        start, other_start = b, d
    return (theirs, mine) if turned else (mine, theirs)


def _span(words: Sequence[re.Match[str]], start: int, end: int) -> Span:
    if start < end:
        return words[start].start(), words[end - 1].end()
    place = words[start - 1].end() if start else 0
    return place, place


def shortened(
    sentence: str,
    keep: Sequence[Span],
    language: Language = "",
    limit: int = LIMIT,
    matters: Callable[[str], bool] | None = None,
) -> str:
    """A long sentence without some clauses: those that hold a kept span, a denial or a limit stay, and those
    that matter.

    It may be longer than the limit: what has to stay is never cut.
    """
    text = sentence.strip()
    if len(text) <= limit:
        return text
    clauses = _clauses(sentence)
    bound = {at for at, (start, end) in enumerate(clauses) if binds(sentence[start:end], language)}
    wanted = bound | {
        at
        for at, (start, end) in enumerate(clauses)
        if any(start <= last and first <= end for first, last in keep)
        or (matters is not None and matters(sentence[start:end]))
    }
    wanted |= {
        at + 1
        for at in bound
        if 0 < at < len(clauses) - 1
        and clauses[at][1] - clauses[at][0] < _ASIDE
        and limits(sentence[slice(*clauses[at])], language)
    }
    if clauses and sentence[slice(*clauses[0])].endswith(":"):
        wanted.add(0)  # for whom or of what the sentence holds: "For people in Norway: ..."
    leaning = opens(sentence, language)
    return _joined(sentence, clauses, _filled(clauses, wanted, limit, leaning=leaning))


def _clauses(sentence: str) -> list[Span]:
    """The clauses of a sentence, in order, without the blanks between them."""
    spans: list[Span] = []
    start = 0
    for boundary in _BOUNDARY.finditer(sentence):
        spans.append((start, boundary.start()))
        start = boundary.end()
    spans.append((start, len(sentence)))
    return [span for span in spans if sentence[span[0] : span[1]].strip()]


def _filled(clauses: Sequence[Span], wanted: set[int], limit: int, *, leaning: bool) -> set[int]:
    """The wanted clauses and as many others as there is room for: what each leans on, then from the first on.

    A quote that would stay short ("To this end ...") takes a clause more than there is room for, and so does
    one of a sentence that opens with a reason or a condition: what is said comes behind it.
    """
    kept = set(wanted)
    length = sum(clauses[at][1] - clauses[at][0] + 1 for at in kept)
    leant_on = sorted(at - 1 for at in wanted if at)
    for at in (*leant_on, *range(len(clauses))):
        if at in kept:
            continue
        start, end = clauses[at]
        if (
            length + end - start >= limit
            and (length >= limit // 2)
            and not (leaning and at <= _BEHIND_OPENING)
        ):
            break
        length += end - start + 1
        kept.add(at)
    return kept


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
