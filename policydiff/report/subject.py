"""Whose document a comparison is about, and which one: the words with which a lede begins.

A title is quoted as the page has it. A company is named where the text itself gives two signs of it,
because a wrong name is worse than none: the legal entity that it names, and its own e-mail address, its
own address on the web, or its first lines; or else whom the text calls “we”; or a name that it says often
and that its e-mail address has too, or the site that most of its links lead to. What this gets wrong: a
company that only its imprint names stays unnamed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.calendar_dates import without_dates
from policydiff.comparability import document_kinds, identity
from policydiff.domains import name_in_domain
from policydiff.models import series_name
from policydiff.report import document_text
from policydiff.report.characters import clipped, visible
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import Comparison, Document, Identity
    from policydiff.report.side_names import CaptureInfo, CapturePair

_MAIL = re.compile(r"@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_HOST = re.compile(r"https?://([\w.-]+)", re.IGNORECASE)
_SERIES = re.compile(
    r"(?P<series>(?P<platform>[a-z0-9-]+)/[a-z0-9-]+(?:@[a-z0-9-]+)?)@\d{4}-\d\d-\d\dT\d{6}Z(?:_\d+)?"
)
_OPENING = 12
"""Clauses at the start of a document in which it says whose it is."""
_SITE = re.compile(r"(?<![\w@./-])[A-Z][\w-]*\.[a-z]{2,4}\b(?!\.\w)")
"""A site as a text calls it: "Fernleaf.com"."""
_INNER_CAPITAL = re.compile(r"\b\w*[a-z][A-Z]")
"""A name made for a trade: "xFern", "FernLeaf". No language writes its common words so."""
_FORM_INSIDE = re.compile(r" (?:Limited|Ltd|Inc|LLC|GmbH)\b.*")
"""The form of a company inside a name: of two companies in a row it ends the first ("Fernleaf Limited
Brightwater")."""
_NUMBER = re.compile(r"[\W\d_]+")
_NAME = 4
"""Most words of a title that is surely no sentence."""
_TOP = 5
"""Clauses at the top of a page among which its title stands."""
_ABBREVIATED = 5
"""Most letters of an abbreviated form of a company, with its full stop: "Corp."."""
_AGAIN = 3
"""In how many clauses at least a text must name whom it calls “we”."""
_LINKS = 2
"""How many links of a text must lead to a site, at least, to be its own."""
_SAID = 5
"""How often at least a name must be said that the e-mail address has too."""
_OFTEN = 15
"""In how many clauses a company must be named to be the one that the text is about, if others are hardly ever
named."""
_MUCH = 2
"""How many times as often as the long name a short one must be said to take its place."""
_READ = 400_000
"""Characters of a document in which names are counted."""
_LONGEST_HEADING = 8
"""Most words of a heading that may stand before a title: behind a longer one the text has begun."""
_SENTENCE = 60
"""Characters of a paragraph that says something."""
_SHORTEST_NAME = 3
"""Names of no more letters than this are none: "Ltd."."""
_LONGEST = 110


class _SubjectWords:
    """Words of all languages together: the pages of a company are in any."""

    def __init__(self) -> None:
        self.speakers = languages.all_words(lambda one: one.identity.speakers)
        self.no_names = self.speakers | languages.all_words(lambda one: one.identity.no_names)
        self.represents = languages.all_lines(lambda one: one.identity.represents)
        self.before_company = tuple(
            f"{line} " for line in languages.all_lines(lambda one: one.identity.before_company)
        )
        welcome = "".join(f"|{line}" for line in languages.all_lines(lambda one: one.identity.welcome))
        self.before_title = re.compile(rf"(?:\d{{1,2}}[.)] {welcome})", re.IGNORECASE)
        """What may stand before the name of a document and is no part of it: the number of "1. Privacy",
        "Welcome to"."""
        contents = "|".join(languages.all_lines(lambda one: one.furniture.contents))
        self.contents = re.compile(contents, re.IGNORECASE)


@cache
def _words() -> _SubjectWords:
    return _SubjectWords()


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose document it is, and which."""

    title: str
    """In its own words, "" if the page has none."""
    owner: str
    """The company, else the platform in the archive, else the host of the page; "" if none is certain."""
    series: str
    """Its name in the archive ("fernleaf/privacy-policy@eu"), "" if it lies in none."""
    names_owner: bool
    """Whether the title says whose document it is: "Fernleaf Privacy Notice"."""
    is_policy: bool
    """Whether the title, or a line over the text, says what kind of document it is."""
    title_before: str = ""
    """The title of the old side, where it was another one."""

    @property
    def named(self) -> str:
        """Owner and title for a heading: "Fernleaf Ltd, Privacy Policy"."""
        title = self.title or "policy"
        if self.owner and not self.title:
            return f"{whose(self.owner)} policy"
        return title if not self.owner or self.names_owner else f"{self.owner}, {title}"


def subject(comparison: Comparison, sides: CapturePair) -> Subject:
    """Whose document is compared, and which, as the better capture of the two says it.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
    """
    both = ((comparison.new, sides.new), (comparison.old, sides.old))
    known = sorted(both, key=lambda one: one[0].quality.level == "bad")
    titles = (_title(one) for one, _ in known)
    title = next(filter(None, titles), "")
    title = "" if title and _is_of_section(known[0][0]) else title
    archived = next((found for _, side in known if (found := _SERIES.fullmatch(side.name))), None)
    host = next(filter(None, (_host(document_text.address(*one)) for one in known)), "")
    document_identity = identity(known[0][0])
    if _names_another_site(known[0][0], document_identity.company):
        document_identity = replace(document_identity, company="", names=())
    platform = _spelled(known[0][0], archived["platform"]) if archived else ""
    names = (*document_identity.names, *re.split(r"[-\W]+", platform.casefold()), *host.split(".")[-2:-1])
    title = "" if _is_only_a_name(title, document_identity) else title
    linked = _linked_name(known[0][0])
    names = (*names, *re.findall(r"[\w-]+", linked.casefold())[:1])
    about = Subject(
        title,
        _platform(known[0][0], platform, document_identity.company)
        or _company(*known[0], document_identity)
        or _party(known[0][0], document_identity)
        or platform
        or _self_named(known[0][0])
        or _trade_name(known[0][0], document_identity)
        or linked
        or host,
        archived["series"] if archived else "",
        _is_named(title, names),
        bool(document_identity.kinds),
        _title_before(comparison, title),
    )
    return replace(about, title="") if about.owner and _is_menu_word(title) else about


def _is_menu_word(title: str) -> bool:
    """Whether a title is a word that menus lead to it by, and says no more than whose it is: "Privacy"."""
    is_label = len(title.split()) == 1 and _menu_word().fullmatch(title) is not None
    return is_label and not _document_word().search(title)


@cache
def _menu_word() -> re.Pattern[str]:
    """What menus call a document of our kind or of its kin, in any language."""
    return re.compile("|".join(languages.all_lines(lambda one: one.pages.names)), re.IGNORECASE)


def _title(document: Document) -> str:
    """The title of a document, "" if it is none: a table of contents, a sentence, a slogan."""
    title = _words().before_title.sub("", visible(_headed(document)), count=1)
    is_none = heads_contents(title) or _is_slogan(title, document.language)
    return "" if is_none else clipped(title, _LONGEST)


def _headed(document: Document) -> str:
    """The title, or the heading near the top that names a kind of document where the title names none: a
    page may stand below a banner ("Legal information")."""
    if not document.title or document_kinds(document.title):
        return document.title
    headings = (one.text for one in document.clauses[:_TOP] if one.kind == "heading")
    return next((one for one in headings if document_kinds(one) and len(one) <= _LONGEST), document.title)


def _title_before(comparison: Comparison, title: str) -> str:
    """The title of the old side, "" if the new one differs in its date, numbers, signs or one of them names
    no kind of document, or if a side has both: then another title was only put above."""
    before, now = _title(comparison.old), _title(comparison.new)
    sides = (before, comparison.old.language), (now, comparison.new.language)
    same = {_NUMBER.sub("", compared(without_dates(*side))) for side in sides}
    kinds = [document_kinds(one) for one in (before, now)]
    if title != now or not all(kinds) or len(same) < 2:
        return ""
    both = ((comparison.new, before), (comparison.old, now))
    lines = [{compared(clause.text) for clause in side.clauses} for side, _ in both]
    has_both = any(compared(one) in there for (_, one), there in zip(both, lines, strict=True))
    return "" if has_both else before


def _is_slogan(title: str, language: str) -> bool:
    """Whether a title is a sentence ("Let us read the Privacy Policy.") or praise, with words that carry
    grammar alone and none that documents of its kind are called by: "A search that keeps your privacy"."""
    said = title.split()
    if len(said) <= _NAME:
        return False
    if said[-1].endswith((".", "!", "?")) and len(said[-1]) > _ABBREVIATED:
        return True
    known = languages.find(language)
    small = known.direction.function if known else frozenset()
    return sum(word.casefold() in small for word in said) > 1 and not _document_word().search(title)


@cache
def _document_word() -> re.Pattern[str]:
    """What documents of our kind are called, in any language."""
    said = languages.all_lines(lambda one: one.dates.document)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)


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


def whose(owner: str) -> str:
    """The owner before what is theirs: "Fernleaf’s", "Fernleaf Readers’"."""
    return f"{owner}’" if owner.endswith(("s", "S")) else f"{owner}’s"


def series_title(series: str, platform: str = "") -> str:
    """A series of an archive as people would call it.

    Args:
        series: its name there.
        platform: what people call the platform; else the name there stands for it.

    >>> series_title("fernleaf-books/privacy-policy@eu"), series_title("xfern/terms", "xFern")
    ('Fernleaf Books’ privacy policy (eu)', 'xFern’s terms')
    """
    name = series_name(series)
    called = platform or " ".join(word.capitalize() for word in name.platform.split("-"))
    title = f"{whose(called)} {name.document.replace('-', ' ')}" if name.document else called
    return f"{title} ({name.variant})" if name.variant else title


def heads_contents(title: str) -> bool:
    """Whether words head the list of a page's sections, and name nothing: "Table of contents"."""
    return _words().contents.fullmatch(title) is not None


def is_reference(name: str) -> bool:
    """Whether a side is a page of an archive."""
    return _SERIES.fullmatch(name) is not None


def _is_named(title: str, names: Iterable[str]) -> bool:
    words = set(re.findall(r"[\w-]+", title.casefold()))
    telling = (name for name in names if len(name) > 2 and not _document_word().fullmatch(name))
    return bool(_INNER_CAPITAL.search(title)) or any(name in words for name in telling)


def _is_of_section(document: Document) -> bool:
    """Whether a title is only the heading of a section: the text begins above it, and it does not say what it
    is the title of."""
    titled = document.title
    if document_kinds(titled):
        return False
    above = list(takewhile(lambda clause: clause.text != titled, document.clauses))
    return len(above) < len(document.clauses) and any(
        clause.kind != "heading" and len(clause.text.split()) > _LONGEST_HEADING for clause in above
    )


def _company(document: Document, side: CaptureInfo, found: Identity) -> str:
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
        _in_host(document, side, first),
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
        said = Counter(re.findall(rf"(?<![\w@.-]){re.escape(initials)}[A-Z]?(?![\w@.-]*\w)", text))
        most = max(said, key=lambda word: (said[word], word), default="")
        if said[most] >= max(_OFTEN, _OFTEN * whole):
            return most
    beginnings = (" ".join(parts[:number]) for number in range(1, len(parts)))
    enough = max(_SAID, _MUCH * whole)
    return next((one for one in beginnings if _said_alone(text, one) >= enough), named)


def _said_alone(text: str, name: str) -> int:
    """How often a name is said without a further word of a name after it; 0 if it is a common word."""
    if re.search(rf"(?<![\w@./-]){re.escape(name.casefold())}(?![\w@./-]*\w)", text):
        return 0
    return len(re.findall(rf"(?<![\w@.-]){re.escape(name)}(?:['’]s?)?(?= [^\WA-Z]|[,.;:)”\"])", text))


def _party(document: Document, found: Identity) -> str:
    """Whom the text calls “we”, where that is a name that it says again: of an address before “we” only the
    town would be left ("1 Harbour Street, Berlin, Germany (“we”)")."""
    telling = [word for word in found.party.split() if word.casefold().strip(".,") not in _words().no_names]
    if "," in found.party or len("".join(telling)) <= _SHORTEST_NAME:
        return ""
    again = sum(telling[0] in clause.text for clause in document.clauses) >= _AGAIN
    return visible(found.party) if again else ""


def _self_named(document: Document) -> str:
    """The name that a text gives itself beside “we”, where its site has it, too: "(“Fern”, “we” or “us”)" of
    fern.example, and not "(“Company”, “we”)"."""
    said = "|".join(sorted(map(re.escape, languages.all_words(lambda one: one.identity.we))))
    form = re.compile(rf"\(\W*[“\"«]([A-Z0-9][\w&.]*)\s?[”\"»],? (?:\w+ )?[“\"«](?i:{said})[”\"»,]")
    texts = [clause.text for clause in document.clauses]
    names: list[str] = [one for text in texts[:_OPENING] for one in form.findall(text)]
    for name in names:
        site = re.compile(rf"(?<![\w-]){re.escape(name)}\.\w{{2,10}}\b", re.IGNORECASE)
        if any(map(site.search, texts)) and sum(name in text for text in texts) >= _AGAIN:
            return name
    return ""


def _trade_name(document: Document, found: Identity) -> str:
    """A name that the text says often with a capital letter, as its own e-mail address has it."""
    for name in found.names:
        form = re.compile(rf"(?<![\w@.-]){re.escape(name)}(?![\w@.-]*@)(?!\w)", re.IGNORECASE)
        said = Counter(word for clause in document.clauses for word in form.findall(clause.text))
        written = max(said, key=lambda word: (said[word], word), default="")
        if said.total() >= _SAID and written[:1].isupper() and _by_mail(document, name):
            return written
    return ""


def _linked_name(document: Document) -> str:
    """The name of the site that most links of a text lead to, where the text begins with that name and says
    it often; of two sites with as many, more often than that."""
    hosts = (_host(link.target) for clause in document.clauses for link in clause.links)
    times = Counter(filter(None, map(name_in_domain, hosts)))
    most = max(times.values(), default=0)
    if most < _LINKS:
        return ""
    names = [one for one, its in times.items() if its == most and len(one) >= _SHORTEST_NAME]
    often = _SAID if len(names) == 1 else _OFTEN
    written = [one for name in names if (one := _written(document, name, often))]
    return written[0] if len(written) == 1 else ""


def _written(document: Document, name: str, often: int) -> str:
    """A name, or a site, as a text writes it that begins with it and says it often enough, "" if it does not,
    or never with a capital letter."""
    form = re.compile(
        rf"(?<![\w@./-]){re.escape(name)}(?:\.[a-z]{{2,4}}\b(?!\.\w))?(?![\w@-])", re.IGNORECASE
    )
    said = Counter(word for clause in document.clauses for word in form.findall(clause.text))
    capital = [word for word in said if word[0].isupper()]
    written = max(capital, key=lambda word: (said[word], word), default="")
    is_often = said.total() >= often and bool(written)
    return written if is_often and _in_opening(document, written) else ""


def _is_only_a_name(title: str, found: Identity) -> bool:
    """Whether a title names a company, with its legal form or without, and no document."""
    rest = title.removeprefix(found.company) if found.company else title
    alone = rest != title and len(rest.split()) <= 1 and not rest[:1].isalnum()
    return alone or title.casefold() in found.names


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


def _in_host(document: Document, side: CaptureInfo, first: str) -> bool:
    return first in _host(document_text.address(document, side)).replace("-", "")


def _in_opening(document: Document, company: str) -> bool:
    return any(company in clause.text for clause in document.clauses[:_OPENING])


def _host(address: str) -> str:
    found = _HOST.match(address)
    return found[1].casefold().removeprefix("www.") if found else ""
