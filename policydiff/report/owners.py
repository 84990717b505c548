"""Whose document a text is: the name by which readers know its author.

In: a document, where it stood, and how its archive calls the platform. Out: the name, "" if none is certain,
since a wrong name is worse than none. Readers know the name that stands in a company's own addresses
(`brands`) better than its legal name: so that one is taken where the text says it often. Without it a company
is named on two signs: the legal entity that the text names, and its own address or its first lines; or else
whom the text calls “we”, or how it introduces itself (`self_names`), or a name that it says often and that
its e-mail address has too.

What this gets wrong: a company that only its imprint names stays unnamed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import identity
from policydiff.report.brands import AddressNames, is_abbreviation, letters
from policydiff.report.characters import visible
from policydiff.report.self_names import introduced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policydiff.models import Document, Identity
    from policydiff.report.brands import Brand

_MAIL = re.compile(r"@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_OPENING = 12
"""Clauses at the start of a document in which it says whose it is."""
_SITE = re.compile(r"(?<![\w@./-])[A-Z][\w-]*\.[a-z]{2,4}\b(?!\.\w)")
"""A site as a text calls it: "Fernleaf.com"."""
_FORM_INSIDE = re.compile(r" (?:Limited|Ltd|Inc|LLC|GmbH|Incorporated)\b.*")
"""The form of a company inside a name: of two companies in a row it ends the first ("Fernleaf Limited
Brightwater")."""
_AGAIN = 3
"""In how many clauses at least a text must name whom it calls “we”."""
_SAID = 5
"""How often at least a name must be said that the e-mail address has too."""
_OFTEN = 15
"""In how many clauses a company must be named to be the one that the text is about, if others are hardly ever
named."""
_MUCH = 2
"""How many times as often as the long name a short one must be said to take its place."""
_RARE = 4
"""How many times as often as in small letters a name must be said."""
_READ = 400_000
"""Characters of a document in which names are counted."""
_SENTENCE = 60
"""Characters of a paragraph that says something."""
_SHORTEST_NAME = 3
"""Names of no more letters than this are none: "Ltd."."""


class Owner(NamedTuple):
    """Whose document it is."""

    name: str
    """The name by which readers know it, "" if none is certain."""
    names: frozenset[str]
    """Words in small letters by which a title names it."""


class _OwnerWords:
    """Words of all languages together: the pages of a company are in any."""

    def __init__(self) -> None:
        self.speakers = languages.all_words(lambda one: one.identity.speakers)
        self.no_names = self.speakers | languages.all_words(lambda one: one.identity.no_names)
        self.general = self.no_names | languages.all_words(lambda one: one.identity.generic)
        self.represents = languages.all_lines(lambda one: one.identity.represents)
        self.before_company = tuple(
            f"{line} " for line in languages.all_lines(lambda one: one.identity.before_company)
        )


@cache
def _words() -> _OwnerWords:
    return _OwnerWords()


def owner(document: Document, host: str, platform: str, found: Identity | None = None) -> Owner:
    """Whose document it is.

    Args:
        document: the page.
        host: where the page stood, "" if that is not known.
        platform: what its archive calls the platform; "" if it lies in none.
        found: whose document it says that it is, where somebody has read that already.
    """
    found = found or identity(document)
    known = AddressNames(document, host)
    if _names_another_site(document, found.company):
        found = replace(found, company="", names=())
    spelled = _spelled(document, platform) if platform else ""
    company = _company(document, host, found)
    name = (
        _platform(document, spelled, company)
        or _known_as(document, known, company, found)
        or _party(document, found)
        or spelled
        or introduced(document.clauses)
        or _trade_name(document, found)
        or (known.beginning.name if known.beginning else "")
        or known.small_name
        or known.site
        or host
    )
    names = (name, company, spelled, known.brand.name if known.brand else "", host.split(".")[-2:][0])
    titled = found.names if name in (host, known.site) else ()  # a name in the title says more than a site
    return Owner(name, frozenset((*_title_names(names), *titled)))


def _known_as(document: Document, known: AddressNames, company: str, found: Identity) -> str:
    """The name by which readers know it, of its legal name and of the name that its addresses have."""
    brand = known.brand
    if brand is None or _SITE.fullmatch(company) or _titles_another(document, brand, found):
        return company
    if brand.is_called:
        return brand.name
    if not company:
        other = introduced(document.clauses)
        said = sum(other in clause.text for clause in document.clauses) if other else 0
        return other if said > brand.said else brand.name
    short, long = letters(brand.name), letters(company)
    text = "\n".join(clause.text for clause in document.clauses)[:_READ]
    if short == long or long.endswith(short):
        return company if long.removeprefix("the") == short and company.startswith("The ") else brand.name
    if short in long:
        is_part = _MUCH * known.addresses("".join(company.split()[:2])) >= brand.addresses  # of a group
        return company if is_part or brand.said < max(_SAID, _MUCH * text.count(company)) else brand.name
    first = company.split(maxsplit=1)[0]
    said = sum(first in clause.text for clause in document.clauses)
    if long in short:
        return brand.name if _MUCH * brand.said >= said else company
    addresses = known.addresses(first)
    if not addresses:
        return brand.name if _MUCH * brand.said >= said else company
    return brand.name if brand.said >= _MUCH * said and brand.addresses >= addresses else company


def _titles_another(document: Document, brand: Brand, found: Identity) -> bool:
    """Whether the title names somebody whom the text names more often: the brand is then a partner's."""
    others = [word for word in found.names if word not in letters(brand.name)]
    in_title = [word for word in re.findall(r"[^\W_][\w-]*", document.title) if word.casefold() in others]
    text = "\n".join(clause.text for clause in document.clauses)[:_READ]
    names = [word for word in in_title if not re.search(rf"\b{re.escape(word.casefold())}\b", text)]
    return any(sum(word in clause.text for clause in document.clauses) > brand.said for word in names)


def _title_names(names: Iterable[str]) -> Iterator[str]:
    """The words by which a title would name it."""
    for name in names:
        yield from (word for word in re.findall(r"[\w-]+", name.casefold()) if word not in _words().general)


def _spelled(document: Document, platform: str) -> str:
    """The name of a platform as the text writes it: "Fernleaf Books", "Fern & Leaf"; else "fernleaf-books" is
    none."""
    parts = (re.escape(part) for part in platform.split("-"))
    is_short = "-" in platform and len(platform) <= _SHORTEST_NAME  # "c-a" is in any text, "C&A" in theirs
    between = " ?& ?" if is_short else "(?: ?& ?|[ .’-])?"
    form = re.compile(rf"(?<![\w@./&-]){between.join(parts)}(?![\w@/&-])", re.IGNORECASE)
    text = "\n".join(clause.text for clause in document.clauses)[:_READ]
    said = Counter(one for one in form.findall(text) if one[0].isupper())
    return max(said, key=lambda one: (said[one], one), default="" if "-" in platform else platform)


def _platform(document: Document, platform: str, company: str) -> str:
    """The platform of the archive, where the text says its name more often than that of the company that runs
    it: readers know "Fernleaf Books" and not "Brightwater Holding"; else ""."""
    if not platform[:1].isupper():
        return ""
    text = "\n".join(clause.text for clause in document.clauses)[:_READ]
    said = text.count(platform)
    first = next((word for word in company.split() if len(word) >= _SHORTEST_NAME), "")
    return platform if said >= _SAID and said > (text.count(first) if first else 0) else ""


def _company(document: Document, host: str, found: Identity) -> str:
    words = _FORM_INSIDE.sub("", found.company).split()
    while words and words[0].casefold() in _words().speakers:
        words.pop(0)
    named = " ".join(words)
    opening = next((one for one in _words().before_company if named.casefold().startswith(one)), "")
    words = named[len(opening) :].split()
    telling = [word for word in words if word.casefold() not in _words().no_names and len(word) > 2]
    if not telling:
        return ""
    first = re.sub(r"[^\w]", "", telling[0]).casefold()
    named = " ".join(words)
    evidence = (
        _by_mail(document, first),
        first in host.replace("-", ""),
        _in_opening(document, named),
        found.names[:1] == (first,)
        and _named_often(document, telling[0])
        and _in_opening(document, telling[0]),
    )
    is_another = any(_represents(document, name) for name in (named, telling[0]))
    is_another = is_another or _begins_with_another(document, telling[0])
    certain = any(evidence) and _consistent(found, first) and not is_another
    return visible(_called(document, named)) if certain else ""


def _names_another_site(document: Document, company: str) -> bool:
    """Whether a company is called as a site is, and the text says the name of another site more often: the
    company has several ("Fernleaf.com" in the policy of "FernleafPupils.com", which is of this one alone)."""
    if not _SITE.fullmatch(company):
        return False
    text = "\n".join(clause.text for clause in document.clauses)[:_READ]
    stems = {one.rpartition(".")[0] for one in _SITE.findall(text) if one.casefold() != company.casefold()}
    said = len(re.findall(rf"(?<![\w@./-]){re.escape(company)}", text, re.IGNORECASE))
    return any(len(re.findall(rf"(?<![\w@./-]){re.escape(one)}\b", text)) > said for one in stems)


def _called(document: Document, named: str) -> str:
    """What a text calls a company: its initials, or the first word of its name where it says that much more
    often than the whole and never as a common word ("New" of "New Harbour Books")."""
    text = "\n".join(clause.text for clause in document.clauses)[:_READ]
    whole = text.count(named)
    parts = named.split()
    initials = "".join(word[0] for word in parts)
    if len(initials) > 1:
        said = Counter(re.findall(rf"{_begun(initials, '@.-')}[A-Z]?(?![\w@.-]*\w)", text))
        most = max(said, key=lambda word: (said[word], word), default="")
        if said[most] >= max(_OFTEN, _OFTEN * whole):
            return most
    beginnings = (" ".join(parts[:number]) for number in range(1, len(parts)))
    enough = max(_SAID, _MUCH * whole)
    said_often = (one for one in beginnings if text.count(one) >= enough)  # fast, and nearly none is
    return next((one for one in said_often if _said_alone(text, one) >= enough), named)


def _said_alone(text: str, name: str) -> int:
    """How often a name is said without a further word of a name after it; 0 if it is a common word."""
    if re.search(rf"{_begun(name.casefold(), '@./-')}(?![\w@./-]*\w)", text):
        return 0
    return len(re.findall(rf"{_begun(name, '@.-')}(?:['’]s?)?(?= [^\WA-Z]|[,.;:)”\"])", text))


def _begun(name: str, barred: str) -> str:
    """The pattern of a name that stands behind no letter, nor one of these marks. The look back comes last: a
    pattern that begins with letters is found ten times as fast."""
    said = re.escape(name)
    return rf"{said}(?<![\w{barred}]{said})"


def _party(document: Document, found: Identity) -> str:
    """Whom the text calls “we”, where that is a name that it says again: of an address before “we” only the
    town would be left ("1 Harbour Street, Berlin, Germany (“we”)")."""
    telling = [word for word in found.party.split() if word.casefold().strip(".,") not in _words().no_names]
    if "," in found.party or len("".join(telling)) <= _SHORTEST_NAME:
        return ""
    name = " ".join(dropwhile(lambda word: word.casefold() in _words().speakers, found.party.split()))
    in_address = any(f", {found.party}" in clause.text for clause in document.clauses[:_OPENING])
    again = sum(telling[0] in clause.text for clause in document.clauses) >= _AGAIN
    return visible(_FORM_INSIDE.sub("", name)) if again and not in_address else ""


def _trade_name(document: Document, found: Identity) -> str:
    """A name that the text says often with a capital letter, and hardly ever without, as its own e-mail
    address has it; no abbreviation of which it says for what it stands."""
    for name in found.names:
        if len(name) < _SHORTEST_NAME and letters(found.company.partition(" ")[0]) not in ("", name):
            continue  # the "X" of "X.AI" may be another's
        form = re.compile(rf"(?<![\w@.-]){re.escape(name)}(?![\w@.-]*@)(?!\w)", re.IGNORECASE)
        said = Counter(word for clause in document.clauses for word in form.findall(clause.text))
        written = max(said, key=lambda word: (said[word], word), default="")
        small = sum(times for word, times in said.items() if word[0].islower())
        is_name = written[:1].isupper() and _RARE * small <= said.total()
        if is_name and said.total() >= _SAID and _by_mail(document, name):
            return "" if is_abbreviation(written, document.clauses) else written
    return ""


def _represents(document: Document, name: str) -> bool:
    """Whether the text names it only as somebody's representative, as the law of data protection demands, in
    one line or below the line that says so: "Our representative in the EU is:"."""
    texts = ["", *(clause.text for clause in document.clauses)]
    said = [f"{above} {text}".casefold() for above, text in pairwise(texts) if name in text]
    return bool(said) and all(any(part in text for part in _words().represents) for text in said)


def _begins_with_another(document: Document, word: str) -> bool:
    """Whether the first sentence is about a name that the text says more often than this one: then this one
    is a partner ("Fernleaf takes privacy seriously", and below "We use the services of Lumora Ltd.")."""
    first = next(
        (one.text for one in document.clauses if one.kind == "paragraph" and len(one.text) > _SENTENCE), ""
    )
    name = first.split(maxsplit=1)[0] if first else ""
    if not name[:1].isupper() or not name.isalpha() or name.casefold() in _words().no_names:
        return False
    texts = [clause.text for clause in document.clauses]
    if any(re.search(rf"\b{re.escape(name.casefold())}\b", text) for text in texts):
        return False  # a common word
    said, others = (sum(one in text for text in texts) for one in (name, word))
    return name != word and said > _MUCH * others


def _named_often(document: Document, word: str) -> bool:
    return sum(word in clause.text for clause in document.clauses) >= _OFTEN


def _consistent(found: Identity, first: str) -> bool:
    """Whether what else names somebody in the text does not speak of another."""
    return not found.names or any(first in name or name in first for name in found.names)


def _by_mail(document: Document, first: str) -> bool:
    return any(
        first in re.sub(r"[^\w.]", "", domain).casefold()
        for clause in document.clauses
        if "@" in clause.text
        for domain in _MAIL.findall(clause.text)
    )


def _in_opening(document: Document, company: str) -> bool:
    return any(company in clause.text for clause in document.clauses[:_OPENING])
