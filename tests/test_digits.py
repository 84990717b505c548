"""Signs that Unicode calls digits and no number can be made of, and numbers too long for any: wherever
numbers are read, a page with them is read like any other."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from policydiff.documents import read_document
from policydiff.workflows.comparing import compare

ODD = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isdigit() and not sign.isdecimal()]
FOREIGN = [
    sign for sign in map(chr, range(0x80, sys.maxunicode + 1)) if unicodedata.category(sign) in ("Nd", "Nl")
]
NUMBERS = ["①", "²", "⒈", "13¹", "١٣", "1๓", "Ⅷ", "9" * 5_000, "9" * 40 + ".5", "0" * 400]

SENTENCES = (
    "Children under {0} years may not use the Larkspur app without the consent of a parent.",
    "We keep your messages for {0} days and your orders for {0} years.",
    "Last updated: {0} March 2024. Effective from 1 March 20{0}, 0{0}/{0}/2024.",
    "Les enfants de moins de {0} ans ne peuvent pas utiliser nos services sans accord parental.",
    "Wir speichern Ihre Daten {0} Tage. Stand: {0}. Mai 2024.",
    "Los menores de {0} años necesitan el consentimiento de sus padres; conservamos sus datos {0} meses.",
    "{0}. Under Article {0}(1)({0}) of the law you pay {0} euros per month for version {0}.{0}.",
)


def page(number: str, form: str) -> bytes:
    lines = [sentence.format(number) for sentence in SENTENCES]
    if form == "html":
        items = "".join(f"<li value='{number[:9]}'>{number} {line}</li>" for line in lines)
        table = f"<table><tr><td rowspan='{number[:9]}' colspan='{number[:9]}'>{number}</td></tr></table>"
        text = "".join(f"<h2>{number}. {line[:20]}</h2><p>{line}</p>" for line in lines)
        return f"<h1>Larkspur privacy policy</h1>{text}<ol start='{number[:9]}'>{items}</ol>{table}".encode()
    bullets = [f"{number}. {line}" for line in lines]
    return "\n\n".join(("# Larkspur privacy policy", *lines, *bullets)).encode()


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    "number", [*NUMBERS, "".join(ODD), "".join(FOREIGN)], ids=lambda number: ascii(number[:6])
)
def test_every_digit_can_be_read(number: str, form: str) -> None:
    """Each page is a document, and can be compared with the same page in plain numbers, both ways."""
    plain, odd = page("14", form), page(number, form)
    assert number[:1] in read_document(odd).text
    for pair in ((plain, odd), (odd, plain), (odd, odd)):
        assert compare(*pair).old.clauses
