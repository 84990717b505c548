"""A document reduced to a fingerprint: the statements by which one text differs from another.

In: a Document. Out: a `Fingerprint`, a hundredth of its size, in which two texts can be compared by sets.
Words count as in `text.compared`: punctuation, capitals and numbering do not. Sentences are cut roughly and
the same way everywhere; they are never shown.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from policydiff import notice
from policydiff.comparability import identity, spelled_ways
from policydiff.comparability.legal_forms import LEGAL_FORM
from policydiff.history.regions import named
from policydiff.history_models import Fingerprint, FingerprintStatement
from policydiff.text import compared, pieces, size

if TYPE_CHECKING:
    from datetime import date

    from policydiff.models import Document

_LONGEST = 100_000
"""Most characters of one clause that are read."""
_COMPANY = re.compile(rf"[A-Z](?<!\w.)[\w&'’.-]*,?(?:\s+[A-Z][\w&'’-]*,?){{0,4}}\s+(?:{LEGAL_FORM})")


def fingerprint(document: Document, seen: date) -> Fingerprint:
    """The fingerprint of a document that was first seen on a day."""
    found: dict[int, FingerprintStatement] = {}
    companies: Counter[str] = Counter()
    words = 0
    for clause in document.clauses:
        statements, named_here, count = _read_clause(clause.text)
        words += count
        companies.update(named_here)
        for statement in statements:
            found.setdefault(statement.id, statement)
    days = notice.days(document, seen)
    return Fingerprint(
        tuple(found.values()),
        words,
        document.language,
        min(companies, key=lambda name: (-companies[name], name), default=""),
        document.quality,
        effective=notice.effective_of(document, days, seen),
        updated=max((one.day for one in document.dates if one.role == "updated"), default=None),
        days=tuple(sorted(days)),
        spelled=tuple(sorted(spelled_ways(document))),
        identity=identity(document),
    )


@lru_cache(maxsize=50_000)
def _read_clause(text: str) -> tuple[tuple[FingerprintStatement, ...], tuple[str, ...], int]:
    """The statements, companies and number of words of a clause. Remembered by the clause, since neighbouring
    versions share most of them."""
    text = text[:_LONGEST]
    statements = tuple(
        FingerprintStatement(_hashed(said), said.count(" ") + 1, named(piece))
        for piece in pieces(text)
        if (said := compared(piece))
    )
    companies = tuple(_plain(name) for name in _COMPANY.findall(text))
    return statements, companies, size(text)


def _hashed(said: str) -> int:
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _plain(name: str) -> str:
    """A company's name without punctuation."""
    return " ".join(name.replace(",", "").replace(".", "").split())
