"""Words and pieces of a str, and the folded form in which texts are compared.

Folded text is for comparison only and never shown: typographic quotes, dashes, white space, footnote marks
and zero-width characters do not count as changes, nor do tokens that are new at every request.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from policydiff import languages

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Footnote marks, which are numbered anew when one is put in."""
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FOLDED = {
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    **dict.fromkeys(_INVISIBLE + _RAISED, ""),
}
_TO_FOLD = re.compile(f"[{''.join(_FOLDED)}]")
_VOLATILE_PATTERN = (
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"  # UUID
    r"|\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{16,}\b"  # hexadecimal token
    r"|\[email[\s\u00a0]protected\]"  # mask that a content delivery network puts over addresses
)
_VOLATILE = re.compile(_VOLATILE_PATTERN, re.IGNORECASE)
_NO_DIGIT = bytes(set(range(256)).difference(b"0123456789["))
_PERHAPS_VOLATILE = re.compile(r"[0-9a-fA-F]{8}|\[[eE]")
"""Quick tests for volatile tokens, which few clauses pass."""
_MASK = "\N{CURRENCY SIGN}"
_QUOTED_PATTERN = r"(?<![\w%])%2[027]"
_QUOTED = re.compile(_QUOTED_PATTERN)
"""A blank or quotation mark as addresses write it, left in the text where a link was cut short."""
_WORD = re.compile(r"\w+", re.UNICODE)
GIANT = 200_000
"""A longer text is no clause, and is compared in stretches, so that no input takes minutes."""
_KEPT = 2_000
"""Signs of a text, up to which the form that is compared is kept: so some thousand of them take a few MB."""
_PIECE = re.compile(r"[^.!?]*[.!?]*\s*")
"""A stretch of such a text, up to a full stop."""
_SIGNS = r"%$+¢-¥\u20a0-\u20bf\u2190-\u21ff\u2600-\u27bf\U0001f300-\U0001faff"
"""Signs that are no punctuation: currencies, percent, arrows, ticks and crosses, pictures."""
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Signs written without blanks between words: every one counts as a word."""
_COUNTED = re.compile(rf"[^\W{_IDEOGRAPHS}]+|[{_SIGNS}{_IDEOGRAPHS}]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no blanks between words, of which two make about one word."""
_UNSPACED_STARTS = tuple(bytes([first]) for first in (0xE0, 0xE1, *range(0xE3, 0xEA)))
"""The first bytes of these letters in UTF-8."""


_BETWEEN_WORDS = bytes(
    code if code >= 128 or chr(code).isalnum() or chr(code) == "_" else 32 for code in range(256)
)
"""Of every byte of a text that byte, of a plain sign that is in no word a blank."""
_PLAIN_WORDS = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or chr(code) in "_%$+") else 32
    for code in range(256)
)
"""Of every byte of a plain text the small letter, digit or sign that counts, else a blank."""


def _perhaps_volatile(text: str) -> bool:
    written = text.encode("utf-8", "surrogatepass")
    return bool(written.translate(None, _NO_DIGIT)) and _PERHAPS_VOLATILE.search(text) is not None


def _straight(text: str) -> str:
    """Typographic signs as a keyboard has them: ten times as fast as str.translate."""
    return unicodedata.normalize("NFC", _TO_FOLD.sub(lambda match: _FOLDED[match.group()], text))


def fold(text: str) -> str:
    r"""The form in which two texts are compared: same folded form, same words to a reader.

    >>> fold("Meta’s  “legitimate interests” – see")
    'Meta\'s "legitimate interests" - see'
    """
    return " ".join(_replaced(text).split())


def _replaced(text: str) -> str:
    """The same with white space as it stands."""
    if not text.isascii():
        text = _straight(text)
    if _perhaps_volatile(text):
        text = _VOLATILE.sub(_MASK, text)
    return _QUOTED.sub('"', text) if "%2" in text else text


def words(text: str) -> list[str]:
    """Runs of letters and digits, as they stand."""
    # Between plain signs the words can be found by splitting: twice as fast.
    pieces = (
        text.encode("utf-8", "surrogatepass")
        .translate(_BETWEEN_WORDS)
        .decode("utf-8", "surrogatepass")
        .split()
    )
    if text.isascii():
        return pieces
    return [word for piece in pieces for word in ((piece,) if piece.isascii() else _WORD.findall(piece))]


def size(text: str) -> int:
    """About how many words a text has, also where no blanks stand between them.

    >>> size("We keep your data."), size("個人情報")
    (4, 3)
    """
    lines = text.count("\n") if "\n" in text else 0  # a sign is found much faster than counted
    spaced = text.count(" ") + lines + 1
    if text.isascii():
        return spaced
    written = text.encode("utf-8", "replace")
    if any(first in written for first in _UNSPACED_STARTS):  # bytes are found much faster than letters
        return spaced + len(_UNSPACED.findall(text)) // 2
    return spaced


def compared(text: str) -> str:
    """The form in which two clauses are compared: their words in lower case, and symbols that carry meaning.

    Punctuation, capitals and a number before the clause do not count.

    >>> compared("2. We keep “Personal Data”.") == compared("(b) we keep personal data;")
    True
    """
    return _kept(text) if len(text) <= _KEPT else " ".join(compared_words(text))


@lru_cache(maxsize=4096)
def _kept(text: str) -> str:
    """The same; a report asks for that of each clause again and again."""
    return " ".join(compared_words(text))


def compared_words(text: str) -> list[str]:
    """The same, word by word; of a text as long as a book, stretch by stretch."""
    if len(text) > GIANT:
        return [piece for piece in _PIECE.findall(text.casefold()) if piece]
    folded = _replaced(text)
    start = enumerator_end(folded)
    if not folded.isascii():
        return _COUNTED.findall(folded.casefold(), start)
    # Without other letters the words can be found by splitting: three times as fast.
    for sign in "%$+":
        if sign in folded:
            folded = folded[:start] + folded[start:].replace(sign, f" {sign} ")
    return folded[start:].encode().translate(_PLAIN_WORDS).decode().split()


@lru_cache(maxsize=16_384)
def word_count(token: str) -> int:
    """How many words a token is: none if it is a punctuation mark, two if it is a contraction ("don't").

    A number counts as many as `compared_words` finds in it ("10,000" two).
    """
    if token.isalnum():
        return 1
    return 1 + sum(map(token.count, "'.,")) if _COUNTED.match(token) else 0


# --- Tokens: what word edits are made of --------------------------------------------------------

_MARKS = "\u0300-\u036f\ufe00-\ufe0f" + _INVISIBLE + _RAISED
_CONTRACTION = r"(?:['’](?:s|t|d|m|ll|re|ve)\b)?"
_NUMBER_HEAD = r"(?:\d++[.,](?=\d))*+"
"""All of a number but its last digits: "10,000" and "2.5" are one word, which changes as a whole."""
_TOKEN = re.compile(
    rf"(?i:{_VOLATILE_PATTERN})"
    rf"|[{_IDEOGRAPHS}]"
    rf"|{_NUMBER_HEAD}(?:[^\W{_IDEOGRAPHS}{_RAISED}][{_MARKS}]*)+{_CONTRACTION}"
    rf"|{_QUOTED_PATTERN}"
    r"|\.{3}"
    rf"|[^\w\s{_INVISIBLE}]",
)
_PLAIN_TOKEN = re.compile(rf"{_NUMBER_HEAD}\w+{_CONTRACTION}|\.{{3}}|[^\w\s]")
_NOT_PLAIN = re.compile(rf"[{_IDEOGRAPHS}{_MARKS}]")


def tokens(text: str, start: int = 0) -> tuple[list[int], list[str]]:
    """Words and punctuation marks from `start` on: where they begin, and folded, in lower case.

    White space is no token. An English contraction ("don't") is one word; a French elision ("l'objet") is
    two, since the noun may change alone. A number is one with its decimals and thousands.

    >>> tokens("You don’t pay."), tokens("For 1,000 days.")
    (([0, 4, 10, 13], ['you', "don't", 'pay', '.']), ([0, 4, 10, 14], ['for', '1,000', 'days', '.']))
    """
    if len(text) > GIANT:
        return _giant_tokens(text, start)
    flat = text if text.isascii() else _TO_FOLD.sub(lambda match: _FOLDED[match.group()], text)
    flat = flat.casefold()
    if _is_plain(text, flat):  # folding did not move a sign: no need to fold every token
        plain = list(_PLAIN_TOKEN.finditer(flat, start))
        return [match.start() for match in plain], [match.group() for match in plain]
    found = list(_TOKEN.finditer(text, start))
    return [match.start() for match in found], [_folded(match.group()) for match in found]


def _is_plain(text: str, flat: str) -> bool:
    """Whether the tokens of a text can be read off its folded form."""
    if "%2" in text or _perhaps_volatile(text):
        return False
    if text.isascii():
        return True
    return (
        _NOT_PLAIN.search(text) is None and len(flat) == len(text) and unicodedata.is_normalized("NFC", flat)
    )


def _giant_tokens(text: str, start: int) -> tuple[list[int], list[str]]:
    found = [(match.start(), match.group()) for match in _PIECE.finditer(text, start) if match.group()]
    return [place for place, _ in found], [piece.casefold() for _, piece in found]


def _folded(token: str) -> str:
    if not token.isascii():
        return _straight(token).casefold()
    if len(token) >= 16 and _VOLATILE.fullmatch(token):
        return _MASK
    if token[0] == "%" and len(token) > 1:
        return '"'
    return token.lower()


# --- The number before a clause -----------------------------------------------------------------


@cache
def _enumerator() -> re.Pattern[str]:
    listed = languages.all_lines(lambda one: one.writing.enumerators)
    words = "|".join(listed).replace(" ", r"\s")
    return re.compile(
        rf"[\s{_INVISIBLE}]*"
        rf"""(?:
            (?:{words}|§)\s?
              (?:\d{{1,3}}(?:\.\d{{1,3}})*|[ivxlc]{{1,6}})\s?[.:)–—-]
          | \(?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|[a-z]|[ivxlc]{{1,6}})\s?(?:\)|\.\)?|\s?[–—-](?=\s+\D))
          | \d{{1,2}}(?:\.\d{{1,3}}){{1,4}}(?=\s+(?-i:[^\W\d_a-zà-ÿ]))
            (?!\s+(?:mil|bil|mrd|mio|[kmgt]b\b|eur|usd))
        )"""
        rf"[\s{_INVISIBLE}]+(?=[^\s{_INVISIBLE}])",
        re.IGNORECASE | re.VERBOSE,
    )


_BULLET = re.compile(rf"[\s{_INVISIBLE}]*[•·▪◦●○■□*–—-][\s{_INVISIBLE}]+(?=[^\s{_INVISIBLE}])")


@cache
def _numbering() -> frozenset[str]:
    """Letters with which a number begins that has more than one of them: "Section", "iv"."""
    words = languages.all_lines(lambda one: one.writing.enumerators)
    return frozenset([*(word[:2] for word in words), *(one + other for one in "ivxlc" for other in "ivxlc")])


_DAY_OF_DATE = re.compile(r"\S+\s+\d{4}\b")


def enumerator_end(text: str) -> int:
    """Where the clause begins after a number such as "1.", "2.3", "(a)", "iv)" or "Section 4:".

    A number that belongs to the words is none: "13 years", or the day of "25. Mai 2018".

    >>> enumerator_end("(a) We share data"), enumerator_end("16 years or older")
    (4, 0)
    """
    head = text[:3]
    if head.isalpha() and head.isascii() and head[:2].lower() not in _numbering():  # a word, as a rule
        return 0
    bullet = _BULLET.match(text)
    match = _enumerator().match(text, bullet.end() if bullet else 0) or bullet
    if match is None or _DAY_OF_DATE.match(text, match.end()):
        return 0
    return match.end()


# --- Pieces of a clause ---------------------------------------------------------------------------

_BLANK_BEHIND_STOP = r"\s(?<=[.!?:;].)\s*"
"""The lookbehind comes after the first blank, so that nearly all of a text is skipped at once."""
_ROUGHLY = re.compile(_BLANK_BEHIND_STOP, re.DOTALL)
_FULL_WIDTH = "。！？；"
_ROUGHLY_WITHOUT_BLANKS = re.compile(rf"{_BLANK_BEHIND_STOP}|(?<=[{_FULL_WIDTH}])\s*", re.DOTALL)
_NOTE = re.compile(r"\[\d{1,3}\]")
"""The mark of a footnote: numbered anew where a link is added."""


def statements(text: str) -> list[str]:
    """A clause in pieces as texts are compared: cut after every stop, the same way in all languages.

    They are never shown; sentences for readers come from `sentences`. Whether two versions share a piece must
    not depend on the language that each was taken to be in.

    >>> statements("We keep data. We sell none!")
    ['we keep data', 'we sell none']
    """
    return [said for piece in pieces(text) if (said := compared(piece))]


def pieces(text: str) -> list[str]:
    """The same as they stand, without marks of footnotes."""
    if "[" in text:
        text = _NOTE.sub("", text)
    unspaced = not text.isascii() and any(map(text.__contains__, _FULL_WIDTH))
    return (_ROUGHLY_WITHOUT_BLANKS if unspaced else _ROUGHLY).split(text)
