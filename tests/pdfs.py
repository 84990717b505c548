"""PDFs made by hand: letters at places, as any writer of PDFs puts them."""

from __future__ import annotations

from typing import NamedTuple

WIDTH = {
    **dict.fromkeys("ijl.,:;'|!", 0.25), **dict.fromkeys("ft /()[]-I", 0.3), **dict.fromkeys("mwMW", 0.85),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.7),
}  # fmt: skip
"""Widths of letters of Helvetica, roughly."""


_PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    " /Length 1 >>\nstream\n0\nendstream"
)


class Put(NamedTuple):
    """A text at a place of a page; points from the lower left corner."""

    left: float
    bottom: float
    text: str
    size: float = 10
    spacing: float = 0
    """Points between its letters, in addition."""


def made(*pages: list[Put], letters: dict[int, str] | None = None, pictures: int = 0) -> bytes:
    """A PDF.

    Args:
        pages: what stands where, in the order in which it is put down.
        letters: what some codes of the font stand for, where that is not what they look like.
        pictures: how many further pages hold nothing but a picture.
    """
    table = "".join(f"<{code:02x}> <{ord(sign):04x}>\n" for code, sign in (letters or {}).items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters or {})} beginbfchar\n{table}endbfchar\nendcmap end end"
    )
    to_unicode = "/ToUnicode 4 0 R" if letters else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {to_unicode} >>",
        _stream(cmap),
        _PICTURE,
    ]
    kids = []
    shown = ["\n".join(_put(one) for one in page) for page in pages]
    for stream in [*shown, *["q 500 0 0 700 50 50 cm /P Do Q"] * pictures]:
        objects.append(_stream(stream))
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
            f" << /Font << /F 3 0 R >> /XObject << /P 5 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _put(one: Put) -> str:
    text = one.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {one.size} Tf {one.spacing} Tc {one.left} {one.bottom} Td ({text}) Tj ET"


def _stream(text: str) -> str:
    return f"<< /Length {len(text.encode('latin-1'))} >>\nstream\n{text}\nendstream"


def _file(objects: list[str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def width(text: str, size: float = 10) -> float:
    """How broad a text is, roughly."""
    return size * sum(WIDTH.get(letter, 0.56) for letter in text)


def filled(text: str, measure: float, size: float = 10) -> list[str]:
    """A text in lines of a measure."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size) > measure:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def column(
    paragraphs: list[str], left: float, measure: float, top: float = 760, size: float = 10, between: float = 6
) -> list[Put]:
    """Paragraphs one below the other in a column."""
    put = []
    for paragraph in paragraphs:
        for line in filled(paragraph, measure, size):
            put.append(Put(left, top, line, size))
            top -= size * 1.25
        top -= between
    return put


def row_by_row(*columns: list[Put]) -> list[Put]:
    """Columns beside each other, put down as a printer would: from above, each line over the full width."""
    return sorted((one for side in columns for one in side), key=lambda one: (-one.bottom, one.left))
