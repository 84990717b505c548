"""Words and patterns, searched for in many texts within a bounded time.

On the wrong text a regular expression can take practically for ever, and all memory of a machine before it
has seen any text (`((b{2000}){2000}){2000}`): so it is compiled and run only in a process of its own, whose
time and memory are bounded. The result covers all texts, or there is an error; it never covers only some.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.errors import UnusableOption

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SECONDS = 20.0
"""Seconds for all texts together."""

_SECONDS_TO_COMPILE = 5.0
"""Seconds in which a pattern must be understood."""
_MEMORY = 512 * 1024 * 1024
_MEMORY_OF_A_LETTER = 16
"""Bytes: a text comes as ASCII in JSON, with up to twelve for a letter, and becomes up to four."""
_SIMPLER = "Write it without repetitions inside repetitions, such as (a+)+, or use --words"
_MEND = "Mend it, or search for plain words with --words"
_PROBLEMS = {
    "empty": ("a text without any words matches it", "Write what a text must say"),
    "memory": ("it takes too much memory", _SIMPLER),
}
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
    search(pattern, {}, seconds=_SECONDS_TO_COMPILE)


def search(pattern: str, texts: Mapping[str, str], *, seconds: float = MOST_SECONDS) -> dict[str, str]:
    """Which texts have a match, each with the sentence around the first one.

    Args:
        pattern: a regular expression.
        texts: by name. A line break in one is a space to the pattern, and an end of what is quoted.
        seconds: how long the search may take.

    Raises:
        UnusableOption: it is no regular expression, any text matches it, or the search took more time or
            memory than it may.
    """
    lines = [json.dumps(pattern), *(json.dumps(text.replace("\n", " ")) for text in texts.values())]
    memory = _MEMORY + _MEMORY_OF_A_LETTER * max(map(len, texts.values()), default=0)
    # -P: the child's folder is not where its imports come from.
    command = [sys.executable, "-P", "-W", "ignore", str(_CHILD), str(memory), str(int(seconds) + 1)]
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
        raise UnusableOption(pattern, problem, _SIMPLER) from error
    except subprocess.CalledProcessError as error:
        raise UnusableOption(pattern, "searching for it took too much memory", _SIMPLER) from error
    problem, *spans = [json.loads(line) for line in done.stdout.splitlines()]
    if problem is not None:
        raise UnusableOption(
            pattern, *_PROBLEMS.get(problem, (f"it is no regular expression ({problem})", _MEND))
        )
    return {
        name: sentence(text, *span) for (name, text), span in zip(texts.items(), spans, strict=True) if span
    }


def sentence(text: str, start: int, end: int) -> str:
    r"""The sentence around a match, of its own line only, cut where it is long.

    >>> sentence("What we do\nWe train models on it. You can object.", 14, 19)
    'We train models on it.'
    """
    line = text.rfind("\n", 0, start) + 1
    line_end = (text.find("\n", end) + 1 or len(text) + 1) - 1
    before, after = text[max(line, start - _AROUND) : start], text[end : min(line_end, end + _AROUND)]
    begun = _BEGINS.match(before)
    head = before[begun.end() :] if begun else before
    if not begun and start - line > _AROUND:
        head = "… " + head.partition(" ")[2]
    ended = _ENDS.search(after)
    tail = after[: ended.end()] if ended else after
    if not ended and end + _AROUND < line_end:
        tail = tail.rpartition(" ")[0] + " …"
    return " ".join(_BREAK.sub(" ", head + text[start:end] + tail).split())
