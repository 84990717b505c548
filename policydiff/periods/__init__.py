"""Spans of time in a text: "90 days", "twenty-four months", "anderthalb Jahre".

In: a text and its language. Out: the periods that it names, each with its value, unit and place. Read are
digits with decimals and thousands, and words up to a thousand, in English, French, German and Spanish. A
number counts only where its unit follows it, so that a price per month, the number of a section or page and a
footnote mark ("13¹ months") make no period; ages ("16 years old"), rates ("7 days a week") and telephone
numbers ("Call 0800 123 456 days and nights") are none either.

What the reading gets wrong: "1,250 years" and "1.250 years" are twelve hundred and fifty in every language,
since nobody states a period to three decimals; a number of years that is an age and does not say so is a
period; a telephone number without a nought and without its country ("555-1234") is a range where nothing
before it says that it is one to call.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff import languages
from policydiff.periods.numberwords import LONGEST, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policydiff.models import Language

Unit = Literal["second", "minute", "hour", "day", "working day", "week", "month", "year"]

_DAYS: dict[Unit, Fraction] = {
    "second": Fraction(1, 86_400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1),
    "working day": Fraction(7, 5), "week": Fraction(7), "month": Fraction(30), "year": Fraction(365),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time that a text names."""

    value: Fraction
    """How many units: "1,5 Jahre" has 3/2."""
    unit: Unit
    text: str
    """The words that name it, as they stand."""
    start: int
    """Offset of these words in the text, in characters."""

    @property
    def end(self) -> int:
        """Offset just after them."""
        return self.start + len(self.text)

    @property
    def days(self) -> Fraction:
        """Its length in days: a month has 30 and a year 365, five working days are a week."""
        return self.value * _DAYS[self.unit]

    def __str__(self) -> str:
        """In English: "90 days", "1.5 years", "1,000 days"."""
        whole = self.value.denominator == 1
        value = f"{self.value.numerator:,}" if whole else f"{float(self.value):,.4f}".rstrip("0")
        return f"{value} {self.unit}{'' if self.value == 1 else 's'}"


class _Number(NamedTuple):
    """A number before a unit."""

    value: Fraction
    start: int
    article: bool = False
    """Whether it is a word for "one" that may be an article."""


class _PeriodPatterns(NamedTuple):
    """The patterns of one language."""

    code: str
    perhaps: re.Pattern[str]
    """Any name of a unit within words in small letters: a quarter of the time, and few sentences hold one."""
    unit: re.Pattern[str]
    """Any name of a unit."""
    meanings: tuple[tuple[Unit, int], ...]
    """Unit and factor of each group of that pattern."""
    filler: re.Pattern[str]
    cue: re.Pattern[str]
    rate: re.Pattern[str]
    age_behind: re.Pattern[str]
    age_before: re.Pattern[str]
    half: re.Pattern[str]
    half_behind: re.Pattern[str]
    dialled: re.Pattern[str]
    articles: frozenset[str]
    """Words for "one" that are often no number."""
    article_counts: bool
    """Whether they count before long units wherever they stand."""
    lasts: frozenset[str]
    """The last words of numbers, and words between them and a unit: most units follow another word."""


_NEVER = r"(?!)"
_WINDOW = 120
"""Characters before a unit in which its number stands."""
_BEHIND = 40
"""Characters after a unit that are looked at for what the period is."""
_NEAR = 24
"""Characters before a number that are looked at for what it is."""
_SPACES = "\u00a0\u2009\u202f"
_DIGITS = re.compile(
    rf"(?<![\w.,/'’])(?<![^\W\d_]-)"
    rf"(?:\d{{1,3}}(?:[.,'’ {_SPACES}]\d{{3}})+(?:[.,]\d{{1,9}})?|\d{{1,9}}(?:[.,]\d{{1,9}})?)"
    r"[½¼¾]?$|(?<![\w.,/])[½¼¾]$"
)
_GROUPED = re.compile(rf"([1-9]\d{{0,2}}(?:([.,'’ {_SPACES}])\d{{3}})(?:\2\d{{3}})*)(?:[.,](\d+))?")
_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_RAISED = "¹²³⁰⁴-⁹"
_NOTE = re.compile(rf"(?:\s?[{_RAISED}]+|\s?\[\^?\w{{1,3}}\]|[*†‡]{{1,3}})$")
_DIALLED = re.compile(rf"\+?\(?\+?\d[\d()/{_SPACES} \u2010-\u2015-]*$")
"""Digits in groups, as in telephone numbers; ranges, dates and thousands are written so too."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST_DIALLED, _LONG_DIALLED, _LOCAL_DIALLED = 7, 9, 6
"""Fewest digits of a telephone number: with the code of its place, in three groups, and after words such as
"call us on"."""
_ROUND = (7, 10, 365)
"""Of how many days round numbers are multiples."""
_MOST_DAYS = 10_000_000
"""Periods of more days are none: cookies that stay for 9,999 years."""
_BRACKETS = re.compile(r"\s*\(\s*([\w][\w .,'’-]{0,40})\s*\)$")
_GLUE = re.compile(r"(?:\s|-|\u2010|\u2011)+$")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"[\d½¼¾](?<!\w.)")
"""The first sign of a number in figures; those of "web3" make none."""
_BETWEEN = re.compile(r"[\s-]*")
_MONEY = re.compile(r"(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|cad|aud))\s*$", re.IGNORECASE)
_PRICE = re.compile(
    r"(?:[$€£¥₹]\s?[\d.,]+|[\d.,]+\s?(?:[$€£¥₹%]|(?:euros?|dollars?|pounds?|cents?|eur|usd|gbp|chf)\b))"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


class _Everywhere(NamedTuple):
    """What is looked for in all languages alike."""

    range: re.Pattern[str]
    """Between two numbers of one unit."""
    named: re.Pattern[str]
    """What stands beside a number that is a name and counts nothing: a section, a page."""


@cache
def _patterns() -> _Everywhere:
    ranges = _any(languages.all_lines(lambda one: one.periods.ranges))
    named = _any(languages.all_lines(lambda one: one.periods.named))
    return _Everywhere(
        _compiled(rf"\s*(?:[-\u2010-\u2015]|\b(?:{ranges})\b)\s*$"),
        _compiled(rf"(?:\b(?:{named})\.?|§+|n[°º]|#)\s*$"),
    )


@lru_cache(maxsize=128)
def periods(text: str, language: Language) -> tuple[Period, ...]:
    """The periods that a text names, in their order; of "30 to 90 days" both. Several rules in turn ask for
    those of a statement.

    Args:
        text: a sentence or a clause.
        language: one whose file has `[periods]`; any other is read as English.

    >>> [str(found) for found in periods("We keep logs for ninety (90) days and cookies 13¹ months.", "en")]
    ['90 days', '13 months']
    """
    words = _words(language)
    if words.perhaps.search(text.lower()) is None or words.unit.search(text) is None:
        return ()  # as most texts: it is seen sooner than where numbers stand
    start = _first_number(text, words)
    found = [_named(text, match, words) for match in words.unit.finditer(text, start)]
    return tuple(chain.from_iterable(found))


def _first_number(text: str, words: _PeriodPatterns) -> int:
    """The place before which no number stands: numbers are found much faster than units."""
    if not words.lasts.isdisjoint(_WORD.findall(text.lower())):
        return 0
    figure = _FIGURE.search(text)
    return figure.end() if figure else len(text)


@lru_cache(maxsize=64)
def _words(code: str) -> _PeriodPatterns:
    found = languages.find(code)
    if found is None or not found.periods.units:
        return _words(languages.FALLBACK)
    said = found.periods
    units = [(*_unit(name), "|".join(lines)) for name, lines in said.units.items()]
    glued = [(*_unit(name), "|".join(lines)) for name, lines in said.glued.items()]
    return _PeriodPatterns(
        code,
        re.compile(_any(line for lines in (*said.units.values(), *said.glued.values()) for line in lines)),
        _compiled(rf"(?:(?<![^\W\d_])(?:{_groups(units)})|(?:{_groups(glued)}))(?![^\W{_RAISED}])"),
        tuple((unit, factor) for unit, factor, _ in (*units, *glued)),
        _compiled(rf"\b(?:{_any(said.fillers)})(?:\s|-)+$"),
        _compiled(rf"\b(?:{_any(said.cues)})(?:\s+|['’])$"),
        _compiled(rf"\s*(?:{_any(said.rates)}|/\s?)(?:\d|\b(?:{_any(one for _, _, one in units)})\b)"),
        _compiled(_any(said.ages_behind)),
        _compiled(_any(said.ages_before)),
        _compiled(_any(said.half_before)),
        _compiled(_any(said.half_behind)),
        _compiled(rf"\b(?:{_any(said.dialled)})\s*$"),
        said.articles,
        said.article_counts,
        frozenset(
            word
            for line in (*numbers(code), *said.articles, *said.fillers, "half")
            for word in line.split()[-1:]
        ),
    )


def _unit(name: str) -> tuple[Unit, int]:
    """A unit and how many of it a name stands for, from "month*3"."""
    unit, _, times = name.partition("*")
    return next(known for known in _DAYS if known == unit), int(times or 1)


def _groups(units: list[tuple[Unit, int, str]]) -> str:
    return "|".join(f"({said})" for _, _, said in units) or _NEVER


def _any(lines: Iterable[str]) -> str:
    return "|".join(lines) or _NEVER


def _compiled(said: str) -> re.Pattern[str]:
    return re.compile(said, re.IGNORECASE)


def _named(text: str, match: re.Match[str], words: _PeriodPatterns) -> Iterator[Period]:
    """The period, or the two of a range, whose unit stands at a place."""
    unit, factor = words.meanings[(match.lastindex or 1) - 1]
    offset = max(0, match.start() - _WINDOW)
    before = text[offset : match.start()]
    number = _counted(before, words) if _may_count(before, words) else None
    if number is None:
        return
    lead, behind = before[: number.start], text[match.end() : match.end() + _BEHIND]
    more = words.half_behind.match(behind)
    if more is not None:
        number = number._replace(article=False)  # "a year and a half" is one year and a half
    if _is_none(lead, behind, number, unit, words):
        return
    value, end = number.value, match.end()
    if more is not None:
        value, end = value + Fraction(1, 2), end + more.end()
    start = number.start
    joined = _patterns().range.search(lead, max(0, len(lead) - _NEAR))
    first = _counted(lead[: joined.start()], words, glue=False) if joined else None
    if first is not None and first.value < value:
        start = first.start
        if _is_none(before[:start], behind, first._replace(article=False), unit, words):
            return
        yield Period(first.value * factor, unit, text[offset + start : end], offset + start)
    yield Period(value * factor, unit, text[offset + start : end], offset + start)


def _may_count(before: str, words: _PeriodPatterns) -> bool:
    """Whether a number may stand at the end of a text: what most units follow is quickly seen to be none."""
    before = before.rstrip().rstrip("-\u2010\u2011")
    if not before or not before[-1].isalpha():
        return bool(before)
    last = re.split(r"[\W\d_]", before[-_NEAR:])[-1].lower()
    return last in words.lasts or len(last) == _NEAR


def _counted(before: str, words: _PeriodPatterns, *, glue: bool = True) -> _Number | None:
    """The number at the end of what stands before a unit."""
    if glue:
        before = _without(_GLUE, before)
        before = _without(words.filler, before + " ").rstrip() if before else before
    half = words.half.search(before)
    if half is not None:
        before = before[: half.start()]
    brackets = _BRACKETS.search(before)
    found = _number(_without(_NOTE, before[: brackets.start()] if brackets else before), words)
    if found is None and brackets is not None:
        found = _number(before[: brackets.end(1)], words)
    if found is not None and half is not None:
        return found._replace(value=found.value + Fraction(1, 2), article=False)
    return found


def _without(pattern: re.Pattern[str], before: str) -> str:
    found = pattern.search(before)
    return before[: found.start()] if found else before


def _number(before: str, words: _PeriodPatterns) -> _Number | None:
    """A number at the very end of a text, in digits or words."""
    digits = _DIGITS.search(before)
    if digits is not None:
        return None if _is_dialled(before, words) else _Number(_value(digits.group()), digits.start())
    return _in_words(before, words)


def _is_dialled(before: str, words: _PeriodPatterns) -> bool:
    """Whether a text ends in a telephone number: "+49 30 123456", "0800 123 456", "call 555-1234".

    >>> texts = ("Tel. 0800 123 456", "ring 555 0100", "call us on 555-1234", "30-90", "since 01-05-2024 30")
    >>> [_is_dialled(text, _words("en")) for text in texts]
    [True, True, True, False, False]
    """
    found = _DIALLED.search(before)
    groups = re.findall(r"\d+", found.group()) if found else []
    if not found or any(_YEAR.fullmatch(one) for one in groups):
        return False
    count = sum(map(len, groups))
    if found.group().startswith(("+", "(+")) or (len(groups[0]) > 1 and groups[0].startswith("0")):
        return count >= _SHORTEST_DIALLED
    if len(groups) > 2 and count >= _LONG_DIALLED:
        return True
    label = before[max(0, found.start() - _NEAR) : found.start()]
    if count >= _LOCAL_DIALLED and not _is_range(groups) and words.dialled.search(label):
        return True
    return len(groups) > 1 and len(groups[-1]) > 3 and groups[-1].startswith("0")


def _is_range(groups: list[str]) -> bool:
    """Whether digits are two round numbers, the second one larger: "Phone: 365-1095 days" says how long data
    on telephones are kept, "Phone: 555-1234 days" when somebody answers.

    One local number in twenty is taken for a range.
    """
    return (
        len(groups) == 2
        and int(groups[0]) < int(groups[1])
        and all(any(int(one) % days == 0 for days in _ROUND) for one in groups)
    )


def _value(written: str) -> Fraction:
    r"""The value of digits.

    >>> [str(_value(written)) for written in ("1,5", "1.000", "10,000", "1\u202f000", "2½")]
    ['3/2', '1000', '10000', '1000', '5/2']
    """
    more = _FRACTIONS.get(written[-1])
    if more is not None:
        return more + _value(written[:-1] or "0")
    grouped = _GROUPED.fullmatch(written)
    if grouped is not None:
        whole, decimals = re.sub(r"\D", "", grouped[1]), grouped[3] or ""
    else:
        whole, _, decimals = written.replace(",", ".").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _in_words(before: str, words: _PeriodPatterns) -> _Number | None:
    """The longest number in words at the end of a text."""
    known = numbers(words.code)
    found = list(_WORD.finditer(before))[-LONGEST:]
    if not found or found[-1].end() != len(before):
        return None
    near = len(found) - 1  # the words that only blanks and hyphens part from the last one
    while near and _BETWEEN.fullmatch(before, found[near - 1].end(), found[near].start()):
        near -= 1
    for first in range(near, len(found)):
        said = " ".join(word.group() for word in found[first:]).lower()
        article = said in words.articles
        value = Fraction(1) if article else known.get(said)
        if value is not None:
            return _Number(value, found[first].start(), article)
    return None


def _is_none(lead: str, behind: str, number: _Number, unit: Unit, words: _PeriodPatterns) -> bool:
    """Whether a number and its unit are no span of time: an age, a rate, a price, a section.

    Args:
        lead: what stands before the number.
        behind: what stands after the unit.
        number: the number.
        unit: its unit.
        words: the language's.
    """
    near = lead[-_NEAR:]
    if _patterns().named.search(near) or _MONEY.search(near) or words.rate.match(behind):
        return True
    if number.value * _DAYS[unit] > _MOST_DAYS:
        return True
    if number.article and not _is_one(lead, behind, unit, words):
        return True
    if unit != "year":
        return False
    return words.age_behind.match(behind) is not None or words.age_before.search(lead) is not None


def _is_one(lead: str, behind: str, unit: Unit, words: _PeriodPatterns) -> bool:
    """Whether a word for "one" counts: after a word of length, or where it stands alone in its cell."""
    if _PRICE.search(lead[-_NEAR:]):
        return False
    if words.cue.search(lead[-_NEAR:]):
        return True
    if not lead.strip() or lead.rstrip()[-1] in ":(;–—":
        # "Un jour, nous pourrons vendre" names some day, no length.
        return not behind.strip() or behind.lstrip()[0] in (".;)(" if unit == "day" else ".,;)(")
    return words.article_counts and unit in ("week", "month", "year")
