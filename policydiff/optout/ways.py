"""The ways out that a document names: every link, and every printed address, by which its reader may use a
right.

A link counts by its own words ("object here"); where these only point ("this form") or are an address, by the
sentence around them, and by its address last. What a rule of words gets wrong: a link to an article that only
explains a right looks like one to use it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from policydiff.optout import way_lexicon
from policydiff.optout.candidates import (
    aside_of,
    bears_address,
    consists_of_links,
    first_of_series,
    is_home,
    is_mail,
    link_candidates,
    own_addresses,
)
from policydiff.optout_models import Way
from policydiff.sentences import sentence_starts
from policydiff.text import compared, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Clause, Document
    from policydiff.optout.candidates import WayCandidate
    from policydiff.optout_models import Right

_BEFORE, _BEHIND = 600, 300
"""Characters before a link, and after its start, that show what it is for."""
_IN_ADDRESS: tuple[tuple[re.Pattern[str], Right], ...] = (
    (re.compile(r"right-to-object|objection", re.IGNORECASE), "object"),
    (
        re.compile(
            r"opt-?out|unsubscribe|do-not-sell|donotsell|your-?online-?choices|your-?ad-?choices",
            re.IGNORECASE,
        ),
        "opt-out",
    ),
    (
        re.compile(r"delete[-_]?(?:my[-_])?(?:account|data)|account[-_/]?delet|erasure", re.IGNORECASE),
        "delete",
    ),
    (re.compile(r"complaint", re.IGNORECASE), "complain"),
    (
        re.compile(
            r"(?:privacy|cookies?|ads?|consent)[-_](?:settings|preferences|choices|controls)", re.IGNORECASE
        ),
        "choose",
    ),
    (
        re.compile(
            r"subject-?(?:access-?)?request|dsar|privacy-?request|data-?request|download-?your|dpo@",
            re.IGNORECASE,
        ),
        "ask",
    ),
)
_REGISTER = re.compile(
    r"(?<!\w)(?:aboutads\.info|networkadvertising\.org|globalprivacycontrol\.org"
    r"|(?:bloctel|donotcall|tpsonline|listarobinson|robinsonliste)\.)",
    re.IGNORECASE,
)
"""Addresses of registers of those who want no calls, letters or advertising, and of what tells sites so."""


def ways(document: Document) -> tuple[Way, ...]:
    """Every way that a document names, in reading order.

    A way that one sentence names twice by one address is listed once.
    """
    total = max(1, sum(size(clause.text) for clause in document.clauses))
    here = own_addresses(document)
    found: list[Way] = []
    before, before_it, lead_in, line = 0, "", "", ""
    for place, clause in enumerate(document.clauses):
        # The line before a list introduces it: "You can object by:". A heading in between begins a new part.
        candidates = link_candidates(clause, here)
        if clause.kind != "item":
            line = before_it if before_it.endswith(":") else line or _announced(clause, candidates, before_it)
            lead_in = line
        # "By mail: ..." is followed by "By form: ...", which the same line introduces.
        if clause.kind == "heading" or not candidates or size(clause.text) > _LONGEST_ENTRY:
            line = ""
        said: set[tuple[str, str]] = set()
        for way in _of_clause(document, place, candidates, lead_in, before / total):
            if (way.target, way.sentence) not in said:
                said.add((way.target, way.sentence))
                found.append(way)
        before_it = clause.text.rstrip()[-_BEFORE:]
        if clause.kind == "paragraph":
            lead_in = before_it if before_it.endswith(":") else _last_sentences(before_it)
        elif before_it.endswith(":"):
            lead_in = f"{lead_in} {before_it}"[-_BEFORE:]
        before += size(clause.text)
    return tuple(found)


def _announced(clause: Clause, candidates: list[WayCandidate], before_it: str) -> str:
    """The sentence before an address that stands alone in its paragraph, where it tells what the address is
    for ("To refuse this see the URL below."); else ""."""
    if not consists_of_links(clause.text, candidates) or not any(map(bears_address, candidates)):
        return ""
    said = _last_sentences(before_it)
    folded = compared(said)
    return said if way_lexicon.announces_list(folded) and way_lexicon.offers(folded) else ""


def _last_sentences(text: str) -> str:
    """What introduces a list where no colon does: the sentence that announces it and what follows, else the
    last two; not what a long paragraph says before."""
    ends = [match.end() for match in re.finditer(r"[a-zà-ÿ)]{2}[.!?] (?=[A-ZÀ-Ý])", text)]
    for end in reversed((0, *ends)):
        if way_lexicon.announces_list(compared(text[end:])):
            return text[end:]
    return text[ends[-2] :] if len(ends) > 1 else text


_LONGEST_ENTRY = 25
"""Words of a paragraph that is one of a list without being marked as an item."""


def _of_clause(
    document: Document, place: int, candidates: list[WayCandidate], lead_in: str, depth: float
) -> Iterator[Way]:
    """The ways of one clause.

    Args:
        document: holds it.
        place: its place.
        candidates: its links and printed addresses.
        lead_in: the paragraph or the line that introduces the list in which it stands, else "".
        depth: share of the words that stand before it.
    """
    clause = document.clauses[place]
    if not candidates:
        return
    cut = _Sentences(clause.text, document.language)
    entry = consists_of_links(clause.text, candidates)
    behind = [*(other.start for other in candidates[1:]), len(clause.text)]
    for one, first, next_start in zip(
        candidates, first_of_series(clause.text, candidates), behind, strict=True
    ):
        sentence, context, before = cut.around(one.start)
        own, introduced = sentence, lead_in
        if next_start < len(clause.text) and way_lexicon.begins_anew(
            clause.text[one.start + len(one.anchor) : next_start]
        ):
            own = sentence[: len(before) + len(one.anchor)]
            context = context[: len(context) - len(sentence) + len(own)]
            introduced = ""
        aside = aside_of(clause.text, one)
        if aside and way_lexicon.informs(compared(aside)):
            own = context = aside
        if first is not one:
            before = before[: len(before) - (one.start - first.start)]
        # "• Chrome" says nothing by itself; the line above the list does: "Turn off tracking in your
        # browser:".
        if len(sentence) < len(one.anchor) + _SHORT and not way_lexicon.is_about_another(
            compared(introduced)
        ):
            context = f"{introduced} {context}"
        found = _right(one, own, context, compared(before), clause.path)
        if found is None and entry:
            found = _of_entry(one, introduced)
        if found is None and clause.kind == "item":
            found = _of_authorities(one, introduced, compared(before))
        if found is None:
            continue
        yield Way(
            found.right,
            found.words,
            one.anchor,
            one.target,
            sentence.strip(),
            place,
            clause.path,
            round(depth, 4),
            way_lexicon.ease(sentence, document.language),
            way_lexicon.regions(compared(sentence)) or way_lexicon.regions(compared(" ".join(clause.path))),
        )


def _of_entry(one: WayCandidate, lead_in: str) -> way_lexicon.Found | None:
    """The right of an entry of a list that consists of a link and names no right itself ("Chrome")."""
    introduced = lead_in.rstrip().endswith(":") or way_lexicon.announces_list(compared(lead_in))
    if not introduced or way_lexicon.is_never(compared(one.anchor)):
        return None
    return way_lexicon.offers(compared(lead_in[-_BEHIND:]))


def _of_authorities(one: WayCandidate, lead_in: str, before: str) -> way_lexicon.Found | None:
    """The right of an address in a list of authorities, which a line on complaints introduces.

    Args:
        one: the address.
        lead_in: the line.
        before: the part of the sentence before the address, folded.
    """
    if not lead_in.rstrip().endswith(":") or not bears_address(one) or way_lexicon.names_document(before):
        return None
    never = way_lexicon.is_never(" ".join(before.split()[-_NAMED_BEFORE:]))
    if never or not way_lexicon.hears_complaints(compared(lead_in)):
        return None
    return way_lexicon.Found("complain", "", 0, 0)


_SHORT = 40
"""A link with so few characters around it is an entry of a list: the line that introduces the list counts."""


def _right(
    one: WayCandidate, sentence: str, context: str, before: str, path: tuple[str, ...]
) -> way_lexicon.Found | None:
    """The right that lies behind a link, None if none does."""
    folded = compared(one.anchor)
    mail = is_mail(one.target) or is_mail(one.anchor)
    itself = mail or one.target.startswith("tel:") or bears_address(one)
    about_another = way_lexicon.is_about_another(compared(sentence), mail=mail)
    if not mail and not way_lexicon.is_form(folded) and way_lexicon.tells_occasion(before):
        return None
    if itself:
        if not mail and way_lexicon.is_never(" ".join(before.split()[-_NAMED_BEFORE:])):
            return None
    elif way_lexicon.is_never(folded):
        return None
    else:
        found = _own(folded, sentence, before)
        if found is not None:
            return found
    if not about_another:
        found = _said(one, sentence, before, (context, path[-1] if path else ""), itself=itself)
        if found is not None:
            return found
    found = _in_address(one.target)
    if found is not None and not (found.right == "choose" and way_lexicon.mentions(before)):
        return found
    # A register (no calls, no advertising) is a way whatever its link is called; that the company is a member
    # is none.
    if _REGISTER.search(one.target) and not way_lexicon.tells_membership(compared(sentence)):
        return way_lexicon.Found("opt-out", "", 0, 0)
    # A bare address or form in a policy is a way to ask: most policies give one for all rights.
    reaches = mail or (way_lexicon.is_form(folded) and len(sentence.strip()) > len(one.anchor.strip()))
    if reaches and not about_another and not _OTHER_MAIL.match(one.target):
        return way_lexicon.Found("ask", "", 0, 0)
    return None


_LONGEST_NAME = 16
"""Words of a link; a longer one that tells nobody to do anything is a text with settings in it."""
_NAMED_BEFORE = 6
"""Words before an address that say what stands there ("our Terms of Service at https://...")."""
_NAMED_FAR = 10
"""The same where the link is a word that points ("the Terms of Use for it, which can be found here")."""
_OTHER_MAIL = re.compile(
    r"mailto:(?:press|media|pr|jobs|careers|sales|security|abuse[\w-]{0,20}|accessibility[\w-]{0,20}|emergency|copyright|dmca)@",
    re.IGNORECASE,
)
"""Addresses that somebody reads who answers other questions."""


def _in_address(target: str) -> way_lexicon.Found | None:
    """The right that an address names itself."""
    for pattern, right in _IN_ADDRESS:
        match = pattern.search(target)
        if match:
            return way_lexicon.Found(right, match.group(), 0, 0)
    return None


def _own(folded: str, sentence: str, before: str) -> way_lexicon.Found | None:
    """The right that the words of a link name themselves."""
    own = way_lexicon.rights(way_lexicon.without_documents(folded))
    # "subject to your settings" names settings and tells nobody to use them.
    if way_lexicon.mentions(before):
        own = [one for one in own if one.right != "choose"]
    if len(folded.split()) > _LONGEST_NAME and not way_lexicon.tells_how(folded):
        own = [one for one in own if one.right in _WAYS_OUT]
    if own:
        return _sharpened(own, sentence, before if way_lexicon.is_contact(folded) else "")
    named = way_lexicon.authority(folded)
    if named:
        return named
    act = way_lexicon.act(folded) or way_lexicon.begins_with_act(folded)
    if act is None:
        return None
    said = way_lexicon.rights(compared(sentence))
    if way_lexicon.tells_how(before):
        return way_lexicon.Found(act, folded, 0, 0)
    return _strongest(said) if said and way_lexicon.act(folded) else None


def _said(
    one: WayCandidate, sentence: str, before: str, around: tuple[str, str], *, itself: bool
) -> way_lexicon.Found | None:
    """What is said around a link that names no right itself.

    Args:
        one: the link.
        sentence: holds it.
        before: the part of the sentence before it, folded.
        around: what may say it where the sentence does not: the sentence with the one before it, the heading
            above.
        itself: whether the link bears its own address.
    """
    folded = compared(sentence)
    name = is_home(one) and len(sentence) >= len(one.anchor) + _SHORT
    titled = name or (way_lexicon.names_document(before) and not way_lexicon.rights(before))
    points = way_lexicon.points(compared(one.anchor)) or (itself and not titled)
    if name and _leads_to_authority(folded, before, around[-1]):
        return way_lexicon.Found("complain", "", 0, 0)
    acted_on = way_lexicon.is_what_is_acted_on(before)
    start = len(before) + 1 if before else 0
    guides = acted_on or way_lexicon.guides(before, folded[start + len(compared(one.anchor)) :])
    if not points and not guides:
        return None
    said = way_lexicon.rights(folded)
    if said:
        return _strongest(said, len(before))
    tells = (
        way_lexicon.tells_act(folded)
        and not way_lexicon.informs(folded)
        and not way_lexicon.names_document(before)
    )
    if not points or (not is_mail(one.target) and (guides if itself else tells)):
        choice = way_lexicon.Found("opt-out" if _REGISTER.search(one.target) else "choose", "", 0, 0)
        return _in_address(one.target) or choice
    named = way_lexicon.authority(compared(sentence.replace(one.anchor, " ")) if itself else folded)
    if way_lexicon.informs(folded) and not (itself and named):
        return named
    if way_lexicon.is_never(" ".join(before.split()[-_NAMED_FAR:])):
        return None
    if named and "@" not in one.anchor:
        return named
    return _said_around(one, *map(compared, around))


def _said_around(one: WayCandidate, context: str, heading: str) -> way_lexicon.Found | None:
    """What the sentence before a link says of it, or the heading above; both folded."""
    said = way_lexicon.rights(context)
    if said and (_strongest(said).right != "choose" or way_lexicon.tells_how(context)):
        return _strongest(said)
    reached = one.target.startswith("tel:") or is_mail(one.target) or is_home(one)
    if reached and way_lexicon.authority(context):
        return way_lexicon.authority(context)
    said = way_lexicon.rights(heading)
    return _strongest(said) if said else None


def _leads_to_authority(folded: str, before: str, heading: str) -> bool:
    """Whether the name of a site is where somebody complains.

    Args:
        folded: the sentence, folded.
        before: its part before the name.
        heading: the one above.
    """
    said = (*way_lexicon.rights(folded), *way_lexicon.rights(compared(heading)))
    if any(one.right == "complain" for one in said):
        return True
    named = way_lexicon.authority(folded)
    return named is not None and (named.start == 0 or way_lexicon.is_means(before))


_WAYS_OUT: tuple[Right, ...] = ("object", "opt-out", "withdraw", "delete", "complain")
"""Rights that end something; to ask and to choose is what a sentence says beside them."""
_ORDER: tuple[Right, ...] = (*_WAYS_OUT, "ask", "choose")


def _strongest(said: list[way_lexicon.Found], place: int | None = None) -> way_lexicon.Found:
    """Of several rights the one that leads furthest out: a form for all rights is one for objections too.

    Args:
        said: what a text says: never empty.
        place: where in the folded text the link stands: a right that is named last before it goes first.
    """
    before = [one for one in said if one.right in _WAYS_OUT and place is not None and one.end <= place]
    if before:
        return before[-1]
    return min(said, key=lambda one: _ORDER.index(one.right))


def _sharpened(own: list[way_lexicon.Found], sentence: str, before: str) -> way_lexicon.Found:
    """What the words of a link say; where they name settings or a contact only, what the sentence says these
    are for.

    Args:
        own: what the words of the link say: never empty.
        sentence: holds the link.
        before: of a contact the part of the sentence before it, folded ("to opt out, contact us").
    """
    found = _strongest(own)
    if found.right == "choose":
        return _strongest([found, *way_lexicon.rights(compared(sentence))])
    if found.right == "ask" and before:
        return _strongest([found, *way_lexicon.rights(before)], len(before))
    return found


_JOINED = re.compile(r"(?:[a-zà-ÿ]{3}|[a-zà-ÿ]\))[.?!](?=[A-ZÀ-Ý][a-zà-ÿ]+ )")


class _Sentences:
    """The sentences of a clause, cut once."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        # Pages lose the space between two lines that were none: "... are protected.For information, see ...".
        joined = (match.end() for match in _JOINED.finditer(text))
        self._starts = sorted({*sentence_starts(text, language), *joined})

    def around(self, place: int) -> tuple[str, str, str]:
        """The sentence at a place, the same with the one before it, and its part before the place; each
        within bounds."""
        number = bisect_right(self._starts, place)
        start, end = self._starts[number - 1], self._starts[min(number, len(self._starts) - 1)]
        last = min(max(end, place + 1), place + _BEHIND)
        before = self._starts[max(0, number - 2)]
        return (
            self._text[max(start, place - _BEFORE) : last],
            self._text[max(before, place - _BEFORE) : last],
            self._text[max(start, place - _BEFORE) : place],
        )
