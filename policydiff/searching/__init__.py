"""Words and patterns, searched for in many texts within a bounded time.

A regular expression can take longer than anybody lives, on the wrong text: so it is run in a process of its
own, which is ended when its time is over. There is an answer for all texts, or an error; never one for some.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.errors import UnusableOption

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SECONDS = 20.0

_CHILD = Path(__file__).with_name("child.py")
_AROUND = 160
"""Characters on each side of a match among which its sentence is looked for."""
_BEGINS = re.compile(r".*(?:[.!?:;]|[-=]{3})\s+", re.DOTALL)
"""Up to the end of the sentence before; a heading of Markdown may be underlined."""
_BREAK = re.compile(r"<br ?/?>")
"""How Markdown breaks lines in a table."""
_ENDS = re.compile(r"[.!?;](?=\s|$)")


def of_words(words: str) -> str:
    """The pattern of some literal words: whole words, in this order; case and white space do not count.

    >>> bool(re.search(of_words("AI  Models"), "to train our ai models"))
    True
    >>> bool(re.search(of_words("AI"), "they said"))
    False
    """
    parts = words.split()
    first = r"(?<!\w)" if parts and re.match(r"\w", parts[0]) else ""
    last = r"(?!\w)" if parts and re.search(r"\w$", parts[-1]) else ""
    inner = r"\s+".join(map(re.escape, parts))
    return f"(?i:{first}{inner}{last})"


def check(pattern: str) -> None:
    """Refuse what is no regular expression, and one that any text matches.

    Raises:
        UnusableOption: says what is wrong with it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            wanted = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        problem = f"it is no regular expression ({error})"
        raise UnusableOption(pattern, problem, "Mend it, or search for plain words with --words") from error
    if wanted.fullmatch(""):
        raise UnusableOption(pattern, "a text without any words matches it", "Write what a text must say")


def search(pattern: str, texts: Mapping[str, str], *, seconds: float = MOST_SECONDS) -> dict[str, str]:
    """Which texts have a match, each with the sentence around the first one.

    Args:
        pattern: a regular expression that `check` let pass.
        texts: each on one line, by name.
        seconds: how long the search may take.

    Raises:
        UnusableOption: the search took longer.
    """
    lines = [json.dumps(pattern), *(json.dumps(text) for text in texts.values())]
    # -P: the child's folder is not where its imports come from.
    command = [sys.executable, "-P", "-W", "ignore", str(_CHILD)]
    try:
        done = subprocess.run(  # noqa: S603 - our own file
            command,
            input="\n".join(lines),
            capture_output=True,
            encoding="ascii",
            timeout=seconds,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        problem = f"searching for it took more than {seconds:g} seconds"
        advice = "Write it without repetitions inside repetitions, such as (a+)+, or use --words"
        raise UnusableOption(pattern, problem, advice) from error
    except subprocess.CalledProcessError as error:
        raise UnusableOption(pattern, "the search broke down", "Try a simpler one, or --words") from error
    spans = [json.loads(line) for line in done.stdout.splitlines()]
    return {
        name: sentence(text, *span) for (name, text), span in zip(texts.items(), spans, strict=True) if span
    }


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a match, cut where it is long.

    >>> sentence("We collect data. We train models on it. You can object.", 20, 25)
    'We train models on it.'
    """
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    begun = _BEGINS.match(before)
    head = before[begun.end() :] if begun else before
    if not begun and start > _AROUND:
        head = "… " + head.partition(" ")[2]
    ended = _ENDS.search(after)
    tail = after[: ended.end()] if ended else after
    if not ended and end + _AROUND < len(text):
        tail = tail.rpartition(" ")[0] + " …"
    return " ".join(_BREAK.sub(" ", head + text[start:end] + tail).split())
