"""How a sentence limits what it states, word by word: denials with their reach, exceptions, qualifiers.

In: the words of one side of a statement, or of both. Out: the kind of each word and whether a denial covers
it; the qualifiers that an edit inserted and deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from policydiff.findings.vocabulary import PUNCTUATION, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.findings.vocabulary import DirectionVocabulary

LIMITING = frozenset({"only", "condition", "consent"})
"""Kinds of words that limit what stands with them."""
_STRENGTHENING = frozenset({"open", "denial", "exclusion"})
_SCOPE = 14
"""How many words after a denial it covers at most; a full stop or "but" ends it before."""
_ENDS = frozenset(".;!?")
_COMMA = ","


def steps(tokens: list[str], words: DirectionVocabulary) -> Iterator[tuple[int, int, frozenset[str], bool]]:
    """For each word or phrase: its place, its length, the kind it counts as, and whether a denial covers
    it.

    What an exception to a denial asks for limits nothing: "We do not tell anyone, unless you agree".
    """
    denied = lifted = at = 0
    while at < len(tokens):
        token = tokens[at]
        if token in PUNCTUATION:
            if token in _ENDS:
                denied = lifted = 0
            yield at, 1, frozenset({"join"} if token == _COMMA else ()), bool(denied)
            at += 1
            continue
        names, step = words.found(tokens, at)
        if "denial" in names and "half-denial" not in names:
            names = frozenset({"denial"})
            denied = _SCOPE + step
        elif "turn" in names and denied:
            lifted = _SCOPE + step if "exclusion" in names else 0
            names = frozenset({"lifted"} if lifted else ())
            denied = 0
        elif "exclusion" in names and "half-denial" not in names:  # "with partners, except for your location"
            names = frozenset({"exclusion"})
            denied = _SCOPE + step
        elif "turn" in names:
            names = frozenset()
        yield at, step, names - LIMITING if lifted else names, bool(denied)
        denied, lifted = max(0, denied - step), max(0, lifted - step)
        at += step


class Qualified(NamedTuple):
    """The number of qualifiers that were inserted by themselves, minus those that were deleted."""

    number: int
    words: int
    """The content words in qualifiers that begin with "who", "which" or "if": they state nothing."""


def qualifiers(old: list[str], new: list[str], words: DirectionVocabulary) -> Qualified:
    """The qualifiers that an edit inserted and deleted.

    Within a denial they count the other way: "We do not train third-party models" promises less than "We do
    not train models".
    """
    count = meant = 0
    denied = {1: _denied(new, words), -1: _denied(old, words)}
    for side, start, end in _runs(old, new, words):
        tokens = new if side > 0 else old
        within = start in denied[side]
        if _qualifies(tokens, start, end, words) or (within and _attached(tokens, start, end, words)):
            count += -side if within else side
            meant += side * _limiting_words(tokens, start, end, denied[side], words)
    return Qualified(count, meant)


def denial_qualified(old: str, new: str, words: DirectionVocabulary) -> bool:
    """Whether an edit puts nothing but words into a denial that say what of it is denied, or takes them out.

    >>> from policydiff.findings.vocabulary import vocabulary
    >>> denial_qualified("We do not sell data.", "We do not sell data for money.", vocabulary("en"))
    True
    """
    before, after = tokens_of(old), tokens_of(new)
    runs = _runs(before, after, words)
    grown = {side for side, _, _ in runs}
    changed = sum(end - start for _, start, end in runs)
    if len(grown) != 1 or changed != abs(len(after) - len(before)):
        return False
    tokens = after if grown == {1} else before
    denied = _denied(tokens, words)
    return all(
        start in denied and (_qualifies(tokens, start, end, words) or _attached(tokens, start, end, words))
        for _, start, end in runs
    )


def _limiting_words(
    tokens: list[str], start: int, end: int, denied: frozenset[int], words: DirectionVocabulary
) -> int:
    """The content words, outside denials, of a qualifier that begins with "who", "which" or "if"."""
    first = next(at for at in range(start, end) if tokens[at] not in PUNCTUATION)
    if words.found(tokens, first)[0].isdisjoint(("relative", "condition")):
        return 0
    affirmed = (at for at in range(start, end) if at not in denied)
    return sum(tokens[at] not in words.function and tokens[at] not in PUNCTUATION for at in affirmed)


def _denied(tokens: list[str], words: DirectionVocabulary) -> frozenset[int]:
    """The places of the words that a denial covers."""
    return frozenset(
        place for at, step, _, denied in steps(tokens, words) if denied for place in range(at, at + step)
    )


def _qualifies(tokens: list[str], start: int, end: int, words: DirectionVocabulary) -> bool:
    """Whether a run of words says which or when, and is not a list member or a sentence."""
    run = tokens[start:end]
    before = tokens[start - 1] if start else ""
    behind = tokens[end] if end < len(tokens) else ""
    first = next((at for at, token in enumerate(run) if token[0].isalnum()), None)
    if first is None or run[0] == "(" or before == "(":
        return False
    kinds, _ = words.found(run, first)
    if kinds & {"relative", "condition"}:
        return True
    if any(words.joins(token) for token in (*run, before, behind)) or "." in run[:-1]:
        return False
    return run[first] not in words.link


def _attached(tokens: list[str], start: int, end: int, words: DirectionVocabulary) -> bool:
    """Whether a run of words in a denial says what of it is denied: "We do not tell anyone [for money]".

    Not what makes a denial stronger ("in any form"), nor the next member of a list ("or to banks").
    """
    run = tokens[start:end]
    if not start or words.joins(tokens[start - 1]) or run[0] not in words.link:
        return False
    return all(words.found(run, at)[0].isdisjoint(_STRENGTHENING) for at in range(len(run)))


def _runs(old: list[str], new: list[str], words: DirectionVocabulary) -> list[tuple[int, int, int]]:
    """Runs of words with nothing in their place on the other side: 1 for inserted, -1 for deleted."""
    # Of several longest common sequences the same one must be found from both ends.
    turned = new < old
    first, second = (new, old) if turned else (old, new)
    runs: list[list[int]] = []
    blocks = LCSseq.opcodes(first, second)
    for at, block in enumerate(blocks):
        a, b, c, d = block.src_start, block.src_end, block.dest_start, block.dest_end
        inner = 0 < at < len(blocks) - 1 and b - a <= 2 and any(token[0].isalnum() for token in first[a:b])
        if block.tag == "equal" and not (inner and words.empty(first[a:b])):
            runs.append([])
        elif runs and runs[-1]:
            runs[-1][1], runs[-1][3] = b, d
        else:
            runs.append([a, b, c, d])
    alone = []
    for run in runs:
        if run and (run[0] == run[1] or run[2] == run[3]):
            put = (run[0] == run[1]) != turned
            start, end = (run[2], run[3]) if run[0] == run[1] else (run[0], run[1])
            alone.append((1 if put else -1, start, end))
    return alone
