"""The ways out that a document names: every link, and every printed address, by which its reader may use a
right.

A link counts by its own words ("object here"); where these only point ("this form") or are an address, by the
sentence around them, and by its address last. What a rule of words gets wrong: a link to an article that only
explains a right looks like one to use it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from policydiff.optout import way_lexicon
from policydiff.optout_models import Way
from policydiff.sentences import sentence_starts
from policydiff.text import compared, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Clause, Document
    from policydiff.optout_models import Right

_BEFORE, _BEHIND = 600, 300
"""Characters before a link, and after its start, that show what it is for."""
_MAIL = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,63}")
_PRINTED = re.compile(
    r"(?<![\w.+@/-])(?:https?://|www\.)(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,63}(?:/[^\s<>\"'«»“”]{0,300})?",
    re.IGNORECASE,
)
"""A printed address that a reader has to copy, as in texts without links."""
_ADDRESS = re.compile(
    r"(?:page |site )?(?:(?:https?://|www\.|/)\S+|[\w.-]+\.[a-z]{2,}(?:/\S*)?)|\[?email\W{1,3}protected\]?\.?",
    re.IGNORECASE,
)
_HIDDEN_MAIL = "/cdn-cgi/l/email-protection"
"""Part of the target of an e-mail address that a page hides from those who collect them."""
_EARLIER = re.compile(r"[?&]oldid=\d", re.IGNORECASE)
"""An address of an earlier version of a page, as wikis print it."""
_SCHEME = re.compile(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]{0,20}:|#", re.IGNORECASE)
"""How a target begins to which nobody can be led: a script, a place in the page."""
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
_EXPLAINED = re.compile(
    r"/(?:(?:glossar\w{0,3}|definitions?)(?:/.*)?"
    r"|understanding-[\w-]{0,40}advertising(?:/how[\w-]{0,20})?)/?$",
    re.IGNORECASE,
)
"""Parts of the address of a page that explains words, or how advertising works."""


class _WayCandidate(NamedTuple):
    """A link or a printed address."""

    anchor: str
    target: str
    start: int


def ways(document: Document) -> tuple[Way, ...]:
    """Every way that a document names, in reading order.

    A way that one sentence names twice by one address is listed once.
    """
    total = max(1, sum(size(clause.text) for clause in document.clauses))
    found: list[Way] = []
    before, before_it, lead_in = 0, "", ""
    for place, clause in enumerate(document.clauses):
        # The line before a list introduces it: "You can object by:". A heading in between begins a new part.
        if clause.kind != "item":
            lead_in = before_it if before_it.endswith(":") else ""
        said: set[tuple[str, str]] = set()
        for way in _of_clause(document, place, lead_in, before / total):
            if (way.target, way.sentence) not in said:
                said.add((way.target, way.sentence))
                found.append(way)
        before_it = clause.text.rstrip()[-_BEFORE:]
        if clause.kind == "paragraph":
            lead_in = before_it
        elif before_it.endswith(":"):
            lead_in = f"{lead_in} {before_it}"[-_BEFORE:]
        before += size(clause.text)
    return tuple(found)


def _of_clause(document: Document, place: int, lead_in: str, depth: float) -> Iterator[Way]:
    """The ways of one clause.

    Args:
        document: holds it.
        place: its place.
        lead_in: the paragraph or the line that introduces the list in which it stands, else "".
        depth: share of the words that stand before it.
    """
    clause = document.clauses[place]
    candidates = _candidates(clause, document.url)
    if not candidates:
        return
    cut = _Sentences(clause.text, document.language)
    for one, first in zip(candidates, _first_of_series(clause.text, candidates), strict=True):
        sentence, context, before = cut.around(one.start)
        if first is not one:
            before = before[: len(before) - (one.start - first.start)]
        # "• Chrome" says nothing by itself; the line above the list does: "Turn off tracking in your
        # browser:".
        if len(sentence) < len(one.anchor) + _SHORT and not way_lexicon.is_about_another(compared(lead_in)):
            context = f"{lead_in} {context}"
        found = _right(one, sentence, context, compared(before), clause.path)
        if found is None and clause.text.strip() == one.anchor.strip():
            found = _of_entry(one, lead_in)
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


def _of_entry(one: _WayCandidate, lead_in: str) -> way_lexicon.Found | None:
    """The right of an entry of a list that consists of a link and names no right itself ("Chrome")."""
    if not lead_in.rstrip().endswith(":") or way_lexicon.is_never(compared(one.anchor)):
        return None
    return way_lexicon.offers(compared(lead_in[-_BEHIND:]))


_SHORT = 40
"""A link with so few characters around it is an entry of a list: the line that introduces the list counts."""


def _candidates(clause: Clause, url: str) -> list[_WayCandidate]:
    """Links that lead somewhere else, and addresses that are only printed."""
    here = url.partition("#")[0]
    found = [
        _WayCandidate(link.text, link.target, link.start)
        for link in clause.links
        if link.target
        and not _SCHEME.match(link.target)
        and not _EARLIER.search(link.target)
        and not _EXPLAINED.search(link.target)
        and not (here and link.target.startswith(f"{here}#"))
    ]
    taken = sorted((link.start, link.end) for link in clause.links)
    for one in _printed(clause.text):
        link_before = bisect_right(taken, one.start, key=itemgetter(0))
        if not link_before or taken[link_before - 1][1] <= one.start:
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _printed(text: str) -> Iterator[_WayCandidate]:
    """Addresses of mail and of pages that stand in a text."""
    for match in _MAIL.finditer(text) if "@" in text else ():
        yield _WayCandidate(match.group(), f"mailto:{match.group()}", match.start())
    for match in _PRINTED.finditer(text):
        address = match.group().rstrip(".,;:!?)]}")
        yield _WayCandidate(address, address if "://" in address else f"https://{address}", match.start())


def _first_of_series(text: str, candidates: Sequence[_WayCandidate]) -> Iterator[_WayCandidate]:
    """For each link the first of the list within a sentence that it stands in ("with Ada, Bob or Cy")."""
    first: _WayCandidate | None = None
    end = 0
    for one in candidates:
        if first is None or not way_lexicon.lists(text[end : one.start]):
            first = one
        end = one.start + len(one.anchor)
        yield first


def _right(
    one: _WayCandidate, sentence: str, context: str, before: str, path: tuple[str, ...]
) -> way_lexicon.Found | None:
    """The right that lies behind a link, None if none does."""
    folded = compared(one.anchor)
    mail = _is_mail(one.target) or _MAIL.fullmatch(one.anchor) is not None
    itself = mail or one.target.startswith("tel:") or _bears_address(one)
    about_another = way_lexicon.is_about_another(compared(sentence), mail=mail)
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
_HOME = re.compile(r"(?:https?://)?[^/?#\s@]+/?", re.IGNORECASE)
"""The home page of a site: in a sentence its address is often only its name."""
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
    one: _WayCandidate, sentence: str, before: str, around: tuple[str, str], *, itself: bool
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
    name = _is_home(one) and len(sentence) >= len(one.anchor) + _SHORT
    titled = name or (way_lexicon.names_document(before) and not way_lexicon.rights(before))
    points = way_lexicon.points(compared(one.anchor)) or (itself and not titled)
    if name and _leads_to_authority(folded, before, around[-1]):
        return way_lexicon.Found("complain", "", 0, 0)
    acted_on = way_lexicon.is_what_is_acted_on(before)
    guides = acted_on or way_lexicon.guides(before, folded[len(before) + len(one.anchor) :])
    if not points and not guides:
        return None
    said = way_lexicon.rights(folded)
    if said:
        return _strongest(said, len(before))
    if not points or (guides and itself and not _is_mail(one.target)):
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


def _said_around(one: _WayCandidate, context: str, heading: str) -> way_lexicon.Found | None:
    """What the sentence before a link says of it, or the heading above; both folded."""
    said = way_lexicon.rights(context)
    if said and (_strongest(said).right != "choose" or way_lexicon.tells_how(context)):
        return _strongest(said)
    reached = one.target.startswith("tel:") or _is_mail(one.target) or _is_home(one)
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


def _is_mail(target: str) -> bool:
    """Whether a target is an address of mail, also one that does not say so ("/legal/dpo@lumio.example")."""
    if target.startswith("mailto:"):
        return "@" in target
    return _HIDDEN_MAIL in target or _MAIL.fullmatch(target.rpartition("/")[2]) is not None


def _bears_address(one: _WayCandidate) -> bool:
    """Whether the text of a link is its address, or begins with its host ("www.lumio.example (new tab)")."""
    host = one.target.partition("://")[2].partition("/")[0].removeprefix("www.")
    name = re.sub(r"^(?:https?://)?(?:www\.)?", "", one.anchor.strip())
    return _ADDRESS.fullmatch(one.anchor.strip()) is not None or (bool(host) and name.startswith(host))


def _is_home(one: _WayCandidate) -> bool:
    """Whether a link is one to a home page, or bears the address of one: the name of a site."""
    bears = _ADDRESS.fullmatch(one.anchor.strip()) is not None
    return any(map(_HOME.fullmatch, (one.target, one.anchor.strip() if bears else "")))


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


class _Sentences:
    """The sentences of a clause, cut once."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._starts = sentence_starts(text, language)

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
