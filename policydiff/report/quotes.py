"""Quotes of the policy shortened for a reader, so that their promise stays in them.

A quote is shown whole, or without dispensable clauses. Next to a quote of one side, the quote of the other is
reduced to the changed words: unchanged words are replaced by an ellipsis.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.models import Edit
from policydiff.report.characters import clipped, visible
from policydiff.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.languages.statement_sections import DirectionWords
    from policydiff.models import EditOperation, Quote

_MOST = 900
"""Characters of a quote in a lede that no sentence of a policy has, shortened: words that are not cut in
sentences, or made to hurt."""
_WHOLE = 240
"""Characters of a clause that is quoted whole."""
_BESIDE, _NEAR = 4, 12
"""Unchanged words beside a change by which a reader finds it in the sentence, at least and at most."""
_TAIL = 5
"""Words behind the last change that are worth one."""
_LEAST = 8
"""Words between two changes that are worth an ellipsis."""
_PAUSES = ",;:.!?"
_ENDS = (".", "!", "?")
_FEW = 45
"""Words of a quote that an editor leaves as it is."""
_SENTENCE = 58
"""Words of a changed sentence that is quoted whole: one that is cut asks for more of its reader."""
_LONG, _LITTLE = 45, 16
"""Words of a sentence that is cut down to its changed clauses, at least, and words that changed in it, at
most."""
_CONDITION = 30
"""Words of a condition that stands before the clauses that changed, at most."""
_SHORT_CLAUSE = 14
"""Words of a clause that asks for the one before it."""
_KEPT = 15
"""Words of a long quote that stay in any case."""
_OPENING = 12
"""Words at the beginning of a sentence that say what it is about."""
_NUMBER_BEHIND = re.compile(r"\s+\(?\w{1,2}[.)]$")
"""The number of an item that is left out: "a) … b)"."""
_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+(?=[(–—])|(?<=\))\s+")


def in_short(quote: Quote) -> str:
    """A quote without its dispensable clauses.

    >>> from policydiff.models import Quote
    >>> in_short(Quote("We sell, to put it in a nutshell, your data.", 0, short="We sell … your data."))
    'We sell … your data.'
    """
    return clipped(visible(quote.short or quote.text), _MOST)


def edited(edits: Sequence[Edit], side: EditOperation) -> str:
    """One side of a change: all of a short clause, of a long one what changed with the words beside it."""
    whole = visible("".join(edit.old if side == "delete" else edit.new for edit in edits))
    return whole if len(whole) <= _WHOLE else beside_edits(edits, side) or clipped(whole, _MOST)


def beside_edits(edits: Sequence[Edit], side: EditOperation) -> str:
    """What changed on one side with the words beside it; "" if that is not much less than all of it.

    Args:
        edits: the change.
        side: "delete" for the old side, "insert" for the new one.

    >>> from policydiff.models import Edit
    >>> shared = "We keep the list of the books that you lend "
    >>> gone, came = Edit("delete", "for 30 days.", ""), Edit("insert", "", "for ever.")
    >>> beside_edits((Edit("equal", shared, shared), gone, came), "delete")
    '… books that you lend for 30 days.'
    """
    texts = [(edit.operation, edit.old if side == "delete" else edit.new) for edit in edits]
    whole = visible("".join(text for _, text in texts)).split()
    kept = sum(len(text.split()) for operation, text in texts if operation == "equal")
    if 2 * kept <= len(whole):
        return ""
    parts: list[str] = []
    inside_word = False
    last = len(texts) - 1
    for place, (operation, text) in enumerate(texts):
        shown = visible(text).split()
        if operation == "equal":
            shown = _beside(shown, behind_edit=place > 0, before_edit=place < last)
        if parts and shown and inside_word and not text[0].isspace():  # "third-" and "party"
            parts[-1] += shown.pop(0)
        parts += shown
        inside_word = not text[-1].isspace() if text else inside_word
    return clipped(" ".join(parts), _MOST) if any(part != "…" for part in parts) else ""


def _beside(words: Sequence[str], *, behind_edit: bool, before_edit: bool) -> list[str]:
    """Unchanged words without those far from a change, cut between clauses where a clause ends near it."""
    ends = [place + 1 for place, word in enumerate(words) if word[-1] in _PAUSES]
    after = next((end for end in ends if _BESIDE <= end <= _NEAR), _BESIDE) if behind_edit else 0
    starts = [len(words) - end for end in reversed(ends)]
    before = next((rest for rest in starts if _BESIDE <= rest <= _NEAR), _BESIDE) if before_edit else 0
    least = _LEAST if behind_edit and before_edit else _TAIL if behind_edit else 2
    if len(words) <= after + before + least:
        return list(words)
    return [*words[:after], "…", *(words[-before:] if before else ())]


def in_few_words(said: str, language: str) -> str:
    """A long quote without its last clauses, if they only go on: with examples, a relative clause, more of a
    list. What denies or limits is never cut off.

    >>> said = f"We keep your list, your letters{' of all these years' * 9}, and what you read."
    >>> in_few_words(said, "en")[-18:]
    'all these years, …'
    """
    if len(said.split()) <= _FEW:
        return said
    clauses = _clauses(said)
    lengths = list(accumulate(len(clause.split()) for clause in clauses))
    kept = max((place for place, length in enumerate(lengths, 1) if length <= _FEW), default=0)
    tail = clauses[kept:]
    if not kept or lengths[kept - 1] < _KEPT or not tail or not _goes_on(tail[0], language):
        return said
    if any(_binds(clause, language) for clause in (*clauses[1:][kept - 2 : kept - 1], *tail)):
        return said
    return f"{' '.join(clauses[:kept])} …"


def first_clauses(said: str, most: int, language: str, *, whole: int = 0) -> str:
    """The first clauses of long words, as many as fit in some words; all of them where the others deny or
    limit, unless that are more words than anybody reads.

    Args:
        said: the words.
        most: how many are wanted.
        language: in which they are, as a code of ISO 639-1.
        whole: the most that are kept because they deny or limit; 0 if that is no matter.

    >>> first_clauses("We keep your list, and your letters too, for ever.", 5, "en")
    'We keep your list, …'
    """
    clauses = _clauses(said)
    lengths = list(accumulate(len(clause.split()) for clause in clauses))
    kept = max(sum(length <= most for length in lengths), 1)
    is_bound = any(_binds(clause, language) for clause in clauses[kept:])
    if kept == len(clauses) or (is_bound and (not whole or lengths[-1] <= whole)):
        return said
    return f"{_NUMBER_BEHIND.sub('', ' '.join(clauses[:kept]))} …"


def with_opening(whole: str, cut: str, language: str) -> str:
    """A changed sentence as it is read first: whole if it is short, else what changed behind its first words.

    Args:
        whole: the sentence.
        cut: what changed in it with the words beside, as `beside_edits` has it.
        language: of both.

    >>> whole = f"Of your list, {'which you write and we read, ' * 9}we keep all but the last page."
    >>> with_opening(whole, "… we keep all but the last page.", "en")
    'Of your list, which you write and we read, … we keep all but the last page.'
    """
    said = whole.split()
    if len(said) <= _SENTENCE or not cut.startswith("… "):
        return whole if len(said) <= _SENTENCE else cut
    ends = [place + 1 for place, word in enumerate(said[:_OPENING]) if word[-1] in ",;:"]
    opening = next((end for end in ends if end >= _BESIDE), _OPENING)
    while opening > 1 and said[opening - 1].casefold().strip(_PAUSES) in direction(language).function:
        opening -= 1
    shown = cut.split()[1:]
    first = next((place for place in range(len(said)) if said[place : place + 3] == shown[:3]), len(said))
    if first <= opening + _LEAST:
        return " ".join((*said[:first], *shown))
    return f"{' '.join(said[:opening])} {cut}"


def changed_sentences(edits: Sequence[Edit], language: str) -> tuple[Edit, ...]:
    """Edits without the sentences before the first change and behind the last one.

    >>> from policydiff.models import Edit
    >>> lead, tail = "We bake. We keep ", "letters. We sing."
    >>> edits = Edit("equal", lead, lead), Edit("delete", "no ", ""), Edit("equal", tail, tail)
    >>> "".join(edit.old for edit in changed_sentences(edits, "en"))
    'We keep no letters.'
    """
    changed = [edit for edit in edits if edit.operation != "equal"]
    if not changed:
        return tuple(edits)
    first, last, kept = edits[0], edits[-1], list(edits)
    if first.operation == "equal":
        whole, behind = (first.new, changed[0].new) if changed[0].new else (first.old, changed[0].old)
        blank = len(behind) - len(behind.lstrip())
        starts = [start for start, _ in sentence_spans(f"{whole}{behind}", language)]
        start = max((one for one in starts if one <= len(whole) + blank), default=0)
        kept[0] = Edit("equal", first.old.removeprefix(whole[:start]), first.new.removeprefix(whole[:start]))
    if last.operation == "equal":
        whole, before = (last.new, changed[-1].new) if changed[-1].new else (last.old, changed[-1].old)
        ends = [end - len(before) for _, end in sentence_spans(f"{before}{whole}", language)]
        blank = len(before) - len(before.rstrip())
        end = min((max(one, 0) for one in ends if one >= -blank), default=len(whole))
        kept[-1] = Edit("equal", last.old.removesuffix(whole[end:]), last.new.removesuffix(whole[end:]))
    return tuple(one for one in kept if one.old or one.new)


def changed_clauses(edits: Sequence[Edit], side: EditOperation, language: str) -> str:
    """A long sentence of which little changed, cut down to the clauses that did; "" if it is not one.

    It begins where a clause begins; a condition has what it is a condition of.

    Args:
        edits: the change.
        side: "delete" for the old side, "insert" for the new one.
        language: of both.

    >>> from policydiff.models import Edit
    >>> lead = f"Of your list, {'which you write and we read, ' * 7}you get a copy each year "
    >>> tail = "from our clerk at the old door of the town hall."
    >>> edits = Edit("equal", lead, lead), Edit("delete", "by letter ", ""), Edit("equal", tail, tail)
    >>> changed_clauses(edits, "insert", "en")
    'Of your list, … you get a copy each year from our clerk at the old door of the town hall.'
    """
    said, touched = _touched(edits, side)
    changed = sum(len((edit.old + edit.new).split()) for edit in edits if edit.operation != "equal")
    if len(said) <= _LONG or changed > _LITTLE or not touched:
        return ""
    bounds = _bounds(said)
    start = max(bound for bound in bounds if bound <= min(touched))
    end = min(bound for bound in bounds if bound > max(touched))
    for bound in reversed(bounds[: bounds.index(start)]):
        if end - start >= _SHORT_CLAUSE or end - bound > _LONG:
            break
        start = bound
    is_condition = _condition(language).match(" ".join(said[start:end])) is not None
    while not start and end < _SHORT_CLAUSE and not is_condition:
        end = bounds[bounds.index(end) + 1]
    if len(said) - end <= _TAIL:
        end = len(said)
    head = max(bound for bound in bounds if bound <= start and (not bound or said[bound - 1].endswith(_ENDS)))
    first = min(bound for bound in bounds if bound > head)
    few = _CONDITION if _condition(language).match(" ".join(said[head:first])) else _OPENING
    opening = (head, first if first <= min(start, head + few) else head)
    main = _main_clause(said, [one for one in bounds if one >= end], language) if is_condition else (end, end)
    shown = _joined(said, (opening, (start, end), main))
    return " ".join(shown) if len(said) - len(shown) >= _LEAST and len(shown) <= _SENTENCE else ""


def _main_clause(said: Sequence[str], bounds: Sequence[int], language: str) -> tuple[int, int]:
    """Of what a condition is one: the first of the clauses behind it that is no item of a list, no word or
    two and does not go on with another; empty if there is none."""
    for start, end in pairwise(bounds):
        is_item = said[start - 1].endswith(";") or said[end - 1].endswith(";")
        if not is_item and end - start >= _BESIDE and not _goes_on(" ".join(said[start:end]), language):
            return start, end
    return bounds[0], bounds[0]


def _joined(said: Sequence[str], parts: Iterable[tuple[int, int]]) -> list[str]:
    """Some parts of a text in its order, with an ellipsis for each that is left out."""
    shown: list[str] = []
    before = 0
    for start, end in parts:
        if start == end:
            continue
        shown += [*(["…"] if start > before else []), *said[max(start, before) : end]]
        before = end
    return [*shown, "…"] if before < len(said) else shown


def _touched(edits: Sequence[Edit], side: EditOperation) -> tuple[list[str], set[int]]:
    """The words of one side, and the places of those that changed or stand beside what only the other has."""
    said = ""
    spans: list[tuple[int, int]] = []
    for edit in edits:
        text = edit.old if side == "delete" else edit.new
        if edit.operation != "equal":
            spans.append((len(said), len(said) + len(text)))
        said += text
    found = list(re.finditer(r"\S+", said))
    touched = {
        place
        for place, word in enumerate(found)
        if any(start < word.end() and word.start() < max(end, start + 1) for start, end in spans)
    }
    return [visible(word[0]) for word in found], touched


def _bounds(said: Sequence[str]) -> list[int]:
    """Where the clauses of a text begin, and its end. What stands in brackets is in one clause, and "U.S."
    ends none."""
    found = {0, len(said)}
    opened = 0
    for place, word in enumerate(said):
        opened = max(opened + word.count("(") - word.count(")"), 0)
        is_pause = word[-1] in _PAUSES and not (word[-1] == "." and "." in word[:-1])
        if not opened and (is_pause or (place + 1 < len(said) and said[place + 1][0] in "(–—")):
            found.add(place + 1)
    return sorted(found)


def denies(said: str, language: str) -> bool:
    """Whether a sentence denies something in its first words.

    >>> denies("We never sell your list.", "en"), denies("If you ask, we do not sell it.", "en")
    (True, False)
    """
    return _denial(language).search(_CLAUSE.split(said)[0]) is not None


def _clauses(said: str) -> list[str]:
    """The clauses of a sentence; what stands in brackets is one."""
    found: list[str] = []
    for clause in _CLAUSE.split(said):
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] = f"{found[-1]} {clause}"
        else:
            found.append(clause)
    return found


def _goes_on(clause: str, language: str) -> bool:
    """Whether a clause only goes on with what the one before it says."""
    return clause.startswith("(") or _going_on(language).match(clause) is not None


def _binds(clause: str, language: str) -> bool:
    """Whether words deny or limit: without them a quote means something else."""
    return _binding(language).search(clause) is not None


@lru_cache(maxsize=64)
def _binding(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.denial, *said.only, *said.condition, *said.exclusion))


@lru_cache(maxsize=64)
def _condition(language: str) -> re.Pattern[str]:
    return any_of(direction(language).condition)


@lru_cache(maxsize=64)
def _denial(language: str) -> re.Pattern[str]:
    return any_of(direction(language).denial)


@lru_cache(maxsize=64)
def _going_on(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.open, *said.relative, *said.join))


def direction(language: str) -> DirectionWords:
    known = languages.find(language) or languages.find(languages.FALLBACK)
    assert known is not None
    return known.direction


def any_of(lines: Iterable[str]) -> re.Pattern[str]:
    forms = [
        re.escape(line).replace(r"\*", r"\w*").replace(r"\ ", r"\W+").replace("'", r"\W") for line in lines
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
