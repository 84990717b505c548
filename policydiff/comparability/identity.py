"""Whose document a text is, and which one: Document -> Identity.

Read from what a reader looks at first: the title, the company with its legal form, the e-mail address at the
end. Names are stored as single words, without those that many companies use ("Group", "Ltd").

What this gets wrong: a company that is named without its legal form ("Lumora", never "Lumora Ltd") is known
by its mail and its title alone; where neither says whose document it is, a partner that the text names more
often than its author is taken for the author.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import legal_forms
from policydiff.domains import name_in_domain
from policydiff.models import Identity
from policydiff.text import size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Clause, Document

_LOOKED_AT = 120_000
"""Characters of a document that are searched for names."""
_TITLE = 14
"""Most words of a line that may be the name of a document."""
_LINES = 6
"""Clauses at the start of a document in which its name stands."""
_SENTENCE = 8
"""Fewest words of half a sentence; labels and buttons have fewer."""
_ENDS = (".", "!", "?", "。", "！", "？", ":", ";", ",")
_OFTEN, _SHARE = 2, 4
"""Fewest mentions of a name that counts, and their share of the mentions of the company's own name: one in
four."""
_ENTITIES, _OPENING = 20, 3_000
"""Most companies that are considered, and characters at the start of a document in which its own company is
named."""
_APART = 60
"""Most words between two words that say what the document is."""
_BEHIND = 40
"""Characters after words such as "formerly" in which the earlier name of the company is looked for."""
_MOST = 400
"""Most names of other companies that are stored."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_NAME = re.compile(r"[A-ZÀ-ÞĀ-ŽΑ-ΫА-Я](?<!\w.)[\w&'’-]+")
_SMALL = re.compile(r"[a-zß-ÿ](?<!\w.)[\w&'’-]+")
_WORD = re.compile(r"[^\W_]+(?:[&'’-][^\W_]+)*")
_KINDS = ("privacy", "cookies", "terms", "rules", "imprint", "returns", "processing")
_AUDIENCES = ("applicants", "employees", "children", "one state", "business partners")
_LAWS_FOR = {"one state": ("US-CA",)}
"""A notice that is named after the law of a state is for the people of that state."""
_ONE_STATE = ("one state",)
_ELSEWHERE = 4
"""How often a text must name the law of Europe to be for more than the people of one American state: its
first line may be a link to their notice."""


def identity(document: Document) -> Identity:
    """Whose document it is, and which."""
    lines = _lines(document.clauses)
    over = [document.title, *lines] if size(document.title) <= _TITLE else lines
    kinds = next((found for line in over if (found := _found(line, "kinds"))), ())
    audience = next((found for line in over[:3] if (found := _found(line, "audiences"))), ())
    text = searched_text(document)
    if audience == _ONE_STATE and _names_law_elsewhere(text):
        audience = ()
    read = [_read_line(line) for line in text.split("\n")]
    capitals = Counter(chain.from_iterable([one.capitals for one in read]))
    small = Counter(chain.from_iterable([one.small for one in read]))
    named = {word: n for word, n in _folded(capitals).items() if n > small[word]}
    title = [word for word in _parts(document.title) if named.get(word, 0) >= _OFTEN]
    mails = [name for name, _ in Counter(chain.from_iterable([one.mails for one in read])).most_common(20)]
    company = _company(text, read, title, mails)
    mails.sort(key=lambda name: not _fits(_parts(company), {name}))  # a partner's may stand there more often
    own = tuple(dict.fromkeys((*_parts(company), *mails[:1], *title)))
    often = max((named.get(word, 0) for word in own), default=0) / _SHARE
    once = list(_once_named(text, read))
    return Identity(
        title=document.title,
        kinds=kinds,
        audience=audience,
        company=company,
        party=_party(text[:_OPENING]),
        names=own,
        mentions=frozenset([*dict(Counter(named).most_common(_MOST)), *mails, *once]),
        often=frozenset([*(word for word, n in named.items() if n >= max(_OFTEN, often)), *once]),
        day=max((one.day for one in document.dates), default=None),
        words=(words_ := size(text)),
        on_subject=_is_on_subject(document.clauses, words_),
        ended=has_ended(document.clauses),
    )


class _LineOfNames(NamedTuple):
    """The names in one line that show whose document it is. Remembered by the line, since neighbouring
    versions share most lines."""

    capitals: tuple[str, ...]
    """Words that begin with a capital."""
    small: tuple[str, ...]
    """Words that begin with a small letter."""
    companies: tuple[str, ...]
    """Names with a legal form, in Latin letters."""
    mails: tuple[str, ...]
    """Names in the domains of e-mail addresses."""
    once: tuple[int, ...]
    """Offsets, in the line in lower case, at which words such as "formerly" end."""


@lru_cache(maxsize=8_192)
def _read_line(line: str) -> _LineOfNames:
    return _LineOfNames(
        tuple(_NAME.findall(line)),
        tuple(_SMALL.findall(line)),
        tuple(_latin().findall(line)),
        tuple(name_in_domain(one) for one in _MAIL.findall(line)) if "@" in line else (),
        tuple(found.end() for found in _once().finditer(line.lower())),
    )


def _names_law_elsewhere(text: str) -> bool:
    """Whether a text names the law of Europe so often that it is for people there, too."""
    return len(_law_of_europe().findall(text.lower())) >= _ELSEWHERE


@cache
def _law_of_europe() -> re.Pattern[str]:
    places = languages.all_lines(lambda one: one.identity.regions.get("EU", ()))
    return re.compile(rf"\b(?:{'|'.join((*places, *languages.law_names('EU')))})\b")


def _is_on_subject(clauses: Sequence[Clause], words_: int) -> bool:
    """Whether words that say what the document is are close enough to each other. They are counted clause by
    clause, since neighbouring versions share most clauses, and only until there are enough."""
    enough, left, found = words_ // _APART + 1, _LOOKED_AT, 0
    for clause in clauses:
        if found >= enough or left <= 0:
            break
        found += _subjects(clause.text[:left])
        left -= len(clause.text) + 1
    return found >= enough


@lru_cache(maxsize=16_384)
def _subjects(text: str) -> int:
    return len(_subject().findall(text.lower()))


@cache
def _before_we() -> re.Pattern[str]:
    """A name before “we” in brackets, and what may stand between: "and its subsidiaries"."""
    own = "|".join(languages.all_lines(lambda one: one.identity.with_own))
    we = "|".join(sorted(languages.all_words(lambda one: one.identity.we)))
    return re.compile(
        r"([A-ZÀ-Þ][^\n“”\"‘«():;]{1,80}?(?:\([A-ZÀ-Þ][^\n()]{1,20}\)[^\n“”\"‘«():;]{0,60}?)?)"
        rf"(?:,? (?:{own})\b[^\n(]{{0,60}})?\s*\((?:[^)\n]{{0,60}}[,\s])?[“\"‘'«]\s?(?i:{we})\b"
    )


@cache
def _inside_names() -> frozenset[str]:
    """Small words that stand inside names."""
    return languages.all_words(lambda one: one.identity.inside_names) | {"&"}


def _party(text: str) -> str:
    """The name before “we” in the sentence that defines “we”; "this Privacy Policy" is no such name.

    >>> _party("Lumora (Europe) S.A. and its subsidiaries (“we”, “us”) run the site.")
    'Lumora (Europe) S.A.'
    """
    found = _before_we().search(text)
    if found is None:
        return ""
    name: list[str] = []
    for word in reversed(found[1].split()):
        short = word.endswith(".") or word == "à"  # "S.à r.l."
        if not (word[0].isupper() or word[0] == "(" or short or word.lower() in _inside_names()):
            break
        name.insert(0, word)
    while name and name[0].lower() in _inside_names():
        del name[0]
    named = " ".join(name).strip(" ,")
    return "" if _found(named, "kinds") else named


def audience(line: str) -> tuple[str, ...]:
    """The audience that a title or a heading names ("applicants"); "" if it is for everybody."""
    return _found(line, "audiences")


def is_for_some(line: str) -> bool:
    """Whether a heading names an audience or a place: what stands below it is not for everybody.

    >>> is_for_some("Notice to readers in Norway"), is_for_some("Your choices")
    (True, False)
    """
    return bool(audience(line)) or _places().search(line.lower()) is not None


def document_kinds(line: str) -> tuple[str, ...]:
    """Which kind of document a title or a heading names: "privacy"."""
    return _found(line, "kinds")


def searched_text(document: Document) -> str:
    """The text of a document as far as it is searched for names."""
    return "\n".join([clause.text for clause in document.clauses])[:_LOOKED_AT]


def has_ended(clauses: Sequence[Clause]) -> bool:
    """Whether the last clause is more than the first half of a sentence."""
    last = clauses[-1] if clauses else None
    if last is None or last.kind == "heading" or last.cell or size(last.text) < _SENTENCE:
        return True
    if any(link.end >= len(last.text) for link in last.links):
        return True
    letter = last.text[-1].isalpha() or last.text[-1] in ",-–"
    return not letter or last.text.split()[-1][:1].isupper()


def _lines(clauses: Sequence[Clause]) -> list[str]:
    """Headings and short lines at the start."""
    return [
        one.text
        for one in clauses[:_LINES]
        if one.kind == "heading" or (size(one.text) <= _TITLE and not one.text.endswith(_ENDS))
    ]


def _found(line: str, table: str) -> tuple[str, ...]:
    small = line.lower().replace("’", "'")
    return tuple(name for name, pattern in _patterns(table) if pattern.search(small))


@lru_cache(maxsize=64)
def _patterns(table: str) -> list[tuple[str, re.Pattern[str]]]:
    names, listed = (_KINDS, _kind) if table == "kinds" else (_AUDIENCES, _audience)
    return [(name, _any_of(*listed(name))) for name in names]


def _kind(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of one kind of document, as whole words and as parts of words."""
    return (
        languages.all_lines(lambda one: one.identity.kinds.get(name, ())),
        languages.all_lines(lambda one: one.identity.kinds_within.get(name, ())),
    )


def _audience(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for an audience, likewise."""
    laws = languages.law_names(*_LAWS_FOR.get(name, ()))
    return (
        (*languages.all_lines(lambda one: one.identity.audiences.get(name, ())), *laws),
        languages.all_lines(lambda one: one.identity.audiences_within.get(name, ())),
    )


def _any_of(whole: Iterable[str], within: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join([rf"\b(?:{'|'.join(whole)})(?!\w)", *within]))


@cache
def _places() -> re.Pattern[str]:
    """The countries and states of all languages."""
    return _any_of(languages.all_lines(lambda one: one.identity.places), ())


@cache
def _subject() -> re.Pattern[str]:
    """The words by which a text shows that it is a policy: its subject, and the names of policies."""
    tables = [
        (
            languages.all_lines(lambda one: one.identity.subjects),
            languages.all_lines(lambda one: one.identity.subjects_within),
        ),
        _kind("privacy"),
        _kind("terms"),
    ]
    return _any_of(*(chain.from_iterable(listed) for listed in zip(*tables, strict=True)))


# --- names -------------------------------------------------------------------------------------


def _company(text: str, lines: Sequence[_LineOfNames], title: Sequence[str], mails: Sequence[str]) -> str:
    """The name with a legal form that is mentioned most often, if it begins early and an e-mail address has
    it too; else one that the title or the most frequent address has comes first.

    Args:
        text: what is searched for names.
        lines: the names in its lines.
        title: the words of the title that are names.
        mails: the names in e-mail addresses, the most frequent first; it may be a partner's.
    """
    inside = [form.findall(text) for part, form in _forms_inside() if part in text]
    names = chain.from_iterable([*(one.companies for one in lines), *inside])
    found = Counter(" ".join(name.replace(",", " ").split()) for name in names)
    listed = [name for name, _ in found.most_common(_ENTITIES) if _parts(name)]
    if not listed:
        return ""
    early = text.find(listed[0]) < max(_OPENING, len(text) // 5)
    if early and _fits(_parts(listed[0]), set(mails)):
        return listed[0]
    known = {*title, *mails[:1]}
    of_its_own = [name for name in listed if _fits(_parts(name), known)]
    return next(iter(of_its_own), listed[0] if early or not known else "")


@cache
def _latin() -> re.Pattern[str]:
    """Names with a legal form in Latin letters, in one line."""
    blank, word = r"[^\S\n]+", r"[\w&'’-]*,?"
    return re.compile(
        rf"([A-Z](?<!\w.)[\w&'’.-]*,?(?:{blank}[A-Z&]{word}){{0,4}}){blank}(?:{legal_forms.LEGAL_FORM})(?!\w)"
    )


@cache
def _forms_inside() -> list[tuple[str, re.Pattern[str]]]:
    """The same in other scripts. Each pattern comes with a mark that a text must have for it to be tried."""
    return [(part, re.compile(form)) for part, form in legal_forms.FORMS_INSIDE]


def _fits(parts: Sequence[str], known: set[str]) -> bool:
    joined = "".join(parts)
    return bool(set(parts) & known) or any(len(one) >= 4 and one in joined for one in known)


def _parts(name: str) -> list[str]:
    generic = _generic()
    return [word for one in _WORD.findall(name) if (word := one.casefold()) not in generic and len(word) > 1]


@cache
def _generic() -> frozenset[str]:
    return legal_forms.FORMS.union(*(one.identity.generic for one in languages.every()))


def _folded(counted: Counter[str]) -> dict[str, int]:
    """Words that may be names, in lower case, with the number of times each is used."""
    found: Counter[str] = Counter()
    for word, times in counted.items():
        for part in _parts(word):
            found[part] += times
    return found


def _once_named(text: str, lines: Sequence[_LineOfNames]) -> Iterator[str]:
    """Parts of names after words such as "formerly"."""
    # Looking for both kinds of letters takes three times as long; but for "İ", letters stay where they are.
    if len(text.lower()) == len(text):
        starts = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
        ends = [start + end for start, one in zip(starts, lines, strict=False) for end in one.once]
    else:
        ends = [found.end() for found in _once().finditer(text)]
    for end in ends:
        yield from _parts(text[end : end + _BEHIND])


@cache
def _once() -> re.Pattern[str]:
    listed = "|".join(languages.all_lines(lambda one: one.identity.once))
    return re.compile(rf"\b(?:{listed})(?: |(?<=-))")
