"""A text as it is searched for "since when does it say that?"."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)")
"""No link has another bracket before its own is closed: or each of many would be looked at to the end."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SYNTAX = re.compile(r"[*_`#|]")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("–—", "-"),
        **dict.fromkeys("\u00a0\u202f", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    }
)


def plain(text: str) -> str:
    r"""A text as it is searched: links without addresses, no Markdown syntax, straight quotes, one line.

    >>> plain("We **never** [sell](https://a.example/x)\nyour “data”.")
    'We never sell your "data".'
    """
    text = _SYNTAX.sub("", _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text)))
    return " ".join(text.translate(_PLAIN).split())


def plain_lines(text: str) -> str:
    r"""The same with the line breaks of the text, one clause a line: where one ends no quote goes on.

    >>> plain_lines("**What we do**\nWe  train models.")
    'What we do\nWe train models.'
    """
    return "\n".join(filter(None, map(plain, text.split("\n"))))
