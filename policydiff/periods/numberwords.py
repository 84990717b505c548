"""Numbers in words, up to a thousand, in English, French, German and Spanish.

Each language spells its numbers in a function of its own, with the variants that people write; a table is made
once, when it is first asked for. Keys are in lower case, with one blank where people write a blank or a hyphen
("twenty four", "quatre vingt dix").
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LONGEST = 7
"""Words of the longest number: "nine hundred and ninety nine", "neuf cent quatre vingt dix neuf"."""
_MOST = 1000
"""Numbers below this are read as words."""


@cache
def numbers(language: str) -> Mapping[str, Fraction]:
    """The numbers of a language, by the words for them; none of a language that is not known.

    >>> numbers("de")["vierundzwanzig"], numbers("fr")["quatre vingt dix"]
    (Fraction(24, 1), Fraction(90, 1))
    """
    spell = _SPELT.get(language)
    if spell is None:
        return {}
    found = {said: Fraction(number) for number in range(1, _MOST) for said in spell(number)}
    return found | {said: Fraction(value) for said, value in _OTHERS[language].items()}


_OTHERS = {
    "en": {"one thousand": "1000", "a thousand": "1000", "a dozen": "12", "half a": "1/2", "half an": "1/2"},
    "fr": {"mille": "1000", "une demi": "1/2"},
    "de": {
        "tausend": "1000", "eintausend": "1000", "zweier": "2", "dreier": "3",
        "anderthalb": "3/2", "eineinhalb": "3/2", "zweieinhalb": "5/2", "dreieinhalb": "7/2",
        **dict.fromkeys("eine einem einen einer eines".split(), "1"),
        **dict.fromkeys("halbe halber halben halbem halbes".split(), "1/2"),
    },
    "es": {"mil": "1000", "medio": "1/2", "media": "1/2"},
}  # fmt: skip
"""Words beside those that counting makes, with their values."""

_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split()
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _english(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        for head in (f"{_EN[hundreds - 1]} hundred", *(["a hundred"] if hundreds == 1 else [])):
            yield from (
                [head]
                if not rest
                else [f"{head}{link}{tail}" for tail in _english(rest) for link in (" ", " and ")]
            )
    elif number < 20:
        yield _EN[number - 1]
    else:
        tens, ones = divmod(number, 10)
        yield _EN_TENS[tens - 2] + (f" {_EN[ones - 1]}" if ones else "")


_FR = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
    " dix-huit dix-neuf".replace("-", "_").split()
)
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre vingt"}
_FR_ELSEWHERE = {70: "septante", 80: "huitante", 90: "nonante"}
"""As in Belgium and Switzerland."""


def _french(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        head = "cent" if hundreds == 1 else f"{_FR[hundreds - 1]} cent"
        yield from [f"{head} {tail}" for tail in _french(rest)] if rest else [head, f"{head}s"]
        return
    yield from _french_below_hundred(number)


def _french_below_hundred(number: int) -> Iterator[str]:
    if number < 20:
        yield _FR[number - 1].replace("_", " ")
        if number == 1:
            yield "une"
        return
    tens = number // 10 * 10
    if tens in _FR_ELSEWHERE:
        yield from _joined(_FR_ELSEWHERE[tens], number - tens)
    if tens in (70, 90):  # soixante-dix, quatre-vingt-dix: counted on from the ten before
        tens -= 10
    yield from _joined(_FR_TENS[tens], number - tens)
    if number == 80:
        yield "quatre vingts"


def _joined(ten: str, ones: int) -> Iterator[str]:
    if not ones:
        yield ten
        return
    for said in _french_below_hundred(ones):
        yield f"{ten} {said}"
        if ones in (1, 11):
            yield f"{ten} et {said}"


_DE = (
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn".split()
)
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_WITHOUT_UMLAUT = str.maketrans({"ü": "ue", "ö": "oe", "ß": "ss"})


def _german(number: int) -> Iterator[str]:
    for said in _german_words(number):
        yield said
        yield said.translate(_WITHOUT_UMLAUT)
        yield said.replace("ß", "ss")


def _german_words(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        for head in (f"{_DE[hundreds - 1]}hundert", *(["hundert"] if hundreds == 1 else [])):
            yield from (
                [head]
                if not rest
                else [f"{head}{link}{tail}" for tail in _german_words(rest) for link in ("", "und")]
            )
    elif number < 20:
        yield _DE[number - 1]
    else:
        tens, ones = divmod(number, 10)
        yield (f"{_DE[ones - 1]}und" if ones else "") + _DE_TENS[tens - 2]


_ES = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco"
    " veintiséis veintisiete veintiocho veintinueve".split()
)
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ES_HUNDREDS = "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
_WITHOUT_ACCENT = str.maketrans("áéíóú", "aeiou")


def _spanish(number: int) -> Iterator[str]:
    for said in _spanish_words(number):
        yield said
        yield said.translate(_WITHOUT_ACCENT)


def _spanish_words(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        if number == 100:
            yield "cien"
            return
        head = _ES_HUNDREDS[hundreds - 1]
        heads = (head,) if hundreds == 1 else (head, f"{head[:-2]}as")
        tails = [f" {tail}" for tail in _spanish_words(rest)] if rest else [""]
        yield from (start + tail for start in heads for tail in tails)
        return
    if number < 30:
        said = _ES[number - 1]
    else:
        tens, ones = divmod(number, 10)
        said = _ES_TENS[tens - 3] + (f" y {_ES[ones - 1]}" if ones else "")
    yield said
    if said.endswith("uno"):  # in front of a noun
        yield f"{said[:-3]}un"
        yield f"{said[:-3]}ún"
        yield f"{said[:-3]}una"


_SPELT: Mapping[str, Callable[[int], Iterator[str]]] = {
    "en": _english,
    "fr": _french,
    "de": _german,
    "es": _spanish,
}
