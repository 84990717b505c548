"""Can two captures be compared in time? Findings, histories and `fetch` all ask this.

In: two sides, each of a document or of its fingerprint. Out: "broken-capture" or "other-variant" with the
reason, or None. A capture can be complete and still be no version of the other side's text: a page that is no
policy, a part of the policy, another notice of the company, another company's policy. No single sign shows
this; the share of the text that both sides *keep* shows it in most cases: of 683 pairs of neighbouring
versions of 232 public policies one kept less than 0.6 of the shorter side, and of 2,986 pairs of two
companies' policies one in a hundred more than 0.015. If little is kept, names separate a rewrite from another
document: the kind of document in its title, whom it is for, the company, the printed date.

What this gets wrong: if a company rewrites the whole policy and changes its name at the same time without
saying so, the new policy is taken for another company's. A notice for one country that keeps half of the
general one is compared with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from policydiff.comparability.identity import (
    audience,
    document_kinds,
    has_ended,
    identity,
    is_for_some,
    searched_text,
)
from policydiff.comparability.legal_forms import LEGAL_FORM
from policydiff.comparability.regional_spelling import respelled, spelled_ways, spelling_name
from policydiff.models import Reason
from policydiff.text import size, statements

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from policydiff.models import Document, Identity, Language, Quality, Verdict

__all__ = [
    "LEGAL_FORM",
    "ComparedSide",
    "audience",
    "document_kinds",
    "identity",
    "is_for_some",
    "judge_documents",
    "judge_pair",
    "respelled",
    "side",
    "spelled_ways",
    "spelling_name",
]

Incomparable = tuple["Verdict", Reason]

_KIND, _AUDIENCE, _COMPANY, _EARLIER, _NOTHING = 0.5, 0.3, 0.45, 0.15, 0.03
"""Share of the shorter side that a version keeps at least when its title names another kind of document or
other people, its text another company or an earlier day; below the last nothing of the text is kept."""
_PARTY = 0.3
"""Likewise if another legal entity is “we” in the text: of 219 pairs of versions that define “we” the lowest
share is 0.89, even if the entity changed."""
_NAME_WORD = re.compile(r"\w+")
_LOST, _ENOUGH = 0.25, 300
"""A side with less than this share of the longer side's words is an incomplete capture, if the longer side
has enough words."""
_FEW = 60
"""Fewest words of the longer side from which a short pair is judged."""
_PART = 0.5
"""Share of a short side that stands in the longer one, where that one may have grown out of it."""
_SAME = 0.9
"""Share of the text before a cut that the other side must have too."""
_MOSTLY = 0.6
"""Share of the longer side in clauses that both sides have, above which the two are one document."""
_TAIL = 15
"""Fewest words that are missing after that place."""


@dataclass(frozen=True)
class ComparedSide:
    """The facts about one side of a pair that are compared here."""

    identify: Callable[[], Identity]
    """Whose document it is. Asked only where little is kept: it takes longer than all the rest."""
    size: int
    """`Identity.words`, which is asked of every pair."""
    ended: bool
    """`Identity.ended`, likewise."""
    statements: Sequence[tuple[Hashable, int]]
    """Each distinct sentence, in reading order, with its number of words."""
    quality: Quality
    language: Language

    @cached_property
    def identity(self) -> Identity:
        """Whose document it is."""
        return self.identify()

    @cached_property
    def words(self) -> int:
        """Of all its statements."""
        return _sum(self.statements)

    @cached_property
    def keys(self) -> frozenset[Hashable]:
        """Its statements without their order."""
        return frozenset([key for key, _ in self.statements])


def side(document: Document) -> ComparedSide:
    """A document as one side."""
    found: dict[Hashable, int] = {}
    for clause in document.clauses:
        for said in statements(clause.text):
            found.setdefault(said, size(said))
    return ComparedSide(
        partial(identity, document),
        size(searched_text(document)),
        has_ended(document.clauses),
        tuple(found.items()),
        document.quality,
        document.language,
    )


def judge_pair(old: ComparedSide, new: ComparedSide) -> Incomparable | None:
    """Why two sides cannot be compared in time; None if nothing speaks against it."""
    for one, name in ((old, "old"), (new, "new")):
        if one.quality.level == "bad":
            reason = one.quality.reasons[0]
            sentence = f"The {name} side is no good capture of a policy: {reason.sentence}"
            return "broken-capture", Reason(reason.code, sentence)
    kept = _kept(old, new)
    one_language = old.language == new.language or not (old.language and new.language)
    another = _another(old, new, kept) if one_language else ""
    if another:
        return "other-variant", Reason("another-document", another)
    doubted = one_language or "suspect" in (old.quality.level, new.quality.level)
    stranger = _stranger(old, new, kept) if doubted else None
    broken = _missing(old, new, kept) or stranger or _cut(old, new)
    return ("broken-capture", broken) if broken else None


def judge_documents(old: Document, new: Document) -> Incomparable | None:
    """The same for two documents; if they have most clauses in common, nothing else is read."""
    if old.quality.level != "bad" and new.quality.level != "bad" and _mostly_same(old, new):
        return None
    return judge_pair(side(old), side(new))


def _mostly_same(old: Document, new: Document) -> bool:
    """Whether both sides have most of the longer side, and neither breaks off: then nothing can speak against
    comparing them."""
    before, after = ({clause.text for clause in one.clauses} for one in (old, new))
    both = sum(map(len, before & after))
    if not both or both < _MOSTLY * max(sum(map(len, before)), sum(map(len, after))):
        return False
    ends = old.clauses[-1].text in after and new.clauses[-1].text in before
    return ends or not (_may_break_off(old) or _may_break_off(new))


def _may_break_off(document: Document) -> bool:
    return _is_truncated(document.quality) or not has_ended(document.clauses)


def _is_truncated(quality: Quality) -> bool:
    return any(reason.code == "truncated" for reason in quality.reasons)


def _kept(old: ComparedSide, new: ComparedSide) -> float:
    """Share of the shorter side's words in statements that stand on both sides."""
    both = sum(words for key, words in old.statements if key in new.keys)
    return both / max(1, min(old.words, new.words))


_SIDE_BY_SIDE = "; `policydiff companies` tells what each says on one matter"
"""Advice for two companies, which are not compared in time."""

# --- another document ----------------------------------------------------------------------------


def _another(old: ComparedSide, new: ComparedSide, kept: float) -> str:
    """The sentence that says why one side is another document; "" if it is not."""
    if kept >= max(_KIND, _COMPANY):
        return ""
    before, after = old.identity, new.identity
    if kept < _COMPANY and _two_companies(before, after, kept):
        sentence = f"The old side is a document of {_owner(before)}, the new one of {_owner(after)}"
        return f"{sentence}: another company's document{_SIDE_BY_SIDE}"
    if kept < _PARTY and before.party and after.party and _unlike(before.party, after.party):
        sentence = f"The old side is a document of {before.party}, the new one of {after.party}"
        return f"{sentence}: another company's document{_SIDE_BY_SIDE}"
    if before.kinds and after.kinds and not set(before.kinds) & set(after.kinds):
        return f"The old side is {_called(before)}, the new one {_called(after)}: another document"
    if kept < _AUDIENCE and before.audience != after.audience:
        return f"The old side is for {_people(before)}, the new one for {_people(after)}: another document"
    earlier = before.day is not None and after.day is not None and after.day < before.day
    if kept < _EARLIER and earlier and before.title.casefold() != after.title.casefold():
        return (
            f"The new side has little of the text of the old one, another title, and prints an earlier day, "
            f"{after.day} after {before.day}: another document"
        )
    return ""


def _unlike(one: str, other: str) -> bool:
    """Whether two names of legal entities differ in more than capitals and punctuation, and neither is short
    for the other ("Lumora" for "Lumora Ltd")."""
    names = [frozenset(_NAME_WORD.findall(name.casefold())) for name in (one, other)]
    return not (names[0] <= names[1] or names[1] <= names[0])


def _two_companies(one: Identity, other: Identity, kept: float) -> bool:
    """Whether each side names its company, and neither the other's.

    A company that takes a new name mentions the old one, or keeps some of the text or its e-mail address. If
    no text is kept, a name that is mentioned once shows nothing: policies name partners.
    """
    if not one.names or not other.names:
        return False
    for own, beside in ((one, other), (other, one)):
        said = beside.often if kept < _NOTHING else beside.mentions
        joined = "".join(beside.names)
        if any(
            name in beside.names or name in said or (len(name) >= 4 and name in joined) for name in own.names
        ):
            return False
    return True


def _owner(one: Identity) -> str:
    return one.company or one.names[0].title()


def _called(one: Identity) -> str:
    return f"“{one.title}”" if one.title else f"on {' and '.join(one.kinds)}"


def _people(one: Identity) -> str:
    return " and ".join(one.audience) or "everybody"


# --- no version of the text ----------------------------------------------------------------------


def _missing(old: ComparedSide, new: ComparedSide, kept: float) -> Reason | None:
    """Whether one side has so little of the other that the capture failed, rather than the policy being
    shortened.

    A short text that is contained in the longer one has grown into it.
    """
    shorter, longer = sorted((old.size, new.size))
    if longer < _FEW or shorter >= _LOST * longer or (longer < _ENOUGH and kept >= _PART):
        return None
    name = "old" if old.size < new.size else "new"
    words = "word" if shorter == 1 else "words"
    sentence = (
        f"The {name} side has {shorter:,} {words}, the other {longer:,}: most of the policy is missing"
        ", or the other page holds more than the policy"
    )
    return Reason("policy-missing", sentence)


def _stranger(old: ComparedSide, new: ComparedSide, kept: float) -> Reason | None:
    """Whether no text is kept, and only one side has the name of its kind of document above its text."""
    if kept >= _NOTHING or max(old.size, new.size) < _FEW:
        return None
    for one, other, name in ((old, new, "old"), (new, old, "new")):
        named = bool(one.identity.kinds) or _alike(one.identity.title, other.identity.title)
        doubted = one.quality.level == "suspect" or not one.identity.on_subject
        if other.identity.kinds and not named and doubted:
            sentence = (
                f"The {name} side has nothing of the other's text, and no name of such a document over it"
            )
            return Reason("other-page", sentence)
    return None


def _alike(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _cut(old: ComparedSide, new: ComparedSide) -> Reason | None:
    """Whether one side breaks off in a sentence, and much of the other side's text after it is missing."""
    for one, other, name in ((old, new, "old"), (new, old, "new")):
        if _ends_early(one, other):
            sentence = "breaks off in a sentence, and what stands behind that on the other is missing"
            return Reason("truncated", f"The {name} side {sentence}")
    return None


def _ends_early(one: ComparedSide, other: ComparedSide) -> bool:
    """Whether a text is the beginning of another one, apart from half a sentence."""
    if len(one.statements) < 2:
        return False
    cut = _is_truncated(one.quality)
    half = one.statements[-1][0] not in other.keys
    if not cut and (one.ended or not half):
        return False
    begun = one.statements[:-1] if half else one.statements
    before = [(key, words) for key, words in begun if key in other.keys]
    if not before or _sum(before) < _SAME * _sum(begun):
        return False
    places = {key: place for place, (key, _) in enumerate(other.statements)}
    end = max(places[key] for key, _ in before[-3:])
    behind = [(key, words) for key, words in other.statements[end + 1 :] if key not in one.keys]
    whole = _sum(other.statements[: end + 1])
    enough = _TAIL + (one.statements[-1][1] if half else 0)
    return _sum(behind) >= enough and whole - _sum(before) <= (1 - _SAME) * whole


def _sum(statements: Sequence[tuple[Hashable, int]]) -> int:
    return sum(words for _, words in statements)
